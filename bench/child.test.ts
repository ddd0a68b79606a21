import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { mustRun, runChild } from './child.ts';

const signal = AbortSignal.timeout(20_000);

test('the whole life of a process is timed, and what it printed is kept', async () => {
  const script = "setTimeout(() => { console.log('out'); console.error('err'); process.exitCode = 3; }, 50)";
  const result = await runChild(process.execPath, ['-e', script], { signal });
  assert.equal(result.status, 3);
  assert.deepEqual([result.stdout, result.stderr], ['out\n', 'err\n']);
  assert.ok(result.wallMs >= 50);
  await assert.rejects(mustRun(process.execPath, ['-e', script], { signal }), /ended with 3:\nerr\nout/);
});

test('whoever interrupts hears of it once the process has cleaned up', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-child-'));
  t.after(() => rm(directory, { recursive: true }));
  const controller = new AbortController();
  const script = `const { writeFileSync } = require('node:fs');
    process.on('SIGTERM', () => setTimeout(() => { writeFileSync('cleaned-up', ''); process.exit(0); }, 50));
    setInterval(() => {}, 1000);
    writeFileSync('started', '');`;
  const running = runChild(process.execPath, ['-e', script], { signal: controller.signal, cwd: directory });
  const reason = new Error('enough');
  const interrupted = assert.rejects(running, reason);
  while (!existsSync(join(directory, 'started'))) await setTimeout(5, undefined, { signal });
  controller.abort(reason);
  await interrupted;
  assert.ok(existsSync(join(directory, 'cleaned-up')));
});

test('a program that is not there is an error', async () => {
  await assert.rejects(runChild('/does/not/exist', [], { signal }), /ENOENT/);
});
