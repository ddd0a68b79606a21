import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
import { fingerprintOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import { osServer } from '@talos/lib/trust/profiles.ts';
import { createOSCA, createSecrets, type SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { createCsr, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { hostPaths } from '../host/paths.ts';
import { nodeCertificates } from './inventory.ts';
import { controlPlaneLeaves, renewalReason } from './leaves.ts';
import { createNodeTrust } from './node-trust.ts';

const day = 24 * 3_600_000;
const start = Date.UTC(2026, 5, 1);
const directory = mkdtempSync(join(tmpdir(), 'talos-trust-'));
after(() => rmSync(directory, { recursive: true }));
let secrets: SecretsBundle;
before(async () => {
  secrets = await createSecrets({ clusterName: 'demo', now: start });
});

const documentsOf = (role: 'control-plane' | 'worker', endpoint = 'https://10.5.0.251:6443'): NodeDocuments => ({
  system: { nodeName: 'demo-1', role },
  network: { nameservers: [] },
  cluster: {
    name: 'demo',
    endpoint,
    controlPlanes: ['10.5.0.2'],
    podCIDR: '10.244.0.0/16',
    serviceCIDR: '10.96.0.0/12',
    dnsDomain: 'cluster.local',
  },
  kubelet: {},
  registry: {},
  trust:
    role === 'worker'
      ? {
          osCA: { cert: secrets.osCA.cert },
          kubernetesCA: { cert: secrets.kubernetesCA.cert },
          bootstrapToken: 'abcdef.0123456789abcdef',
          digestKey: secrets.digestKey,
        }
      : {
          osCA: secrets.osCA,
          kubernetesCA: secrets.kubernetesCA,
          frontProxyCA: secrets.frontProxyCA,
          etcdCA: secrets.etcdCA,
          serviceAccountKey: secrets.serviceAccountKey,
          digestKey: secrets.digestKey,
        },
});

let nodes = 0;
const node = (
  role: 'control-plane' | 'worker',
  request: (csrPem: string) => Promise<string> = async () => assert.fail('asked'),
) => {
  const prefix = join(directory, `node-${++nodes}`);
  const issued: string[] = [];
  const state = { now: start, documents: documentsOf(role) };
  const trust = createNodeTrust({
    paths: hostPaths(prefix),
    documents: () => state.documents,
    address: '10.5.0.2',
    now: () => state.now,
    signer: { issue, createCsr },
    onIssued: (path, reason) => issued.push(`${path}: ${reason}`),
    requestServing: request,
  });
  return { prefix, issued, state, trust, pki: (path: string) => join(prefix, 'var/lib/talos/pki', path) };
};

describe('a control plane', () => {
  test('makes its certificates once; a second look changes nothing', async () => {
    const { trust, issued, pki } = node('control-plane');
    await trust.ensureEtcd();
    const first = await trust.ensureControlPlane();
    assert.equal(issued.length, 11);
    const certificate = new X509Certificate(readFileSync(pki('kubernetes/kube-apiserver/tls.crt')));
    for (const address of ['10.96.0.1', '127.0.0.1', '10.5.0.2', '10.5.0.251'])
      assert.ok(certificate.checkIP(address), address);
    assert.ok(certificate.verify(new X509Certificate(secrets.kubernetesCA.cert).publicKey));
    issued.length = 0;
    await trust.ensureEtcd();
    assert.equal(await trust.ensureControlPlane(), first);
    assert.deepEqual(issued, []);
  });

  test('renews at half of their life, for other names, and what a cut write left unusable', async () => {
    const { trust, issued, state, pki } = node('control-plane');
    const first = await trust.ensureControlPlane();
    issued.length = 0;
    state.documents = documentsOf('control-plane', 'https://api.example.com:6443');
    const second = await trust.ensureControlPlane();
    assert.deepEqual(issued, ['kubernetes/kube-apiserver/tls: its names are others']);
    assert.notEqual(second, first);
    rmSync(pki('kubernetes/kube-scheduler/client.crt'));
    rmSync(pki('kubernetes/kube-scheduler/tls.key'));
    writeFileSync(pki('kubernetes/kube-scheduler/tls.key'), readFileSync(pki('kubernetes/kube-scheduler/client.key')));
    issued.length = 0;
    await trust.ensureControlPlane();
    assert.equal(issued.length, 2);
    assert.match(issued.join(), /its key is another.*there is none yet/s);
    issued.length = 0;
    state.now = start + 200 * day;
    await trust.ensureControlPlane();
    assert.equal(issued.length, 8);
  });

  test("shows each component its own directory only, and says in apid's certificate what it is", async () => {
    const { trust, prefix, pki } = node('control-plane');
    await trust.ensureControlPlane();
    await trust.ensureApid(new AbortController().signal);
    assert.equal(statSync(pki('kubernetes/kube-scheduler')).mode & 0o777, 0o500);
    assert.equal(statSync(pki('kubernetes/kube-scheduler/client.key')).mode & 0o777, 0o400);
    const server = parseCertificate(readFileSync(join(prefix, 'run/talos/apid/server.crt'), 'utf8'));
    assert.deepEqual([server.subject.CN, server.subject.OU], ['demo-1', ['control-plane']]);
  });

  test('knows all its certificates, and that it renews those which it makes', async () => {
    const { trust, state, pki, prefix } = node('control-plane');
    await trust.ensureEtcd();
    await trust.ensureControlPlane();
    await trust.ensureKubelet();
    await trust.ensureApid(new AbortController().signal);
    const found = await nodeCertificates({
      pkiDir: pki(''),
      kubeletDir: join(prefix, 'var/lib/kubelet/pki'),
      documents: state.documents,
    });
    assert.deepEqual(
      found.filter(({ renewer }) => renewer === 'nobody').map(({ name }) => name),
      ['ca/etcd', 'ca/front-proxy', 'ca/kubernetes', 'ca/os'],
    );
    const own = controlPlaneLeaves(state.documents, '10.5.0.2').map(({ path }) => path);
    assert.deepEqual(
      found.filter(({ renewer }) => renewer === 'machined').map(({ name }) => name),
      [...own].sort(),
    );
    for (const { notBeforeMs, notAfterMs } of found) assert.ok(notBeforeMs < start && notAfterMs > start + 300 * day);
  });

  test("makes its kubelet's client certificate, which says no more than who it is, and renews it", async () => {
    const { trust, issued, state } = node('control-plane');
    const { cert, key } = await trust.ensureKubelet();
    const { subject } = parseCertificate(readFileSync(cert, 'utf8'));
    assert.deepEqual([subject.CN, subject.O], ['system:node:demo-1', ['system:nodes']]);
    assert.equal(statSync(key).mode & 0o777, 0o400);
    const first = readFileSync(cert, 'utf8');
    state.now = start + 190 * day;
    await trust.ensureKubelet();
    assert.notEqual(readFileSync(cert, 'utf8'), first);
    assert.deepEqual(issued, ['kubelet/client: there is none yet', 'kubelet/client: half of its life is over']);
  });
});

test('a clock that jumps costs no certificate that was good, and what a wrong clock made is mended with it', async () => {
  for (const jump of JUMPS_MS) {
    const { trust, state, pki } = node('control-plane');
    const readAll = async () => {
      await trust.ensureEtcd();
      await trust.ensureControlPlane();
      return parseCertificate(readFileSync(pki('kubernetes/kube-apiserver/tls.crt'), 'utf8'));
    };
    const good = await readAll();
    state.now = start + jump;
    const during = await readAll();
    // Ten years off is outside of the authorities' own life: nothing is made by such a clock. A day is not, and does no harm.
    if (Math.abs(jump) > 300 * day) assert.equal(during.serial, good.serial);
    state.now = start + 1;
    const after = await readAll();
    assert.ok(after.notBeforeMs <= state.now && state.now < after.notAfterMs, `a jump of ${jump} ms`);
  }
});

test('a node that boots first with its clock in the past gets certificates from the start of its authority', async () => {
  const { trust, state, pki } = node('control-plane');
  state.now = start - 3_652 * day;
  await trust.ensureControlPlane();
  const made = parseCertificate(readFileSync(pki('kubernetes/kube-apiserver/tls.crt'), 'utf8'));
  assert.ok(made.notBeforeMs <= start && start < made.notAfterMs);
  const late = node('control-plane');
  late.state.now = start + 3_652 * day;
  await assert.rejects(late.trust.ensureControlPlane(), /can sign nothing more: it ended on .*or this clock is wrong/);
});

describe('a worker', () => {
  const serving = async (): Promise<string> => {
    const profile = osServer({ nodeName: 'demo-1', addresses: ['10.5.0.2'], controlPlane: false });
    return (await issue({ ca: secrets.osCA, ...profile, now: start })).certPem;
  };

  test('asks for its certificate, and not again while it is good', async () => {
    let asked = 0;
    const { trust, state } = node('worker', () => {
      asked++;
      return serving();
    });
    const { signal } = new AbortController();
    await trust.ensureApid(signal);
    // The fake signed a key of its own making; a pair that does not fit is asked for again, which is what this shows.
    await trust.ensureApid(signal);
    assert.equal(asked, 2);
    state.now = start + day;
    assert.equal(asked, 2);
  });

  test('fails, saying so, without a certificate and without anybody to ask', async () => {
    const { trust } = node('worker', async () => {
      throw new Error('10.5.0.2:50000: connection refused');
    });
    await assert.rejects(trust.ensureApid(new AbortController().signal), /connection refused/);
  });

  test('serves on with the former authority until it is to serve with the next, which must be what it then gets', async () => {
    const next = await createOSCA('demo', start, 'next OS CA');
    const profile = osServer({ nodeName: 'demo-1', addresses: ['10.5.0.2'], controlPlane: false });
    let issuer = secrets.osCA;
    const { trust, state, issued } = node(
      'worker',
      async (csr) => (await issue({ ca: issuer, csr, ...profile, now: start })).certPem,
    );
    const { signal } = new AbortController();
    await trust.ensureApid(signal);
    const first = trust.apidFiles();
    state.documents = {
      ...state.documents,
      trust: { ...state.documents.trust, osCA: { cert: next.cert }, acceptedOSCAs: [secrets.osCA.cert] },
    };
    await trust.ensureApid(signal);
    assert.equal(trust.apidFiles().server, first.server);
    assert.notEqual(trust.apidFiles().state, first.state); // whom it lets in is another thing already
    await assert.rejects(trust.ensureApid(signal, { serve: true }), /still issues with the former authority/);
    assert.equal(trust.apidFiles().server, first.server);
    issuer = next;
    await trust.ensureApid(signal, { serve: true });
    assert.equal(issuerOf(trust.apidFiles().server, next.cert), fingerprintOf(next.cert));
    assert.equal(issued.length, 2);
  });

  test('issues nothing itself', async () => {
    await assert.rejects(node('worker').trust.ensureEtcd(), /no key of etcdCA/);
  });
});

test('a certificate is left alone in the first half of its life only', () => {
  const wanted = osServer({ nodeName: 'n', addresses: ['fd00::1'], controlPlane: false });
  const info = {
    subject: { CN: 'n', O: [], OU: [] },
    notBeforeMs: 0,
    notAfterMs: 100,
    dnsNames: ['n'],
    ipAddresses: ['fd00:0:0:0:0:0:0:1'],
  };
  assert.equal(renewalReason(info, wanted, 49), undefined);
  assert.match(renewalReason(info, wanted, 50) ?? '', /half/);
  assert.match(renewalReason(info, wanted, -1) ?? '', /not valid yet/);
  assert.match(renewalReason({ ...info, subject: { CN: 'n', O: ['os:admin'], OU: [] } }, wanted, 1) ?? '', /groups/);
});
