/** The part of NodeState.status that says where a node is on its way. A `record` step replaces all of it. */
import type { NodeStateStatus } from '@talos/crds/nodestate.ts';

const fields = [
  'phase',
  'rolloutName',
  'step',
  'outcome',
  'reason',
  'message',
  'attempts',
  'startTime',
  'endTime',
  'tookSeconds',
  'retryTime',
  'steadySince',
  'snapshotFor',
  'evidence',
] as const satisfies readonly (keyof NodeStateStatus)[];

export type Way = Pick<NodeStateStatus, (typeof fields)[number]>;

/** The way that a status tells of. */
export function wayOf(status: NodeStateStatus): Way {
  const stored = fields.map((name) => [name, status[name]] as const);
  return Object.fromEntries(stored.filter(([, value]) => value !== undefined));
}

/** The status with `way` in place of the one it told of: what `way` leaves out is removed, everything else is kept. */
export function withWay(status: NodeStateStatus, way: Way): NodeStateStatus {
  const names = new Set<string>(fields);
  return { ...Object.fromEntries(Object.entries(status).filter(([name]) => !names.has(name))), ...way };
}

const moving = new Set<unknown>(['Draining', 'Applying', 'Rebooting', 'Verifying', 'Releasing']);

/** Whether the node is under disruption, from the first step of its turn to its release. */
export const isMoving = ({ phase }: Way): boolean => moving.has(phase);
