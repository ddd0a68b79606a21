import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '../control/clock.testing.ts';
import { ApiError } from './errors.ts';
import { PODS } from './resources.ts';
import type { ApiRequest, Transport } from './transport.ts';
import { watch } from './watch.ts';

const pod = (name: string, resourceVersion: string, annotations = {}) => ({
  metadata: { name, resourceVersion, annotations },
});
const line = (type: string, object: unknown) => JSON.stringify({ type, object });
const END = pod('', '7', { 'k8s.io/initial-events-end': 'true' });

/** Answers each request with the next of these. */
function apiserver(...answers: readonly (readonly string[] | object)[]) {
  const asked: ApiRequest[] = [];
  const next = () => answers[asked.length - 1];
  const transport: Transport = {
    request: async <T>(request: ApiRequest) => {
      asked.push(request);
      return next() as T;
    },
    async lines(request) {
      asked.push(request);
      const answer = next();
      if (answer instanceof Error) throw answer;
      return (async function* () {
        yield* answer as readonly string[];
        await new Promise(() => {});
      })();
    },
    close: () => {},
  };
  return { asked, transport };
}

async function firstOf(transport: Transport, count: number, clock = new FakeClock()) {
  const stop = new AbortController();
  const events: unknown[] = [];
  const options = { clock, signal: stop.signal, streamed: true, fieldSelector: 'spec.nodeName=a', random: () => 0 };
  for await (const event of watch(transport, PODS, options)) {
    if (event.kind === 'init') events.push(['init', event.objects.map(({ metadata }) => metadata.name)]);
    else events.push([event.kind, event.object.metadata.name]);
    if (events.length === count) break;
  }
  return events;
}

describe('a streamed watch', () => {
  it('takes what there is and what changes from one request', async () => {
    const { asked, transport } = apiserver([
      line('ADDED', pod('a', '5')),
      line('BOOKMARK', pod('', '6')),
      line('ADDED', pod('b', '3')),
      line('BOOKMARK', END),
      line('DELETED', pod('a', '8')),
    ]);
    assert.deepEqual(await firstOf(transport, 2), [
      ['init', ['a', 'b']],
      ['delete', 'a'],
    ]);
    assert.equal(asked.length, 1);
    const { sendInitialEvents, resourceVersionMatch, resourceVersion, fieldSelector } = asked[0]?.query ?? {};
    assert.deepEqual(
      [sendInitialEvents, resourceVersionMatch, resourceVersion, fieldSelector],
      [true, 'NotOlderThan', undefined, 'spec.nodeName=a'],
    );
  });

  it('lists where the apiserver can do nothing of the kind', async () => {
    const clock = new FakeClock();
    const { asked, transport } = apiserver(
      new ApiError('watch', 422, { reason: 'Invalid', message: 'sendInitialEvents is forbidden for watch' }),
      { metadata: { resourceVersion: '7' }, items: [pod('a', '5')] },
      [line('DELETED', pod('a', '8'))],
    );
    const events = firstOf(transport, 2, clock);
    while (clock.nextDue === undefined) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(10_000);
    assert.deepEqual(await events, [
      ['init', ['a']],
      ['delete', 'a'],
    ]);
    assert.deepEqual([asked.length, asked[2]?.query?.['sendInitialEvents']], [3, undefined]);
  });
});
