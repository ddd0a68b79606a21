/** The lean channel beside createClient: the same answers, the same errors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Files, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { osClient, osServer } from '../trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '../trust/x509.ts';
import { openChannel } from './channel.ts';
import { createClient } from './client.ts';
import type { ClientTls, ServerIdentity } from './client-tls.ts';
import { RpcError } from './error.ts';
import { openLeanChannel } from './lean.ts';
import { RpcServer } from './server.ts';
import { type CallContext, type CallOptions, methodPath } from './service.ts';

const HOUR_MS = 3_600_000;
let ca: CertAndKey;
let server: RpcServer;
let address: string;
let tls: ClientTls;
let serverTls: { readonly ca: string; readonly cert: string; readonly key: string };
let answer: (ctx: CallContext) => Promise<{ version?: string }>;
let items: (ctx: CallContext) => AsyncGenerator<{ data?: Uint8Array }>;

const serve = () =>
  new RpcServer({ tls: serverTls })
    .add(System, { version: async (_request, ctx) => answer(ctx) })
    .add(Files, { read: (_request, ctx) => items(ctx) });

before(async () => {
  ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
  const own = await issue({ ca, ...osServer({ nodeName: 'cp-1', addresses: ['127.0.0.1'], controlPlane: true }) });
  serverTls = { ca: ca.cert, cert: own.certPem, key: own.keyPem };
  tls = await client(ca);
  server = serve();
  address = await server.listen('127.0.0.1:0');
});
after(() => server.close());

async function client(authority: CertAndKey): Promise<ClientTls> {
  const { certPem, keyPem } = await issue({ ca: authority, ...osClient({ role: 'os:reader', subject: 'ada' }) });
  return { ca: ca.cert, cert: certPem, key: keyPem };
}

const { version } = System.methods;
async function lean(options: CallOptions = {}, more: Partial<ClientTls> = {}, to = address): Promise<string> {
  const channel = openLeanChannel({ address: to, tls: { ...tls, ...more } });
  try {
    const bytes = await channel.unary(methodPath(System, version), version.request.encode({}), options);
    return version.response.decode(bytes).version;
  } finally {
    channel.close();
  }
}
async function full(options: CallOptions = {}, more: Partial<ClientTls> = {}, to = address): Promise<string> {
  using channel = openChannel({ address: to, tls: { ...tls, ...more } });
  return (await createClient(System, channel).version({}, options)).version;
}

const { read } = Files.methods;
/** The items, one by one. */
async function* leanItems(options: CallOptions = {}): AsyncGenerator<Uint8Array> {
  const channel = openLeanChannel({ address, tls });
  try {
    const messages = channel.stream(methodPath(Files, read), read.request.encode({ path: '/' }), options);
    for await (const message of messages) yield read.response.decode(message).data;
  } finally {
    channel.close();
  }
}
async function* fullItems(options: CallOptions = {}): AsyncGenerator<Uint8Array> {
  using channel = openChannel({ address, tls });
  for await (const { data } of createClient(Files, channel).read({ path: '/' }, options)) yield data;
}
const failure = (promise: Promise<unknown>): Promise<RpcError> =>
  promise.then(
    () => assert.fail('it should have failed'),
    (error: unknown) => {
      assert.ok(error instanceof RpcError, String(error));
      return error;
    },
  );

test('an answer is the same, the largest too', async () => {
  for (const text of ['', '1.0.0', 'ü'.repeat(1_000_000)]) {
    answer = async () => ({ version: text });
    assert.equal(await lean(), text);
    assert.equal(await full(), text);
  }
});

test('what the server says of a failure is the same, in code, text and reason', async () => {
  for (const error of [
    new RpcError('PERMISSION_DENIED', 'needs os:admin', { reason: 'ROLE_TOO_SMALL' }),
    new RpcError('UNAVAILABLE', 'Ünal 100% weg\nzweite Zeile'),
    new RpcError('NOT_FOUND', ''),
  ]) {
    answer = async () => {
      throw error;
    };
    for (const call of [lean, full]) {
      const { code, message, reason, method, unsent } = await failure(call());
      assert.deepEqual(
        [code, message, reason, method, unsent],
        [error.code, error.message, error.reason, '/osctl.v1alpha1.System/Version', false],
      );
    }
  }
  answer = async () => ({ version: 'x'.repeat(5 * 1024 * 1024) });
  for (const call of [lean, full]) assert.equal((await failure(call())).code, 'RESOURCE_EXHAUSTED');
});

test('nobody there, a wrong name, another authority: UNAVAILABLE, and nobody has seen the call', async () => {
  answer = async () => assert.fail('it was called');
  const { foreign, gone } = {
    foreign: await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS }),
    gone: '127.0.0.1:1',
  };
  for (const call of [lean, full]) {
    const nobody = await failure(call({}, {}, gone));
    assert.deepEqual([nobody.code, nobody.unsent], ['UNAVAILABLE', true]);
    assert.match(nobody.message, /^connect ECONNREFUSED/);
    const misnamed = await failure(call({}, { serverName: 'cp-2' }));
    assert.deepEqual([misnamed.code, misnamed.unsent], ['UNAVAILABLE', true]);
    assert.match(misnamed.message, /cp-2/);
    assert.equal((await failure(call({}, { ca: foreign.cert }))).code, 'UNAVAILABLE');
    assert.equal((await failure(call({}, await client(foreign)))).code, 'UNAVAILABLE');
  }
});

test('a deadline ends the call; an abort ends it on both sides', async () => {
  for (const call of [lean, full]) {
    answer = () => new Promise(() => {});
    assert.equal((await failure(call({ timeoutMs: 100 }))).code, 'DEADLINE_EXCEEDED');

    const controller = new AbortController();
    const reason = new Error('enough');
    const left = Promise.withResolvers<void>();
    answer = (ctx) => {
      ctx.signal.addEventListener('abort', () => left.resolve(), { once: true });
      controller.abort(reason);
      return new Promise(() => {});
    };
    const { code, cause } = await failure(call({ signal: controller.signal }));
    assert.deepEqual([code, cause], ['CANCELLED', reason]);
    await left.promise;
    assert.equal((await failure(call({ signal: controller.signal }))).code, 'CANCELLED');
  }
});

test('a server that goes away ends the call; the next one finds it again', async () => {
  const channel = openLeanChannel({ address, tls });
  const call = async () =>
    channel.unary(methodPath(System, version), version.request.encode({}), { timeoutMs: 20_000 });
  try {
    answer = async () => ({});
    await call();
    const called = Promise.withResolvers<void>();
    answer = () => {
      called.resolve();
      return new Promise(() => {});
    };
    const cut = failure(call());
    await called.promise;
    await server.close();
    assert.deepEqual([(await cut).code, (await cut).unsent], ['UNAVAILABLE', false]);
    assert.equal((await failure(call())).code, 'UNAVAILABLE');
    server = serve();
    await server.listen(address);
    answer = async () => ({ version: 'back' });
    assert.equal(version.response.decode(await call()).version, 'back');
  } finally {
    channel.close();
  }
});

test('a channel that is closed dials nothing for a call that comes late', async () => {
  answer = async () => ({ version: '1.0.0' });
  const channel = openLeanChannel({ address, tls });
  const call = () => channel.unary(methodPath(System, version), version.request.encode({}), {});
  await call();
  channel.close();
  await assert.rejects(call, { code: 'CANCELLED', unsent: true, message: 'the channel is closed' });
});

test('the server is told of once it is verified, and speaks of its certificate', async () => {
  answer = async () => ({ version: '1' });
  const told: ServerIdentity[] = [];
  await lean({}, { serverName: 'cp-1', onServer: (one) => told.push(one) });
  assert.deepEqual(told[0]?.units, ['control-plane']);
  assert.ok((told[0]?.notAfterMs ?? 0) > Date.now());
});

test('a stream is the same: small and large messages, none, and what comes before an error', async () => {
  const sent = [0, 1, 70_000, 3, 3_000_000, ...Array<number>(500).fill(7)].map((size, i) => Buffer.alloc(size, i));
  for (const stream of [leanItems, fullItems]) {
    items = async function* () {
      for (const data of sent) yield { data };
    };
    const got = await Array.fromAsync(stream());
    assert.deepEqual(
      got.map((one) => one.length),
      sent.map((one) => one.length),
    );
    assert.ok(Buffer.concat(got).equals(Buffer.concat(sent)));

    items = async function* () {};
    assert.deepEqual(await Array.fromAsync(stream()), []);

    items = async function* () {
      yield { data: Buffer.from('a') };
      throw new RpcError('DATA_LOSS', 'überschrieben', { reason: 'OVERRUN' });
    };
    const before: Uint8Array[] = [];
    const error = await failure(
      (async () => {
        for await (const one of stream()) before.push(one);
      })(),
    );
    assert.deepEqual([error.code, error.message, error.reason], ['DATA_LOSS', 'überschrieben', 'OVERRUN']);
    assert.equal(before.length, 1);
  }
});

test('a reader that pauses stops the server; one that reads on gets all of it', async () => {
  const size = 64 * 1024;
  for (const stream of [leanItems, fullItems]) {
    let made = 0;
    items = async function* () {
      for (; made < 400; made++) yield { data: Buffer.alloc(size, made) };
    };
    const reader = stream();
    await reader.next();
    for (let last = -1; last !== made; ) {
      last = made;
      for (let turns = 0; turns < 100; turns++) await turn();
    }
    assert.ok(made < 400, 'all was made for a reader that does not read');
    let total = size;
    for await (const one of reader) total += one.length;
    assert.equal(total, 400 * size);
  }
});

test('leaving a stream and aborting it end it on the server; an abort is told at once', async () => {
  for (const stream of [leanItems, fullItems]) {
    let left = Promise.withResolvers<void>();
    items = async function* (ctx) {
      ctx.signal.addEventListener('abort', () => left.resolve(), { once: true });
      for (let index = 0; ; index++) yield { data: Buffer.alloc(1000, index) };
    };
    for await (const _one of stream()) break;
    await left.promise;

    left = Promise.withResolvers();
    const controller = new AbortController();
    const reason = new Error('enough');
    const reader = stream({ signal: controller.signal });
    await reader.next();
    controller.abort(reason);
    const { code, cause } = await failure(Array.fromAsync(reader));
    assert.deepEqual([code, cause], ['CANCELLED', reason]);
    await left.promise;
    assert.equal((await failure(Array.fromAsync(stream({ signal: controller.signal })))).code, 'CANCELLED');

    items = async function* ({ signal }) {
      yield {};
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    };
    assert.equal((await failure(Array.fromAsync(stream({ timeoutMs: 100 })))).code, 'DEADLINE_EXCEEDED');
  }
});
