import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openAuditLog } from './audit.ts';

const directory = mkdtempSync(join(tmpdir(), 'audit-'));
after(() => rmSync(directory, { recursive: true }));
const entry = {
  subject: 'ann',
  role: 'os:admin',
  address: '10.5.0.1',
  method: '/x.Y/Z',
  target: 'kubelet',
  result: 'OK',
};
const fail = (error: unknown) => assert.fail(String(error));

test('a record is one line of JSON, readable by root only', () => {
  const path = join(directory, 'a/audit.log');
  const log = openAuditLog({ path, now: () => 0, onError: fail });
  log.record({ ...entry, target: 'two\nlines "quoted"', count: 3, reason: 'WHY' });
  log.close();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    [{ time: '1970-01-01T00:00:00.000Z', ...entry, target: 'two\nlines "quoted"', reason: 'WHY', count: 3 }],
  );
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('what it uses is bounded, the newest is kept, lines stay whole', () => {
  const path = join(directory, 'b/audit.log');
  const log = openAuditLog({ path, now: () => 0, onError: fail, limitBytes: 2000, keep: 2 });
  for (let n = 0; n < 200; n++) log.record({ ...entry, target: `${n} ${'x'.repeat(5000)}` });
  log.close();
  const names = readdirSync(join(directory, 'b')).sort();
  assert.deepEqual(names, ['audit.log', 'audit.log.1', 'audit.log.2']);
  for (const name of names) {
    const text = readFileSync(join(directory, 'b', name), 'utf8');
    assert.ok(text.length <= 2000);
    for (const line of text.trimEnd().split('\n')) assert.equal(JSON.parse(line).target.length, 512);
  }
  const last = readFileSync(path, 'utf8').trimEnd().split('\n').at(-1)!;
  assert.match(JSON.parse(last).target, /^199 /);
});

test('times and texts from outside cannot make it throw', () => {
  const path = join(directory, 'c/audit.log');
  const log = openAuditLog({ path, now: () => 0, onError: fail });
  log.record({ ...entry, timeMs: Number.MAX_VALUE, subject: '\ud800', method: '\u0000' });
  log.close();
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).time, '1970-01-01T00:00:00.000Z');
});
