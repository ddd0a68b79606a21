/** What runs in containers, as people and programs read it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ContainerStatsResponse, Containers } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { rates } from './usage-rates.ts';

let cluster: FakeCluster;
const asked: object[] = [];

before(async () => {
  cluster = await FakeCluster.start();
  let samples = 0;
  await cluster.node(
    'worker-1',
    serve(Containers, {
      async list(request) {
        asked.push(request);
        return {
          containers: [
            {
              id: 'apid',
              image: 'osctl.dev/talos:1',
              state: 'CONTAINER_RUNNING',
              pid: 40,
              createdMs: Date.now() - 61_000,
            },
            {
              id: 'shop/web-1/nginx',
              image: `osctl.dev/nginx@sha256:${'ab'.repeat(32)}`,
              state: 'CONTAINER_EXITED',
              restarts: 3,
              createdMs: Date.now() - 3_600_500,
              finishedMs: Date.now() - 5_500,
              exitCode: 137,
              reason: 'OOMKilled',
            },
          ],
        };
      },
      async stats() {
        samples += 1;
        return {
          sampledMs: samples * 1_000,
          cpus: 2,
          usages: [
            {
              kind: 'SERVICE_USAGE',
              id: 'etcd',
              cpuTimeUs: samples * 20_000,
              memoryBytes: 3 * 1024 ** 2,
              processes: 1,
            },
            {
              kind: 'POD_USAGE',
              id: 'shop/web-1',
              cpuTimeUs: samples * 1_500_000,
              memoryBytes: 1024,
              memoryLimitBytes: 2048,
            },
          ],
        };
      },
      async restart(request) {
        asked.push(request);
        return {
          stopped: { id: request.id, state: 'CONTAINER_EXITED', exitCode: 0, reason: 'Completed', restarts: 1 },
        };
      },
    }),
  );
});
after(() => cluster.close());

test('containers: one table of all, with why one ended', async () => {
  const { code, stdout } = await cluster.run(['-n', 'worker-1', 'containers', '--all']);
  assert.equal(code, 0);
  assert.deepEqual(asked.at(-1), { all: true });
  assert.equal(
    stdout,
    [
      'CONTAINER         STATE    PID  RESTARTS   AGE  IMAGE                                  ENDED',
      'apid              running   40         0  1m1s  osctl.dev/talos:1',
      'shop/web-1/nginx  exited     -         3    1h  osctl.dev/nginx@sha256:abababababab  OOMKilled (137) 5s ago',
      '',
    ]
      .join('\n')
      .replace('IMAGE                                  ENDED', 'IMAGE                                ENDED'),
  );
});

test('stats: CPU is measured between two samples, in per cent of a core; the busiest first', async () => {
  const { code, stdout } = await cluster.run(['-n', 'worker-1', 'stats', '--interval', '1ms']);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    [
      'KIND     NAME          CPU%   MEMORY    LIMIT  PROCESSES',
      'pod      shop/web-1  150.0%  1.0 KiB  2.0 KiB          0',
      'service  etcd          2.0%  3.0 MiB        -          1',
      '',
    ].join('\n'),
  );
  const json = await cluster.run(['-n', 'worker-1', '-o', 'json', 'stats', '--interval', '1ms', '--sort', 'name']);
  const [answer] = JSON.parse(json.stdout) as { result: { id: string; cores: number }[] }[];
  assert.deepEqual(
    answer?.result.map(({ id, cores }) => [id, cores]),
    [
      ['etcd', 0.02],
      ['shop/web-1', 1.5],
    ],
  );
});

test('stats --watch goes on until it is interrupted', async () => {
  const controller = new AbortController();
  const { code, stdout } = await cluster.run(
    ['-n', 'worker-1', '-o', 'json', 'stats', '--watch', '--interval', '1ms'],
    {
      signal: controller.signal,
      onOutput: (soFar) => {
        if (soFar.split('\n').length > 3) controller.abort(new Error('interrupted'));
      },
    },
  );
  assert.equal(code, 130);
  for (const line of stdout.trim().split('\n'))
    assert.equal((JSON.parse(line) as { node: string }[])[0]?.node, 'worker-1');
});

test('container restart tells when the kubelet has not started it again', async () => {
  const { code, stdout } = await cluster.run([
    '-n',
    'worker-1',
    'container',
    'restart',
    'shop/job/sums',
    '--grace',
    '3',
  ]);
  assert.deepEqual([code, asked.at(-1)], [0, { id: 'shop/job/sums', graceSeconds: 3 }]);
  assert.match(stdout, /shop\/job\/sums +Completed \(0\) +1 +not started again by the kubelet/);
});

test('a rate needs a sample before; a group made anew counts from its beginning', () => {
  const at = (sampledMs: number, cpuTimeUs: number) =>
    ContainerStatsResponse.create({ sampledMs, usages: [{ kind: 'POD_USAGE', id: 'a/b', cpuTimeUs }] });
  assert.equal(rates(undefined, at(5, 7))[0]?.cores, 0);
  assert.equal(rates(at(1_000, 900_000), at(2_000, 500_000))[0]?.cores, 0.5);
  assert.equal(rates(at(1_000, 0), at(1_000, 5))[0]?.cores, 0);
});
