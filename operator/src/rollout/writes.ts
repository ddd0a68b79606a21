/** Writes to our own objects. */
import type { NodeState, NodeStateStatus } from '@talos/crds/nodestate.ts';
import { create, find, remove } from '@talos/lib/kube/apply.ts';
import { isAlreadyExists } from '@talos/lib/kube/errors.ts';
import { NODES } from '@talos/lib/kube/resources.ts';
import { isLifted, toldOf, type Way, type Write, withRetried, withWay } from '@talos/lib/plan/index.ts';
import { FIELD_MANAGER, MACHINES, NODE_STATES, ROLLOUTS } from '../resources.ts';
import type { Executors, Tools } from './executor.ts';
import type { Round } from './round.ts';

export const writes: Executors<Write['type']> = {
  async 'create-nodestate'(step, round, { transport, caches }) {
    const { signal } = round;
    const owner = { apiVersion: 'v1', kind: 'Node', name: step.node, uid: step.uid };
    const former = round.snapshot.nodeStates.find(({ metadata }) => metadata.name === step.node);
    if (former?.metadata.uid !== undefined) {
      await remove(transport, NODE_STATES, { name: step.node }, { signal, uid: former.metadata.uid });
    }
    const object: NodeState = {
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'NodeState',
      metadata: { name: step.node, ownerReferences: [owner] },
      spec: {},
    };
    try {
      const made = await create(transport, NODE_STATES, object, { signal, fieldManager: FIELD_MANAGER });
      round.noteWritten(caches.nodeStates, made);
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      // made by a leader before us, or by ourselves with an answer that was lost: the watch shows it
      const known = await find(transport, NODE_STATES, { name: step.node }, { signal });
      if (known !== undefined) caches.nodeStates.written(known);
    }
  },

  async 'create-rollout'(step, round, { transport, caches, events }) {
    const { signal } = round;
    const owner = round.machine();
    try {
      const object = { metadata: { name: step.name }, spec: step.spec };
      const made = await create(transport, ROLLOUTS, object, { signal, fieldManager: FIELD_MANAGER });
      round.noteWritten(caches.rollouts, made);
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      const known = await find(transport, ROLLOUTS, { name: step.name }, { signal });
      if (known !== undefined) caches.rollouts.written(known);
      return;
    }
    const target = step.spec.targets[0];
    const { rollbackOf } = step.spec;
    const back = rollbackOf === undefined ? '' : `, since ${rollbackOf.rollout} halted`;
    events.record(MACHINES, owner, {
      type: rollbackOf === undefined ? 'Normal' : 'Warning',
      reason: 'RolloutCreated',
      action: 'Rollout',
      note: `Rollout ${step.name} brings every node to ${target?.image} (${target?.digest ?? 'no digest'})${target?.configHash === undefined ? '' : ` with ${step.spec.layers?.length} layers of configuration`}${back}`,
    });
  },

  async 'set-target'(step, round) {
    const managed = step.managed === undefined ? {} : { managed: [...step.managed] };
    await round.writeNodeSpec(step.node, { ...round.nodeState(step.node).spec, target: step.target, ...managed });
  },

  async 'set-operation'(step, round) {
    await round.writeNodeSpec(step.node, { ...round.nodeState(step.node).spec, operation: step.operation });
  },

  async record(step, round, tools) {
    const before = round.nodeState(step.node).status ?? {};
    await round.writeNodeStatus(step.node, withWay(before, step.way));
    tellPhase(step.node, before, step.way, tools);
  },

  async 'record-healing'(step, round, { caches, events }) {
    const { healing: before, ...status } = round.nodeState(step.node).status ?? {};
    const { healing } = step;
    await round.writeNodeStatus(step.node, healing === undefined ? status : { ...status, healing });
    const node = caches.nodes.get(step.node);
    if (node === undefined || healing?.action === undefined || before?.action !== undefined) return;
    const { name, service } = healing.action;
    const what = service === undefined ? name : `${name} ${service}`;
    const note = `${what}, because of: ${(healing.causes ?? []).join('; ')}`;
    events.record(NODES, node, { type: 'Warning', reason: 'NodeHealing', action: 'Heal', note });
  },

  async acquire(step, round) {
    // the plan counted this list against the budget; the compare-and-swap makes sure that it still is this one
    await round.changeMachineStatus((status) => {
      const { inFlight = [] } = status;
      return inFlight.some(({ uid }) => uid === step.entry.uid)
        ? status
        : { ...status, inFlight: [...inFlight, step.entry] };
    });
  },

  async release(step, round) {
    await round.changeMachineStatus((status) => ({
      ...status,
      inFlight: (status.inFlight ?? []).filter(({ uid }) => uid !== step.uid),
    }));
  },

  async quarantine(step, round) {
    const { node: failed, targetHash: wish } = step.entry;
    await round.changeMachineStatus((status) => {
      const { quarantine = [] } = status;
      return quarantine.some(({ node, targetHash }) => targetHash === wish && node === failed)
        ? status
        : { ...status, quarantine: [...quarantine, step.entry] };
    });
  },

  async 'drop-quarantine'(step, round) {
    await round.changeMachineStatus((status) => ({
      ...status,
      quarantine: (status.quarantine ?? []).filter(
        ({ targetHash, digest, configHash }) =>
          targetHash === step.keepTargetHash ||
          (configHash === undefined && digest !== undefined && step.keepDigests.includes(digest)),
      ),
    }));
  },

  async 'lift-quarantine'(step, round) {
    await round.changeMachineStatus((status) => ({
      ...status,
      quarantine: (status.quarantine ?? []).filter((entry) => !isLifted(entry, step.entries)),
    }));
  },

  async retry(step, round, { events }) {
    const { retried } = step;
    const before = round.rollout(step.rollout);
    await round.writeRolloutStatus(step.rollout, withRetried(before.status ?? {}, retried));
    if (!retried.done) return;
    const what = retried.cleared.length === 0 ? 'there was nothing to clear' : `cleared: ${retried.cleared.join('; ')}`;
    const note = `${retried.by} has ${step.rollout} tried again; ${what}`.slice(0, 1024);
    events.record(ROLLOUTS, before, { type: 'Normal', reason: 'RolloutRetried', action: 'Rollout', note });
  },

  async 'pass-stage'(step, round) {
    const { status } = round.rollout(step.rollout);
    await round.writeRolloutStatus(step.rollout, { ...status, passedStage: step.stage });
  },

  async 'forget-rollout'(step, round, { transport }) {
    await remove(transport, ROLLOUTS, { name: step.name }, { signal: round.signal, uid: step.uid });
  },

  async halt(step, round, { events }) {
    const { node, reason, message, evidence, failures } = step;
    const before = round.rollout(step.rollout);
    const status = { ...before.status, phase: 'Halted' as const, node, reason, message, failures: toldOf(failures) };
    await round.writeRolloutStatus(step.rollout, evidence === undefined ? status : { ...status, evidence });
    const event = { type: 'Warning', reason: 'RolloutHalted', action: 'Rollout', note: message } as const;
    events.record(ROLLOUTS, before, event);
    tellMachine(round, { events }, event);
  },
};

function tellMachine(
  round: Round,
  { events }: Pick<Tools, 'events'>,
  event: Parameters<Tools['events']['record']>[2],
): void {
  if (round.snapshot.machine !== undefined) events.record(MACHINES, round.snapshot.machine, event);
}

/** What people want to see in `kubectl describe node`; waiting and idling are no news. */
const QUIET = new Set<unknown>([undefined, 'Idle', 'Queued', 'Releasing']);
const BAD = new Set<unknown>(['RolledBack', 'Held', 'Failed']);

function tellPhase(name: string, before: NodeStateStatus, way: Way, { caches, events }: Tools): void {
  const node = caches.nodes.get(name);
  if (node === undefined || way.phase === before.phase || QUIET.has(way.phase)) return;
  events.record(NODES, node, {
    type: BAD.has(way.phase) ? 'Warning' : 'Normal',
    reason: `Update${way.phase}`,
    action: 'Update',
    note: way.message ?? `${name} is ${way.phase} for rollout ${way.rolloutName ?? ''}`.trim(),
  });
}
