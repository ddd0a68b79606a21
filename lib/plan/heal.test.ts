import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Remediation } from '@talos/crds/machine.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import type { SimulatedImage } from './simulated/scenario.ts';
import type { Step } from './types.ts';

const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2') };
const start = Date.parse('2026-01-01T12:00:00Z');
const minute = 60_000;

function cluster(remediation: Remediation | undefined, controlPlanes = 1, workers = 4): SimulatedCluster {
  const made = new SimulatedCluster({ controlPlanes, workers, images, first: 'osctl.dev/talos:1', start });
  made.machine = {
    ...made.machine,
    spec: { ...made.machine.spec, ...(remediation === undefined ? {} : { remediation }) },
  };
  return made;
}
const both: Remediation = { actions: ['RestartService', 'Reboot'], after: '5m' };

/** The steps of so much time, each held to be safe. */
function pass(of: SimulatedCluster, ms: number): readonly (Step & { readonly at: number })[] {
  const done: (Step & { readonly at: number })[] = [];
  for (const end = of.now + ms; of.now < end; of.advance(1_000)) {
    for (const step of of.plan().steps) {
      const stored = 'node' in step ? of.nodeStates.get(step.node)?.status?.healing?.action : undefined;
      if (step.type === 'restart-service' || step.type === 'reboot') {
        assert.ok(
          stored !== undefined && Date.parse(stored.deadline) === step.deadline,
          'no effect before it is stored',
        );
      }
      of.apply(step);
      done.push({ ...step, at: of.now });
    }
    const rebooting = [...of.nodeStates.values()].filter(({ status }) => status?.healing?.action?.name === 'Reboot');
    assert.ok(rebooting.length <= 1, 'one reboot at a time');
  }
  return done;
}
const acts = (steps: readonly Step[]) =>
  steps.flatMap((step) =>
    step.type === 'restart-service' || step.type === 'reboot' ? [`${step.type} ${step.node}`] : [],
  );
const once = (steps: readonly Step[]) => [...new Set(acts(steps))];
const nodeOf = (of: SimulatedCluster, name: string) => {
  const node = of.nodes.find((one) => one.name === name);
  assert.ok(node);
  return node;
};
const sickness = (of: SimulatedCluster, name: string) =>
  of.plan().blockedBy.find(({ code, node }) => code === 'NODE_SICK' && node === name)?.message ?? '';

describe('healing', () => {
  it('does nothing that the Machine does not ask for', () => {
    const of = cluster(undefined);
    nodeOf(of, 'worker-1').ailment = 'service';
    assert.deepEqual(acts(pass(of, 60 * minute)), []);
    assert.equal(of.nodeStates.get('worker-1')?.status?.healing, undefined);
  });

  it('restarts a service that fails for long enough, and is done', () => {
    const of = cluster(both);
    pass(of, minute);
    nodeOf(of, 'worker-1').ailment = 'service';
    assert.deepEqual(acts(pass(of, 4 * minute)), []);
    assert.match(sickness(of, 'worker-1'), /^worker-1 is sick since .*not Ready; service kubelet: exited with code 1/);
    assert.deepEqual(once(pass(of, 3 * minute)), ['restart-service worker-1']);
    pass(of, 3 * minute);
    const { healing } = of.nodeStates.get('worker-1')?.status ?? {};
    assert.deepEqual([healing?.sickSince, healing?.restarts, healing?.action], [undefined, 1, undefined]);
    pass(of, 61 * minute);
    assert.equal(of.nodeStates.get('worker-1')?.status?.healing, undefined, 'its attempts are forgotten');
  });

  it('forgets an action under way when nobody asks for healing any more: rollouts do not wait for it', () => {
    const of = cluster(both);
    nodeOf(of, 'worker-1').ailment = 'service';
    while (of.nodeStates.get('worker-1')?.status?.healing?.action === undefined) pass(of, 1_000);
    nodeOf(of, 'worker-1').ailment = undefined;
    const { remediation: _, ...spec } = of.machine.spec;
    of.machine = { ...of.machine, spec };
    of.wish('osctl.dev/talos:2');
    pass(of, 60 * minute);
    assert.equal(of.nodeStates.get('worker-1')?.status?.healing, undefined);
    assert.equal(of.plan().phase, 'Completed');
  });

  it('reboots a node that stays NotReady, and leaves it to a person when that does not help', () => {
    const of = cluster(both);
    nodeOf(of, 'worker-1').ailment = 'kernel';
    const steps = pass(of, 10 * minute);
    assert.deepEqual(once(steps), ['reboot worker-1']);
    assert.equal(nodeOf(of, 'worker-1').boots, 2);
    nodeOf(of, 'worker-2').ailment = 'hardware';
    assert.deepEqual(once(pass(of, 120 * minute)), ['reboot worker-2']);
    assert.equal(nodeOf(of, 'worker-2').boots, 3, 'twice, then no more');
    assert.match(sickness(of, 'worker-2'), /2 times Reboot did not help: it is left to a person/);
  });

  it('does only what is named', () => {
    const of = cluster({ actions: ['RestartService'], after: '1m' });
    nodeOf(of, 'worker-1').ailment = 'kernel';
    assert.deepEqual(acts(pass(of, 20 * minute)), []);
    assert.match(sickness(of, 'worker-1'), /actions does not name Reboot: it is left to a person/);
  });

  it('keeps its hands off when too many are sick at once, and says so', () => {
    const of = cluster(both);
    for (const name of ['worker-1', 'worker-2', 'worker-3']) nodeOf(of, name).ailment = 'kernel';
    assert.deepEqual(acts(pass(of, 60 * minute)), []);
    const storm = of.plan().blockedBy.find(({ code }) => code === 'REMEDIATION_STORM');
    assert.match(storm?.message ?? '', /3 of 5 nodes are sick, more than 40%, among them worker-1/);
    nodeOf(of, 'worker-3').ailment = undefined;
    assert.deepEqual(once(pass(of, 20 * minute)), ['reboot worker-1', 'reboot worker-2']);
  });

  it('reboots as many at once as the budget of the rollouts has room for, and counts what these have under way', () => {
    const of = cluster({ ...both, after: '1m' }, 1, 6);
    of.machine = { ...of.machine, spec: { ...of.machine.spec, rollout: { maxUnavailable: 2 } } };
    of.wish('osctl.dev/talos:2');
    const under = () => (of.machine.status?.inFlight ?? []).map(({ node }) => node);
    const healing = () =>
      of.nodes.map(({ name }) => name).filter((name) => of.nodeStates.get(name)?.status?.healing?.action !== undefined);
    const together = new Set<string>();
    for (let turn = 0; turn < 3_600; turn++) {
      if (turn === 150) for (const name of ['worker-4', 'worker-6']) nodeOf(of, name).ailment = 'kernel';
      for (const step of of.plan().steps) of.apply(step);
      assert.ok(new Set([...under(), ...healing()]).size <= 2, `${under()} and ${healing()} at once`);
      if (healing().length > 0) together.add([...healing(), ...under().map(() => 'turn')].join(' '));
      of.advance(1_000);
    }
    assert.ok(together.has('worker-4 worker-6') || together.has('worker-4 turn'), [...together].join(', '));
    assert.deepEqual(
      of.nodes.map(({ boots, ailment }) => [boots >= 2, ailment]),
      Array(7).fill([true, undefined]),
    );
    assert.equal(of.plan().phase, 'Completed');
  });

  it('leaves alone what a person has cordoned', () => {
    const of = cluster(both);
    Object.assign(nodeOf(of, 'worker-1'), { ailment: 'kernel', unschedulable: true });
    assert.deepEqual(acts(pass(of, 60 * minute)), []);
    assert.match(sickness(of, 'worker-1'), /left to whoever has cordoned it/);
  });

  it('asks nothing of an agent that does not answer, and says what a person can do', () => {
    const of = cluster(both);
    Object.assign(nodeOf(of, 'worker-1'), { ailment: 'kernel', unreachableUntil: Number.POSITIVE_INFINITY });
    assert.deepEqual(acts(pass(of, 60 * minute)), []);
    assert.match(sickness(of, 'worker-1'), /can not be asked: see to its power and network/);
  });

  it('keeps the quorum of etcd', () => {
    const of = cluster({ ...both, maxUnhealthy: '100%' }, 3, 0);
    pass(of, minute);
    nodeOf(of, 'cp-2').ailment = 'kernel';
    nodeOf(of, 'cp-3').unreachableUntil = Number.POSITIVE_INFINITY;
    assert.deepEqual(acts(pass(of, 30 * minute)), []);
    assert.match(sickness(of, 'cp-2'), /etcd would have 1 of 3 members, it needs 2/);
  });

  it('does not take a service that crashes again and again for a new sickness each time', () => {
    const of = cluster(both);
    const node = nodeOf(of, 'worker-1');
    const steps: Step[] = [];
    for (let turn = 0; turn < 16; turn++) {
      node.ailment = turn % 2 === 0 ? 'service' : undefined;
      steps.push(...pass(of, 25_000));
    }
    node.ailment = 'service';
    steps.push(...pass(of, 30_000));
    assert.deepEqual(once(steps), ['restart-service worker-1']);
  });

  it('counts anew what a clock that was ahead has stored, and forgets no attempt', () => {
    const of = cluster(both);
    pass(of, minute);
    const { uid } = nodeOf(of, 'worker-1');
    const ahead = new Date(of.now + 300 * 86_400_000).toISOString();
    of.apply({
      type: 'record-healing',
      node: 'worker-1',
      uid,
      healing: { sickSince: ahead, causes: ['x'], reboots: 1 },
    });
    nodeOf(of, 'worker-1').ailment = 'hardware';
    assert.deepEqual(once(pass(of, 20 * minute)), ['reboot worker-1']);
    const { healing } = of.nodeStates.get('worker-1')?.status ?? {};
    assert.ok(Date.parse(healing?.sickSince ?? '') <= of.now);
    assert.equal(healing?.reboots, 2);
  });

  it('never touches a node that a rollout has under way, and begins none that is being healed', () => {
    const of = cluster({ actions: ['Reboot'], after: '30s' });
    of.wish('osctl.dev/talos:2');
    const healed = new Set<string>();
    for (let turn = 0; turn < 7_200 && of.plan().phase !== 'Completed'; turn++) {
      const under = new Set(of.machine.status?.inFlight?.map(({ node }) => node));
      if (turn === 200) nodeOf(of, 'worker-4').ailment = 'kernel';
      for (const step of of.plan().steps) {
        if (step.type === 'reboot') {
          assert.ok(!under.has(step.node), `${step.node} is under way`);
          healed.add(step.node);
        }
        if (step.type === 'acquire') {
          assert.equal(of.nodeStates.get(step.entry.node)?.status?.healing?.action, undefined);
        }
        of.apply(step);
      }
      of.advance(1_000);
    }
    assert.equal(of.plan().phase, 'Completed');
    assert.deepEqual([...healed], ['worker-4']);
    assert.ok(of.nodes.every(({ running }) => running.version === '2'));
  });

  it('goes on after its operator was killed between any two writes', () => {
    for (let cut = 0; cut < 40; cut++) {
      const of = cluster(both);
      nodeOf(of, 'worker-1').ailment = 'kernel';
      let left = cut;
      for (const end = of.now + 20 * minute; of.now < end; of.advance(1_000)) {
        for (const step of of.plan().steps) {
          if (left-- === 0) {
            of.killLeader();
            break;
          }
          of.apply(step);
        }
      }
      assert.equal(nodeOf(of, 'worker-1').ailment, undefined, `cut ${cut}`);
      assert.equal(nodeOf(of, 'worker-1').boots, 2, `cut ${cut}: rebooted once`);
    }
  });
});
