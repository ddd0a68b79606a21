import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { SECRET_PATHS } from './canonical.ts';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_STRAY_KEY, EXAMPLE_WORKER, EXAMPLE_WORKER_YAML } from './example.ts';
import { CONFIG_SCHEMAS, generateConfigValidators } from './generate.ts';
import {
  configHash,
  diffDocuments,
  digestKey,
  formatIssue,
  impactOf,
  KIND_FIELDS,
  maskSecrets,
  type NodeDocuments,
  parseDocuments,
  parseNodeDocuments,
  renderDocuments,
  renderRedacted,
  restoreSecrets,
  type SubmittedDocuments,
  secretDigest,
} from './index.ts';

const HEAD = 'apiVersion: osctl.dev/v1alpha1\n';
const issuesOf = (input: string | Uint8Array) => parseDocuments(input).errors.map(formatIssue);
const withSystem = (fields: string) => EXAMPLE_WORKER_YAML.replace('  role: worker\n', `  role: worker\n${fields}`);
const change = <T extends SubmittedDocuments>(documents: T, changes: object): T => ({ ...documents, ...changes });
const password = 'correct horse battery staple';
const withPassword = (value: string): NodeDocuments =>
  change(EXAMPLE_WORKER, { registry: { auth: { 'osctl.dev': { username: 'node', password: value } } } });

describe('parsing', () => {
  for (const documents of [EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER]) {
    test(`what is rendered for a ${documents.system.role} is read back as it was`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(parseNodeDocuments(renderDocuments(documents)))), documents);
    });
  }

  test('several errors come at once, each with its path and what is expected', () => {
    const text = withSystem('  nodename: x\n  sysctls: {"net.ipv4.ip_forward": 1}\n').replace(
      'dnsDomain: cluster.local',
      'dnsDomain: Not A Name',
    );
    assert.deepEqual(issuesOf(text), [
      'SystemConfig.spec.nodename: is not a field; did you mean nodeName? (known: nodeName, role, sysctls, allowDebug)',
      'SystemConfig.spec.sysctls["net.ipv4.ip_forward"]: must be a string of one line (quote numbers), not a number',
      'ClusterConfig.spec.dnsDomain: must be a DNS name in lower case',
    ]);
  });

  const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['nothing', '', /is empty/],
    [
      'a truncated file',
      EXAMPLE_WORKER_YAML.slice(0, EXAMPLE_WORKER_YAML.indexOf('BEGIN CERTIFICATE')),
      /^(line|Trust)/,
    ],
    ['a cut string', `${HEAD}kind: SystemConfig\nspec: {nodeName: "a`, /^line 3.*not valid YAML/],
    ['more than 1 MiB', `# ${'x'.repeat(1024 * 1024)}`, /at most 1048576/],
    ['bytes that are no text', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xff]), /not UTF-8/],
    ['control characters', `${HEAD}kind: "a\u0000"`, /control characters/],
    ['billion laughs', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]', /anchor/],
    ['an alias of nothing', 'a: *b', /./],
    ['a tag', `${HEAD}kind: !!set {a}`, /tag|kind/],
    ['brackets without end', '['.repeat(100_000), /not valid YAML/],
    ['deep maps', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), /nested/],
    ['a key twice', `${HEAD}kind: SystemConfig\nspec: {role: worker, role: worker}`, /"role" twice/],
    ['a kind twice', `${EXAMPLE_WORKER_YAML}---\n${HEAD}kind: SystemConfig\nspec: {}`, /SystemConfig: is there twice/],
    ['a list', '- a\n- b', /must be a map with apiVersion/],
    ['__proto__', `${HEAD}kind: SystemConfig\nspec: {__proto__: {role: worker}}`, /never a field/],
    ['constructor as a kind', `${HEAD}kind: constructor\nspec: {}`, /is not a kind/],
    ['a misspelt kind', `${HEAD}kind: SystemConfg\nspec: {}`, /did you mean SystemConfig/],
    [
      'a misspelt field of the document',
      `${EXAMPLE_WORKER_YAML.replace('spec:', 'spce:')}`,
      /SystemConfig.spce.*did you mean spec/,
    ],
    [
      'another version',
      EXAMPLE_WORKER_YAML.replace('v1alpha1', 'v1'),
      /SystemConfig.apiVersion: must be osctl.dev\/v1alpha1/,
    ],
    [
      'a spec that is a string',
      `${HEAD}kind: SystemConfig\nspec: "x"`,
      /SystemConfig.spec: must be a map, not a string/,
    ],
    ['a number as a key', `${HEAD}kind: SystemConfig\nspec: {1: x}`, /key that is not a string/],
    ['no ClusterConfig', `${HEAD}kind: SystemConfig\nspec: {nodeName: a, role: worker}`, /ClusterConfig: is required/],
    ['too many documents', '---\na: 1\n'.repeat(40), /at most 32/],
    [
      'an address that is none',
      EXAMPLE_WORKER_YAML.replace('- 10.5.0.2\n', '- 10.5.0.256\n'),
      /controlPlanes\[0\]: must be an IP/,
    ],
    [
      "a node in the pods' range",
      EXAMPLE_WORKER_YAML.replace('- 10.5.0.2\n', '- 10.244.0.2\n'),
      /not be inside.*podCIDR/,
    ],
    ['ranges that overlap', EXAMPLE_WORKER_YAML.replace('10.244.0.0/16', '10.0.0.0/8'), /must not overlap/],
    ['a port that is none', EXAMPLE_WORKER_YAML.replace(':6443', ':99999'), /port from 1 to 65535/],
    ['eighty thousand keys', `x:\n${Array.from({ length: 80_000 }, (_, i) => ` k${i}: 1\n`).join('')}`, /kind/],
  ];
  for (const [name, input, expected] of refused) {
    test(`refuses ${name}`, () => {
      const issues = issuesOf(input);
      assert.ok(issues.length >= 1 && issues.length <= 20);
      assert.match(issues.join('\n'), expected);
    });
  }

  test('errors of any kind carry no value', () => {
    const secret = 'hunter2-hunter2';
    for (const text of [
      EXAMPLE_WORKER_YAML.replace('abcdef.0123456789abcdef', secret),
      EXAMPLE_WORKER_YAML.replace('abcdef.0123456789abcdef', `"${secret}`),
      EXAMPLE_WORKER_YAML.replace('abcdef.0123456789abcdef', `{${secret}: `),
      EXAMPLE_WORKER_YAML.replace('abcdef.0123456789abcdef', `*${secret}`),
    ]) {
      assert.ok(text.includes(secret));
      const issues = issuesOf(text).join('\n');
      assert.notEqual(issues, '');
      assert.ok(!issues.includes(secret), issues);
    }
  });
});

describe('trust', () => {
  const trust = EXAMPLE_CONTROL_PLANE.trust;
  const { key: _key, ...certOnly } = trust.osCA;
  const check = (documents: NodeDocuments) => issuesOf(renderDocuments(documents));

  test('a worker must not carry what only a control plane may', () => {
    const { join, bootstrapToken } = EXAMPLE_WORKER.trust;
    const issues = check(change(EXAMPLE_WORKER, { trust: { ...trust, join, bootstrapToken } }));
    assert.deepEqual(
      issues.map((issue) => issue.split(':')[0]),
      ['osCA.key', 'kubernetesCA.key', 'frontProxyCA', 'etcdCA', 'serviceAccountKey'].map(
        (n) => `TrustConfig.spec.${n}`,
      ),
    );
  });
  test('a control plane needs its keys', () => {
    const issues = check(
      change(EXAMPLE_CONTROL_PLANE, {
        trust: { osCA: certOnly, kubernetesCA: certOnly, digestKey: trust.digestKey },
      }),
    );
    assert.equal(issues.length, 5);
    for (const issue of issues) assert.match(issue, /is required on a control plane/);
  });
  test("a key must be its certificate's", () => {
    const issues = check(
      change(EXAMPLE_CONTROL_PLANE, { trust: { ...trust, etcdCA: { cert: trust.osCA.cert, key: EXAMPLE_STRAY_KEY } } }),
    );
    assert.deepEqual(issues, ['TrustConfig.spec.etcdCA.key: must belong to TrustConfig.spec.etcdCA.cert']);
  });
  test('what is accepted beside the issuing authority is one, too', () => {
    const acceptedOSCAs = [EXAMPLE_WORKER.trust.join!.cert, trust.osCA.cert];
    assert.deepEqual(check(change(EXAMPLE_WORKER, { trust: { ...EXAMPLE_WORKER.trust, acceptedOSCAs } })), [
      'TrustConfig.spec.acceptedOSCAs[0]: must be the certificate of an authority (CA:TRUE)',
    ]);
  });
  test('may be left out of a submission, never of a node', () => {
    const { trust: _trust, ...rest } = EXAMPLE_WORKER;
    const text = renderDocuments(rest);
    assert.equal(parseDocuments(text).documents?.trust, undefined);
    assert.throws(() => parseNodeDocuments(text), /TrustConfig: is required/);
  });
});

describe('hash and secrets', () => {
  const key = digestKey(EXAMPLE_WORKER.trust);

  test('does not depend on order, on trust, or on empty documents being written', () => {
    const shuffled = EXAMPLE_WORKER_YAML.split(/^---\n/m)
      .reverse()
      .join('---\n');
    const extra = `${shuffled}---\n${HEAD}kind: KubeletConfig\nspec: {}\n`;
    const other = change(parseNodeDocuments(extra), { trust: EXAMPLE_CONTROL_PLANE.trust });
    assert.equal(configHash(other, key), configHash(EXAMPLE_WORKER, key));
    assert.match(configHash(other, key), /^sha256:[0-9a-f]{64}$/);
  });
  test('tells secret values apart without showing them', () => {
    assert.notEqual(configHash(withPassword(password), key), configHash(withPassword('other'), key));
    const shown = renderRedacted(withPassword(password), key);
    assert.ok(!shown.includes(password) && !shown.includes('PRIVATE KEY') && !shown.includes('TrustConfig'));
    assert.match(shown, /password: hmac-sha256:[0-9a-f]{64}/);
  });
  test('a digest says nothing to whoever knows all that is public of the cluster', () => {
    const other = digestKey({ digestKey: Buffer.alloc(32, 7).toString('base64') });
    assert.notEqual(renderRedacted(withPassword(password), other), renderRedacted(withPassword(password), key));
    assert.equal(secretDigest(key, 'x'), secretDigest(digestKey(EXAMPLE_CONTROL_PLANE.trust), 'x'));
  });
  test('what was read can be sent back', () => {
    const current = withPassword(password);
    const masked = maskSecrets(current, key);
    assert.equal(restoreSecrets(masked, current, key).documents.registry.auth?.['osctl.dev']?.password, password);
    assert.deepEqual(restoreSecrets(masked, withPassword('changed since'), key).unknown, [
      ['registry', 'auth', 'osctl.dev', 'password'],
    ]);
  });
  test("the table of secret paths is the schemas' own", () => {
    const marked: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { secret, properties, patternProperties } = schema as Record<string, Record<string, unknown> | undefined>;
      if (secret) marked.push(path);
      for (const [name, value] of Object.entries(properties ?? {})) walk(value, `${path}.${name}`);
      for (const value of Object.values(patternProperties ?? {})) walk(value, `${path}.*`);
    };
    for (const [kind, schema] of Object.entries(CONFIG_SCHEMAS)) {
      walk(schema, KIND_FIELDS[kind as keyof typeof KIND_FIELDS]);
    }
    assert.deepEqual(
      marked.filter((path) => !path.startsWith('trust.')),
      SECRET_PATHS.map((path) => path.join('.')),
    );
  });
});

describe('disruption', () => {
  const from = EXAMPLE_WORKER;
  const cases: readonly (readonly [string, Partial<NodeDocuments>, string, readonly string[]])[] = [
    ['nothing', {}, 'NONE', []],
    ['allowDebug', { system: { ...from.system, allowDebug: true } }, 'NONE', []],
    ['sysctls', { system: { ...from.system, sysctls: { 'vm.max_map_count': '262144' } } }, 'NONE', []],
    ['a node name', { system: { ...from.system, nodeName: 'x' } }, 'REBOOT', []],
    ['name servers', { network: { nameservers: ['1.1.1.1'] } }, 'NONE', []],
    ['the kubelet', { kubelet: { extraConfig: { maxPods: 50 } } }, 'SERVICE_RESTART', ['kubelet']],
    ['a mirror', { registry: {} }, 'NONE', []],
    ['the cluster', { cluster: { ...from.cluster, dnsDomain: 'c.local' } }, 'REBOOT', []],
    ['a control plane more', { cluster: { ...from.cluster, controlPlanes: ['10.5.0.2', '10.5.0.3'] } }, 'NONE', []],
    ['another OS CA accepted', { trust: { ...from.trust, acceptedOSCAs: [from.trust.osCA.cert] } }, 'NONE', []],
    ['a denied serial', { trust: { ...from.trust, deniedSerials: ['ab'] } }, 'NONE', []],
    ['an authority', { trust: { ...from.trust, kubernetesCA: { cert: from.trust.join!.cert } } }, 'REBOOT', []],
    [
      'two at once',
      { kubelet: { nodeLabels: { a: 'b' } }, cluster: { ...from.cluster, name: 'c' } },
      'REBOOT',
      ['kubelet'],
    ],
  ];
  for (const [name, changes, disruption, restarts] of cases) {
    test(`${name}: ${disruption}`, () => {
      const impact = impactOf(from, change(from, changes));
      assert.deepEqual([impact.disruption, impact.restarts], [disruption, restarts]);
      assert.equal(impact.changes.length === 0, Object.keys(changes).length === 0);
    });
  }
});

describe('diff', () => {
  const key = digestKey(EXAMPLE_WORKER.trust);
  test('is empty when nothing changes', () => assert.equal(diffDocuments(EXAMPLE_WORKER, EXAMPLE_WORKER, key), ''));
  test('is unified, with context', () => {
    const next = change(EXAMPLE_WORKER, { network: { nameservers: ['10.5.0.1', '9.9.9.9'] } });
    assert.equal(
      diffDocuments(EXAMPLE_WORKER, next, key),
      [
        '--- current',
        '+++ proposed',
        '@@ -9,6 +9,7 @@',
        ' spec:',
        '   nameservers:',
        '     - 10.5.0.1',
        '+    - 9.9.9.9',
        ' ---',
        ' apiVersion: osctl.dev/v1alpha1',
        ' kind: ClusterConfig',
        '',
      ].join('\n'),
    );
  });
  test('says that a secret changes, not to what', () => {
    const text = diffDocuments(
      withPassword(password),
      change(withPassword('other'), { trust: { ...EXAMPLE_WORKER.trust, bootstrapToken: 'zzzzzz.0123456789abcdef' } }),
      key,
    );
    assert.match(text, /^-.*hmac-sha256.*\n\+.*hmac-sha256/m);
    assert.match(text, /TrustConfig.spec.bootstrapToken changes/);
    assert.ok(!text.includes(password) && !text.includes('zzzzzz'));
  });
});

test('the generated validators are up to date', async () => {
  for (const [path, content] of await generateConfigValidators()) {
    assert.equal(
      await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'),
      content,
      `${path}: run npm run gen`,
    );
  }
});
