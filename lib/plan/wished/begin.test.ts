import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';

const digest = `sha256:${'1'.repeat(64)}`;
const image = 'osctl.dev/talos:1';
const nodeSelector = (purpose: string) => ({ matchLabels: { 'node.kubernetes.io/purpose': purpose } });

/** What is begun by a first plan, and what it says, with so many pools that pin their image and so many layers. */
function begun({ pins = 0, layers = 0 }: { readonly pins?: number; readonly layers?: number }) {
  const images = { [image]: { digest, version: '1', behaviour: 'good' } } as const;
  const start = Date.parse('2026-01-01T12:00:00Z');
  const of = new SimulatedCluster({ controlPlanes: 1, workers: 0, images, first: image, start });
  of.machine = { ...of.machine, spec: { ...of.machine.spec, os: { image, digest } } };
  for (let n = 0; n < pins; n++) of.pool(`p-${n}`, { nodeSelector: nodeSelector(`p-${n}`), os: { image, digest } });
  for (let n = 0; n < layers; n++) {
    of.layer(`l-${n}`, {
      nodeSelector: nodeSelector(`l-${n}`),
      config: { system: { sysctls: { 'vm.swappiness': `${n % 100}` } } },
    });
  }
  const { steps, blockedBy, phase } = of.plan();
  const rollouts = steps.flatMap((step) =>
    step.type === 'create-rollout'
      ? [{ apiVersion: 'osctl.dev/v1alpha1', kind: 'Rollout', metadata: { name: step.name }, spec: step.spec }]
      : [],
  );
  for (const rollout of rollouts) assert.deepEqual(validateObject(rollout), []);
  for (const entry of blockedBy)
    assert.deepEqual(validateObject({ ...of.machine, status: { blockedBy: [entry] } }), []);
  return {
    rollouts: rollouts.length,
    phase,
    told: blockedBy.map(({ code, owner, message }) => [code, owner, message]),
  };
}

describe('a rollout is begun', () => {
  it('of as many images and layers as it can hold', () => {
    assert.deepEqual(begun({ pins: 63, layers: 128 }), { rollouts: 1, phase: 'Pending', told: [] });
  });

  it('of no more, and says so', () => {
    assert.deepEqual(begun({ pins: 64 }), {
      rollouts: 0,
      phase: 'Pending',
      told: [['WISH_TOO_LARGE', 'user', '64 NodePools have an image of their own, and a rollout holds 63: pin fewer']],
    });
    assert.deepEqual(begun({ layers: 129 }), {
      rollouts: 0,
      phase: 'Pending',
      told: [
        [
          'WISH_TOO_LARGE',
          'user',
          '129 layers of configuration are wished, and a rollout holds 128: put some of the Machine, NodePools or NodeConfigs together',
        ],
      ],
    });
  });
});
