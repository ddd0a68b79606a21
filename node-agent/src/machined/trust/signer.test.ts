import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { adminClient, osServer } from '@talos/lib/trust/profiles.ts';
import { createCA, createCsr, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { isSignedBy, readCertificate } from './certificate.ts';
import { createSigner } from './signer.ts';

const ca = await createCA({ commonName: 'test', algorithm: 'ed25519', lifetimeMs: 86_400_000 });

test('what the thread makes is a certificate as any other', async () => {
  const signer = createSigner();
  const profile = osServer({ nodeName: 'cp-1', addresses: ['10.5.0.2', 'fd00::2'], controlPlane: true });
  const [one, two] = await Promise.all([signer.issue({ ca, ...profile }), signer.issue({ ca, ...profile })]);
  assert.ok(isSignedBy(one.certPem, ca.cert, Date.now()));
  assert.notEqual(one.certPem, two.certPem);
  const { csrPem } = await signer.createCsr({ subject: { CN: 'worker-1' } });
  const signed = await signer.issue({ ca, csr: csrPem, ...profile });
  assert.equal(readCertificate(signed.certPem).subject.CN, 'cp-1');
});

test("errors keep their class, and the thread's life goes on", async () => {
  const signer = createSigner();
  const profile = osServer({ nodeName: 'cp-1', addresses: [], controlPlane: false });
  await assert.rejects(signer.issue({ ca, csr: 'nonsense', ...profile }), TypeError);
  assert.ok((await signer.issue({ ca, ...profile })).keyPem);
});

test('it comes again after its end, and holds no program up', () => {
  const program = `
    import { createSigner } from ${JSON.stringify(new URL('./signer.ts', import.meta.url).href)};
    const signer = createSigner(0);
    for (let round = 0; round < 3; round++) {
      console.log((await signer.createCsr({ subject: { CN: 'a' } })).csrPem.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  assert.equal(output, 'true\ntrue\ntrue\n');
});

test('a certificate is read as the library reads it', async () => {
  const far = { ca, lifetimeMs: 60_000, usages: ['client' as const] };
  for (const made of [
    await issue({
      ca,
      ...osServer({ nodeName: 'n', addresses: ['10.0.0.1', '::1', 'fd00::a:b'], controlPlane: true }),
    }),
    await issue({ ca, ...adminClient({ subject: 'admin:an=a, "O=b\\', lifetimeMs: 60_000 }) }),
    await issue({ ...far, subject: { CN: 'x', O: ['a', 'b, c'], OU: ['d'] }, dnsNames: ['a.example', 'b.example'] }),
    await issue({ ...far, ca, csr: (await createCsr({ subject: { CN: 'y' } })).csrPem, subject: { CN: 'żółw' } }),
  ]) {
    const [ours, theirs] = [readCertificate(made.certPem), parseCertificate(made.certPem)];
    const plain = (address: string) => (address.includes(':') ? new URL(`http://[${address}]`).hostname : address);
    assert.deepEqual(
      { ...ours, ipAddresses: ours.ipAddresses.map(plain) },
      { ...theirs, ipAddresses: theirs.ipAddresses.map(plain) },
    );
  }
  assert.throws(() => readCertificate('-----BEGIN SECRET-----'), /not a certificate/);
});
