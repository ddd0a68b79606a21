import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { withDeadline } from '../control/abort.ts';
import { systemClock } from '../control/clock.ts';
import type { Access } from './access.ts';
import { apply, create, find, get, mergePatch, patchStatus, remove } from './apply.ts';
import { ApiError, isAlreadyExists, isConflict, isGone, isNotFound } from './errors.ts';
import { createEventRecorder } from './events.ts';
import { evict } from './eviction.ts';
import { type Gate, openGate } from './gate.testing.ts';
import { LeaderElection, type Leadership } from './lease.ts';
import { list, listPages } from './list.ts';
import { defineResource, type KubeObject, resourcePath } from './objects.ts';
import { CONFIG_MAPS, EVENTS, LEASES, NAMESPACES, POD_DISRUPTION_BUDGETS, PODS } from './resources.ts';
import { Store } from './store.ts';
import { createTransport, type Transport } from './transport.ts';
import { watch } from './watch.ts';

export interface ContractBackend {
  readonly access: Access;
  /** Makes every resource version up to now unknown. May restart the server. */
  loseHistory(): Promise<void>;
  stop(): Promise<void>;
}

const logger = pino({ level: 'silent' });
/** Generous: it only bounds a test that would hang. */
const LIMIT_MS = 60_000;

type Labelled = KubeObject & { readonly data?: Readonly<Record<string, string>> };
const MAPS = defineResource<Labelled>(CONFIG_MAPS);

/** What lib/kube relies on, said once and run against the real apiserver and against the fake alike. */
export function describeContract(start: () => Promise<ContractBackend>): void {
  let backend: ContractBackend;
  let transport: Transport;
  let gate: Gate;
  /** The same server, over a connection that a test can cut. */
  let gated: Transport;
  const namespace = `contract-${randomUUID().slice(0, 8)}`;
  const signal = AbortSignal.timeout(10 * 60_000);
  const bounded = <T>(what: string, work: (signal: AbortSignal) => Promise<T>) =>
    withDeadline({ clock: systemClock, ms: LIMIT_MS, what, signal }, work);
  const map = (name: string, data: Record<string, string> = {}): Labelled => ({ metadata: { namespace, name }, data });

  before(async () => {
    backend = await start();
    transport = createTransport({ access: backend.access, userAgent: 'contract' });
    gate = await openGate(backend.access.server);
    const server = new URL(backend.access.server);
    server.port = String(gate.port);
    gated = createTransport({ access: { ...backend.access, server }, userAgent: 'contract' });
    await create(transport, NAMESPACES, { metadata: { name: namespace } }, { signal });
  });

  after(async () => {
    gated?.close();
    await gate?.close();
    transport?.close();
    await backend?.stop();
  });

  test('errors carry status and reason', async () => {
    await assert.rejects(get(transport, MAPS, { namespace, name: 'none' }, { signal }), isNotFound);
    assert.equal(await find(transport, MAPS, { namespace, name: 'none' }, { signal }), undefined);
    await create(transport, MAPS, map('twice'), { signal });
    await assert.rejects(create(transport, MAPS, map('twice'), { signal }), isAlreadyExists);
    assert.equal(await remove(transport, MAPS, { namespace, name: 'twice' }, { signal }), true);
    assert.equal(await remove(transport, MAPS, { namespace, name: 'twice' }, { signal }), false);
  });

  test('a list comes in pages from one point in history', async () => {
    for (const name of ['page-1', 'page-2', 'page-3', 'page-4', 'page-5']) {
      await create(transport, MAPS, map(name), { signal });
    }
    const pages = [];
    for await (const page of listPages(transport, MAPS, { namespace, limit: 2, signal })) pages.push(page);
    const names = pages.flatMap(({ items }) => items.map(({ metadata }) => metadata.name));
    assert.deepEqual(
      names.filter((name) => name.startsWith('page-')),
      ['page-1', 'page-2', 'page-3', 'page-4', 'page-5'],
    );
    assert.ok(pages.length >= 3);
    assert.equal(new Set(pages.map(({ resourceVersion }) => resourceVersion)).size, 1);
    assert.equal(pages[0]?.items[0]?.kind, 'ConfigMap');
  });

  test('a watch shows what was there, what changes and what goes', async () => {
    await create(transport, MAPS, map('watched', { step: 'before' }), { signal });
    await bounded('watch', async (limited) => {
      const seen: string[] = [];
      const fieldSelector = 'metadata.name=watched';
      for await (const event of watch(transport, MAPS, {
        namespace,
        fieldSelector,
        clock: systemClock,
        signal: limited,
      })) {
        if (event.kind === 'init') {
          assert.deepEqual(
            event.objects.map(({ data }) => data),
            [{ step: 'before' }],
          );
          const at = { namespace, name: 'watched' };
          await mergePatch(transport, MAPS, at, { data: { step: 'after' } }, { signal });
          await remove(transport, MAPS, at, { signal });
        } else seen.push(`${event.kind} ${event.object.data?.['step']}`);
        if (event.kind === 'delete') break;
      }
      assert.deepEqual(seen, ['apply after', 'delete after']);
    });
  });

  test('a watch tells first what there is, where it is asked to', async () => {
    await create(transport, MAPS, map('streamed', { step: 'before' }), { signal });
    await bounded('watch', async (limited) => {
      const selection = { namespace, fieldSelector: 'metadata.name=streamed', streamed: true };
      for await (const event of watch(transport, MAPS, { ...selection, clock: systemClock, signal: limited })) {
        if (event.kind !== 'init') {
          assert.equal(event.kind === 'apply' && event.object.data?.['step'], 'after');
          break;
        }
        assert.deepEqual(
          event.objects.map(({ data }) => data),
          [{ step: 'before' }],
        );
        await mergePatch(transport, MAPS, { namespace, name: 'streamed' }, { data: { step: 'after' } }, { signal });
      }
    });
  });

  test('a watch gets bookmarks', async () => {
    const { resourceVersion } = await firstPage();
    const lines = await transport.lines({
      path: resourcePath(MAPS, { namespace }),
      query: { watch: true, resourceVersion, allowWatchBookmarks: true, timeoutSeconds: 5 },
      signal,
    });
    // history moves on elsewhere: the real one tells only what is news
    const elsewhere = { metadata: { namespace: 'default', name: namespace } };
    await create(transport, MAPS, elsewhere, { signal });
    await remove(transport, MAPS, elsewhere.metadata, { signal });
    const types: string[] = [];
    for await (const line of lines) {
      const event = JSON.parse(line) as { type: string; object: KubeObject };
      types.push(event.type);
      if (event.type === 'BOOKMARK')
        assert.ok(Number(event.object.metadata.resourceVersion) >= Number(resourceVersion));
    }
    assert.ok(types.includes('BOOKMARK'), `saw ${types.join(', ')}`);
  });

  test('a store survives a lost connection whose history is gone', async () => {
    const stop = new AbortController();
    const store = new Store({ type: MAPS, namespace, indexes: { team: (object) => [object.data?.['team'] ?? ''] } });
    await create(transport, MAPS, map('leaves', { team: 'a' }), { signal });
    await create(transport, MAPS, map('stays', { team: 'a' }), { signal });
    const running = store.run(gated, { clock: systemClock, logger, signal: stop.signal });
    try {
      await bounded('sync', (limited) => store.synced(limited));
      assert.equal(store.byIndex('team', 'a').length, 2);
      assert.ok(Object.isFrozen(store.get(`${namespace}/stays`)?.data));
      assert.equal(store.get(`${namespace}/stays`)?.metadata.managedFields, undefined);
      gate.cut();
      await remove(transport, MAPS, { namespace, name: 'leaves' }, { signal });
      await mergePatch(transport, MAPS, { namespace, name: 'stays' }, { data: { team: 'b' } }, { signal });
      await backend.loseHistory();
      assert.ok(store.get(`${namespace}/leaves`), 'a cut connection empties nothing');
      const told = new Set<string>();
      const complete = new Promise<void>((resolve) => {
        store.onChange((key) => {
          told.add(key);
          if (told.has(`${namespace}/leaves`) && told.has(`${namespace}/stays`)) resolve();
        });
      });
      gate.restore();
      await bounded('relist', () => complete);
      assert.equal(store.get(`${namespace}/leaves`), undefined);
      assert.deepEqual(store.byIndex('team', 'a'), []);
      assert.deepEqual(
        store.byIndex('team', 'b').map(({ metadata }) => metadata.name),
        ['stays'],
      );
    } finally {
      gate.restore();
      stop.abort();
      await running;
    }
  });

  test('an old version is Gone', async () => {
    const { resourceVersion } = await firstPage();
    await create(transport, MAPS, map('newer'), { signal });
    await backend.loseHistory();
    const attempt = async () => {
      const lines = await transport.lines({
        path: resourcePath(MAPS, { namespace }),
        query: { watch: true, resourceVersion, timeoutSeconds: 5 },
        signal,
      });
      for await (const line of lines) {
        const event = JSON.parse(line) as { type: string; object: { code: number; reason: string } };
        if (event.type === 'ERROR') throw new ApiError('watch', event.object.code, event.object);
      }
    };
    await assert.rejects(attempt, isGone);
  });

  test('server-side apply refuses to take a field from another manager, unless forced', async () => {
    await apply(transport, MAPS, map('owned', { color: 'red' }), { fieldManager: 'first', signal });
    const second = map('owned', { color: 'blue' });
    await assert.rejects(apply(transport, MAPS, second, { fieldManager: 'second', signal }), isConflict);
    const taken = await apply(transport, MAPS, second, { fieldManager: 'second', force: true, signal });
    assert.equal(taken.data?.['color'], 'blue');
    await apply(transport, MAPS, map('owned', { size: 'l' }), { fieldManager: 'third', signal });
    const { data } = await get(transport, MAPS, { namespace, name: 'owned' }, { signal });
    assert.deepEqual(data, { color: 'blue', size: 'l' });
  });

  test('a patch with a resourceVersion is a compare-and-swap', async () => {
    const { metadata } = await create(transport, MAPS, map('swapped', { owner: 'nobody' }), { signal });
    const swap = (owner: string) =>
      mergePatch(
        transport,
        MAPS,
        { namespace, name: 'swapped' },
        { data: { owner } },
        {
          resourceVersion: metadata.resourceVersion,
          signal,
        },
      );
    const results = await Promise.allSettled([swap('one'), swap('two'), swap('three')]);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results) if (result.status === 'rejected') assert.ok(isConflict(result.reason));
  });

  test('of two candidates one leads; when it is cut off the other takes over with a larger epoch', async () => {
    const candidate = (identity: string, over: Transport) =>
      new LeaderElection({
        transport: over,
        clock: systemClock,
        logger,
        namespace,
        name: 'leader',
        identity,
        leaseDurationMs: 2_000,
        renewDeadlineMs: 1_000,
        retryPeriodMs: 200,
      });
    const stop = new AbortController();
    /** Who leads now: never more than one at a time. */
    const leading = new Set<string>();
    let together = 0;
    const terms: { identity: string; epoch: number }[] = [];
    const begun: Record<string, PromiseWithResolvers<void>> = {
      a: Promise.withResolvers(),
      b: Promise.withResolvers(),
    };
    const ended = Promise.withResolvers<unknown>();
    const lead = (identity: string) => async (leadership: Leadership) => {
      leading.add(identity);
      together = Math.max(together, leading.size);
      terms.push({ identity, epoch: leadership.epoch });
      begun[identity]?.resolve();
      await new Promise((resolve) => leadership.signal.addEventListener('abort', resolve, { once: true }));
      leading.delete(identity);
      if (identity === 'a') ended.resolve(leadership.signal.reason);
    };
    const a = candidate('a', gated).run(lead('a'), stop.signal);
    await bounded('first leader', () => begun['a']!.promise);
    const b = candidate('b', transport).run(lead('b'), stop.signal);
    try {
      gate.cut();
      await bounded('loss', () => ended.promise);
      await bounded('take-over', () => begun['b']!.promise);
      assert.equal(together, 1);
      assert.deepEqual(
        terms.map(({ identity }) => identity),
        ['a', 'b'],
      );
      assert.ok(terms[1]!.epoch > terms[0]!.epoch);
    } finally {
      gate.restore();
      stop.abort();
      await Promise.all([a, b]);
    }
    const released = await get(transport, LEASES, { namespace, name: 'leader' }, { signal });
    assert.equal(released.spec?.holderIdentity ?? '', '', 'a leader that stops releases the Lease');
  });

  test('an eviction waits for the disruption budget', async () => {
    const labels = { app: 'guarded' };
    const at = { namespace, name: 'guarded' };
    const budget = await create(
      transport,
      POD_DISRUPTION_BUDGETS,
      { metadata: at, spec: { minAvailable: 1, selector: { matchLabels: labels } } } as object,
      { signal },
    );
    const allow = (disruptionsAllowed: number) =>
      patchStatus(
        transport,
        POD_DISRUPTION_BUDGETS,
        at,
        {
          disruptionsAllowed,
          observedGeneration: budget.metadata.generation,
          currentHealthy: 1,
          desiredHealthy: 1,
          expectedPods: 1,
        },
        { signal },
      );
    await allow(0);
    const spec = { nodeName: 'somewhere', containers: [{ name: 'c', image: 'i' }], terminationGracePeriodSeconds: 0 };
    const pod = await create(transport, PODS, { metadata: { ...at, labels }, spec } as object, { signal });
    const running = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
    await patchStatus(transport, PODS, at, running, { signal });
    const target = { ...at, uid: pod.metadata.uid! };
    const blocked = await evict(transport, target, { signal });
    assert.equal(blocked.kind, 'blocked');
    assert.ok(
      blocked.kind === 'blocked' && blocked.by === 'budget' && /guarded/.test(blocked.message),
      JSON.stringify(blocked),
    );
    await allow(1);
    assert.deepEqual(await evict(transport, { ...target, uid: randomUUID() }, { signal }), { kind: 'gone' });
    await allow(1);
    assert.deepEqual(await evict(transport, target, { signal, gracePeriodSeconds: 0 }), { kind: 'ok' });
    assert.deepEqual(await evict(transport, target, { signal }), { kind: 'gone' });
  });

  test('the same event again raises a count', async () => {
    const recorder = createEventRecorder({
      transport,
      clock: systemClock,
      logger,
      signal,
      reportingController: 'osctl.dev/contract',
      reportingInstance: 'here',
    });
    const object = await create(transport, MAPS, map('noisy'), { signal });
    const event = { type: 'Warning', reason: 'Noisy', action: 'Test', note: 'it happened' } as const;
    recorder.record(MAPS, object, event);
    recorder.record(MAPS, object, event);
    recorder.record(MAPS, object, { ...event, reason: 'Other' });
    await recorder.flush();
    const events = await list(transport, EVENTS, { namespace, signal });
    const about = events.filter(({ regarding }) => regarding?.name === 'noisy');
    assert.deepEqual(about.map(({ reason, series }) => [reason, series?.count]).sort(), [
      ['Noisy', 2],
      ['Other', undefined],
    ]);
  });

  async function firstPage() {
    for await (const page of listPages(transport, MAPS, { namespace, signal })) return page;
    throw new Error('no page');
  }
}
