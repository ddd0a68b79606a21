import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Clock } from '@talos/lib/control/clock.ts';
import { create, find, remove } from '@talos/lib/kube/apply.ts';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { NODES, type Node, PODS } from '@talos/lib/kube/resources.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { NO_LOAD_BALANCER, TAINT } from '@talos/lib/plan/objects/node.ts';
import { uninstall } from './uninstall.ts';

const signal = AbortSignal.timeout(30_000);
const theirs = { key: 'example.com/dedicated', effect: 'NoSchedule' };
let api: FakeApiserver;
let transport: Transport;

beforeEach(async () => {
  api = await FakeApiserver.start();
  transport = createTransport({ access: api.access, userAgent: 'test' });
});
afterEach(async () => {
  transport.close();
  await api.close();
});

const add = (name: string, taints: readonly object[], labels: Readonly<Record<string, string>>) =>
  create(transport, NODES, { metadata: { name, labels }, spec: { taints } } as never, { signal });
const seen = async (name: string) => {
  const { metadata, spec } = (await find(transport, NODES, { name }, { signal })) as Node;
  return [metadata.labels, spec?.taints, spec?.unschedulable];
};
/** Passes when somebody sleeps. */
function clockThat(onSleep: () => Promise<void>): Clock {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
    await onSleep();
  };
  return { now: () => now, monotonic: () => now, sleep };
}
async function run(
  clock = clockThat(async () => {}),
): Promise<{ readonly names: readonly string[]; readonly lines: string[] }> {
  const lines: string[] = [];
  const names = await uninstall({ transport, clock, signal, log: (line) => lines.push(line) });
  return { names, lines };
}

test('takes off what is ours and nothing else, and finds nothing the second time', async () => {
  const { key, value } = NO_LOAD_BALANCER;
  await add('ours', [theirs, TAINT], { role: 'db', [key]: value });
  await add('theirs', [theirs], { [key]: 'true' });
  assert.deepEqual((await run()).names, ['ours']);
  assert.deepEqual(await seen('ours'), [{ role: 'db' }, [theirs], undefined]);
  assert.deepEqual(await seen('theirs'), [{ [key]: 'true' }, [theirs], undefined]);
  const again = await run();
  assert.deepEqual([again.names, again.lines], [[], ['nothing was left on any node']]);
});

test('looks anew at a node that has changed in between, and minds none that is gone', async () => {
  await add('busy', [TAINT], {});
  await add('gone', [TAINT], {});
  let conflicts = 0;
  api.fault = ({ method, path }) => {
    if (method !== 'PATCH') return undefined;
    if (path.endsWith('/gone')) return { kind: 'answer', status: 404, body: { reason: 'NotFound' } };
    return conflicts++ === 0 ? { kind: 'answer', status: 409, body: { reason: 'Conflict' } } : undefined;
  };
  assert.deepEqual((await run()).names, ['busy']);
  assert.equal(conflicts, 2);
});

test('waits for the operator to be gone, and for a minute at most', async () => {
  await add('ours', [TAINT], {});
  const labels = { 'app.kubernetes.io/name': 'talos-operator' };
  const pod = { metadata: { name: 'talos-operator-x', namespace: 'talos-system', labels } };
  await create(transport, PODS, pod as never, { signal });
  let turns = 0;
  const waiting = clockThat(async () => {
    if (++turns === 3)
      await remove(transport, PODS, { name: pod.metadata.name, namespace: 'talos-system' }, { signal });
  });
  assert.deepEqual((await run(waiting)).names, ['ours']);
  assert.equal(turns, 3);
  await create(transport, PODS, pod as never, { signal });
  const { lines } = await run(waiting);
  assert.match(lines[0] ?? '', /^talos-operator-x is there still, .* not waited for$/);
});
