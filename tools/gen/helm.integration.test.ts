import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { type ControlPlane, startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport } from '@talos/lib/kube/transport.ts';
import { uninstall } from '@talos/operator/src/uninstall.ts';
import { operatorObjects } from 'osctl/src/cluster/addons/operator.ts';
import { parse, parseAllDocuments } from 'yaml';
import { getAsset } from '../assets/index.ts';
import { projectRoot } from '../run.ts';

const run = promisify(execFile);
const chart = join(projectRoot, 'deploy/helm/talos-operator');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: object; readonly annotations?: Record<string, string> };
}
interface Node {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: { readonly taints?: readonly { readonly key: string }[] };
}

/** What the Job of `helm uninstall` does, with the account and the rights that the chart gives it; nobody runs pods here. */
async function runHook(plane: ControlPlane, signal: AbortSignal): Promise<void> {
  const { transport } = plane;
  const name = 'talos-operator-uninstall';
  const path = `/apis/batch/v1/namespaces/talos-system/jobs/${name}`;
  for (;;) {
    const isThere = await transport.request({ method: 'GET', path, signal }).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    await systemClock.sleep(50, signal);
  }
  const { status } = await transport.request<{ status: { token: string } }>({
    method: 'POST',
    path: `/api/v1/namespaces/talos-system/serviceaccounts/${name}/token`,
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
    signal,
  });
  const kubeconfig = parse(plane.kubeconfig) as { users: { user: { token: string } }[] };
  const text = JSON.stringify({ ...kubeconfig, users: [{ name: 'test', user: { token: status.token } }] });
  const own = createTransport({ access: await kubeconfigAccess({ text }), userAgent: 'test' });
  await uninstall({ transport: own, clock: systemClock, signal, log: () => {} });
  own.close();
  const now = new Date().toISOString();
  const done = ['SuccessCriteriaMet', 'Complete'].map((type) => ({ type, status: 'True', lastTransitionTime: now }));
  const body = { status: { conditions: done, succeeded: 1, startTime: now, completionTime: now } };
  const contentType = 'application/merge-patch+json';
  await transport.request({ method: 'PATCH', path: `${path}/status`, body, contentType, signal });
}

const keyOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

describe('the Helm chart', () => {
  let helm: string;
  before(async () => {
    helm = await getAsset('helm');
  });

  const render = async (...options: readonly string[]): Promise<readonly Manifest[]> => {
    const args = ['template', 'talos', chart, '--namespace', 'talos-system', ...options];
    const { stdout } = await run(helm, args, { maxBuffer: 16 << 20 });
    return parseAllDocuments(stdout).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
  };
  const daemonSet = async (...options: readonly string[]) =>
    JSON.stringify((await render(...options)).find(({ kind }) => kind === 'DaemonSet'));

  test('is deploy/base, but for the namespace, which is there before it', async () => {
    const rendered = (await render()).filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'] === undefined);
    const base = (await operatorObjects({ operator: 'osctl.dev/operator:latest' } as never)) as readonly Manifest[];
    // What kustomization.yaml adds, and what makes Helm keep the kinds.
    const labelled = base
      .filter(({ kind }) => kind !== 'Namespace')
      .map((object) => {
        const labels = { ...object.metadata.labels, 'app.kubernetes.io/part-of': 'talos' };
        const kept = { ...object.metadata.annotations, 'helm.sh/resource-policy': 'keep' };
        const annotations = object.kind === 'CustomResourceDefinition' ? { annotations: kept } : {};
        return { ...object, metadata: { ...object.metadata, labels, ...annotations } };
      });
    assert.deepEqual(rendered.map(keyOf).sort(), labelled.map(keyOf).sort());
    const byKey = new Map(rendered.map((object) => [keyOf(object), object]));
    for (const object of labelled) assert.deepEqual(byKey.get(keyOf(object)), object, keyOf(object));
    const text = await readFile(join(projectRoot, 'deploy/base/kustomization.yaml'), 'utf8');
    assert.match(text, /app\.kubernetes\.io\/part-of: talos/);
  });

  test('takes the image by digest, tolerations and environment, and no kinds where somebody else brings them', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    assert.match(await daemonSet('--set', `image.digest=${digest}`), new RegExp(`"osctl.dev/operator@${digest}"`));
    const more = await daemonSet(
      '--set',
      'extraTolerations[0].key=own,extraTolerations[0].operator=Exists',
      '--set',
      'extraEnv[0].name=TALOS_LOG_LEVEL,extraEnv[0].value=debug',
    );
    assert.match(more, /\{"key":"own","operator":"Exists"\}\]/);
    assert.match(more, /\{"name":"TALOS_LOG_LEVEL","value":"debug"\}\]/);
    assert.match(more, /osctl\.dev\/updating/);
    const without = await render('--set', 'crds.install=false');
    assert.ok(without.every(({ kind }) => kind !== 'CustomResourceDefinition'));
  });

  test('refuses values that make no operator, and another namespace', async () => {
    for (const [option, told] of [
      ['image.digest=sha256:abc', /digest/],
      ['image.tag=', /image/],
      ['imag.tag=1', /imag/],
      ['crds.install=perhaps', /install/],
      ['image.pullPolicy=Sometimes', /pullPolicy/],
    ] as const) {
      await assert.rejects(render('--set', option), told, option);
    }
    await assert.rejects(render('--namespace', 'elsewhere'), /install it with -n talos-system/);
  });

  test('has a test hook of its own image and no more rights than the operator', async () => {
    const hook = (await render()).find(({ metadata }) => metadata.annotations?.['helm.sh/hook'] === 'test');
    const pod = hook as Manifest & { readonly spec: { containers: { image: string; command: string[] }[] } };
    assert.equal(pod.kind, 'Pod');
    assert.equal(pod.spec.containers[0]?.image, 'osctl.dev/operator:latest');
    // The script is JavaScript that Node takes, and fails where nobody answers.
    const script = pod.spec.containers[0]?.command.at(-1)?.replace('ask(60)', 'ask(0)').replace('8085', '1') ?? '';
    await assert.rejects(run(process.execPath, ['-e', script]), { code: 1 });
  });

  test('installs, upgrades and uninstalls on a real apiserver, which keeps the kinds and what is of them', async () => {
    const plane = await startControlPlane();
    const directory = await mkdtemp(join(tmpdir(), 'talos-helm-'));
    try {
      const kubeconfig = join(directory, 'kubeconfig');
      await writeFile(kubeconfig, plane.kubeconfig, { mode: 0o600 });
      const env = { ...process.env, KUBECONFIG: kubeconfig, HOME: directory, HELM_CACHE_HOME: directory };
      const type = (...args: readonly string[]) => run(helm, [...args, '-n', 'talos-system'], { env });
      const ask = (path: string) => plane.transport.request<{ items: Manifest[] }>({ method: 'GET', path, signal });
      const signal = AbortSignal.timeout(120_000);
      const kinds = async () => {
        const { items } = await ask('/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
        return items.map(({ metadata }) => metadata.name).filter((name) => name.endsWith('.osctl.dev'));
      };
      const daemonSets = async () => {
        const { items } = await ask('/apis/apps/v1/namespaces/talos-system/daemonsets');
        return items.map(({ metadata }) => metadata.name);
      };
      const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'talos-system' } };
      await plane.transport.request({ method: 'POST', path: '/api/v1/namespaces', body, signal });
      await type('install', 'talos', chart);
      assert.equal((await kinds()).length, 5);
      assert.deepEqual(await daemonSets(), ['talos-operator']);
      await type('upgrade', 'talos', chart, '--set', 'image.tag=v2');
      const taint = { key: 'osctl.dev/updating', effect: 'NoSchedule' };
      const labels = { 'node.kubernetes.io/exclude-from-external-load-balancers': 'osctl.dev-updating' };
      const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', labels }, spec: { taints: [taint] } };
      await plane.transport.request({ method: 'POST', path: '/api/v1/nodes', body: node, signal });
      await Promise.all([type('uninstall', 'talos'), runHook(plane, signal)]);
      const left = await plane.transport.request<Node>({ method: 'GET', path: '/api/v1/nodes/n1', signal });
      assert.deepEqual(
        [left.metadata.labels ?? {}, left.spec.taints?.filter(({ key }) => key === taint.key) ?? []],
        [{}, []],
      );
      const jobs = await ask('/apis/batch/v1/namespaces/talos-system/jobs');
      const roles = (await ask('/apis/rbac.authorization.k8s.io/v1/clusterroles')).items;
      const leftovers = roles.filter(({ metadata }) => metadata.name.startsWith('talos-operator'));
      assert.deepEqual([jobs.items, leftovers], [[], []], 'the hook takes itself away');
      assert.deepEqual(await daemonSets(), []);
      assert.equal((await kinds()).length, 5, 'they go only on purpose');
      await type('install', 'talos', chart);
      assert.deepEqual(await daemonSets(), ['talos-operator'], 'and it comes back to them');
    } finally {
      await plane.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });

  test('passes helm lint', async () => {
    await run(helm, ['lint', '--strict', '--namespace', 'talos-system', chart]);
  });
});
