/** Gate: what must hold in the cluster before another node is disturbed, and while the nodes that are done soak. */
import { type Static, Type } from 'typebox';
import { listOf, oneOf, type Rule, text } from './schema.ts';

const label = (description: string, maxLength = 63) =>
  Type.String({ description, pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', minLength: 1, maxLength });

const expression = (description: string) => Type.String({ description, minLength: 1, maxLength: 4096 });

/** Checks that the field's storage and database operators need, written as CEL in operator/src/gates/presets.ts. */
export const presets = ['CephHealthy', 'LonghornHealthy', 'CloudNativePGHealthy', 'DeploymentsAvailable'] as const;
export type Preset = (typeof presets)[number];

export const GateObjects = Type.Object(
  {
    apiVersion: Type.String({
      description: 'Group and version, e.g. apps/v1.',
      pattern: '^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$',
      maxLength: 253,
    }),
    resource: Type.String({
      description: 'The plural as in its URL, e.g. deployments.',
      pattern: '^[a-z][a-z0-9]*$',
      maxLength: 63,
    }),
    namespace: Type.Optional(label('Only those of this namespace.')),
    labelSelector: Type.Optional(text('Only those with such labels, e.g. app=db,tier!=test.', 1024)),
  },
  {
    description:
      'Which objects. The operator may read what ClusterRoles with the label osctl.dev/aggregate-to-gates: "true" grant; never Secrets.',
  },
);
export type GateObjects = Static<typeof GateObjects>;

export const Gate = Type.Object(
  {
    name: label('Its name, by which it is reported.'),
    preset: Type.Optional(
      Type.Object(
        {
          name: oneOf(presets, 'Which check.'),
          namespace: Type.Optional(label('Only what is in this namespace. DeploymentsAvailable needs it.')),
        },
        { description: 'A check that comes with the operator.' },
      ),
    ),
    cel: Type.Optional(
      Type.Object(
        {
          objects: GateObjects,
          expression: expression(
            'CEL over `objects`, a list of the objects as they are. The gate is open while it is true.',
          ),
          messageExpression: Type.Optional(
            expression('CEL over `objects` that gives a string: why the gate is closed, for people.'),
          ),
        },
        { description: 'An expression over objects of the cluster.' },
      ),
    ),
    prometheus: Type.Optional(
      Type.Object(
        {
          url: Type.Optional(
            Type.String({
              description:
                'Its address as control-plane nodes reach it, e.g. https://prometheus.example.com. They do not know names of Services.',
              pattern: '^https?://[^ @?#]+$',
              maxLength: 512,
            }),
          ),
          service: Type.Optional(
            Type.Object(
              {
                namespace: label('Its namespace.'),
                name: label('Its name.'),
                port: Type.String({
                  description: 'Name or number of its port, e.g. 9090; https:9090 where it speaks TLS.',
                  pattern: '^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
                  maxLength: 32,
                }),
              },
              {
                description:
                  'The Service of one in the cluster, reached through the apiserver; the operator needs `get` on services/proxy for it.',
              },
            ),
          ),
          query: Type.Optional(
            expression('PromQL. The gate is open while it yields at least one sample and none of them is 0.'),
          ),
          noFiringAlerts: Type.Optional(
            Type.Object(
              {
                except: Type.Optional(
                  listOf(Type.String({ minLength: 1, maxLength: 253 }), 64, 'Names of alerts that do not count.'),
                ),
              },
              { description: 'The gate is open while no alert fires. Watchdog and InfoInhibitor never count.' },
            ),
          ),
        },
        { description: 'A question to a Prometheus server.' },
      ),
    ),
    nodeCondition: Type.Optional(
      Type.Object(
        {
          type: Type.String({
            description: 'Type of the condition, e.g. DiskPressure.',
            pattern: '^[A-Za-z0-9./_-]+$',
            maxLength: 316,
          }),
          status: oneOf(['True', 'False', 'Unknown'], 'What it must be on every node that has it.'),
        },
        { description: 'A condition of the nodes, as kubelets and node-problem-detector set them.' },
      ),
    ),
  },
  {
    description:
      'What must hold before a node is begun and while the nodes that are done soak: exactly one of preset, cel, prometheus and nodeCondition. One that cannot be evaluated is closed.',
  },
);
export type Gate = Static<typeof Gate>;

const ways = ['preset', 'cel', 'prometheus', 'nodeCondition'] as const;
const count = (of: string, fields: readonly string[]) =>
  fields.map((field) => `(has(${of}.${field}) ? 1 : 0)`).join(' + ');

/** Rules of Machine.spec.rollout.gates, at the object that holds them. */
export const gateRules = (at: string): readonly Rule[] => [
  {
    at,
    field: 'gates',
    cel: '!has(self.gates) || self.gates.all(g, self.gates.exists_one(h, h.name == g.name))',
    message: 'two gates can not have one name',
    holds: ({ gates = [] }: { gates?: readonly Gate[] }) =>
      new Set(gates.map(({ name }) => name)).size === gates.length,
  },
  {
    at,
    field: 'gates',
    cel: `!has(self.gates) || self.gates.all(g, ${count('g', ways)} == 1)`,
    message: `a gate has exactly one of ${ways.join(', ')}`,
    holds: (self) =>
      (self.gates ?? []).every((gate: Gate) => ways.filter((way) => gate[way] !== undefined).length === 1),
  },
  ...[
    ['url', 'service'],
    ['query', 'noFiringAlerts'],
  ].map(
    (either): Rule => ({
      at,
      field: 'gates',
      cel: `!has(self.gates) || self.gates.all(g, !has(g.prometheus) || ${count('g.prometheus', either)} == 1)`,
      message: `prometheus of a gate has exactly one of ${either.join(', ')}`,
      holds: (self) =>
        (self.gates ?? []).every(
          ({ prometheus }: Gate) =>
            prometheus === undefined || either.filter((field) => field in prometheus).length === 1,
        ),
    }),
  ),
  {
    at,
    field: 'gates',
    cel: "!has(self.gates) || self.gates.all(g, !has(g.preset) || g.preset.name != 'DeploymentsAvailable' || has(g.preset.namespace))",
    message: 'the preset DeploymentsAvailable needs a namespace',
    holds: (self) =>
      (self.gates ?? []).every(
        ({ preset }: Gate) => preset?.name !== 'DeploymentsAvailable' || preset.namespace !== undefined,
      ),
  },
  {
    at,
    field: 'gates',
    cel: "!has(self.gates) || self.gates.all(g, !has(g.cel) || !(g.cel.objects.resource == 'secrets' && g.cel.objects.apiVersion == 'v1'))",
    message: 'a gate never reads Secrets',
    holds: (self) =>
      (self.gates ?? []).every(
        ({ cel }: Gate) => !(cel?.objects.resource === 'secrets' && cel.objects.apiVersion === 'v1'),
      ),
  },
];
