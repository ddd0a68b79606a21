import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
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

describe('a service log', () => {
  test('puts lines together from chunks cut anywhere, each with its time', async () => {
    const path = join(directory, 'cut.log');
    const log = openLog(path, { now: () => Date.UTC(2026, 0, 2) });
    for (const chunk of ['one\ntw', 'o\n', 'three ü'.slice(0, 5), 'e']) log.write(Buffer.from(chunk));
    log.close();
    assert.deepEqual(await read(path), ['one', 'two', 'threee']);
    const first = await readLog(path, options()).next();
    assert.equal(first.value?.timeMs, Date.UTC(2026, 0, 2));
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
