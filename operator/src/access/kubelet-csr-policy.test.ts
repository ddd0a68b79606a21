import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificateSigningRequest } from '@talos/lib/kube/resources.ts';
import { createCsr } from '@talos/lib/trust/x509.ts';
import { decideCsr, KUBELET_SERVING_SIGNER, nodeOfRequestor } from './kubelet-csr-policy.ts';

type CsrParams = Parameters<typeof createCsr>[0];
type Spec = CertificateSigningRequest['spec'];

/** What the kubelet of worker-1 at 10.5.0.4 asks for. */
async function request(
  overrides: { readonly csr?: Partial<CsrParams>; readonly spec?: Partial<Spec>; readonly pem?: string } = {},
): Promise<CertificateSigningRequest> {
  const { csrPem } = await createCsr({
    subject: { CN: 'system:node:worker-1', O: ['system:nodes'] },
    dnsNames: ['worker-1'],
    ipAddresses: ['10.5.0.4'],
    algorithm: 'ecdsa-p256',
    ...overrides.csr,
  });
  return {
    metadata: { name: 'csr-1' },
    spec: {
      signerName: KUBELET_SERVING_SIGNER,
      username: 'system:node:worker-1',
      groups: ['system:nodes', 'system:authenticated'],
      usages: ['digital signature', 'server auth'],
      request: Buffer.from(overrides.pem ?? csrPem).toString('base64'),
      ...overrides.spec,
    },
  };
}

const spokenTo = { address: '10.5.0.4' };

describe('a kubelet serving request', () => {
  it('is approved for the name of the node and the address at which its agent answered', async () => {
    assert.deepEqual(await decideCsr(await request(), spokenTo), {
      kind: 'approve',
      names: ['worker-1', '10.5.0.4'],
      address: '10.5.0.4',
    });
    const usages = ['key encipherment', 'server auth', 'digital signature'];
    assert.equal((await decideCsr(await request({ spec: { usages } }), spokenTo)).kind, 'approve');
    assert.equal((await decideCsr(await request({ csr: { ipAddresses: [] } }), {})).kind, 'wait');
  });

  it('is approved however an IPv6 address is written', async () => {
    const csr = await request({ csr: { ipAddresses: ['fd00:0:0:0::4'] } });
    assert.equal((await decideCsr(csr, { address: 'fd00::4' })).kind, 'approve');
    assert.equal((await decideCsr(csr, { address: 'fd00::5' })).kind, 'wait');
  });

  it('waits while the agent was not spoken to, or was at another address', async () => {
    const unknown = await decideCsr(await request(), {});
    assert.deepEqual([unknown.kind, 'reason' in unknown && unknown.reason], ['wait', 'AgentNotReached']);
    const elsewhere = await decideCsr(await request(), { address: '10.5.0.5' });
    assert.deepEqual([elsewhere.kind, 'reason' in elsewhere && elsewhere.reason], ['wait', 'AddressNotVerified']);
    const extra = await request({ csr: { ipAddresses: ['10.5.0.4', '10.96.0.1'] } });
    assert.equal((await decideCsr(extra, spokenTo)).kind, 'wait');
  });

  const hostile: readonly [what: string, overrides: Parameters<typeof request>[0], reason: string][] = [
    ['for another signer', { spec: { signerName: 'kubernetes.io/kube-apiserver-client' } }, 'OtherSigner'],
    ['by a person', { spec: { username: 'ann' } }, 'NotANode'],
    ['by a service account', { spec: { username: 'system:serviceaccount:default:node' } }, 'NotANode'],
    ['by a bootstrap token', { spec: { username: 'system:bootstrap:abcdef' } }, 'NotANode'],
    ['by a node user outside of the group', { spec: { groups: ['system:authenticated'] } }, 'NotANode'],
    ['by no one', { spec: { username: 'system:node:' } }, 'NotANode'],
    ['by another node in this one’s name', { spec: { username: 'system:node:worker-2' } }, 'WrongSubject'],
    ['with client auth too', { spec: { usages: ['digital signature', 'server auth', 'client auth'] } }, 'WrongUsages'],
    ['with client auth alone', { spec: { usages: ['digital signature', 'client auth'] } }, 'WrongUsages'],
    ['with cert sign', { spec: { usages: ['cert sign', 'server auth'] } }, 'WrongUsages'],
    ['without usages', { spec: { usages: [] } }, 'WrongUsages'],
    [
      'with the name of another node',
      { csr: { subject: { CN: 'system:node:cp-1', O: ['system:nodes'] } } },
      'WrongSubject',
    ],
    [
      'with a further group',
      { csr: { subject: { CN: 'system:node:worker-1', O: ['system:nodes', 'system:masters'] } } },
      'WrongSubject',
    ],
    ['without the group', { csr: { subject: { CN: 'system:node:worker-1' } } }, 'WrongSubject'],
    [
      'with a unit',
      { csr: { subject: { CN: 'system:node:worker-1', O: ['system:nodes'], OU: ['control-plane'] } } },
      'WrongSubject',
    ],
    [
      'with a subject inside a subject',
      { csr: { subject: { CN: 'system:node:worker-1\nO=system:nodes', O: ['system:nodes'] } } },
      'WrongSubject',
    ],
    ['with another DNS name', { csr: { dnsNames: ['worker-1', 'kubernetes.default.svc'] } }, 'ForeignName'],
    ['with a wildcard', { csr: { dnsNames: ['*'] } }, 'ForeignName'],
    ['with no names', { csr: { dnsNames: [], ipAddresses: [] } }, 'NoNames'],
    ['that is no request', { pem: 'nonsense' }, 'NotARequest'],
    [
      'that is a broken request',
      { pem: '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n' },
      'NotARequest',
    ],
  ];
  for (const [what, overrides, reason] of hostile) {
    it(`${what} is left alone`, async () => {
      const decision = await decideCsr(await request(overrides), spokenTo);
      assert.deepEqual([decision.kind, 'reason' in decision && decision.reason], ['leave', reason]);
    });
  }

  it('that was tampered with, or comes with a second one behind it, is left alone', async () => {
    const good = await request();
    const pem = Buffer.from(good.spec.request, 'base64').toString();
    const lines = pem.trim().split('\n');
    const der = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    der[der.length - 1]! ^= 1;
    const tampered = [lines[0], der.toString('base64'), lines.at(-1), ''].join('\n');
    for (const forged of [tampered, pem + pem, `junk\n${pem}`]) {
      const decision = await decideCsr(await request({ pem: forged }), spokenTo);
      assert.deepEqual([decision.kind, 'reason' in decision && decision.reason], ['leave', 'NotARequest']);
    }
  });

  it('belongs to the node that the apiserver knew the requestor as', async () => {
    assert.equal(nodeOfRequestor(await request()), 'worker-1');
    assert.equal(nodeOfRequestor(await request({ spec: { username: 'system:nodes:worker-1' } })), undefined);
  });
});
