/** The lean channel beside createClient: the same answers, the same errors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { osClient, osServer } from '../trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '../trust/x509.ts';
import { openChannel } from './channel.ts';
import { createClient } from './client.ts';
import type { ClientTls, ServerIdentity } from './client-tls.ts';
import { RpcError } from './error.ts';
import { RpcServer } from './server.ts';
import { type CallContext, type CallOptions, methodPath } from './service.ts';
import { openUnaryChannel } from './unary.ts';

const HOUR_MS = 3_600_000;
let ca: CertAndKey;
let server: RpcServer;
let address: string;
let tls: ClientTls;
let serverTls: { readonly ca: string; readonly cert: string; readonly key: string };
let answer: (ctx: CallContext) => Promise<{ version?: string }>;

const serve = () => new RpcServer({ tls: serverTls }).add(System, { version: async (_request, ctx) => answer(ctx) });

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
  const channel = openUnaryChannel({ address: to, tls: { ...tls, ...more } });
  try {
    const bytes = await channel.call(methodPath(System, version), version.request.encode({}), options);
    return version.response.decode(bytes).version;
  } finally {
    channel.close();
  }
}
async function full(options: CallOptions = {}, more: Partial<ClientTls> = {}, to = address): Promise<string> {
  using channel = openChannel({ address: to, tls: { ...tls, ...more } });
  return (await createClient(System, channel).version({}, options)).version;
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
  const channel = openUnaryChannel({ address, tls });
  const call = async () => channel.call(methodPath(System, version), version.request.encode({}), { timeoutMs: 20_000 });
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

test('the server is told of once it is verified, and speaks of its certificate', async () => {
  answer = async () => ({ version: '1' });
  const told: ServerIdentity[] = [];
  await lean({}, { serverName: 'cp-1', onServer: (one) => told.push(one) });
  assert.deepEqual(told[0]?.units, ['control-plane']);
  assert.ok((told[0]?.notAfterMs ?? 0) > Date.now());
});
