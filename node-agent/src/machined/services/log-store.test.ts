import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openLogStore } from './log-store.ts';

const root = mkdtempSync(join(tmpdir(), 'log-store-'));
after(() => rmSync(root, { recursive: true }));
const { signal } = new AbortController();
const storeOf = (name: string, bootId: string) =>
  openLogStore({ directory: join(root, name), bootId, now: () => Date.UTC(2026, 0, 1) });
const lines = async (store: ReturnType<typeof storeOf>, id: string, bootId?: string, tailLines = 0) => {
  const records = store.read(id, { tailLines, sinceMs: 0, follow: false, signal, bootId });
  return (await Array.fromAsync(records)).map(({ line }) => Buffer.from(line).toString());
};

test('each boot has logs of its own, and those of before stay as they were', async () => {
  const first = storeOf('boots', 'b1');
  first.open('kubelet').write(Buffer.from('one\n'));
  const second = storeOf('boots', 'b2');
  second.open('kubelet').write(Buffer.from('two\n'));
  assert.deepEqual(await lines(second, 'kubelet'), ['two']);
  assert.deepEqual(await lines(second, 'kubelet', 'b1'), ['one']);
  assert.deepEqual(second.ids('b1'), ['kubelet']);
  assert.deepEqual(await lines(second, 'kubelet', 'gone'), []);
});

test('the boot before always stays, older ones as long as there is room, strangers never', () => {
  const store = storeOf('pruned', 'now');
  store.open('machined').write(Buffer.from('x\n'));
  const put = (boot: string, size: number) => {
    mkdirSync(join(root, 'pruned', boot));
    writeFileSync(join(root, 'pruned', boot, 'kubelet.log'), Buffer.alloc(size));
  };
  put('b3', 500);
  put('b2', 10);
  put('b1', 600);
  put('stranger', 1);
  writeFileSync(join(root, 'pruned', 'kubelet.log'), 'of an older layout');
  store.prune(['now', 'b3', 'b2', 'b1'], 1_000);
  assert.deepEqual(readdirSync(join(root, 'pruned')).sort(), ['b2', 'b3', 'now']);
  store.prune(['now', 'b3', 'b2'], 100);
  assert.deepEqual(readdirSync(join(root, 'pruned')).sort(), ['b3', 'now']);
});

test('a follower is woken by the line itself, and leaves with its signal', async () => {
  const store = storeOf('follow', 'b1');
  const log = store.open('kubelet');
  const leave = new AbortController();
  const seen: string[] = [];
  log.write(Buffer.from('0\n'));
  for await (const { line } of store.read('kubelet', {
    tailLines: 1,
    sinceMs: 0,
    follow: true,
    signal: leave.signal,
  })) {
    seen.push(Buffer.from(line).toString());
    if (seen.length < 50) setImmediate(() => log.write(Buffer.from(`${seen.length}\n`)));
    else leave.abort();
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 50 }, (_, index) => String(index)),
  );
});

test('SIGKILL in the middle of writing costs no line that was written', async () => {
  const directory = join(root, 'killed');
  const script = join(root, 'writer.mjs');
  writeFileSync(
    script,
    `import { openLogStore } from ${JSON.stringify(join(import.meta.dirname, 'log-store.ts'))};
     const log = openLogStore({ directory: ${JSON.stringify(directory)}, bootId: 'b1', now: Date.now, limitBytes: 20_000 }).open('kubelet');
     for (let n = 0; ; n++) { log.write(Buffer.from(n + '\\n')); if (n === 3000) process.kill(process.pid, 'SIGKILL'); }`,
  );
  const child = fork(script);
  await new Promise((resolve) => child.once('exit', resolve));
  const kept = await lines(storeOf('killed', 'b2'), 'kubelet', 'b1');
  assert.equal(kept.at(-1), '3000');
  assert.deepEqual(
    kept,
    kept.map((_, index) => String(3001 - kept.length + index)),
  );
});

test('the tail is found from the end, over blocks and the rotation', async () => {
  const store = openLogStore({ directory: join(root, 'tail'), bootId: 'b1', now: () => 0, limitBytes: 200_000 });
  const log = store.open('kubelet');
  for (let n = 0; n < 9_000; n++) log.write(Buffer.from(`line ${n}\n`));
  for (const tail of [1, 2, 1_000, 5_000, 8_000]) {
    const got = await lines(store, 'kubelet', undefined, tail);
    assert.deepEqual([got.length, got[0], got.at(-1)], [tail, `line ${9_000 - tail}`, 'line 8999']);
  }
});
