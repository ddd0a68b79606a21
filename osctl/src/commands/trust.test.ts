/** The audit, as it is shown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AuditRequest, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
let asked: AuditRequest | undefined;

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node(
    'cp-1',
    serve(Trust, {
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
