import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Images } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const PAUSE = { id: digest('1'), names: ['osctl.dev/pause:1'], sizeBytes: 300 * 1024, pinned: true };
const NGINX = {
  id: digest('2'),
  names: [`osctl.dev/nginx@${digest('b')}`],
  sizeBytes: 50 * 1024 ** 2,
  usedBy: ['shop/web-1/nginx', 'shop/web-2/nginx', 'shop/web-3/nginx'],
};

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node(
    'worker-1',
    serve(Images, {
      list: async () => ({ images: [PAUSE, NGINX] }),
      collect: async ({ dryRun }) => ({ removed: dryRun ? [NGINX] : [] }),
      remove: async () => {
        throw new RpcError('FAILED_PRECONDITION', 'it is used by shop/web-1/nginx', { reason: 'IMAGE_IN_USE' });
      },
      async *pull({ guard, image }) {
        const operation = { id: guard?.operationId ?? '', type: 'pull-image', image, phase: 'pull', unit: 'bytes' };
        const part = (letter: string, done: number, total: number, state: string) => ({
          name: digest(letter),
          done,
          total,
          state,
        });
        const whole = part('a', 1024, 1024, 'done');
        const parts = [whole, part('b', 1024, 4096, 'loading')];
        const message = '1 of 2 layers loaded';
        yield { operation: { ...operation, state: 'RUNNING_OPERATION', parts, message, done: 2048, total: 5120 } };
        yield {
          operation: {
            ...operation,
            state: 'SUCCEEDED',
            // as far as the last progress was: the end is told all the same
            done: 2048,
            total: 5120,
            parts: [whole, part('b', 4096, 4096, 'done')],
            startMs: 1_000,
            endMs: 3_500,
            result: { digest: digest('c') },
          },
        };
      },
    }),
  );
});
after(() => cluster.close());

test('images: names, sizes, who uses them', async () => {
  const { code, stdout } = await cluster.run(['-n', 'worker-1', 'images']);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    [
      'IMAGE                                ID                      SIZE  PINNED  USED BY',
      'osctl.dev/pause:1                    sha256:111111111111  300 KiB  yes',
      'osctl.dev/nginx@sha256:bbbbbbbbbbbb  sha256:222222222222  50.0 MiB  -       shop/web-1/nginx and 2 more',
      '',
    ]
      .join('\n')
      .replace('    SIZE', '     SIZE')
      .replace('  300 KiB', '   300 KiB'),
  );
});

test('image pull tells each layer once, and the end', async () => {
  const { code, stdout } = await cluster.run(['-n', 'worker-1', 'image', 'pull', 'osctl.dev/nginx:1']);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    [
      'worker-1  layer sha256:aaaaaaaaaaaa is there (1.0 KiB)',
      'worker-1  pull 2.0 KiB of 5.0 KiB: 1 of 2 layers loaded',
      'worker-1  layer sha256:bbbbbbbbbbbb is there (4.0 KiB)',
      'worker-1  pull-image done in 2s',
      '',
    ].join('\n'),
  );
});

test('image gc prints what went; image rm says why it does not', async () => {
  const dry = await cluster.run(['-n', 'worker-1', 'image', 'gc', '--dry-run']);
  assert.match(dry.stdout, /nginx/);
  const removed = await cluster.run(['-n', 'worker-1', 'image', 'rm', 'osctl.dev/nginx:1']);
  assert.equal(removed.code, 1);
  assert.match(removed.stderr, /used by shop\/web-1\/nginx/);
});
