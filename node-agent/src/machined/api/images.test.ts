import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { container, type FakeRuntime, image, startFakeRuntime } from '../cri/fake-runtime.testing.ts';
import { type FakeNode, startFakeNode } from './fakes.ts';

const id = (letter: string) => `sha256:${letter.repeat(64)}`;
const fails = (code: string, reason: string) => (error: unknown) =>
  error instanceof RpcError && error.code === code && error.reason === reason;

describe('Images', () => {
  let node: FakeNode;
  let runtime: FakeRuntime;
  before(async () => {
    node = await startFakeNode(EXAMPLE_WORKER);
    runtime = await startFakeRuntime(node.containerd);
  });
  after(async () => {
    await runtime[Symbol.asyncDispose]();
    await node[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    runtime.calls.length = 0;
    runtime.images = [
      image({ id: id('1'), repoTags: ['osctl.dev/pause:1'], size: 9, pinned: true }),
      image({ id: id('2'), repoTags: ['osctl.dev/nginx:1'], repoDigests: [`osctl.dev/nginx@${id('b')}`] }),
      image({ id: id('3'), repoTags: ['osctl.dev/old:1', 'osctl.dev/old:latest'] }),
      image({ id: `sha256:${'2'.repeat(20)}${'0'.repeat(44)}`, repoDigests: [`osctl.dev/zeta@${id('c')}`] }),
    ];
    runtime.containers = [container({ name: 'web' }, 'nginx', { imageRef: id('2'), state: 'CONTAINER_EXITED' })];
  });

  test('the slots first, then what the runtime keeps, with who uses it', async () => {
    const { images, call } = node.as('os:reader');
    assert.deepEqual(
      (await images.list({}, call)).images.map(({ names, pinned, usedBy }) => [names[0], pinned, usedBy[0]]),
      [
        ['osctl.dev/talos@sha256:aa', true, 'slot a (1.0.0, booted)'],
        ['osctl.dev/nginx:1', false, 'default/web/nginx'],
        ['osctl.dev/old:1', false, undefined],
        ['osctl.dev/pause:1', true, undefined],
        [`osctl.dev/zeta@${id('c')}`, false, undefined],
      ],
    );
  });

  test('an image goes by any of its names, or the beginning of its id; not one that is needed', async () => {
    const { images, call } = node.as('os:operator');
    const remove = (name: string) => images.remove({ image: name }, call);
    await assert.rejects(remove('osctl.dev/pause:1'), fails('FAILED_PRECONDITION', 'IMAGE_PINNED'));
    await assert.rejects(remove(`osctl.dev/nginx@${id('b')}`), /used by default\/web\/nginx: remove the pods first/);
    await assert.rejects(remove('222222222222'), fails('INVALID_ARGUMENT', 'IMAGE_AMBIGUOUS'));
    await assert.rejects(remove('osctl.dev/nope:1'), fails('NOT_FOUND', 'IMAGE_NOT_FOUND'));
    await assert.rejects(remove('../etc'), fails('INVALID_ARGUMENT', 'INVALID_IMAGE'));
    assert.deepEqual(runtime.calls, []);
    assert.equal((await remove('sha256:333333333333')).removed?.names.length, 2);
    assert.deepEqual(runtime.calls, [['remove', id('3')]]);
    const last = node.audited().at(-1);
    assert.deepEqual([last?.['target'], last?.['result']], ['sha256:333333333333', 'OK']);
  });

  test('collecting takes what nobody uses; a dry run only tells', async () => {
    const { images, call } = node.as('os:operator');
    const dry = await images.collect({ dryRun: true }, call);
    assert.equal(runtime.calls.length, 0);
    const { removed } = await images.collect({}, call);
    assert.deepEqual(removed, dry.removed);
    assert.deepEqual(
      removed.map(({ names }) => names[0]),
      ['osctl.dev/old:1', `osctl.dev/zeta@${id('c')}`],
    );
    assert.deepEqual(
      runtime.images.map(({ id }) => id.slice(7, 9)),
      ['11', '22'],
    );
  });

  test('a pull is an operation of the machine', async () => {
    const { images, call } = node.as('os:operator');
    node.state.watched = async function* () {
      yield { ...node.state.operations.get('x')!, state: 'SUCCEEDED' } as never;
    };
    for await (const { operation } of images.pull(
      { guard: { operationId: 'p-1' }, image: 'osctl.dev/nginx:1' },
      call,
    )) {
      if (operation !== undefined) break;
    }
    const [name, request] = node.state.calls.at(-1) as [string, { image: string; operationId: string }];
    assert.deepEqual([name, request.image, request.operationId], ['pull-image', 'osctl.dev/nginx:1', 'p-1']);
    await assert.rejects(
      Array.fromAsync(images.pull({ image: 'osctl.dev/nginx:1' }, call)),
      fails('INVALID_ARGUMENT', 'INVALID_OPERATION_ID'),
    );
  });
});
