/** The first word with the API of a kubelet that was up before it. */
import { existsSync } from 'node:fs';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { ServiceStatus } from '../machine/types.ts';
import { balancerPort } from './balancer.ts';
import type { ServiceDeps } from './deps.ts';

const pollMs = 500;
const probeTimeoutMs = 3_000;
/**
 * What a kubelet holds once it has been let in: a worker the client certificate that it asked for, a control plane, which has that
 * from the start, the serving certificate.
 */
const letIn = (role: 'control-plane' | 'worker'): string =>
  `/var/lib/kubelet/pki/kubelet-${role === 'worker' ? 'client' : 'server'}-current.pem`;

export interface BootstrapWatch {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly hasCertificate: () => boolean;
  /** Errors: the API is not there, or does not know this worker's token yet. */
  readonly accepted: (signal: AbortSignal) => Promise<void>;
  readonly kubelet: () => Pick<ServiceStatus, 'pid'> | undefined;
  readonly restart: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * Starts the kubelet anew when the API begins to take it. A kubelet that asked too early asks again after 2, 4, 8, 16 and then
 * every 32 seconds (client-go, certificate_manager.go), and its informers have by then backed off as far: a young cluster would
 * spend more time waiting for its kubelets than starting. Its pods are not touched by that.
 *
 * Guarantees: at most one restart, and none once there is a certificate or where the API was there first.
 * Errors: of the restart.
 */
export const hastenBootstrap = async (
  watch: BootstrapWatch,
  signal: AbortSignal,
): Promise<'hastened' | 'not needed'> => {
  let early = false;
  while (!watch.hasCertificate()) {
    const accepted = await watch.accepted(AbortSignal.any([signal, AbortSignal.timeout(probeTimeoutMs)])).then(
      () => true,
      () => false,
    );
    signal.throwIfAborted();
    if (accepted) {
      // One that does not run yet asks at the right time by itself.
      if (!early || watch.hasCertificate() || (watch.kubelet()?.pid ?? 0) === 0) return 'not needed';
      await watch.restart(signal);
      return 'hastened';
    }
    early = true;
    await watch.clock.sleep(pollMs, signal);
  }
  return 'not needed';
};

/** Of this node: the token, where it has one, is tried on an endpoint that anybody may read, so nothing of the API is used. */
export const bootstrapWatch = (
  deps: Pick<ServiceDeps, 'clock' | 'documents' | 'probe'>,
  supervisor: {
    get(id: string): ServiceStatus | undefined;
    restart(id: string, signal: AbortSignal): Promise<unknown>;
  },
): BootstrapWatch => ({
  clock: deps.clock,
  hasCertificate: () => existsSync(letIn(deps.documents().system.role)),
  accepted(signal) {
    const { trust } = deps.documents();
    const url = `https://127.0.0.1:${balancerPort}/readyz`;
    const token = trust.bootstrapToken;
    return deps.probe({ url, ca: trust.kubernetesCA.cert, ...(token !== undefined && { token }) }, signal);
  },
  kubelet: () => supervisor.get('kubelet'),
  restart: (signal) => supervisor.restart('kubelet', signal),
});
