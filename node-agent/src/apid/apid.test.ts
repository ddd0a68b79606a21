import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants } from 'node:http2';
import { type AddressInfo, connect as connectTcp, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { frame } from '@talos/lib/rpc/frames.ts';
import { Health, healthHandlers } from '@talos/lib/rpc/health.ts';
import { reflectionHandlers, ServerReflection } from '@talos/lib/rpc/reflection.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import type { CallContext } from '@talos/lib/rpc/service.ts';
import { openTunnel } from '@talos/lib/rpc/tunnel.ts';
import { fingerprintOf } from '@talos/lib/trust/authorities.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { familyOf } from '@talos/lib/trust/serial.ts';
import { type CertAndKey, createCA, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { Audit, type Entry } from '@talos/proto/gen/osctl/internal.ts';
import { fileDescriptor } from '@talos/proto/gen/osctl/v1alpha1.descriptor.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { dial, send } from '../hostile/wire.testing.ts';
import { parseConfig } from './config.ts';
import { Door } from './door.ts';

const HOUR_MS = 3_600_000;
const HEADERS = { ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers' };

describe('the door', () => {
  let directory: string;
  let ca: CertAndKey;
  let door: Door;
  let machined: RpcServer;
  let address: string;
  let member: Server;
  /** The port that the member passes its connections on to; without one it sends back what it gets. */
  let memberPipe: number | undefined;
  let refusals: Entry[] = [];
  let refused = Promise.withResolvers<void>();
  let started = Promise.withResolvers<CallContext>();
  let stopped = Promise.withResolvers<unknown>();
  let produced = 0;
  const payload = randomBytes(200_000);

  const startMachined = async () => {
    machined = new RpcServer({ trustForwardedIdentity: true });
    machined
      .add(api.System, {
        async version(_request, ctx) {
          return { version: JSON.stringify(ctx.caller) };
        },
        async status(_request, ctx) {
          started.resolve(ctx);
          return await new Promise<never>((_resolve, reject) =>
            ctx.signal.addEventListener('abort', () => {
              stopped.resolve(ctx.signal.reason);
              reject(ctx.signal.reason);
            }),
          );
        },
        async processes() {
          throw new RpcError('FAILED_PRECONDITION', 'nicht jetzt – läuft', { reason: 'OPERATION_RUNNING' });
        },
        async *events(_request, ctx) {
          started.resolve(ctx);
          try {
            for (;;) {
              produced++;
              yield { message: 'x'.repeat(16 * 1024) };
            }
          } finally {
            stopped.resolve(ctx.signal.reason);
          }
        },
        async *kernelLog() {
          yield { line: Buffer.from('one') };
          throw new RpcError('DATA_LOSS', 'overrun', { reason: 'OVERRUN' });
        },
      })
      .add(api.Etcd, {
        async *snapshot() {
          for (let offset = 0; offset < payload.length; offset += 64 * 1024)
            yield { data: payload.subarray(offset, offset + 64 * 1024) };
        },
      })
      .add(Audit, {
        async record(request) {
          refusals.push(...request.entries);
          refused.resolve();
          return {};
        },
      })
      .add(Health, healthHandlers({ isServing: (name) => (name === '' ? true : undefined), async *changes() {} }))
      .add(ServerReflection, reflectionHandlers([api.System], [fileDescriptor]));
    await machined.listen(`unix:${directory}/machined.sock`);
  };

  const client = async (
    role: Role | '',
    options: {
      readonly lifetimeMs?: number;
      readonly now?: number;
      readonly ca?: CertAndKey;
      readonly family?: string;
    } = {},
  ) => {
    const profile = osClient({
      role: role === '' ? 'os:reader' : role,
      subject: 'Ann Ünal',
      lifetimeMs: options.lifetimeMs ?? HOUR_MS,
    });
    const { certPem, keyPem } = await issue({
      ...profile,
      ...(role === '' && { subject: { CN: 'nobody', O: ['os:root'] } }),
      ca: options.ca ?? ca,
      family: options.family,
      ...(options.now !== undefined && { now: options.now }),
    });
    return { ca: ca.cert, cert: certPem, key: keyPem };
  };
  const open = async (role: Role | ''): Promise<Channel> => openChannel({ address, tls: await client(role) });

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'apid-'));
    ca = await createCA({
      commonName: 'OS CA',
      algorithm: 'ed25519',
      lifetimeMs: 24 * HOUR_MS,
      now: Date.now() - 2 * HOUR_MS,
    });
    member = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => {});
      if (memberPipe === undefined) socket.pipe(socket);
      else {
        const inner = connectTcp(memberPipe, '127.0.0.1');
        inner.on('error', () => {});
        socket.pipe(inner).pipe(socket);
      }
    });
    await new Promise<void>((resolve) => member.listen(0, '127.0.0.1', resolve));
    await startMachined();
    const own = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: ['127.0.0.1'], controlPlane: true }) });
    const bound = member.address();
    door = new Door({
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: { members: [{ name: 'worker-1', address: '127.0.0.1' }], deniedFamilies: [] },
      machined: `${directory}/machined.sock`,
      memberPort: typeof bound === 'object' && bound !== null ? bound.port : 0,
      streamsPerClient: 4,
    });
    address = await door.listen('127.0.0.1:0');
  });
  after(async () => {
    await door.close();
    await machined.close();
    member.close();
    await rm(directory, { recursive: true });
  });
  beforeEach(() => {
    refusals = [];
    refused = Promise.withResolvers();
    started = Promise.withResolvers();
    stopped = Promise.withResolvers();
    produced = 0;
  });

  it('tells machined who calls, whatever the caller claims', async () => {
    using channel = await open('os:reader');
    const headers = {
      'talos-role': 'os:admin',
      'talos-subject': 'root',
      'talos-serial': '00',
      'talos-authority': '00',
      'talos-door': '00',
      'talos-peer': '1.2.3.4',
      'talos-anything': 'x',
    };
    const { version } = await createClient(api.System, channel).version({}, { metadata: headers });
    const { serial, lifetimeMs, door: state, ...caller } = JSON.parse(version) as Record<string, string>;
    const authority = fingerprintOf(ca.cert);
    assert.deepEqual(caller, { subject: 'Ann Ünal', role: 'os:reader', authority, address: '127.0.0.1' });
    assert.match(state ?? '', /^[0-9a-f]{32}$/);
    assert.ok(Number(lifetimeMs) > 60_000);
    assert.match(serial ?? '', /^[0-9A-F]{40}$/);
  });

  it('refuses a role that is too small and methods that it does not know, and has that recorded', async () => {
    using channel = await open('os:reader');
    await assert.rejects(createClient(api.Services, channel).restart({ id: 'etcd' }), (error: RpcError) => {
      assert.equal(error.code, 'PERMISSION_DENIED');
      assert.equal(error.reason, 'ROLE_TOO_SMALL');
      assert.match(
        error.message,
        /Services\/Restart needs role os:operator; this certificate \(Ann Ünal\) has os:reader/,
      );
      return true;
    });
    await assert.rejects(createClient(Audit, channel).record({}), {
      code: 'PERMISSION_DENIED',
      reason: 'METHOD_UNKNOWN',
    });
    await assert.rejects(createClient(Audit, channel).record({}), {
      code: 'PERMISSION_DENIED',
      reason: 'METHOD_UNKNOWN',
    });
    // Refusals are told once a second, equal ones of that second as one.
    const told = () => {
      const counts = new Map<string, number>();
      for (const { subject, role, address: from, method, reason, count } of refusals) {
        const key = [subject, role, from, method, reason].join(' ');
        counts.set(key, (counts.get(key) ?? 0) + count);
      }
      return counts;
    };
    const total = () => [...told().values()].reduce((sum, count) => sum + count, 0);
    while (total() < 3) {
      await refused.promise;
      refused = Promise.withResolvers();
    }
    assert.deepEqual([...told()].sort(), [
      ['Ann Ünal os:reader 127.0.0.1 /osctl.internal.v1.Audit/Record METHOD_UNKNOWN', 2],
      ['Ann Ünal os:reader 127.0.0.1 /osctl.v1alpha1.Services/Restart ROLE_TOO_SMALL', 1],
    ]);
  });

  it('lets a certificate without a role of ours see health and reflection only', async () => {
    using channel = await open('');
    assert.deepEqual(await createClient(Health, channel).check({}), { status: 'SERVING' });
    await assert.rejects(createClient(Health, channel).check({ service: 'x' }), { code: 'NOT_FOUND' });
    async function* ask() {
      yield { listServices: '' };
      yield { fileContainingSymbol: 'osctl.v1alpha1.System' };
    }
    const answers = [];
    for await (const answer of createClient(ServerReflection, channel).serverReflectionInfo(ask()))
      answers.push(answer);
    assert.deepEqual(answers[0]?.listServicesResponse?.service, [{ name: 'osctl.v1alpha1.System' }]);
    assert.ok(answers[1]!.fileDescriptorResponse!.fileDescriptorProto[0]!.length > 1000);
    await assert.rejects(createClient(api.System, channel).version({}), { reason: 'ROLE_TOO_SMALL' });
  });

  it('passes bytes, errors and their reasons unchanged', async () => {
    using admin = await open('os:admin');
    const chunks: Uint8Array[] = [];
    for await (const { data } of createClient(api.Etcd, admin).snapshot({})) chunks.push(data);
    assert.ok(Buffer.concat(chunks).equals(payload));
    await assert.rejects(createClient(api.System, admin).processes({}), {
      code: 'FAILED_PRECONDITION',
      message: 'nicht jetzt – läuft',
      reason: 'OPERATION_RUNNING',
    });
    const lines: string[] = [];
    const read = async () => {
      for await (const { line } of createClient(api.System, admin).kernelLog({}))
        lines.push(Buffer.from(line).toString());
    };
    await assert.rejects(read, { code: 'DATA_LOSS', reason: 'OVERRUN' });
    assert.deepEqual(lines, ['one']);
    await assert.rejects(createClient(api.Files, admin).read({})[Symbol.asyncIterator]().next(), {
      code: 'UNIMPLEMENTED',
    });
  });

  it('passes on a cancelled call and a deadline', async () => {
    using channel = await open('os:reader');
    const caller = new AbortController();
    const call = createClient(api.System, channel).status({}, { signal: caller.signal });
    call.catch(() => {});
    await started.promise;
    caller.abort();
    assert.equal(((await stopped.promise) as RpcError).code, 'CANCELLED');
    await assert.rejects(call, { code: 'CANCELLED' });

    started = Promise.withResolvers();
    stopped = Promise.withResolvers();
    const late = createClient(api.System, channel).status({}, { timeoutMs: 200 });
    await assert.rejects(late, { code: 'DEADLINE_EXCEEDED' });
    await stopped.promise;
  });

  it('holds machined back for a slow reader, and nobody else', async () => {
    using slow = await open('os:reader');
    using other = await open('os:reader');
    const iterator = createClient(api.System, slow).events({})[Symbol.asyncIterator]();
    await iterator.next();
    for (let index = 0; index < 2000; index++) await turn();
    const sofar = produced;
    await createClient(api.System, other).version({});
    for (let index = 0; index < 2000; index++) await turn();
    assert.equal(produced, sofar, 'the producer went on without a reader');
    assert.ok(produced < 500, `${produced} messages of 16 KiB for a reader that took one`);
    await iterator.return?.();
    await stopped.promise;
  });

  it('ends the calls of a client that has vanished without a word, and of no other', async () => {
    const clock = new FakeClock(Date.now());
    const own = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: ['127.0.0.1'], controlPlane: true }) });
    const patient = new Door({
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: { members: [], deniedFamilies: [] },
      machined: `${directory}/machined.sock`,
      clock,
    });
    const port = Number((await patient.listen('127.0.0.1:0')).split(':')[1]);
    const wires: Socket[] = [];
    const way = createServer((socket) => {
      const inner = connectTcp(port, '127.0.0.1');
      wires.push(socket, inner);
      for (const one of [socket, inner]) one.on('error', () => {});
      socket.pipe(inner).pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(way, 'listening');
    const tls = await client('os:reader');
    const vanishing = openChannel({ address: `127.0.0.1:${(way.address() as AddressInfo).port}`, tls });
    const staying = dial(port, tls);
    const version = () => send(staying, '/osctl.v1alpha1.System/Version', [Buffer.alloc(5)]);
    try {
      createClient(api.System, vanishing)
        .status({}, { timeoutMs: 0 })
        .catch(() => {});
      await started.promise;
      assert.equal((await version()).code, 'OK');
      // From now on nothing comes from it any more, and no end either.
      wires[0]!.unpipe().pause();
      const pinged = once(staying, 'ping');
      await clock.advance(30_000);
      await pinged;
      // Its answer to the ping is ahead of this.
      assert.equal((await version()).code, 'OK');
      await clock.advance(15_000);
      assert.equal(((await stopped.promise) as RpcError).code, 'CANCELLED');
      assert.equal((await version()).code, 'OK');
      assert.equal(staying.closed, false);
    } finally {
      staying.destroy();
      vanishing.close();
      for (const wire of wires) wire.destroy();
      way.close();
      await patient.close();
    }
  });

  it('limits the open calls of one certificate, over all its connections', async () => {
    const tls = await client('os:reader');
    using first = openChannel({ address, tls });
    using second = openChannel({ address, tls });
    using another = await open('os:reader');
    const stop = new AbortController();
    const calls: Promise<unknown>[] = [];
    for (const channel of [first, second, first, second]) {
      started = Promise.withResolvers();
      const call = createClient(api.System, channel).status({}, { signal: stop.signal });
      call.catch(() => {});
      calls.push(call);
      await started.promise;
    }
    await assert.rejects(createClient(api.System, first).version({}), {
      code: 'RESOURCE_EXHAUSTED',
      reason: 'TOO_MANY_STREAMS',
    });
    await createClient(api.System, another).version({});
    stop.abort();
    await Promise.allSettled(calls);
    await stopped.promise;
    await createClient(api.System, second).version({});
  });

  it('bounds what waits for one client, however many calls it opens and does not read', async () => {
    const calls = 64;
    const own = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: ['127.0.0.1'], controlPlane: true }) });
    const wide = new Door({
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: { members: [], deniedFamilies: [] },
      machined: `${directory}/machined.sock`,
    });
    const port = Number((await wide.listen('127.0.0.1:0')).split(':')[1]);
    // Takes no more than HTTP/2 gives of itself, 64 KiB of all calls together, and reads none of it.
    const session = dial(port, await client('os:reader'));
    const other = dial(port, await client('os:reader'));
    try {
      for (let n = 0; n < calls; n++) {
        const stream = session.request({ ...HEADERS, ':path': '/osctl.v1alpha1.System/Events' });
        stream.on('error', () => {}).end(Buffer.alloc(5));
      }
      let sofar = -1;
      // Until nothing moves any more.
      while (sofar !== produced || produced === 0) {
        sofar = produced;
        await send(other, '/osctl.v1alpha1.System/Version', [Buffer.alloc(5)]);
        for (let index = 0; index < 500; index++) await turn();
      }
      const bytes = produced * 16 * 1024;
      assert.ok(bytes < 15 << 20, `${bytes / (1 << 20)} MiB for ${calls} calls that nobody reads`);
    } finally {
      session.destroy();
      other.destroy();
      await wide.close();
    }
  });

  it('bounds what one client has begun to say in all of its calls, and lets others speak', async () => {
    const port = Number(address.split(':')[1]);
    const session = dial(port, await client('os:reader'));
    const other = dial(port, await client('os:reader'));
    // A field that nobody knows, of 3 MiB.
    const message = frame(
      Buffer.concat([Buffer.from([0xc2, 0xbb, 0x01, 0x80, 0x80, 0xc0, 0x01]), Buffer.alloc(3 << 20)]),
    );
    const version = '/osctl.v1alpha1.System/Version';
    try {
      const unfinished = [1, 2].map(() => session.request({ ...HEADERS, ':path': version }));
      for (const stream of unfinished) {
        stream.on('error', () => {});
        await new Promise((resolve) => stream.write(message.subarray(0, -1), resolve));
      }
      const { code, reason } = await send(session, version, [message]);
      assert.deepEqual([code, reason], ['RESOURCE_EXHAUSTED', 'TOO_MANY_BYTES']);
      // What is small is never refused for what is large.
      assert.equal((await send(session, version, [Buffer.alloc(5)])).code, 'OK');
      assert.equal((await send(other, version, [message])).code, 'OK');
      for (const stream of unfinished) stream.close(constants.NGHTTP2_CANCEL);
      assert.equal((await send(session, version, [message])).code, 'OK');
    } finally {
      session.destroy();
      other.destroy();
    }
  });

  it('carries bytes to a member, and to nobody else', async () => {
    using channel = await open('os:reader');
    const big = randomBytes(1_000_000);
    async function* chunks() {
      yield { target: 'worker-1', data: Buffer.from('hello ') };
      for (let offset = 0; offset < big.length; offset += 100_000)
        yield { data: big.subarray(offset, offset + 100_000) };
    }
    const back: Uint8Array[] = [];
    for await (const { data } of createClient(api.Tunnel, channel).connect(chunks())) back.push(data);
    assert.ok(Buffer.concat(back).equals(Buffer.concat([Buffer.from('hello '), big])));

    for (const target of ['127.0.0.2', 'localhost', '']) {
      async function* only() {
        yield { target };
      }
      const read = async () => {
        for await (const _chunk of createClient(api.Tunnel, channel).connect(only()));
      };
      await assert.rejects(read, { code: 'PERMISSION_DENIED', reason: 'TARGET_NOT_MEMBER' });
    }
  });

  it('finds out who is a member by the certificate that is shown at the address, and records whom it let through', async () => {
    const port = (member.address() as AddressInfo).port;
    const foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const serving = async (listen: string, authority: CertAndKey, certified: string) => {
      const profile = osServer({ nodeName: 'worker-7', addresses: [certified], controlPlane: false });
      const own = await issue({ ca: authority, ...profile });
      const server = new RpcServer({ tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem } });
      server.add(api.System, { version: async () => ({ version: listen }) });
      await server.listen(`${listen}:${port}`);
      return server;
    };
    await using _worker = await serving('127.0.0.3', ca, '127.0.0.3');
    await using _impostor = await serving('127.0.0.4', foreign, '127.0.0.4');
    await using _elsewhere = await serving('127.0.0.5', ca, '127.0.0.3');
    const tls = await client('os:reader');
    using channel = openChannel({ address, tls });
    const through = async (target: string) => {
      await using tunnel = await openTunnel({ through: channel, target });
      using inner = openChannel({ address: tunnel.address, tls: { ...tls, serverName: 'worker-7' } });
      return (await createClient(api.System, inner).version({})).version;
    };
    refusals = [];
    assert.equal(await through('127.0.0.3'), '127.0.0.3');
    for (const target of ['127.0.0.4', '127.0.0.5', '127.0.0.6']) {
      await assert.rejects(through(target), { code: 'UNAVAILABLE' });
    }
    while (!refusals.some(({ target }) => target === '127.0.0.6')) {
      refused = Promise.withResolvers();
      await refused.promise;
    }
    // Calls of the tests before may be told of only now.
    const own = refusals.filter(({ target }) => /^127\.0\.0\.[3-6]$/.test(target));
    const decided = new Set(own.map(({ target, reason }) => `${target} ${reason}`));
    assert.deepEqual([...decided].sort(), [
      '127.0.0.3 ',
      '127.0.0.4 TARGET_NOT_MEMBER',
      '127.0.0.5 TARGET_NOT_MEMBER',
      '127.0.0.6 TARGET_NOT_MEMBER',
    ]);
  });

  it('is a way to the API of a member, whose certificate is checked at the end of it', async () => {
    const tls = await client('os:reader');
    using channel = openChannel({ address, tls });
    const own = await issue({
      ca,
      ...osServer({ nodeName: 'worker-1', addresses: ['10.5.0.9'], controlPlane: false }),
    });
    await using target = new RpcServer({ tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem } });
    target.add(api.System, {
      async version(_request, ctx) {
        return { version: `worker-1 sees ${ctx.caller.subject} ${ctx.caller.role}` };
      },
    });
    const targetPort = Number((await target.listen('127.0.0.1:0')).split(':')[1]);
    memberPipe = targetPort;
    try {
      await using tunnel = await openTunnel({ through: channel, target: 'worker-1' });
      using right = openChannel({ address: tunnel.address, tls: { ...tls, serverName: 'worker-1' } });
      assert.equal((await createClient(api.System, right).version({})).version, 'worker-1 sees Ann Ünal os:reader');
      using wrong = openChannel({ address: tunnel.address, tls: { ...tls, serverName: 'cp-1' } });
      await assert.rejects(createClient(api.System, wrong).version({}), { code: 'UNAVAILABLE' });
    } finally {
      memberPipe = undefined;
    }
  });

  it('lets in no certificate of another authority, none that is expired, none that is denied', async () => {
    const foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const denied = await client('os:admin');
    const heir = await client('os:admin', { family: familyOf(parseCertificate(denied.cert).serial) });
    using before = openChannel({ address, tls: denied });
    await createClient(api.System, before).version({});
    using inherited = openChannel({ address, tls: heir });
    await createClient(api.System, inherited).version({});
    const reading = createClient(api.System, before).status({});
    reading.catch(() => {});
    await started.promise;
    const serial = parseCertificate(denied.cert)
      .serial.toLowerCase()
      .replace(/(?=(..)+$)(?!^)/g, ':');
    door.replaceConfig(parseConfig(JSON.stringify({ deniedSerials: [serial] })));
    await assert.rejects(reading, { code: 'UNAUTHENTICATED', reason: 'CERTIFICATE_DENIED' });
    const expired = await client('os:admin', { lifetimeMs: 60_000, now: Date.now() - HOUR_MS });
    for (const tls of [await client('os:admin', { ca: foreign }), expired, denied, heir]) {
      using channel = openChannel({ address, tls });
      await assert.rejects(createClient(api.System, channel).version({}), { code: 'UNAVAILABLE' });
    }
    door.replaceConfig({ members: [{ name: 'worker-1', address: '127.0.0.1' }], deniedFamilies: [] });
  });

  it('lets in nobody without a certificate, and speaks nothing but TLS 1.3', async () => {
    const [host, port] = address.split(':');
    const attempt = (options: ConnectionOptions) =>
      new Promise<string>((resolve) => {
        const socket = connectTls({ host: host!, port: Number(port), ca: ca.cert, ALPNProtocols: ['h2'], ...options });
        socket.once('data', () => resolve('answered'));
        socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
        socket.once('close', () => resolve('closed'));
      });
    const { cert, key } = await client('os:reader');
    assert.match(await attempt({}), /CERTIFICATE_REQUIRED|ECONNRESET|closed/);
    assert.match(await attempt({ cert, key, maxVersion: 'TLSv1.2' }), /PROTOCOL_VERSION|ECONNRESET|closed/);
    assert.equal(await attempt({ cert, key }), 'answered');
  });

  it('survives headers that HTTP/2 forbids to pass on', async () => {
    const { cert, key } = await client('');
    const [host, port] = address.split(':');
    // by hand: Node's own client refuses to send them
    const literal = (text: string) => [text.length, ...Buffer.from(text)];
    for (const [name, value] of [
      ['http2-settings', 'AAMAAABkAAQAAP__'],
      ['te', 'gzip'],
      ['connection', 'close'],
      ['keep-alive', '1'],
      ['proxy-connection', 'close'],
      ['transfer-encoding', 'chunked'],
    ] as const) {
      const fields = [
        [':method', 'POST'],
        [':scheme', 'https'],
        [':path', '/grpc.health.v1.Health/Check'],
        [':authority', 'x'],
        ['content-type', 'application/grpc'],
        [name, value],
      ] as const;
      const block = fields.flatMap(([field, content]) => [0, ...literal(field), ...literal(content)]);
      const socket = connectTls({ host: host!, port: Number(port), ca: ca.cert, cert, key, ALPNProtocols: ['h2'] });
      const answered = new Promise<void>((resolve) => {
        const parts: Buffer[] = [];
        socket.on('data', (data: Buffer) => {
          parts.push(data);
          // a frame about stream 1: an answer or its refusal
          if (Buffer.concat(parts).includes(Buffer.from([0, 0, 0, 1]))) resolve();
        });
        socket.once('error', () => resolve());
        socket.once('close', () => resolve());
      });
      socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
      socket.write(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]));
      socket.write(Buffer.from([0, block.length >> 8, block.length & 0xff, 1, 5, 0, 0, 0, 1, ...block]));
      await answered;
      socket.destroy();
    }
    using channel = await open('os:reader');
    await createClient(api.System, channel).version({});
  });

  it('says so while machined is away, ends open calls with a status, and finds it again', async () => {
    using channel = await open('os:reader');
    const call = createClient(api.System, channel).status({});
    call.catch(() => {});
    await started.promise;
    await machined.close();
    await assert.rejects(call, { code: 'UNAVAILABLE' });
    await assert.rejects(createClient(api.System, channel).version({}), {
      code: 'UNAVAILABLE',
      reason: 'AGENT_UNAVAILABLE',
    });
    await startMachined();
    await createClient(api.System, channel).version({});
  });

  it('closes as soon as the last call is over, and gives the others their grace', async () => {
    const own = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: ['127.0.0.1'], controlPlane: true }) });
    const clock = new FakeClock(Date.now());
    const options = {
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: { members: [], deniedFamilies: [] },
      machined: `${directory}/machined.sock`,
      clock,
    };
    for (const how of ['call over', 'grace over'] as const) {
      started = Promise.withResolvers();
      const leaving = new Door(options);
      const tls = await client('os:reader');
      using channel = openChannel({ address: await leaving.listen('127.0.0.1:0'), tls });
      const give = new AbortController();
      const call = createClient(api.System, channel).status({}, { signal: give.signal, timeoutMs: 60_000 });
      call.catch(() => {});
      await started.promise;
      const closed = leaving.close(1_000);
      if (how === 'call over') give.abort();
      else await clock.advance(1_000);
      await closed;
      await assert.rejects(call);
    }
  });
});
