import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect, type TLSSocket } from 'node:tls';
import { systemClock } from '@talos/lib/control/clock.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { Audit, type Entry, Metrics } from '@talos/proto/gen/osctl/internal.ts';
import { parseConfig } from './config.ts';
import { MetricsDoor, type MetricsDoorOptions } from './metrics.ts';

const HOUR_MS = 3_600_000;

describe('metrics over HTTPS', () => {
  let directory: string;
  let ca: CertAndKey;
  let machined: RpcServer;
  let options: MetricsDoorOptions;
  let door: MetricsDoor;
  let port: number;
  const entries: Entry[] = [];

  const client = async (role: Role) => await issue({ ca, ...osClient({ role, subject: 'ann', lifetimeMs: HOUR_MS }) });
  const get = (
    identity: { readonly certPem: string; readonly keyPem: string } | undefined,
    path = '/metrics',
    method = 'GET',
  ): Promise<{ status: number; text: string; type: string }> =>
    new Promise((resolve, reject) => {
      const tls = identity && { cert: identity.certPem, key: identity.keyPem };
      const call = request({ host: '127.0.0.1', port, path, method, ca: ca.cert, agent: false, ...tls }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' }),
        );
      });
      call.on('error', reject).end();
    });

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'apid-metrics-'));
    ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 24 * HOUR_MS });
    machined = new RpcServer({ trustForwardedIdentity: true });
    machined.add(Metrics, { collect: async () => ({ text: Buffer.from('talos_healthy 1\n') }) }).add(Audit, {
      async record(taken) {
        entries.push(...taken.entries);
        return {};
      },
    });
    const socket = join(directory, 'machined.sock');
    await machined.listen(`unix:${socket}`);
    const own = await issue({ ca, ...osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: false }) });
    options = {
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: parseConfig('{}'),
      machined: socket,
      clock: systemClock,
    };
    door = new MetricsDoor(options);
    port = Number((await door.listen('127.0.0.1:0')).split(':')[1]);
  });
  after(async () => {
    await door.close();
    await machined.close();
    await rm(directory, { recursive: true });
  });

  it('are given to readers and those above', async () => {
    for (const role of ['os:reader', 'os:operator', 'os:admin'] as const) {
      assert.deepEqual(await get(await client(role)), {
        status: 200,
        text: 'talos_healthy 1\n',
        type: 'text/plain; version=0.0.4; charset=utf-8',
      });
    }
  });

  it('are not given to others, who are told, and recorded', async () => {
    for (const role of ['os:join', 'os:etcd:backup'] as const) {
      assert.equal((await get(await client(role))).status, 403);
    }
    await assert.rejects(get(undefined));
    const foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const stranger = await issue({
      ca: foreign,
      ...osClient({ role: 'os:admin', subject: 'eve', lifetimeMs: HOUR_MS }),
    });
    await assert.rejects(get(stranger));
    const denied = await client('os:admin');
    door.replaceConfig(parseConfig(JSON.stringify({ deniedSerials: [parseCertificate(denied.certPem).serial] })));
    await assert.rejects(get(denied));
    door.replaceConfig(parseConfig('{}'));
  });

  it('are all that there is', async () => {
    const reader = await client('os:reader');
    assert.equal((await get(reader, '/')).status, 404);
    assert.equal((await get(reader, '/metrics', 'POST')).status, 405);
    assert.deepEqual(await get(reader, '/metrics?x=1', 'HEAD').then(({ status, text }) => [status, text]), [200, '']);
  });

  it('are not kept from others by a connection that says nothing, while one that was answered stays', {
    timeout: 30_000,
  }, async (t) => {
    const { certPem: cert, keyPem: key } = await client('os:reader');
    const impatient = new MetricsDoor({ ...options, silenceMs: 200 });
    t.after(() => impatient.close());
    const port = Number((await impatient.listen('127.0.0.1:0')).split(':')[1]);
    const open = (): TLSSocket => connect({ host: '127.0.0.1', port, ca: ca.cert, cert, key });
    // Its words come with the end of its handshake, and their answer needs nobody else: no time passes in which it is silent.
    const answered = open();
    const ask = async (): Promise<string> => {
      answered.write('GET / HTTP/1.1\r\nhost: node\r\n\r\n');
      return String((await once(answered, 'data'))[0]);
    };
    assert.match(await ask(), /^HTTP\/1.1 404 /);
    const silent = open().resume();
    await once(silent, 'close');
    assert.match(await ask(), /^HTTP\/1.1 404 /);
    answered.destroy();
  });

  it('tell machined of refusals before they close', async () => {
    await door.close();
    assert.deepEqual(entries.map(({ method, role, reason }) => [method, role, reason]).sort(), [
      ['/metrics', 'os:etcd:backup', 'ROLE_TOO_SMALL'],
      ['/metrics', 'os:join', 'ROLE_TOO_SMALL'],
    ]);
  });
});
