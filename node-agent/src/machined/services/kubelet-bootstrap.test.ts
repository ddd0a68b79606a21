import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type BootstrapWatch, hastenBootstrap } from './kubelet-bootstrap.ts';

const never = new AbortController().signal;

/** The API takes the token from the n-th question on; the certificate is there from the n-th look on. */
const world = (facts: { readonly acceptedFrom: number; readonly certificateFrom: number; readonly pid?: number }) => {
  const counts = { questions: 0, looks: 0, restarts: 0 };
  const watch: BootstrapWatch = {
    clock: { async sleep() {} },
    hasCertificate: () => ++counts.looks >= facts.certificateFrom,
    async accepted() {
      if (++counts.questions < facts.acceptedFrom) throw new Error('401');
    },
    kubelet: () => ({ pid: facts.pid ?? 7 }),
    async restart() {
      counts.restarts++;
    },
  };
  return { watch, counts };
};

describe('a kubelet without a certificate', () => {
  test('is started anew, once, when the API begins to take its token', async () => {
    const { watch, counts } = world({ acceptedFrom: 4, certificateFrom: Number.POSITIVE_INFINITY });
    assert.equal(await hastenBootstrap(watch, never), 'hastened');
    assert.deepEqual({ ...counts, looks: 0 }, { questions: 4, restarts: 1, looks: 0 });
  });

  test('is left alone when the API was there first', async () => {
    const { watch, counts } = world({ acceptedFrom: 1, certificateFrom: Number.POSITIVE_INFINITY });
    assert.equal(await hastenBootstrap(watch, never), 'not needed');
    assert.equal(counts.restarts, 0);
  });

  test('is left alone when it does not run yet', async () => {
    const { watch, counts } = world({ acceptedFrom: 3, certificateFrom: Number.POSITIVE_INFINITY, pid: 0 });
    assert.equal(await hastenBootstrap(watch, never), 'not needed');
    assert.equal(counts.restarts, 0);
  });

  test('is left alone when it got one by itself, even at the last moment', async () => {
    for (const certificateFrom of [2, 3]) {
      const { watch, counts } = world({ acceptedFrom: 2, certificateFrom });
      assert.equal(await hastenBootstrap(watch, never), 'not needed');
      assert.equal(counts.restarts, 0);
    }
  });
});

test('a node that has a certificate asks nothing', async () => {
  const { watch, counts } = world({ acceptedFrom: 1, certificateFrom: 1 });
  assert.equal(await hastenBootstrap(watch, never), 'not needed');
  assert.equal(counts.questions, 0);
});

test('the watch ends with the node', async () => {
  const controller = new AbortController();
  const { watch } = world({ acceptedFrom: Number.POSITIVE_INFINITY, certificateFrom: Number.POSITIVE_INFINITY });
  const ended = hastenBootstrap(
    { ...watch, clock: { sleep: async () => controller.abort(new Error('down')) } },
    controller.signal,
  );
  await assert.rejects(ended, /down/);
});
