/**
 * When nodes may be begun: inside a maintenance window and outside every freeze. Pure: times are asked for, never now.
 * Schedules are read by croner, which knows time zones and their changes of clock.
 */
import type { Freeze, Machine, Window } from '@talos/crds/machine.ts';
import { Cron } from 'croner';
import { formatDuration, parseDuration } from '../duration.ts';

type Span = { readonly start: number; readonly end: number };

export type Opening =
  /** No window was asked for: open until the next freeze, if there is one. */
  | { readonly state: 'always'; readonly end: number }
  | { readonly state: 'open'; readonly start: number; readonly end: number }
  | { readonly state: 'closed'; readonly opens: number; readonly why: string }
  /** Closed until a person mends the field. */
  | { readonly state: 'invalid'; readonly field: string; readonly why: string };

type Policy = Pick<NonNullable<Machine['spec']['rollout']>, 'windows' | 'freezes'>;

/**
 * Windows that follow upon one another without a break are one, as far ahead as this and for so many of them: that is room for a turn, and
 * to follow minute upon minute for longer would cost seconds of every pass.
 */
const HORIZON_MS = 86_400_000;
const JOINED = 64;

/**
 * Whether nodes may be begun at `at` (Unix ms). `end` of an open one is when the last of them must be done.
 *
 * A window or freeze that says nothing sensible (an unknown time zone, a day that never comes) is `invalid` and closes all of
 * them: to begin outside of what was meant would be worse than to wait.
 */
export function openingAt({ windows = [], freezes = [] }: Policy, at: number): Opening {
  const crons: { readonly cron: Cron; readonly durationMs: number }[] = [];
  for (const [index, window] of windows.entries()) {
    const field = `spec.rollout.windows[${index}]`;
    try {
      const cron = cronOf(window);
      if (cron.nextRun(new Date(at)) === null) {
        return { state: 'invalid', field: `${field}.schedule`, why: `'${window.schedule}' never comes` };
      }
      crons.push({ cron, durationMs: parseDuration(window.duration) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        state: 'invalid',
        field: isTimeZone(window.timeZone) ? `${field}.schedule` : `${field}.timeZone`,
        why: message,
      };
    }
  }
  const unread = freezes.findIndex(({ from, to }) => Number.isNaN(Date.parse(from) + Date.parse(to)));
  if (unread >= 0) {
    const { from = '', to = '' } = freezes[unread] ?? {};
    return { state: 'invalid', field: `spec.rollout.freezes[${unread}]`, why: `from '${from}' to '${to}' is no time` };
  }
  const frozen = (time: number): Freeze | undefined =>
    freezes.find(({ from, to }) => Date.parse(from) <= time && time < Date.parse(to));
  const nextFreeze = Math.min(
    Number.POSITIVE_INFINITY,
    ...freezes.map(({ from }) => Date.parse(from)).filter((from) => from > at),
  );
  /** Of the windows that cover `time`, the one that ends last. */
  const coverOf = (time: number): Span | undefined =>
    crons
      .flatMap(({ cron, durationMs }) => startsIn(cron, time - durationMs, time, durationMs))
      .reduce<Span | undefined>((best, one) => (best && best.end >= one.end ? best : one), undefined);
  const spanAt = (time: number): Span | undefined => {
    let span = coverOf(time);
    for (let joined = 1; span !== undefined && joined < JOINED && span.end <= time + HORIZON_MS; joined++) {
      const longer = coverOf(span.end);
      if (longer === undefined || longer.end <= span.end) break;
      span = { start: span.start, end: longer.end };
    }
    return span;
  };

  const freeze = frozen(at);
  const inside = windows.length === 0 ? undefined : spanAt(at);
  if (freeze === undefined && windows.length === 0) return { state: 'always', end: nextFreeze };
  if (freeze === undefined && inside !== undefined) {
    return { state: 'open', start: inside.start, end: Math.min(inside.end, nextFreeze) };
  }

  let opens = at;
  // Each turn leaves a freeze or reaches a window; no two freezes are left twice.
  for (let turn = 0; turn <= 2 * (freezes.length + 1); turn++) {
    const over = frozen(opens);
    if (over !== undefined) opens = Date.parse(over.to);
    else if (windows.length === 0 || coverOf(opens) !== undefined) break;
    else
      opens = Math.min(
        ...crons.map(({ cron }) => cron.nextRun(new Date(opens))?.getTime() ?? Number.POSITIVE_INFINITY),
      );
  }
  const until =
    freeze === undefined ? '' : ` until ${freeze.to}${freeze.reason === undefined ? '' : `: ${freeze.reason}`}`;
  return {
    state: 'closed',
    opens,
    why: freeze === undefined ? 'outside of the maintenance windows' : `changes are frozen${until}`,
  };
}

/** The latest start in (after, until], as a span that covers `until`; none when there is no such start. */
function startsIn(cron: Cron, after: number, until: number, durationMs: number): readonly Span[] {
  const next = (time: number): number => cron.nextRun(new Date(time))?.getTime() ?? Number.POSITIVE_INFINITY;
  // Where windows adjoin it is the last second.
  const last = next(until - 1_000);
  let start = last <= until ? last : next(after);
  if (start > until) return [];
  // By halves and forwards: croner's way backwards throws where a month has no such day, e.g. for every 29 February.
  for (let latest = until; latest - start >= 1_000; ) {
    const middle = start + (latest - start) / 2;
    const later = next(middle);
    if (later <= until) start = later;
    else latest = middle;
  }
  return [{ start, end: start + durationMs }];
}

function cronOf({ schedule, timeZone }: Window): Cron {
  // Without a change of clocks croner need not ask for each time what the zone makes of it: that is most of what it takes.
  const zone = timeZone === undefined || timeZone === 'UTC' ? { utcOffset: 0 } : { timezone: timeZone };
  return new Cron(schedule, { ...zone, mode: '5-part', paused: true });
}

function isTimeZone(name: string | undefined): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' });
    return true;
  } catch {
    return false;
  }
}

/** What a node's turn is expected to take: the 90th percentile (nearest rank) of what was measured; a guess before that. */
export function expectedTurnMs(measuredSeconds: readonly number[], guessMs: number): number {
  const sorted = measuredSeconds.toSorted((a, b) => a - b);
  const at = sorted[Math.ceil(sorted.length * 0.9) - 1];
  return at === undefined ? guessMs : at * 1_000;
}

/** How a person reads it. */
export function describeOpening(opening: Opening): string {
  switch (opening.state) {
    case 'always':
      return 'at any time';
    case 'open':
      return `until ${new Date(opening.end).toISOString()}`;
    case 'closed':
      return `${opening.why}; ${Number.isFinite(opening.opens) ? `the next window opens at ${new Date(opening.opens).toISOString()}` : 'no window opens'}`;
    case 'invalid':
      return `${opening.field}: ${opening.why}`;
  }
}

export const formatSpan = (ms: number): string => formatDuration(Math.round(ms / 1_000) * 1_000);
