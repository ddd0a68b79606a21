import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { checkDocuments, type NodeDocuments } from '@talos/crds/config/index.ts';
import type { RpcError } from '@talos/lib/rpc/error.ts';
import { fingerprintOf, shortFingerprint } from '@talos/lib/trust/authorities.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { createOSCA } from '@talos/lib/trust/secrets.ts';
import { type CertAndKey, issue } from '@talos/lib/trust/x509.ts';
import { ReplaceAuthoritiesRequest } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { authoritiesOf, replacedTarget, replacedTrust } from './authorities.ts';
import { Clients } from './clients.ts';

const present = EXAMPLE_CONTROL_PLANE.trust.osCA as CertAndKey;
let next: CertAndKey;
let join: CertAndKey;
before(async () => {
  next = await createOSCA('demo', Date.now());
  join = await joinOf('example-worker-1', next);
});
async function joinOf(subject: string, ca: CertAndKey, role: 'os:join' | 'os:reader' = 'os:join'): Promise<CertAndKey> {
  const { certPem, keyPem } = await issue({ ca, ...osClient({ role, subject }) });
  return { cert: certPem, key: keyPem };
}

const replaced = (
  documents: NodeDocuments,
  request: Partial<ReplaceAuthoritiesRequest>,
  inUse = fingerprintOf(present.cert),
) => {
  const whole = ReplaceAuthoritiesRequest.decode(ReplaceAuthoritiesRequest.encode(request));
  const trust = replacedTrust(documents, whole, { server: inUse, caller: inUse });
  assert.deepEqual(checkDocuments({ ...documents, trust }), []);
  return trust;
};
const refused = (
  documents: NodeDocuments,
  request: Partial<ReplaceAuthoritiesRequest>,
  reason: string,
  message: RegExp,
  inUse?: string,
) =>
  assert.throws(
    () => replaced(documents, request, inUse),
    (error: RpcError) => {
      assert.equal(error.reason, reason);
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /PRIVATE|BEGIN/);
      return true;
    },
  );

test('another authority is accepted beside the present one, then issues, then is the only one', () => {
  const accepted = replaced(EXAMPLE_CONTROL_PLANE, { acceptedPem: [present.cert, next.cert] });
  assert.deepEqual([accepted.osCA, accepted.acceptedOSCAs], [present, [next.cert]]);
  const both = { ...EXAMPLE_CONTROL_PLANE, trust: accepted };
  const issuing = replaced(both, { acceptedPem: [next.cert, present.cert], issuingKeyPem: next.key });
  assert.deepEqual([issuing.osCA, issuing.acceptedOSCAs], [next, [present.cert]]);
  // The key stays where only the others change, and nothing else of the trust does.
  const only = replaced({ ...both, trust: issuing }, { acceptedPem: [next.cert] }, fingerprintOf(next.cert));
  assert.deepEqual(only, { ...EXAMPLE_CONTROL_PLANE.trust, osCA: next });
});

test('a worker gets another way to join, and never a key of an authority', () => {
  const acceptedPem = [next.cert, present.cert];
  const trust = replaced(EXAMPLE_WORKER, { acceptedPem, joinCertificatePem: join.cert, joinKeyPem: join.key });
  assert.deepEqual([trust.osCA, trust.join], [{ cert: next.cert }, join]);
  refused(EXAMPLE_WORKER, { acceptedPem, issuingKeyPem: next.key }, 'AUTHORITIES_INVALID', /control planes only/);
  const told = authoritiesOf({ ...EXAMPLE_WORKER, trust }, join.cert);
  assert.deepEqual(
    [told.issuing, told.server, told.join, told.controlPlane],
    [...Array(3).fill(fingerprintOf(next.cert)), false],
  );
});

test('a certificate to join with is for that node, of that role, and of an accepted authority', async () => {
  const acceptedPem = [next.cert, present.cert];
  const foreign = await createOSCA('other', Date.now());
  for (const wrong of [
    await joinOf('example-worker-2', next),
    await joinOf('example-worker-1', next, 'os:reader'),
    await joinOf('example-worker-1', foreign),
    { cert: 'nonsense', key: join.key },
  ]) {
    const request = { acceptedPem, joinCertificatePem: wrong.cert, joinKeyPem: wrong.key };
    refused(EXAMPLE_WORKER, request, 'AUTHORITIES_INVALID', /join_certificate_pem must be/);
  }
  const request = { acceptedPem, issuingKeyPem: next.key, joinCertificatePem: join.cert, joinKeyPem: join.key };
  refused(EXAMPLE_CONTROL_PLANE, request, 'AUTHORITIES_INVALID', /for workers only/);
});

test('nothing is withdrawn on which the caller, the serving certificate or the way to join stands', () => {
  const request = { acceptedPem: [next.cert], issuingKeyPem: next.key };
  refused(EXAMPLE_CONTROL_PLANE, request, 'AUTHORITY_IN_USE', /your own certificate is signed by/);
  const alone = { acceptedPem: [next.cert] };
  refused(EXAMPLE_WORKER, alone, 'AUTHORITY_IN_USE', /role os:join/, fingerprintOf(next.cert));
});

test('what no node could use is refused, and so is what the caller has not seen', () => {
  const documents = EXAMPLE_CONTROL_PLANE;
  refused(documents, { acceptedPem: [] }, 'AUTHORITIES_INVALID', /issuing one first/);
  refused(documents, { acceptedPem: [present.cert, present.cert] }, 'AUTHORITIES_INVALID', /each authority once/);
  refused(documents, { acceptedPem: [present.cert, join.cert] }, 'AUTHORITIES_INVALID', /certificates of authorities/);
  refused(documents, { acceptedPem: [next.key] }, 'AUTHORITIES_INVALID', /certificates of authorities/);
  refused(documents, { acceptedPem: [next.cert, present.cert] }, 'AUTHORITIES_INVALID', /issuing_key_pem is required/);
  const acceptedPem = [present.cert, next.cert];
  refused(documents, { acceptedPem, expected: ['00'] }, 'AUTHORITIES_CHANGED', /other authorities by now/);
  replaced(documents, { acceptedPem, expected: [fingerprintOf(present.cert)] });
});

test('the audit log names authorities by their fingerprints', () => {
  const acceptedPem = [present.cert, next.key];
  assert.equal(
    replacedTarget({ acceptedPem, issuingKeyPem: next.key, serve: true }),
    `serve ${shortFingerprint(fingerprintOf(present.cert))} ?`,
  );
});

test('clients are counted by family and authority, a bounded number of them, until their certificates end', () => {
  const clients = new Clients(7);
  const note = (serial: string, timeMs: number, authority = 'a', notAfterMs = 1_000) =>
    clients.note({ timeMs, subject: 'rita', role: 'os:reader', serial, authority, notAfterMs });
  note(`4${'0'.repeat(39)}`, 10);
  note(`4${'0'.repeat(38)}1`, 20); // renewed
  note(`4${'0'.repeat(39)}`, 15, 'b');
  assert.deepEqual(
    clients
      .list(0)
      .map(({ authority, serial, firstSeenMs, lastSeenMs }) => [authority, serial.at(-1), firstSeenMs, lastSeenMs]),
    [
      ['a', '1', 10, 20],
      ['b', '0', 15, 15],
    ],
  );
  assert.deepEqual(clients.list(1_000), []);
  for (let n = 0; n < 600; n++) note(`4${String(n).padStart(19, '0')}${'0'.repeat(20)}`, 30 + n);
  assert.equal(clients.list(0).length, 512);
  assert.equal(clients.list(0).at(-1)?.lastSeenMs, 629);
});
