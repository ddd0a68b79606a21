import assert from 'node:assert/strict';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openOwnLog } from './own-log.ts';
import { parseLogLine } from './services/logs.ts';

const directory = mkdtempSync(join(tmpdir(), 'own-log-'));
after(() => rmSync(directory, { recursive: true }));
const path = (...parts: string[]) => join(directory, ...parts);

test('what machined says is on the console and in its file', () => {
  openOwnLog(path('logs', 'machined.log'), openSync(path('console'), 'a')).info({ slot: 'a' }, 'boot');
  const console = JSON.parse(readFileSync(path('console'), 'utf8'));
  assert.equal(console.msg, 'boot');
  const { line, timeMs } = parseLogLine(readFileSync(path('logs', 'machined.log'), 'utf8').trim());
  assert.deepEqual(JSON.parse(line), console);
  assert.ok(timeMs > 0);
});

test('neither a console nor a file that takes nothing is an end of machined', () => {
  const readOnly = openSync(path('console'), 'r');
  openOwnLog(path('logs', 'other.log'), readOnly).warn('x');
  assert.match(readFileSync(path('logs', 'other.log'), 'utf8'), /"msg":"x"/);
  writeFileSync(path('no-directory'), '');
  openOwnLog(path('no-directory', 'machined.log'), readOnly).fatal('y');
});
