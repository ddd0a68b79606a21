import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Machine, Notice } from '@talos/crds/machine.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { createCA, issue } from '@talos/lib/trust/x509.ts';
import pino from 'pino';
import { createNotifier } from './notifier.ts';

const TOKEN = 'hush-hush';
const notice = (n: number): Notice => ({
  id: `rollout.started/rollouts/r${n}/2026-01-01T00:00:00Z`,
  type: 'rollout.started',
  subject: `rollouts/r${n}`,
  time: '2026-01-01T00:00:00Z',
  message: `r${n} has started`,
});
const machine = (url: string, pending: readonly Notice[], tokenSecret?: string): Machine => ({
  apiVersion: 'osctl.dev/v1alpha1',
  kind: 'Machine',
  metadata: { name: 'cluster', uid: 'u-1' },
  spec: { os: { image: 'a/b:1' }, notifications: { url, ...(tokenSecret === undefined ? {} : { tokenSecret }) } },
  status: { notifications: { pending: [...pending], delivered: [] } },
});

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function hook(answer: (n: number, response: ServerResponse) => void, tls?: { cert: string; key: string }) {
  const got: Got[] = [];
  const waiters = new Set<() => void>();
  const onRequest = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await request.toArray()).join('');
    got.push({ headers: request.headers, body });
    answer(got.length, response);
    for (const waiter of waiters) waiter();
  };
  const server: Server = tls === undefined ? createServer(onRequest) : createSecureServer(tls, onRequest);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    got,
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Until what goes on over real sockets has come to pass. */
async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setImmediate(resolve));
}

function start(secret?: object, ca?: string) {
  const clock = new FakeClock();
  const stop = new AbortController();
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const results: string[] = [];
  const transport = {
    async request() {
      if (secret === undefined) throw Object.assign(new Error('not there'), { status: 404 });
      return secret;
    },
  } as unknown as Transport;
  const metrics = { notified: (result: string) => void results.push(result) };
  const more = ca === undefined ? {} : { ca };
  const notifier = createNotifier({ transport, clock, logger, signal: stop.signal, metrics, ...more });
  return { notifier, clock, stop, lines, results };
}

test('notices arrive as CloudEvents, in order, again after failures, with the same id, and hold up nobody', async () => {
  const server = await hook((n, response) =>
    response.writeHead(n === 1 ? 503 : n === 2 ? 302 : 204, { location: '/x' }).end(),
  );
  const { notifier, clock, stop, results } = start();
  const url = `http://127.0.0.1:${server.port}/path?key=secret`;
  try {
    notifier.sync(machine(url, [notice(1), notice(2)]));
    assert.equal(server.got.length, 0, 'it returns at once');
    await until(() => results.length === 1 && clock.sleeping === 1);
    assert.deepEqual(notifier.delivery().failure, { since: clock.now(), message: '127.0.0.1 answered 503' });
    await clock.advance(1_000);
    await until(() => results.length === 2 && clock.sleeping === 1);
    assert.equal(results[1], 'failed', 'a redirection is not followed');
    await clock.advance(2_000);
    await until(() => results.length === 4);
    assert.deepEqual(results, ['failed', 'failed', 'taken', 'taken']);
    const { delivered, failure } = notifier.delivery();
    assert.deepEqual([[...delivered], failure], [[notice(1).id, notice(2).id], undefined]);
    assert.deepEqual(
      server.got.map(({ body }) => JSON.parse(body).id),
      [notice(1).id, notice(1).id, notice(1).id, notice(2).id],
    );
    assert.match(server.got[0]?.headers['content-type'] ?? '', /^application\/cloudevents\+json/);
    assert.deepEqual(JSON.parse(server.got[3]?.body ?? ''), {
      specversion: '1.0',
      id: notice(2).id,
      source: '/osctl.dev/machines/u-1',
      type: 'dev.osctl.rollout.started',
      subject: 'rollouts/r2',
      time: '2026-01-01T00:00:00Z',
      datacontenttype: 'application/json',
      data: { message: 'r2 has started' },
    });
    // Not stored as delivered yet: not sent again by this process, which knows.
    notifier.sync(machine(url, [notice(1), notice(2)]));
    notifier.sync(machine(url, [notice(3)]));
    await until(() => results.length === 5);
    assert.deepEqual([...notifier.delivery().delivered], [notice(3).id]);
  } finally {
    stop.abort();
    server.close();
  }
});

test('what the webhook refuses for good is dropped and told, and holds nothing up', async () => {
  const server = await hook((n, response) => response.writeHead(n === 1 ? 422 : 200).end('x'.repeat(1 << 20)));
  const { notifier, stop, results } = start();
  try {
    notifier.sync(machine(`http://127.0.0.1:${server.port}`, [notice(1), notice(2)]));
    await until(() => results.length === 2);
    const { delivered, refused } = notifier.delivery();
    assert.deepEqual([[...delivered], [...refused]], [[notice(2).id], [notice(1).id]]);
  } finally {
    stop.abort();
    server.close();
  }
});

test('a token goes to https only, from a Secret that is meant for it, and neither it nor the URL into the log', async () => {
  const ca = await createCA({ commonName: 'test', algorithm: 'ecdsa-p256', lifetimeMs: 3_600_000 });
  const profile = {
    subject: { CN: 'hook' },
    ipAddresses: ['127.0.0.1'],
    usages: ['server'],
    lifetimeMs: 3_600_000,
  } as const;
  const { certPem, keyPem } = await issue({ ca, ...profile });
  const server = await hook((_, response) => response.end(), { cert: certPem, key: keyPem });
  const url = `https://127.0.0.1:${server.port}/hook?key=secret-in-url`;
  const data = { token: Buffer.from(TOKEN).toString('base64') };
  const said: string[] = [];
  const good = { type: 'osctl.dev/notification-token', data };
  try {
    for (const [secret, trusted, expected] of [
      [good, ca.cert, 'taken'],
      [{ ...good, type: 'Opaque' }, ca.cert, 'failed'],
      [{ type: good.type, data: { token: Buffer.from('a\r\nb').toString('base64') } }, ca.cert, 'failed'],
      [undefined, ca.cert, 'failed'],
      [good, undefined, 'failed'],
    ] as const) {
      const { notifier, stop, lines, results } = start(secret, trusted);
      notifier.sync(machine(url, [notice(1)], 'hook'));
      await until(() => results.length === 1);
      assert.equal(results[0], expected);
      said.push(...lines, JSON.stringify(notifier.delivery().failure ?? {}));
      stop.abort();
    }
    assert.equal(server.got.length, 1);
    assert.equal(server.got[0]?.headers.authorization, `Bearer ${TOKEN}`);
    assert.ok(said.length > 5);
    for (const line of said) assert.doesNotMatch(line, /hush|aHVzaC1odXNo|secret-in-url/);
  } finally {
    server.close();
  }
});

test('another URL does not wait for the back-off of the former, and no URL ends it', async () => {
  const good = await hook((_, response) => response.end());
  const { notifier, clock, stop, results } = start();
  try {
    notifier.sync(machine('http://127.0.0.1:1', [notice(1)]));
    await until(() => results.length === 1 && clock.sleeping === 1);
    notifier.sync(machine(`http://127.0.0.1:${good.port}`, [notice(1)]));
    await until(() => results.length === 2);
    assert.deepEqual(results, ['failed', 'taken']);
    notifier.sync(undefined);
    assert.equal(notifier.delivery().failure, undefined);
  } finally {
    stop.abort();
    good.close();
  }
});
