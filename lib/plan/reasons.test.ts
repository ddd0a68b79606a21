import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { MachineSpec } from '@talos/crds/machine.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import { validateObject } from '@talos/crds/validate.ts';
import { plan } from './plan.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import type { SimulatedImage } from './simulated/scenario.ts';

const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2') };
const start = Date.parse('2026-01-01T12:00:00Z');
const LIMIT_MS = 3 * 3_600_000;

type Cause = Omit<MachineSpec, 'os'> & {
  /** A new image is asked for. */
  readonly upgrade?: boolean;
  readonly prepare?: (of: SimulatedCluster) => void;
  /** What the operator has not read yet. */
  readonly unread?: boolean;
  /** What happens meanwhile, each second. */
  readonly meanwhile?: (of: SimulatedCluster) => void;
};
const node = (of: SimulatedCluster, index: number) => {
  const found = of.nodes[index];
  assert.ok(found);
  return found;
};
const gates = [{ name: 'ceph', preset: { name: 'CephHealthy' as const } }];
const both = { actions: ['RestartService' as const, 'Reboot' as const], after: '1m' };
/** Each reason of gates, drains, healing, stages and zones, by what brings it about. */
const CAUSES: Readonly<Record<string, Cause>> = {
  GATE_PENDING: { upgrade: true, rollout: { gates }, unread: true },
  GATE_CLOSED: { upgrade: true, rollout: { gates }, prepare: (of) => of.gates.set('ceph', 'Closed') },
  GATE_UNKNOWN: { upgrade: true, rollout: { gates }, prepare: (of) => of.gates.set('ceph', 'Unknown') },
  SOAKING: { upgrade: true, rollout: { stages: [{ nodes: 1, soak: '20m' }] } },
  STAGE_AWAITING_APPROVAL: { upgrade: true, rollout: { stages: [{ nodes: 1, approval: 'Manual' }] } },
  DRAINING: { upgrade: true },
  NODE_HELD: {
    upgrade: true,
    rollout: { drain: { timeout: '1m', onTimeout: 'SkipNode' } },
    prepare: (of) => Object.assign(node(of, 1), { stuckUntil: Number.POSITIVE_INFINITY }),
  },
  VOLUMES_ATTACHED: {
    upgrade: true,
    rollout: { drain: { detachTimeout: '1m' } },
    prepare: (of) => Object.assign(node(of, 0), { attachedUntil: Number.POSITIVE_INFINITY }),
  },
  LOAD_BALANCERS_TOLD: { upgrade: true, rollout: { drain: { loadBalancerGrace: '1m' } } },
  NODE_UNAVAILABLE: {
    upgrade: true,
    rollout: { maxUnavailable: 3, maxUnavailablePerZone: 1 },
    prepare: (of) => Object.assign(node(of, 1), { unreachableUntil: Number.POSITIVE_INFINITY }),
  },
  NODE_SICK: { remediation: both, prepare: (of) => Object.assign(node(of, 1), { ailment: 'hardware' }) },
  HEALING: { remediation: both, prepare: (of) => Object.assign(node(of, 1), { ailment: 'kernel' }) },
  NODE_HEALING: {
    upgrade: true,
    remediation: both,
    rollout: { gates },
    prepare: (of) => {
      Object.assign(node(of, 0), { ailment: 'service' });
      of.gates.set('ceph', 'Closed');
    },
    meanwhile: (of) => {
      if (of.nodeStates.get('cp-1')?.status?.healing?.action !== undefined) of.gates.set('ceph', 'Open');
    },
  },
  REMEDIATION_STORM: {
    remediation: both,
    prepare: (of) => {
      for (const one of of.nodes) one.ailment = 'hardware';
    },
  },
};

/** The first time that the reason is said, and the cluster then. */
function reached(code: string, { upgrade, prepare, unread, meanwhile, ...spec }: Cause) {
  const of = new SimulatedCluster({ controlPlanes: 1, workers: 3, images, first: 'osctl.dev/talos:1', start });
  of.machine = { ...of.machine, spec: { ...of.machine.spec, ...spec } };
  if (upgrade === true) of.wish('osctl.dev/talos:2');
  prepare?.(of);
  for (; of.now < start + LIMIT_MS; of.advance(1_000)) {
    const decision = unread === true ? plan({ ...of.snapshot(), gates: [] }, of.now) : of.plan();
    const said = decision.blockedBy.find((entry) => entry.code === code);
    if (said !== undefined) return { said, of };
    for (const step of decision.steps) of.apply(step);
    meanwhile?.(of);
  }
  return assert.fail(`${code} was never said`);
}

describe('whatever waits says why', () => {
  for (const [code, cause] of Object.entries(CAUSES)) {
    it(`${code}: what, since when, who can remove it, and when it is looked at again`, () => {
      const { said, of } = reached(code, cause);
      assert.deepEqual(validateObject({ ...of.machine, status: { blockedBy: [said] } }), []);
      assert.equal(Date.parse(said.since), of.now);
      assert.ok(Date.parse(said.nextCheckTime) > of.now, said.nextCheckTime);
      assert.match(said.message, /^\S+( \S+){3,}$/s, 'a sentence');
      if (said.node !== undefined) assert.match(said.message, new RegExp(`\\b${said.node}\\b`), 'it names the node');
      const stored: BlockedBy[] = [{ ...said, since: new Date(of.now - 60_000).toISOString() }];
      of.machine = { ...of.machine, status: { ...of.machine.status, blockedBy: stored } };
      const again = cause.unread === true ? plan({ ...of.snapshot(), gates: [] }, of.now) : of.plan();
      assert.equal(again.blockedBy.find((entry) => entry.code === code)?.since, stored[0]?.since, 'since then');
    });
  }

  it('no reason of theirs is left out here', async () => {
    for (const file of ['turns/gate.ts', 'heal.ts', 'inflight/draining.ts']) {
      const source = await readFile(new URL(file, import.meta.url), 'utf8');
      const elsewhere = ['ETCD_SNAPSHOT', 'ETCD_QUORUM', 'HAND_OVER'];
      for (const [, code = ''] of source.matchAll(/'([A-Z]+(?:_[A-Z]+)+|DRAINING|HEALING)'/g)) {
        assert.ok(code in CAUSES || elsewhere.includes(code), `${file}: ${code}`);
      }
    }
  });
});
