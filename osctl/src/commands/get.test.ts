import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { State } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
const KIND = {
  name: 'certificate',
  columns: [
    { title: 'SUBJECT', path: '/subject', format: 'TEXT' },
    { title: 'ENDS', path: '/notAfterMs', format: 'TIME' },
    { title: 'NAMES', path: '/names', format: 'TEXT' },
    { title: 'CA', path: '/isCA', format: 'TEXT' },
    { title: 'DEEP', path: '/a~1b/c', format: 'BYTES' },
  ],
} as const;

before(async () => {
  cluster = await FakeCluster.start();
  for (const name of ['cp-1', 'worker-1']) {
    await cluster.node(
      name,
      serve(State, {
        async *get({ id, follow }, { signal }) {
          const resource = (own: string, spec: object) => ({
            kind: 'certificate',
            id: own,
            version: 'v1',
            spec: JSON.stringify(spec),
          });
          yield { type: 'KIND', kind: KIND };
          yield {
            type: 'CREATED',
            resource: resource(id || 'pki/tls.crt', {
              subject: name,
              notAfterMs: Date.now() + 86_400_000 * 3 + 500,
              names: ['a', 'b'],
              isCA: false,
              'a/b': { c: 2048 },
            }),
          };
          yield {
            type: 'CREATED',
            resource: resource('x\u001b[2J', { notAfterMs: Date.now() - 60_500, names: [], isCA: true }),
          };
          yield { type: 'BOOKMARK' };
          if (!follow) return;
          yield { type: 'UPDATED', resource: resource('pki/tls.crt', { subject: `${name} new` }) };
          yield { type: 'DELETED', resource: { kind: 'certificate', id: 'x', version: 'v1' } };
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        },
      }),
    );
  }
});
after(() => cluster.close());

test('a kind is shown as the node says, with nothing known of it here', async () => {
  const { code, stdout } = await cluster.run(['-n', 'cp-1', 'get', 'certificates']);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    [
      'CERTIFICATE  SUBJECT    ENDS  NAMES  CA      DEEP',
      'pki/tls.crt  cp-1      in 3d  a,b    no   2.0 KiB',
      'x?[2J        -        1m ago  -      yes        -',
      '',
    ].join('\n'),
  );
});

test('programs get the whole of it, as a list for each node', async () => {
  const { stdout } = await cluster.run(['-n', 'cp-1,worker-1', '-o', 'json', 'get', 'certificate', 'pki/a.crt']);
  const answers = JSON.parse(stdout) as {
    node: string;
    result: { id: string; version: string; spec: { names: string[] } }[];
  }[];
  assert.deepEqual(
    answers.map(({ node, result }) => [node, result[0]?.id, result[0]?.version, result[0]?.spec.names]),
    [
      ['cp-1', 'pki/a.crt', 'v1', ['a', 'b']],
      ['worker-1', 'pki/a.crt', 'v1', ['a', 'b']],
    ],
  );
});

test('a watch tells changes as they come, under one heading; JSON lines have the bookmark', async () => {
  const watch = async (...argv: string[]) => {
    const controller = new AbortController();
    const lines = argv.includes('json') ? 5 : 9;
    const { code, stdout } = await cluster.run(['-n', ...argv, 'get', 'certificates', '--watch'], {
      signal: controller.signal,
      onOutput: (text) => {
        if (text.split('\n').length > lines) controller.abort(new Error('interrupted'));
      },
    });
    assert.equal(code, 130);
    return stdout.trim().split('\n');
  };
  const table = await watch('cp-1,worker-1');
  assert.match(table[0] ?? '', /^EVENT +NODE +CERTIFICATE +SUBJECT/);
  assert.equal(table.filter((line) => line.startsWith('EVENT')).length, 1);
  assert.ok(table.some((line) => /^updated +worker-1 +pki\/tls\.crt +worker-1 new/.test(line)));
  const json = (await watch('cp-1', '-o', 'json')).map((line) => JSON.parse(line) as { type: string; node: string });
  assert.deepEqual(
    json.map(({ type }) => type),
    ['CREATED', 'CREATED', 'BOOKMARK', 'UPDATED', 'DELETED'],
  );
});
