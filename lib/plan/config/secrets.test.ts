import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LayerConfig } from '@talos/crds/layer.ts';
import { validateObject } from '@talos/crds/validate.ts';
import fc from 'fast-check';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { rehearse } from '../simulated/rehearse.testing.ts';
import { machineStatus } from '../status/machine.ts';
import { nodeStatus } from '../status/node.ts';
import { nodeConfigStatuses } from '../status/nodeconfig.ts';
import { rolloutStatuses } from '../status/rollout.ts';
import { secretRefsOf } from './secrets.ts';

const images = {
  'osctl.dev/talos:1': { digest: `sha256:${'1'.repeat(64)}`, version: '1.0.0', behaviour: 'good' as const },
};
function cluster(workers = 2): SimulatedCluster {
  const made = new SimulatedCluster({
    controlPlanes: 1,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start: Date.parse('2026-01-01T00:00:00Z'),
  });
  assert.equal(rehearse(made).phase, 'Completed');
  return made;
}

const registry = (name = 'pull', key = 'password', host = 'osctl.dev'): LayerConfig => ({
  registry: { auth: { [host]: { username: 'node', password: { secretKeyRef: { name, key } } } } },
});
const passwords = (simulated: SimulatedCluster) =>
  simulated.nodes.map(({ documents }) => documents.registry.auth?.['osctl.dev']?.password);

/** Everything that would be written somewhere: what is stored, what is done, what is told. */
function written(simulated: SimulatedCluster, log: readonly unknown[]): string {
  const plan = simulated.plan();
  const snapshot = simulated.snapshot();
  const { now } = simulated;
  for (const object of [simulated.machine, ...simulated.rollouts, ...simulated.nodeStates.values()]) {
    assert.deepEqual(validateObject(object), []);
  }
  return JSON.stringify([
    log,
    plan,
    [...plan.config.changes.values()].map(({ diff }) => diff()),
    snapshot,
    machineStatus(snapshot, plan, now),
    [...rolloutStatuses(snapshot, plan, now)],
    [...nodeConfigStatuses(snapshot, plan, now)],
    snapshot.nodes.map((node) => {
      const state = simulated.nodeStates.get(node.name);
      return state && nodeStatus(state, node, plan, now);
    }),
    simulated.rollouts,
    [...simulated.nodeStates.values()],
  ]);
}

describe('a secret value of a layer', () => {
  test('goes to the nodes as a digest that they make themselves; another value is another rollout', () => {
    const simulated = cluster();
    simulated.secrets.set('pull', { password: 'first-value' });
    simulated.layer('registries', { config: registry() });
    const { phase, log } = rehearse(simulated);
    assert.equal(phase, 'Completed');
    assert.equal(log[0]?.step.type, 'digest-secrets');
    const [digest, ...others] = passwords(simulated);
    assert.match(digest ?? '', /^hmac-sha256:/);
    assert.deepEqual(others, [digest, digest]);
    assert.deepEqual(rehearse(simulated).log, []);

    const rollouts = simulated.rollouts.length;
    simulated.secrets.set('pull', { password: 'second-value' });
    assert.equal(rehearse(simulated).phase, 'Completed');
    assert.equal(simulated.rollouts.length, rollouts + 1);
    assert.notEqual(passwords(simulated)[0], digest);
    assert.equal(new Set(passwords(simulated)).size, 1);

    simulated.layer('registries', undefined);
    assert.equal(rehearse(simulated).phase, 'Completed');
    assert.deepEqual(passwords(simulated), [undefined, undefined, undefined]);
  });

  test('that is not there is named, with its field, and what was there before goes on', () => {
    const simulated = cluster();
    simulated.secrets.set('pull', { password: 'first-value', other: 'x' });
    simulated.layer('registries', { config: registry() });
    rehearse(simulated);
    const before = passwords(simulated);
    const told = () => {
      const { plan, log } = rehearse(simulated, 60_000);
      assert.ok(log.every(({ step }) => step.type === 'digest-secrets'));
      assert.deepEqual(passwords(simulated), before);
      const status = nodeConfigStatuses(simulated.snapshot(), plan, simulated.now).get('registries');
      const stalled = status?.conditions?.find(({ type }) => type === 'Stalled');
      assert.equal(stalled?.reason, 'SecretMissing');
      const block = plan.blockedBy.find(({ code }) => code === 'CONFIG_SECRET_MISSING');
      assert.match(
        block?.message ?? '',
        /^nodeconfig\/registries: RegistryConfig\.spec\.auth\["osctl\.dev"\]\.password: /,
      );
      assert.equal(block?.owner, 'user');
      return `${stalled?.message} ${block?.message}`;
    };
    simulated.secrets.delete('pull');
    assert.match(told(), /there is no Secret talos-system\/pull of the type osctl\.dev\/node-config .*password/);
    simulated.secrets.set('pull', { other: 'x' });
    assert.match(told(), /the Secret talos-system\/pull has no key password/);
    simulated.killLeader();
    assert.match(told(), /the Secret talos-system\/pull has no key password/);
    simulated.secrets.set('pull', { password: 'first-value' });
    const { plan, phase } = rehearse(simulated);
    assert.deepEqual([phase, plan.blockedBy, passwords(simulated)], ['Completed', [], before]);
  });

  test('that was never there holds nothing else up', () => {
    const simulated = cluster();
    simulated.layer('registries', { config: registry() });
    simulated.wishConfig({ system: { sysctls: { 'vm.swappiness': '10' } } });
    const { phase, plan } = rehearse(simulated);
    assert.equal(phase, 'Completed');
    assert.equal(plan.blockedBy[0]?.code, 'CONFIG_SECRET_MISSING');
    for (const { documents } of simulated.nodes) assert.deepEqual(documents.system.sysctls, { 'vm.swappiness': '10' });
  });

  test('whose digest nobody can make is waited for, and says so', () => {
    const simulated = cluster();
    simulated.secrets.set('pull', { password: 'first-value' });
    simulated.layer('registries', { config: registry() });
    simulated.nodes[0]!.unreachableUntil = simulated.now + 600_000;
    const { plan, log } = rehearse(simulated, 60_000);
    assert.deepEqual(log, []);
    assert.equal(plan.blockedBy[0]?.code, 'DIGESTING_SECRETS');
    assert.match(plan.blockedBy[0]?.message ?? '', /no control plane answers/);
    simulated.advance(600_000);
    assert.equal(rehearse(simulated).phase, 'Completed');
    assert.match(passwords(simulated)[0] ?? '', /^hmac-sha256:/);
  });

  const value = fc.stringMatching(/^[a-z0-9]{4}$/).map((text) => `s3cret-${text}`);
  const event = fc.oneof(
    fc.record({ type: fc.constant('value' as const), key: fc.constantFrom('password', 'other'), value }),
    fc.record({ type: fc.constantFrom('delete' as const, 'kill' as const, 'drift' as const) }),
    fc.record({ type: fc.constant('layer' as const), key: fc.constantFrom('password', 'other', 'none') }),
  );
  test('is in nothing that is written, done or told', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
        const simulated = cluster(1);
        simulated.secrets.set('pull', { password: 's3cret-zero' });
        simulated.layer('registries', { config: registry() });
        for (const one of events) {
          if (one.type === 'value') {
            simulated.secrets.set('pull', { ...simulated.secrets.get('pull'), [one.key]: one.value });
          } else if (one.type === 'delete') simulated.secrets.delete('pull');
          else if (one.type === 'kill') simulated.killLeader();
          else if (one.type === 'layer') simulated.layer('registries', { config: registry('pull', one.key) });
          else {
            const node = simulated.nodes[1]!;
            node.documents = { ...node.documents, registry: {} };
          }
          const { log } = rehearse(simulated, 40_000);
          assert.ok(!written(simulated, log).includes('s3cret'));
        }
        assert.ok(['Completed', 'Halted'].includes(rehearse(simulated).phase ?? ''), 'it ends');
      }),
      { numRuns: 10 },
    );
  });
});

test('references are found where the schema has secrets, and nowhere else', () => {
  assert.deepEqual(secretRefsOf({ kubelet: { nodeLabels: { secretKeyRef: 'x' } } }), []);
  assert.deepEqual(secretRefsOf(registry('a', 'b', 'x.example:5000')), [
    { name: 'a', key: 'b', path: ['registry', 'auth', 'x.example:5000', 'password'] },
  ]);
});
