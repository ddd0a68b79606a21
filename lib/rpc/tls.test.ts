import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeClock } from '../control/clock.testing.ts';
import { bundleOf, fingerprintOf } from '../trust/authorities.ts';
import { osClient, osServer } from '../trust/profiles.ts';
import { type CertAndKey, createCA, issue, parseCertificate } from '../trust/x509.ts';
import { type Channel, openChannel } from './channel.ts';
import { createClient } from './client.ts';
import { RpcError } from './error.ts';
import { firstBytes } from './flood.testing.ts';
import { RpcServer } from './server.ts';
import type { CallContext } from './service.ts';

const HOUR_MS = 3_600_000;

describe('a server with mutual TLS', () => {
  let ca: CertAndKey;
  let foreign: CertAndKey;
  let server: RpcServer;
  let address: string;
  let clock: FakeClock;
  let serverTls: { ca: string; cert: string; key: string };
  const refused: string[] = [];
  let following = Promise.withResolvers<CallContext>();

  const client = async (
    options: { ca?: CertAndKey; lifetimeMs?: number; role?: 'os:admin' | 'os:reader'; now?: number } = {},
  ) => {
    const profile = osClient({ role: options.role ?? 'os:reader', subject: 'Ünal + O=os:admin' });
    const { certPem, keyPem } = await issue({
      ...profile,
      ca: options.ca ?? ca,
      ...(options.lifetimeMs !== undefined && { lifetimeMs: options.lifetimeMs }),
      ...(options.now !== undefined && { now: options.now }),
    });
    return { ca: ca.cert, cert: certPem, key: keyPem };
  };
  const open = (tls: { ca: string; cert: string; key: string }, serverName?: string): Channel =>
    openChannel({ address, tls: { ...tls, serverName } });

  before(async () => {
    clock = new FakeClock(Date.now());
    ca = await createCA({
      commonName: 'OS CA',
      algorithm: 'ed25519',
      lifetimeMs: 24 * HOUR_MS,
      now: Date.now() - 2 * HOUR_MS,
    });
    foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const own = await issue({
      ca,
      ...osServer({ nodeName: 'demo-cp-1', addresses: ['127.0.0.1'], controlPlane: true }),
    });
    serverTls = { ca: ca.cert, cert: own.certPem, key: own.keyPem };
    server = new RpcServer({
      tls: serverTls,
      clock,
      limits: { silent: 20 },
      onRefused: (_address, why) => refused.push(why),
    });
    server.add(System, {
      async version(_request, ctx) {
        return { version: JSON.stringify(ctx.caller) };
      },
      async *kernelLog(_request, ctx) {
        yield { line: Buffer.from('first') };
        following.resolve(ctx);
        await new Promise((_resolve, reject) => ctx.signal.addEventListener('abort', () => reject(ctx.signal.reason)));
      },
    });
    address = await server.listen('127.0.0.1:0');
  });
  after(() => server.close());

  it('knows who calls, whatever the name contains', async () => {
    using channel = open(await client());
    const { version } = await createClient(System, channel).version({});
    const { serial, lifetimeMs, ...caller } = JSON.parse(version) as Record<string, string>;
    assert.deepEqual(caller, {
      subject: 'Ünal + O=os:admin',
      role: 'os:reader',
      authority: fingerprintOf(ca.cert),
      address: '127.0.0.1',
      door: '',
    });
    assert.ok(Number(lifetimeMs) > 60_000);
    assert.match(serial ?? '', /^[0-9A-F]{40}$/);
  });

  it('does not believe headers about identity', async () => {
    using channel = open(await client());
    const { version } = await createClient(System, channel).version({}, { metadata: { 'talos-role': 'os:admin' } });
    assert.equal(JSON.parse(version).role, 'os:reader');
  });

  it('turns away a client without a certificate, of another authority, or expired', async () => {
    await assert.rejects(handshake(address, { ca: ca.cert }), /certificate required|ECONNRESET|closed/);
    for (const tls of [
      await client({ ca: foreign }),
      await client({ lifetimeMs: 60_000, now: Date.now() - HOUR_MS }),
    ]) {
      using channel = open(tls);
      await assert.rejects(createClient(System, channel).version({}), { code: 'UNAVAILABLE' });
    }
  });

  it('turns away a server certificate used as a client', async () => {
    using channel = open(serverTls);
    await assert.rejects(createClient(System, channel).version({}), { code: 'UNAVAILABLE' });
  });

  it('speaks TLS 1.3 only, and nothing in the clear', async () => {
    const tls = await client();
    await assert.rejects(handshake(address, { ...tls, maxVersion: 'TLSv1.2' }), /version|closed|ECONNRESET/);
    using plain = openChannel({ address });
    await assert.rejects(createClient(System, plain).version({}, { timeoutMs: 5_000 }), { code: 'UNAVAILABLE' });
  });

  it('is believed only under the names of its certificate', async () => {
    const tls = await client();
    using right = open(tls, 'demo-cp-1');
    await createClient(System, right).version({});
    using wrong = open(tls, 'demo-cp-2');
    await assert.rejects(createClient(System, wrong).version({}), { code: 'UNAVAILABLE' });
  });

  it('tells the client what its certificate says, once the name is right', async () => {
    const tls = await client();
    const seen: (readonly string[])[] = [];
    const onServer = ({ units }: { readonly units: readonly string[] }) => seen.push(units);
    using wrong = openChannel({ address, tls: { ...tls, serverName: 'demo-cp-2', onServer } });
    await assert.rejects(createClient(System, wrong).version({}), { code: 'UNAVAILABLE' });
    assert.deepEqual(seen, []);
    using right = openChannel({ address, tls: { ...tls, serverName: 'demo-cp-1', onServer } });
    await createClient(System, right).version({});
    assert.deepEqual(seen, [['control-plane']]);
  });

  it('ends the streams of a certificate when it expires, and says so', async () => {
    following = Promise.withResolvers();
    const tls = await client({ lifetimeMs: 10 * 60_000, now: clock.now() });
    using channel = open(tls);
    const read = async () => {
      for await (const _line of createClient(System, channel).kernelLog({}));
    };
    const reading = read();
    reading.catch(() => {});
    const ctx = await following.promise;
    await clock.advance(9 * 60_000);
    assert.equal(ctx.signal.aborted, false);
    await clock.advance(2 * 60_000);
    await assert.rejects(reading, { code: 'UNAUTHENTICATED', reason: 'CERTIFICATE_EXPIRED' });
    await assert.rejects(createClient(System, channel).version({}), (error: RpcError) =>
      ['UNAUTHENTICATED', 'UNAVAILABLE'].includes(error.code),
    );
  });

  it('ends the connections of one certificate when told to', async () => {
    following = Promise.withResolvers();
    const tls = await client();
    const { serial } = parseCertificate(tls.cert);
    using channel = open(tls);
    const read = async () => {
      for await (const _line of createClient(System, channel).kernelLog({}));
    };
    const reading = read();
    reading.catch(() => {});
    await following.promise;
    server.disconnect((peer) => peer.serial === 'another', new RpcError('UNAUTHENTICATED', 'not this one'));
    server.disconnect(
      (peer) => peer.serial === serial,
      new RpcError('UNAUTHENTICATED', 'denied', { reason: 'CERTIFICATE_DENIED' }),
    );
    await assert.rejects(reading, { code: 'UNAUTHENTICATED', message: 'denied', reason: 'CERTIFICATE_DENIED' });
  });

  it('takes a new certificate while streams go on', async () => {
    following = Promise.withResolvers();
    const tls = await client();
    using channel = open(tls);
    const iterator = createClient(System, channel).kernelLog({})[Symbol.asyncIterator]();
    await iterator.next();
    const before = await handshake(address, tls);
    const renewed = await issue({
      ca,
      ...osServer({ nodeName: 'demo-cp-1', addresses: ['127.0.0.1'], controlPlane: true }),
    });
    server.replaceTls({ ...serverTls, cert: renewed.certPem, key: renewed.keyPem });
    assert.throws(() => server.replaceTls({ ...serverTls, cert: 'nonsense' }));
    const after = await handshake(address, tls);
    assert.notEqual(after, before);
    assert.equal(after, parseCertificate(renewed.certPem).serial);
    assert.equal((await following.promise).signal.aborted, false);
    await iterator.return?.();
  });

  it('lets in clients of every authority of the bundle; withdrawing one ends their streams only', async () => {
    const both = bundleOf([ca.cert, foreign.cert]);
    server.replaceTls({ ...serverTls, ca: both });
    const follow = async (tls: Awaited<ReturnType<typeof client>>) => {
      following = Promise.withResolvers();
      const channel = open(tls);
      const read = async () => {
        for await (const _line of createClient(System, channel).kernelLog({}));
      };
      const reading = read();
      reading.catch(() => {});
      return { channel, reading, ctx: await following.promise };
    };
    const staying = await follow(await client());
    const leaving = await follow(await client({ ca: foreign }));
    assert.equal(leaving.ctx.caller.authority, fingerprintOf(foreign.cert));
    // As a client that comes back does, without showing its certificate again.
    const session = await sessionOf(address, await client({ ca: foreign }));

    server.replaceTls(serverTls);
    await assert.rejects(leaving.reading, { code: 'UNAUTHENTICATED', reason: 'AUTHORITY_WITHDRAWN' });
    assert.equal(staying.ctx.signal.aborted, false);
    await assert.rejects(handshake(address, await client({ ca: foreign })));
    await assert.rejects(handshake(address, { ...(await client({ ca: foreign })), session }));
    await createClient(System, staying.channel).version({});
    for (const { channel } of [staying, leaving]) channel.close();
  });

  it('drops connections beyond its limits, strangers that never speak included, and recovers', async () => {
    const port = Number(address.split(':')[1]);
    const idle = Array.from({ length: 25 }, () => connectTcp(port, '127.0.0.1'));
    let dropped = 0;
    await new Promise<void>((resolve) => {
      for (const socket of idle) {
        socket.on('error', () => {});
        socket.on('close', () => {
          if (++dropped === 5) resolve();
        });
      }
    });
    assert.ok(refused.includes('too many silent connections'));
    await Promise.all(
      idle.map((socket) => {
        const closed = new Promise((resolve) => (socket.closed ? resolve(undefined) : socket.once('close', resolve)));
        socket.destroy();
        return closed;
      }),
    );
    using channel = open(await client());
    await createClient(System, channel).version({});
  });

  it('lets in so many clients, and so many of one address, and others when one has left', async () => {
    await using full = new RpcServer({ tls: serverTls, limits: { connections: 3, connectionsPerAddress: 2 } });
    const [host, port] = (await full.listen('127.0.0.1:0')).split(':') as [string, string];
    const tls = await client();
    /** Whether it is let in: the server's first bytes come, or its end. */
    const comes = async (localAddress: string): Promise<TLSSocket | undefined> => {
      const raw = connectTcp({ host, port: Number(port), localAddress });
      const socket = connectTls({ socket: raw, host, ALPNProtocols: ['h2'], ...tls });
      socket.on('error', () => {});
      return new Promise((resolve) => {
        socket.once('data', () => resolve(socket)).once('close', () => resolve(undefined));
      });
    };
    const own = [await comes('127.0.0.1'), await comes('127.0.0.1')];
    assert.ok(own.every((socket) => socket !== undefined));
    assert.equal(await comes('127.0.0.1'), undefined);
    const other = await comes('127.0.0.2');
    assert.ok(other !== undefined);
    assert.equal(await comes('127.0.0.3'), undefined);
    other.destroy();
    // The server hears of that before it hears of the next one, but for what is on its way.
    let next: TLSSocket | undefined;
    while (next === undefined) next = await comes('127.0.0.3');
    for (const socket of [...own, next]) socket?.destroy();
  });

  it('makes room for one more handshake by ending the oldest of whoever has wasted the most', async () => {
    const later = new FakeClock(Date.now());
    await using crowded = new RpcServer({ tls: serverTls, clock: later, limits: { handshakes: 3 } });
    crowded.add(System, { version: async () => ({}) });
    const [host, port] = (await crowded.listen('127.0.0.1:0')).split(':') as [string, string];
    /** Begins a handshake and does not go on with it. */
    const strange = async (localAddress: string): Promise<Socket> => {
      const socket = connectTcp({ host, port: Number(port), localAddress });
      socket.on('error', () => {});
      socket.write(hello);
      await once(socket, 'data'); // the server's part of it: it is under way
      return socket;
    };
    const hello = await firstBytes();
    const wasteful = connectTcp({ host, port: Number(port), localAddress: '127.0.0.2' });
    wasteful.on('error', () => {});
    wasteful.write('GET / HTTP/1.1');
    await once(wasteful.resume(), 'close');
    const other = await strange('127.0.0.3');
    const crowd = [await strange('127.0.0.2'), await strange('127.0.0.2')];
    const ended = once(crowd[0]!, 'close');
    using channel = openChannel({ address: `${host}:${port}`, tls: await client() });
    await createClient(System, channel).version({});
    await ended;
    assert.deepEqual(
      [other, ...crowd].map((socket) => socket.closed),
      [false, true, false],
    );
    for (const socket of [other, ...crowd]) socket.destroy();
  });

  it('begins handshakes with whoever speaks, however many say nothing, and waits for none of them', async () => {
    await using patient = new RpcServer({ tls: serverTls, limits: { silent: 50, handshakes: 1 } });
    patient.add(System, { version: async () => ({}) });
    const [host, port] = (await patient.listen('127.0.0.1:0')).split(':') as [string, string];
    const silent = Array.from({ length: 50 }, () => connectTcp(Number(port), host));
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    using channel = openChannel({ address: `${host}:${port}`, tls: await client() });
    await createClient(System, channel).version({});
    for (const socket of silent) socket.destroy();
  });
});

/** The serial of the certificate that the server shows; rejects when the server ends the connection. */
function handshake(address: string, tls: import('node:tls').ConnectionOptions): Promise<string> {
  const [host, port] = address.split(':');
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host: host!, port: Number(port), ALPNProtocols: ['h2'], ...tls });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    // In TLS 1.3 the client finishes first; that the server agrees shows in its first bytes (HTTP/2 settings).
    socket.once('data', () => {
      const { serialNumber } = socket.getPeerX509Certificate()!;
      resolve(serialNumber.toUpperCase());
      socket.destroy();
    });
  });
}

/** What a client resumes its session with. */
function sessionOf(address: string, tls: import('node:tls').ConnectionOptions): Promise<Buffer> {
  const [host, port] = address.split(':');
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host: host!, port: Number(port), ALPNProtocols: ['h2'], ...tls });
    socket.once('error', reject);
    socket.once('session', (session) => {
      resolve(session);
      socket.destroy();
    });
  });
}
