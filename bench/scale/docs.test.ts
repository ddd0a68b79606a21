import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderScale, type ScaleResults, scaleOf, withScale } from './docs.ts';
import { scaleRows } from './rows.ts';

const results: ScaleResults = {
  date: '2026-01-02T03:04:05.678Z',
  commit: 'abc1234',
  command: 'npm run bench:scale -- --docs',
  machine: { cores: 2, memoryGiB: 24, system: 'Debian', kernel: '6.1.0', node: 'v24.0.0', load: 0.1 },
  nodes: 1_000,
  maxUnavailable: '10%',
  note: 'Others used the same cores.',
  rows: scaleRows({ planMs: 20, requestsPerNode: 15.2, rssMb: 140 }, 1_000),
  requests: [
    ['patch nodestates/status', 8_000],
    ['create rollouts', 1],
  ],
};

test('the part says what made it, and each figure with its bar, which depends on the nodes', () => {
  const part = renderScale(results);
  assert.match(part, /`npm run bench:scale -- --docs` \(2026-01-02 03:04 UTC, commit abc1234\)/);
  assert.match(part, /\| requests per node's upgrade \| 15\.2 requests \| ≤ 14 requests \| \*\*missed\*\* \|/);
  assert.match(part, /\| operator RSS \| 140\.0 MB \| ≤ 150 MB \| met \|/);
  assert.match(part, /\| patch nodestates\/status \| 8\.00 \|/);
  assert.doesNotMatch(part, /create rollouts/);
  assert.match(part, /met \| [^\n]*\n\nOthers used the same cores\.\n\nWhat the operator asked for/);
  assert.deepEqual(
    scaleRows({ rssMb: 340 }, 5_000).map(({ bar }) => bar),
    [350],
  );
});

test('each bench writes its own part of the page and leaves the other', () => {
  const page = '# Benchmarks\n\nold\n';
  const once = withScale(page, renderScale(results));
  assert.equal(withScale(once, renderScale(results)), once);
  assert.match(once, /^# Benchmarks\n\nold\n\n<!--/);
  const anew = withScale('# Benchmarks\n\nnew\n', scaleOf(once));
  assert.equal(anew, once.replace('old', 'new'));
  assert.equal(withScale(page, scaleOf('# Benchmarks\n')), page);
});
