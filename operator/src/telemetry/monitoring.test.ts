import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dashboard, metricsIn, readRules } from '@talos/tools/gen/monitoring.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { createMetrics } from './metrics.ts';

/** What a registry serves of a histogram, besides its name. */
const PARTS = ['', '_bucket', '_sum', '_count'];

test('alerts and the dashboard ask for metrics that the operator has, by labels that they have', async () => {
  const { groups } = await readRules();
  const alerts = groups.flatMap(({ rules }) => rules);
  const asked = [
    ...alerts.map(({ expr }) => expr),
    ...dashboard().panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ].flatMap(metricsIn);
  const ours = asked.filter(({ name }) => name.startsWith('talos_operator_'));
  assert.ok(ours.length > 10);
  const known = new Map<string, readonly string[]>();
  for (const metric of await createMetrics({ version: '' }).registry.getMetricsAsArray()) {
    const { labelNames = [] } = metric as { readonly labelNames?: readonly string[] };
    for (const part of PARTS) known.set(`${metric.name}${part}`, labelNames);
  }
  for (const { name, labels } of ours) {
    assert.ok(known.has(name), `${name} is none of the operator's metrics`);
    for (const label of labels) assert.ok(known.get(name)?.includes(label), `${name} has no label ${label}`);
  }
});

test('every alert says what it is and has a runbook that is there', async () => {
  const { groups } = await readRules();
  const alerts = groups.flatMap(({ rules }) => rules);
  assert.equal(new Set(alerts.map(({ alert }) => alert)).size, alerts.length);
  for (const { alert, annotations } of alerts) {
    const { summary = '', description = '', runbook_url: runbook = '' } = annotations;
    assert.ok(summary !== '' && description !== '', alert);
    assert.match(runbook, /^docs\/runbooks\/[a-z-]+\.md$/, alert);
    assert.ok(existsSync(join(projectRoot, runbook)), `${alert}: there is no ${runbook}`);
  }
});

test('what an expression asks for is found, and nothing else', () => {
  const expr =
    'sum by (le, kind) (rate(talos_a_bucket{mode!~"idle|talos_b",x="1"}[15m])) / on(node) talos_c > 2 * 86400';
  assert.deepEqual(metricsIn(expr), [
    { name: 'talos_a_bucket', labels: ['mode', 'x'] },
    { name: 'talos_c', labels: [] },
  ]);
});
