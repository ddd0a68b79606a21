import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { OciError } from '@talos/lib/oci/error.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { OperationPart } from '../machine/types.ts';
import { type FakeRuntime, image, startFakeRuntime } from './fake-runtime.testing.ts';
import { type PullOptions, pullImage } from './pull.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const REF = 'osctl.dev/nginx:1';

describe('pulling an image by the runtime', () => {
  let directory: string;
  let address: string;
  let runtime: FakeRuntime;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'pull-'));
    address = `unix:${join(directory, 'containerd.sock')}`;
    runtime = await startFakeRuntime(address);
    runtime.images = [image({ id: 'sha256:pulled', repoDigests: [`osctl.dev/nginx@${digest('d')}`] })];
  });
  afterEach(async () => {
    await runtime[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true });
  });

  /** Time passes when `tick` says so. */
  const pull = (rest: Partial<PullOptions> = {}) => {
    const told: string[] = [];
    const line = (parts: readonly OperationPart[]) =>
      parts.map(({ name, done, total, state }) => `${name.slice(7, 8)} ${done}/${total} ${state}`).join(', ');
    let wake: () => void = () => {};
    let asleep: () => void = () => {};
    const polled = () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      asleep = resolve;
      return promise;
    };
    const result = pullImage({
      address,
      image: REF,
      layers: async () => [
        { digest: digest('a'), size: 10 },
        { digest: digest('b'), size: 20 },
      ],
      clock: {
        sleep: (_ms, signal) =>
          new Promise((resolve, reject) => {
            signal.throwIfAborted();
            wake = resolve;
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
            asleep();
          }),
      },
      signal: new AbortController().signal,
      onProgress: (parts) => told.push(line(parts)),
      ...rest,
    });
    result.catch(() => {});
    return { result, told, polled, tick: () => wake() };
  };

  test('layers wait, load and are there; at the end all are', async () => {
    const pulled = Promise.withResolvers<string>();
    runtime.pull = () => pulled.promise;
    runtime.whole = [digest('a')];
    const { result, told, polled, tick } = pull();
    await polled();
    runtime.statuses = [
      { ref: `layer-${digest('b')}`, offset: 7, total: 0 },
      { ref: `layer-${digest('e')}`, offset: 1, total: 2 },
      { ref: `config-${digest('b')}`, offset: 1, total: 2 },
    ];
    const next = polled();
    tick();
    await next;
    pulled.resolve('sha256:pulled');
    assert.deepEqual(await result, { id: 'sha256:pulled', digest: digest('d') });
    assert.deepEqual(told, [
      'a 10/10 done, b 0/20 waiting',
      'a 10/10 done, b 7/20 loading',
      'a 10/10 done, b 20/20 done',
    ]);
    assert.deepEqual(runtime.calls, [['pull', REF]]);
  });

  test('when the registry does not tell the layers, those that are being written are shown', async () => {
    const pulled = Promise.withResolvers<string>();
    runtime.pull = () => pulled.promise;
    runtime.statuses = [{ ref: `layer-${digest('b')}`, offset: 7, total: 9 }];
    const { result, told, polled } = pull({ layers: () => Promise.reject(new Error('no registry')) });
    await polled();
    pulled.resolve('sha256:pulled');
    await result;
    assert.deepEqual(told, ['b 7/9 loading', 'b 9/9 done']);
  });

  test('a failure is told in the words of a pull', async () => {
    for (const [code, message, expected] of [
      ['NOT_FOUND', 'failed to pull: not found', 'NOT_FOUND'],
      ['UNKNOWN', 'failed to pull: write: no space left on device', 'NO_SPACE'],
      ['UNKNOWN', 'failed to authorize: 401 Unauthorized', 'UNAUTHORIZED'],
      ['UNAVAILABLE', 'failed to do request: connection refused', 'UNREACHABLE'],
    ] as const) {
      runtime.pull = () => Promise.reject(new RpcError(code, message));
      await assert.rejects(pull().result, (error) => {
        assert.ok(error instanceof OciError, String(error));
        assert.equal(error.code, expected);
        return error.message.startsWith(`${REF}: failed to`);
      });
    }
    await runtime[Symbol.asyncDispose]();
    await assert.rejects(pull().result, { code: 'UNAVAILABLE', reason: 'RUNTIME_UNAVAILABLE' });
  });

  test('an abort ends the pull in the runtime, too', async () => {
    const ended = Promise.withResolvers<void>();
    runtime.pull = (_image, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          ended.resolve();
          reject(signal.reason);
        });
      });
    const controller = new AbortController();
    const { result, polled } = pull({ signal: controller.signal });
    await polled();
    controller.abort(new Error('taken over'));
    await assert.rejects(result);
    await ended.promise;
  });
});
