import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { createTransport } from '@talos/lib/kube/transport.ts';
import { createMachine } from './machine.ts';

test('the Machine is made once, after its definition is served; an upgrade is not taken back by making it again', async (t) => {
  const api = await FakeApiserver.start();
  const transport = createTransport({ access: api.access, userAgent: 'test' });
  t.after(async () => {
    transport.close();
    await api.close();
  });
  let refused = 0;
  api.fault = () =>
    refused++ === 0 ? { kind: 'answer', status: 404, body: { kind: 'Status', code: 404 } } : undefined;
  const { signal } = new AbortController();
  await createMachine(transport, 'osctl.dev/talos:1.0.0', signal);
  const path = '/apis/osctl.dev/v1alpha1/machines/cluster';
  await transport.request({
    method: 'PATCH',
    path,
    contentType: 'application/merge-patch+json',
    body: { spec: { os: { image: 'osctl.dev/talos:1.1.0' } } },
    signal,
  });
  await createMachine(transport, 'osctl.dev/talos:1.0.0', signal);
  const machine = await transport.request<{
    metadata: { annotations: Record<string, string> };
    spec: { os: { image: string } };
  }>({ path, signal });
  assert.equal(machine.spec.os.image, 'osctl.dev/talos:1.1.0');
  assert.match(machine.metadata.annotations['kubectl.kubernetes.io/last-applied-configuration'] ?? '', /talos:1\.0\.0/);
});
