/** Our subset of etcd's API, our certificates for it and our channel, against the real etcd. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Channel, type ClientTls, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { etcdClient, etcdPeer, etcdServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '@talos/lib/trust/x509.ts';
import { Cluster, KV, Maintenance } from '@talos/proto/gen/etcd.ts';
import { getAsset } from '../assets/index.ts';

const HOUR_MS = 3_600_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

describe('a real etcd', () => {
  let directory: string;
  let etcd: ChildProcess;
  let ca: CertAndKey;
  let channel: Channel;
  let clientTls: ClientTls;
  let address: string;

  before(async () => {
    const signal = AbortSignal.timeout(600_000);
    const binary = await getAsset('etcd', { signal });
    directory = await mkdtemp(join(tmpdir(), 'etcd-contract-'));
    const [clientPort, peerPort] = [await freePort(), await freePort()];
    address = `127.0.0.1:${clientPort}`;
    ca = await createCA({ commonName: 'etcd CA', algorithm: 'ecdsa-p256', lifetimeMs: HOUR_MS });
    const server = await issue({ ca, ...etcdServer({ nodeName: 'cp-1', addresses: [] }) });
    const peer = await issue({ ca, ...etcdPeer({ nodeName: 'cp-1', addresses: [] }) });
    const client = await issue({ ca, ...etcdClient({ subject: 'machined' }) });
    clientTls = { ca: ca.cert, cert: client.certPem, key: client.keyPem };
    const files = {
      ca: ca.cert,
      's.crt': server.certPem,
      's.key': server.keyPem,
      'p.crt': peer.certPem,
      'p.key': peer.keyPem,
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
    const flags = {
      name: 'cp-1',
      'data-dir': join(directory, 'data'),
      'listen-client-urls': `https://${address}`,
      'advertise-client-urls': `https://${address}`,
      'listen-peer-urls': `https://127.0.0.1:${peerPort}`,
      'initial-advertise-peer-urls': `https://127.0.0.1:${peerPort}`,
      'initial-cluster': `cp-1=https://127.0.0.1:${peerPort}`,
      'trusted-ca-file': join(directory, 'ca'),
      'cert-file': join(directory, 's.crt'),
      'key-file': join(directory, 's.key'),
      'peer-trusted-ca-file': join(directory, 'ca'),
      'peer-cert-file': join(directory, 'p.crt'),
      'peer-key-file': join(directory, 'p.key'),
    };
    const args = [
      ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
      '--client-cert-auth',
      '--peer-client-cert-auth',
    ];
    etcd = spawn(binary, args, { stdio: 'ignore' });
    channel = openChannel({ address, tls: clientTls });
    // Ready is what it says itself: a linearizable read.
    for (;;) {
      signal.throwIfAborted();
      if (etcd.exitCode !== null) throw new Error(`etcd ended with ${etcd.exitCode}`);
      const read = createClient(KV, channel).range({ key: Buffer.from('health') }, { timeoutMs: 2_000, signal });
      if (
        await read.then(
          () => true,
          () => false,
        )
      )
        break;
      await delay(100, undefined, { signal });
    }
  });

  after(async () => {
    channel?.close();
    if (etcd?.exitCode === null) {
      etcd.kill('SIGTERM');
      await once(etcd, 'exit');
    }
    if (directory !== undefined) await rm(directory, { recursive: true });
  });

  it('tells its status, with identifiers that are exact', async () => {
    const status = await createClient(Maintenance, channel).status({});
    assert.match(status.version, /^3\./);
    assert.ok(status.raftTerm > 0 && status.dbSize > 0);
    assert.equal(status.leader, status.header?.memberId);
    const { members } = await createClient(Cluster, channel).memberList({ linearizable: true });
    assert.deepEqual(
      members.map(({ id, name, isLearner }) => ({ id, name, isLearner })),
      [{ id: status.leader, name: 'cp-1', isLearner: false }],
    );
    assert.deepEqual(members[0]?.clientUrls, [`https://${address}`]);
  });

  it('adds a learner, refuses to promote it before it has caught up, and removes it by its identifier', async () => {
    const cluster = createClient(Cluster, channel);
    const { member } = await cluster.memberAdd({ peerUrls: ['https://127.0.0.1:1'], isLearner: true });
    assert.equal(member?.isLearner, true);
    await assert.rejects(cluster.memberPromote({ id: member!.id }), { code: 'FAILED_PRECONDITION' });
    const { members } = await cluster.memberRemove({ id: member!.id });
    assert.equal(members.length, 1);
    await assert.rejects(cluster.memberRemove({ id: member!.id }), { code: 'NOT_FOUND' });
  });

  it('streams a snapshot that ends with its own checksum', async () => {
    const chunks: Uint8Array[] = [];
    for await (const { blob } of createClient(Maintenance, channel).snapshot({})) chunks.push(blob);
    const whole = Buffer.concat(chunks);
    const content = whole.subarray(0, -32);
    assert.ok(createHash('sha256').update(content).digest().equals(whole.subarray(-32)));
  });

  it('has no alarms, and leadership only to itself', async () => {
    const maintenance = createClient(Maintenance, channel);
    assert.deepEqual((await maintenance.alarm({})).alarms, []);
    await assert.rejects(maintenance.moveLeader({ targetId: '1' }), (error: Error) => 'code' in error);
  });

  it('lets in nobody with a certificate of another authority', async () => {
    const foreign = await createCA({ commonName: 'etcd CA', algorithm: 'ecdsa-p256', lifetimeMs: HOUR_MS });
    const { certPem, keyPem } = await issue({ ca: foreign, ...etcdClient({ subject: 'machined' }) });
    using other = openChannel({ address, tls: { ca: ca.cert, cert: certPem, key: keyPem } });
    await assert.rejects(createClient(Cluster, other).memberList({}), { code: 'UNAVAILABLE' });
  });
});
