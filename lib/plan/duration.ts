/** Durations as Go and Kubernetes write them: 90s, 10m, 1h30m. */

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const pattern = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

/** Milliseconds. Throws a RangeError for anything that is not such a duration. */
export function parseDuration(value: string): number {
  if (!pattern.test(value)) {
    throw new RangeError(`'${value}' is not a duration: write numbers with units, such as 90s or 1h30m`);
  }
  let sum = 0;
  for (const [, number, unit] of value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sum += Number(number) * units[unit as keyof typeof units];
  }
  return Math.round(sum);
}

/** The shortest writing of a duration, e.g. 1h30m. Negative ones count as none. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds));
  if (rest < 1_000) return rest === 0 ? '0s' : `${rest}ms`;
  const parts: string[] = [];
  for (const unit of ['h', 'm', 's', 'ms'] as const) {
    const count = Math.floor(rest / units[unit]);
    rest -= count * units[unit];
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join('');
}
