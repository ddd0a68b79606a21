/** `osctl support` against nodes that print every secret of a real configuration. */
import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createSecrets, type SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { Config, Etcd, Files, Lifecycle, Network, Services, State, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { extract } from 'tar-stream';
import { ConfigFile } from '../config/file.ts';
import { FakeCluster, type Served, serve } from '../fake-cluster.testing.ts';
import type { Index } from '../support/collect.ts';
import { undocumented } from '../transcripts/shape.testing.ts';

let cluster: FakeCluster;
let secrets: SecretsBundle;

before(async () => {
  cluster = await FakeCluster.start();
  secrets = await createSecrets({ clusterName: 'test', now: Date.now() });
  await cluster.node('cp-1', ...node('control-plane'));
  await cluster.node('w-1', ...node('worker'));
});
after(() => cluster.close());

function node(role: string): readonly Served[] {
  const spill = [JSON.stringify({ secrets }), secrets.osCA.key, `password: hunter2-hunter2`];
  async function* log(name: string) {
    yield* [name, ...spill].map((line) => ({ timeMs: 1, line: Buffer.from(line) }));
  }
  return [
    serve(System, {
      version: async () => ({ version: '1.0.0' }),
      status: async () => ({ role, stage: 'RUNNING' }),
      processes: async () => ({ processes: [{ pid: 1, commandLine: 'init' }] }),
      kernelLog: () => log('kernel'),
      events: async function* () {
        yield { id: 1, type: 'boot', message: secrets.bootstrapToken };
      },
    }),
    serve(Network, {
      sockets: async function* ({ network }) {
        if (network?.all) yield { pod: 'kube-system/dns', protocol: 'tcp', state: 'listen', localPort: 53 };
      },
    }),
    serve(Services, {
      list: async () => ({ services: [{ id: 'kubelet' }] }),
      logs: ({ id }) => log(id),
    }),
    serve(State, {
      async *get({ kind }) {
        const resource = (id: string, spec: object) => ({ kind, id, version: 'v', spec: JSON.stringify(spec) });
        if (kind === 'kind') {
          yield { type: 'CREATED', resource: resource('mount', { sensitive: false }) };
          yield { type: 'CREATED', resource: resource('trust', { sensitive: true }) };
        } else yield { type: 'CREATED', resource: resource('/var', { fsType: 'ext4' }) };
      },
    }),
    serve(Lifecycle, { listOperations: async () => ({ operations: [] }) }),
    serve(Config, {
      get: async () => ({ documents: `kind: TrustConfig\nspec:\n  bootstrapToken: ${secrets.bootstrapToken}\n` }),
    }),
    serve(Files, {
      list: async function* () {
        for (const pod of ['kube-system_dns_u1/coredns', 'default_app_u2/app']) {
          yield { path: `/var/log/pods/${pod}`, type: 'directory' };
        }
      },
    }),
    serve(Etcd, { status: async () => ({ leaderId: 'a' }) }),
  ];
}

/** Everything in it that is no structure. */
function valuesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}

async function unpack(path: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const tar = extract();
  tar.end(gunzipSync(await readFile(path)));
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.set(entry.header.name.replace(/^support-test-\d{8}-\d{6}\//, ''), Buffer.concat(chunks).toString());
  }
  return files;
}

test('everything of every node is in one archive, and no secret of the cluster', async () => {
  const path = join(cluster.directory, 'support.tar.gz');
  const { code, stdout, stderr } = await cluster.run(['support', path]);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /support\.tar\.gz: \d+ files/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  const files = await unpack(path);
  const index = JSON.parse(files.get('index.json') ?? '') as Index;
  assert.deepEqual(
    [...files.keys()].filter((name) => name !== 'index.json').sort(),
    index.entries.map((one) => one.path).sort(),
  );
  for (const name of [
    'system/version.json',
    'system/status.json',
    'system/processes.json',
    'network/sockets.jsonl',
    'services.json',
    'operations.json',
    'state/mount.json',
    'config.yaml',
    'dmesg.log',
    'events.jsonl',
    'logs/kubelet.log',
    'logs/kube-system_dns_coredns.log',
  ]) {
    assert.ok(files.has(`nodes/cp-1/${name}`), name);
    assert.ok(files.has(`nodes/w-1/${name}`), name);
  }
  assert.ok(!files.has('nodes/cp-1/state/trust.json'));
  assert.ok(files.has('nodes/cp-1/etcd/status.json'));
  assert.ok(!files.has('nodes/w-1/etcd/status.json'));
  assert.match(files.get('nodes/w-1/logs/kubelet.log') ?? '', /kubelet\n/);
  assert.match(files.get('nodes/w-1/network/sockets.jsonl') ?? '', /^\{"pod":"kube-system\/dns".*\}\n$/);
  // Other people's pods are not ours to hand on.
  assert.ok(!index.entries.some((one) => one.path.includes('default')));

  const whole = [...files.values()].join('\n');
  const { key } = (await new ConfigFile(cluster.configPath).context(undefined)).context;
  const values = [...valuesOf(secrets), key].filter((one) => !one.includes('CERTIFICATE') && one !== 'test');
  assert.ok(values.length >= 8);
  // A key's first two lines: what follows in those of ECDSA is the public half, which the certificate has, too.
  const lines = values.flatMap((one) =>
    one
      .split('\n')
      .filter((line) => line.length >= 16 && !line.startsWith('---'))
      .slice(0, 2),
  );
  for (const secret of [...lines, 'hunter2-hunter2', 'PRIVATE KEY']) assert.ok(!whole.includes(secret), secret);
});

test('what cannot be had is in the index with its reason; a node that is away makes it partial', async () => {
  await cluster.stop('w-1');
  const path = join(cluster.directory, 'partial.tar.gz');
  const { code, stdout, stderr } = await cluster.run(['-o', 'json', 'support', path]);
  assert.equal(code, 1);
  assert.deepEqual(undocumented('support', stdout), []);
  assert.match(stderr, /missing: nodes\/w-1\/: node w-1 .*ECONNREFUSED/);
  const files = await unpack(path);
  const index = JSON.parse(files.get('index.json') ?? '') as Index;
  const why = (name: string) => index.missing.find((one) => one.path === name)?.why ?? '';
  assert.match(why('nodes/w-1/'), /ECONNREFUSED/);
  assert.match(why('nodes/cp-1/etcd/members.json'), /does not implement/);
  assert.match(why('kubernetes/'), /kubeconfig/);
  assert.ok(files.has('nodes/cp-1/system/status.json'));
});

test('an interrupt leaves no file, not even a part of one', async () => {
  const controller = new AbortController();
  const run = cluster.run(['support', join(cluster.directory, 'cut.tar.gz')], {
    signal: controller.signal,
    onError: () => controller.abort(),
  });
  assert.equal((await run).code, 130);
  assert.deepEqual(
    (await readdir(cluster.directory)).filter((name) => name.startsWith('cut')),
    [],
  );
});
