/** Alerts for the Prometheus Operator, the dashboard, and the reference of the operator's metrics. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createMetrics } from '@talos/operator/src/telemetry/metrics.ts';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../run.ts';

const PLACE = 'deploy/monitoring';

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}
export interface RuleGroups {
  readonly groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[];
}

interface Panel {
  readonly title: string;
  readonly queries: readonly (readonly [expr: string, legend: string])[];
  readonly unit?: string;
  readonly kind?: 'timeseries' | 'stat';
}

const PANELS: readonly Panel[] = [
  { title: 'Rollout', kind: 'stat', queries: [['talos_operator_rollout_phase == 1', '{{phase}}']] },
  { title: 'Operators that lead', kind: 'stat', queries: [['sum(talos_operator_leader)', 'leader']] },
  { title: 'Nodes by phase', queries: [['sum by (phase) (talos_operator_nodes)', '{{phase}}']] },
  { title: 'Agents', queries: [['sum by (reachable) (talos_operator_agents)', 'reachable: {{reachable}}']] },
  {
    title: 'What has been in the way, and for how long',
    unit: 's',
    queries: [['time() - min by (code, owner) (talos_operator_blocked_since_seconds)', '{{code}} ({{owner}})']],
  },
  {
    title: 'Steps of the plan, 90th percentile',
    unit: 's',
    queries: [
      [
        'histogram_quantile(0.9, sum by (le, kind) (rate(talos_operator_step_duration_seconds_bucket[15m])))',
        '{{kind}}',
      ],
    ],
  },
  {
    title: 'Calls to agents that failed',
    unit: 'cps',
    queries: [
      [
        'sum by (method, code) (rate(talos_operator_agent_call_duration_seconds_count{code!="OK"}[5m]))',
        '{{method}} {{code}}',
      ],
    ],
  },
  {
    title: 'Memory of the operator',
    unit: 'bytes',
    queries: [['talos_operator_resident_memory_bytes', '{{instance}}']],
  },
  { title: 'Healthy nodes', kind: 'stat', queries: [['sum(talos_healthy)', 'healthy']] },
  {
    title: 'Restarts of services',
    queries: [
      ['sum by (instance, service) (increase(talos_service_restarts_total[15m])) > 0', '{{instance}} {{service}}'],
    ],
  },
  {
    title: 'Processors at work',
    unit: 'percentunit',
    queries: [
      [
        'sum by (instance) (rate(talos_cpu_seconds_total{mode!~"idle|iowait"}[5m])) / sum by (instance) (rate(talos_cpu_seconds_total[5m]))',
        '{{instance}}',
      ],
    ],
  },
  {
    title: 'Memory available',
    unit: 'percentunit',
    queries: [['talos_memory_available_bytes / talos_memory_total_bytes', '{{instance}}']],
  },
  {
    title: 'Disks used',
    unit: 'percentunit',
    queries: [['1 - talos_filesystem_available_bytes / talos_filesystem_size_bytes', '{{instance}} {{mountpoint}}']],
  },
  {
    title: 'Certificates end in',
    unit: 's',
    queries: [['bottomk(10, talos_certificate_not_after_seconds - time())', '{{instance}} {{certificate}}']],
  },
  {
    title: 'Calls of the OS API refused',
    unit: 'cps',
    queries: [['sum by (instance, reason) (rate(talos_api_refusals_total[5m]))', '{{instance}} {{reason}}']],
  },
];

const WIDTH = 12;
const HEIGHT = 8;

export function dashboard() {
  const datasource = { type: 'prometheus', uid: '$datasource' };
  return {
    title: 'Talos',
    uid: 'talos-cluster',
    schemaVersion: 39,
    editable: true,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Prometheus' }] },
    panels: PANELS.map(({ title, kind = 'timeseries', unit = 'short', queries }, index) => ({
      id: index + 1,
      title,
      type: kind,
      datasource,
      gridPos: { x: (index % 2) * WIDTH, y: Math.floor(index / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
      fieldConfig: { defaults: { unit }, overrides: [] },
      targets: queries.map(([expr, legendFormat], at) => ({
        refId: String.fromCharCode(65 + at),
        datasource,
        expr,
        legendFormat,
      })),
    })),
  };
}

/** The metrics of ours that an expression asks for, with the labels that it matches. */
export function metricsIn(expr: string): readonly { readonly name: string; readonly labels: readonly string[] }[] {
  const plain = expr.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return [...plain.matchAll(/\b(talos_\w+)(?:\{([^}]*)\})?/g)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
  }));
}

export async function readRules(): Promise<RuleGroups> {
  return parse(await readFile(join(projectRoot, PLACE, 'rules.yaml'), 'utf8')) as RuleGroups;
}

export async function generateMonitoring(): Promise<ReadonlyMap<string, string>> {
  const { groups } = await readRules();
  const rule = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'talos', namespace: 'talos-system', labels: { 'app.kubernetes.io/part-of': 'talos' } },
    spec: { groups },
  };
  return new Map([
    [
      `${PLACE}/prometheusrule.yaml`,
      `# Generated from rules.yaml by \`npm run gen\`.\n${stringify(rule, { lineWidth: 0 })}`,
    ],
    [`${PLACE}/dashboard.json`, `${JSON.stringify(dashboard(), undefined, 2)}\n`],
    ['docs/reference/operator-metrics.md', await reference(groups)],
  ]);
}

async function reference(groups: RuleGroups['groups']): Promise<string> {
  const metrics = await createMetrics({ version: '' }).registry.getMetricsAsArray();
  const rows = metrics.map((metric) => {
    const {
      name,
      help,
      type,
      labelNames = [],
    } = metric as typeof metric & {
      readonly type: string;
      readonly labelNames?: readonly string[];
    };
    return `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(', ')} | ${help} |`;
  });
  const alerts = groups.flatMap(({ rules }) =>
    rules.map(({ alert, annotations: { description = '', runbook_url: url = '' } }) => {
      return `| \`${alert}\` | ${description} | [${basename(url, '.md')}](../runbooks/${basename(url)}) |`;
    }),
  );
  return `<!-- Generated from operator/src/telemetry/metrics.ts and ${PLACE}/rules.yaml by \`npm run gen\`. Do not edit. -->
# Metrics of the operator

At \`https://NODE:50003/metrics\` of each node that an operator runs on, to whoever shows the bearer token of an account with the ClusterRole
\`talos-operator-metrics-reader\`. The certificate is made anew at each start and signed by itself. The operator that leads tells of the
cluster, the others of themselves only. [Watch a cluster](../how-to/watch-a-cluster.md) sets Prometheus up.

| metric | type | labels | what |
| --- | --- | --- | --- |
${rows.join('\n')}

Alerts of \`${PLACE}/rules.yaml\`, which also use the [metrics of a node](metrics.md):

| alert | what | runbook |
| --- | --- | --- |
${alerts.join('\n')}
`;
}
