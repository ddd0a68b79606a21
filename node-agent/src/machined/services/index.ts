/** Which services a node has, in the order of their start; stopping goes the other way round, etcd last. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { sleepOrJump } from '@talos/lib/control/clock.ts';
import type { Supervisor } from '../machine/types.ts';
import { apid, writeApidConfig } from './apid.ts';
import { balancer, writeBalancerMembers } from './balancer.ts';
import { containerd, writeRegistryHosts } from './containerd.ts';
import { controlPlane } from './control-plane.ts';
import type { ServiceDeps } from './deps.ts';
import { isControlPlane } from './deps.ts';
import { etcd } from './etcd.ts';
import { kubelet } from './kubelet.ts';
import { bootstrapWatch, hastenBootstrap } from './kubelet-bootstrap.ts';

export const registerServices = (supervisor: Supervisor, deps: ServiceDeps): void => {
  const definitions = isControlPlane(deps)
    ? [etcd, apid, balancer, containerd, kubelet, controlPlane]
    : [apid, balancer, containerd, kubelet];
  for (const definition of definitions) supervisor.register(definition(deps));
};

/** Returns when the kubelet of a young node has been helped to the API, or the signal fires. */
export const helpKubelet = async (supervisor: Supervisor, deps: ServiceDeps, signal: AbortSignal): Promise<void> => {
  try {
    const outcome = await hastenBootstrap(bootstrapWatch(deps, supervisor), signal);
    if (outcome === 'hastened') deps.log.info({}, 'kubelet started anew: the API takes it now');
  } catch (error) {
    if (!signal.aborted) deps.log.warn({ err: error }, 'kubelet could not be started anew');
  }
};

/** What services read live, brought up to date after a change of the config; nothing is restarted here. */
export const applyLiveConfig = (deps: ServiceDeps, next: NodeDocuments): void => {
  const withNext = { paths: deps.paths, address: deps.address, documents: () => next };
  writeApidConfig(withNext);
  writeBalancerMembers(withNext);
  writeRegistryHosts(withNext);
};

/**
 * Looks after the certificates while the node runs: etcd, apid, the kubelet and the apiserver read renewed files by
 * themselves, the other static pods are started anew when a manifest's hash changes. Returns when the signal fires.
 */
export const maintainTrust = async (deps: ServiceDeps, signal: AbortSignal): Promise<void> => {
  const every = 6 * 3_600_000;
  const control = isControlPlane(deps) ? controlPlane(deps) : undefined;
  while (!signal.aborted) {
    // What a wrong clock made is not valid once it is right again: not to be found out hours later.
    await sleepOrJump(deps.clock, every, signal).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await deps.trust.ensureApid(signal);
      if (control === undefined) continue;
      await deps.trust.ensureEtcd();
      await deps.trust.ensureKubelet();
      if (deps.etcd.bootstrapped()) await control.prepare(signal);
    } catch (error) {
      deps.log.warn({ err: error }, 'certificates could not be renewed; tried again later');
    }
  }
};
