/** What `osctl health` answers. With -o json this is its stable form: fields are added, never renamed or taken away. */

/** unknown: it could not be looked at, which is no verdict. */
export type State = 'ok' | 'warning' | 'failed' | 'unknown';

export interface Finding {
  readonly state: Exclude<State, 'ok'>;
  /** The node that it is about; absent: the cluster. */
  readonly node?: string;
  /** What was seen. */
  readonly evidence: string;
  /** What to do about it, a command where there is one. */
  readonly action: string;
}

export interface Check {
  /** Stable, for programs. */
  readonly id: string;
  readonly title: string;
  /** The worst of its findings. */
  readonly state: State;
  /** What is well, in a few words. */
  readonly summary: string;
  readonly findings: readonly Finding[];
}

export interface HealthReport {
  readonly context: string;
  /** RFC 3339 */
  readonly time: string;
  readonly state: State;
  readonly checks: readonly Check[];
}

const ORDER: readonly State[] = ['ok', 'unknown', 'warning', 'failed'];

export function worst(states: readonly State[]): State {
  return states.reduce<State>((so, one) => (ORDER.indexOf(one) > ORDER.indexOf(so) ? one : so), 'ok');
}

export function check(id: string, title: string, summary: string, findings: readonly Finding[]): Check {
  return { id, title, state: worst(findings.map(({ state }) => state)), summary, findings };
}
