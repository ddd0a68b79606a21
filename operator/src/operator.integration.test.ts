import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { type ControlPlane, startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { lintStatus } from '@talos/lib/control/conditions.lint.ts';
import { apply, create, find, mergePatch, patchStatus, remove } from '@talos/lib/kube/apply.ts';
import { list } from '@talos/lib/kube/list.ts';
import type { ResourceType } from '@talos/lib/kube/objects.ts';
import {
  EVENTS,
  LEASES,
  NODES,
  POD_DISRUPTION_BUDGETS,
  PODS,
  SECRETS,
  type Secret,
} from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { isTainted } from '@talos/lib/plan/objects/node.ts';
import type { Scenario } from '@talos/lib/plan/simulated/scenario.ts';
import { LEASE, MACHINES, NAMESPACE, NODE_CONFIGS, NODE_POOLS, NODE_STATES, ROLLOUTS } from './resources.ts';
import { Fleet } from './testing/fleet.testing.ts';
import { type Installed, install } from './testing/install.testing.ts';
import { type RunningOperator, type StartOptions, startOperator } from './testing/operators.testing.ts';
import { scaledClock } from './testing/scaled-clock.testing.ts';

const FACTOR = 20;
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const images: Scenario['images'] = {
  'osctl.dev/talos:1': { digest: digest('1'), version: '1.0.0', behaviour: 'good' },
  'osctl.dev/talos:2': { digest: digest('2'), version: '2.0.0', behaviour: 'good' },
  'osctl.dev/talos:3': { digest: digest('3'), version: '3.0.0', behaviour: 'good' },
  'osctl.dev/talos:crash': { digest: digest('c'), version: '2.0.1', behaviour: 'crash' },
  'osctl.dev/talos:missing': { digest: digest('e'), version: '2.0.2', behaviour: 'missing' },
};

describe('the operator on a real apiserver', () => {
  const clock = scaledClock(FACTOR);
  const signal = AbortSignal.timeout(10 * 60_000);
  let plane: ControlPlane;
  let installed: Installed;
  let fleet: Fleet | undefined;
  let operators: RunningOperator[] = [];
  let lines: string[] = [];

  before(async () => {
    plane = await startControlPlane();
    installed = await install(plane, signal);
  });

  after(async () => {
    installed?.transport.close();
    await plane?.stop();
  });

  afterEach(async (context) => {
    await Promise.allSettled(operators.map((operator) => operator.stop()));
    await fleet?.stop();
    if ('passed' in context && context.passed === false) console.error(lines.slice(-40).join(''));
    operators = [];
    lines = [];
    const made: readonly ResourceType[] = [
      MACHINES,
      NODE_CONFIGS,
      NODE_POOLS,
      NODE_STATES,
      ROLLOUTS,
      NODES,
      EVENTS,
      PODS,
      POD_DISRUPTION_BUDGETS,
    ];
    for (const type of made) {
      for (const { metadata } of await list(plane.transport, type, { signal })) {
        await remove(plane.transport, type, metadata, { signal, gracePeriodSeconds: 0 });
      }
    }
    await remove(plane.transport, LEASES, { namespace: NAMESPACE, name: LEASE }, { signal });
  });

  async function startFleet(controlPlanes = 1, workers = 2, more: Pick<Scenario, 'crashesOn'> = {}): Promise<Fleet> {
    const scenario = { controlPlanes, workers, images, first: 'osctl.dev/talos:1', ...more };
    fleet = await Fleet.start({ transport: plane.transport, clock, scenario });
    return fleet;
  }

  function start(options: Partial<StartOptions> = {}): RunningOperator {
    assert.ok(fleet);
    const operator = startOperator({
      transport: installed.transport,
      clock,
      fleet,
      node: 'cp-1',
      factor: FACTOR,
      lines,
      ...options,
    });
    operators.push(operator);
    return operator;
  }

  const wish = (tag: string, steadyFor = '1s') =>
    apply(
      plane.transport,
      MACHINES,
      {
        metadata: { name: 'cluster' },
        spec: { os: { image: `osctl.dev/talos:${tag}` }, rollout: { verify: { steadyFor } } },
      },
      { signal, fieldManager: 'person' },
    );

  const machine = async (): Promise<Machine | undefined> =>
    find(plane.transport, MACHINES, { name: 'cluster' }, { signal });
  const rollouts = (): Promise<readonly Rollout[]> => list(plane.transport, ROLLOUTS, { signal });
  const nodeStates = (): Promise<readonly NodeState[]> => list(plane.transport, NODE_STATES, { signal });

  const nodePools = (): Promise<readonly NodePool[]> => list(plane.transport, NODE_POOLS, { signal });

  async function phaseOf(tag: string): Promise<string | undefined> {
    return (await rollouts()).find(({ spec }) => spec.os.image.endsWith(`:${tag}`))?.status?.phase;
  }

  const completed = (tag: string) =>
    eventually(`the rollout of ${tag} is complete`, async () => {
      const { status, metadata } = (await machine()) ?? {};
      assert.equal(await phaseOf(tag), 'Completed');
      assert.equal(status?.observedGeneration, metadata?.generation);
      assert.equal(status?.conditions?.find(({ type }) => type === 'Ready')?.status, 'True');
    });

  /** What holds after every rollout, whatever happened. */
  async function inOrder(): Promise<void> {
    // nodes are told of at a pace, later than the rollout that is over
    await eventually('every object tells how it is', async () => {
      const objects = [await machine(), ...(await rollouts()), ...(await nodeStates()), ...(await nodePools())];
      for (const object of objects) {
        if (object === undefined) continue;
        assert.deepEqual(lintStatus(object), [], `${object.kind} ${object.metadata.name}`);
      }
    });
    for (const node of await list(plane.transport, NODES, { signal })) {
      assert.ok(!isTainted(node), `${node.metadata.name} is open to pods`);
    }
    assert.deepEqual((await machine())?.status?.inFlight ?? [], []);
  }

  async function pod(name: string, node: string, labels: Record<string, string> = {}): Promise<void> {
    const container = { name: 'pause', image: 'osctl.dev/pause' };
    await create(
      plane.transport,
      PODS,
      { metadata: { namespace: 'default', name, labels }, spec: { nodeName: node, containers: [container] } },
      { signal },
    );
    // Its kubelet's work. An eviction of a pod that is still Pending asks no budget.
    await patchStatus(
      plane.transport,
      PODS,
      { namespace: 'default', name },
      { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
      { signal },
    );
  }

  it('a webhook that was away is told of a rollout, though the operator was killed meanwhile', async () => {
    const got: string[] = [];
    let isAway = true;
    const hook = createServer(async (request, response) => {
      const { id } = JSON.parse((await request.toArray()).join('')) as { readonly id: string };
      if (!isAway) got.push(id);
      response.writeHead(isAway ? 503 : 204).end();
    }).listen(0, '127.0.0.1');
    await once(hook, 'listening');
    try {
      await startFleet(1, 1);
      const first = start();
      await wish('1');
      const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
      await mergePatch(
        plane.transport,
        MACHINES,
        { name: 'cluster' },
        { spec: { notifications: { url } } },
        { signal },
      );
      await completed('1');
      const stored = async () => (await machine())?.status?.notifications;
      await eventually('notifications have begun', async () => assert.ok(await stored()));
      await wish('2');
      await completed('2');
      const pending = await eventually('what is to be sent waits, and why', async () => {
        const { pending: waiting = [], failure } = (await stored()) ?? {};
        assert.deepEqual(
          waiting.map(({ type }) => type),
          ['rollout.started', 'rollout.completed'],
        );
        assert.match(failure?.message ?? '', /127\.0\.0\.1 answered 503/);
        return waiting.map(({ id }) => id);
      });
      await first.kill();
      isAway = false;
      start();
      await eventually('all is sent, and noted', async () => {
        const { pending: waiting, delivered = [], failure } = (await stored()) ?? {};
        assert.deepEqual([waiting, failure], [[], undefined]);
        for (const id of pending) assert.ok(delivered.includes(id), id);
      });
      assert.deepEqual([...new Set(got)], pending);
      await inOrder();
    } finally {
      hook.closeAllConnections();
      hook.close();
    }
  });

  it('brings three nodes to a new image, one after the other, and then is quiet', async () => {
    const fleet = await startFleet();
    await pod('web', 'worker-1');
    await wish('2');
    let rounds = 0;
    start({ onRound: () => rounds++ });
    await completed('2');
    await inOrder();
    const upgraded = fleet.calls.filter(({ call }) => call === 'upgrade').map(({ node }) => node);
    assert.deepEqual(upgraded, ['cp-1', 'worker-1', 'worker-2']);
    assert.equal(await find(plane.transport, PODS, { namespace: 'default', name: 'web' }, { signal }), undefined);
    assert.ok(fleet.calls.findIndex(({ call }) => call === 'snapshotEtcd') >= 0, 'etcd was saved before it went');
    const states = await nodeStates();
    assert.deepEqual(
      states.map(({ status }) => [status?.phase, status?.observed?.version, status?.attempts]),
      Array.from({ length: 3 }, () => ['Done', '2.0.0', 1]),
    );
    const status = (await machine())?.status;
    assert.equal(status?.progress, '3/3');
    assert.equal(status?.version, '2.0.0');
    const reasons = new Set((await list(plane.transport, EVENTS, { signal })).map(({ reason }) => reason));
    for (const reason of ['APIGoesAway', 'UpdateDraining', 'UpdateVerifying', 'UpdateDone', 'RolloutCompleted']) {
      assert.ok(reasons.has(reason), `an Event says ${reason}`);
    }
    // nothing but heartbeats happens now: no write of ours may wake us
    const versions = async () => [
      ...[await machine(), ...(await rollouts())].map((object) => object?.metadata.resourceVersion),
      // every few minutes of this clock it is noted that their agents still answer
      ...(await nodeStates()).map(({ status: { observed, ...status } = {} }) => ({
        ...status,
        observed: { ...observed, time: undefined },
      })),
    ];
    const still = await versions();
    const before = rounds;
    await eventually('some more rounds', async () => assert.ok(rounds > before + 3));
    assert.deepEqual(await versions(), still);
  });

  it('lets workers go side by side within the budget, and waits for a window', async () => {
    const fleet = await startFleet(1, 4);
    const spec = (rollout: object) => ({ os: { image: 'osctl.dev/talos:2' }, rollout });
    const want = (rollout: object) =>
      apply(
        plane.transport,
        MACHINES,
        { metadata: { name: 'cluster' }, spec: spec(rollout) },
        { signal, fieldManager: 'person' },
      );
    const policy = { maxUnavailable: '50%', verify: { steadyFor: '1s' } };
    const hour = 3_600_000;
    const freeze = { from: new Date(0).toISOString(), to: new Date(clock.now() + 1_000 * hour).toISOString() };
    await want({ ...policy, freezes: [{ ...freeze, reason: 'end of the year' }] });
    let most = 0;
    let controlPlaneAlone = true;
    start({
      onRound: ({ snapshot }) => {
        const flying = snapshot.machine?.status?.inFlight ?? [];
        most = Math.max(most, flying.length);
        if (flying.length > 1 && flying.some(({ node }) => node === 'cp-1')) controlPlaneAlone = false;
      },
    });
    await eventually('it says that changes are frozen', async () => {
      const { blockedBy } = (await machine())?.status ?? {};
      assert.match(
        blockedBy?.find(({ code }) => code === 'WINDOW_CLOSED')?.message ?? '',
        /frozen until .*: end of the year/,
      );
    });
    assert.equal(fleet.calls.filter(({ call }) => call === 'upgrade').length, 0);
    await want(policy);
    await completed('2');
    await inOrder();
    assert.deepEqual([most, controlPlaneAlone], [2, true]);
    for (const { status } of await nodeStates())
      assert.ok((status?.tookSeconds ?? 0) > 0, 'what a turn took is stored');
  });

  it('begins nothing while a gate is closed, says so, and goes on when it opens', async () => {
    const fleet = await startFleet(1, 1);
    let firing = ['EtcdSlow'];
    const prometheus = createServer((_request, response) => {
      const result = firing.map((alertname) => ({ metric: { alertname }, value: [0, '1'] }));
      response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
    }).listen(0, '127.0.0.1');
    await once(prometheus, 'listening');
    try {
      const url = `http://127.0.0.1:${(prometheus.address() as AddressInfo).port}`;
      const gates = [{ name: 'alerts', prometheus: { url, noFiringAlerts: {} } }];
      const spec = { os: { image: 'osctl.dev/talos:2' }, rollout: { gates, verify: { steadyFor: '1s' } } };
      await apply(
        plane.transport,
        MACHINES,
        { metadata: { name: 'cluster' }, spec },
        { signal, fieldManager: 'person' },
      );
      start();
      await eventually('it says which gate is closed', async () => {
        const { blockedBy, gates } = (await machine())?.status ?? {};
        assert.match(
          blockedBy?.find(({ code }) => code === 'GATE_CLOSED')?.message ?? '',
          /gate alerts is closed: firing: EtcdSlow/,
        );
        assert.deepEqual(
          gates?.map(({ name, state, message }) => [name, state, message]),
          [['alerts', 'Closed', 'firing: EtcdSlow']],
        );
      });
      assert.equal(fleet.calls.filter(({ call }) => call === 'upgrade').length, 0);
      firing = ['Watchdog'];
      await completed('2');
      await inOrder();
      assert.deepEqual(
        (await machine())?.status?.gates?.map(({ state }) => state),
        ['Open'],
      );
    } finally {
      prometheus.close();
      prometheus.closeAllConnections();
    }
  });

  it('begins nothing before the preview is approved, by who says so', async () => {
    const fleet = await startFleet(1, 1);
    const spec = {
      os: { image: 'osctl.dev/talos:2' },
      rollout: { approval: 'Manual', verify: { steadyFor: '1s' } },
    } as const;
    await apply(plane.transport, MACHINES, { metadata: { name: 'cluster' }, spec }, { signal, fieldManager: 'person' });
    const labels = { app: 'db' };
    await pod('db', 'worker-1', labels);
    const budget = { namespace: 'default', name: 'db' };
    await create(
      plane.transport,
      POD_DISRUPTION_BUDGETS,
      { metadata: budget, spec: { minAvailable: 1, selector: { matchLabels: labels } } },
      { signal },
    );
    const seen = {
      observedGeneration: 1,
      disruptionsAllowed: 0,
      currentHealthy: 1,
      desiredHealthy: 1,
      expectedPods: 1,
    };
    await patchStatus(plane.transport, POD_DISRUPTION_BUDGETS, budget, seen, { signal });
    start();
    const waiting = await eventually('it waits for approval, with a preview of the drains, too', async () => {
      const [rollout] = await rollouts();
      assert.deepEqual(
        rollout?.status?.preview?.forecast?.obstacles.map(({ node, code }) => [node, code]),
        [
          ['worker-1', 'BUDGET'],
          ['worker-1', 'NOT_REPLACED'],
        ],
      );
      assert.equal(rollout.status.blockedBy?.[0]?.code, 'AWAITING_APPROVAL');
      return rollout;
    });
    const { hash } = waiting.status?.preview ?? {};
    const approve = (by: string) =>
      mergePatch(
        plane.transport,
        ROLLOUTS,
        { name: waiting.metadata.name },
        { spec: { approval: { hash, by } } },
        { signal, fieldManager: 'person' },
      );
    await assert.rejects(approve('somebody-else'), /spec.approval.by must be admin, who approves/);
    // one node has looked up what the tag stands for
    assert.deepEqual(
      fleet.calls.map(({ call }) => call),
      ['prepare'],
    );
    const change = (spec: object) =>
      mergePatch(
        plane.transport,
        ROLLOUTS,
        { name: waiting.metadata.name },
        { spec },
        { signal, fieldManager: 'person' },
      );
    const retry = (by: string) => change({ retry: { id: 'a1', by } });
    await assert.rejects(retry('somebody-else'), /spec.retry.by must be admin, who asks/);
    await retry('admin');
    const stage = (number: number, by: string) => ({ stage: number, nodes: '1', by });
    await change({ stageApprovals: [stage(1, 'admin')] });
    const another = change({ stageApprovals: [stage(1, 'admin'), stage(2, 'somebody-else')] });
    await assert.rejects(another, /spec.stageApprovals\[\].by must be admin, who approves/);
    await eventually('the retry is seen', async () => {
      const { retried } = (await rollouts())[0]?.status ?? {};
      assert.deepEqual([retried?.by, retried?.done, retried?.cleared], ['admin', true, []]);
    });
    await remove(plane.transport, POD_DISRUPTION_BUDGETS, budget, { signal });
    await approve('admin');
    await completed('2');
    await inOrder();
    assert.equal((await rollouts())[0]?.status?.preview, undefined);
  });

  it('waits for a budget, and says so', async () => {
    await startFleet(1, 1);
    const labels = { app: 'db' };
    await pod('db', 'worker-1', labels);
    await create(
      plane.transport,
      POD_DISRUPTION_BUDGETS,
      { metadata: { namespace: 'default', name: 'db' }, spec: { minAvailable: 1, selector: { matchLabels: labels } } },
      { signal },
    );
    // its controller's work
    const allow = (disruptionsAllowed: number) =>
      patchStatus(
        plane.transport,
        POD_DISRUPTION_BUDGETS,
        { namespace: 'default', name: 'db' },
        { observedGeneration: 1, disruptionsAllowed, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
        { signal },
      );
    await allow(0);
    await wish('2');
    start();
    await eventually('the budget is named', async () => {
      const blocked = (await machine())?.status?.blockedBy ?? [];
      assert.ok(
        blocked.some(
          ({ owner, message }) =>
            owner === 'workload' && message.includes('default/db') && message.includes('disruption budget'),
        ),
        JSON.stringify(blocked),
      );
    });
    assert.equal(fleet?.upgradesOf('worker-1'), 0);
    await allow(1);
    await completed('2');
    await inOrder();
  });

  it('costs nothing when it is killed after every step', async () => {
    const fleet = await startFleet();
    await wish('2');
    let lives = 0;
    const deadly = new Set<string>();
    for (; (await phaseOf('2')) !== 'Completed'; lives++) {
      assert.ok(lives < 400, 'it gets somewhere in every life');
      const over = Promise.withResolvers<void>();
      const operator = start({
        async onStep(step, when) {
          // a step of a former life had been done already: to die of it again would be to die for ever
          const name = JSON.stringify({ ...step, epoch: 0 });
          if (when !== 'after' || deadly.has(name)) return;
          deadly.add(name);
          over.resolve();
          await new Promise(() => {});
        },
        onRound: ({ plan }) => {
          if (plan.phase === 'Completed' && plan.steps.length === 0) setTimeout(over.resolve, 500);
        },
      });
      await over.promise;
      operators = operators.filter((one) => one !== operator);
      void operator.kill();
    }
    assert.ok(lives > 40, `${lives} lives`);
    await inOrder();
    for (const { name } of fleet.cluster.nodes) assert.equal(fleet.upgradesOf(name), 1, name);
    for (const { status } of await nodeStates()) assert.equal(status?.attempts, 1);
  });

  it('is led by one of two operators, and the other goes on where it was killed', async () => {
    const fleet = await startFleet(3, 1);
    await wish('2');
    const first = start({ node: 'cp-1' });
    const second = start({ node: 'cp-2' });
    await eventually('a node is upgraded', async () => {
      assert.ok(fleet.calls.some(({ call }) => call === 'upgrade'));
    });
    const lease = await find(plane.transport, LEASES, { namespace: NAMESPACE, name: LEASE }, { signal });
    const leader = lease?.spec?.holderIdentity === 'cp-1' ? first : second;
    operators = operators.filter((one) => one !== leader);
    await leader.kill();
    await completed('2');
    await inOrder();
    for (const { name } of fleet.cluster.nodes) assert.equal(fleet.upgradesOf(name), 1, name);
    const epochs = fleet.calls.flatMap(({ epoch }) => epoch ?? []);
    assert.deepEqual(
      epochs,
      epochs.toSorted((a, b) => a - b),
    );
    assert.ok(new Set(epochs).size >= 2);
  });

  it('goes on when the apiserver was away', async () => {
    const fleet = await startFleet();
    await wish('2');
    start();
    await eventually('a node is upgraded', async () => {
      assert.ok(fleet.calls.some(({ call }) => call === 'upgrade'));
    });
    await plane.stopApiserver();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await plane.startApiserver();
    await completed('2');
    await inOrder();
    for (const { name } of fleet.cluster.nodes) assert.equal(fleet.upgradesOf(name), 1, name);
  });

  it('goes on when a node is deleted in the middle of its turn', async () => {
    const fleet = await startFleet();
    await wish('2');
    start();
    await eventually('worker-1 is upgraded', async () => assert.equal(fleet.upgradesOf('worker-1'), 1));
    fleet.cluster.removeNode('worker-1');
    await remove(plane.transport, NODES, { name: 'worker-1' }, { signal });
    // the garbage collector's work
    await remove(plane.transport, NODE_STATES, { name: 'worker-1' }, { signal });
    await completed('2');
    await inOrder();
    assert.equal(fleet.upgradesOf('worker-2'), 1);
  });

  it('finishes the node under way and turns to a newer wish', async () => {
    const fleet = await startFleet();
    await wish('2');
    start();
    await eventually('cp-1 is upgraded', async () => assert.equal(fleet.upgradesOf('cp-1'), 1));
    await wish('3');
    await completed('3');
    await inOrder();
    assert.equal(await phaseOf('2'), 'Superseded');
    assert.equal(fleet.upgradesOf('cp-1'), 2);
    assert.equal(fleet.upgradesOf('worker-1'), 1);
    assert.equal((await machine())?.status?.version, '3.0.0');
  });

  it('halts on an image that fails on its first node, and takes the next wish', async () => {
    const fleet = await startFleet();
    await wish('crash');
    start();
    await eventually('it halts', async () => {
      const status = (await rollouts())[0]?.status;
      assert.equal(status?.phase, 'Halted');
      assert.equal(status?.node, 'cp-1');
      assert.deepEqual(status?.evidence?.lastLines, ['the end']);
      const { quarantine = [], inFlight = [], conditions = [] } = (await machine())?.status ?? {};
      assert.equal(quarantine[0]?.digest, digest('c'));
      assert.deepEqual(inFlight, []);
      assert.equal(conditions.find(({ type }) => type === 'Stalled')?.status, 'True');
      assert.deepEqual((await nodeStates()).map(({ status }) => status?.phase).sort(), [
        'Queued',
        'Queued',
        'RolledBack',
      ]);
    });
    await inOrder();
    assert.equal(fleet.calls.filter(({ call }) => call === 'upgrade').length, 1);
    await wish('2');
    await completed('2');
    await inOrder();
    assert.deepEqual((await machine())?.status?.quarantine ?? [], []);
  });

  it('brings back what a halted rollout has done, killed after every step', async () => {
    const crashesOn = (node: string, { version }: { readonly version: string }) =>
      version === '2.0.0' && node === 'worker-2';
    const fleet = await startFleet(1, 2, { crashesOn });
    await wish('1');
    const first = start();
    await completed('1');
    operators = [];
    await first.stop();
    await wish('2');
    const rollout = { failurePolicy: { onHalt: 'RollBack' } };
    await mergePatch(plane.transport, MACHINES, { name: 'cluster' }, { spec: { rollout } }, { signal });
    const isOver = async () => {
      const back = (await rollouts()).find(({ spec }) => spec.rollbackOf !== undefined);
      return back?.status?.phase === 'Completed';
    };
    const deadly = new Set<string>();
    for (let lives = 0; !(await isOver()); lives++) {
      assert.ok(lives < 400, 'it gets somewhere in every life');
      const over = Promise.withResolvers<void>();
      const operator = start({
        async onStep(step, when) {
          const name = JSON.stringify({ ...step, epoch: 0 });
          if (when !== 'after' || deadly.has(name)) return;
          deadly.add(name);
          over.resolve();
          await new Promise(() => {});
        },
        onRound: ({ plan }) => {
          if (plan.phase === 'Completed' && plan.steps.length === 0) setTimeout(over.resolve, 500);
        },
      });
      await over.promise;
      operators = operators.filter((one) => one !== operator);
      void operator.kill();
    }
    start();
    await eventually('it says so', async () => {
      const { conditions = [], blockedBy = [] } = (await machine())?.status ?? {};
      assert.equal(conditions.find(({ type }) => type === 'Stalled')?.reason, 'RolledBack');
      assert.deepEqual(
        blockedBy.map(({ code }) => code),
        ['ROLLED_BACK'],
      );
      assert.deepEqual((await rollouts()).map(({ status }) => status?.phase).sort(), [
        'Completed',
        'Completed',
        'Halted',
      ]);
    });
    await inOrder();
    assert.deepEqual(
      fleet.cluster.nodes.map(({ name, running }) => [name, running.version, fleet.upgradesOf(name)]),
      [
        ['cp-1', '1.0.0', 2],
        ['worker-1', '1.0.0', 2],
        ['worker-2', '1.0.0', 1],
      ],
    );
    await wish('3');
    await completed('3');
    await inOrder();
  });

  it('halts on an image that is not there, and disturbs nobody', async () => {
    const fleet = await startFleet();
    await wish('missing');
    start();
    await eventually('it halts', async () => {
      assert.equal(await phaseOf('missing'), 'Halted');
      assert.equal((await machine())?.status?.quarantine?.[0]?.reason, 'IMAGE_NOT_FOUND');
    });
    await inOrder();
    assert.equal(fleet.calls.filter(({ call }) => call === 'upgrade').length, 0);
  });

  it('says which agent refuses, and does not let the others wait for it', async () => {
    const fleet = await startFleet();
    // the first in order: a round that ended here would reach nobody
    fleet.refusing.add('worker-1');
    await wish('2');
    start();
    await eventually('it is said', async () => {
      const blocked = (await machine())?.status?.blockedBy ?? [];
      const entry = blocked.find(({ code }) => code === 'STEP_FAILED_PREPARE');
      assert.equal(entry?.node, 'worker-1');
      assert.match(entry?.message ?? '', /no space left/);
      const phases = (await nodeStates()).map(({ metadata, status }) => [metadata.name, status?.phase]);
      assert.deepEqual(Object.fromEntries(phases), { 'cp-1': 'Queued', 'worker-1': 'Preparing', 'worker-2': 'Queued' });
    });
    fleet.refusing.clear();
    await completed('2');
    await inOrder();
    const blocked = (await machine())?.status?.blockedBy;
    assert.deepEqual(blocked, []);
  });

  it('hands the Lease to a ready standby before its own node goes', async () => {
    const fleet = await startFleet(3, 0);
    for (const node of ['cp-1', 'cp-2', 'cp-3']) {
      const name = `talos-operator-${node}`;
      const labels = { 'app.kubernetes.io/name': 'talos-operator' };
      const containers = [{ name: 'operator', image: 'osctl.dev/operator' }];
      const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'd', uid: 'd', controller: true }];
      const metadata = { namespace: NAMESPACE, name, labels, ownerReferences };
      await create(plane.transport, PODS, { metadata, spec: { nodeName: node, containers } }, { signal });
      const conditions = [{ type: 'Ready', status: 'True' }];
      await patchStatus(plane.transport, PODS, metadata, { phase: 'Running', conditions }, { signal });
    }
    await wish('2');
    const order: string[] = [];
    for (const node of ['cp-1', 'cp-2', 'cp-3']) {
      start({
        node,
        onStep: (step, when) => {
          if (when === 'before' && step.type === 'hand-over-lease') order.push(`${node} hands over`);
          if (when === 'before' && step.type === 'upgrade') order.push(`${node} upgrades ${step.node}`);
        },
      });
    }
    await completed('2');
    await inOrder();
    assert.ok(order.some((entry) => entry.endsWith('hands over')));
    for (const { name } of fleet.cluster.nodes) {
      assert.equal(fleet.upgradesOf(name), 1, name);
      assert.ok(!order.includes(`${name} upgrades ${name}`), order.join(', '));
    }
    assert.ok(fleet.calls.some(({ call }) => call === 'moveEtcdLeader'));
  });

  const layer = (name: string, spec: object) =>
    apply(plane.transport, NODE_CONFIGS, { metadata: { name }, spec }, { signal, fieldManager: 'person' });
  const configured = (name: string) =>
    eventually(`${name} is in force`, async () => {
      const found = await find(plane.transport, NODE_CONFIGS, { name }, { signal });
      const ready = found?.status?.conditions?.find(({ type }) => type === 'Ready');
      assert.equal(ready?.status, 'True', ready?.message);
      assert.equal(found?.status?.observedGeneration, found?.metadata.generation);
    });

  it('changes configuration by layers, one reboot for what needs it, killed after every step', async () => {
    const fleet = await startFleet();
    await mergePatch(
      plane.transport,
      NODES,
      { name: 'worker-1' },
      { metadata: { labels: { role: 'db' } } },
      { signal },
    );
    await layer('db', {
      nodeSelector: { matchLabels: { role: 'db' } },
      config: { kubelet: { extraConfig: { maxPods: 50 } } },
    });
    const spec = {
      os: { image: 'osctl.dev/talos:2' },
      config: { cluster: { endpoint: 'https://api.example:6443' } },
      rollout: { verify: { steadyFor: '1s' } },
    };
    await apply(plane.transport, MACHINES, { metadata: { name: 'cluster' }, spec }, { signal, fieldManager: 'person' });
    let lives = 0;
    const deadly = new Set<string>();
    for (; (await phaseOf('2')) !== 'Completed'; lives++) {
      assert.ok(lives < 400, 'it gets somewhere in every life');
      const over = Promise.withResolvers<void>();
      const operator = start({
        async onStep(step, when) {
          const name = JSON.stringify({ ...step, epoch: 0 });
          if (when !== 'after' || deadly.has(name)) return;
          deadly.add(name);
          over.resolve();
          await new Promise(() => {});
        },
        onRound: ({ plan }) => {
          if (plan.phase === 'Completed' && plan.steps.length === 0) setTimeout(over.resolve, 500);
        },
      });
      await over.promise;
      operators = operators.filter((one) => one !== operator);
      void operator.kill();
    }
    await inOrder();
    for (const { name, boots, documents } of fleet.cluster.nodes) {
      assert.deepEqual([name, boots, fleet.upgradesOf(name)], [name, 2, 1]);
      assert.equal(documents.cluster.endpoint, 'https://api.example:6443');
      assert.equal(documents.kubelet.extraConfig?.maxPods, name === 'worker-1' ? 50 : undefined);
    }
  });

  it('names a layer that can not be, keeps what it said before, and tells of changes behind its back', async () => {
    const fleet = await startFleet(1, 1);
    await wish('1');
    await layer('all', { config: { system: { sysctls: { 'vm.swappiness': '10' } } } });
    start();
    await configured('all');
    for (const { boots, documents } of fleet.cluster.nodes) {
      assert.deepEqual([boots, documents.system.sysctls], [1, { 'vm.swappiness': '10' }]);
    }
    // What no apiserver can see, since it depends on what else there is.
    const thresholds = { evictionSoft: { 'memory.available': '5%' } };
    const mirror = { endpoints: ['http://10.5.0.250:99999'] };
    const bad = [
      ['Invalid', /imageGCLowThresholdPercent/, { kubelet: { extraConfig: { imageGCHighThresholdPercent: 10 } } }],
      ['Invalid', /evictionSoftGracePeriod/, { kubelet: { extraConfig: thresholds } }],
      ['Invalid', /RegistryConfig\.spec\.mirrors/, { registry: { mirrors: { 'osctl.dev': mirror } } }],
      ['Invalid', /\.password: is required/, { registry: { auth: { 'osctl.dev': { username: 'a' } } } }],
      ['Refused', /ClusterConfig\.spec\.controlPlanes/, { cluster: { controlPlanes: ['10.244.0.9'] } }],
    ] as const;
    const worker = fleet.cluster.nodes[1];
    assert.ok(worker !== undefined);
    const { documents: good } = worker;
    const stalledOf = ({ status }: NodeConfig | Machine = {} as Machine) =>
      status?.conditions?.find(({ type }) => type === 'Stalled');
    for (const [reason, field, config] of bad) {
      await layer('all', { config });
      await eventually(`${field} is named`, async () => {
        const stalled = stalledOf(await find(plane.transport, NODE_CONFIGS, { name: 'all' }, { signal }));
        assert.equal(stalled?.reason, reason, stalled?.message);
        assert.match(stalled?.message ?? '', field);
        const blocks = (await machine())?.status?.blockedBy ?? [];
        assert.ok(blocks.some(({ code, message }) => code.startsWith('CONFIG_') && field.test(message)));
        if (reason === 'Invalid') assert.match(stalledOf(await machine())?.message ?? '', field);
      });
      assert.deepEqual(worker.documents, good);
    }
    await layer('all', { config: { system: { sysctls: { 'vm.swappiness': '10' } } } });
    await configured('all');
    await mergePatch(plane.transport, MACHINES, { name: 'cluster' }, { spec: { config: bad[0][2] } }, { signal });
    await eventually('the Machine says it', async () => {
      const found = await machine();
      assert.equal(stalledOf(found)?.reason, 'Invalid');
      assert.match(stalledOf(found)?.message ?? '', /^Machine\.spec\.config: KubeletConfig.*imageGC/);
      assert.equal(found?.status?.observedGeneration, found?.metadata.generation);
    });
    assert.deepEqual(worker.documents, good);
    await mergePatch(plane.transport, MACHINES, { name: 'cluster' }, { spec: { config: null } }, { signal });
    await layer('all', { config: { system: { sysctls: { 'vm.swappiness': '10' } } } });
    await configured('all');
    worker.documents = {
      ...worker.documents,
      system: { ...worker.documents.system, sysctls: { 'vm.swappiness': '99' } },
    };
    await eventually('the change is told', async () => {
      const state = await find(plane.transport, NODE_STATES, { name: 'worker-1' }, { signal });
      const drifted = state?.status?.conditions?.find(({ type }) => type === 'ConfigDrifted');
      assert.match(drifted?.message ?? '', /sysctls\["vm\.swappiness"\] of worker-1 changed on the node/);
      const events = await list(plane.transport, EVENTS, { signal });
      assert.ok(events.some(({ reason }) => reason === 'ConfigDrifted'));
    });
    await inOrder();
  });

  it('treats the nodes of a pool as it says, and names a node that two have', async () => {
    const fleet = await startFleet(1, 2);
    const pool = (name: string, spec: Omit<NodePool['spec'], 'nodeSelector'>) => {
      const nodeSelector = { matchLabels: { 'kubernetes.io/hostname': 'worker-1' } };
      const object = { metadata: { name }, spec: { nodeSelector, ...spec } };
      return apply(plane.transport, NODE_POOLS, object, { signal, fieldManager: 'person' });
    };
    const told = (name: string, reason: string) =>
      eventually(`NodePool ${name} says ${reason}`, async () => {
        const found = await find(plane.transport, NODE_POOLS, { name }, { signal });
        assert.deepEqual(lintStatus(found ?? { metadata: {} }), []);
        const ready = found?.status?.conditions?.find(({ type }) => type === 'Ready');
        assert.equal(ready?.reason, reason, ready?.message);
        assert.equal(found?.status?.observedGeneration, found?.metadata.generation);
      });
    const config = { system: { sysctls: { 'vm.swappiness': '10' } } };
    await wish('1');
    await pool('db', { config, rollout: { maxUnavailable: 1, paused: true } });
    start();
    await told('db', 'RollingOut');
    await eventually('who waits is said', async () => {
      const blocks = (await machine())?.status?.blockedBy ?? [];
      assert.ok(
        blocks.some((one) => one.code === 'PAUSED' && one.pool === 'db'),
        JSON.stringify(blocks),
      );
    });
    await wish('2');
    await eventually('the others are upgraded', async () => {
      const versions = fleet.cluster.nodes.map(({ running }) => running.version);
      assert.deepEqual(versions, ['2.0.0', '1.0.0', '2.0.0']);
    });
    await pool('other', {});
    await told('db', 'Conflict');
    await told('other', 'Conflict');
    await remove(plane.transport, NODE_POOLS, { name: 'other' }, { signal });
    await pool('db', { config, rollout: { maxUnavailable: 1, verify: { steadyFor: '1s' } } });
    await completed('2');
    await told('db', 'UpToDate');
    await inOrder();
    const [, worker] = fleet.cluster.nodes;
    assert.deepEqual([worker?.running.version, worker?.documents.system.sysctls], ['2.0.0', { 'vm.swappiness': '10' }]);
    const { status } = (await nodePools())[0] ?? {};
    assert.deepEqual([status?.nodes, status?.maxUnavailable], [{ total: 1, updated: 1, unavailable: 0 }, 1]);
    assert.deepEqual(
      (await nodeStates()).map((state) => state.status?.pool),
      [undefined, 'db', undefined],
    );
  });

  it('sends values of Secrets to nodes, and writes them nowhere', async () => {
    const fleet = await startFleet(1, 1);
    await wish('1');
    const secret = (data: Readonly<Record<string, string>>, type = 'osctl.dev/node-config') =>
      apply(
        plane.transport,
        SECRETS,
        { metadata: { namespace: NAMESPACE, name: 'pull' }, type, stringData: data } as Secret,
        { signal, fieldManager: 'person', force: true },
      );
    const unset = () => remove(plane.transport, SECRETS, { namespace: NAMESPACE, name: 'pull' }, { signal });
    const values = ['s3cret-first', 's3cret-second', 's3cret-third'] as const;
    const sent = (value: string) =>
      eventually(`${value} is on the nodes`, async () => {
        await configured('registries');
        for (const { name } of fleet.cluster.nodes) assert.ok(fleet.sent.get(name)?.has(value), name);
      });
    const password = { secretKeyRef: { name: 'pull', key: 'password' } };
    const missing = (what: RegExp) =>
      eventually('it is named', async () => {
        const found = await find(plane.transport, NODE_CONFIGS, { name: 'registries' }, { signal });
        const stalled = found?.status?.conditions?.find(({ type }) => type === 'Stalled');
        assert.equal(stalled?.reason, 'SecretMissing');
        assert.match(stalled?.message ?? '', /RegistryConfig\.spec\.auth\["osctl\.dev"\]\.password/);
        assert.match(stalled?.message ?? '', what);
        const block = (await machine())?.status?.blockedBy?.find(({ code }) => code === 'CONFIG_SECRET_MISSING');
        assert.match(block?.message ?? '', /^nodeconfig\/registries: /);
      });
    const bodies: string[] = [];
    const recording: Transport = {
      ...installed.transport,
      request: (request) => {
        if (request.body !== undefined) bodies.push(JSON.stringify(request.body));
        return installed.transport.request(request);
      },
    };

    // Of another type it is not the operator's to read, whatever a layer says.
    await secret({ password: values[0] }, 'Opaque');
    await layer('registries', { config: { registry: { auth: { 'osctl.dev': { username: 'node', password } } } } });
    start({ transport: recording });
    await missing(/there is no Secret talos-system\/pull of the type osctl\.dev\/node-config/);
    await unset();
    await secret({ password: values[0] });
    await sent(values[0]);
    const before = (await rollouts()).length;
    await secret({ password: values[1] });
    await sent(values[1]);
    assert.equal((await rollouts()).length, before + 1);
    await operators[0]?.stop();
    start({ transport: recording });
    await secret({ other: values[2] });
    await mergePatch(
      plane.transport,
      SECRETS,
      { namespace: NAMESPACE, name: 'pull' },
      { data: { password: null } },
      { signal },
    );
    await missing(/the Secret talos-system\/pull has no key password/);
    for (const { documents } of fleet.cluster.nodes) {
      assert.match(documents.registry.auth?.['osctl.dev']?.password ?? '', /^hmac-sha256:/);
    }
    await secret({ password: values[2] });
    await sent(values[2]);

    const ours: readonly ResourceType[] = [MACHINES, NODE_CONFIGS, NODE_STATES, ROLLOUTS, NODES, EVENTS, LEASES];
    const stored = await Promise.all(ours.map((type) => list(plane.transport, type, { signal })));
    assert.ok(bodies.length > 50 && lines.length > 50);
    const all = [...bodies, ...lines, JSON.stringify(stored)].join('\n');
    for (const value of values) {
      for (const form of [value, Buffer.from(value).toString('base64')]) assert.ok(!all.includes(form), form);
    }
    assert.ok(all.includes('hmac-sha256:'));
    await unset();
    await inOrder();
  });

  it('leaves a cordon of a person alone', async () => {
    await startFleet(1, 1);
    await mergePatch(plane.transport, NODES, { name: 'worker-1' }, { spec: { unschedulable: true } }, { signal });
    await wish('2');
    start();
    await completed('2');
    const node = await find(plane.transport, NODES, { name: 'worker-1' }, { signal });
    assert.equal(node?.spec?.unschedulable, true);
  });

  /** Asks until it holds; the last refusal is the error. Bounded only against a test that would hang for ever. */
  async function eventually<T>(what: string, check: () => Promise<T>, limitMs = 60_000): Promise<T> {
    const end = performance.now() + limitMs;
    for (;;) {
      try {
        return await check();
      } catch (cause) {
        if (performance.now() > end) throw new Error(`${what}: not within ${limitMs} ms`, { cause });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
});
