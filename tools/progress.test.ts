import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineProgress } from './progress.ts';

test('lines: a step says when it starts and ends, and is quiet in between until ten seconds are over', () => {
  const lines: string[] = [];
  let now = 0;
  const progress = lineProgress(
    (line) => lines.push(line),
    () => now,
  );
  const task = progress.task('download', 4e6, 'bytes');
  now = 9_999;
  task.update(1e6);
  now = 10_000;
  task.update(2e6, 'kubelet');
  now = 10_001;
  task.update(3e6);
  task.done();
  task.fail('too late to count');
  assert.deepEqual(lines, ['download …', 'download: 2.0 MB of 4.0 MB kubelet', 'download: done in 10.0 s']);
});

test('lines: nothing is written after stop', () => {
  const lines: string[] = [];
  const progress = lineProgress(
    (line) => lines.push(line),
    () => 0,
  );
  const task = progress.task('build');
  progress.stop();
  task.done();
  progress.log('late');
  assert.deepEqual(lines, ['build …']);
});
