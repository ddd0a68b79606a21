/** Numbers as people read them. */

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** 1536 → "1.5 KiB". */
export function bytes(count: number): string {
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

/** 93_000 → "1m33s"; two units at most. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))}ms`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return join(seconds, 60, 'm', 's');
  if (seconds < 86_400) return join(Math.floor(seconds / 60), 60, 'h', 'm');
  return join(Math.floor(seconds / 3600), 24, 'd', 'h');
}

function join(value: number, base: number, large: string, small: string): string {
  const rest = value % base;
  return `${Math.floor(value / base)}${large}${rest === 0 ? '' : `${rest}${small}`}`;
}

/** How long ago; "never" for 0. */
export function age(timeMs: number, nowMs: number): string {
  return timeMs === 0 ? 'never' : duration(nowMs - timeMs);
}

/** sha256:0123456789abcdef… → sha256:0123456789ab */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':');
  return hex === undefined ? digest : `${algorithm}:${hex.slice(0, 12)}`;
}

/** Of a share from 0 to 1: 0.123 → "12.3%". */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** 2_596_122_000 → "2.6 GHz"; "-" for 0. */
export function frequency(hertz: number): string {
  if (hertz === 0) return '-';
  return hertz >= 1e9 ? `${(hertz / 1e9).toFixed(1)} GHz` : `${Math.round(hertz / 1e6)} MHz`;
}

/** How far a clock is from another one: "+1m30s", "-12ms". */
export function offset(ms: number): string {
  return `${ms < 0 ? '-' : '+'}${duration(Math.abs(ms))}`;
}
