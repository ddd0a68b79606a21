import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { systemClock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { eventBus } from '../machine/events.ts';
import { createResourceStore } from './store.ts';
import { columns, type ResourceEvent, type ResourceKind } from './types.ts';

/** A kind whose resources are the entries of `held`. */
function setUp(rest: Partial<ResourceKind> = {}) {
  const held = new Map<string, Readonly<Record<string, unknown>>>();
  const events = eventBus(systemClock, 'boot');
  const kind: ResourceKind = {
    name: 'address',
    description: 'where it is',
    columns: columns('PORT /port', 'SINCE /since TIME'),
    changesWith: ['config'],
    list: () => [...held].map(([id, spec]) => ({ id, spec })),
    ...rest,
  };
  const store = createResourceStore({ kinds: [kind], events, clock: systemClock });
  const changed = (type: 'config' | 'service' = 'config') =>
    events.emit({ type, subject: 'x', action: 'changed', message: '', fields: {} });
  const watch = (id = '') => {
    const controller = new AbortController();
    const iterator = store.read(kind, { id, follow: true, signal: controller.signal })[Symbol.asyncIterator]();
    return { next: async () => told((await iterator.next()).value as ResourceEvent), controller, iterator };
  };
  return { held, kind, store, changed, watch };
}

const told = (event: ResourceEvent | undefined): string =>
  event === undefined ? 'end' : event.type === 'BOOKMARK' ? 'BOOKMARK' : `${event.type} ${event.resource.id}`;
const { signal } = new AbortController();

describe('the store of resources', () => {
  test('tells what there is, then a bookmark; a version is of the content and not of its order', async () => {
    const { held, kind, store } = setUp();
    held.set('a', { port: 1, deep: { x: 1, y: 2 } });
    held.set('b', { deep: { y: 2, x: 1 }, port: 1 });
    const events = await Array.fromAsync(store.read(kind, { id: '', follow: false, signal }));
    assert.deepEqual(events.map(told), ['CREATED a', 'CREATED b', 'BOOKMARK']);
    const versions = events.flatMap((event) => (event.type === 'BOOKMARK' ? [] : [event.resource.version]));
    assert.equal(versions[0], versions[1]);
    held.set('a', { port: 2 });
    const [again] = await Array.fromAsync(store.read(kind, { id: 'a', follow: false, signal }));
    assert.ok(again?.type === 'CREATED' && again.resource.version !== versions[0] && again.resource.kind === 'address');
  });

  test('a watch tells what has come, changed and gone, and nothing else', async () => {
    const { held, changed, watch } = setUp();
    held.set('a', { port: 1 });
    held.set('b', { port: 1 });
    const { next } = watch();
    assert.deepEqual([await next(), await next(), await next()], ['CREATED a', 'CREATED b', 'BOOKMARK']);
    const change = next();
    // Of another kind: not even read for. Several at once are told together.
    changed('service');
    held.set('a', { port: 2 });
    held.delete('b');
    held.set('c', { port: 3 });
    changed();
    changed();
    assert.deepEqual([await change, await next(), await next()], ['UPDATED a', 'CREATED c', 'DELETED b']);
    held.delete('c');
    changed();
    assert.equal(await next(), 'DELETED c');
  });

  test('what changes between the first reading and the wait for a change is not missed', async () => {
    const { held, changed, watch } = setUp();
    const { next } = watch();
    assert.equal(await next(), 'BOOKMARK');
    held.set('a', {});
    changed();
    assert.equal(await next(), 'CREATED a');
  });

  test('a kind without events is looked at while somebody watches, and not afterwards', async () => {
    let readings = 0;
    const { held, watch } = setUp({
      changesWith: [],
      pollMs: 1,
      list: () => {
        readings += 1;
        if (readings === 3) held.set('late', {});
        return [...held].map(([id, spec]) => ({ id, spec }));
      },
    });
    const { next, iterator } = watch();
    assert.deepEqual([await next(), await next()], ['BOOKMARK', 'CREATED late']);
    await iterator.return?.();
    const then = readings;
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    assert.equal(readings, then);
  });

  test('a watch for one that is not there waits for it, a reading says so; an abort ends a watch', async () => {
    const { held, kind, store, changed, watch } = setUp();
    await assert.rejects(
      Array.fromAsync(store.read(kind, { id: 'a', follow: false, signal })),
      (error) => error instanceof RpcError && error.code === 'NOT_FOUND' && error.reason === 'RESOURCE_NOT_FOUND',
    );
    const { next, controller } = watch('a');
    assert.equal(await next(), 'BOOKMARK');
    held.set('b', {});
    held.set('a', {});
    changed();
    assert.equal(await next(), 'CREATED a');
    const end = next();
    controller.abort();
    assert.equal(await end, 'end');
  });

  test('kinds go by singular and plural, are resources themselves, and the nearest is named', async () => {
    const { store, kind } = setUp();
    assert.equal(store.kind('Addresses'), kind);
    assert.equal(store.kind('address'), kind);
    assert.throws(() => store.kind('adress'), /no kind of resource "adress"; did you mean address\?/);
    assert.throws(() => store.kind('pods/exec'), /osctl get kinds/);
    const events = await Array.fromAsync(store.read(store.kind('kinds'), { id: 'address', follow: false, signal }));
    assert.ok(events[0]?.type === 'CREATED');
    assert.deepEqual(events[0].resource.spec, {
      description: 'where it is',
      sensitive: false,
      columns: [
        { title: 'PORT', path: '/port', format: 'TEXT' },
        { title: 'SINCE', path: '/since', format: 'TIME' },
      ],
    });
  });
});
