import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Gate } from '@talos/crds/gate.ts';
import type { Machine } from '@talos/crds/machine.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { type GateReading, gateHash, gateStatuses, gatesOfAll, type Passage, passage as passageOf } from './gate.ts';

const minute = 60_000;
const now = Date.parse('2026-01-01T12:00:00Z');
const ceph: Gate = { name: 'ceph', preset: { name: 'CephHealthy' } };
const alerts: Gate = { name: 'alerts', prometheus: { url: 'http://prometheus:9090', noFiringAlerts: {} } };
const machine = (gates: readonly Gate[], status?: Machine['status']): Pick<Machine, 'spec' | 'status'> => ({
  spec: { os: { image: 'osctl.dev/talos:1' }, rollout: { gates: [...gates] } },
  ...(status === undefined ? {} : { status }),
});
const reading = (gate: Gate, more: Partial<GateReading> = {}): GateReading => ({
  name: gate.name,
  hash: gateHash(gate),
  state: 'Open',
  message: '',
  owner: 'workload',
  time: now,
  ...more,
});
const passage = (
  of: ReturnType<typeof machine>,
  readings: readonly GateReading[],
  after: number,
  at: number,
): Passage => passageOf(gatesOfAll(of.spec), of.status?.gates, readings, after, at);
const codeOf = (answer: Passage) => (answer.state === 'closed' ? answer.block.code : answer.state);

describe('passage', () => {
  it('is open without gates, and while all of them are', () => {
    assert.deepEqual(passage(machine([]), [], 0, now), { state: 'open', since: 0 });
    assert.deepEqual(passage(machine([ceph, alerts]), [reading(ceph), reading(alerts)], 0, now), {
      state: 'open',
      since: now,
    });
  });

  it('is closed while one of them is closed or can not be evaluated, and says which and why', () => {
    const shut = passage(
      machine([ceph, alerts]),
      [reading(ceph, { state: 'Closed', message: 'rook/main' }), reading(alerts)],
      0,
      now,
    );
    assert.equal(codeOf(shut), 'GATE_CLOSED');
    assert.match(shut.state === 'closed' ? shut.block.message : '', /gate ceph is closed: rook\/main/);
    const lost = reading(alerts, { state: 'Unknown', message: 'no answer', owner: 'cluster' });
    assert.equal(codeOf(passage(machine([ceph, alerts]), [reading(ceph), lost], 0, now)), 'GATE_UNKNOWN');
  });

  it('rests on no answer that is missing, old, from before the last node was done, or to another question', () => {
    const gates = machine([ceph]);
    assert.equal(codeOf(passage(gates, [], 0, now)), 'GATE_PENDING');
    assert.equal(codeOf(passage(gates, [reading(ceph, { time: now - 2 * minute })], 0, now)), 'GATE_PENDING');
    assert.equal(codeOf(passage(gates, [reading(ceph, { time: now + 2 * minute })], 0, now)), 'GATE_PENDING');
    assert.equal(codeOf(passage(gates, [reading(ceph, { time: now - 2_000 })], now - 1_000, now)), 'GATE_PENDING');
    const other: Gate = { name: 'ceph', preset: { name: 'CephHealthy', namespace: 'rook' } };
    assert.equal(codeOf(passage(gates, [reading(other)], 0, now)), 'GATE_PENDING');
  });

  it('knows since when it is open from what is stored', () => {
    const since = '2026-01-01T11:00:00.000Z';
    const stored = { gates: [{ name: 'ceph', state: 'Open' as const, since }] };
    assert.deepEqual(passage(machine([ceph], stored), [reading(ceph)], 0, now), {
      state: 'open',
      since: Date.parse(since),
    });
    const shut = { gates: [{ name: 'ceph', state: 'Closed' as const, since }] };
    assert.deepEqual(passage(machine([ceph], shut), [reading(ceph)], 0, now), { state: 'open', since: now });
  });
});

const statusesOf = ({ spec, status }: Pick<Machine, 'spec' | 'status'>, readings: readonly GateReading[]) =>
  gateStatuses(spec.rollout?.gates ?? [], status?.gates, readings);

describe('Machine.status.gates', () => {
  it('keeps the time of a state that lasts, and the last answer of one that is not asked', () => {
    const since = '2026-01-01T11:00:00.000Z';
    const stored = machine([ceph, alerts], {
      gates: [
        { name: 'ceph', state: 'Open', since },
        { name: 'alerts', state: 'Open', since },
      ],
    });
    assert.deepEqual(statusesOf(stored, [reading(ceph, { state: 'Closed', message: 'ill' })]), [
      { name: 'ceph', state: 'Closed', since: '2026-01-01T12:00:00.000Z', message: 'ill' },
      { name: 'alerts', state: 'Open', since },
    ]);
    assert.deepEqual(statusesOf(stored, [reading(ceph)])[0], { name: 'ceph', state: 'Open', since });
  });

  it('forgets a gate that is asked for no more', () => {
    const since = '2026-01-01T11:00:00.000Z';
    assert.deepEqual(statusesOf(machine([], { gates: [{ name: 'ceph', state: 'Open', since }] }), [reading(ceph)]), []);
  });
});

describe('a rollout with a gate', () => {
  const images = {
    'osctl.dev/talos:1': { digest: `sha256:${'1'.repeat(64)}`, version: '1', behaviour: 'good' },
    'osctl.dev/talos:2': { digest: `sha256:${'2'.repeat(64)}`, version: '2', behaviour: 'good' },
  } as const;
  const cluster = (rollout: NonNullable<Machine['spec']['rollout']>, bootMs = 0) => {
    const made = new SimulatedCluster({
      controlPlanes: 1,
      workers: 3,
      images,
      first: 'osctl.dev/talos:1',
      start: now,
      rollout,
      bootMs: () => bootMs,
    });
    made.wish('osctl.dev/talos:2');
    return made;
  };
  const updated = (of: SimulatedCluster) => of.nodes.filter(({ running }) => running.version === '2').length;
  const run = (of: SimulatedCluster, until: (of: SimulatedCluster) => boolean) => {
    for (let turn = 0; turn < 20_000 && !until(of); turn++) {
      for (const step of of.plan().steps) of.apply(step);
      of.advance(1_000);
    }
    assert.ok(until(of), 'never came about');
  };

  it('begins no node while it is closed, says so, and goes on when it opens', () => {
    const of = cluster({ gates: [ceph] });
    of.gates.set('ceph', 'Closed');
    run(of, (now) => now.plan().blockedBy.some(({ code }) => code === 'GATE_CLOSED'));
    assert.equal(updated(of), 0);
    assert.equal(of.machine.status?.inFlight?.length ?? 0, 0);
    of.gates.set('ceph', 'Open');
    run(of, (now) => updated(now) >= 1);
    of.gates.set('ceph', 'Unknown');
    run(of, (now) => now.plan().blockedBy.some(({ code }) => code === 'GATE_UNKNOWN'));
    // the one that was under way is finished, no other is begun
    const done = updated(of);
    run(of, (later) => later.now > now + 3 * 3_600_000);
    assert.equal(updated(of), done);
    of.gates.set('ceph', 'Open');
    run(of, (now) => updated(now) === 4);
  });

  it('waits after a change of configuration no longer than that took, however long the upgrade before did', () => {
    const of = cluster({ gates: [ceph] }, 8 * minute);
    run(of, (later) => later.plan().phase === 'Completed');
    of.wishConfig({ kubelet: { extraConfig: { maxPods: 50 } } });
    const wished = of.now;
    run(of, ({ nodes }) => nodes.every(({ documents }) => documents.kubelet.extraConfig?.maxPods === 50));
    assert.ok(of.now - wished < 5 * minute, `${of.now - wished} ms`);
  });

  it('that a stage has for its own holds back the nodes after that stage, and its soak counts from when it opened', () => {
    const stages = [
      { nodes: 1, soak: '20m', gates: ['alerts'] },
      { nodes: 2, soak: '0s' },
    ];
    const of = cluster({ gates: [ceph, alerts], stages });
    const settle = () => {
      of.machine = {
        ...of.machine,
        status: { ...of.machine.status, gates: [...statusesOf(of.machine, of.snapshot().gates)] },
      };
    };
    of.gates.set('alerts', 'Closed');
    run(of, (now) => {
      settle();
      return now.plan().blockedBy.some(({ code }) => code === 'GATE_CLOSED');
    });
    assert.equal(updated(of), 1, 'the node before was not held back');
    const [waits] = of.plan().blockedBy;
    assert.match(waits?.message ?? '', /^stage 1 of 2 is done, and its soak has not begun: gate alerts is closed/);
    run(of, (later) => {
      settle();
      return later.now > now + 2 * 3_600_000;
    });
    assert.equal(updated(of), 1);
    of.gates.set('alerts', 'Open');
    const opened = of.now;
    run(of, (later) => {
      settle();
      return updated(later) === 2;
    });
    assert.ok(of.now - opened >= 20 * minute, 'for so long');
    of.gates.set('alerts', 'Closed');
    run(of, (later) => {
      settle();
      return updated(later) === 4;
    });
  });
});
