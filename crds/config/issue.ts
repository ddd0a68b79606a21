/** What is wrong with a document, and where. */
export interface ConfigIssue {
  /** `Kind.spec.path`, `document 2` before the kind is known. */
  readonly path: string;
  /** The end of a sentence that begins with the path: "must be …". */
  readonly message: string;
}

export const formatIssue = (issue: ConfigIssue): string => `${issue.path}: ${issue.message}`;

/** All that is wrong, at once; `message` has one line per issue. Holds no value of a field. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly ConfigIssue[];
  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.issues = issues;
  }
}

/** More than this many are not told: the first ones explain the rest. */
export const MAX_ISSUES = 20;

const SIMPLE = /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/;

/** `spec.hosts[0].names`, `spec.mirrors["osctl.dev:5000"]`. */
export function joinPath(kind: string, segments: readonly (string | number)[]): string {
  let path = kind;
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else if (SIMPLE.test(segment)) path += `.${segment}`;
    else path += `[${JSON.stringify(printable(segment))}]`;
  }
  return path;
}

/** A name from the input as it may stand in an error: bounded, one line, no control characters. */
export function printable(name: string): string {
  const clean = name.replace(/[\p{C}]/gu, '?');
  return clean.length > 64 ? `${clean.slice(0, 61)}...` : clean;
}

/** " (did you mean x?)", or nothing when no known name is near. */
export function suggest(name: string, known: readonly string[]): string {
  const nearest = known
    .map((candidate) => ({
      candidate,
      distance: editDistance(name.slice(0, 64).toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (nearest === undefined || nearest.distance > Math.max(2, Math.floor(nearest.candidate.length / 3))) return '';
  return `; did you mean ${nearest.candidate}?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
