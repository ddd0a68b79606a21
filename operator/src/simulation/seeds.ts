/** Many seeds, one after the other. */
import { type Result, runSeed } from './run.ts';

export interface Summary {
  readonly failed: readonly Result[];
  /** How the rollouts ended, e.g. `Completed 570, Halted 330`. */
  readonly phases: string;
  /** Of the clusters' time, all together. */
  readonly seconds: number;
}

export const replayOf = (seed: number): string => `npm run sim -- --seed ${seed}`;

export async function runSeeds(
  from: number,
  count: number,
  onFailure: (result: Result) => void = () => {},
): Promise<Summary> {
  const phases = new Map<string, number>();
  const failed: Result[] = [];
  let seconds = 0;
  for (let seed = from; seed < from + count; seed++) {
    const result = await runSeed(seed);
    seconds += result.seconds;
    phases.set(result.phase, (phases.get(result.phase) ?? 0) + 1);
    if (result.violations.length === 0) continue;
    failed.push(result);
    onFailure(result);
  }
  const text = [...phases]
    .sort(([, a], [, b]) => b - a)
    .map(([phase, times]) => `${phase} ${times}`)
    .join(', ');
  return { failed, phases: text, seconds };
}
