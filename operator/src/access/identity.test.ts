import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import { fingerprintOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import pino from 'pino';
import { TestTrust } from '../nodes/fake-agent.testing.ts';
import type { ClientIdentity } from '../nodes/types.ts';
import { loadIdentity, type RenewalOptions, renew, renewalTime, runRenewal } from './identity.ts';

const DAY_MS = 24 * 3_600_000;

describe("the operator's certificate", () => {
  let trust: TestTrust;
  let first: ClientIdentity;
  let directory: string;
  let clock: FakeClock;
  let stop: AbortController;
  let written: ApiRequest[];
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });

  before(async () => {
    trust = await TestTrust.create();
  });

  beforeEach(async () => {
    first = await trust.client();
    directory = await mkdtemp(join(tmpdir(), 'identity-'));
    await put(first);
    clock = new FakeClock(Date.now());
    stop = new AbortController();
    written = [];
    lines.length = 0;
  });

  afterEach(async () => {
    stop.abort();
    await rm(directory, { recursive: true });
  });

  async function put(identity: ClientIdentity): Promise<void> {
    await writeFile(join(directory, 'ca.crt'), identity.ca);
    await writeFile(join(directory, 'tls.crt'), identity.cert);
    await writeFile(join(directory, 'tls.key'), identity.key);
  }

  const load = () => loadIdentity({ directory, clock, logger, signal: stop.signal });

  const transport: Transport = {
    async request<T>(request: ApiRequest) {
      written.push(request);
      return {} as T;
    },
    lines: () => Promise.reject(new Error('not used')),
    close() {},
  };

  const sign = async (csr: string, role: 'os:operator' | 'os:admin' = 'os:operator') => {
    const profile = osClient({ role, subject: 'talos-operator' });
    return { certificatePem: (await issue({ ca: trust.ca, csr, ...profile })).certPem, caPem: trust.ca.cert };
  };

  const authoritiesOf = (issuing: TestTrust, ...others: readonly TestTrust[]) => ({
    issuing: fingerprintOf(issuing.ca.cert),
    accepted: [issuing, ...others].map(({ ca }) => fingerprintOf(ca.cert)),
  });

  async function options(renewSelf: RenewalOptions['agents']['renewSelf'], controlPlanes = ['cp-1']) {
    const identity = await load();
    const agents = { controlPlanes: () => controlPlanes, renewSelf, authorities: async () => authoritiesOf(trust) };
    return { identity, agents, transport, namespace: 'talos-system', clock, logger };
  }

  it('is renewed with a new key, stored, and used at once', async () => {
    const asked: string[] = [];
    const renewal = await options(
      async ({ node, csrPem }) => {
        asked.push(node);
        if (node === 'cp-1') throw new Error('does not answer');
        return sign(csrPem);
      },
      ['cp-1', 'cp-2'],
    );
    await renew(renewal, stop.signal);
    assert.deepEqual(asked, ['cp-1', 'cp-2']);
    const now = renewal.identity.current();
    assert.notEqual(now.key, first.key);
    assert.equal(parseCertificate(now.cert).subject.CN, 'talos-operator');
    assert.equal(written[0]?.path, '/api/v1/namespaces/talos-system/secrets/talos-operator-client');
    const { data } = written[0]!.body as { data: Record<string, string> };
    assert.equal(Buffer.from(data['tls.key']!, 'base64').toString(), now.key);
    assert.equal(Buffer.from(data['tls.crt']!, 'base64').toString(), now.cert);
  });

  it('is not replaced by one of another subject, of another authority or of another key', async () => {
    const foreign = await TestTrust.create();
    const other = await trust.client();
    const answers: RenewalOptions['agents']['renewSelf'][] = [
      ({ csrPem }) => sign(csrPem, 'os:admin'),
      async ({ csrPem }) => {
        const profile = osClient({ role: 'os:operator', subject: 'talos-operator' });
        const { certPem } = await issue({ ca: foreign.ca, csr: csrPem, ...profile });
        return { certificatePem: certPem, caPem: trust.ca.cert };
      },
      async () => ({ certificatePem: other.cert, caPem: trust.ca.cert }),
      async () => ({ certificatePem: 'nonsense', caPem: trust.ca.cert }),
    ];
    for (const answer of answers) {
      const renewal = await options(answer);
      await assert.rejects(renew(renewal, stop.signal), AggregateError);
      assert.equal(renewal.identity.current().cert, first.cert);
    }
    await assert.rejects(renew(await options(answers[0]!, []), stop.signal), /no control plane answers/);
    assert.deepEqual(written, []);
  });

  it('is not used before it is stored', async () => {
    const renewal = await options(({ csrPem }) => sign(csrPem));
    const failing = { ...transport, request: () => Promise.reject(new Error('the API server is away')) };
    await assert.rejects(renew({ ...renewal, transport: failing }, stop.signal), /is away/);
    assert.equal(renewal.identity.current().cert, first.cert);
  });

  it('is renewed at half of its life, and again after a failure', async () => {
    let calls = 0;
    let wake = () => {};
    const asked = () => new Promise<void>((resolve) => (wake = resolve));
    const renewal = await options(async ({ csrPem }) => {
      calls++;
      wake();
      if (calls === 1) throw new Error('does not answer');
      return sign(csrPem);
    });
    const running = runRenewal(renewal, stop.signal);
    const due = renewalTime(renewal.identity.validity());
    // the CA of the test lives for a day, and so does the certificate
    assert.ok(due - clock.now() < DAY_MS / 2 && due - clock.now() > DAY_MS / 3);
    await clock.advance(due - clock.now() - 1_000);
    assert.equal(calls, 0);
    const firstCall = asked();
    await clock.advance(1_000);
    await firstCall;
    while (!lines.some((line) => line.includes('not renewed'))) await new Promise((resolve) => setImmediate(resolve));
    const secondCall = asked();
    await clock.advance(60_000);
    await secondCall;
    assert.equal(calls, 2);
    stop.abort();
    await running;
  });

  it('follows a rotation of the OS CA within seconds: it believes both, then is of the new one, then believes that only', async () => {
    const next = await TestTrust.create();
    let said = authoritiesOf(trust);
    let issuing = trust;
    let bundle: readonly TestTrust[] = [trust];
    let wake = () => {};
    const renewed = () => new Promise<void>((resolve) => (wake = resolve));
    const renewal = await options(async ({ csrPem }) => {
      const profile = osClient({ role: 'os:operator', subject: 'talos-operator' });
      const { certPem } = await issue({ ca: issuing.ca, csr: csrPem, ...profile });
      return { certificatePem: certPem, caPem: bundle.map(({ ca }) => ca.cert).join('') };
    });
    const agents = { ...renewal.agents, authorities: async () => said };
    const adopting = {
      ...renewal.identity,
      adopt: (identity: ClientIdentity) => {
        renewal.identity.adopt(identity);
        wake();
      },
    };
    const running = runRenewal({ ...renewal, agents, identity: adopting }, stop.signal);
    const expect = async (now: TestTrust, ...others: readonly TestTrust[]) => {
      [issuing, bundle, said] = [now, [now, ...others], authoritiesOf(now, ...others)];
      const done = renewed();
      await clock.advance(15_000);
      await done;
      const { ca, cert } = renewal.identity.current();
      assert.equal(ca, bundle.map((one) => one.ca.cert).join(''));
      assert.equal(issuerOf(cert, ca), fingerprintOf(now.ca.cert));
      const { data } = written.at(-1)!.body as { data: Record<string, string> };
      assert.equal(Buffer.from(data['ca.crt']!, 'base64').toString(), ca);
    };
    await expect(trust, next);
    await expect(next, trust);
    await expect(next);
    // The same again is no reason.
    await clock.advance(60_000);
    assert.equal(written.length, 3);
    stop.abort();
    await running;
  });

  it('is read anew when its files change, and only then', async () => {
    const identity = await load();
    const adopted = await trust.client();
    identity.adopt(adopted);
    await identity.reload();
    assert.equal(identity.current().cert, adopted.cert);
    const next = await trust.client();
    await writeFile(join(directory, 'tls.crt'), next.cert);
    await identity.reload(); // half of a change
    assert.equal(identity.current().cert, adopted.cert);
    await put(next);
    await identity.reload();
    assert.equal(identity.current().cert, next.cert);
  });

  it('shows its key nowhere', async () => {
    const identity = await load();
    const broken = { ...first, key: first.key.replace('PRIVATE KEY', 'PRIVATE THING') };
    await put(broken);
    await identity.reload();
    assert.throws(() => identity.adopt(broken), /tls.key is not a private key/);
    await rm(join(directory, 'tls.key'));
    await assert.rejects(load(), /tls\.key: it must be mounted from the Secret talos-operator-client/);
    const secret = first.key.split('\n')[1]!;
    assert.ok(lines.length > 0);
    assert.ok(!lines.join('').includes(secret));
  });
});
