import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectHttp2, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Health } from '@talos/proto/gen/grpc/health.ts';
import { Files, Services, System, Tunnel } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Channel, openChannel } from './channel.ts';
import { createClient } from './client.ts';
import { RpcError } from './error.ts';
import { type HealthSource, healthHandlers } from './health.ts';
import { type CallEnd, RpcServer } from './server.ts';
import type { CallContext } from './service.ts';

const HEADERS = { ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers' };

const never = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );

/** A promise and its resolver, for "the handler has got there". */
function signalled<T>() {
  return Promise.withResolvers<T>();
}

describe('a server and its client over a unix socket', () => {
  let directory: string;
  let server: RpcServer;
  let channel: Channel;
  let ends: CallEnd[] = [];
  let started = signalled<CallContext>();
  let stopped = signalled<unknown>();
  let produced = 0;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'rpc-'));
    server = new RpcServer({ trustForwardedIdentity: true, observe: (end) => ends.push(end) });
    server.add(System, {
      async version(_request, ctx) {
        return { version: '1.2.3', components: { caller: JSON.stringify(ctx.caller) } };
      },
      async status(_request, ctx) {
        started.resolve(ctx);
        return await never(ctx.signal);
      },
      async processes() {
        throw new Error('open /secret/path: permission denied');
      },
      async *kernelLog({ tailLines }) {
        for (let index = 0; index < tailLines; index++) yield { line: Buffer.from(`line ${index}`) };
        if (tailLines === 3) throw new RpcError('DATA_LOSS', 'the ring buffer – überschrieben', { reason: 'OVERRUN' });
      },
      async *events(_request, ctx) {
        started.resolve(ctx);
        try {
          for (;;) {
            produced++;
            yield { message: 'x'.repeat(64 * 1024) };
          }
        } finally {
          stopped.resolve(ctx.signal.reason);
        }
      },
    });
    server.add(Services, {
      async get({ id }) {
        throw new RpcError('NOT_FOUND', `no service ${id}`);
      },
    });
    server.add(Tunnel, {
      async *connect(requests) {
        for await (const { data } of requests) yield { data: Buffer.from(data).reverse() };
      },
    });
    await server.listen(`unix:${directory}/s.sock`);
    channel = openChannel({ address: `unix:${directory}/s.sock` });
  });

  after(async () => {
    channel.close();
    await server.close();
    await rm(directory, { recursive: true });
  });

  const fresh = () => {
    ends = [];
    started = signalled();
    stopped = signalled();
    produced = 0;
  };

  /** A call as no client of ours would make it; the headers or trailers that tell its status. */
  const byHand = async (path: string, body: Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
    const session = connectHttp2('http://localhost', { createConnection: () => connectSocket(`${directory}/s.sock`) });
    try {
      const stream = session.request({ ...HEADERS, ...headers, ':path': path });
      let status: IncomingHttpHeaders = {};
      stream.on('response', (received) => {
        status = received;
      });
      stream.on('trailers', (received) => {
        status = received;
      });
      stream.resume();
      stream.end(body);
      await once(stream, 'close');
      return status;
    } finally {
      session.destroy();
    }
  };

  it('answers a unary call, with the identity that the headers tell', async () => {
    const response = await createClient(System, channel).version(
      {},
      {
        metadata: {
          'talos-subject': encodeURIComponent('Jürgen, admin'),
          'talos-role': 'os%3Aadmin',
          'talos-serial': 'A1',
          'talos-peer': '10.5.0.1',
        },
      },
    );
    assert.equal(response.version, '1.2.3');
    assert.deepEqual(JSON.parse(response.components['caller']!), {
      subject: 'Jürgen, admin',
      role: 'os:admin',
      serial: 'A1',
      authority: '',
      lifetimeMs: 0,
      door: '',
      address: '10.5.0.1',
    });
  });

  it('ends a stream with all its items and then its error, with code, text and reason', async () => {
    const lines: string[] = [];
    const read = async () => {
      for await (const { line } of createClient(System, channel).kernelLog({ tailLines: 3 }))
        lines.push(line.toString());
    };
    await assert.rejects(read, {
      name: 'RpcError',
      code: 'DATA_LOSS',
      message: 'the ring buffer – überschrieben',
      reason: 'OVERRUN',
    });
    assert.equal(lines.length, 3);
  });

  it('delivers a long stream whole and in order', async () => {
    let index = 0;
    for await (const { line } of createClient(System, channel).kernelLog({ tailLines: 2000 })) {
      assert.equal(Buffer.from(line).toString(), `line ${index++}`);
    }
    assert.equal(index, 2000);
  });

  it('tells a caller nothing of an error that nobody wrote for it, and the observer everything', async () => {
    fresh();
    await assert.rejects(createClient(System, channel).processes({}), (error: RpcError) => {
      assert.equal(error.code, 'INTERNAL');
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
    assert.match(String(ends[0]?.error?.cause), /secret/);
  });

  it('answers UNIMPLEMENTED to what has no handler', async () => {
    await assert.rejects(createClient(Services, channel).list({}), { code: 'UNIMPLEMENTED' });
    await assert.rejects(createClient(Health, channel).check({}), { code: 'UNIMPLEMENTED' });
  });

  it('stops producing while its reader does not read, and stops for good when the reader leaves', async () => {
    fresh();
    let taken = 0;
    for await (const _event of createClient(System, channel).events({})) {
      taken++;
      // Many turns of the loop: a producer without back-pressure would have run away by now.
      for (let index = 0; index < 300; index++) await turn();
      if (taken === 3) break;
    }
    const reason = await stopped.promise;
    assert.ok(reason instanceof RpcError && reason.code === 'CANCELLED', String(reason));
    assert.ok(produced < 200, `${produced} messages of 64 KiB were made for a reader that took ${taken}`);
  });

  it('aborts the handler when the caller aborts', async () => {
    fresh();
    const caller = new AbortController();
    const call = createClient(System, channel).status({}, { signal: caller.signal });
    const ctx = await started.promise;
    const reason = new Error('changed my mind');
    caller.abort(reason);
    await assert.rejects(call, (error: RpcError) => error.code === 'CANCELLED' && error.cause === reason);
    if (!ctx.signal.aborted) await new Promise((resolve) => ctx.signal.addEventListener('abort', resolve));
    assert.equal((ctx.signal.reason as RpcError).code, 'CANCELLED');
  });

  it('does not begin a call whose signal has aborted', async () => {
    await assert.rejects(createClient(System, channel).version({}, { signal: AbortSignal.abort() }), {
      code: 'CANCELLED',
    });
  });

  it('ends a call at its deadline on both sides', async () => {
    fresh();
    const call = createClient(System, channel).status({}, { timeoutMs: 50 });
    const ctx = await started.promise;
    await assert.rejects(call, { code: 'DEADLINE_EXCEEDED' });
    if (!ctx.signal.aborted) await new Promise((resolve) => ctx.signal.addEventListener('abort', resolve));
  });

  it('tells health, and its changes while it is watched', async () => {
    let serving = false;
    let change = Promise.withResolvers<void>();
    const source: HealthSource = {
      isServing: (service) => (service === '' ? serving : undefined),
      async *changes(signal) {
        while (!signal.aborted) {
          await change.promise;
          change = Promise.withResolvers();
          yield undefined;
        }
      },
    };
    await using other = new RpcServer().add(Health, healthHandlers(source));
    await other.listen(`unix:${directory}/health.sock`);
    using toOther = openChannel({ address: `unix:${directory}/health.sock` });
    const client = createClient(Health, toOther);
    assert.deepEqual(await client.check({}), { status: 'NOT_SERVING' });
    await assert.rejects(client.check({ service: 'x' }), { code: 'NOT_FOUND' });
    const watch = client.watch({})[Symbol.asyncIterator]();
    assert.deepEqual((await watch.next()).value, { status: 'NOT_SERVING' });
    serving = true;
    change.resolve();
    assert.deepEqual((await watch.next()).value, { status: 'SERVING' });
    await watch.return?.();
  });

  it('carries bytes both ways, and ends with the client', async () => {
    async function* chunks() {
      for (const text of ['abc', 'def']) yield { data: Buffer.from(text) };
    }
    const back: string[] = [];
    for await (const { data } of createClient(Tunnel, channel).connect(chunks()))
      back.push(Buffer.from(data).toString());
    assert.deepEqual(back, ['cba', 'fed']);
  });

  it('rethrows what the iterable of requests threw', async () => {
    async function* broken() {
      yield { data: Buffer.from('a') };
      throw new Error('no more input');
    }
    const read = async () => {
      for await (const _chunk of createClient(Tunnel, channel).connect(broken()));
    };
    await assert.rejects(read, /no more input/);
  });

  it('refuses messages that are too large', async () => {
    async function* large() {
      yield { data: Buffer.alloc(5 * 1024 * 1024) };
    }
    const read = async () => {
      for await (const _chunk of createClient(Tunnel, channel).connect(large()));
    };
    await assert.rejects(read, { code: 'RESOURCE_EXHAUSTED' });
  });

  it('tells a client that what it sent is no message, and the observer too', async () => {
    ends = [];
    const answer = await byHand('/osctl.v1alpha1.System/KernelLog', Buffer.from([0, 0, 0, 0, 2, 0x08, 0xff]));
    assert.deepEqual([answer['grpc-status'], answer['talos-reason']], ['3', 'MALFORMED_REQUEST']);
    const unary = await byHand('/osctl.v1alpha1.System/Version', Buffer.from([0, 0, 0, 0, 1, 0x0a]));
    assert.equal(unary['grpc-status'], '3');
    const stream = await byHand('/osctl.v1alpha1.Tunnel/Connect', Buffer.from([0, 0, 0, 0, 1, 0x0a]));
    assert.equal(stream['grpc-status'], '3');
    assert.deepEqual(
      ends.map(({ code, request }) => [code, request]),
      Array(3).fill(['INVALID_ARGUMENT', undefined]),
    );
  });

  it('ends a stream at its deadline while its data is under way', async () => {
    // More than the windows of HTTP/2 hold, read as fast as it comes: at any moment something is queued.
    const answers = Array.from({ length: 16 }, (_, index) =>
      byHand('/osctl.v1alpha1.System/Events', Buffer.alloc(5), { 'grpc-timeout': `${20 + index}m` }),
    );
    for (const answer of await Promise.all(answers)) assert.equal(answer['grpc-status'], '4');
  });

  it('stops a handler at its deadline whose reader does not read', async () => {
    fresh();
    const session = connectHttp2('http://localhost', { createConnection: () => connectSocket(`${directory}/s.sock`) });
    const stream = session.request({ ...HEADERS, ':path': '/osctl.v1alpha1.System/Events', 'grpc-timeout': '50m' });
    stream.on('error', () => {});
    stream.end(Buffer.alloc(5));
    const reason = (await stopped.promise) as RpcError;
    session.destroy();
    assert.equal(reason.code, 'DEADLINE_EXCEEDED');
  });

  it('cuts a message that is too long for a header, and keeps the connection', async () => {
    await assert.rejects(createClient(Services, channel).get({ id: '💥'.repeat(100_000) }), (error: RpcError) => {
      assert.equal(error.code, 'NOT_FOUND');
      assert.match(error.message, /^no service 💥+…$/u);
      return true;
    });
    assert.equal((await createClient(System, channel).version({})).version, '1.2.3');
  });

  it('says where nobody listens', async () => {
    using nowhere = openChannel({ address: `unix:${directory}/none.sock` });
    await assert.rejects(createClient(Files, nowhere).read({})[Symbol.asyncIterator]().next(), { code: 'UNAVAILABLE' });
  });

  it('ends open calls with UNAVAILABLE when it closes, and does not hang', async () => {
    fresh();
    const other = new RpcServer();
    other.add(System, {
      async status(_request, ctx) {
        started.resolve(ctx);
        return await new Promise<never>(() => {}); // a handler that ignores its signal
      },
    });
    await other.listen(`unix:${directory}/other.sock`);
    using toOther = openChannel({ address: `unix:${directory}/other.sock` });
    const call = createClient(System, toOther).status({});
    call.catch(() => {});
    await started.promise;
    await other.close({ graceMs: 10 });
    await assert.rejects(call, { code: 'UNAVAILABLE', reason: 'SHUTTING_DOWN' });
  });
});
