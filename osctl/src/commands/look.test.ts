/** Processors, memory, disks and networks: what people and programs are shown of what a node tells. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FakeCluster } from '../fake-cluster.testing.ts';
import { machine } from '../transcripts/node-machine.testing.ts';
import { undocumented } from '../transcripts/shape.testing.ts';

const asked: object[] = [];
let cluster: FakeCluster;

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node('cp-1', ...machine({ asked: (request) => asked.push(request), behindMs: 90_000 }));
});
after(() => cluster.close());

const run = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await cluster.run(['-n', 'cp-1', ...argv]);
  assert.deepEqual([code, stderr], [0, ''], argv.join(' '));
  return stdout;
};
const json = async (...argv: string[]): Promise<Record<string, unknown>> =>
  (JSON.parse(await run('-o', 'json', ...argv)) as [{ result: Record<string, unknown> }])[0].result;

test('the clock of a node against this one', async () => {
  assert.match(await run('time'), /^\S+Z +-1m(29|30)s +±\S+ +no +1h +the host \(nothing on the node may set it\)$/m);
  assert.deepEqual(undocumented('time', await run('-o', 'json', 'time')), []);
  const { offsetMs, roundTripMs } = await json('time');
  assert.ok(Math.abs(Number(offsetMs) + 90_000) <= Number(roundTripMs) / 2 + 1, `${offsetMs} ±${roundTripMs}`);
});

test('programs are given exact numbers', async () => {
  const cpu = await json('cpu', '--interval', '1ms');
  assert.deepEqual(cpu['shares'], { user: 0.25, system: 0, ioWait: 0, steal: 0, idle: 0.75 });
  assert.equal((await json('memory'))['chargedBytes'], 1_500_000_000);
  assert.deepEqual(Object.keys((await json('load'))['cpu'] as object), ['some']);
});

test('what is asked of the node', async () => {
  const lastOf = async (...argv: string[]) => {
    await run(...argv);
    return asked.at(-1);
  };
  assert.deepEqual(await lastOf('df', '-a'), { all: true });
  assert.deepEqual(await lastOf('du', '/var/log'), { path: '/var/log', depth: 1 });
  const network = { pod: '', all: false };
  assert.deepEqual(await lastOf('interfaces'), { network });
  assert.deepEqual(await lastOf('interfaces', '--pods'), { network: { pod: '', all: true } });
  assert.deepEqual(await lastOf('netstat'), { states: 'connected', protocols: [], network });
  assert.deepEqual(await lastOf('netstat', '-lxt'), { states: 'listening', protocols: ['tcp', 'unix'], network });
  assert.deepEqual(await lastOf('netstat', '-au', '--pod', 'a/b'), {
    states: 'all',
    protocols: ['udp'],
    network: { pod: 'a/b', all: false },
  });
});

test('what is wrong is told before a node is asked, or with the node and what it said', async () => {
  for (const [argv, told] of [
    [['netstat', '--pod', 'x'], /"x" is not namespace\/name/],
    [['netstat', '-l', '-a'], /cannot be used with option/],
    [['routes', '--pods', '--pod', 'a/b'], /cannot be used with option/],
    [['cpu', '--interval', 'soon'], /not a duration/],
  ] as const) {
    const { code, stderr } = await cluster.run(['-n', 'cp-1', ...argv]);
    assert.equal(code, 2, argv.join(' '));
    assert.match(stderr, told);
  }
  const { code, stderr } = await cluster.run(['-n', 'cp-1', 'du', '/root']);
  assert.equal(code, 1);
  assert.match(stderr, /node cp-1 .*\/root is below none of the roots/);
});
