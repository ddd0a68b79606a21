import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE } from '@talos/crds/config/example.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { createCA } from '@talos/lib/trust/x509.ts';
import { container, type FakeRuntime, image, startFakeRuntime } from '../cri/fake-runtime.testing.ts';
import { type FakeNode, fakeEtcd, RECORD, startFakeNode } from './fakes.ts';

describe('State', () => {
  let node: FakeNode;
  let runtime: FakeRuntime;
  before(async () => {
    node = await startFakeNode(EXAMPLE_CONTROL_PLANE, fakeEtcd(1));
    runtime = await startFakeRuntime(node.containerd);
    runtime.containers = [container({ name: 'web' }, 'nginx')];
    runtime.images = [image({ id: 'sha256:aa', repoTags: ['osctl.dev/nginx:1'] })];
    node.state.operations.set(RECORD.id, RECORD);
    node.state.boots = [
      { bootId: 'boot-1', startMs: 1, slot: 'a', version: '1.0.0', digest: 'sha256:aa', trialOperationId: '' },
    ];
    const { cert, key } = await createCA({ commonName: 'etcd CA', algorithm: 'ecdsa-p256', lifetimeMs: 3_600_000 });
    mkdirSync(join(node.nodeFiles.pkiDir, 'etcd'), { recursive: true });
    writeFileSync(join(node.nodeFiles.pkiDir, 'etcd/ca.crt'), cert);
    writeFileSync(join(node.nodeFiles.pkiDir, 'etcd/ca.key'), key);
    writeFileSync(join(node.nodeFiles.pkiDir, 'etcd/broken.crt'), 'not one');
  });
  after(async () => {
    await runtime[Symbol.asyncDispose]();
    await node[Symbol.asyncDispose]();
  });

  const read = async (role: Role, kind: string, id = '') => {
    const { resources, call } = node.as(role);
    const events = await Array.fromAsync(resources.get({ kind, id }, call));
    assert.deepEqual([events[0]?.type, events.at(-1)?.type], ['KIND', 'BOOKMARK']);
    const found = events.slice(1, -1).map(({ type, resource }) => {
      assert.equal(type, 'CREATED');
      return { id: resource?.id ?? '', spec: JSON.parse(resource?.spec ?? '') as Record<string, unknown> };
    });
    return { shape: events[0]?.kind, found, text: events.map(({ resource }) => resource?.spec).join() };
  };

  test('every kind can be read by who may, each column leads somewhere, and none but the sensitive tells a secret', async () => {
    const { trust } = EXAMPLE_CONTROL_PLANE;
    const secrets = [trust.serviceAccountKey ?? '', trust.digestKey];
    assert.ok(secrets.every((secret) => secret !== ''));
    const { found: kinds } = await read('os:reader', 'kinds');
    assert.ok(kinds.length >= 14);
    for (const { id: kind, spec } of kinds) {
      const { found, shape, text } = await read(spec['sensitive'] === true ? 'os:admin' : 'os:reader', kind);
      assert.ok(found.length > 0, kind);
      assert.equal(new Set(found.map(({ id }) => id)).size, found.length, kind);
      for (const { path } of shape?.columns ?? []) {
        // What a boot that still runs has no end for.
        if (path.startsWith('/end/')) continue;
        const name = path.slice(1);
        assert.ok(
          found.some((one) => Object.hasOwn(one.spec, name)),
          `${kind} ${path}`,
        );
      }
      const told = secrets.some((secret) => text.includes(JSON.stringify(secret)));
      assert.equal(told, spec['sensitive'] === true, kind);
    }
  });

  test("a sensitive kind is os:admin's, and reading it is audited", async () => {
    const { resources, call } = node.as('os:operator');
    await assert.rejects(Array.fromAsync(resources.get({ kind: 'trust' }, call)), {
      code: 'PERMISSION_DENIED',
      reason: 'KIND_NEEDS_ADMIN',
    });
    assert.deepEqual(
      [node.audited().at(-1)?.['target'], node.audited().at(-1)?.['result']],
      ['trust', 'PERMISSION_DENIED'],
    );
    await read('os:admin', 'trust');
    assert.deepEqual([node.audited().at(-1)?.['target'], node.audited().at(-1)?.['result']], ['trust', 'ACCEPTED']);
    const before = node.audited().length;
    await read('os:reader', 'services');
    assert.equal(node.audited().length, before);
  });

  test('certificates are told by what is in them; keys and what is none are left out', async () => {
    const { found } = await read('os:reader', 'certificates');
    const own = found.filter(({ id }) => id.startsWith('pki/'));
    assert.deepEqual(
      own.map(({ id, spec }) => [id, spec['subject'], spec['issuer'], spec['isCA']]),
      [['pki/etcd/ca.crt', 'etcd CA', 'etcd CA', true]],
    );
    assert.ok((own[0]?.spec['notAfterMs'] as number) > Date.now());
  });

  test('a watch goes on with what happens', async () => {
    const { resources, call } = node.as('os:reader');
    const seen: string[] = [];
    for await (const { type, resource } of resources.get({ kind: 'operation', follow: true }, call)) {
      seen.push(`${type} ${resource?.id ?? ''}`.trim());
      if (type === 'BOOKMARK') {
        node.state.operations.set('op-2', { ...RECORD, id: 'op-2' });
        node.state.operations.delete(RECORD.id);
        node.emit({ type: 'operation', subject: 'op-2', action: 'RUNNING', message: '', fields: {} });
      }
      if (type === 'DELETED') break;
    }
    assert.deepEqual(seen, ['KIND', `CREATED ${RECORD.id}`, 'BOOKMARK', 'CREATED op-2', `DELETED ${RECORD.id}`]);
    await assert.rejects(Array.fromAsync(resources.get({ kind: 'pod' }, call)), { code: 'NOT_FOUND' });
  });
});
