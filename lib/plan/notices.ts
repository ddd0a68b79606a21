/** What is told to the webhook of Machine.spec.notifications, decided from what is stored. */
import type { Machine, Notice, NotificationsStatus } from '@talos/crds/machine.ts';
import type { Condition } from '@talos/crds/schema.ts';
import { clip, iso } from './context.ts';
import { formatDuration, parseDuration } from './duration.ts';
import type { Snapshot } from './types.ts';

const PENDING = 32;
const DELIVERED = 128;
/** Older rollouts have nothing new to tell. */
const ROLLOUTS = 3;
const FAILED_NODES = 20;

/** What waits by the user's own wish, or because all goes well. */
const EXPECTED: ReadonlySet<string> = new Set([
  'WINDOW_CLOSED',
  'WINDOW_TOO_SHORT',
  'SOAKING',
  'STEADYING',
  'CANCELLED',
]);

type Stored = Pick<Snapshot, 'machine' | 'rollouts' | 'nodeStates'>;

/**
 * All that is true now and worth telling, oldest first. Each has an id that stays the same for as long as it is true, and is another
 * one when the same happens again.
 */
export function noticesOf({ machine, rollouts, nodeStates }: Stored, now: number): readonly Notice[] {
  if (machine === undefined) return [];
  const notices = [
    ...rollouts
      .toSorted((a, b) => b.spec.generation - a.spec.generation)
      .slice(0, ROLLOUTS)
      .flatMap(ofRollout),
    ...nodeStates
      .flatMap(ofNode)
      .toSorted((a, b) => (a.time < b.time ? 1 : -1))
      .slice(0, FAILED_NODES),
    ...nodeStates.flatMap(ofHealing),
    ...ofWaits(machine, now),
    ...ofWindow(machine, now),
  ];
  return notices.toSorted((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1));
}

const notice = (type: string, subject: string, time: string, message: string): Notice => ({
  id: clip(`${type}/${subject}/${time}`, 253),
  type,
  subject,
  time,
  message: clip(message, 1024),
});

const since = (conditions: readonly Condition[] | undefined, type: string): string | undefined =>
  conditions?.find((condition) => condition.type === type && condition.status === 'True')?.lastTransitionTime;

function ofRollout({ metadata, spec, status }: Stored['rollouts'][number]): readonly Notice[] {
  const { phase, message = '', counts, startTime, completionTime } = status ?? {};
  if (phase === undefined || startTime === undefined) return [];
  // There was nothing to do.
  if (phase === 'Completed' && completionTime === startTime) return [];
  const subject = `rollouts/${metadata.name}`;
  const found: Notice[] = [];
  if (phase !== 'Pending' && phase !== 'Superseded') {
    const what = `${metadata.name} has started: ${spec.os.image}, ${counts?.total ?? 0} nodes`;
    found.push(notice('rollout.started', subject, startTime, what));
  }
  const end = phase === 'Completed' || phase === 'Cancelled' || phase === 'Superseded';
  // A cancelled one has no time of its end.
  if (end) found.push(notice(`rollout.${phase.toLowerCase()}`, subject, completionTime ?? startTime, message));
  const halted = phase === 'Halted' ? since(status?.conditions, 'Stalled') : undefined;
  if (halted !== undefined) found.push(notice('rollout.halted', subject, halted, message));
  return found;
}

function ofNode({ metadata, status }: Stored['nodeStates'][number]): readonly Notice[] {
  if (status?.phase !== 'RolledBack') return [];
  const time = status.evidence?.time ?? since(status.conditions, 'Stalled') ?? status.startTime;
  if (time === undefined) return [];
  const message = status.message ?? status.evidence?.message ?? '';
  return [
    notice(
      'node.rolledback',
      `nodes/${metadata.name}`,
      time,
      `${metadata.name} is back on its former system: ${message}`,
    ),
  ];
}

/** What is done to heal a node, as soon as it is decided. */
function ofHealing({ metadata, status }: Stored['nodeStates'][number]): readonly Notice[] {
  const { action, causes = [] } = status?.healing ?? {};
  if (action === undefined) return [];
  const what = action.name === 'Reboot' ? 'is rebooted' : `has its service ${action.service ?? ''} restarted`;
  const message = `${metadata.name} ${what}: ${causes.join('; ')}`;
  return [notice('healing.acted', `nodes/${metadata.name}`, action.startTime, message)];
}

/** A storm is told at once: while it lasts nothing is healed. */
const STORM = 'REMEDIATION_STORM';

function ofWaits({ spec, status }: Machine, now: number): readonly Notice[] {
  const afterMs = parseDuration(spec.notifications?.blockedFor ?? '1h');
  return (status?.blockedBy ?? [])
    .filter((entry) => !EXPECTED.has(entry.code) && (entry.code === STORM || now - Date.parse(entry.since) >= afterMs))
    .map(({ code, message, node, since: begun, owner }) => {
      const subject = node === undefined ? 'machines/cluster' : `nodes/${node}`;
      if (code === STORM) return notice('healing.storm', subject, begun, message);
      const type = code === 'NODE_SICK' ? 'healing.blocked' : 'rollout.blocked';
      const what = `${code} for ${formatDuration(afterMs)} or more, up to the ${owner}: ${message}`;
      return { ...notice(type, subject, begun, what), id: clip(`${type}/${code}/${subject}/${begun}`, 253) };
    });
}

/** Nothing happened, and should have. */
function ofWindow({ status }: Machine, now: number): readonly Notice[] {
  const { startTime, endTime, begun, waitedFor } = status?.window ?? {};
  if (startTime === undefined || endTime === undefined || waitedFor === undefined || begun !== 0) return [];
  if (now < Date.parse(endTime)) return [];
  const message = `The window from ${startTime} has passed with nothing done: ${waitedFor}`;
  return [notice('window.unused', 'machines/cluster', endTime, message)];
}

/** What has become of what was to be sent. */
export interface Delivery {
  readonly delivered: ReadonlySet<string>;
  /** Refused for good. */
  readonly refused: ReadonlySet<string>;
  readonly failure: { readonly since: number; readonly message: string } | undefined;
}

/**
 * Machine.status.notifications as it is to be stored. A notice is stored before it is sent and until it was taken, so that a crash
 * at any point repeats one at most. What is true already when notifications are first asked for is no news.
 */
export function notificationsStatus(
  snapshot: Stored,
  delivery: Delivery,
  now: number,
): NotificationsStatus | undefined {
  const { machine } = snapshot;
  if (machine?.spec.notifications === undefined) return undefined;
  const all = noticesOf(snapshot, now);
  const before = machine.status?.notifications;
  if (before === undefined) return { pending: [], delivered: all.map(({ id }) => id).slice(-DELIVERED) };
  const isSettled = (id: string) => delivery.delivered.has(id) || delivery.refused.has(id);
  const settled = new Set([...before.delivered, ...before.pending.map(({ id }) => id).filter(isSettled)]);
  const waiting = before.pending.filter(({ id }) => !settled.has(id));
  const known = new Set([...settled, ...waiting.map(({ id }) => id)]);
  const queue = [...waiting, ...all.filter(({ id }) => !known.has(id))];
  const pending = queue.slice(-PENDING);
  const lost = queue.slice(0, -PENDING).map(({ id }) => id);
  const dropped =
    (before.dropped ?? 0) + lost.length + before.pending.filter(({ id }) => delivery.refused.has(id)).length;
  // What is still true must not be forgotten, or it would be told again.
  const current = new Set(all.map(({ id }) => id));
  const remembered = [...settled, ...lost].toSorted((a, b) => Number(current.has(a)) - Number(current.has(b)));
  const { failure } = delivery;
  return {
    pending,
    delivered: remembered.slice(-DELIVERED),
    ...(dropped === 0 ? {} : { dropped }),
    ...(failure === undefined || pending.length === 0
      ? {}
      : { failure: { since: iso(failure.since), message: clip(failure.message, 512) } }),
  };
}
