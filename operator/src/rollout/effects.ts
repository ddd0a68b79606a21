/** Effects outside of our objects. */
import { withDeadline } from '@talos/lib/control/abort.ts';
import { create } from '@talos/lib/kube/apply.ts';
import { isAlreadyExists } from '@talos/lib/kube/errors.ts';
import { apiVersion, type KubeObject, type ResourceType } from '@talos/lib/kube/objects.ts';
import { EVENTS, NODES } from '@talos/lib/kube/resources.ts';
import type { Effect } from '@talos/lib/plan/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { FIELD_MANAGER, MACHINES, ROLLOUTS } from '../resources.ts';
import type { Executors, Tools } from './executor.ts';
import { resolveImage } from './resolve.ts';
import type { Round } from './round.ts';
import { setTaint } from './taint.ts';

/** An agent takes an operation on at once, or it does not. */
const CALL_MS = 15_000;
const SNAPSHOT_MS = 100_000;

export const effects: Executors<Effect['type']> = {
  'resolve-image': (step, round, tools) =>
    limited(round, tools, `looking up ${step.image} on ${step.node}`, CALL_MS, (signal) =>
      resolveImage(step, signal, tools),
    ),

  'digest-secrets': ({ node }, round, tools) =>
    limited(round, tools, `the digests of secrets by ${node}`, CALL_MS, (signal) =>
      tools.secrets
        .learn(async (values) => (await tools.agents.digestSecrets({ node, values, signal })).digests)
        .catch((error: unknown) => {
          if (!(error instanceof RpcError) || error.reason !== 'METHOD_UNKNOWN') throw error;
          // Else nothing could be rolled out, an upgrade that mends it neither.
          tools.secrets.giveUp(node);
        }),
    ),

  async prepare(step, round, tools) {
    const { agents } = tools;
    const { node, operationID, image, epoch } = step;
    if (isKnown(tools, node, operationID)) return;
    await limited(round, tools, `prepare on ${node}`, CALL_MS, (signal) =>
      agents.prepare({ node, operationID, image, epoch, signal }),
    );
    agents.refresh(node);
  },

  async 'snapshot-etcd'(step, round, tools) {
    const { node, operationID } = step;
    await limited(round, tools, `etcd snapshot on ${node}`, SNAPSHOT_MS, (signal) =>
      tools.agents.snapshotEtcd({ node, name: operationID, signal }),
    );
    await round.writeNodeStatus(node, { ...round.nodeState(node).status, snapshotFor: operationID });
  },

  async 'move-etcd-leader'({ node }, round, tools) {
    await limited(round, tools, `moving the lead of etcd from ${node}`, CALL_MS, (signal) =>
      tools.agents.moveEtcdLeader({ node, signal }),
    );
    tools.agents.refresh(node);
  },

  async 'hand-over-lease'(_step, _round, { handOver }) {
    handOver();
  },

  taint: (step, round, tools) => setTaint(step, true, round, tools),
  untaint: (step, round, tools) => setTaint(step, false, round, tools),

  async drain({ pods, force }, round, { evictions }) {
    const again = await evictions.round(pods, force, round.signal);
    if (again !== undefined) round.lookAgain(again);
  },

  /** An Event on each object concerned, under a name made of the operation: however often it is told, it is there once. */
  async announce(step, round, { transport, caches, clock }) {
    const operation = round.nodeState(step.node).spec.operation?.id ?? step.rollout;
    const concerned: readonly [ResourceType, KubeObject | undefined][] = [
      [NODES, caches.nodes.get(step.node)],
      [MACHINES, round.snapshot.machine],
      [ROLLOUTS, round.snapshot.rollouts.find(({ metadata }) => metadata.name === step.rollout)],
    ];
    for (const [type, object] of concerned) {
      if (object === undefined) continue;
      const { name, uid } = object.metadata;
      const event = {
        metadata: { name: `${type.kind.toLowerCase()}-${step.node}.${operation}`, namespace: 'default' },
        eventTime: new Date(clock.now()).toISOString().replace(/Z$/, '000Z'),
        type: 'Normal',
        reason: 'APIGoesAway',
        action: 'Reboot',
        note: step.message.slice(0, 1024),
        reportingController: 'osctl.dev/talos-operator',
        reportingInstance: round.snapshot.leader.node.slice(0, 128),
        regarding: { apiVersion: apiVersion(type), kind: type.kind, name, ...(uid === undefined ? {} : { uid }) },
      };
      try {
        await create(transport, EVENTS, event, { signal: round.signal, fieldManager: FIELD_MANAGER });
      } catch (error) {
        if (!isAlreadyExists(error)) throw error;
      }
    }
  },

  async upgrade(step, round, tools) {
    const { type: _, uid: __, deadline: ___, ...call } = step;
    if (isKnown(tools, step.node, step.operationID)) return;
    await limited(round, tools, `upgrade of ${step.node}`, CALL_MS, (signal) =>
      tools.agents.upgrade({ ...call, signal }),
    );
    tools.agents.refresh(step.node);
  },

  async 'restart-service'({ node, service }, round, tools) {
    await limited(round, tools, `restarting ${service} on ${node}`, CALL_MS, (signal) =>
      tools.agents.restartService({ node, service, signal }),
    );
    tools.agents.refresh(node);
  },

  async reboot({ node, operationID, expectedBootID, epoch }, round, tools) {
    if (isKnown(tools, node, operationID)) return;
    await limited(round, tools, `rebooting ${node}`, CALL_MS, (signal) =>
      tools.agents.reboot({ node, operationID, expectedBootID, epoch, signal }),
    );
    tools.agents.refresh(node);
  },

  async configure(step, round, tools) {
    const { type: _, uid: __, deadline: ___, configHash, ...call } = step;
    const documents = tools.secrets.reveal(step.documents);
    const { hash } = await limited(round, tools, `changing the configuration of ${step.node}`, CALL_MS, (signal) =>
      tools.agents.configure({ ...call, documents, signal }),
    );
    tools.agents.refresh(step.node);
    if (hash === configHash) return;
    tools.secrets.forget();
    throw new Error(
      `${step.node} makes ${hash} of its new configuration, not ${configHash}: is its agent another version?`,
    );
  },

  async 'keep-config'({ node, configHash }, round, tools) {
    await limited(round, tools, `keeping the configuration of ${node}`, CALL_MS, (signal) =>
      tools.agents.keepConfig({ node, configHash, signal }),
    );
    tools.agents.refresh(node);
  },

  async 'revert-config'({ node, configHash, epoch }, round, tools) {
    await limited(round, tools, `turning back the configuration of ${node}`, CALL_MS, (signal) =>
      tools.agents.revertConfig({ node, configHash, epoch, signal }),
    );
    tools.agents.refresh(node);
  },

  async 'unstage-config'({ node, documents, configHash, epoch }, round, tools) {
    // What is in force, sent again, drops what waits for a boot.
    const rest = { operationID: '', mode: 'now', expectedHash: configHash, tryMs: 0 } as const;
    await limited(round, tools, `dropping the staged configuration of ${node}`, CALL_MS, (signal) =>
      tools.agents.configure({ node, documents, epoch, ...rest, signal }),
    );
    tools.agents.refresh(node);
  },

  async confirm({ node, operationID }, round, tools) {
    await limited(round, tools, `confirming ${node}`, CALL_MS, (signal) =>
      tools.agents.confirm({ node, operationID, signal }),
    );
    tools.agents.refresh(node);
  },
};

/** Whether the agent has it already: asking again would only attach to it. */
function isKnown({ agents }: Tools, node: string, operationID: string): boolean {
  return agents.view(node)?.operations.some(({ id }) => id === operationID) ?? false;
}

function limited<T>(
  round: Round,
  { clock }: Tools,
  what: string,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withDeadline({ clock, ms, what, signal: round.signal }, work);
}
