import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Machine } from '@talos/crds/machine.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { ApiError } from '@talos/lib/kube/errors.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import type { Plan, Snapshot, Step } from '@talos/lib/plan/index.ts';
import { TAINT } from '@talos/lib/plan/objects/node.ts';
import { pino } from 'pino';
import { MACHINES } from '../resources.ts';
import type { Tools } from './executor.ts';
import { Round } from './round.ts';
import { runSteps } from './run-steps.ts';

const entry = (node: string) => ({ node, uid: `uid-${node}`, operationID: `1-u1-${node}` });
const acquire = (node: string): Step => ({ type: 'acquire', entry: entry(node) });
const release = (node: string): Step => ({ type: 'release', node, uid: `uid-${node}` });
const signal = new AbortController().signal;

const machine: Machine = {
  apiVersion: 'osctl.dev/v1alpha1',
  kind: 'Machine',
  metadata: { name: 'cluster', resourceVersion: '10' },
  spec: { os: { image: 'osctl.dev/talos:2' } },
  status: { inFlight: [entry('old')] },
};
const node: Node = { metadata: { name: 'a', uid: 'uid-a', resourceVersion: '10' }, spec: {}, status: {} };

/** An apiserver that knows the two, by version. */
function setUp(answer: (request: ApiRequest) => unknown = () => undefined) {
  const asked: { readonly method: string; readonly body: Record<string, unknown> }[] = [];
  const objects: Record<string, Record<string, unknown>> = { cluster: { ...machine }, a: { ...node } };
  const transport: Transport = {
    request: async <T>(request: ApiRequest) => {
      asked.push({ method: request.method ?? 'GET', body: (request.body ?? {}) as Record<string, unknown> });
      const answered = answer(request);
      if (answered instanceof Error) throw answered;
      const name = request.path.includes('/nodes/') ? 'a' : 'cluster';
      if (request.method === 'PATCH') {
        const { metadata: _, ...fields } = request.body as Record<string, unknown>;
        const version = String(10 + asked.length);
        objects[name] = {
          ...objects[name],
          ...fields,
          metadata: { ...(objects[name]?.['metadata'] as object), resourceVersion: version },
        };
      }
      return objects[name] as T;
    },
    lines: () => assert.fail('nothing is watched'),
    close: () => {},
  };
  const machines = new Store<Machine>({ type: MACHINES });
  const nodes = new Store<Node>({ type: NODES });
  nodes.receive({ kind: 'init', objects: [node], resourceVersion: '10' });
  const caches = { machines, nodes } as unknown as Tools['caches'];
  const snapshot = { machine, nodeStates: [], nodes: [], nodeConfigs: [], rollouts: [] } as unknown as Snapshot;
  const round = new Round({ snapshot, transport, caches, signal, tell: ({ status }) => status ?? {} });
  const tools = { transport, caches, clock: new FakeClock() } as unknown as Tools;
  const run = (...steps: readonly Step[]) =>
    runSteps({ steps } as unknown as Plan, round, tools, { logger: pino({ level: 'silent' }) });
  const flying = () => round.machine().status?.inFlight?.map((one) => one.node);
  return { asked, run, flying, nodes };
}

describe('a round', () => {
  it('writes the slots that many nodes take and give back once, against the list that was counted', async () => {
    const { asked, run, flying } = setUp();
    assert.deepEqual(await run(release('old'), acquire('a'), acquire('b'), acquire('c')), {
      failures: [],
      outdated: false,
    });
    assert.deepEqual(flying(), ['a', 'b', 'c']);
    assert.equal(asked.length, 1);
    assert.deepEqual(asked[0]?.body['metadata'], { resourceVersion: '10' });
  });

  it('takes no slot when the list is another one by now', async () => {
    const { asked, run } = setUp(() => new ApiError('patch', 409, { reason: 'Conflict' }));
    assert.deepEqual(await run(acquire('a'), acquire('b')), { failures: [], outdated: true });
    assert.equal(asked.length, 1);
  });

  it('puts the taint on the Node that the watch has shown, in one request', async () => {
    const { asked, run, nodes } = setUp();
    await run({ type: 'taint', node: 'a', uid: 'uid-a', deadline: 0 });
    assert.deepEqual(
      asked.map(({ method }) => method),
      ['PATCH'],
    );
    assert.deepEqual(nodes.get('a')?.spec?.taints, [TAINT]);
  });

  it('reads the Node anew when that was not the newest', async () => {
    let refused = false;
    const { asked, run, nodes } = setUp(({ method }) => {
      if (method !== 'PATCH' || refused) return undefined;
      refused = true;
      return new ApiError('patch', 409, { reason: 'Conflict' });
    });
    await run({ type: 'taint', node: 'a', uid: 'uid-a', deadline: 0 });
    assert.deepEqual(
      asked.map(({ method }) => method),
      ['PATCH', 'GET', 'PATCH'],
    );
    assert.deepEqual(nodes.get('a')?.spec?.taints, [TAINT]);
  });

  it('keeps the steps of a node in their order, and a step about the cluster apart', async () => {
    const order: string[] = [];
    const { run } = setUp(({ method, path }) => {
      if (path.includes('/nodes/')) order.push(`${method} node`);
      else order.push(`${method} machine`);
      return undefined;
    });
    const entryOf = { image: 'x', targetHash: 'x', nodeClass: 'any', node: 'a', reason: 'Bad', since: '' };
    await run(
      { type: 'taint', node: 'a', uid: 'uid-a', deadline: 0 },
      { type: 'quarantine', entry: entryOf },
      release('old'),
    );
    assert.deepEqual(order, ['PATCH node', 'PATCH machine', 'PATCH machine']);
  });
});
