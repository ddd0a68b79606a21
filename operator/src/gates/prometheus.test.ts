import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { askPrometheus } from './prometheus.ts';

const vector = (...values: readonly [Record<string, string>, string][]) => ({
  status: 'success',
  data: { resultType: 'vector', result: values.map(([metric, value]) => ({ metric, value: [0, value] })) },
});
const firing = (...names: string[]) =>
  vector(...names.map((alertname): [Record<string, string>, string] => [{ alertname }, '1']));

describe('a gate that asks Prometheus', () => {
  let server: Server;
  let url: string;
  let answer: { readonly status?: number; readonly body: unknown };
  const asked: string[] = [];
  const signal = AbortSignal.timeout(30_000);
  const noTransport: Transport = {
    request: () => assert.fail('not through the apiserver'),
    lines: () => assert.fail('not through the apiserver'),
    close: () => {},
  };
  const ask = (question: object, transport = noTransport) => askPrometheus({ url, ...question }, transport, signal);

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => server.close());

  it('is open while the query yields samples none of which is 0', async () => {
    answer = { body: vector([{ job: 'a' }, '0.004'], [{ job: 'b' }, '1']) };
    assert.deepEqual(await ask({ query: 'job:errors:ratio < 0.01' }), { state: 'Open' });
    assert.equal(asked.at(-1), '/api/v1/query?query=job%3Aerrors%3Aratio+%3C+0.01');
    answer = { body: vector() };
    assert.deepEqual(await ask({ query: 'up == 1' }), { state: 'Closed', message: 'the query yields nothing' });
    answer = { body: vector([{ job: 'a' }, '1'], [{ job: 'b' }, '0']) };
    assert.deepEqual(await ask({ query: 'up' }), { state: 'Closed', message: 'the query yields 0 for {job="b"}' });
    answer = { body: { status: 'success', data: { resultType: 'scalar', result: [0, '1'] } } };
    assert.deepEqual(await ask({ query: '1' }), { state: 'Open' });
  });

  it('is closed while an alert fires that counts', async () => {
    answer = { body: firing('Watchdog', 'InfoInhibitor', 'CPUThrottlingHigh') };
    const except = ['CPUThrottlingHigh'];
    assert.deepEqual(await ask({ noFiringAlerts: { except } }), { state: 'Open' });
    answer = { body: firing('Watchdog', 'NodeDown', 'EtcdSlow', 'NodeDown') };
    assert.deepEqual(await ask({ noFiringAlerts: { except } }), {
      state: 'Closed',
      message: 'firing: EtcdSlow, NodeDown',
    });
  });

  it('goes through the apiserver where a Service is named', async () => {
    const paths: string[] = [];
    const transport: Transport = {
      ...noTransport,
      request: async <T>({ path }: { readonly path: string }) => {
        paths.push(path);
        return firing() as T;
      },
    };
    const service = { namespace: 'monitoring', name: 'prometheus', port: 'https:web' };
    const finding = await askPrometheus({ service, noFiringAlerts: {} }, transport, signal);
    assert.deepEqual(finding, { state: 'Open' });
    assert.deepEqual(paths, ['/api/v1/namespaces/monitoring/services/https:prometheus:web/proxy/api/v1/query']);
  });

  for (const [what, given, expected] of [
    [
      'refuses the query',
      { status: 400, body: { status: 'error', error: 'parse error' } },
      /refuses the query with 400: parse error/,
    ],
    ['is something else', { body: '<html>' }, /refuses the query with 200: <html>/],
    [
      'gives no vector',
      { body: { status: 'success', data: { resultType: 'matrix', result: [] } } },
      /a matrix, not a vector/,
    ],
    ['answers without end', { body: ' '.repeat(5 * 1024 * 1024) }, /more than 4194304 bytes/],
    ['leads elsewhere', { status: 302, body: '' }, /asking http:/],
  ] as const) {
    it(`fails where the server ${what}`, async () => {
      answer = given;
      await assert.rejects(ask({ query: 'up' }), expected);
    });
  }

  it('fails where nobody answers', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    await assert.rejects(ask({ url: `http://127.0.0.1:${port}`, query: 'up' }), /asking http:.*: connect ECONNREFUSED/);
  });
});
