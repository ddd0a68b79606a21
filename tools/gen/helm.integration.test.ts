import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { operatorObjects } from 'osctl/src/cluster/addons/operator.ts';
import { parseAllDocuments } from 'yaml';
import { getAsset } from '../assets/index.ts';
import { projectRoot } from '../run.ts';

const run = promisify(execFile);
const chart = join(projectRoot, 'deploy/helm/talos-operator');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: object; readonly annotations?: Record<string, string> };
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
      assert.equal((await kinds()).length, 4);
      assert.deepEqual(await daemonSets(), ['talos-operator']);
      await type('upgrade', 'talos', chart, '--set', 'image.tag=v2');
      await type('uninstall', 'talos');
      assert.deepEqual(await daemonSets(), []);
      assert.equal((await kinds()).length, 4, 'they go only on purpose');
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
