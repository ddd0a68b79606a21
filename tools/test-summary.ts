/**
 * Reporter of the test stages: a dot for each green test, the whole story of each red one, the counts at the end.
 *
 * Home-made because the runner's `spec` reporter prints a line for each of thousands of tests, and its `dot` reporter no counts.
 */
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { projectRoot } from './run.ts';

interface Slow {
  readonly name: string;
  readonly ms: number;
}

type Failure = Extract<TestEvent, { readonly type: 'test:fail' }>['data'];

/** What failed, where it is written, and why. */
export function describeFailure({ name, file, line, details }: Failure): string {
  const where = file === undefined ? '' : ` (${relative(projectRoot, file)}:${line ?? '?'})`;
  return `\n✗ ${name}${where}\n${inspect(details.error.cause ?? details.error)}\n`;
}

export async function* summarise(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const slow: Slow[] = [];
  for await (const event of source) {
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
      if (event.data.skip !== undefined) skipped++;
      else {
        passed++;
        yield passed % 100 === 0 ? '.\n' : '.';
      }
      slow.push({ name: event.data.name, ms: event.data.details.duration_ms });
    } else if (event.type === 'test:fail') {
      if (event.data.details.type !== 'suite') failed++;
      yield describeFailure(event.data);
    } else if (event.type === 'test:stderr' || event.type === 'test:stdout') {
      yield event.data.message;
    }
  }
  slow.sort((a, b) => b.ms - a.ms);
  const slowest = slow.slice(0, 3).filter((test) => test.ms > 1000);
  if (slowest.length > 0)
    yield `\nslowest: ${slowest.map((test) => `${test.name} ${(test.ms / 1000).toFixed(1)} s`).join('; ')}`;
  yield `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}

// The runner takes a reporter by its default export only.
// biome-ignore lint/style/noDefaultExport: see above
export default summarise;
