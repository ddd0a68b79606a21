import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { ApiError } from '@talos/lib/kube/errors.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import type { PodRef } from '@talos/lib/plan/index.ts';
import { Evictions } from './drain.ts';

const pod = (name: string): PodRef => ({
  namespace: 'default',
  name,
  uid: `uid-${name}`,
  labels: {},
  terminating: false,
});
const signal = new AbortController().signal;

/** What evictions and deletions are answered with; all that is asked for. */
function apiserver(answer: (request: ApiRequest) => ApiError | undefined) {
  const asked: string[] = [];
  const transport: Transport = {
    request: async <T>(request: ApiRequest) => {
      asked.push(`${request.method} ${request.path.replace('/api/v1/namespaces/default/pods/', '')}`);
      const error = answer(request);
      if (error !== undefined) throw error;
      return {} as T;
    },
    lines: () => assert.fail('nothing is watched'),
    close: () => {},
  };
  return { asked, transport };
}

const tooMany = new ApiError('eviction', 429, {
  reason: 'TooManyRequests',
  message: 'Cannot evict pod as it would violate the pod disruption budget.',
  details: {
    retryAfterSeconds: 10,
    causes: [{ reason: 'DisruptionBudget', message: 'The disruption budget db needs 2 healthy pods' }],
  },
});
const forbidden = new ApiError('deletion', 403, { reason: 'Forbidden', message: 'talos-operator cannot delete pods' });

describe('Evictions', () => {
  it('asks for the pods of a node side by side, a few at a time, and for each once', async () => {
    let atOnce = 0;
    let most = 0;
    const asked: string[] = [];
    const transport: Transport = {
      request: async <T>({ path }: ApiRequest) => {
        asked.push(path);
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce--;
        return {} as T;
      },
      lines: () => assert.fail('nothing is watched'),
      close: () => {},
    };
    const pods = Array.from({ length: 10 }, (_, index) => pod(`web-${index}`));
    assert.equal(await new Evictions(transport, new FakeClock()).round(pods, false, signal), undefined);
    assert.deepEqual([new Set(asked).size, asked.length, most], [10, 10, 4]);
  });

  it('asks for each pod, and again for a refused one no sooner than the apiserver said', async () => {
    const clock = new FakeClock();
    const { asked, transport } = apiserver(({ path }) => (path.includes('/db/') ? tooMany : undefined));
    const evictions = new Evictions(transport, clock);
    const pods = [pod('web'), pod('db')];
    assert.equal(await evictions.round(pods, false, signal), 10_000);
    assert.match(evictions.refusal('uid-db') ?? '', /budget db needs 2 healthy pods/);
    assert.equal(evictions.refusal('uid-web'), undefined);
    await clock.advance(4_000);
    assert.equal(await evictions.round([pod('db')], false, signal), 6_000);
    assert.deepEqual(asked, ['POST web/eviction', 'POST db/eviction']);
    await clock.advance(6_000);
    await evictions.round([pod('db')], false, signal);
    assert.equal(asked.length, 3);
  });

  it('remembers what was refused on one node while another is drained', async () => {
    const clock = new FakeClock();
    const { asked, transport } = apiserver(({ path }) => (path.includes('/db/') ? tooMany : undefined));
    const evictions = new Evictions(transport, clock);
    await evictions.round([pod('db')], false, signal);
    await evictions.round([pod('web')], false, signal);
    await evictions.round([pod('db')], false, signal);
    assert.deepEqual(asked, ['POST db/eviction', 'POST web/eviction']);
    assert.match(evictions.refusal('uid-db') ?? '', /budget db/);
  });

  it('deletes by force only what its budget does not let go, and only that very pod', async () => {
    const bodies: unknown[] = [];
    const { asked, transport } = apiserver(({ method, path, body }) => {
      if (method === 'DELETE') bodies.push(body);
      return path.endsWith('db/eviction') ? tooMany : undefined;
    });
    const evictions = new Evictions(transport, new FakeClock());
    assert.equal(await evictions.round([pod('web'), pod('db')], true, signal), undefined);
    assert.deepEqual(asked, ['POST web/eviction', 'POST db/eviction', 'DELETE db']);
    assert.equal((bodies[0] as { preconditions: { uid: string } }).preconditions.uid, 'uid-db');
  });

  it('says that it may not delete', async () => {
    const { transport } = apiserver(({ method }) => (method === 'DELETE' ? forbidden : tooMany));
    const evictions = new Evictions(transport, new FakeClock());
    assert.equal(await evictions.round([pod('db')], true, signal), 5_000);
    assert.match(evictions.refusal('uid-db') ?? '', /by force, which failed: .*cannot delete pods/);
  });
});
