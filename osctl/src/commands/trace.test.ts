import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type CaptureRequest, Trace } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { byteSize } from './shared.ts';

let cluster: FakeCluster;
const asked: CaptureRequest[] = [];

before(async () => {
  cluster = await FakeCluster.start();
  const trace = serve(Trace, {
    async *capture(request) {
      asked.push(request);
      if (request.filter === 'prot 53') throw new RpcError('INVALID_ARGUMENT', 'the filter was not understood');
      yield { data: Buffer.from('head') };
      if (request.filter === 'cut') throw new RpcError('UNAVAILABLE', 'the agent is stopping');
      yield { data: Buffer.from('packet') };
      yield { summary: { packets: 1, bytes: 10, dropped: 2, end: 'BYTE_LIMIT' } };
    },
    async *profile({ kind, durationMs }) {
      yield { data: Buffer.from(JSON.stringify({ kind, durationMs })) };
    },
  });
  await cluster.node('w-1', trace);
  await cluster.node('w-2', trace);
});
after(() => cluster.close());

const osctl = (...argv: readonly string[]) => cluster.run(['-n', 'w-1', ...argv]);

test('packets go into a file that only its owner reads, and the end is told', async () => {
  const path = join(cluster.directory, 'a.pcap');
  const flags = ['--interface', 'eth0', '--filter', 'port 53', '--duration', '5s', '--max-bytes', '10kB'];
  const { code, stdout, stderr } = await osctl('pcap', path, ...flags);
  assert.deepEqual([code, stdout], [0, '']);
  assert.equal(stderr, `${path}: 1 packets, 10 B; 2 more came too fast to be taken; ended by --max-bytes\n`);
  assert.equal(await readFile(path, 'utf8'), 'headpacket');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.deepEqual(asked.at(-1), {
    interface: 'eth0',
    pod: '',
    filter: 'port 53',
    durationMs: 5_000,
    maxBytes: 10_000,
    packetBytes: 0,
  });
});

test('without a file they go to the pipe; what was cut is kept and told, what was refused leaves no file', async () => {
  assert.equal((await osctl('pcap')).stdout, 'headpacket');
  const cut = join(cluster.directory, 'cut.pcap');
  const broken = await osctl('pcap', cut, '--filter', 'cut');
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /cut\.pcap: 4 B; cut before its end/);
  assert.equal(await readFile(cut, 'utf8'), 'head');
  const refused = await osctl('pcap', join(cluster.directory, 'none.pcap'), '--filter', 'prot 53');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /node w-1.*the filter was not understood/);
  await assert.rejects(stat(join(cluster.directory, 'none.pcap')));
});

test('a profile is written as it comes; both are about one node', async () => {
  const path = join(cluster.directory, 'a.cpuprofile');
  assert.equal((await osctl('profile', 'cpu', path, '--duration', '3s')).code, 0);
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), { kind: 'CPU', durationMs: 3_000 });
  assert.match((await osctl('profile', 'heap')).stdout, /"HEAP"/);
  for (const argv of [['pcap'], ['profile', 'cpu']]) {
    assert.equal((await cluster.run(['-n', 'w-1,w-2', ...argv])).code, 2);
  }
});

test('sizes as people write them', () => {
  assert.deepEqual(
    ['10MB', '64MiB', '512k', '1.5GiB', '1000'].map(byteSize),
    [10_000_000, 67_108_864, 512_000, 1_610_612_736, 1_000],
  );
  for (const text of ['', '0', '-1', '10TB', 'MB', '5i', '1e3']) assert.throws(() => byteSize(text), text);
});
