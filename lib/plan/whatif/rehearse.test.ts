import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dumpedObjects } from './dump.testing.ts';
import { type ClusterDump, changed, dumpOf } from './dump.ts';
import { type Fault, rehearseChange } from './rehearse.ts';

const start = Date.parse('2026-01-01T12:00:00Z');
const whole = dumpOf(dumpedObjects());
/** Without the budget that lets nothing go. */
const calm: ClusterDump = { ...whole, budgets: whole.budgets.filter(({ metadata }) => metadata.name !== 'db') };

function play(before: ClusterDump, faults: readonly Fault[] = [], rollout = {}, limitMs = 7 * 86_400_000) {
  const machine = {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'Machine',
    metadata: { name: 'cluster' },
    spec: { os: { image: 'osctl.dev/talos:1.1.0' }, rollout },
  };
  const result = changed(before, [machine]);
  assert.ok(result.kind === 'changed', JSON.stringify(result));
  const rounds = rehearseChange(result.dump, before, faults, { start, limitMs });
  let round = rounds.next();
  while (!round.done) round = rounds.next();
  const played = round.value;
  assert.ok(played !== undefined);
  const { lines, nodes } = played;
  const told = lines.map(({ node, text }) => (node === undefined ? text : `${node} ${text}`)).join('\n');
  return { ...played, told, versions: nodes.map(({ version }) => version).join(' ') };
}

/** The same as another of it. */
function named<T extends { readonly metadata: object }>(object: T): T {
  const metadata = { ...object.metadata, name: 'worker-3', uid: 'uid-worker-3' };
  const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name: 'worker-3', uid: 'uid-worker-3' }];
  return { ...object, metadata: { ...metadata, ...('ownerReferences' in metadata ? { ownerReferences } : {}) } };
}

describe('a change that is played to its end', () => {
  it('brings node after node, moves their pods, and takes what turns have taken', () => {
    const { phase, versions, told, homeless, seconds } = play(calm);
    assert.deepEqual([phase, versions, homeless], ['Completed', '1.1.0 1.1.0 1.1.0', []]);
    assert.match(told, /^rollout 2-[0-9a-f]{8} brings osctl\.dev\/talos:1\.1\.0\ncp-1 begins its turn\n/);
    assert.match(
      told,
      /worker-1 is drained: 1 pod is asked to leave\nworker-1 is empty, and upgrades\nworker-1 is done/,
    );
    assert.match(told, /worker-2 is drained: 3 pods are asked to leave/, 'the pod of worker-1 has moved there');
    assert.ok(seconds > 180 && seconds < 600, `${seconds} s`);
  });

  it('is the same every time, and leaves the dump as it was', () => {
    const copy = structuredClone(whole);
    assert.deepEqual(play(whole), play(whole));
    assert.deepEqual(whole, copy);
  });

  it('meets a budget that lets nothing go: the drain ends, the node is held, the rollout halts', () => {
    const { phase, versions, told, blockedBy } = play(whole);
    assert.deepEqual([phase, versions], ['Halted', '1.1.0 1.1.0 1.0.0']);
    assert.match(told, /worker-2 waits, DRAINING: .*shop\/db-1.*PodDisruptionBudget shop\/db lets none go/);
    assert.match(told, /worker-2 Held: worker-2 was not free by/);
    assert.ok(blockedBy.some(({ code, node }) => code === 'NODE_HELD' && node === 'worker-2'));
  });

  it('lets the pods of a budget go one after the other, as they come up elsewhere', () => {
    const both = whole.pods.map((pod) => ({
      ...pod,
      spec: { ...pod.spec, nodeName: 'worker-1' },
    })) as ClusterDump['pods'];
    assert.equal(play({ ...calm, pods: both }).phase, 'Completed');
    const small = calm.nodes.map((node) =>
      node.metadata.name === 'worker-2'
        ? { ...node, status: { ...node.status, allocatable: { cpu: '400m', memory: '8Gi', pods: '110' } } }
        : node,
    );
    const { phase, told } = play({ ...calm, pods: both, nodes: small });
    assert.equal(phase, 'Halted', 'the first has no place, and the second may not go before it is ready');
    assert.match(told, /PodDisruptionBudget shop\/web lets none go/);
  });

  it('with a bad image halts at the first node, which turns back', () => {
    const { phase, versions, told } = play(calm, [{ kind: 'bad-image' }]);
    assert.deepEqual([phase, versions], ['Halted', '1.0.0 1.0.0 1.0.0']);
    assert.match(told, /cp-1 osctl\.dev\/talos:1\.1\.0 is not tried again there/);
  });

  it('with an image that is bad on one node brings the others back where that is asked for', () => {
    const { versions, told } = play(calm, [{ kind: 'bad-image', node: 'worker-2' }], {
      failurePolicy: { onHalt: 'RollBack' },
    });
    assert.equal(versions, '1.0.0 1.0.0 1.0.0');
    assert.match(told, /brings the nodes back to osctl\.dev\/talos:1\.0\.0/);
  });

  it('with a node that never returns goes no further', () => {
    const { versions, nodes, told } = play(calm, [{ kind: 'never-returns', node: 'worker-1' }]);
    assert.deepEqual([versions.split(' ')[2], nodes.map(({ away }) => away)], ['1.0.0', [false, true, false]]);
    assert.match(told, /worker-1 waits, /);
  });

  it('with a drain that is held does what the Machine asks for then', () => {
    const fault = { kind: 'blocked-drain', node: 'worker-1' } as const;
    assert.equal(play(calm, [fault]).phase, 'Halted');
    const { versions } = play(calm, [fault], { drain: { onTimeout: 'SkipNode', timeout: '2m' } }, 3_600_000);
    assert.equal(versions, '1.1.0 1.0.0 1.1.0');
  });

  it('ends when nodes are held again for the same reason, and nothing else is to come', () => {
    const fault = { kind: 'blocked-drain', node: 'worker-1' } as const;
    const drain = { onTimeout: 'SkipNode', timeout: '2m' };
    const { versions, seconds, told, blockedBy } = play(calm, [fault], { drain });
    assert.equal(versions, '1.1.0 1.0.0 1.1.0');
    assert.ok(seconds < 3 * 3_600, `${seconds} s`);
    assert.equal(told.match(/worker-1 Held/g)?.length, 2);
    assert.match(told, /^worker-1 is held as before: it is tried on and on in the cluster$/m);
    assert.ok(blockedBy.some(({ code }) => code === 'NODE_HELD'));

    // Tried on while a stage soaks for longer than it takes to be held again.
    const nodes = [...calm.nodes, ...calm.nodes.filter(({ metadata }) => metadata.name === 'worker-2').map(named)];
    const states = [
      ...calm.nodeStates,
      ...calm.nodeStates.filter(({ metadata }) => metadata.name === 'worker-2').map(named),
    ];
    const four = { ...calm, nodes, nodeStates: states } as ClusterDump;
    const soaked = play(four, [fault], { drain, stages: [{ nodes: 2, soak: '8h' }] });
    assert.equal(soaked.versions, '1.1.0 1.0.0 1.1.0 1.1.0');
    assert.ok(soaked.seconds > 8 * 3_600 && soaked.seconds < 12 * 3_600, `${soaked.seconds} s`);
  });

  it('waits for windows in no time, and gives the approvals that are asked for', () => {
    const windows = [{ schedule: '0 2 * * 6', duration: '4h' }];
    const stages = [
      { nodes: 1, soak: '1m' },
      { nodes: 2, soak: '1m', approval: 'Manual' },
    ];
    const { phase, told, seconds } = play(calm, [], { windows, stages, approval: 'Manual' });
    assert.equal(phase, 'Completed');
    assert.match(told, /^waits, WINDOW_CLOSED: .*2026-01-03T02:00/m);
    assert.match(told, /is approved here; in the cluster a person must/);
    assert.match(told, /stage 2 is approved here/);
    assert.ok(seconds > 38 * 3_600 && seconds < 39 * 3_600, `${seconds} s`);
  });

  it('ends where a person is needed, or at its limit', () => {
    assert.equal(play(calm, [], { paused: true }).phase, 'Paused');
    const never = [{ schedule: '0 2 1 1 *', duration: '4h' }];
    const { seconds, phase } = play(calm, [], { windows: never }, 3_600_000);
    assert.deepEqual([phase, seconds >= 3_600], ['Progressing', true]);
  });
});
