/** What was stored by a clock that has been set back since. */
import { type Context, iso, record, type Subject } from './context.ts';

/** The clocks of two operators differ by less; or theirs is no clock. */
export const SKEW_MS = 60_000;
/** No retry is put off for as long. */
const LONGEST_RETRY_MS = 86_400_000;

/**
 * The node's way with no beginning in the future. Its times are moved together, so that each step keeps the time that it was given,
 * and stored again; else a clock that was years ahead would leave deadlines, retries and soaks that are never over. A clock that
 * was put forward needs nothing: to that, as to an operator that was away for so long, deadlines are over, and say so.
 */
export function onThisClock(context: Context, subject: Subject): Subject {
  const { now } = context;
  const { way } = subject;
  const begun = [way.startTime, way.endTime, way.step?.startTime, way.steadySince].flatMap((time) => time ?? []);
  const ahead = Math.max(0, ...begun.map((time) => Date.parse(time) - now).filter(Number.isFinite));
  const retryIn = way.retryTime === undefined ? 0 : Date.parse(way.retryTime) - now;
  const back = ahead > SKEW_MS ? ahead : 0;
  if (back === 0 && retryIn <= LONGEST_RETRY_MS) return subject;
  const moved = (time: string | undefined) => (time === undefined ? undefined : iso(Date.parse(time) - back));
  const change = {
    startTime: moved(way.startTime),
    endTime: moved(way.endTime),
    steadySince: moved(way.steadySince),
    retryTime: retryIn - back > LONGEST_RETRY_MS ? iso(now) : moved(way.retryTime),
    step: way.step && {
      ...way.step,
      startTime: iso(Date.parse(way.step.startTime) - back),
      deadline: iso(Date.parse(way.step.deadline) - back),
    },
  };
  record(context, subject, change);
  const set = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...subject, way: { ...way, ...Object.fromEntries(set) } };
}
