/** What a cluster is made from when osctl does not make it. */
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseDocuments } from '@talos/crds/config/index.ts';
import { parseCertificate } from '@talos/lib/trust/x509.ts';
import { parse } from 'yaml';
import { runCaptured } from '../fake-cluster.testing.ts';

let directory: string;
let secrets: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'osctl-gen-'));
  secrets = join(directory, 'secrets.yaml');
  const made = await runCaptured(['gen', 'secrets', 'prod']);
  assert.deepEqual([made.code, made.stderr], [0, '']);
  await writeFile(secrets, made.stdout);
});
after(() => rm(directory, { recursive: true, force: true }));

const genConfig = (out: string, ...more: readonly string[]) =>
  runCaptured([
    'gen',
    'config',
    '--secrets',
    secrets,
    '--endpoint',
    'https://10.5.0.2:6443',
    '--control-plane',
    'cp-1=10.5.0.2',
    '--worker',
    'w-1=10.5.0.3,w-2=10.5.0.4',
    '--nameserver',
    '1.1.1.1,9.9.9.9',
    '--mirror',
    'osctl.dev=http://10.5.0.250:5000',
    '--out',
    join(directory, out),
    ...more,
  ]);

test('every node gets documents that a node takes; CA keys go to control planes only', async () => {
  const { code, stdout } = await genConfig('config');
  assert.deepEqual([code, stdout], [0, '']);
  const out = join(directory, 'config');
  assert.deepEqual((await readdir(out)).sort(), [
    'cp-1.yaml',
    'operator-secret.yaml',
    'osctl.yaml',
    'w-1.yaml',
    'w-2.yaml',
  ]);
  const documents = async (name: string) => {
    assert.equal((await stat(join(out, name))).mode & 0o777, 0o600);
    const result = parseDocuments(await readFile(join(out, name), 'utf8'));
    assert.deepEqual(result.errors, []);
    assert.ok(result.documents);
    return result.documents;
  };
  const controlPlane = await documents('cp-1.yaml');
  assert.ok(controlPlane.trust?.osCA.key);
  assert.ok(controlPlane.trust.etcdCA?.key);
  assert.deepEqual(controlPlane.network?.nameservers, ['1.1.1.1', '9.9.9.9']);
  const [worker, other] = [await documents('w-1.yaml'), await documents('w-2.yaml')];
  assert.equal(worker.system?.role, 'worker');
  const { osCA, kubernetesCA, etcdCA, frontProxyCA, serviceAccountKey, join: joinTrust } = worker.trust ?? {};
  assert.deepEqual(
    [osCA?.key, kubernetesCA?.key, etcdCA, frontProxyCA, serviceAccountKey],
    [undefined, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(parseCertificate(joinTrust?.cert ?? '').subject.O, ['os:join']);
  assert.notEqual(joinTrust?.key, other.trust?.join?.key);
});

test('the client configuration is an administrator of that cluster; the operator is less', async () => {
  const out = join(directory, 'config');
  const config = parse(await readFile(join(out, 'osctl.yaml'), 'utf8')) as {
    contexts: { prod: { certificate: string; members: object; endpoints: string[] } };
  };
  assert.deepEqual(config.contexts.prod.endpoints, ['10.5.0.2']);
  assert.deepEqual(parseCertificate(config.contexts.prod.certificate).subject.O, ['os:admin']);
  const secret = parse(await readFile(join(out, 'operator-secret.yaml'), 'utf8')) as {
    stringData: Record<string, string>;
  };
  assert.deepEqual(parseCertificate(secret.stringData['tls.crt'] ?? '').subject.O, ['os:operator']);
});

test('gen client makes files for other programs', async () => {
  const out = join(directory, 'files');
  const { code, stdout, stderr } = await runCaptured(
    `gen client --secrets ${secrets} --name rita --out ${out}`.split(' '),
  );
  assert.deepEqual([code, stdout], [0, '']);
  const files = ['ca.crt', 'client.crt', 'client.key'].map((name) => join(out, name));
  assert.deepEqual(stderr.trimEnd().split('\n'), files);
  const [ca, cert, key] = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  const certificate = new X509Certificate(cert!);
  assert.ok(certificate.verify(new X509Certificate(ca!).publicKey));
  assert.ok(certificate.checkPrivateKey(createPrivateKey(key!)));
  assert.match(certificate.subject, /CN=rita/);
  assert.equal((await stat(files[2]!)).mode & 0o777, 0o600);
});

test('gen client makes a context of one role, for a time, with the nodes that are known of that cluster', async () => {
  const made = await runCaptured(
    `gen client --secrets ${secrets} --role os:reader --name rita --lifetime 8h`.split(' '),
    { env: { OSCTL_CONFIG: join(directory, 'config', 'osctl.yaml') } },
  );
  assert.equal(made.code, 0);
  const { contexts } = parse(made.stdout) as {
    contexts: Record<string, { certificate: string; members: object; endpoints: string[] }>;
  };
  assert.deepEqual(contexts['prod-os-reader']?.members, { 'cp-1': '10.5.0.2', 'w-1': '10.5.0.3', 'w-2': '10.5.0.4' });
  assert.deepEqual(contexts['prod-os-reader']?.endpoints, ['10.5.0.2']);
  const certificate = parseCertificate(contexts['prod-os-reader']?.certificate ?? '');
  assert.deepEqual([certificate.subject.CN, certificate.subject.O], ['rita', ['os:reader']]);
  assert.ok(Math.abs(certificate.notAfterMs - Date.now() - 8 * 3_600_000) < 600_000);
});

test('what is wrong is exit code 2, told by its field, without a value of a secret, and writes no file', async () => {
  const role = await runCaptured(['gen', 'client', '--secrets', secrets, '--role', 'os:god']);
  assert.deepEqual([role.code, role.stdout], [2, '']);
  assert.match(role.stderr, /roles are os:admin, os:operator/);
  assert.equal((await runCaptured(['gen', 'secrets', 'No Name'])).code, 2);

  const refused = await genConfig('refused', '--worker', 'Bad_Name=10.5.0.5');
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /Bad_Name: SystemConfig\.spec\.nodeName/);
  await assert.rejects(readdir(join(directory, 'refused')), { code: 'ENOENT' });

  const broken = join(directory, 'broken.yaml');
  await writeFile(broken, 'clusterName: x\nserviceAccountKey: hunter2\n');
  const other = await runCaptured(['gen', 'client', '--secrets', broken]);
  assert.equal(other.code, 2);
  assert.match(other.stderr, /serviceAccountKey: not a private key/);
  assert.doesNotMatch(other.stderr, /hunter2/);
});
