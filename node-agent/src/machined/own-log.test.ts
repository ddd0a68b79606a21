import assert from 'node:assert/strict';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openOwnLog } from './own-log.ts';
import { openLog, parseLogLine } from './services/logs.ts';

const directory = mkdtempSync(join(tmpdir(), 'own-log-'));
after(() => rmSync(directory, { recursive: true }));
const path = (...parts: string[]) => join(directory, ...parts);
const file =
  (...parts: string[]) =>
  () =>
    openLog(path(...parts), { now: Date.now });

test('what machined says is on the console and in its file', () => {
  openOwnLog(file('logs', 'machined.log'), openSync(path('console'), 'a')).info({ slot: 'a' }, 'boot');
  const console = JSON.parse(readFileSync(path('console'), 'utf8'));
  assert.equal(console.msg, 'boot');
  const { line, timeMs } = parseLogLine(Buffer.from(readFileSync(path('logs', 'machined.log'), 'utf8').trim()));
  assert.deepEqual(JSON.parse(Buffer.from(line).toString()), console);
  assert.ok(timeMs > 0);
});

test('neither a console nor a file that takes nothing is an end of machined', () => {
  const readOnly = openSync(path('console'), 'r');
  openOwnLog(file('logs', 'other.log'), readOnly).warn('x');
  assert.match(readFileSync(path('logs', 'other.log'), 'utf8'), /"msg":"x"/);
  writeFileSync(path('no-directory'), '');
  openOwnLog(file('no-directory', 'machined.log'), readOnly).fatal('y');
});
