/** Our objects of a simulated cluster, and what each write of a plan makes of them: again is the same as once. */
import { canonicalJson } from '@talos/crds/config/index.ts';
import type { InFlight, Machine, Quarantine } from '@talos/crds/machine.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import { isLifted, withRetried } from '../failure/retry.ts';
import { toldOf } from '../status/rollout.ts';
import type { Write } from '../types.ts';

export interface Objects {
  machine: Machine;
  readonly rollouts: Rollout[];
  /** By the name of the node. */
  readonly nodeStates: Map<string, NodeState>;
}

export function write(objects: Objects, step: Write): void {
  switch (step.type) {
    case 'create-nodestate': {
      const owner = { apiVersion: 'v1', kind: 'Node', name: step.node, uid: step.uid };
      objects.nodeStates.set(step.node, {
        apiVersion: 'osctl.dev/v1alpha1',
        kind: 'NodeState',
        metadata: { name: step.node, ownerReferences: [owner] },
        spec: {},
      });
      return;
    }
    case 'create-rollout':
      if (objects.rollouts.some(({ metadata }) => metadata.name === step.name)) return;
      objects.rollouts.push({
        apiVersion: 'osctl.dev/v1alpha1',
        kind: 'Rollout',
        metadata: { name: step.name },
        spec: step.spec,
      });
      return;
    case 'set-target':
      edit(objects, step.node, (state) => {
        // An apiserver gives fields back in an order of its own.
        const stored = step.managed?.map((field) => JSON.parse(canonicalJson(field)) as typeof field);
        const managed = stored === undefined ? {} : { managed: stored };
        return { ...state, spec: { ...state.spec, target: step.target, ...managed } };
      });
      return;
    case 'set-operation':
      edit(objects, step.node, (state) => ({ ...state, spec: { ...state.spec, operation: step.operation } }));
      return;
    case 'record':
      edit(objects, step.node, (state) => {
        const { healing } = state.status ?? {};
        return { ...state, status: healing === undefined ? { ...step.way } : { ...step.way, healing } };
      });
      return;
    case 'record-healing':
      edit(objects, step.node, (state) => {
        const { healing: _, ...status } = state.status ?? {};
        return { ...state, status: step.healing === undefined ? status : { ...status, healing: step.healing } };
      });
      return;
    case 'acquire':
      editInFlight(objects, (list) => (list.some(({ uid }) => uid === step.entry.uid) ? list : [...list, step.entry]));
      return;
    case 'release':
      editInFlight(objects, (list) => list.filter(({ uid }) => uid !== step.uid));
      return;
    case 'quarantine':
      editQuarantine(objects, (list) =>
        list.some(({ node, targetHash }) => node === step.entry.node && targetHash === step.entry.targetHash)
          ? list
          : [...list, step.entry],
      );
      return;
    case 'drop-quarantine':
      editQuarantine(objects, (list) =>
        list.filter(
          ({ targetHash, digest, configHash }) =>
            targetHash === step.keepTargetHash ||
            (configHash === undefined && digest !== undefined && step.keepDigests.includes(digest)),
        ),
      );
      return;
    case 'lift-quarantine':
      editQuarantine(objects, (list) => list.filter((entry) => !isLifted(entry, step.entries)));
      return;
    case 'retry':
      editRollout(objects, step.rollout, (status) => withRetried(status, step.retried));
      return;
    case 'pass-stage':
      editRollout(objects, step.rollout, (status) => ({ ...status, passedStage: step.stage }));
      return;
    case 'forget-rollout': {
      const index = objects.rollouts.findIndex(({ metadata }) => metadata.name === step.name);
      if (index >= 0) objects.rollouts.splice(index, 1);
      return;
    }
    case 'halt': {
      const { node, reason, failures } = step;
      editRollout(objects, step.rollout, (status) => ({
        ...status,
        phase: 'Halted',
        node,
        reason,
        failures: toldOf(failures),
      }));
      return;
    }
    default:
      step satisfies never;
  }
}

export function edit(objects: Objects, name: string, change: (state: NodeState) => NodeState): void {
  const state = objects.nodeStates.get(name);
  if (state !== undefined) objects.nodeStates.set(name, change(state));
}

function editRollout(objects: Objects, name: string, change: (status: RolloutStatus) => RolloutStatus): void {
  const index = objects.rollouts.findIndex(({ metadata }) => metadata.name === name);
  const rollout = objects.rollouts[index];
  if (rollout !== undefined) objects.rollouts[index] = { ...rollout, status: change(rollout.status ?? {}) };
}

function editInFlight(objects: Objects, change: (list: readonly InFlight[]) => readonly InFlight[]): void {
  const status = objects.machine.status ?? {};
  objects.machine = { ...objects.machine, status: { ...status, inFlight: [...change(status.inFlight ?? [])] } };
}

function editQuarantine(objects: Objects, change: (list: readonly Quarantine[]) => readonly Quarantine[]): void {
  const status = objects.machine.status ?? {};
  objects.machine = { ...objects.machine, status: { ...status, quarantine: [...change(status.quarantine ?? [])] } };
}
