import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './run.ts';

test('standard output comes back, standard error line by line', async () => {
  const lines: string[] = [];
  const output = await run('sh', ['-c', 'echo out; echo one >&2; echo two >&2'], {
    onLine: (line) => lines.push(line),
  });
  assert.equal(output, 'out\n');
  assert.deepEqual(lines, ['one', 'two']);
});

test('a failure tells the status and what was printed last', async () => {
  await assert.rejects(run('sh', ['-c', 'echo the reason >&2; exit 3']), /ended with 3:\nthe reason/);
  await assert.rejects(run('/no/such/program', []), /could not start \/no\/such\/program/);
});

test('an abort kills the program and what it started', async () => {
  const abort = new AbortController();
  const reason = new Error('enough');
  // The grandchild holds standard output open: `run` settles only once it is dead too.
  await assert.rejects(
    run('sh', ['-c', 'sleep 600 & echo ready >&2; wait'], { signal: abort.signal, onLine: () => abort.abort(reason) }),
    (error) => error === reason,
  );
  await assert.rejects(run('sh', ['-c', 'exit 0'], { signal: abort.signal }), (error) => error === reason);
});
