import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Machine } from '@talos/crds/machine.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import type { SimulatedImage } from '../simulated/scenario.ts';
import { compareVersions, inOrder } from './order.ts';

const zoneLabel = 'topology.kubernetes.io/zone';
const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2') };

/** Workers, by the zone of each. */
function cluster(zones: readonly string[], rollout: NonNullable<Machine['spec']['rollout']> = {}): SimulatedCluster {
  const made = new SimulatedCluster({
    controlPlanes: 1,
    workers: zones.length,
    images,
    first: 'osctl.dev/talos:1',
    start: Date.parse('2026-01-01T12:00:00Z'),
    rollout,
  });
  for (const [index, zone] of zones.entries()) {
    const node = made.nodes[index + 1];
    if (node !== undefined) node.labels = { [zoneLabel]: zone, canary: index === 2 ? 'yes' : 'no' };
  }
  return made;
}
const ordered = (of: SimulatedCluster, canaries?: { matchLabels: Record<string, string> }) =>
  inOrder(of.snapshot().nodes, of.snapshot(), { zoneLabel, ...(canaries === undefined ? {} : { canaries }) }).map(
    ({ name }) => name,
  );

describe('inOrder', () => {
  it('goes round the zones, by name', () => {
    assert.deepEqual(ordered(cluster(['a', 'a', 'a', 'b', 'b', 'c'])), [
      'cp-1',
      'worker-1',
      'worker-4',
      'worker-6',
      'worker-2',
      'worker-5',
      'worker-3',
    ]);
  });

  it('takes canaries before all other workers, but never before a control plane', () => {
    const of = cluster(['a', 'a', 'a']);
    assert.deepEqual(ordered(of, { matchLabels: { canary: 'yes' } }), ['cp-1', 'worker-3', 'worker-1', 'worker-2']);
    assert.deepEqual(ordered(of, { matchLabels: {} })[0], 'cp-1');
  });

  it('takes the most outdated first', () => {
    const of = cluster(['a', 'a', 'b']);
    const late = of.nodes[3];
    assert.ok(late);
    for (const node of of.nodes.slice(0, 3)) node.running = image('2');
    assert.deepEqual(ordered(of), ['cp-1', 'worker-3', 'worker-1', 'worker-2']);
  });
});

describe('a rollout over zones', () => {
  /** The most that were unavailable at once, in all and in one zone. */
  function most(of: SimulatedCluster): { readonly all: number; readonly zone: number } {
    of.wish('osctl.dev/talos:2');
    let [all, zone] = [0, 0];
    for (let turn = 0; of.plan().phase !== 'Completed'; turn++) {
      assert.ok(turn < 10_000, 'never done');
      for (const step of of.plan().steps) of.apply(step);
      const flying = of.nodes.filter(({ uid }) => of.machine.status?.inFlight?.some((entry) => entry.uid === uid));
      all = Math.max(all, flying.length);
      const zones = flying.map(({ labels }) => labels[zoneLabel]);
      zone = Math.max(zone, ...zones.map((one) => zones.filter((other) => other === one).length));
      of.advance(1_000);
    }
    return { all, zone };
  }

  it('keeps the budget of each zone, and uses that of the others meanwhile', () => {
    const zones = ['a', 'a', 'a', 'b', 'b', 'b'];
    assert.deepEqual(most(cluster(zones, { maxUnavailable: 2, maxUnavailablePerZone: 1 })), { all: 2, zone: 1 });
    assert.deepEqual(most(cluster(zones, { maxUnavailable: 4, maxUnavailablePerZone: '67%' })), { all: 4, zone: 2 });
  });

  it('waits in a zone where somebody else has taken a node away, and says so', () => {
    const of = cluster(['a', 'a', 'b', 'b'], { maxUnavailable: 3, maxUnavailablePerZone: 1 });
    const lost = of.nodes[1];
    assert.ok(lost);
    of.wish('osctl.dev/talos:2');
    lost.unreachableUntil = Number.POSITIVE_INFINITY;
    lost.ailment = 'hardware';
    for (let turn = 0; turn < 1_800; turn++) {
      for (const step of of.plan().steps) of.apply(step);
      of.advance(1_000);
    }
    const done = of.nodes.filter(({ running }) => running.version === '2').map(({ name }) => name);
    assert.deepEqual(done, ['cp-1', 'worker-3', 'worker-4']);
    assert.ok(of.plan().blockedBy.some(({ code, node }) => code === 'NODE_UNAVAILABLE' && node === lost.name));
  });
});

describe('compareVersions', () => {
  it('takes numbers as numbers, and a release for newer than its pre-releases', () => {
    const sorted = ['1.10.0', '1.9.0', '1.10.0-rc.1', 'v1.2.3'].toSorted(compareVersions);
    assert.deepEqual(sorted, ['v1.2.3', '1.9.0', '1.10.0-rc.1', '1.10.0']);
  });
});
