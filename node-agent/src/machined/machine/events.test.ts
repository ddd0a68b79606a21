import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventBus } from './events.ts';

const event = (action: string) => ({ type: 'phase', subject: 's', action, message: '', fields: {} }) as const;
const take = async <T>(from: AsyncIterable<T>, count: number): Promise<T[]> => {
  const taken: T[] = [];
  for await (const item of from) if (taken.push(item) === count) break;
  return taken;
};

describe('events', () => {
  const signal = () => new AbortController().signal;
  it('gives a reader what came after an id, and then what comes', async () => {
    const bus = eventBus({ now: () => 5 }, 'boot');
    bus.emit(event('one'));
    bus.emit(event('two'));
    const reading = take(bus.follow(1, signal()), 2);
    bus.emit(event('three'));
    assert.deepEqual(
      (await reading).map(({ action }) => action),
      ['two', 'three'],
    );
    assert.deepEqual(
      bus.tail(1).map(({ action, bootId, timeMs }) => [action, bootId, timeMs]),
      [['three', 'boot', 5]],
    );
  });

  it('tells a slow reader how much it lost', async () => {
    const bus = eventBus({ now: () => 0 }, 'boot', 3);
    for (let n = 1; n <= 10; n += 1) bus.emit(event(String(n)));
    const [lost, next] = await take(bus.follow(0, signal()), 2);
    assert.equal(lost?.action, 'lost');
    assert.equal(lost?.fields['lost'], '7');
    assert.equal(next?.action, '8');
  });

  it('ends with its signal', async () => {
    const bus = eventBus({ now: () => 0 }, 'boot');
    const controller = new AbortController();
    const reading = take(bus.follow(0, controller.signal), 1);
    controller.abort();
    assert.deepEqual(await reading, []);
  });
});
