import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificateSigningRequest } from '@talos/lib/kube/resources.ts';
import { createCsr } from '@talos/lib/trust/x509.ts';
import { decideCsr, KUBELET_CLIENT_SIGNER, KUBELET_SERVING_SIGNER, nodeOfRequestor } from './kubelet-csr-policy.ts';

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
      reason: 'AgentVerified',
      message: "the operator has spoken to this node's agent at 10.5.0.4",
      names: ['worker-1', '10.5.0.4'],
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
    assert.deepEqual([unknown.kind, unknown.reason], ['wait', 'AgentNotReached']);
    const elsewhere = await decideCsr(await request(), { address: '10.5.0.5' });
    assert.deepEqual([elsewhere.kind, elsewhere.reason], ['wait', 'AddressNotVerified']);
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
      assert.deepEqual([decision.kind, decision.reason], ['leave', reason]);
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
      assert.deepEqual([decision.kind, decision.reason], ['leave', 'NotARequest']);
    }
  });

  it('belongs to the node that the apiserver knew the requestor as', async () => {
    assert.equal(nodeOfRequestor(await request()), 'worker-1');
    assert.equal(nodeOfRequestor(await request({ spec: { username: 'system:nodes:worker-1' } })), undefined);
  });
});

/** What the kubelet of worker-1, which has only its token yet, asks for. */
const first = (overrides: Parameters<typeof request>[0] = {}): Promise<CertificateSigningRequest> =>
  request({
    ...overrides,
    csr: { dnsNames: [], ipAddresses: [], ...overrides.csr },
    spec: {
      signerName: KUBELET_CLIENT_SIGNER,
      username: 'system:bootstrap:abcdef',
      groups: [
        'system:bootstrappers',
        'system:bootstrappers:nodes',
        'system:bootstrappers:nodes:worker-1',
        'system:authenticated',
      ],
      usages: ['digital signature', 'client auth'],
      ...overrides.spec,
    },
  });

describe('the first client certificate of a kubelet', () => {
  it('is approved for the name that its token is for, whether or not its agent was spoken to', async () => {
    for (const facts of [{}, spokenTo, { controlPlane: false }]) {
      const decision = await decideCsr(await first(), facts);
      assert.deepEqual(
        [decision.kind, decision.reason, 'names' in decision && decision.names],
        ['approve', 'TokenOfNode', ['system:node:worker-1']],
      );
    }
    const usages = ['key encipherment', 'digital signature', 'client auth'];
    assert.equal((await decideCsr(await first({ spec: { usages } }), {})).kind, 'approve');
  });

  const subject = (CN: string, O = ['system:nodes']) => ({ csr: { subject: { CN, O } } });
  const groups = (...more: string[]) => ({ spec: { groups: ['system:bootstrappers', ...more] } });
  const hostile: readonly [what: string, overrides: Parameters<typeof request>[0], reason: string][] = [
    ['of a control plane’s name', subject('system:node:cp-1'), 'WrongSubject'],
    ['of another worker’s name', subject('system:node:worker-2'), 'WrongSubject'],
    ['of a name that begins alike', subject('system:node:worker-1x'), 'WrongSubject'],
    ['of an administrator', subject('admin', ['system:masters']), 'WrongSubject'],
    [
      'of a node that is an administrator',
      subject('system:node:worker-1', ['system:nodes', 'system:masters']),
      'WrongSubject',
    ],
    ['with a token that is for no node', groups('system:bootstrappers:nodes'), 'NotANode'],
    ['with a token of a group of somebody else’s', groups('system:bootstrappers:nodes:worker-1'), 'NotANode'],
    [
      'with a token that is for two nodes',
      groups('system:bootstrappers:nodes', 'system:bootstrappers:nodes:worker-1', 'system:bootstrappers:nodes:cp-1'),
      'NotANode',
    ],
    ['by a person who says so', { spec: { username: 'ann' } }, 'NotANode'],
    ['by a service account', { spec: { username: 'system:serviceaccount:default:x' } }, 'NotANode'],
    ['that could serve, too', { spec: { usages: ['digital signature', 'client auth', 'server auth'] } }, 'WrongUsages'],
    ['for serving', { spec: { usages: ['digital signature', 'server auth'] } }, 'WrongUsages'],
    ['with a usage twice', { spec: { usages: ['digital signature', 'client auth', 'client auth'] } }, 'WrongUsages'],
    ['with a DNS name', { csr: { dnsNames: ['kubernetes'] } }, 'ForeignName'],
    ['with an address', { csr: { ipAddresses: ['10.5.0.2'] } }, 'ForeignName'],
    ['that is no request', { pem: 'nonsense' }, 'NotARequest'],
    [
      'as another worker, for renewal',
      { spec: { username: 'system:node:worker-2', groups: ['system:nodes'] } },
      'Renewal',
    ],
  ];
  for (const [what, overrides, reason] of hostile) {
    it(`${what} is left alone`, async () => {
      const decision = await decideCsr(await first(overrides), spokenTo);
      assert.deepEqual([decision.kind, decision.reason], ['leave', reason]);
    });
  }

  it('of a control plane is left alone even with a token for it: it makes its own', async () => {
    const decision = await decideCsr(await first(), { controlPlane: true });
    assert.deepEqual([decision.kind, decision.reason], ['leave', 'ControlPlaneName']);
  });
});
