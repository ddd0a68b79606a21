/** The rotation of the OS CA as a person sees it, on nodes that do what they are told with real TLS. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { bundleOf, certificatesOf, fingerprintOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { createSecrets, parseSecrets } from '@talos/lib/trust/secrets.ts';
import { type CertAndKey, createCA, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { type Client, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { stringify } from 'yaml';
import { ConfigFile } from '../config/file.ts';
import { parsePrivateYaml } from '../config/private-file.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { undocumented } from '../transcripts/shape.testing.ts';

let cluster: FakeCluster;
let secretsPath: string;
/** Of every node's requests: the name, and what of a key was in them. */
let told: string[];
let clients: Client[];
/** A node that refuses what it is told, as often as it stands here. */
let refusing: string[];

beforeEach(async () => {
  cluster = await FakeCluster.start();
  [told, clients, refusing] = [[], [], []];
  for (const name of ['cp-1', 'worker-1']) await node(name);
  secretsPath = join(cluster.directory, 'secrets.yaml');
  const secrets = { ...(await createSecrets({ clusterName: 'test', now: Date.now() })), osCA: cluster.ca };
  await writeFile(secretsPath, stringify(secrets));
});
afterEach(() => cluster.close());

async function node(name: string): Promise<void> {
  const controlPlane = name.startsWith('cp');
  let accepted: readonly string[] = [cluster.ca.cert];
  let issuing: CertAndKey = cluster.ca;
  let server = fingerprintOf(cluster.ca.cert);
  let way = controlPlane ? '' : server;
  const serving = async (ca: CertAndKey) => {
    const own = await issue({ ca, ...osServer({ nodeName: name, addresses: ['127.0.0.1'], controlPlane }) });
    return { cert: own.certPem, key: own.keyPem };
  };
  let shown = await serving(cluster.ca);
  await cluster.node(
    name,
    serve(Trust, {
      authorities: async () => ({
        accepted: accepted.map((certificatePem) => ({
          fingerprint: fingerprintOf(certificatePem),
          certificatePem,
          subject: parseCertificate(certificatePem).subject.CN,
        })),
        issuing: fingerprintOf(accepted[0]!),
        server,
        join: way,
        controlPlane,
        current: true,
        clients,
      }),
      async replaceAuthorities(request) {
        const told_ = [
          request.issuingKeyPem === '' ? '' : ' with its key',
          request.joinKeyPem === '' ? '' : ' to join with',
          request.serve ? ' serve' : '',
        ];
        told.push(`${name} ${request.acceptedPem.length}${told_.join('')}`);
        const at = refusing.indexOf(name);
        if (at >= 0) {
          refusing.splice(at, 1);
          throw new RpcError('FAILED_PRECONDITION', 'operation u1 (upgrade, pull) is running; wait for its end');
        }
        accepted = request.acceptedPem;
        if (request.issuingKeyPem !== '') issuing = { cert: accepted[0]!, key: request.issuingKeyPem };
        if (request.joinCertificatePem !== '') way = issuerOf(request.joinCertificatePem, bundleOf(accepted));
        if (request.serve) {
          const { nextOSCA } = await storedSecrets();
          shown = await serving(nextOSCA!);
          server = fingerprintOf(accepted[0]!);
        }
        cluster.replaceTls(name, { ca: bundleOf(accepted), ...shown });
        return { changed: true };
      },
      async renewSelf(request, { caller }) {
        if (!controlPlane) throw new RpcError('FAILED_PRECONDITION', 'a worker', { reason: 'NOT_A_CONTROL_PLANE' });
        const profile = osClient({ role: 'os:admin', subject: caller.subject });
        const { certPem } = await issue({ ca: issuing, csr: request.csrPem, ...profile });
        return { certificatePem: certPem, caPem: bundleOf(accepted) };
      },
    }),
  );
}

const storedSecrets = async () => parseSecrets(parsePrivateYaml(await readFile(secretsPath, 'utf8')));
const context = async () => (await new ConfigFile(cluster.configPath).context('test')).context;
const rotate = (...args: readonly string[]) => cluster.run(['rotate-ca', '--secrets', secretsPath, ...args]);

test('a dry run tells each step, changes nothing, and asks nobody', async () => {
  clients = [seen('talos-operator', cluster.ca)];
  const before = await readFile(secretsPath, 'utf8');
  const { code, stdout } = await rotate('--dry-run');
  assert.equal(code, 0);
  assert.deepEqual(stdout.trimEnd().split('\n').slice(1), [
    'will be     made when it begins',
    '1. accept the new authority beside the present one: cp-1, worker-1',
    '2. let this context believe the new authority, too',
    '3. issue certificates with the new authority: cp-1',
    '4. issue certificates with the new authority: worker-1',
    '5. renew the certificate of this context',
    '6. wait for clients that still use the former authority: talos-operator (os:operator)',
    '7. serve with certificates of the new authority: cp-1, worker-1',
    '8. withdraw the former authority, which cannot be taken back: cp-1, worker-1',
    '9. let this context forget the former authority',
  ]);
  assert.equal(await readFile(secretsPath, 'utf8'), before);
  assert.deepEqual(told, []);

  const unasked = await rotate();
  assert.deepEqual([unasked.code, told], [2, []]);
  assert.match(unasked.stderr, /add --yes/);
});

test('at its end nodes, context and secrets know the new authority only; keys went to control planes alone', async () => {
  const { code, stdout, stderr } = await rotate('--yes');
  assert.equal(code, 0, stderr);
  assert.deepEqual(told.toSorted(), [
    'cp-1 1',
    'cp-1 2',
    'cp-1 2 serve',
    'cp-1 2 with its key',
    'worker-1 1',
    'worker-1 2',
    'worker-1 2 serve',
    'worker-1 2 to join with',
  ]);
  const { osCA, nextOSCA } = await storedSecrets();
  assert.notEqual(fingerprintOf(osCA.cert), fingerprintOf(cluster.ca.cert));
  assert.equal(nextOSCA, undefined);
  const { ca, certificate } = await context();
  assert.deepEqual([ca.trim(), issuerOf(certificate, ca)], [osCA.cert.trim(), fingerprintOf(osCA.cert)]);
  assert.match(stdout, new RegExp(`the OS CA of test is ${fingerprintOf(osCA.cert).slice(0, 12)}  test OS CA 2`));
  for (const key of [osCA.key, (await context()).key]) {
    assert.ok(!`${stdout}${stderr}`.includes(key.split('\n')[1]!));
  }
  // The former certificate is refused; the new one is let in.
  const renewed = await cluster.run(['-o', 'json', 'context', 'renew']);
  assert.deepEqual([renewed.code, undocumented('context renew', renewed.stdout)], [0, []]);
});

test('cut anywhere, the same command goes on', async () => {
  for (const name of ['worker-1', 'cp-1', 'worker-1', 'worker-1']) {
    refusing = [name];
    const { code, stderr } = await rotate('--yes');
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`node ${name} .*operation u1.*is running`));
    assert.match(stderr, /the same command goes on/);
    const { nextOSCA } = await storedSecrets();
    assert.notEqual(nextOSCA, undefined);
  }
  const { code, stdout } = await rotate('--yes', '-o', 'json');
  assert.equal(code, 0);
  assert.deepEqual(undocumented('rotate-ca', stdout), []);
  const { done, authority, steps } = JSON.parse(stdout) as {
    done: boolean;
    authority: string;
    steps: readonly { readonly step: string; readonly nodes: readonly string[] }[];
  };
  const { osCA } = await storedSecrets();
  assert.deepEqual([done, authority], [true, fingerprintOf(osCA.cert)]);
  assert.equal(steps.at(-1)?.step, 'forget');
  assert.equal(certificatesOf((await context()).ca).length, 1);
});

test('nothing is withdrawn while a client uses the former authority; it is named, and may be left behind', async () => {
  clients = [seen('rita', cluster.ca)];
  const { code, stderr } = await rotate('--yes', '--wait-timeout', '100ms');
  assert.equal(code, 1);
  assert.match(stderr, /rita \(os:operator\), serial 40A1, last seen .* ago/);
  assert.match(stderr, /osctl context renew/);
  assert.ok(!told.some((one) => /serve| 1$/.test(one)));
  assert.equal((await rotate('--yes', '--leave-clients', 'rita')).code, 0);
});

test('a node that is down stops it before anything is changed, and is named', async () => {
  await cluster.stop('worker-1');
  const { code, stderr } = await rotate('--yes');
  assert.equal(code, 1);
  assert.match(stderr, /1 of 2 nodes do not answer[\s\S]*worker-1[\s\S]*bring them back/);
  assert.deepEqual(told, []);
  assert.equal((await storedSecrets()).nextOSCA, undefined);
});

test('secrets of another cluster, a smaller role and -n are refused before anything is done', async () => {
  const other = await createSecrets({ clusterName: 'test', now: Date.now() });
  await writeFile(secretsPath, stringify(other));
  const foreign = await rotate('--yes');
  assert.deepEqual([foreign.code, told], [2, []]);
  assert.match(foreign.stderr, /not of this cluster, or out of date: cp-1, worker-1/);
  assert.match((await cluster.run(['-n', 'cp-1', 'rotate-ca'])).stderr, /leave out -n/);
  assert.match((await cluster.run(['rotate-ca'])).stderr, /name the file of osctl gen secrets with --secrets/);
  const { certPem, keyPem } = await issue({ ca: cluster.ca, ...osClient({ role: 'os:operator', subject: 'o' }) });
  await cluster.saveContext({ certificate: certPem, key: keyPem });
  assert.match((await rotate('--yes')).stderr, /the role os:admin is needed; context test has os:operator/);
});

test('a context that no node would renew stays as it is', async () => {
  const before = await context();
  const { code, stderr } = await cluster.run(['context', 'renew', '--timeout', '5s']);
  assert.equal(code, 0, stderr);
  assert.notEqual((await context()).certificate, before.certificate);
  const foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 3_600_000 });
  await cluster.saveContext({ ca: foreign.cert });
  const kept = await context();
  const refused = await cluster.run(['context', 'renew']);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /the certificate of context test is not renewed: node cp-1 .*; node worker-1/);
  assert.deepEqual(await context(), kept);
});

function seen(subject: string, ca: CertAndKey): Client {
  return {
    subject,
    role: 'os:operator',
    serial: '40A1',
    authority: fingerprintOf(ca.cert),
    notAfterMs: Date.now() + 3_600_000,
    firstSeenMs: Date.now() - 60_000,
    lastSeenMs: Date.now() - 60_000,
  };
}
