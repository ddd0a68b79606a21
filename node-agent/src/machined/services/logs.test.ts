import assert from 'node:assert/strict';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openLog } from './logs.ts';
import { type ReadLogOptions, readLog } from './read-log.ts';

const directory = mkdtempSync(join(tmpdir(), 'talos-logs-'));
after(() => rmSync(directory, { recursive: true }));

const options = (overrides: Partial<ReadLogOptions> = {}): ReadLogOptions => ({
  tailLines: 0,
  sinceMs: 0,
  signal: new AbortController().signal,
  ...overrides,
});
const read = async (path: string, overrides: Partial<ReadLogOptions> = {}): Promise<string[]> => {
  const lines: string[] = [];
  for await (const record of readLog(path, options(overrides))) lines.push(Buffer.from(record.line).toString());
  return lines;
};
/** What this process has open. */
const openPaths = (): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // that of the reading itself
    }
  });

describe('a service log', () => {
  test('puts lines together from chunks cut anywhere, each with its time', async () => {
    const path = join(directory, 'cut.log');
    const log = openLog(path, { now: () => Date.UTC(2026, 0, 2) });
    for (const chunk of ['one\ntw', 'o\n', 'three ü'.slice(0, 5), 'e']) log.write(Buffer.from(chunk));
    log.close();
    assert.deepEqual(await read(path), ['one', 'two', 'threee']);
    const reading = readLog(path, options());
    assert.equal((await reading.next()).value?.timeMs, Date.UTC(2026, 0, 2));
    await reading.return(undefined);
    assert.ok(!openPaths().includes(path));
  });

  test('stays bounded and reads over its rotation, without a line lost in between', async () => {
    const path = join(directory, 'rotated.log');
    const log = openLog(path, { now: () => 0, limitBytes: 400 });
    for (let n = 0; n < 15; n++) log.write(Buffer.from(`line ${n}\n`));
    assert.ok(statSync(path).size <= 400 && statSync(`${path}.1`).size <= 400);
    const lines = await read(path);
    assert.equal(lines.at(-1), 'line 14');
    assert.deepEqual(
      lines,
      lines.map((_, index) => `line ${15 - lines.length + index}`),
    );
    assert.deepEqual(await read(path, { tailLines: 3 }), ['line 12', 'line 13', 'line 14']);
    log.close();
  });

  test('loses lines while it cannot be rotated, and touches no file that is not its own', async () => {
    const path = join(directory, 'stuck.log');
    mkdirSync(join(`${path}.1`, 'in the way'), { recursive: true });
    const log = openLog(path, { now: () => 0, limitBytes: 60 });
    log.write(Buffer.from('a line of the file that stays\n'));
    log.write(Buffer.from('the first that does not fit\n'));
    const other = openSync(join(directory, 'other'), 'w'); // has the number that the log's file had
    log.write(Buffer.from('the second that does not fit\n'));
    assert.equal(fstatSync(other).size, 0);
    rmSync(`${path}.1`, { recursive: true });
    log.write(Buffer.from('rotated\n'));
    log.close();
    assert.equal(fstatSync(other).size, 0);
    closeSync(other);
    assert.deepEqual(await read(path), ['a line of the file that stays', 'rotated']);
    assert.match(readFileSync(path, 'utf8'), /^\S+ rotated\n$/);
  });

  test('leaves no file open when one of the two does not open', async () => {
    const path = join(directory, 'half.log');
    openLog(path, { now: () => 0 }).close();
    symlinkSync(`${path}.1`, `${path}.1`);
    await assert.rejects(read(path), { code: 'ELOOP' });
    assert.ok(!openPaths().includes(path));
  });

  test('gives only what is younger than asked for', async () => {
    const path = join(directory, 'since.log');
    let now = 1_000;
    const log = openLog(path, { now: () => now });
    log.write(Buffer.from('old\n'));
    now = 5_000;
    log.write(Buffer.from('new\n'));
    log.close();
    assert.deepEqual(await read(path, { sinceMs: 2_000 }), ['new']);
  });

  test('follows over a rotation until the reader goes away', async () => {
    const path = join(directory, 'follow.log');
    const log = openLog(path, { now: () => 0, limitBytes: 200 });
    log.write(Buffer.from('before\n'));
    const leave = new AbortController();
    const seen: string[] = [];
    for await (const record of readLog(path, options({ grown: log.grown, tailLines: 1, signal: leave.signal }))) {
      seen.push(Buffer.from(record.line).toString());
      if (seen.length <= 20) log.write(Buffer.from(`line ${seen.length}\n`));
      else leave.abort();
    }
    assert.deepEqual(seen, ['before', ...Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)]);
    log.close();
  });

  test('a line without an end is cut, not kept in memory', async () => {
    const path = join(directory, 'long.log');
    const log = openLog(path, { now: () => 0 });
    log.write(Buffer.alloc(40_000, 'x'));
    log.close();
    assert.deepEqual(
      (await read(path)).map((line) => line.length),
      [16_384, 16_384, 40_000 - 2 * 16_384],
    );
  });

  test('a log that is not there is empty', async () => {
    assert.deepEqual(await read(join(directory, 'none.log')), []);
  });
});
