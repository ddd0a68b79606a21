import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { maskSecrets, type PublicDocuments } from '@talos/crds/config/index.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { Secret } from '@talos/lib/kube/resources.ts';
import { SecretValues, slimSecret } from './secrets.ts';

const KEY = Buffer.alloc(32, 3);
const b64 = (text: string) => Buffer.from(text).toString('base64');
const digestOf = (value: string): string => {
  const { registry } = maskSecrets(withPassword(value), KEY);
  return registry.auth?.['osctl.dev']?.password ?? '';
};
const withPassword = (password: string): PublicDocuments => ({
  ...EXAMPLE_WORKER,
  registry: { auth: { 'osctl.dev': { username: 'u', password } } },
});

function sources(keys: readonly string[]) {
  const secrets = new Map<string, Secret>();
  const spec: NodeConfig['spec'] = {
    config: {
      registry: {
        auth: Object.fromEntries(
          keys.map((key, index) => [
            `r${index}.example`,
            { username: 'u', password: { secretKeyRef: { name: 'pull', key } } },
          ]),
        ),
      },
    },
  };
  const nodeConfig = { metadata: { name: 'a' }, spec } as NodeConfig;
  const machine = { metadata: { name: 'cluster' }, spec: { os: { image: 'osctl.dev/talos:1' } } } as Machine;
  const caches = {
    machines: { get: () => machine },
    nodeConfigs: { list: () => [nodeConfig] },
    nodePools: { list: () => [] },
    secrets: { get: (key: string) => secrets.get(key) },
  } as unknown as ConstructorParameters<typeof SecretValues>[0];
  const put = (data: Record<string, string>) =>
    secrets.set('talos-system/pull', { metadata: { name: 'pull', namespace: 'talos-system' }, data });
  return { values: new SecretValues(caches), put };
}

test('only what layers refer to is seen, as a digest, and only what has none is asked for', async () => {
  const { values, put } = sources(['password', 'gone']);
  assert.equal(values.view().secrets.size, 0);
  put({ password: b64('hunter2'), unrelated: b64('nobody asks') });
  const keys = () => values.view().secrets.get('pull');
  assert.deepEqual([...(keys() ?? [])], [['password', { kind: 'undigested' }]]);
  const asked: string[] = [];
  const ask = async (wanted: readonly string[]) => {
    asked.push(...wanted);
    return wanted.map(digestOf);
  };
  await values.learn(ask);
  await values.learn(ask);
  assert.deepEqual(asked, ['hunter2']);
  assert.deepEqual(keys()?.get('password'), { kind: 'known', digest: digestOf('hunter2') });

  const sent = values.reveal(maskSecrets(withPassword('hunter2'), KEY));
  assert.equal(sent.registry.auth?.['osctl.dev']?.password, 'hunter2');
  const other = maskSecrets(withPassword("the node's own"), KEY);
  assert.deepEqual(values.reveal(other).registry, other.registry);

  put({ password: b64('rotated') });
  assert.deepEqual(keys()?.get('password'), { kind: 'undigested' });
  await values.learn(ask);
  const former = values.reveal(maskSecrets(withPassword('hunter2'), KEY));
  assert.equal(former.registry.auth?.['osctl.dev']?.password, 'hunter2', 'for a node that is under way');
});

test('agents that make no digests hold nothing up: the layer is at fault until the next term', async () => {
  const { values, put } = sources(['a', 'b']);
  put({ a: b64('one') });
  await values.learn(async (wanted) => wanted.map(digestOf));
  put({ a: b64('one'), b: b64('two') });
  const before = values.learned;
  values.giveUp('cp-1');
  assert.equal(values.learned, before + 1, 'it is planned anew');
  const keys = values.view().secrets.get('pull');
  assert.deepEqual([keys?.get('a')?.kind, keys?.get('b')?.kind], ['known', 'unfit']);
});

test('what can be no value of a configuration is told without it', () => {
  const bad: Readonly<Record<string, string>> = {
    empty: '',
    line: b64('hunter2\n'),
    long: b64('x'.repeat(8193)),
    digest: b64('hmac-sha256:00'),
    binary: Buffer.from([0xff, 0xfe]).toString('base64'),
  };
  const { values, put } = sources(Object.keys(bad));
  put(bad);
  const told = JSON.stringify([...(values.view().secrets.get('pull') ?? [])]);
  assert.equal(told.match(/"unfit"/g)?.length, 5);
  assert.ok(!/hunter2|xxx/.test(told), told);
});

test('a Secret is kept without what may hold it once more', () => {
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': 'hunter2' };
  const slim = slimSecret({ metadata: { name: 'a', namespace: 'b', annotations }, data: { k: 'v' } });
  assert.deepEqual(slim, { metadata: { name: 'a', namespace: 'b' }, data: { k: 'v' } });
});
