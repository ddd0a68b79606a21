import assert from 'node:assert/strict';
import { appendFileSync, fstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openAuditLog } from './audit.ts';
import { type AuditQuery, readAudit } from './audit-read.ts';

const directory = mkdtempSync(join(tmpdir(), 'audit-read-'));
after(() => rmSync(directory, { recursive: true }));

let logs = 0;
const open = (limitBytes = 100_000) => {
  const path = join(directory, String(++logs), 'audit.log');
  const log = openAuditLog({ path, now: () => 0, onError: (error) => assert.fail(String(error)), limitBytes, keep: 3 });
  const record = (target: string, result = 'OK', timeMs = 0) =>
    log.record({ subject: 'ann', role: 'os:admin', address: '10.5.0.1', method: '/x.Y/Z', target, result, timeMs });
  return { path, log, record };
};
const past: AuditQuery = { tail: 0, sinceMs: 0, follow: false, refusedOnly: false };
const never = new AbortController().signal;
const targets = async (log: ReturnType<typeof open>['log'], query: Partial<AuditQuery>): Promise<string> => {
  const found: string[] = [];
  for await (const { target } of readAudit(log, { ...past, ...query }, never)) found.push(target);
  return found.join(' ');
};

test('the past is told in order over all files, its last records, those since a time, those refused', async () => {
  const { log, record, path } = open(600);
  for (let n = 0; n < 8; n++) record(`r${n}`, n % 3 === 0 ? 'REFUSED' : 'OK', n * 1000);
  appendFileSync(path, '{"time":"1970-01-01T00:00:09.000Z","tar'); // the power went
  const all = await targets(log, {});
  assert.match(all, /^(r\d ?)+$/);
  assert.ok(all.endsWith('r5 r6 r7') && all.split(' ').length > 4, all);
  assert.equal(await targets(log, { tail: 2 }), 'r6 r7');
  assert.equal(await targets(log, { sinceMs: 6000 }), 'r6 r7');
  assert.equal(await targets(log, { refusedOnly: true, tail: 1 }), 'r6');
  log.close();
});

test('a reader that leaves early leaves no file open', async () => {
  const { log, record } = open(300);
  for (let n = 0; n < 8; n++) record(`r${n}`);
  const fds: number[] = [];
  const watched = {
    ...log,
    open: () => {
      const files = log.open();
      fds.push(...files.map(({ fd }) => fd));
      return files;
    },
  };
  const reading = readAudit(watched, past, never);
  await reading.next();
  await reading.return(undefined);
  assert.equal(fds.length, 4);
  // The one that was being read ends with its stream.
  for (const fd of fds.slice(1)) assert.throws(() => fstatSync(fd), { code: 'EBADF' });
  log.close();
});

test('an empty log has no past', async () => {
  const { log } = open();
  assert.equal(await targets(log, {}), '');
  log.close();
});

test('what comes follows what was, each once, until the reader leaves', async () => {
  const { log, record } = open();
  record('old');
  const stop = new AbortController();
  const reading = readAudit(log, { ...past, follow: true }, stop.signal);
  assert.equal((await reading.next()).value?.target, 'old');
  record('while reading');
  assert.equal((await reading.next()).value?.target, 'while reading');
  const next = reading.next();
  record('later');
  assert.equal((await next).value?.target, 'later');
  const last = reading.next();
  stop.abort(new Error('gone'));
  await assert.rejects(last, /gone/);
  log.close();
});

test('a reader that is too slow is told so, and costs no more', async () => {
  const { log, record } = open(10_000_000);
  const reading = readAudit(log, { ...past, tail: 1, follow: true }, never);
  record('first');
  assert.equal((await reading.next()).value?.target, 'first');
  for (let n = 0; n < 1_200; n++) record(`r${n}`);
  await assert.rejects(
    async () => {
      for await (const _record of reading);
    },
    { code: 'RESOURCE_EXHAUSTED', reason: 'FELL_BEHIND' },
  );
  log.close();
});
