/** Processes: once as a table, again and again as a picture or as lines. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { ProcessesResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';
import { processRates } from './process-rates.ts';

let cluster: FakeCluster;
const requests: { readonly withoutProportional: boolean }[] = [];
let away = false;

const MiB = 1024 ** 2;
/** Two seconds later each time: etcd takes a quarter of a core, the kubelet a tenth. */
function sample(number: number) {
  const common = { state: 'S', threads: 8, startTimeMs: 100 };
  return {
    takenUs: number * 2_000_000,
    processes: [
      { ...common, pid: 1, executable: '/sbin/tini', residentBytes: MiB, proportionalBytes: MiB / 2 },
      {
        ...common,
        pid: 40,
        parentPid: 1,
        commandLine: 'kubelet --config=/x',
        cpuTimeMs: 9000 + number * 200,
        residentBytes: 84 * MiB,
      },
      {
        ...common,
        pid: 41,
        parentPid: 1,
        userId: 60,
        commandLine: 'etcd',
        cpuTimeMs: number * 500,
        residentBytes: 46 * MiB,
      },
    ],
  };
}

before(async () => {
  cluster = await FakeCluster.start();
  for (const name of ['cp-1', 'worker-1']) {
    let samples = 0;
    await cluster.node(
      name,
      serve(System, {
        processes: async (request) => {
          requests.push(request);
          if (away && name === 'worker-1') throw new RpcError('UNIMPLEMENTED', 'not here');
          samples += 1;
          return sample(samples);
        },
      }),
    );
  }
});
after(() => cluster.close());

/** Interrupts once the output holds what the test waits for. */
const watch = async (
  argv: readonly string[],
  until: (text: string) => boolean,
  terminal?: { columns: number; rows: number },
) => {
  const controller = new AbortController();
  return cluster.run([...argv, 'processes', '--watch', '--interval', '1ms'], {
    signal: controller.signal,
    ...(terminal && { terminal }),
    onOutput: (text) => {
      if (until(text)) controller.abort(new Error('interrupted'));
    },
  });
};

test('the largest first, or in another order', async () => {
  const { stdout } = await cluster.run(['-n', 'cp-1', 'processes']);
  golden(import.meta.url, 'processes', stdout);
  assert.equal(requests.at(-1)?.withoutProportional, false);
  const order = async (sort: string) => {
    const answer = await cluster.run(['-n', 'cp-1', '-o', 'json', 'processes', '--sort', sort, '--limit', '2']);
    const [{ result }] = JSON.parse(answer.stdout) as [{ result: { processes: { pid: number }[] } }];
    return result.processes.map(({ pid }) => pid);
  };
  assert.deepEqual(await order('cpu'), [40, 41]);
  assert.deepEqual(await order('pss'), [1, 40]);
  assert.deepEqual(await order('pid'), [1, 40]);
});

test('the share of CPU is of the time between two samples, and of the same process', () => {
  const [before, now] = [sample(1), sample(2)].map((one) => ProcessesResponse.decode(ProcessesResponse.encode(one)));
  const cores = (rates: ReturnType<typeof processRates>) => rates.map((rate) => rate.cores);
  assert.deepEqual(cores(processRates(before, now!)), [0, 0.1, 0.25]);
  assert.deepEqual(cores(processRates(undefined, now!)), [0, 0, 0]);
  // Its pid was given to another one, which has used 1 s of the 2.
  const other = { ...now!, processes: [{ ...now!.processes[2]!, startTimeMs: 9, cpuTimeMs: 1000 }] };
  assert.deepEqual(cores(processRates(before, other)), [0.5]);
  // After a reboot the clock of the samples begins anew.
  assert.deepEqual(cores(processRates(now!, before!)), [0, 0, 0]);
});

test('in a pipe the tables follow one another, without a single escape', async () => {
  const { code, stdout, stderr } = await watch(['-n', 'worker-1'], (text) => text.split('PID').length === 3);
  assert.deepEqual([code, stderr], [130, '']);
  golden(import.meta.url, 'processes-watch', stdout);
  assert.equal(requests.at(-1)?.withoutProportional, true);
});

test('on a terminal each picture is drawn over the one before, and never larger than the terminal', async () => {
  const { stdout } = await watch(['-n', 'cp-1'], (text) => text.split('\u001b[H').length === 3, {
    columns: 30,
    rows: 4,
  });
  const [, first = '', second = ''] = stdout.split('\u001b[H');
  assert.ok(stdout.startsWith('\u001b[2J\u001b[H') && second.endsWith('\u001b[J') && !second.includes('\u001b[2J'));
  for (const picture of [first, second]) {
    const lines = stripVTControlCharacters(picture).trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => line.length <= 30));
    assert.match(lines[1] ?? '', /^ *41 .* 25\.0%/);
  }
});

test('with -o json each measurement is a line; a node that is away is told and does not hold up the others', async () => {
  away = true;
  const { stdout } = await watch(['-n', 'cp-1,worker-1', '-o', 'json'], (text) => text.split('\n').length === 2);
  const answers = JSON.parse(stdout.split('\n')[0] ?? '') as readonly {
    readonly node: string;
    readonly result?: { readonly processes: readonly { readonly cores: number }[] };
    readonly error?: { readonly message: string };
  }[];
  assert.equal(answers[0]?.result?.processes[0]?.cores, 0.25);
  assert.match(answers[1]?.error?.message ?? '', /not here/);
  const table = await watch(['-n', 'cp-1,worker-1'], (text) => text.split('PID').length === 2);
  away = false;
  assert.match(table.stdout, /^NODE +PID/);
  assert.match(table.stdout, /^osctl: node worker-1 .*not here/m);
});
