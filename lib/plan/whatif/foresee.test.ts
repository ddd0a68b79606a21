import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dumpedObjects } from './dump.testing.ts';
import { changed, dumpOf } from './dump.ts';
import { foresee } from './foresee.ts';

const now = Date.parse('2026-01-01T12:00:00Z');
const file = (kind: string, name: string, spec: object) => ({
  apiVersion: 'osctl.dev/v1alpha1',
  kind,
  metadata: { name },
  spec,
});
const before = dumpOf(dumpedObjects());
function after(...files: ReturnType<typeof file>[]) {
  const result = changed(before, files);
  assert.ok(result.kind === 'changed', JSON.stringify(result));
  const foreseen = foresee(result.dump, before, now);
  assert.ok(foreseen !== undefined);
  return { ...foreseen, objects: result.objects };
}
const wish = (image: string, rollout = {}) => file('Machine', 'cluster', { os: { image }, rollout });

describe('a change that nobody has applied', () => {
  it('of the image drains and reboots every node, in order, and meets what is there today', () => {
    const { rollout, digest, preview, changes, blockedBy, objects } = after(wish('osctl.dev/talos:1.1.0'));
    assert.deepEqual(objects, ['Machine cluster']);
    assert.match(rollout, /^2-[0-9a-f]{8}$/);
    assert.deepEqual([digest, changes, blockedBy], [undefined, [], []]);
    const { order, nodes, disruption, seconds, opens, forecast } = preview ?? {};
    assert.deepEqual([nodes, order, seconds, opens], [3, ['cp-1', 'worker-1', 'worker-2'], 270, 'at any time']);
    assert.deepEqual(disruption, { none: 0, serviceRestart: 0, reboot: 3 });
    assert.equal(forecast?.pods, 3);
    assert.deepEqual(
      forecast?.obstacles.map(({ node, code, message }) => [node, code, message.split(':')[0]]),
      [['worker-2', 'BUDGET', 'shop/db-1 of StatefulSet owner']],
    );
    assert.equal(Object.hasOwn(preview ?? {}, 'hash'), false);
  });

  it('is the same every time, and leaves the dump as it was', () => {
    const copy = structuredClone(before);
    assert.deepEqual(after(wish('osctl.dev/talos:1.1.0')), after(wish('osctl.dev/talos:1.1.0')));
    assert.deepEqual(before, copy);
  });

  it('that changes nothing touches no node', () => {
    const { preview, objects } = after(wish('osctl.dev/talos:1.0.0'));
    assert.deepEqual([preview, objects], [undefined, []]);
  });

  it('back to an image that ran before knows what its tag stood for', () => {
    const older = { ...before.rollouts[0], metadata: { name: '0-b' } } as (typeof before.rollouts)[number];
    const digest = `sha256:${'9'.repeat(64)}`;
    const image = 'osctl.dev/talos:0.9.0';
    const spec = { ...older.spec, generation: 0, os: { image }, targets: [{ pool: 'default', image, digest }] };
    const dump = { ...before, rollouts: [{ ...older, spec }, ...before.rollouts] };
    const result = changed(dump, [wish(image)]);
    assert.ok(result.kind === 'changed');
    const foreseen = foresee(result.dump, dump, now);
    assert.deepEqual([foreseen?.digest, foreseen?.digestOf], [digest, '0-b']);
  });

  it('of a pool shows whom it pins, configures and keeps waiting, as long as it can be', () => {
    const digest = `sha256:${'9'.repeat(64)}`;
    const pool = file('NodePool', 'calm', {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'worker-1' } },
      os: { image: 'osctl.dev/talos:0.9.0', digest },
      config: { system: { sysctls: { 'vm.swappiness': '10' } } },
      rollout: { maxUnavailable: 1 },
    });
    const { preview, changes, objects } = after(pool);
    assert.deepEqual(objects, ['NodePool calm']);
    assert.deepEqual([preview?.order, preview?.disruption], [['worker-1'], { none: 0, serviceRestart: 0, reboot: 1 }]);
    assert.deepEqual(
      changes.map(({ node }) => node),
      ['worker-1'],
    );
    const refused = changed(before, [file('NodePool', 'calm', { nodeSelector: {} })]);
    assert.ok(refused.kind === 'refused');
    assert.equal(refused.errors[0]?.path, 'spec.nodeSelector');
  });

  it('of a pool and the image meets in drains what the rules of the pool leave', () => {
    const pool = file('NodePool', 'calm', {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'worker-2' } },
      rollout: { drain: { rules: [{ podSelector: { matchLabels: { app: 'db' } }, action: 'WaitForCompletion' }] } },
    });
    const { preview } = after(wish('osctl.dev/talos:1.1.0'), pool);
    assert.deepEqual(
      preview?.forecast?.obstacles.map(({ node, code }) => [node, code]),
      [['worker-2', 'WAITS']],
    );
  });

  it('of a layer shows what it changes on the nodes that it selects, and how much that disturbs', () => {
    const { preview, changes, objects } = after(
      file('NodeConfig', 'calm', {
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'worker-1' } },
        config: { system: { sysctls: { 'vm.swappiness': '10' } } },
      }),
    );
    assert.deepEqual(objects, ['NodeConfig calm']);
    assert.deepEqual([preview?.order, preview?.disruption], [['worker-1'], { none: 1, serviceRestart: 0, reboot: 0 }]);
    assert.deepEqual(
      changes.map(({ node, disruption }) => [node, disruption]),
      [['worker-1', 'NONE']],
    );
    assert.match(changes[0]?.diff ?? '', /\+ +vm\.swappiness: "10"/);
    assert.equal(preview?.forecast, undefined);
  });

  it('refers to a Secret without that anybody reads it', () => {
    const registry = {
      auth: { 'registry.example.com': { username: 'ann', password: { secretKeyRef: { name: 'pull', key: 'p' } } } },
    };
    const { changes } = after(file('Machine', 'cluster', { config: { registry } }));
    assert.equal(changes.length, 3);
    assert.doesNotMatch(changes[0]?.diff ?? '', /pull\/p/);
  });

  it('waits for what a rollout would wait for', () => {
    const windows = [{ schedule: '0 2 * * 6', duration: '4h' }];
    assert.match(after(wish('osctl.dev/talos:1.1.0', { windows })).preview?.opens ?? '', /opens at 2026-01-03T02:00/);
    const { blockedBy } = after(wish('osctl.dev/talos:1.1.0', { approval: 'Manual' }));
    assert.deepEqual(
      blockedBy.map(({ code }) => code),
      ['AWAITING_APPROVAL'],
    );
  });

  it('goes over what is there: what a file leaves out stays, null takes away', () => {
    const result = changed(before, [wish('osctl.dev/talos:1.1.0', { maxUnavailable: 2, drain: null })]);
    assert.ok(result.kind === 'changed');
    assert.deepEqual(result.dump.machine?.spec.rollout, { maxUnavailable: 2 });
    const kept = changed(before, [wish('osctl.dev/talos:1.1.0')]);
    assert.deepEqual(kept.kind === 'changed' ? kept.dump.machine?.spec.rollout : undefined, {
      drain: { timeout: '2m' },
    });
  });

  it('is refused where the apiserver would refuse it, all of it at once', () => {
    const result = changed(before, [
      wish('osctl.dev/talos:1.1.0', { maxUnavailable: -1 }),
      file('NodeConfig', 'x', { priority: 'high' }),
      file('ConfigMap', 'y', {}),
    ]);
    assert.ok(result.kind === 'refused');
    assert.deepEqual(
      result.errors.map(({ object }) => object),
      ['Machine cluster', 'NodeConfig x', 'ConfigMap y'],
    );
  });
});
