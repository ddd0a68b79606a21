import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ApiError } from '@talos/lib/kube/errors.ts';
import { parse } from 'yaml';
import { type ControlPlane, startControlPlane } from '../e2e/harness/control-plane.ts';
import { badLayers } from './bad-input.testing.ts';
import { readCorpus } from './corpus.ts';
import { kinds } from './generate.ts';
import { machine } from './machine.ts';
import { nodeConfig } from './nodeconfig.ts';
import { nodePool } from './nodepool.ts';

const signal = AbortSignal.timeout(120_000);
let controlPlane: ControlPlane;

before(async () => {
  controlPlane = await startControlPlane({ signal });
  for (const kind of kinds) {
    const body: unknown = parse(await readFile(new URL(`manifests/${kind.plural}.yaml`, import.meta.url), 'utf8'));
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    await controlPlane.transport.request({ method: 'POST', path, body, signal });
    for (;;) {
      const crd = await controlPlane.transport.request<{
        status?: { conditions?: { type: string; status: string; message: string }[] };
      }>({ path: `${path}/${kind.plural}.osctl.dev`, signal });
      const conditions = crd.status?.conditions ?? [];
      const bad = conditions.find(({ type }) => type === 'NonStructuralSchema');
      assert.equal(bad, undefined, bad?.message);
      if (conditions.some(({ type, status }) => type === 'Established' && status === 'True')) break;
    }
  }
});

after(async () => {
  await controlPlane?.stop();
});

for (const entry of await readCorpus()) {
  const kind = kinds.find((one) => one.kind === entry.object['kind']);
  assert.ok(kind, `${entry.file}: ${entry.name} is of no kind of ours`);
  test(`the apiserver ${entry.refused === undefined ? 'takes' : 'refuses'} ${entry.file}: ${entry.name}`, async () => {
    const path = `/apis/osctl.dev/v1alpha1/${kind.plural}`;
    const query = { fieldValidation: 'Strict' };
    const write = async (): Promise<unknown> => {
      if (entry.old === undefined) {
        return controlPlane.transport.request({
          method: 'POST',
          path,
          query: { ...query, dryRun: 'All' },
          body: entry.object,
          signal,
        });
      }
      type Stored = { metadata: { name: string; resourceVersion: string } };
      const stored = await controlPlane.transport.request<Stored>({
        method: 'POST',
        path,
        query,
        body: entry.old,
        signal,
      });
      const at = `${path}/${stored.metadata.name}`;
      const body = { ...entry.object, metadata: stored.metadata };
      try {
        return await controlPlane.transport.request({ method: 'PUT', path: at, query, body, signal });
      } finally {
        await controlPlane.transport.request({ method: 'DELETE', path: at, signal });
      }
    };
    if (entry.refused === undefined) await write();
    else {
      const field = entry.refused;
      await assert.rejects(write, (error) => {
        assert.ok(error instanceof ApiError, String(error));
        assert.ok(error.message.includes(field), `the message does not name ${field}: ${error.message}`);
        return true;
      });
    }
  });
}

for (const kind of [machine, nodeConfig, nodePool]) {
  test(`the apiserver refuses whatever a layer of a ${kind.kind} can not be, and names the field`, async () => {
    const taken: string[] = [];
    for (const { field, what, object } of badLayers(
      kind.kind as 'Machine' | 'NodeConfig' | 'NodePool',
      JSON.parse(JSON.stringify(kind.spec)),
    )) {
      const path = `/apis/osctl.dev/v1alpha1/${kind.plural}`;
      const query = { fieldValidation: 'Strict', dryRun: 'All' };
      const error = await controlPlane.transport
        .request({ method: 'POST', path, query, body: object, signal })
        .then(() => undefined, String);
      if (error?.includes(field) !== true) taken.push(`${field}: ${what}: ${error}`);
    }
    assert.deepEqual(taken, []);
  });
}
