/** Operations: followed to their end, over reboots, with evidence when they fail. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallContext, Init } from '@talos/lib/rpc/service.ts';
import { Lifecycle, type Operation, type OperationProgress } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';

let cluster: FakeCluster;
before(async () => {
  cluster = await FakeCluster.start();
});
after(() => cluster.close());
afterEach(() => cluster.stop('n1'));

const running = (phase: string, more: Init<Operation> = {}): Init<OperationProgress> => ({
  operation: { id: 'op', type: 'upgrade', state: 'RUNNING_OPERATION', phase, startMs: 1000, ...more },
});
const succeeded: Init<OperationProgress> = {
  operation: {
    id: 'op',
    type: 'upgrade',
    state: 'SUCCEEDED',
    phase: 'confirm',
    startMs: 1000,
    endMs: 31_000,
    result: { version: '1.1.0', slot: 'b' },
  },
};
const forever = ({ signal }: CallContext): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('an upgrade is followed over the reboot that it causes', async () => {
  const asked: string[] = [];
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *upgrade({ guard, image, confirmWithinMs }, ctx) {
        asked.push(`${guard?.operationId} ${image} ${confirmWithinMs}`);
        yield running('pull', { done: 3 * 1024 ** 2, total: 10 * 1024 ** 2, unit: 'bytes' });
        yield running('reboot');
        await forever(ctx);
      },
    }),
  );
  let rebooted: Promise<void> | undefined;
  const reboot = async (): Promise<void> => {
    await cluster.stop('n1');
    await cluster.node(
      'n1',
      serve(Lifecycle, {
        async *watchOperation({ id }) {
          asked.push(`watch ${id}`);
          yield running('trial');
          yield succeeded;
        },
      }),
    );
  };
  const { code, stdout, stderr } = await cluster.run(
    ['-n', 'n1', 'upgrade', 'osctl.dev/talos:1.1.0', '--operation-id', 'op'],
    {
      onOutput: (text) => {
        if (text.includes('reboot')) rebooted ??= reboot();
      },
    },
  );
  await rebooted;
  assert.equal(stderr, '');
  assert.equal(code, 0);
  assert.deepEqual(stdout.trim().split('\n'), [
    'n1  pull 3.0 MiB of 10.0 MiB',
    'n1  reboot',
    'n1  away; asked again until it answers',
    'n1  trial',
    'n1  upgrade done in 30s: 1.1.0 in slot b',
  ]);
  assert.deepEqual(asked, ['op osctl.dev/talos:1.1.0 600000', 'watch op']);
});

test('a failed operation is told with its evidence, for people and for programs', async () => {
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *upgrade() {
        yield {
          operation: {
            id: 'op',
            type: 'upgrade',
            state: 'FAILED_OPERATION',
            phase: 'trial',
            error: {
              code: 'TRIAL_FAILED',
              message: 'the agent ended 3 times',
              failedBoot: { lastLines: ['one', 'two', 'three', 'machined: boom'] },
            },
          },
        };
      },
    }),
  );
  const text = await cluster.run(['-n', 'n1', 'upgrade', 'osctl.dev/talos:1.2.0']);
  assert.equal(text.code, 1);
  assert.match(
    text.stderr,
    /failed in trial: the agent ended 3 times; it printed last: two \| three \| machined: boom/,
  );
  const json = await cluster.run(['-n', 'n1', '-o', 'json', 'upgrade', 'osctl.dev/talos:1.2.0']);
  assert.equal(json.code, 1);
  const [answer] = JSON.parse(json.stdout) as { error: { code: string; reason: string; operation: Operation } }[];
  assert.equal(answer?.error.code, 'OPERATION_FAILED');
  assert.equal(answer?.error.reason, 'TRIAL_FAILED');
  assert.equal(answer?.error.operation.error?.failedBoot?.lastLines.length, 4);
});

test('a refusal before it began is an answer, not asked again', async () => {
  let asked = 0;
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      // biome-ignore lint/correctness/useYield: a refusal has nothing to tell
      async *reboot() {
        asked++;
        throw new RpcError('FAILED_PRECONDITION', 'operation other (upgrade) is running', {
          reason: 'OPERATION_RUNNING',
        });
      },
    }),
  );
  const { code, stderr } = await cluster.run(['-n', 'n1', 'reboot']);
  assert.equal(code, 1);
  assert.equal(asked, 1);
  assert.match(stderr, /operation other \(upgrade\) is running/);
});

test('--no-wait returns when it is taken on; shutdown when the node has gone', async () => {
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *reboot(_request, ctx) {
        yield running('drain-pods', { type: 'reboot' });
        await forever(ctx);
      },
      async *shutdown() {
        yield running('stop-services', { type: 'shutdown' });
      },
    }),
  );
  const reboot = await cluster.run(['-n', 'n1', '-o', 'json', 'reboot', '--no-wait']);
  assert.equal(reboot.code, 0);
  assert.equal((JSON.parse(reboot.stdout) as { result: Operation }[])[0]?.result.state, 'RUNNING_OPERATION');
  assert.deepEqual(await cluster.run(['-n', 'n1', 'shutdown']), {
    code: 0,
    stdout: 'n1  stop-services\n',
    stderr: '',
  });
});

test('an operation that does not end is left to itself after --wait-timeout', async () => {
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *upgrade(_request, ctx) {
        yield running('pull');
        await forever(ctx);
      },
    }),
  );
  const { code, stderr } = await cluster.run(
    '-n n1 upgrade osctl.dev/talos:1.1.0 --operation-id slow --wait-timeout 300ms'.split(' '),
  );
  assert.equal(code, 1);
  assert.match(stderr, /slow has not ended within 300ms.*osctl operation watch slow/);
});

test('Ctrl-C leaves the operation to the node and says how to look at it again', async () => {
  const controller = new AbortController();
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *upgrade(_request, ctx) {
        yield running('pull');
        await forever(ctx);
      },
    }),
  );
  const { code, stderr } = await cluster.run(
    ['-n', 'n1', 'upgrade', 'osctl.dev/talos:1.1.0', '--operation-id', 'mine'],
    { signal: controller.signal, onOutput: () => controller.abort(new Error('interrupted')) },
  );
  assert.equal(code, 130);
  assert.match(stderr, /osctl operation watch mine/);
});

test('an operation id that no node would take is refused at once', async () => {
  const { code, stderr } = await cluster.run(['-n', 'n1', 'reboot', '--operation-id', 'No_Good']);
  assert.equal(code, 2);
  assert.match(stderr, /1 to 63 of a-z, 0-9 and -/);
});

test('a staged upgrade is left when it waits for the next boot', async () => {
  let staged: boolean | undefined;
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      async *upgrade({ stage }, ctx) {
        staged = stage;
        yield running('staged', { message: '1.1.0 is booted on trial with the next boot' });
        await forever(ctx);
      },
    }),
  );
  const { code, stdout } = await cluster.run(['-n', 'n1', 'upgrade', 'osctl.dev/talos:1.1.0', '--no-reboot']);
  assert.deepEqual([code, staged], [0, true]);
  assert.equal(stdout, 'n1  staged: 1.1.0 is booted on trial with the next boot\n');
});

test('a reset shows what is wiped, and is not begun where nobody can be asked', async () => {
  const asked: unknown[] = [];
  await cluster.node(
    'n1',
    serve(Lifecycle, {
      planReset: async (scope) => ({
        items: [
          { name: "etcd's data", path: '/var/lib/talos/etcd', wiped: true },
          { name: 'certificates and keys of the node', path: '/var/lib/talos/pki', wiped: !scope.keepSystem },
        ],
        afterwards: 'The node boots the same system.',
        blockers: ['it is the only member of etcd'],
      }),
      async *reset({ guard: _guard, ...request }) {
        asked.push(request);
        yield succeeded;
      },
    }),
  );
  const dry = await cluster.run(['-n', 'n1', 'reset', '--keep-system', '--dry-run']);
  golden(import.meta.url, 'reset-plan', dry.stdout);
  const unasked = await cluster.run(['-n', 'n1', 'reset']);
  assert.deepEqual([unasked.code, asked], [2, []]);
  assert.match(unasked.stderr, /--yes/);
  const done = await cluster.run(['-n', 'n1', 'reset', '--force', '--yes']);
  assert.equal(done.code, 0);
  assert.deepEqual(asked, [{ keepSystem: false, powerOff: false, force: true }]);
});
