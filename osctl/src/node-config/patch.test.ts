import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { UsageError } from '../context.ts';
import { patchDocuments } from './patch.ts';

const DOCUMENTS = `apiVersion: osctl.dev/v1alpha1
kind: SystemConfig
spec:
  nodeName: n1
  sysctls: {vm.max_map_count: '1', net.core.somaxconn: '2'}
---
apiVersion: osctl.dev/v1alpha1
kind: NetworkConfig
spec:
  nameservers: [10.5.0.1, 10.5.0.2]
  hosts:
    - {address: 10.0.0.1, names: [one]}
    - {address: 10.0.0.2, names: [two]}
`;
const specs = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    (parseAllDocuments(text) as { toJS(): { kind: string; spec: unknown } }[]).map((document) => {
      const { kind, spec } = document.toJS();
      return [kind, spec];
    }),
  );
const merge = (kind: string, spec: unknown) =>
  specs(patchDocuments(DOCUMENTS, [JSON.stringify({ apiVersion: 'osctl.dev/v1alpha1', kind, spec })]));

test('a merge changes what it names: maps merged, null takes away, lists by what names their items or as a whole', () => {
  assert.deepEqual(merge('SystemConfig', { sysctls: { 'vm.max_map_count': null, 'kernel.x': '3' } })['SystemConfig'], {
    nodeName: 'n1',
    sysctls: { 'net.core.somaxconn': '2', 'kernel.x': '3' },
  });
  assert.deepEqual(merge('SystemConfig', { sysctls: { $patch: 'replace', a: '1' } })['SystemConfig'], {
    nodeName: 'n1',
    sysctls: { a: '1' },
  });
  const hosts = [
    { address: '10.0.0.1', $patch: 'delete' },
    { address: '10.0.0.2', names: ['deux'] },
    { address: '10.0.0.3', names: ['three'] },
  ];
  assert.deepEqual(merge('NetworkConfig', { nameservers: ['9.9.9.9'], hosts })['NetworkConfig'], {
    nameservers: ['9.9.9.9'],
    hosts: [
      { address: '10.0.0.2', names: ['deux'] },
      { address: '10.0.0.3', names: ['three'] },
    ],
  });
});

test('a document that is not there is made; one that a patch empties is gone', () => {
  assert.deepEqual(merge('KubeletConfig', { extraConfig: { maxPods: 50 } })['KubeletConfig'], {
    extraConfig: { maxPods: 50 },
  });
  assert.equal(merge('NetworkConfig', { $patch: 'replace' })['NetworkConfig'], undefined);
});

test('JSON patches go by kind and path, one after the other, and stop at what does not fit', () => {
  const patch = (...operations: unknown[]) => specs(patchDocuments(DOCUMENTS, [JSON.stringify(operations)]));
  const patched = patch(
    { op: 'test', path: '/SystemConfig/spec/nodeName', value: 'n1' },
    { op: 'add', path: '/KubeletConfig/spec/extraConfig', value: { maxPods: 50 } },
    { op: 'remove', path: '/NetworkConfig/spec/nameservers/0' },
  );
  assert.deepEqual(patched['KubeletConfig'], { extraConfig: { maxPods: 50 } });
  assert.deepEqual((patched['NetworkConfig'] as { nameservers: string[] }).nameservers, ['10.5.0.2']);
  const wrong = (operation: unknown, message: RegExp) =>
    assert.throws(
      () => patch(operation),
      (error: Error) => error instanceof UsageError && message.test(error.message),
    );
  wrong({ op: 'test', path: '/SystemConfig/spec/nodeName', value: 'n2' }, /test \/SystemConfig\/spec\/nodeName/);
  wrong({ op: 'replace', path: '/KubeletConfig/spec/extraConfig/maxPods', value: 5 }, /nothing at its path/);
  wrong({ path: '/x' }, /operation with op and path/);
});

test('several patches are applied in their order; one that is none is told', () => {
  const kubelet = (maxPods: number) => `kind: KubeletConfig\nspec: {extraConfig: {maxPods: ${maxPods}}}\n`;
  const patched = specs(patchDocuments(DOCUMENTS, [kubelet(5), kubelet(6)]));
  assert.deepEqual(patched['KubeletConfig'], { extraConfig: { maxPods: 6 } });
  assert.throws(() => patchDocuments(DOCUMENTS, [kubelet(5), 'hello']), /patch 2 must be documents with a kind/);
  assert.throws(() => patchDocuments(DOCUMENTS, ['a: [']), /the patch is no YAML/);
});
