/** Operations and failed boots as people read them. */
import type { FailedBoot, Operation } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { clean } from './format.ts';
import { age, bytes, duration, shortDigest } from './units.ts';

export function stateText(operation: Operation): string {
  switch (operation.state) {
    case 'RUNNING_OPERATION':
      return 'running';
    case 'SUCCEEDED':
      return 'succeeded';
    case 'FAILED_OPERATION':
      return 'failed';
    case 'OPERATION_STATE_UNSPECIFIED':
      return 'unknown';
  }
}

/** "pull 3.0 MiB of 10 MiB: from http://…" */
export function progressText(operation: Operation): string {
  const amount =
    operation.total === 0
      ? ''
      : operation.unit === 'bytes'
        ? ` ${bytes(operation.done)} of ${bytes(operation.total)}`
        : ` ${operation.done}/${operation.total}`;
  return clean(`${operation.phase}${amount}${operation.message === '' ? '' : `: ${operation.message}`}`);
}

/** A line for each layer that has come since `seen`, which is brought up to date. */
export function newParts(operation: Operation, seen: Set<string>): readonly string[] {
  const fresh = operation.parts.filter(({ name, state }) => state === 'done' && !seen.has(name));
  for (const { name } of fresh) seen.add(name);
  return fresh.map(({ name, total }) => clean(`layer ${shortDigest(name)} is there (${bytes(total)})`));
}

/** What a success has changed; undefined as long as there is none. */
export function endText(operation: Operation): string | undefined {
  if (operation.state !== 'SUCCEEDED') return undefined;
  const { result } = operation;
  const took = `${operation.type} done in ${duration(operation.endMs - operation.startMs)}`;
  if (result === undefined || result.version === '') return took;
  const booted = result.bootId === '' || result.bootId === operation.fromBootId ? '' : `, boot id ${result.bootId}`;
  return clean(`${took}: ${result.version} in slot ${result.slot}${booted}`);
}

export function failedBootText(node: string, failed: FailedBoot | undefined, nowMs: number): string {
  if (failed === undefined) return `${node}  no trial boot was turned back\n`;
  const head = `${node}  ${failed.version} in slot ${failed.slot} was turned back ${age(failed.timeMs, nowMs)} ago: ${failed.cause}: ${failed.message}`;
  return [head, ...failed.lastLines.map((line) => `    ${line}`)].map((line) => `${clean(line)}\n`).join('');
}
