/**
 * Every method of the OS API with bytes that nobody should send, by those who may call it and by those who may not.
 *
 * TALOS_FUZZ_RUNS: calls of each method (default 24). TALOS_FUZZ_SEED: the seed that a failure named, to have the same calls again.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { frame } from '@talos/lib/rpc/frames.ts';
import { ROLES, type Role } from '@talos/lib/rpc/roles.ts';
import { type AnyMethod, methodPath, type ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import { createCA } from '@talos/lib/trust/x509.ts';
import * as health from '@talos/proto/gen/grpc/health.ts';
import * as reflection from '@talos/proto/gen/grpc/reflection.ts';
import * as internal from '@talos/proto/gen/osctl/internal.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import fc from 'fast-check';
import { knownMethods, mayCall } from '../apid/roles.ts';
import { type Agent, type ClientTls, startAgent } from './agent.testing.ts';
import { type HostileCall, hostileCall } from './requests.testing.ts';
import { dial, type Outcome, send } from './wire.testing.ts';

const RUNS = Number(process.env['TALOS_FUZZ_RUNS'] ?? 24);
const SEED = Number(process.env['TALOS_FUZZ_SEED'] ?? randomInt(2 ** 31));
/** Below what apid allows to one certificate. */
const AT_ONCE = 16;
/** Streams that go on for ever end by their own deadline. */
const DEADLINE = { 'grpc-timeout': '250m' };
/** What one rush may leave behind, beside the file-backed pages that are touched for the first time. */
const GROWTH_MB = 96;

const METHODS: ReadonlyMap<string, AnyMethod> = new Map(
  [api, health, reflection]
    .flatMap((module) => Object.values(module as object))
    .filter((value): value is ServiceDescriptor => typeof value === 'object' && value !== null && 'methods' in value)
    .flatMap((service) => Object.values(service.methods).map((method) => [methodPath(service, method), method])),
);

/** Why an answer is not one that a client should get; undefined: it is in order. */
function fault({ http, code, message, reason, reset }: Outcome, framing: boolean): string | undefined {
  if (http !== 200) return http === undefined ? `no answer (reset with ${reset})` : `HTTP ${http}`;
  if (code === undefined) return 'no gRPC status';
  if (code === 'UNKNOWN' || (code === 'INTERNAL' && !framing)) return `${code}: ${message}`;
  if (reason === 'AGENT_UNAVAILABLE') return `apid has lost machined: ${message}`;
  const leak =
    /\b(?:Type|Range|Reference|Syntax)Error\b|\bat .+:\d+:\d+|Cannot read|is not a function|undefined|node:|\bE[A-Z]{4,}:/;
  return leak.test(message) ? `${code} tells of the inside: ${message}` : undefined;
}

describe('bytes that nobody should send', { timeout: 3_600_000 }, () => {
  let agent: Agent;
  const tls = {} as Record<Role, ClientTls>;
  let atStart: Awaited<ReturnType<Agent['peaks']>>;
  const slowest = { ms: 0, after: '' };

  before(async () => {
    agent = await startAgent();
    for (const role of ROLES) tls[role] = await agent.tls(role);
    await answers('the start');
    slowest.ms = 0;
    atStart = await agent.peaks();
  });
  after(() => agent[Symbol.asyncDispose]());

  /** A client that comes anew and behaves. */
  async function answers(after: string): Promise<void> {
    for (const [name, { pid, exitCode, signalCode }] of Object.entries(agent.processes)) {
      assert.ok(
        exitCode === null && signalCode === null,
        `${name} (${pid}) ended with ${signalCode ?? exitCode} after ${after}; seed ${SEED}`,
      );
    }
    const startedMs = performance.now();
    using channel = openChannel({ address: `127.0.0.1:${agent.port}`, tls: tls['os:reader'] });
    assert.equal((await createClient(api.System, channel).version({})).version, '1.0.0');
    const ms = performance.now() - startedMs;
    if (ms > slowest.ms) Object.assign(slowest, { ms, after });
  }

  /** Makes the calls, some at a time; the faults of their answers. */
  async function faultsOf(path: string, role: Role, calls: readonly HostileCall[]): Promise<readonly string[]> {
    const session = dial(agent.port, tls[role]);
    const faults: string[] = [];
    const queue = calls.values();
    const worker = async () => {
      for (const { what, body, framing } of queue) {
        const hiddenBefore = agent.hidden.length;
        const outcome = await send(session, path, body, DEADLINE);
        const found = fault(outcome, framing);
        if (found === undefined) continue;
        const told = agent.hidden.slice(hiddenBefore).map(({ error }) => error);
        faults.push(
          [`${path}, ${what}: ${found}`, Buffer.concat(body).toString('hex').slice(0, 2_000), ...told].join('\n  '),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    session.close();
    return faults;
  }

  const failed = (faults: readonly string[]) =>
    `${faults.length} faults; TALOS_FUZZ_SEED=${SEED} makes the same calls\n${faults.join('\n')}`;

  it('knows every method of the access table', () => {
    assert.deepEqual([...METHODS.keys()].sort(), [...knownMethods()].sort());
  });

  for (const [path, method] of METHODS) {
    const role = ROLES.find((one) => mayCall(one, path) === 'allowed')!;
    it(`${path} takes whatever comes of an ${role}`, async () => {
      // Without fields there is not much to say to it.
      const runs = method.request.fields.length === 0 ? Math.ceil(RUNS / 3) : RUNS;
      const calls = fc.sample(hostileCall(method.request), { numRuns: runs, seed: SEED });
      const faults = await faultsOf(path, role, calls);
      await answers(path);
      assert.deepEqual(faults, [], failed(faults));
    });
  }

  it('has nothing for methods that are not in the table, whatever is sent', async () => {
    const record = methodPath(internal.Audit, internal.Audit.methods.record);
    const collect = methodPath(internal.Metrics, internal.Metrics.methods.collect);
    for (const path of [
      record,
      collect,
      '/',
      '//',
      '/x',
      '/osctl.v1alpha1.System/',
      '/osctl.v1alpha1.System/constructor',
      `/${'x'.repeat(4_000)}`,
      '/%00',
    ]) {
      const session = dial(agent.port, tls['os:admin']);
      const outcome = await send(session, path, [Buffer.alloc(5)], DEADLINE);
      session.close();
      assert.deepEqual([outcome.code, outcome.reason], ['PERMISSION_DENIED', 'METHOD_UNKNOWN'], path);
    }
    await answers('unknown methods');
  });

  it('believes no header about who calls', async () => {
    const session = dial(agent.port, tls['os:reader']);
    const claims = {
      'talos-role': 'os:admin',
      'talos-subject': 'root',
      'talos-serial': '00',
      'talos-peer': '127.0.0.1',
    };
    for (const path of knownMethods().filter((one) => mayCall('os:reader', one) !== 'allowed')) {
      const outcome = await send(session, path, [Buffer.alloc(5)], {
        ...DEADLINE,
        ...claims,
        'Talos-Role': 'os:admin',
      });
      assert.deepEqual([outcome.code, outcome.reason], ['PERMISSION_DENIED', 'ROLE_TOO_SMALL'], path);
    }
    // What machined decides by the content, it decides by what apid says of the caller.
    const secret = api.Files.methods.read.request.encode({ path: '/var/lib/talos/pki/x' });
    const outcome = await send(
      session,
      '/osctl.v1alpha1.Files/Read',
      [Buffer.from([0, 0, 0, 0, secret.length]), secret],
      claims,
    );
    assert.deepEqual([outcome.code, outcome.reason], ['PERMISSION_DENIED', 'ROLE_TOO_SMALL']);
    session.close();
  });

  it('takes no path of which the kernel would see another: up to a NUL', async () => {
    const session = dial(agent.port, tls['os:admin']);
    const withPath = [...METHODS].filter(([, { request }]) => request.fields.some(({ name }) => name === 'path'));
    assert.ok(withPath.length >= 4);
    for (const [path, { request }] of withPath) {
      // Each of them is there, as far as the NUL.
      for (const there of [
        '/var/log/pods',
        '/var/log/pods/default_web_uid-1/app/0.log',
        '/usr/share/talos/release.json',
      ]) {
        const message = request.encode({ path: `${there}\0.txt` } as object);
        const outcome = await send(session, path, [frame(message)], DEADLINE);
        assert.equal(outcome.code, 'INVALID_ARGUMENT', `${path} of ${there}: ${JSON.stringify(outcome)}`);
      }
    }
    session.close();
  });

  it('bears metadata of any kind and size', async () => {
    const headers: readonly (readonly [string, Readonly<Record<string, string | string[]>>])[] = [
      ['no deadline that there is', { 'grpc-timeout': 'soon' }],
      ['a deadline of ages', { 'grpc-timeout': '99999999H' }],
      ['a deadline that has passed', { 'grpc-timeout': '0n' }],
      ['a negative deadline', { 'grpc-timeout': '-5S' }],
      ['two deadlines', { 'grpc-timeout': ['1S', '2S'] }],
      ['binary that is none', { 'x-bin': '%%%%', 'y-bin': '' }],
      ['an encoding that there is not', { 'grpc-encoding': 'x'.repeat(1_000) }],
      ['every encoding', { 'grpc-accept-encoding': Array<string>(200).fill('gzip').join(',') }],
      ['another content', { 'content-type': 'application/grpc+json;x=y' }],
      ['no gRPC', { 'content-type': 'text/html' }],
      ['500 headers', Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`x-${n}`, 'y']))],
      ['a header of 12 KiB', { 'x-long': 'y'.repeat(12 * 1024) }],
      ['a header of 60 KiB', { 'x-long': 'y'.repeat(60 * 1024) }],
      ['bytes beyond ASCII', { 'x-latin': 'äöü\u00ff', 'talos-x': '\u00ff' }],
      ['a reason of their own', { 'talos-reason': 'OK', 'grpc-status': '0', 'grpc-message': '%' }],
    ];
    for (const [what, more] of headers) {
      const session = dial(agent.port, tls['os:reader']);
      const outcome = await send(session, '/osctl.v1alpha1.System/Version', [Buffer.alloc(5)], more);
      session.close();
      // What is too large ends before there is a call.
      const refused = outcome.http === undefined || outcome.http === 415 || outcome.http === 431;
      assert.ok(refused || fault(outcome, true) === undefined, `${what}: ${JSON.stringify(outcome)}`);
      await answers(what);
    }
  });

  it('bears messages of any size, packed or not', async () => {
    const small = api.GetServiceRequest.encode({ id: 'kubelet' });
    const large = api.GetServiceRequest.encode({ id: 'x'.repeat(6 << 20) });
    const head = (bytes: Uint8Array, flag: number) => {
      const out = Buffer.alloc(5);
      out[0] = flag;
      out.writeUInt32BE(bytes.length, 1);
      return out;
    };
    // 64 MiB in 64 KiB.
    const bomb = gzipSync(api.GetServiceRequest.encode({ id: 'x'.repeat(64 << 20) }));
    const cases = [
      ['packed as it should be', gzipSync(small), 1, 'gzip', 'OK'],
      ['packed, and cut', gzipSync(small).subarray(0, 12), 1, 'gzip', 'INVALID_ARGUMENT'],
      ['packed without saying so', gzipSync(small), 0, 'identity', 'INVALID_ARGUMENT'],
      ['a bomb', bomb, 1, 'gzip', 'RESOURCE_EXHAUSTED'],
      ['6 MiB', large, 0, 'identity', 'RESOURCE_EXHAUSTED'],
    ] as const;
    for (const [what, bytes, flag, encoding, code] of cases) {
      const session = dial(agent.port, tls['os:reader']);
      const outcome = await send(session, '/osctl.v1alpha1.Services/Get', [head(bytes, flag), bytes], {
        'grpc-encoding': encoding,
      });
      session.close();
      assert.equal(outcome.code, code, `${what}: ${JSON.stringify(outcome)}`);
      await answers(what);
    }
  });

  it('serves nothing to who shows no certificate, or one of others', async () => {
    const foreign = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 3_600_000 });
    const { ca } = tls['os:admin'];
    const strangers = { nobody: { ca }, foreigner: await agent.tls('os:admin', foreign) };
    for (const [name, own] of Object.entries(strangers)) {
      for (const [path, method] of METHODS) {
        const [call] = fc.sample(hostileCall(method.request), { numRuns: 1, seed: SEED });
        const session = dial(agent.port, own);
        const outcome = await send(session, path, call!.body, { ...DEADLINE, 'talos-role': 'os:admin' });
        session.destroy();
        assert.deepEqual(
          [outcome.http, outcome.code, outcome.bytes],
          [undefined, undefined, 0],
          `${name}: ${path}; seed ${SEED}`,
        );
      }
    }
    await answers('strangers');
  });

  it('bears what is neither TLS nor HTTP/2', async () => {
    const { port } = agent;
    const garbage = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), { numRuns: 30, seed: SEED });
    const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    for (const bytes of garbage) {
      // Behind a good certificate: frames of no kind, and frames of wrong sizes.
      for (const start of [Buffer.alloc(0), preface]) {
        await new Promise<void>((resolve) => {
          const socket = connectTls({ host: '127.0.0.1', port, ...tls['os:reader'], ALPNProtocols: ['h2'] });
          socket.on('error', () => {});
          socket.resume();
          socket.once('close', () => resolve());
          socket.once('secureConnect', () => socket.end(Buffer.concat([start, bytes])));
        });
      }
    }
    await answers('garbage');
  });

  it('ends no process, and stays small', async (t) => {
    await answers('all of it');
    const peaks = await agent.peaks();
    t.diagnostic(`seed ${SEED}; slowest answer to a good client ${slowest.ms.toFixed(0)} ms, after ${slowest.after}`);
    for (const name of ['apid', 'machined'] as const) {
      const grown = peaks[name] - atStart[name];
      t.diagnostic(`${name}: peak ${peaks[name].toFixed(0)} MB, grown by ${grown.toFixed(0)} MB`);
      assert.ok(grown < GROWTH_MB, `${name} has grown by ${grown.toFixed(0)} MB; seed ${SEED}`);
    }
    assert.deepEqual(
      agent.hidden.map(({ method, error }) => `${method}: ${error}`),
      [],
    );
  });
});
