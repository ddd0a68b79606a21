import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { bootstrapGroupOf, bootstrapTokenOf, nodeOfBootstrapGroups } from './bootstrap.ts';
import { renderKubeconfig } from './kubeconfig.ts';
import { apiserverServing, CONTROL_PLANE_UNIT, etcdPeer, osClient, osServer } from './profiles.ts';
import { BOOTSTRAP_TOKEN, createOSCA, createSecrets, parseSecrets } from './secrets.ts';
import { familyOf, makeSerial, normalizeSerial } from './serial.ts';
import { createCA, createCsr, isSignedBy, issue, parseCertificate, parseCsr } from './x509.ts';

const HOUR_MS = 3_600_000;

describe('certificates', () => {
  for (const algorithm of ['ed25519', 'ecdsa-p256'] as const) {
    it(`of ${algorithm} are believed by OpenSSL for what they are for, and nothing else`, async () => {
      const ca = await createCA({ commonName: 'test CA', algorithm, lifetimeMs: HOUR_MS });
      const profile = apiserverServing({
        nodeName: 'demo-cp-1',
        addresses: ['10.5.0.2', 'fd00::2'],
        dnsDomain: 'cluster.local',
      });
      const { certPem, keyPem } = await issue({ ca, ...profile });
      const directory = mkdtempSync(join(tmpdir(), 'trust-'));
      try {
        writeFileSync(join(directory, 'ca.pem'), ca.cert);
        writeFileSync(join(directory, 'leaf.pem'), certPem);
        const verify = (purpose: string) =>
          execFileSync('openssl', ['verify', '-x509_strict', '-purpose', purpose, '-CAfile', 'ca.pem', 'leaf.pem'], {
            cwd: directory,
            stdio: ['ignore', 'pipe', 'pipe'],
          }).toString();
        assert.match(verify('sslserver'), /leaf\.pem: OK/);
        assert.throws(() => verify('sslclient'));
      } finally {
        rmSync(directory, { recursive: true });
      }
      const native = new X509Certificate(certPem);
      assert.ok(native.checkPrivateKey(createPrivateKey(keyPem)));
      assert.equal(native.checkHost('kubernetes.default.svc.cluster.local'), 'kubernetes.default.svc.cluster.local');
      assert.equal(native.checkIP('10.5.0.2'), '10.5.0.2');
      assert.equal(native.checkIP('fd00::2'), 'fd00::2');
      assert.equal(native.checkIP('10.5.0.3'), undefined);
    });
  }

  it('for a request take its key and none of its names', async () => {
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const { csrPem, keyPem } = await createCsr({ subject: { CN: 'evil', O: ['os:admin'] }, dnsNames: ['demo-cp-1'] });
    const profile = osServer({ nodeName: 'demo-worker-1', addresses: ['10.5.0.3'], controlPlane: false });
    const { certPem } = await issue({ ca, csr: csrPem, ...profile });
    const info = parseCertificate(certPem);
    assert.deepEqual(info.subject, { CN: 'demo-worker-1', O: [], OU: [] });
    assert.deepEqual(info.dnsNames, ['demo-worker-1']);
    assert.deepEqual(info.ipAddresses, ['10.5.0.3']);
    assert.ok(createPublicKey(certPem).equals(createPublicKey(keyPem)));
  });

  it('are asked for with names that can all be read', async () => {
    const { csrPem } = await createCsr({
      subject: { CN: 'system:node:a', O: ['system:nodes', 'system:masters'] },
      dnsNames: ['a'],
      ipAddresses: ['10.5.0.3', 'fd00::3'],
      algorithm: 'ecdsa-p256',
    });
    const info = await parseCsr(csrPem);
    assert.deepEqual(info.attributes, [
      ['O', 'system:nodes'],
      ['O', 'system:masters'],
      ['CN', 'system:node:a'],
    ]);
    assert.deepEqual([info.dnsNames, info.ipAddresses, info.otherNames], [['a'], ['10.5.0.3', 'fd00::3'], []]);
  });

  it('are not made for a request that was tampered with', async () => {
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const { csrPem } = await createCsr({ subject: { CN: 'demo-worker-1' } });
    const [head, ...rest] = csrPem.trim().split('\n');
    const der = Buffer.from(rest.slice(0, -1).join(''), 'base64');
    der[der.length - 1]! ^= 1; // the last byte of the signature
    const tampered = [head, der.toString('base64'), rest.at(-1), ''].join('\n');
    const profile = osClient({ role: 'os:join', subject: 'x' });
    await assert.rejects(issue({ ca, csr: tampered, ...profile }), /not signed by its own key/);
    await assert.rejects(issue({ ca, csr: 'nonsense', ...profile }), /not a certificate request/);
  });

  it('never outlive their authority, and are valid a little before they were made', async () => {
    const now = Date.parse('2026-11-23T03:00:00.500Z');
    const ca = await createCA({
      commonName: 'OS CA',
      algorithm: 'ed25519',
      lifetimeMs: HOUR_MS,
      now: now - HOUR_MS / 2,
    });
    const { certPem } = await issue({ ca, ...osClient({ role: 'os:admin', subject: 'ann' }), now });
    const info = parseCertificate(certPem);
    assert.equal(info.notAfterMs, parseCertificate(ca.cert).notAfterMs);
    assert.equal(info.notBeforeMs, Date.parse('2026-11-23T02:55:00Z'));
    assert.equal(isSignedBy(certPem, ca.cert, now), true);
    assert.equal(isSignedBy(certPem, ca.cert, now + HOUR_MS), false);
    const other = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS, now });
    assert.equal(isSignedBy(certPem, other.cert, now), false);
  });

  it('say role and control plane where Kubernetes and the door look for them', async () => {
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const server = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: [], controlPlane: true }) });
    assert.deepEqual(parseCertificate(server.certPem).subject.OU, [CONTROL_PLANE_UNIT]);
    const client = await issue({ ca, ...osClient({ role: 'os:operator', subject: 'operator' }) });
    assert.deepEqual(parseCertificate(client.certPem).subject, { CN: 'operator', O: ['os:operator'], OU: [] });
    assert.throws(
      () => parseCertificate('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
      /not a certificate/,
    );
  });
});

describe('the secrets of a cluster', () => {
  it('come back through a file, and are all different', async () => {
    const secrets = await createSecrets({ clusterName: 'demo', now: Date.now() });
    assert.deepEqual(parseSecrets(JSON.parse(JSON.stringify(secrets))), secrets);
    const rotating = { ...secrets, nextOSCA: await createOSCA('demo', Date.now(), 'next OS CA') };
    assert.deepEqual(parseSecrets(JSON.parse(JSON.stringify(rotating))), rotating);
    assert.throws(
      () => parseSecrets({ ...secrets, nextOSCA: { cert: 'x', key: 'y' } }),
      /nextOSCA\.cert.*nextOSCA\.key/,
    );
    const keys = [secrets.osCA, secrets.kubernetesCA, secrets.frontProxyCA, secrets.etcdCA].map((ca) => ca.key);
    assert.equal(new Set([...keys, secrets.serviceAccountKey]).size, 5);
    for (const ca of [secrets.osCA, secrets.kubernetesCA, secrets.frontProxyCA, secrets.etcdCA]) {
      assert.ok(new X509Certificate(ca.cert).checkPrivateKey(createPrivateKey(ca.key)));
    }
    const peer = await issue({ ca: secrets.etcdCA, ...etcdPeer({ nodeName: 'cp-1', addresses: ['10.5.0.2'] }) });
    assert.ok(isSignedBy(peer.certPem, secrets.etcdCA.cert));
  });

  it('are refused with every fault named and no value shown', async () => {
    const secrets = await createSecrets({ clusterName: 'demo', now: Date.now() });
    const leaf = await issue({ ca: secrets.osCA, ...osClient({ role: 'os:reader', subject: 'x' }) });
    const broken = {
      ...secrets,
      osCA: { cert: leaf.certPem, key: secrets.osCA.key },
      etcdCA: { cert: 'topsecret' },
      bootstrapToken: 'topsecret',
      extra: 1,
    };
    assert.throws(
      () => parseSecrets(broken),
      (error: Error) => {
        for (const text of [
          'osCA.cert: not the certificate of an authority',
          'etcdCA.cert',
          'etcdCA.key',
          'bootstrapToken',
          'extra',
        ]) {
          assert.ok(error.message.includes(text), `${text} in ${error.message}`);
        }
        assert.doesNotMatch(error.message, /topsecret/);
        return true;
      },
    );
  });

  it('make a kubeconfig that holds what it was given', () => {
    const text = renderKubeconfig({
      clusterName: 'demo',
      server: 'https://10.5.0.2:6443',
      ca: 'CA',
      user: 'admin',
      credential: { kind: 'certificate', cert: 'CERT', key: 'KEY' },
    });
    const config = parse(text);
    assert.equal(config['current-context'], 'admin@demo');
    assert.equal(Buffer.from(config.users[0].user['client-key-data'], 'base64').toString(), 'KEY');
    assert.equal(config.clusters[0].cluster.server, 'https://10.5.0.2:6443');
  });
});

describe('bootstrap tokens', () => {
  it('are each node’s own, and the same whenever they are made', () => {
    const cluster = 'abcdef.0123456789abcdef';
    const token = bootstrapTokenOf('w-1', cluster);
    assert.match(token, BOOTSTRAP_TOKEN);
    assert.equal(bootstrapTokenOf('w-1', cluster), token);
    assert.notEqual(bootstrapTokenOf('w-2', cluster), token);
    assert.notEqual(bootstrapTokenOf('w-1', 'abcdef.0123456789abcdeg'), token);
  });

  it('name their node by a group that Kubernetes takes', () => {
    // apimachinery's bootstrap token API: of other groups the token would not authenticate at all
    assert.match(bootstrapGroupOf('w-1'), /^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/);
    const given = [
      'system:bootstrappers',
      'system:bootstrappers:nodes',
      bootstrapGroupOf('w-1'),
      'system:authenticated',
    ];
    assert.equal(nodeOfBootstrapGroups(given), 'w-1');
    assert.equal(nodeOfBootstrapGroups([...given, bootstrapGroupOf('w-2')]), undefined);
    assert.equal(nodeOfBootstrapGroups(given.filter((group) => group !== 'system:bootstrappers:nodes')), undefined);
    assert.equal(nodeOfBootstrapGroups([...given.slice(0, 2), bootstrapGroupOf('')]), undefined);
  });
});

describe('serial numbers', () => {
  it('show what descends from what, over any number of renewals, and nothing else', async () => {
    const ca = await createCA({ commonName: 'test CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const profile = osClient({ role: 'os:operator', subject: 'ann', lifetimeMs: HOUR_MS });
    const serialOf = async (family?: string) =>
      parseCertificate((await issue({ ca, ...profile, ...(family !== undefined && { family }) })).certPem).serial;
    const first = await serialOf();
    const second = await serialOf(familyOf(first));
    const third = await serialOf(familyOf(second));
    assert.equal(new Set([first, second, third]).size, 3);
    assert.equal(new Set([first, second, third].map(familyOf)).size, 1);
    assert.notEqual(familyOf(await serialOf()), familyOf(first));
    assert.equal(familyOf(first.toLowerCase().replace(/(?=(..)+$)(?!^)/g, ':')), familyOf(first));
  });

  it('have 20 octets, are positive, and take in certificates of another making', () => {
    for (const random of [new Uint8Array(20), new Uint8Array(20).fill(0xff)]) {
      const serial = makeSerial(random);
      assert.match(serial, /^[4-7][0-9A-F]{39}$/);
      assert.equal(normalizeSerial(serial), serial);
    }
    const heir = makeSerial(new Uint8Array(20).fill(7), familyOf('0a:01'));
    assert.match(heir, /^40[0-9A-F]{38}$/);
    assert.equal(familyOf(heir), familyOf('A01'));
  });
});
