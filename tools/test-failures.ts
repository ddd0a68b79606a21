/** Reporter of nothing but what failed, for a file that is shown again below the evidence of a red run. */
import type { TestEvent } from 'node:test/reporters';
import { describeFailure } from './test-summary.ts';

export async function* failures(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) if (event.type === 'test:fail') yield describeFailure(event.data);
}

// The runner takes a reporter by its default export only.
// biome-ignore lint/style/noDefaultExport: see above
export default failures;
