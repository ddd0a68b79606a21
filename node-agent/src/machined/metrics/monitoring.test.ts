import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dashboard, metricsIn, readRules } from '@talos/tools/gen/monitoring.ts';
import { type Facts, familiesOf } from './families.ts';

/** Of a node with nothing on it: what it exports is the same everywhere. */
const NOTHING = {
  version: '',
  kubernetesVersion: '',
  machine: { boot: { slot: 'a', trial: null }, state: { active: 'a' }, slots: {}, agentHealthy: true },
  services: [],
  operations: [],
  certificates: [],
  cpu: {},
  load: {},
  memory: {},
  fileSystems: [],
  disks: new Map(),
  calls: [],
  refusals: new Map(),
  residentBytes: 0,
} as unknown as Facts;

test('alerts and the dashboard ask for metrics that a node has', async () => {
  const { groups } = await readRules();
  const asked = [
    ...groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
    ...dashboard().panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ].flatMap(metricsIn);
  const ours = asked.filter(({ name }) => !name.startsWith('talos_operator_'));
  assert.ok(ours.length > 5);
  const exported = new Set(familiesOf(NOTHING).map(({ name }) => name));
  for (const { name } of ours) assert.ok(exported.has(name), `${name} is none of a node's metrics`);
});
