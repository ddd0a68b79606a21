/** Logs of several nodes, files and directories of a node: what is asked of it, and what becomes of the answer. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Files, Services, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { pack } from 'tar-stream';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { transferText } from '../output/transfer.ts';
import { visible, visibleLines } from '../output/visible.ts';

let cluster: FakeCluster;
let directory: string;
const asked: object[] = [];
const at = (second: number) => Date.UTC(2026, 0, 1, 0, 0, second);
const EVIL = 'red \u001b[31m\ttab \u009b2J \u202eback';
/** The file of a node, and after how many bytes its connection breaks. */
const file = { content: Buffer.alloc(0) as Buffer, version: '0'.repeat(16), breakAt: Number.POSITIVE_INFINITY };

before(async () => {
  cluster = await FakeCluster.start();
  for (const [name, seconds] of [
    ['a', [1, 3, 5]],
    ['b', [2, 4, 6]],
  ] as const) {
    await cluster.node(
      name,
      serve(Services, {
        async *logs(request) {
          asked.push(request);
          for (const second of seconds) yield { timeMs: at(second), line: Buffer.from(`line ${second}`), source: 'x' };
        },
      }),
      serve(System, {
        async *kernelLog(request) {
          asked.push(request);
          yield { timeMs: at(1), line: Buffer.from(EVIL), source: 'kern' };
        },
        async *events(request) {
          asked.push(request);
          yield { id: 8, timeMs: at(1), type: 'boot', subject: 'a', action: 'x' };
        },
        boots: async () => ({
          boots: [
            { bootId: 'b'.repeat(36), startMs: at(9), slot: 'a', version: '1.0.0', logsKept: true },
            {
              bootId: 'a'.repeat(36),
              startMs: at(1),
              slot: 'a',
              version: '1.0.0',
              logsKept: true,
              end: { reason: 'POWER_LOST', message: 'It ended without a word', timeMs: at(8) },
            },
          ],
        }),
      }),
      serve(Files, {
        async *read({ path, offsetBytes, ifVersion }) {
          if (path.endsWith('/dir')) {
            throw new RpcError('FAILED_PRECONDITION', `${path} is a directory, not a file`, {
              reason: 'PATH_NOT_A_FILE',
            });
          }
          const offset = ifVersion === file.version ? offsetBytes : 0;
          asked.push({ offset });
          yield {
            file: { path, sizeBytes: file.content.length, version: file.version, modifiedMs: at(7) },
            offsetBytes: offset,
          };
          const rest = file.content.subarray(offset, file.breakAt);
          for (let from = 0; from < rest.length; from += 1000) yield { data: rest.subarray(from, from + 1000) };
          if (file.breakAt < file.content.length) throw new RpcError('UNAVAILABLE', 'the node went away');
        },
        async *archive() {
          const tar = pack();
          tar.entry({ name: 'x/', type: 'directory' });
          tar.entry({ name: 'x/y' }, name);
          tar.entry({ name: '../z' }, 'evil');
          tar.finalize();
          for await (const data of tar as AsyncIterable<Uint8Array>) yield { data };
          yield { file: { path: '/d/socket', error: 'a socket is not copied' } };
        },
      }),
    );
  }
  directory = fs.mkdtempSync(join(cluster.directory, 'copies-'));
});
after(() => cluster.close());
beforeEach(() => void asked.splice(0));

describe('logs', () => {
  test('of several nodes come in the order of their times, each with its name', async () => {
    const { code, stdout } = await cluster.run(['-n', 'a,b', 'logs', 'kubelet']);
    assert.equal(code, 0);
    assert.deepEqual(
      stdout.trim().split('\n'),
      [1, 2, 3, 4, 5, 6].map((n) => `${n % 2 === 1 ? 'a' : 'b'}  2026-01-01T00:00:0${n}.000Z line ${n}`),
    );
  });

  test('what is asked for reaches the node', async () => {
    const started = Date.now();
    await cluster.run(['-n', 'a', 'logs', 'ns/pod/c', '--tail', '5', '--since', '1h', '--previous', '-f']);
    const [request] = asked as { sinceMs: number }[];
    assert.ok(Math.abs((request?.sinceMs ?? 0) - (started - 3_600_000)) < 5_000);
    assert.deepEqual(
      { ...request, sinceMs: 0 },
      { id: 'ns/pod/c', tailLines: 5, follow: true, sinceMs: 0, previous: true, bootsAgo: 0 },
    );
    asked.splice(0);
    await cluster.run(['-n', 'a', 'dmesg', '--previous-boot', '--since', '2026-01-01T01:00:00+01:00']);
    assert.deepEqual(asked, [{ tailLines: 0, follow: false, sinceMs: at(0), bootsAgo: 1 }]);
    asked.splice(0);
    await cluster.run(['-n', 'a', 'events', '--type', 'service,boot', '--since', '7']);
    assert.deepEqual(asked, [{ sinceId: 7, tail: 0, follow: false, types: ['service', 'boot'] }]);
    const wrong = await cluster.run(['-n', 'a', 'dmesg', '--since', '2026-01-01T01:00:00']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /not a time such as/);
  });

  test('a line cannot steer a terminal; in a pipe it is what it was', async () => {
    const shown = await cluster.run(['-n', 'a', 'dmesg'], { terminal: { columns: 80, rows: 24 } });
    assert.equal(shown.stdout, '2026-01-01T00:00:01.000Z red \\x1b[31m\ttab \\x9b2J \\u202eback\n');
    const piped = await cluster.run(['-n', 'a', 'dmesg']);
    assert.equal(piped.stdout, `2026-01-01T00:00:01.000Z ${EVIL}\n`);
    assert.equal(visible('a\nb'), 'a\\x0ab');
    assert.equal(visibleLines('a\nb\r\u0007'), 'a\nb\\x0d\\x07');
  });

  test('nor can a file', async () => {
    file.content = Buffer.from(`${EVIL}\n`);
    const shown = await cluster.run(['-n', 'a', 'cat', '/var/log/x'], { terminal: { columns: 80, rows: 24 } });
    assert.equal(shown.stdout, 'red \\x1b[31m\ttab \\x9b2J \\u202eback\n');
    assert.equal((await cluster.run(['-n', 'a', 'cat', '/var/log/x'])).stdout, `${EVIL}\n`);
  });

  test('boots say how each of them ended', async () => {
    const { stdout } = await cluster.run(['-n', 'a', 'boots']);
    assert.match(stdout, /^aaaaaaaa .*power lost +It ended without a word$/m);
  });
});

describe('cp', () => {
  test('a file, with its time; into a directory, or under a name', async () => {
    file.content = Buffer.from('content');
    const { code, stdout, stderr } = await cluster.run(['cp', 'a:/var/log/x', directory]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /x: 1 file, 7 B/);
    assert.equal(fs.readFileSync(join(directory, 'x'), 'utf8'), 'content');
    assert.equal(fs.statSync(join(directory, 'x')).mtimeMs, at(7));
    await cluster.run(['-n', 'a,b', 'cp', '/var/log/x', join(directory, 'both')]);
    assert.deepEqual(fs.readdirSync(join(directory, 'both'), { recursive: true }).sort(), ['a', 'a/x', 'b', 'b/x']);
  });

  test('goes on where it was cut, unless the file has changed', async () => {
    file.content = Buffer.from(Array.from({ length: 9_000 }, (_, index) => index % 256));
    file.breakAt = 5_000;
    const target = join(directory, 'big');
    const cut = await cluster.run(['cp', 'a:/var/log/big', target]);
    assert.equal(cut.code, 1);
    assert.deepEqual(fs.existsSync(target), false);
    assert.equal(fs.statSync(`${target}.${file.version}.part`).size, 5_000);

    file.breakAt = 7_000;
    await cluster.run(['cp', 'a:/var/log/big', target]);
    file.breakAt = Number.POSITIVE_INFINITY;
    const whole = await cluster.run(['cp', 'a:/var/log/big', target]);
    assert.deepEqual(asked, [{ offset: 0 }, { offset: 5_000 }, { offset: 7_000 }]);
    assert.match(whole.stderr, /going on from 6\.8 KiB/);
    assert.deepEqual(fs.readFileSync(target), file.content);

    asked.splice(0);
    file.breakAt = 5_000;
    await cluster.run(['cp', 'a:/var/log/big', target]);
    Object.assign(file, {
      version: '1'.repeat(16),
      breakAt: Number.POSITIVE_INFINITY,
      content: Buffer.alloc(6_000, 'n'),
    });
    await cluster.run(['cp', 'a:/var/log/big', target]);
    assert.deepEqual(asked, [{ offset: 0 }, { offset: 0 }]);
    assert.deepEqual(fs.readFileSync(target), file.content);
    assert.deepEqual(
      fs.readdirSync(directory).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('a directory, without what would leave it; the copy is then not said to be whole', async () => {
    const { code, stderr } = await cluster.run(['cp', 'a:/var/log/dir', directory]);
    assert.equal(code, 1);
    assert.deepEqual(fs.readdirSync(join(directory, 'dir'), { recursive: true }).sort(), ['x', 'x/y']);
    assert.match(stderr, /\.\.\/z is left out: its name leads out of the directory/);
    assert.match(stderr, /socket is left out: a socket is not copied/);
    assert.equal(fs.existsSync(join(directory, 'z')), false);
  });

  test('to standard output: a file as it is, a directory as an archive; never to a terminal', async () => {
    file.content = Buffer.from('plain');
    assert.equal((await cluster.run(['cp', 'a:/var/log/x', '-'])).stdout, 'plain');
    assert.match((await cluster.run(['cp', 'a:/var/log/dir', '-'])).stdout, /^x\/\0/);
    const terminal = { terminal: { columns: 80, rows: 24 } };
    assert.equal((await cluster.run(['cp', 'a:/var/log/x', '-'], terminal)).code, 2);
  });

  test('what is no source is told before anything is asked', async () => {
    for (const from of ['x', 'a:relative', ':/x', 'a/b']) {
      const { code, stderr } = await cluster.run(['cp', from, directory]);
      assert.equal(code, 2, from);
      assert.match(stderr, /neither NODE:PATH nor an absolute PATH/);
    }
  });

  test('progress says how much, how fast and how long', () => {
    assert.equal(
      transferText('x', { done: 512 * 2 ** 20, total: 2 ** 30, taken: 512 * 2 ** 20, elapsedMs: 2_000 }),
      'x [############------------] 50 %  512 MiB of 1.0 GiB  256 MiB/s  2s left',
    );
  });
});
