import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { ApiError } from '@talos/lib/kube/errors.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import type { DrainAhead } from '@talos/lib/plan/index.ts';
import { pino } from 'pino';
import { Forecasts } from './forecasts.ts';

const pod = (name: string, nodeName: string) => ({
  metadata: { name, namespace: 'default', uid: name, labels: { app: 'web' } },
  spec: { nodeName, containers: [{ name: 'c', resources: { requests: { cpu: '1' } } }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
});
const budget = {
  metadata: { name: 'web', namespace: 'default' },
  spec: { selector: { matchLabels: { app: 'web' } } },
  status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 2 },
};

/** Pods come on two pages. */
function made() {
  const asked: string[] = [];
  const clock = new FakeClock();
  const stop = new AbortController();
  let changes = 0;
  const world = { fails: false };
  const transport: Transport = {
    request: async <T>({ path, query }: ApiRequest) => {
      asked.push(`${path}${query?.['continue'] === undefined ? '' : ' again'}`);
      if (world.fails) throw new ApiError('list', 403, { message: 'no' });
      if (path.includes('poddisruptionbudgets')) return { metadata: {}, items: [budget] } as T;
      if (query?.['continue'] === undefined) return { metadata: { continue: 'x' }, items: [pod('1', 'a')] } as T;
      return { metadata: {}, items: [pod('2', 'b')] } as T;
    },
    lines: () => assert.fail('nothing is watched'),
    close: () => {},
  };
  const node = (name: string) => ({
    metadata: { name },
    status: { allocatable: { cpu: '1' }, conditions: [{ type: 'Ready', status: 'True' }] },
  });
  const forecasts = new Forecasts({
    transport,
    clock,
    logger: pino({ level: 'silent' }),
    signal: stop.signal,
    nodes: () => [node('a'), node('b')] as unknown as ReturnType<ConstructorParameters<typeof Forecasts>[0]['nodes']>,
    onChange: () => {
      changes += 1;
    },
  });
  return { forecasts, asked, clock, world, stop, changes: () => changes };
}

describe('Forecasts', () => {
  it('tell of the nodes that are asked about, from one list of pods and one of budgets', async () => {
    const { forecasts, asked, changes } = made();
    forecasts.attend([{ node: 'a', rules: [] }]);
    await forecasts.idle();
    assert.deepEqual(asked, ['/api/v1/pods', '/api/v1/pods again', '/apis/policy/v1/poddisruptionbudgets']);
    const { pods, nodes, obstacles } = forecasts.latest() ?? {};
    assert.deepEqual([pods, nodes], [1, ['a']]);
    assert.deepEqual(
      obstacles?.map(({ code }) => code),
      ['BUDGET', 'NOT_REPLACED'],
    );
    assert.equal(changes(), 1);
  });

  it('are made anew after minutes, or for other nodes or rules, and never twice at once', async () => {
    const { forecasts, asked, clock } = made();
    const looks = async (nodes: readonly string[], rules: DrainAhead['rules'] = []) => {
      const before = asked.length;
      const drains = nodes.map((node) => ({ node, rules }));
      forecasts.attend(drains);
      forecasts.attend(drains);
      await forecasts.idle();
      return asked.length > before;
    };
    assert.equal(await looks(['a']), true);
    assert.equal(await looks(['a']), false);
    assert.equal(await looks(['a', 'b']), true);
    assert.equal(await looks(['a', 'b'], [{ action: 'Skip' }]), true);
    assert.equal(forecasts.latest()?.pods, 0);
    await clock.advance(300_000);
    assert.equal(await looks(['a', 'b'], [{ action: 'Skip' }]), true);
    assert.equal(asked.length, 12);
  });

  it('are forgotten when nothing is ahead, and hold up nothing where they cannot be made', async () => {
    const { forecasts, world, changes, stop } = made();
    forecasts.attend([{ node: 'a', rules: [] }]);
    await forecasts.idle();
    forecasts.attend([]);
    assert.equal(forecasts.latest(), undefined);
    world.fails = true;
    forecasts.attend([{ node: 'a', rules: [] }]);
    await forecasts.idle();
    assert.deepEqual([forecasts.latest(), changes()], [undefined, 1]);
    stop.abort();
    forecasts.attend([{ node: 'b', rules: [] }]);
    await forecasts.idle();
    assert.equal(changes(), 1);
  });
});
