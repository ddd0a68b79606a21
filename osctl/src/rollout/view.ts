/** What a rollout looks like to a person: one value from Machine, Rollouts and NodeStates. Pure. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { BlockedBy, Condition, Evidence } from '@talos/crds/schema.ts';

export interface ClusterObjects {
  readonly machine: Machine | undefined;
  readonly rollouts: readonly Rollout[];
  readonly nodeStates: readonly NodeState[];
  readonly nodeConfigs: readonly NodeConfig[];
  readonly nodePools: readonly NodePool[];
}

export interface NodeLine {
  readonly node: string;
  readonly version: string;
  readonly phase: string;
  readonly step: string;
  readonly deadline: string;
  readonly attempts: number;
  readonly reachable: boolean;
  readonly message: string;
}

export interface PoolLine {
  readonly pool: string;
  /** What it is pinned to. */
  readonly image?: string;
  readonly total: number;
  readonly updated: number;
  readonly unavailable: number;
  /** How many may be unavailable at once, by the pool and the Machine. */
  readonly maxUnavailable: number;
  readonly ready: boolean;
  readonly reason: string;
  readonly message: string;
}

export interface RolloutView {
  /**
   * settled: every node runs what is wanted; moving: the operator or an agent is at work; waiting: somebody else must remove
   * what is in the way; halted: it goes on only when a person says so; unknown: the operator has not said yet.
   */
  readonly state: 'settled' | 'moving' | 'waiting' | 'halted' | 'unknown';
  readonly message: string;
  readonly image: string;
  readonly nodes: { readonly total: number; readonly updated: number; readonly unavailable: number };
  readonly rollout?:
    | {
        readonly name: string;
        readonly image: string;
        readonly phase: string;
        readonly progress: string;
        readonly startTime?: string;
        readonly estimatedCompletionTime?: string;
        readonly completionTime?: string;
        readonly rollbackOf?: Rollout['spec']['rollbackOf'];
        readonly evidence?: Evidence;
        readonly stage?: NonNullable<Rollout['status']>['stage'];
        readonly retried?: NonNullable<Rollout['status']>['retried'];
        readonly failures?: NonNullable<NonNullable<Rollout['status']>['failures']>;
      }
    | undefined;
  readonly pools: readonly PoolLine[];
  readonly underWay: readonly NodeLine[];
  /** Nodes whose configuration was changed behind the operator. */
  readonly drifted: readonly { readonly node: string; readonly message: string }[];
  readonly blockedBy: readonly BlockedBy[];
}

const ENDED: readonly string[] = ['Completed', 'Superseded', 'Cancelled'];
const AT_REST: readonly string[] = ['Idle', 'Done', ''];

export function isEnded(rollout: Rollout): boolean {
  return ENDED.includes(rollout.status?.phase ?? '');
}

/** The newest first: by the Machine's generation that asked for it, then by age. */
export function newestFirst(rollouts: readonly Rollout[]): readonly Rollout[] {
  return rollouts.toSorted(
    (a, b) =>
      b.spec.generation - a.spec.generation ||
      (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''),
  );
}

/** The rollout of the Machine as it is wanted now, under way or ended. */
export function currentRollout({ machine, rollouts }: ClusterObjects): Rollout | undefined {
  const named = rollouts.find((one) => one.metadata.name === machine?.status?.rollout);
  return named ?? newestFirst(rollouts)[0];
}

/** Whether the operator has not yet made a rollout of what the Machine asks for. */
export function isBeginning(objects: ClusterObjects): boolean {
  const { state } = rolloutView(objects);
  const current = currentRollout(objects);
  const old = current === undefined || isEnded(current);
  return objects.machine !== undefined && (state === 'unknown' || (old && (state === 'moving' || state === 'waiting')));
}

export function rolloutView(objects: ClusterObjects): RolloutView {
  const { machine, nodeStates, nodeConfigs, nodePools } = objects;
  const rollout = currentRollout(objects);
  const status = machine?.status;
  const ready = condition(status?.conditions, 'Ready');
  const stalled = condition(status?.conditions, 'Stalled');
  const blockedBy = status?.blockedBy ?? [];
  const unseen = [...(machine === undefined ? [] : [machine]), ...nodeConfigs, ...nodePools].find(isUnjudged);
  const seen = machine !== undefined && unseen === undefined;
  const state = !seen
    ? 'unknown'
    : ready?.status === 'True'
      ? 'settled'
      : stalled?.status === 'True'
        ? 'halted'
        : blockedBy.some(({ owner }) => owner !== 'operator' && owner !== 'agent')
          ? 'waiting'
          : 'moving';
  const phase = rollout?.status;
  return {
    state,
    message:
      machine === undefined
        ? 'there is no Machine: nobody has said what the nodes shall run'
        : !seen
          ? `the operator has not looked at generation ${unseen?.metadata.generation ?? 0} of ${unseen === undefined || unseen.kind === 'Machine' ? 'the Machine' : `${unseen.kind} ${unseen.metadata.name}`} yet: does it run? (kubectl -n talos-system get pods)`
          : ((stalled?.status === 'True' ? stalled : ready)?.message ?? ''),
    image: machine?.spec.os.image ?? '',
    nodes: status?.nodes ?? { total: nodeStates.length, updated: 0, unavailable: 0 },
    ...(rollout !== undefined && {
      rollout: {
        name: rollout.metadata.name,
        image: rollout.spec.os.image,
        phase: phase?.phase ?? 'Pending',
        progress: phase?.progress ?? '',
        ...pick(rollout.spec, ['rollbackOf']),
        ...pick(phase, [
          'startTime',
          'estimatedCompletionTime',
          'completionTime',
          'evidence',
          'failures',
          'retried',
          'stage',
        ]),
      },
    }),
    pools: nodePools.map(poolLine),
    drifted: nodeStates.flatMap(({ metadata, status: told }) => {
      const drift = condition(told?.conditions, 'ConfigDrifted');
      return drift === undefined ? [] : [{ node: metadata.name, message: drift.message }];
    }),
    underWay: nodeStates.filter((one) => !AT_REST.includes(one.status?.phase ?? '')).map(nodeLine),
    blockedBy,
  };
}

/** Written since the operator looked. */
function isUnjudged({ metadata, status }: Machine | NodeConfig | NodePool): boolean {
  return status?.observedGeneration !== metadata.generation;
}

export function poolLine({ metadata, spec, status }: NodePool): PoolLine {
  const { total = 0, updated = 0, unavailable = 0 } = status?.nodes ?? {};
  const ready = condition(status?.conditions, 'Ready');
  return {
    pool: metadata.name,
    ...(spec.os !== undefined && { image: spec.os.image }),
    total,
    updated,
    unavailable,
    maxUnavailable: status?.maxUnavailable ?? 0,
    ready: ready?.status === 'True',
    reason: ready?.reason ?? '',
    message: ready?.message ?? '',
  };
}

export function nodeLine({ metadata, status }: NodeState): NodeLine {
  return {
    node: metadata.name,
    version: status?.observed?.version ?? '',
    phase: status?.phase ?? 'Idle',
    step: status?.step?.name ?? '',
    deadline: status?.step?.deadline ?? '',
    attempts: status?.step?.attempts ?? 0,
    reachable: status?.observed?.reachable ?? false,
    message: status?.message ?? '',
  };
}

function condition(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((one) => one.type === type);
}

function pick<T extends object, K extends keyof T>(value: T | undefined, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.flatMap((key) => (value?.[key] === undefined ? [] : [[key, value[key]]]))) as Partial<
    Pick<T, K>
  >;
}
