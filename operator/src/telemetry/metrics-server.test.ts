import assert from 'node:assert/strict';
import { request } from 'node:https';
import { test } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { createMetrics } from './metrics.ts';
import { startMetricsServer } from './metrics-server.ts';

type Asked = { readonly path: string; readonly body: { readonly spec: Record<string, unknown> } };

test('the metrics are for who the apiserver knows and lets read them, and it is asked seldom', async () => {
  const clock = new FakeClock();
  const stop = new AbortController();
  const asked: Asked[] = [];
  let isDown = false;
  let held: Promise<void> | undefined;
  const transport = {
    async request(one: Asked) {
      asked.push(one);
      await held;
      if (isDown) throw new Error('connection refused');
      const { token, user } = one.body.spec;
      if (one.path.endsWith('tokenreviews')) {
        const groups = ['system:serviceaccounts'];
        return { status: token === 'bad' ? {} : { authenticated: true, user: { username: `sa:${token}`, groups } } };
      }
      return { status: { allowed: user === 'sa:prometheus' } };
    },
  } as unknown as Transport;
  const { registry } = createMetrics({ version: '1.2.3' });
  const options = { port: 0, host: '127.0.0.1', registry, transport, clock, signal: stop.signal };
  const { port, closed } = await startMetricsServer(options);
  const ask = (token: string | undefined, path = '/metrics', method = 'GET') =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const about = { host: '127.0.0.1', port, path, method, headers, rejectUnauthorized: false, agent: false };
      request(about, async (response) => {
        const text = (await response.toArray()).join('');
        resolve({ status: response.statusCode, text });
      })
        .on('error', reject)
        .end();
    });
  try {
    assert.equal((await ask(undefined)).status, 401);
    assert.equal(asked.length, 0, 'who shows nothing costs no request');
    assert.equal((await ask('bad')).status, 401);
    assert.equal((await ask('somebody')).status, 403);
    const { status, text } = await ask('prometheus');
    assert.equal(status, 200);
    assert.match(text, /^talos_operator_build_info\{version="1.2.3"\} 1$/m);
    assert.equal((await ask('prometheus', '/debug')).status, 404);
    assert.equal((await ask('prometheus', '/metrics', 'POST')).status, 405);
    assert.deepEqual(asked.at(-1)?.body.spec, {
      user: 'sa:prometheus',
      groups: ['system:serviceaccounts'],
      nonResourceAttributes: { path: '/metrics', verb: 'get' },
    });
    const before = asked.length;
    for (let n = 0; n < 5; n++) await ask('prometheus');
    assert.equal(asked.length, before, 'a verdict holds for a minute');
    isDown = true;
    clock.jumpWall(-86_400_000);
    assert.equal((await ask('prometheus')).status, 200);
    await clock.advance(60_000);
    const refused = await ask('prometheus');
    assert.equal(refused.status, 503, 'nobody is let in unasked');
    assert.doesNotMatch(refused.text, /prometheus/);
    isDown = false;
    const gate = Promise.withResolvers<void>();
    held = gate.promise;
    const flood = Array.from({ length: 6 }, (_, n) => ask(`stranger-${n}`));
    const busy = await Promise.race(flood);
    assert.equal(busy.status, 429);
    gate.resolve();
    const statuses = (await Promise.all(flood)).map(({ status: one }) => one);
    assert.ok(statuses.filter((one) => one === 403).length >= 1);
    assert.deepEqual([...new Set(statuses)].sort(), [403, 429]);
  } finally {
    stop.abort();
    await closed;
  }
});
