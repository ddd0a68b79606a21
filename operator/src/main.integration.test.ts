import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type ControlPlane, startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { bundle, nodeBinary } from '@talos/image/bundle.ts';
import { create, find, patchStatus } from '@talos/lib/kube/apply.ts';
import { defineResource } from '@talos/lib/kube/objects.ts';
import { LEASES, NODES } from '@talos/lib/kube/resources.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { createSecrets } from '@talos/lib/trust/secrets.ts';
import { issue } from '@talos/lib/trust/x509.ts';
import { parse } from 'yaml';
import { LEASE, NAMESPACE } from './resources.ts';
import { install } from './testing/install.testing.ts';

/** docs/benchmarks.md holds it to this. */
const RSS_BAR_MB = 100;

const RBAC = 'rbac.authorization.k8s.io';
const BINDINGS = defineResource({
  group: RBAC,
  version: 'v1',
  kind: 'ClusterRoleBinding',
  plural: 'clusterrolebindings',
  namespaced: false,
});
const SERVICE_ACCOUNTS = defineResource({
  group: '',
  version: 'v1',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  namespaced: true,
});

describe('the shipped bundle of the operator', () => {
  const signal = AbortSignal.timeout(180_000);
  let plane: ControlPlane;
  let directory: string;
  let environment: Record<string, string>;
  let base: string;
  let metricsPort: number;
  let scraper: string;
  let stranger: string;
  const children = new Set<ChildProcess>();

  before(async () => {
    plane = await startControlPlane();
    const installed = await install(plane, signal);
    installed.transport.close();
    directory = await mkdtemp(join(tmpdir(), 'talos-operator-'));
    const { osCA } = await createSecrets({ clusterName: 'test', now: Date.now() });
    const client = await issue({ ca: osCA, ...osClient({ role: 'os:operator', subject: 'talos-operator' }) });
    await Promise.all([
      writeFile(join(directory, 'operator.mjs'), (await bundle('operator/src/main.ts')).content),
      mount('account', { token: installed.token, 'ca.crt': installed.ca, namespace: NAMESPACE }),
      mount('client', { 'ca.crt': osCA.cert, 'tls.crt': client.certPem, 'tls.key': client.keyPem }),
    ]);
    const { hostname, port } = new URL(plane.server);
    const probe = await freePort();
    base = `http://127.0.0.1:${probe}`;
    metricsPort = await freePort();
    scraper = await tokenOf('prometheus', true);
    stranger = await tokenOf('stranger', false);
    environment = {
      // of the image
      MALLOC_ARENA_MAX: '2',
      ...(await environmentOfPod()),
      NODE_NAME: 'cp-1',
      KUBERNETES_SERVICE_HOST: hostname,
      KUBERNETES_SERVICE_PORT: port,
      TALOS_PROBE_ADDRESS: `127.0.0.1:${probe}`,
      TALOS_METRICS_PORT: String(metricsPort),
      TALOS_SERVICE_ACCOUNT_DIRECTORY: join(directory, 'account'),
      TALOS_CLIENT_DIRECTORY: join(directory, 'client'),
    };
    // a node whose agent does not answer: polling it is part of the work
    await create(plane.transport, NODES, { metadata: { name: 'cp-1' }, spec: {} }, { signal });
    const addresses = [{ type: 'InternalIP', address: '127.0.0.1' }];
    await patchStatus(plane.transport, NODES, { name: 'cp-1' }, { addresses }, { signal });
  });

  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await plane?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('leads with the rights of its account, stays small, and releases the Lease when it is stopped', async (context) => {
    const child = start();
    await until(async () => (await fetch(`${base}/readyz`)).ok && (await leads()), child);
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
    await until(async () => (await metrics(scraper)).text.includes('talos_operator_leader 1'), child);
    await until(async () => (await metrics(scraper)).text.includes('talos_operator_agents'), child);
    assert.equal((await metrics('no-token')).status, 401);
    assert.equal((await metrics(stranger)).status, 403, 'an account of the cluster that nobody lets read them');
    const rss = await rssMb(child.pid);
    context.diagnostic(`RSS ${rss.toFixed(1)} MB`);
    assert.ok(rss <= RSS_BAR_MB, `${rss} MB of memory, at most ${RSS_BAR_MB} are meant`);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, output.join(''));
    assert.equal(await holder(), '');
    assert.ok(!output.join('').includes('"level":50'), output.join(''));
  });

  it('leads again at once when it was killed: the Lease in its name is its own', async () => {
    const first = start();
    await until(leads, first);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const before = await epoch();
    const second = start();
    await until(async () => (await epoch()) > before, second);
    assert.equal(await holder(), 'cp-1');
    second.kill('SIGTERM');
    await once(second, 'exit');
  });

  it('says what it lacks, and fails', async () => {
    const child = start({ TALOS_CLIENT_DIRECTORY: join(directory, 'nothing') });
    const [code] = await once(child, 'exit');
    assert.equal(code, 1);
    assert.match(output.join(''), /talos-operator-client/);
  });

  let output: string[] = [];

  function start(overrides: Record<string, string> = {}): ChildProcess {
    output = [];
    const child = spawn(nodeBinary('amd64'), [join(directory, 'operator.mjs')], {
      env: { ...environment, ...overrides },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  }

  const lease = () => find(plane.transport, LEASES, { namespace: NAMESPACE, name: LEASE }, { signal });
  const holder = async () => (await lease())?.spec?.holderIdentity;
  const epoch = async () => (await lease())?.spec?.leaseTransitions ?? 0;
  const leads = async () => (await holder()) === 'cp-1';

  const metrics = (token: string) =>
    new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const about = { host: '127.0.0.1', port: metricsPort, path: '/metrics', headers, agent: false };
      request({ ...about, rejectUnauthorized: false }, async (response) =>
        resolve({ status: response.statusCode, text: (await response.toArray()).join('') }),
      )
        .on('error', reject)
        .end();
    });

  /** Of an account of its own; with the role that reads metrics or without it. */
  async function tokenOf(name: string, reads: boolean): Promise<string> {
    const namespace = 'default';
    await create(plane.transport, SERVICE_ACCOUNTS, { metadata: { name, namespace } }, { signal });
    if (reads) {
      const roleRef = { apiGroup: RBAC, kind: 'ClusterRole', name: 'talos-operator-metrics-reader' };
      const subjects = [{ kind: 'ServiceAccount', name, namespace }];
      await create(plane.transport, BINDINGS, { metadata: { name }, roleRef, subjects } as never, { signal });
    }
    const { status } = await plane.transport.request<{ status: { token: string } }>({
      method: 'POST',
      path: `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
      body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
      signal,
    });
    return status.token;
  }

  async function until(check: () => Promise<boolean>, child: ChildProcess): Promise<void> {
    while (!(await check().catch(() => false))) {
      signal.throwIfAborted();
      if (child.exitCode !== null) throw new Error(`the operator has ended:\n${output.join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function mount(name: string, files: Record<string, string>): Promise<void> {
    await mkdir(join(directory, name));
    for (const [file, content] of Object.entries(files)) await writeFile(join(directory, name, file), content);
  }
});

/** What deploy/base sets to plain values. */
async function environmentOfPod(): Promise<Record<string, string>> {
  const text = await readFile(new URL('../../deploy/base/operator.yaml', import.meta.url), 'utf8');
  const daemonSet = parse(text) as {
    spec: { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } };
  };
  const entries = daemonSet.spec.template.spec.containers[0]?.env ?? [];
  return Object.fromEntries(entries.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

async function rssMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
