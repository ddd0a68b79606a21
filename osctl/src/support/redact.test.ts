import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSecrets } from '@talos/lib/trust/secrets.ts';
import { LEFT_OUT, redactObject, redactText } from './redact.ts';

test('no form in which a secret is printed gets through', async () => {
  const secrets = await createSecrets({ clusterName: 'demo', now: Date.now() });
  const keys = [secrets.osCA.key, secrets.kubernetesCA.key, secrets.etcdCA.key, secrets.serviceAccountKey];
  const body = (pem: string) => pem.split('\n')[1] ?? '';
  for (const key of keys) {
    for (const form of [
      `before\n${key}after`,
      JSON.stringify({ msg: `loaded ${key}` }),
      JSON.stringify(JSON.stringify({ key })),
      `client-key-data: ${Buffer.from(key).toString('base64')}`,
      `cut ${key.slice(0, -40)}`,
    ]) {
      const told = redactText(form);
      assert.ok(!told.includes(body(key).slice(0, 20)), told);
      assert.ok(!told.includes(Buffer.from(key).toString('base64').slice(40, 80)), told);
    }
    assert.match(redactText(`before\n${key}after`), /^before\n\(left out\)\s*after$/);
  }
  for (const [text, secret] of [
    [`using ${secrets.bootstrapToken} to join`, secrets.bootstrapToken],
    ['password: hunter2hunter2', 'hunter2hunter2'],
    ['{"registry":{"username":"u","password":"hunter2\\"quoted"}}', 'hunter2'],
    ['{\\"password\\":\\"hunter2\\"}', 'hunter2'],
    [JSON.stringify(JSON.stringify({ password: 'a "hunter2" b' })), 'hunter2'],
    ['{"password":"hunter2', 'hunter2'],
    ['GET /x?token=hunter2&y=1', 'hunter2'],
    ['--etcd-password=hunter2 --v=2', 'hunter2'],
    ['Authorization: Bearer abcdef.ghijkl', 'abcdef.ghijkl'],
    ['header Basic dXNlcjpodW50ZXIy', 'dXNlcjpodW50ZXIy'],
    ['https://ada:hunter2@registry.example.com/v2/', 'hunter2'],
    ['jwt eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVz.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
    [`secretbox: ${secrets.encryption?.secretbox}`, secrets.encryption?.secretbox ?? ''],
    [JSON.stringify({ digestKey: secrets.digestKey }), secrets.digestKey],
    ['in the clear: s3cr3t-of-ours', 's3cr3t-of-ours'],
  ] as const) {
    assert.ok(text.includes(secret));
    const told = redactText(text, ['s3cr3t-of-ours']);
    assert.ok(!told.includes(secret), told);
    assert.ok(told.includes(LEFT_OUT), told);
  }
});

test('what is no secret stays, and JSON stays JSON', () => {
  for (const text of [
    'pulled osctl.dev/talos@sha256:abababababababababababab in 3.2s',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    Buffer.from('-----BEGIN CERTIFICATE-----\nMIIBMIIBMIIB\n-----END').toString('base64'),
    '{"secretName":"x","secrets":["a"],"token":null,"hasToken":true}',
    'https://registry.example.com:5000/v2/',
  ]) {
    assert.equal(redactText(text), text);
  }
  const told = redactText(JSON.stringify({ password: 'a "b" c', port: 1 }));
  assert.deepEqual(JSON.parse(told), { password: LEFT_OUT, port: 1 });
});

test("of Kubernetes' objects the values of variables and of telling fields are left out", () => {
  const pod = {
    metadata: {
      name: 'p',
      managedFields: [{}],
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'hunter2', kept: 'yes' },
    },
    spec: {
      containers: [
        {
          env: [
            { name: 'PASSWORD', value: 'hunter2' },
            { name: 'FROM', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
          ],
        },
      ],
      volumes: [{ secret: { secretName: 'kept' } }],
      registry: { bootstrapToken: 'hunter2', username: 'ada' },
    },
  };
  const told = redactObject(pod) as typeof pod;
  assert.doesNotMatch(JSON.stringify(told), /hunter2|managedFields/);
  assert.deepEqual(told.spec.containers[0]?.env[0], { name: 'PASSWORD', value: LEFT_OUT });
  assert.deepEqual(told.spec.containers[0]?.env[1], pod.spec.containers[0]?.env[1]);
  assert.deepEqual(told.spec.volumes, pod.spec.volumes);
  assert.equal(told.spec.registry.username, 'ada');
  assert.deepEqual(told.metadata.annotations, { kept: 'yes' });
});
