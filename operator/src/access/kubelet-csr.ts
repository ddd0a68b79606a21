/** Approves the certificates that kubelets ask for, for names and addresses that were proved. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { againAfter, Controller, type ControllerMetrics, done, type Reconcile } from '@talos/lib/control/reconciler.ts';
import type { EventRecorder } from '@talos/lib/kube/events.ts';
import { resourcePath } from '@talos/lib/kube/objects.ts';
import { CERTIFICATE_SIGNING_REQUESTS, type CertificateSigningRequest } from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Logger } from 'pino';
import type { Agents } from '../nodes/types.ts';
import {
  type CsrDecision,
  decideCsr,
  KUBELET_CLIENT_SIGNER,
  KUBELET_SERVING_SIGNER,
  nodeOfRequestor,
} from './kubelet-csr-policy.ts';

export interface KubeletCsrOptions {
  readonly agents: Pick<Agents, 'certificate' | 'connection' | 'refresh' | 'onChange'>;
  readonly transport: Transport;
  readonly events: EventRecorder;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics?: ControllerMetrics;
}

/** A request that nobody approves is removed by its controller after a day; one that waits is looked at until then. */
const WAIT_MS = 60_000;

/**
 * Runs until the signal aborts; for the leader only. Watches just the requests that may concern us; those that wait for
 * their node are looked at again when something about it changes.
 */
export async function runKubeletCsrApprover(options: KubeletCsrOptions, signal: AbortSignal): Promise<void> {
  const { agents, transport, clock, logger } = options;
  const stores = [KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER].map(
    (signer) =>
      new Store<CertificateSigningRequest>({
        type: CERTIFICATE_SIGNING_REQUESTS,
        fieldSelector: `spec.signerName=${signer}`,
        indexes: { node: (csr) => [nodeOfRequestor(csr)].filter((name) => name !== undefined) },
      }),
  );
  const controller = new Controller({
    name: 'kubelet-csr',
    reconcile: reconcileKubeletCsr(options, stores),
    clock,
    logger,
    ...(options.metrics && { metrics: options.metrics }),
  });
  for (const csrs of stores) csrs.onChange((name) => controller.enqueue(name));
  const stop = agents.onChange((node) => {
    const waiting = stores.flatMap((csrs) => csrs.byIndex('node', node)).filter(isPending);
    for (const csr of waiting) controller.enqueue(csr.metadata.name);
  });
  try {
    const watched = stores.map((csrs) => csrs.run(transport, { clock, logger, signal }));
    await Promise.all([...watched, controller.run(signal)]);
  } finally {
    stop();
  }
}

/** By name of the request. Never denies: what it does not understand is left for others. */
function reconcileKubeletCsr(
  options: KubeletCsrOptions,
  stores: readonly Store<CertificateSigningRequest>[],
): Reconcile {
  const { agents, transport, events } = options;
  return async (name, { signal, logger }) => {
    const csrs = stores.find((store) => store.get(name) !== undefined);
    const csr = csrs?.get(name);
    if (csrs === undefined || csr === undefined || !isPending(csr)) return done;
    const node = nodeOfRequestor(csr);
    const certificate = node === undefined ? undefined : agents.certificate(node);
    const reachable = node !== undefined && agents.connection(node)?.reachable === true;
    const decision = await decideCsr(csr, {
      ...(reachable && certificate && { address: certificate.address }),
      controlPlane: certificate?.controlPlane === true,
    });
    switch (decision.kind) {
      case 'approve':
        csrs.written(await approve(csr, decision, transport, options.clock.now(), signal));
        logger.info({ node, names: decision.names, reason: decision.reason }, 'kubelet certificate approved');
        return done;
      case 'wait':
        logger.info({ node, reason: decision.reason, message: decision.message }, 'kubelet certificate waits');
        events.record(CERTIFICATE_SIGNING_REQUESTS, csr, {
          type: 'Normal',
          reason: decision.reason,
          action: 'Approve',
          note: decision.message,
        });
        if (node !== undefined) agents.refresh(node);
        return againAfter(WAIT_MS);
      case 'leave':
        if (decision.reason === 'OtherSigner' || decision.reason === 'Renewal') return done;
        logger.warn({ node, reason: decision.reason, message: decision.message }, 'certificate request left alone');
        events.record(CERTIFICATE_SIGNING_REQUESTS, csr, {
          type: 'Warning',
          reason: decision.reason,
          action: 'Approve',
          note: decision.message,
        });
        return done;
    }
  };
}

function isPending(csr: CertificateSigningRequest): boolean {
  const decided = csr.status?.conditions?.some(
    ({ type }) => type === 'Approved' || type === 'Denied' || type === 'Failed',
  );
  return !decided && !csr.status?.certificate;
}

function approve(
  csr: CertificateSigningRequest,
  decision: Extract<CsrDecision, { kind: 'approve' }>,
  transport: Transport,
  now: number,
  signal: AbortSignal,
): Promise<CertificateSigningRequest> {
  const time = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  const condition = {
    type: 'Approved',
    status: 'True',
    reason: decision.reason,
    message: decision.message,
    lastUpdateTime: time,
    lastTransitionTime: time,
  };
  // With its resourceVersion: only the request that was looked at is approved.
  return transport.request({
    method: 'PUT',
    path: resourcePath(CERTIFICATE_SIGNING_REQUESTS, { name: csr.metadata.name, subresource: 'approval' }),
    query: { fieldManager: 'talos-operator' },
    body: {
      ...csr,
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      status: { ...csr.status, conditions: [...(csr.status?.conditions ?? []), condition] },
    },
    signal,
  });
}
