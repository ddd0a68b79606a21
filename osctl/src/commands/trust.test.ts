/** Certificates and audit, as they are shown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AuditRequest, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
let asked: AuditRequest | undefined;
const DAY_MS = 24 * 3_600_000;

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node(
    'cp-1',
    serve(Trust, {
      certificates: async () => ({
        certificates: [
          {
            name: 'apid/server',
            subject: 'cp-1',
            serial: '4F00',
            notAfterMs: Date.now() + 200 * DAY_MS + 60_000,
            renewedBy: 'machined',
          },
          { name: 'join', subject: 'cp-1', serial: '4F01', notAfterMs: Date.UTC(2020, 1, 2), renewedBy: 'nobody' },
        ],
      }),
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

test('certificates are shown with what is left of them and who renews them', async () => {
  const { code, stdout } = await cluster.run(['-n', 'cp-1', 'certificates']);
  assert.equal(code, 0);
  assert.match(stdout, /^NAME +SUBJECT +LEFT +ENDS +RENEWED BY +SERIAL$/m);
  assert.match(stdout, /^apid\/server +cp-1 +200d\S* +\d{4}-\d\d-\d\d +machined +4F00$/m);
  assert.match(stdout, /^join +cp-1 +over +2020-02-02 +nobody +4F01$/m);
});

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
