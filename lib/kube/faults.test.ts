import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import pino from 'pino';
import { withDeadline } from '../control/abort.ts';
import { systemClock } from '../control/clock.ts';
import { create, get, mergePatch, remove } from './apply.ts';
import { ApiError, ConnectionError, isTooManyRequests } from './errors.ts';
import { evict } from './eviction.ts';
import { FakeApiserver, type FakeRequest } from './fake-apiserver.testing.ts';
import { CONFIG_MAPS } from './resources.ts';
import { Store } from './store.ts';
import { createTransport, type Transport } from './transport.ts';
import { type WatchOptions, type WatchState, watch } from './watch.ts';

const logger = pino({ level: 'silent' });
const backoff = { baseMs: 1, maxMs: 5, factor: 2, jitter: 0 };
const at = { namespace: 'default', name: 'one' };

let fake: FakeApiserver;
let transport: Transport;
let stop: AbortController;

before(async () => {
  fake = await FakeApiserver.start();
  transport = createTransport({ access: fake.access, userAgent: 'test' });
});
after(async () => {
  transport.close();
  await fake.close();
});
beforeEach(() => {
  fake.fault = () => undefined;
  fake.requests.length = 0;
  stop = new AbortController();
});
afterEach(() => stop.abort(new Error('the test is over')));

const isWatch = (request: FakeRequest) => request.query.get('watch') === 'true';
const watches = () => fake.requests.filter(isWatch);
const lists = () => fake.requests.filter((request) => request.method === 'GET' && !isWatch(request));

/** Collects events as words until `enough` says so. */
async function follow(
  enough: (seen: readonly string[]) => boolean | Promise<boolean>,
  more: Partial<WatchOptions<never>> = {},
) {
  const seen: string[] = [];
  const states: WatchState['kind'][] = [];
  const errors: unknown[] = [];
  await withDeadline({ clock: systemClock, ms: 20_000, what: 'events', signal: stop.signal }, async (signal) => {
    const options = { clock: systemClock, signal, backoff, namespace: 'default' };
    for await (const event of watch(transport, CONFIG_MAPS, {
      ...options,
      onError: (error) => errors.push(error),
      onState: (state) => states.push(state.kind),
      ...(more as object),
    })) {
      seen.push(event.kind === 'init' ? `init ${event.objects.length}` : `${event.kind} ${event.object.metadata.name}`);
      if (await enough(seen)) return;
    }
  });
  return { seen, states, errors };
}

const put = (name: string) =>
  create(transport, CONFIG_MAPS, { metadata: { namespace: 'default', name } }, { signal: stop.signal });
const drop = (name: string) => remove(transport, CONFIG_MAPS, { namespace: 'default', name }, { signal: stop.signal });

test('500 on the watch: tried again from where it was, without a new list', async () => {
  let failures = 3;
  fake.fault = (request) => (isWatch(request) && failures-- > 0 ? { kind: 'answer', status: 500 } : undefined);
  const made = Promise.withResolvers<void>();
  const { seen, errors, states } = await follow(async (events) => {
    if (events.length === 1) {
      put('one').then(() => made.resolve(), made.reject);
      await made.promise;
    }
    return events.length === 2;
  });
  assert.deepEqual(seen, ['init 0', 'apply one']);
  assert.equal(errors.length, 3);
  assert.equal(lists().length, 1);
  assert.deepEqual(states, ['listing', 'watching']);
  await drop('one');
});

test('closed in mid-watch: goes on from the last version, bookmarks included, and repeats nothing', async () => {
  const { seen } = await follow(async (events) => {
    if (events.length === 1) setImmediate(() => put('one'));
    if (events.length === 2) {
      fake.bookmark();
      fake.endWatches();
      setImmediate(() => put('two'));
    }
    return events.length === 3;
  });
  assert.deepEqual(seen, ['init 0', 'apply one', 'apply two']);
  assert.equal(lists().length, 1);
  const versions = watches().map(({ query }) => Number(query.get('resourceVersion')));
  assert.ok(versions.length >= 2);
  await drop('one');
  await drop('two');
});

test('410 in the stream: lists anew and swaps the picture', async () => {
  const { seen, states } = await follow(async (events) => {
    if (events.length === 1) {
      // a write that the watch does not get to see, because history is gone when it comes back
      fake.fault = (request) => (isWatch(request) ? { kind: 'break' } : undefined);
      fake.endWatches();
      await put('one');
      fake.compact();
      fake.fault = () => undefined;
    }
    return events.length >= 2 && events.at(-1) === 'init 1';
  });
  assert.equal(seen[0], 'init 0');
  assert.ok(states.filter((state) => state === 'listing').length === 2, states.join());
  await drop('one');
});

test('silence: a watch on which nothing arrives is opened anew', async () => {
  let hung = 0;
  fake.fault = (request) => (isWatch(request) && hung++ === 0 ? { kind: 'hang' } : undefined);
  const { seen, errors } = await follow(
    async (events) => {
      if (events.length === 1) setImmediate(() => put('one'));
      return events.length === 2;
    },
    { silenceMs: 50 },
  );
  assert.deepEqual(seen, ['init 0', 'apply one']);
  assert.ok(errors.some((error) => error instanceof ConnectionError && /nothing arrived/.test(error.message)));
  await drop('one');
});

test('a server that accepts and closes at once is backed off from', async () => {
  const delays: number[] = [];
  const clock = {
    ...systemClock,
    sleep: (ms: number, signal: AbortSignal) => {
      if (ms < 1_000) delays.push(ms);
      return systemClock.sleep(Math.min(ms, 1), signal);
    },
  };
  // the watchdog sleeps on this clock as well, for far longer
  fake.fault = (request) =>
    isWatch(request)
      ? { kind: 'answer', status: 200, body: { type: 'BOOKMARK', object: { metadata: { resourceVersion: '1' } } } }
      : undefined;
  const running = follow(() => false, { clock, backoff: { baseMs: 10, maxMs: 80, factor: 2, jitter: 0 } });
  running.catch(() => {});
  while (delays.length < 5) await new Promise((resolve) => setImmediate(resolve));
  stop.abort(new Error('enough'));
  await assert.rejects(running);
  assert.deepEqual(delays.slice(0, 5), [10, 20, 40, 80, 80]);
});

test('a line that is no JSON breaks the connection, not the watch', async () => {
  const spoil = async () => {
    while (fake.watching === 0 && !stop.signal.aborted) await new Promise((resolve) => setImmediate(resolve));
    fake.sendToWatches('<html>');
    await put('one');
  };
  let spoiled: Promise<void> | undefined;
  const { seen, errors } = await follow((events) => {
    spoiled ??= spoil();
    return events.length === 2;
  });
  await spoiled;
  assert.deepEqual(seen, ['init 0', 'apply one']);
  assert.equal(errors.length, 1);
  await drop('one');
});

test('429: Retry-After is in the error', async () => {
  fake.fault = () => ({ kind: 'answer', status: 429, headers: { 'retry-after': '7' }, body: { message: 'slow down' } });
  await assert.rejects(get(transport, CONFIG_MAPS, at, { signal: stop.signal }), (error) => {
    assert.ok(isTooManyRequests(error));
    assert.equal(error.retryAfterMs, 7_000);
    assert.match(error.message, /slow down/);
    return true;
  });
  const blocked = await evict(transport, { ...at, uid: 'u' }, { signal: stop.signal });
  assert.deepEqual(blocked, {
    kind: 'blocked',
    by: 'server',
    message: 'POST /api/v1/namespaces/default/pods/one/eviction: slow down',
    retryAfterMs: 7_000,
  });
});

test('an answer that is no Status still makes a useful error', async () => {
  fake.fault = () => ({ kind: 'answer', status: 503, body: 'upstream connect error' });
  await assert.rejects(
    get(transport, CONFIG_MAPS, at, { signal: stop.signal }),
    (error) => error instanceof ApiError && error.status === 503 && /^GET .*503/.test(error.message),
  );
});

test('no answer in time, a broken connection, and an abort are told apart', async () => {
  fake.fault = () => ({ kind: 'hang' });
  const path = '/api/v1/namespaces';
  await assert.rejects(
    transport.request({ path, signal: stop.signal, timeoutMs: 20 }),
    (error) => error instanceof ConnectionError && /no answer within 20 ms/.test(error.message),
  );
  const reason = new Error('my reason');
  const aborter = new AbortController();
  const aborted = transport.request({ path, signal: aborter.signal });
  aborter.abort(reason);
  await assert.rejects(aborted, reason);
  fake.fault = () => ({ kind: 'break' });
  await assert.rejects(
    transport.request({ method: 'POST', path, body: {}, signal: stop.signal }),
    (error) => error instanceof ConnectionError && error.cause instanceof Error && error.message.includes(path),
  );
  assert.equal(fake.requests.filter(({ method }) => method === 'POST').length, 1, 'a write is never sent twice');
});

test('a GET on a kept connection that the server closed is sent again', async () => {
  await put('one');
  let broken = 0;
  fake.fault = (request) => (request.method === 'GET' && broken++ === 0 ? { kind: 'break' } : undefined);
  const found = await get(transport, CONFIG_MAPS, at, { signal: stop.signal });
  assert.equal(found.metadata.name, 'one');
  await drop('one');
});

test('requests and watches leave no listener on a long-lived signal', async () => {
  const { signal } = new AbortController();
  await transport.request({ path: '/api/v1/configmaps', signal });
  await transport.request({ path: '/api/v1/nothing/here', signal }).catch(() => {});
  const query = { watch: true, timeoutSeconds: 1 };
  for await (const _ of await transport.lines({ path: '/api/v1/configmaps', query, signal })) break;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('many requests share few connections', async () => {
  const before = fake.connections;
  for (let turn = 0; turn < 100; turn++) await transport.request({ path: '/api/v1/configmaps', signal: stop.signal });
  assert.ok(fake.connections - before <= 1, `${fake.connections - before} new connections`);
});

test('a store shows our own write at once, and a later deletion wins over it', async () => {
  const store = new Store({ type: CONFIG_MAPS, namespace: 'default' });
  const keys: string[] = [];
  store.onChange((key) => keys.push(key));
  assert.equal(store.hasSynced, false);
  const first = await put('one');
  store.receive({ kind: 'init', objects: [first], resourceVersion: fake.version });
  assert.equal(store.hasSynced, true);
  const second = await mergePatch(transport, CONFIG_MAPS, at, { data: { step: '2' } }, { signal: stop.signal });
  store.written(second);
  assert.deepEqual(store.get('default/one')?.data, { step: '2' });
  store.receive({ kind: 'apply', object: first });
  assert.deepEqual(store.get('default/one')?.data, { step: '2' }, 'never back in time');
  store.receive({ kind: 'apply', object: second });
  assert.deepEqual(keys, ['default/one', 'default/one'], 'what is known already is no change');
  const version = String(Number(second.metadata.resourceVersion) + 1);
  store.receive({ kind: 'delete', object: { ...second, metadata: { ...second.metadata, resourceVersion: version } } });
  store.written(second);
  assert.equal(store.get('default/one'), undefined, 'a write that the watch has overtaken raises no ghost');
  await drop('one');
});

test('a store starts over when etcd was taken back in time', async () => {
  const store = new Store({ type: CONFIG_MAPS });
  const object = (resourceVersion: string, step: string) => ({
    metadata: { name: 'x', namespace: 'default', resourceVersion },
    data: { step },
  });
  store.receive({ kind: 'init', objects: [object('900', 'lost')], resourceVersion: '1000' });
  store.receive({ kind: 'init', objects: [object('500', 'restored')], resourceVersion: '600' });
  assert.deepEqual(store.get('default/x')?.data, { step: 'restored' });
});

test('a store runs until stopped, whatever the server does', async () => {
  let turn = 0;
  fake.fault = (request) => (request.method === 'GET' && turn++ < 2 ? { kind: 'answer', status: 500 } : undefined);
  const store = new Store({ type: CONFIG_MAPS });
  const clock = {
    ...systemClock,
    sleep: (ms: number, signal: AbortSignal) => systemClock.sleep(Math.min(ms, 1_000_000) / 1_000, signal),
  };
  const running = store.run(transport, { clock, logger, signal: stop.signal });
  await store.synced(stop.signal);
  assert.equal(turn >= 3, true);
  stop.abort(new Error('enough'));
  await running;
});
