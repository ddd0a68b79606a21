import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import {
  cpuMsOf,
  descendants,
  listProcesses,
  memoryOf,
  parseCpuMs,
  parseParent,
  parseSmapsRollup,
} from './processes.ts';

const ROLLUP = `00400000-7ffe7f3d2000 ---p 00000000 00:00 0                              [rollup]
Rss:               63488 kB
Pss:               41213 kB
Pss_Anon:          30000 kB
Shared_Clean:      22528 kB
`;

test('smaps_rollup is read in bytes, and PSS is not one of its parts', () => {
  assert.deepEqual(parseSmapsRollup(ROLLUP), { rssBytes: 63_488 * 1024, pssBytes: 41_213 * 1024 });
  assert.throws(() => parseSmapsRollup('Rss: 1 kB\n'), /without Pss/);
});

test('the parent is found behind a name that tries to hide it', () => {
  assert.equal(parseParent('4242 (node) S 17 4242 1 0'), 17);
  assert.equal(parseParent('4242 (a) R 99 (b)) S 17 4242 1 0'), 17);
});

test('descendants are children and their children, not others', () => {
  const process = (pid: number, parent: number) => ({ pid, parent, command: [] });
  const found = descendants([process(2, 1), process(3, 2), process(4, 9), process(5, 3)], 2);
  assert.deepEqual(found.map(({ pid }) => pid).sort(), [3, 5]);
});

test('this process is among those of the machine, with some memory', async () => {
  const own = (await listProcesses()).find(({ pid }) => pid === process.pid);
  assert.equal(own?.parent, process.ppid);
  const memory = await memoryOf(process.pid);
  assert.ok(memory !== undefined && memory.pssBytes > 0 && memory.pssBytes <= memory.rssBytes);
});

test('processor time is what was taken by user and system together', () => {
  const stat = '4242 (a) R 99 (b)) S 17 4242 1 0 -1 4194304 99 0 0 0 250 30 7 8 20 0 1 0 2405516';
  assert.equal(parseCpuMs(stat), 2_800);
});

test('a process that has ended has neither memory nor processor time', async () => {
  const child = spawn('true');
  await once(child, 'close');
  assert.equal(await memoryOf(child.pid ?? 0), undefined);
  assert.equal(await cpuMsOf(child.pid ?? 0), undefined);
});
