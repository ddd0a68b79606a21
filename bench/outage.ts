/** For how long a client was turned away. */

/** One try of a client, as monotonic milliseconds. */
export interface Attempt {
  readonly start: number;
  readonly end: number;
  readonly ok: boolean;
}

/**
 * The longest time between two answers with at least one failure in between, in milliseconds; 0 when nothing failed. From the
 * end of the last answer to the end of the next one: what a client that asks again and again has to wait, the pauses between
 * its tries included.
 *
 * Errors: a failure that no answer follows is an outage whose end was not seen.
 */
export function longestOutage(attempts: readonly Attempt[]): number {
  let longest = 0;
  let lastAnswer: number | undefined;
  let failed = false;
  for (const { start, end, ok } of attempts) {
    if (!ok) {
      failed = true;
      lastAnswer ??= start;
      continue;
    }
    if (failed && lastAnswer !== undefined) longest = Math.max(longest, end - lastAnswer);
    lastAnswer = end;
    failed = false;
  }
  if (failed) throw new Error('the last try failed: the end of the outage was not seen');
  return longest;
}
