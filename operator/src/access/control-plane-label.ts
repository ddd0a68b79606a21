/** Labels the Nodes of control planes: kubelets cannot do it themselves, and what they say would prove nothing. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { Controller, type ControllerMetrics, done, type Reconcile } from '@talos/lib/control/reconciler.ts';
import { mergePatch } from '@talos/lib/kube/apply.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import type { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Logger } from 'pino';
import type { Agents } from '../nodes/types.ts';

export const CONTROL_PLANE_LABEL = 'node-role.kubernetes.io/control-plane';

export interface ControlPlaneLabelOptions {
  readonly nodes: Store<Node>;
  readonly agents: Pick<Agents, 'certificate' | 'connection' | 'onChange'>;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics?: ControllerMetrics;
}

/** Runs until the signal aborts; for the leader only. */
export async function runControlPlaneLabeller(options: ControlPlaneLabelOptions, signal: AbortSignal): Promise<void> {
  const { nodes, agents } = options;
  const controller = new Controller({
    name: 'control-plane-label',
    reconcile: reconcileControlPlaneLabel(options),
    clock: options.clock,
    logger: options.logger,
    ...(options.metrics && { metrics: options.metrics }),
  });
  const stops = [
    nodes.onChange((name) => controller.enqueue(name)),
    agents.onChange((name) => controller.enqueue(name)),
  ];
  for (const name of nodes.keys()) controller.enqueue(name);
  try {
    await controller.run(signal);
  } finally {
    for (const stop of stops) stop();
  }
}

/** By name of the Node. Adds the label where it is missing; never removes or changes one, whoever put it there. */
export function reconcileControlPlaneLabel(options: ControlPlaneLabelOptions): Reconcile {
  const { nodes, agents, transport } = options;
  return async (name, { signal, logger }) => {
    const node = nodes.get(name);
    if (node === undefined || node.metadata.labels?.[CONTROL_PLANE_LABEL] !== undefined) return done;
    const certificate = agents.connection(name)?.reachable === true ? agents.certificate(name) : undefined;
    if (!certificate?.controlPlane) return done;
    // The uid makes it fail on a namesake made since; a label of someone else's is not fought over, it is the same key.
    const metadata = { uid: node.metadata.uid, labels: { [CONTROL_PLANE_LABEL]: '' } };
    nodes.written(
      await mergePatch(transport, NODES, { name }, { metadata }, { signal, fieldManager: 'talos-operator' }),
    );
    logger.info({ node: name, address: certificate.address }, 'control plane labelled');
    return done;
  };
}
