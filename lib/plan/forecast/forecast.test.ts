import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { BudgetView, PodView, Room } from '../objects/workload.ts';
import { type DrainAhead, forecast, type Workload } from './forecast.ts';
import { fits } from './place.ts';

const pod = (name: string, change: Partial<PodView> = {}): PodView => ({
  namespace: 'default',
  name,
  uid: name,
  labels: { app: 'web' },
  owner: 'ReplicaSet web',
  terminating: false,
  node: 'a',
  pending: false,
  ready: true,
  needs: { requests: { cpu: 1, pods: 1 }, nodeSelector: {}, tolerations: [] },
  scratch: [],
  ...change,
});
const budget = (change: Partial<BudgetView> = {}): BudgetView => ({
  namespace: 'default',
  name: 'web',
  selector: { matchLabels: { app: 'web' } },
  allowed: 0,
  healthy: 2,
  desired: 2,
  expected: 3,
  freesUnready: false,
  ...change,
});
const room = (name: string, change: Partial<Room> = {}): Room => ({
  name,
  labels: {},
  taints: [],
  open: true,
  free: { cpu: 8, pods: 100 },
  ...change,
});
const told = (workload: Partial<Workload>, rules: DrainAhead['rules'] = []) =>
  forecast([{ node: 'a', rules }], { pods: [], budgets: [], rooms: [room('a'), room('b')], ...workload }, 0);
const codes = (...args: Parameters<typeof told>) => told(...args).obstacles.map(({ code }) => code);

describe('what a drain would meet', () => {
  it('is nothing where pods may go and have a place', () => {
    assert.deepEqual(told({ pods: [pod('1'), pod('2')], budgets: [budget({ allowed: 1 })] }), {
      time: '1970-01-01T00:00:00.000Z',
      nodes: ['a'],
      pods: 2,
      obstacles: [],
    });
  });

  it('is a budget that lets none go, with its pods, and whether it ever does', () => {
    const [now] = told({ pods: [pod('2'), pod('1')], budgets: [budget()] }).obstacles;
    assert.equal(
      now?.message,
      'default/1 of ReplicaSet web, default/2 of ReplicaSet web: PodDisruptionBudget default/web lets none go now: 2 of 3 pods are healthy and 2 must be',
    );
    const [never] = told({ pods: [pod('1')], budgets: [budget({ desired: 3, healthy: 3 })] }).obstacles;
    assert.match(never?.message ?? '', /all 3 of its pods must be healthy, so that it never does/);
  });

  it('is no budget for pods that it does not protect, that have not started, or that it can do without', () => {
    assert.deepEqual(codes({ pods: [pod('1', { namespace: 'other' })], budgets: [budget()] }), []);
    assert.deepEqual(codes({ pods: [pod('1')], budgets: [budget({ selector: undefined as never })] }), []);
    assert.deepEqual(codes({ pods: [pod('1')], budgets: [budget({ selector: {} })] }), ['BUDGET']);
    assert.deepEqual(codes({ pods: [pod('1', { pending: true })], budgets: [budget()] }), []);
    assert.deepEqual(codes({ pods: [pod('1', { ready: false })], budgets: [budget()] }), []);
    assert.deepEqual(codes({ pods: [pod('1', { ready: false })], budgets: [budget({ healthy: 1 })] }), ['BUDGET']);
    const always = budget({ healthy: 1, freesUnready: true });
    assert.deepEqual(codes({ pods: [pod('1', { ready: false })], budgets: [always] }), []);
  });

  it('is two budgets over one pod, which the apiserver evicts never', () => {
    assert.deepEqual(codes({ pods: [pod('1')], budgets: [budget(), budget({ name: 'all', selector: {} })] }), [
      'TWO_BUDGETS',
    ]);
  });

  it('goes by the rules of the drain', () => {
    const pods = [pod('1')];
    assert.deepEqual(codes({ pods, budgets: [budget()] }, [{ action: 'Skip' }]), []);
    assert.deepEqual(codes({ pods, budgets: [budget()] }, [{ action: 'WaitForCompletion' }]), ['WAITS']);
  });

  it('is what is lost: a pod that nobody makes anew, and what is in an emptyDir', () => {
    const { owner: _, ...alone } = pod('1', { scratch: ['cache'] });
    assert.deepEqual(codes({ pods: [alone] }), ['NOT_REPLACED', 'SCRATCH_LOST']);
  });

  it('is a want of room on the other nodes, and says what is asked for', () => {
    const needs = { requests: { cpu: 5, memory: 2 ** 30, pods: 1 }, nodeSelector: {}, tolerations: [] };
    const rooms = [room('a'), room('b', { free: { cpu: 8, memory: 2 ** 33, pods: 9 } })];
    const [first, ...others] = told({ pods: [pod('1', { needs }), pod('2', { needs })], rooms }).obstacles;
    assert.deepEqual(others, []);
    assert.equal(
      first?.message,
      'default/2 of ReplicaSet web: no other node has place by requests, selectors and taints (the first asks for 5 cpu, 1Gi memory)',
    );
  });

  it('places the large before the small, so that no order of names decides', () => {
    const of = (cpu: number) => ({ needs: { requests: { cpu, pods: 1 }, nodeSelector: {}, tolerations: [] } });
    const pods = [pod('1', of(1)), pod('2', of(1)), pod('3', of(4))];
    const rooms = [room('a'), room('b', { free: { cpu: 4, pods: 9 } }), room('c', { free: { cpu: 2, pods: 9 } })];
    assert.deepEqual(codes({ pods, rooms }), []);
  });

  it('names the first few of many', () => {
    const pods = Array.from({ length: 9 }, (_, index) => pod(`web-${index}`));
    const { obstacles, pods: count } = told({ pods, budgets: [budget()] });
    assert.equal(count, 9);
    assert.match(obstacles[0]?.message ?? '', /^default\/web-0 .*web-2 of ReplicaSet web and 6 more: /);
  });
});

test('a place is where selector, affinity and taints allow it', () => {
  const needs = (change: object) => ({ requests: { cpu: 1 }, nodeSelector: {}, tolerations: [], ...change });
  const taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' };
  const term = (key: string, operator: string, ...values: string[]) => ({
    terms: [{ matchExpressions: [{ key, operator, values }] }],
  });
  const on = room('b', { labels: { disk: 'ssd', size: '4' } });
  for (const [asks, where, expected] of [
    [{}, on, true],
    [{}, { ...on, open: false }, false],
    [{ nodeSelector: { disk: 'ssd' } }, on, true],
    [{ nodeSelector: { disk: 'hdd' } }, on, false],
    [term('disk', 'In', 'ssd'), on, true],
    [term('disk', 'NotIn', 'ssd'), on, false],
    [term('disk', 'Exists'), on, true],
    [term('zone', 'DoesNotExist'), on, true],
    [term('size', 'Gt', '3'), on, true],
    [term('size', 'Lt', '3'), on, false],
    [{ terms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['c'] }] }] }, on, false],
    [{ terms: [{}] }, on, false],
    [{}, { ...on, taints: [taint] }, false],
    [{}, { ...on, taints: [{ ...taint, effect: 'PreferNoSchedule' }] }, true],
    [{ tolerations: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] }, { ...on, taints: [taint] }, true],
    [{ tolerations: [{ key: 'gpu', value: 'no' }] }, { ...on, taints: [taint] }, false],
    [{ tolerations: [{ operator: 'Exists' }] }, { ...on, taints: [taint] }, true],
    [{ requests: { cpu: 8 } }, on, true],
    [{ requests: { cpu: 8.1 } }, on, false],
    [{ requests: { 'nvidia.com/gpu': 1 } }, on, false],
  ] as const) {
    assert.equal(fits(needs(asks), where), expected, JSON.stringify([asks, where.taints]));
  }
});
