/** The audit, as it is shown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AuditRequest, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
let asked: AuditRequest | undefined;
/** By each node. */
let denied: Readonly<Record<string, readonly string[]>> = {};

before(async () => {
  cluster = await FakeCluster.start();
  const denying = (name: string) => ({
    authorities: async () => ({ denied: denied[name] ?? [] }),
    async deny({ serials, accept }: { readonly serials: readonly string[]; readonly accept: boolean }) {
      denied = { ...denied, [name]: accept ? [] : serials };
      return { denied: denied[name] ?? [] };
    },
  });
  await cluster.node('worker-1', serve(Trust, denying('worker-1')));
  await cluster.node(
    'cp-1',
    serve(Trust, {
      ...denying('cp-1'),
      async *audit(request) {
        asked = request;
        yield {
          timeMs: 0,
          subject: 'rita\u001b[2J',
          role: 'os:reader',
          address: '10.5.0.9',
          method: '/osctl.v1alpha1.Lifecycle/Reboot',
          result: 'REFUSED',
          reason: 'ROLE_TOO_SMALL',
          count: 3,
        };
        yield {
          timeMs: 1000,
          subject: 'ann',
          role: 'os:operator',
          address: '10.5.0.9',
          serial: '4F00',
          method: '/osctl.v1alpha1.Services/Restart',
          target: 'kubelet',
          result: 'OK',
          count: 1,
        };
      },
    }),
  );
});
after(() => cluster.close());

test('the audit says who did what, when and from where, and who was refused', async () => {
  const { code, stdout } = await cluster.run(['-n', 'cp-1', 'audit', '--refused']);
  assert.equal(code, 0);
  assert.deepEqual(stdout.trimEnd().split('\n'), [
    '1970-01-01T00:00:00.000Z REFUSED Lifecycle.Reboot by rita?[2J (os:reader) from 10.5.0.9 ROLE_TOO_SMALL 3 times',
    '1970-01-01T00:00:01.000Z OK Services.Restart "kubelet" by ann (os:operator) from 10.5.0.9',
  ]);
  assert.deepEqual([asked?.tail, asked?.sinceMs, asked?.follow, asked?.refusedOnly], [100, 0, false, true]);

  const since = await cluster.run(['-n', 'cp-1', '-o', 'json', 'audit', '--since', '1h']);
  assert.deepEqual([asked?.tail, Math.abs((asked?.sinceMs ?? 0) + 3_600_000 - Date.now()) < 60_000], [0, true]);
  const [first] = since.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual([first?.['node'], first?.['reason']], ['cp-1', 'ROLE_TOO_SMALL']);
});

test('a certificate is denied on every node, shown, and accepted again', async () => {
  const serial = '5F3A91C20B7744E1D8A6C0FFEE12345678ABCDEF';
  assert.equal((await cluster.run(['deny', serial])).code, 0);
  assert.deepEqual(denied, { 'cp-1': [serial], 'worker-1': [serial] });
  const { stdout } = await cluster.run(['-o', 'json', 'deny']);
  assert.deepEqual(
    (JSON.parse(stdout) as readonly { readonly node: string; readonly result: object }[])
      .map(({ node, result }) => [node, result])
      .toSorted(),
    [
      ['cp-1', { denied: [serial] }],
      ['worker-1', { denied: [serial] }],
    ],
  );
  await cluster.run(['-n', 'cp-1', 'deny', '--accept', serial]);
  assert.deepEqual(denied, { 'cp-1': [], 'worker-1': [serial] });
  const nothing = await cluster.run(['deny', '--accept']);
  assert.deepEqual([nothing.code, /name the serial numbers/.test(nothing.stderr)], [2, true]);
});
