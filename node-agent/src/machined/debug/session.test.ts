import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it, type TestContext } from 'node:test';
import { FakeClock, settle } from '@talos/lib/control/clock.testing.ts';
import { OciError } from '@talos/lib/oci/error.ts';
import { makeImage, temporaryDirectory } from '@talos/lib/oci/testing.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { DebugInput } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { DebugContainer } from './container.ts';
import { createDebugSession, type DebugDeps, type DebugRequest, KEEP_FREE_BYTES } from './session.ts';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const typed = (text: string): DebugInput => ({ stdin: Buffer.from(text), start: undefined, size: undefined });

/** A container whose program is the test. */
class FakeContainer implements DebugContainer {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly calls: string[] = [];
  readonly #exit = Promise.withResolvers<number>();
  readonly exited = this.#exit.promise;
  readonly streams = [
    { name: 'stdout' as const, stream: this.stdout },
    { name: 'stderr' as const, stream: this.stderr },
  ];
  /** What is typed is taken when this has resolved. */
  taken = Promise.resolve();

  async type(data: Uint8Array): Promise<void> {
    this.calls.push(`type ${Buffer.from(data)}`);
    await this.taken;
  }
  endInput(): void {
    this.calls.push('end of input');
  }
  resize({ columns, rows }: { columns: number; rows: number }): void {
    this.calls.push(`${columns}x${rows}`);
  }
  exit(code: number): void {
    this.stdout.end();
    this.stderr.end();
    this.#exit.resolve(code);
  }
  async kill(): Promise<void> {
    if (this.calls.at(-1) !== 'killed') this.calls.push('killed');
    this.exit(137);
  }
}

/** One after the other, and then nothing for as long as the caller stays. */
async function* silentAfter(...messages: readonly DebugInput[]): AsyncGenerator<DebugInput, void, undefined> {
  yield* messages;
  await new Promise(() => {});
}

async function setUp(t: TestContext, change: Partial<DebugDeps> = {}) {
  const base = await temporaryDirectory(t);
  const { layout } = await makeImage(join(base, 'layout'), [
    [{ type: 'file', path: 'bin/app', mode: 0o755, content: Buffer.from('program') }],
  ]);
  const directory = join(base, 'roots');
  const clock = new FakeClock();
  const container = new FakeContainer();
  const started: { readonly spec: object; readonly bundle: string }[] = [];
  const leave = new AbortController();
  const session = createDebugSession({
    clock,
    directory,
    nodeName: () => 'node-1',
    mounts: () => [],
    registry: () => ({ manifest: (_ref, options) => layout.resolve(undefined, options), source: () => layout }),
    freeBytes: async () => 2 * KEEP_FREE_BYTES,
    startContainer: async (_deps, options) => {
      assert.ok(existsSync(join(options.bundle, 'rootfs/bin/app')), 'the root is there before the start');
      started.push(options);
      return container;
    },
    ...change,
  } as DebugDeps);
  const request: DebugRequest = {
    id: 'debug-0',
    image: 'osctl.dev/test:1',
    command: [],
    terminal: undefined,
    terminalType: '',
    durationMs: 60_000,
    idleMs: 30_000,
  };
  const run = (input: AsyncIterator<DebugInput> = silentAfter(), asked: Partial<DebugRequest> = {}) =>
    session({ ...request, ...asked }, input, leave.signal);
  /** Until the program has been started. */
  const begin = async (input?: AsyncIterator<DebugInput>) => {
    const output = run(input);
    for (;;) {
      const { value } = await output.next();
      if (value?.started !== undefined) return { output, first: value.started };
    }
  };
  const left = () => readdirSync(directory);
  return { clock, container, started, leave, run, begin, left };
}

describe('a debug session', () => {
  it("runs the image's program, passes both ways, and leaves nothing", async (t) => {
    const { container, begin, started, left } = await setUp(t);
    const { output, first } = await begin([typed('a'), typed('b')][Symbol.iterator]() as never);
    assert.match(first.digest ?? '', DIGEST);
    assert.deepEqual(first.command, ['/bin/app']);
    const next = output.next();
    await settle();
    assert.deepEqual(container.calls, ['type a', 'type b', 'end of input']);
    container.stderr.write('oops');
    assert.deepEqual(await next, { done: false, value: { stderr: Buffer.from('oops') } });
    container.stdout.write('last words');
    container.exit(3);
    assert.deepEqual(await Array.fromAsync(output), [
      { stdout: Buffer.from('last words') },
      { end: { reason: 'EXITED', exitCode: 3 } },
    ]);
    assert.match(JSON.stringify(started[0]?.spec), /"hostname":"node-1"/);
    assert.equal(container.calls.at(-1), 'killed', 'children that it left, too');
    assert.deepEqual(left(), []);
  });

  it('takes no more input than its program does', async (t) => {
    const { container, begin } = await setUp(t);
    const hold = Promise.withResolvers<void>();
    container.taken = hold.promise;
    const { output } = await begin(silentAfter(typed('1'), typed('2')));
    const next = output.next();
    await settle();
    assert.deepEqual(container.calls, ['type 1']);
    hold.resolve();
    await settle();
    assert.deepEqual(container.calls, ['type 1', 'type 2']);
    container.exit(0);
    await next;
  });

  it('ends with its caller: while the image comes, while it runs, and while nobody takes what it prints', async (t) => {
    const running = await setUp(t);
    const { output } = await running.begin();
    const next = output.next();
    running.leave.abort(new Error('the client has gone'));
    await assert.rejects(next, /the client has gone/);
    assert.deepEqual([running.container.calls, running.left()], [['killed'], []]);

    const paused = await setUp(t);
    const { output: untaken } = await paused.begin();
    await untaken.return();
    assert.deepEqual([paused.container.calls, paused.left()], [['killed'], []]);

    const pulling = await setUp(t, {
      registry: () => ({
        manifest: (_ref, { signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        source: () => assert.fail('nothing is fetched'),
      }),
    });
    const first = pulling.run().next();
    await settle();
    pulling.leave.abort(new Error('the client has gone'));
    await assert.rejects(first, /the client has gone/);
    assert.deepEqual([pulling.started, pulling.left()], [[], []]);
  });

  it('ends at its time, after a long silence, and before the disk is full', async (t) => {
    const whole = await setUp(t);
    const { output } = await whole.begin();
    let next = output.next();
    for (const text of ['a', 'b', 'c']) {
      await whole.clock.advance(19_000);
      whole.container.stdout.write(text);
      assert.equal(String((await next).value?.stdout), text);
      next = output.next();
    }
    await whole.clock.advance(3_000);
    assert.deepEqual((await next).value?.end, { reason: 'DURATION_OVER', exitCode: 137 });

    const idle = await setUp(t);
    const silent = (await idle.begin()).output.next();
    await idle.clock.advance(29_000);
    assert.deepEqual(idle.container.calls, []);
    await idle.clock.advance(2_000);
    assert.equal((await silent).value?.end?.reason, 'IDLE');

    let free = 2 * KEEP_FREE_BYTES;
    const full = await setUp(t, { freeBytes: async () => free });
    const writing = (await full.begin()).output.next();
    free = KEEP_FREE_BYTES - 1;
    await full.clock.advance(1_000);
    assert.equal((await writing).value?.end?.reason, 'DISK_LOW');
  });

  it('begins nothing that cannot be, and says what it was', async (t) => {
    const fails = async (change: Partial<DebugDeps>, code: string, reason: string) => {
      const { run, left, started } = await setUp(t, change);
      await assert.rejects(
        Array.fromAsync(run()),
        (e) => e instanceof RpcError && e.code === code && e.reason === reason,
        reason,
      );
      assert.deepEqual([left(), started], [[], []]);
    };
    const registry = (code: 'NOT_FOUND' | 'UNREACHABLE' | 'UNAUTHORIZED' | 'DIGEST_MISMATCH' | 'MALFORMED') => () => ({
      manifest: async () => {
        throw new OciError(code, 'said by the registry');
      },
      source: () => assert.fail('nothing is fetched'),
    });
    await fails({ freeBytes: async () => KEEP_FREE_BYTES }, 'RESOURCE_EXHAUSTED', 'DISK_LOW');
    await fails({ registry: registry('NOT_FOUND') }, 'NOT_FOUND', 'IMAGE_NOT_FOUND');
    await fails({ registry: registry('UNREACHABLE') }, 'FAILED_PRECONDITION', 'REGISTRY_UNREACHABLE');
    await fails({ registry: registry('DIGEST_MISMATCH') }, 'FAILED_PRECONDITION', 'DIGEST_MISMATCH');
    // What it unpacks to does not fit into what the node can spare.
    await fails({ freeBytes: async () => KEEP_FREE_BYTES + 3 }, 'FAILED_PRECONDITION', 'IMAGE_MALFORMED');
  });

  it('ends with an error when its terminal is given an impossible size', async (t) => {
    const { container, begin, left } = await setUp(t);
    const size = { columns: 0, rows: 1 };
    const { output } = await begin(
      silentAfter({ ...typed(''), size: { columns: 90, rows: 30 } }, { ...typed(''), size }),
    );
    await assert.rejects(output.next(), (e) => e instanceof RpcError && e.code === 'INVALID_ARGUMENT');
    assert.deepEqual([container.calls, left()], [['90x30', 'killed'], []]);
  });
});
