import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeClock } from '../control/clock.testing.ts';
import { inClusterAccess } from './access.ts';
import { AgentPool } from './agents.ts';
import { kubeconfigAccess } from './kubeconfig.ts';

test('in a pod: the address of the environment, the token read anew after a minute', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-access-'));
  t.after(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, 'token'), 'first\n');
  await writeFile(join(directory, 'ca.crt'), 'CA');
  await writeFile(join(directory, 'namespace'), 'talos-system');
  const clock = new FakeClock();
  const env = { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: '7445' };
  const access = await inClusterAccess({ clock, env, directory });
  assert.equal(access.server.href, 'https://127.0.0.1:7445/');
  assert.equal(access.namespace, 'talos-system');
  await writeFile(join(directory, 'token'), 'second');
  assert.equal((await access.credentials()).headers['authorization'], 'Bearer first');
  await clock.advance(60_000);
  assert.equal((await access.credentials()).headers['authorization'], 'Bearer second');
  await rm(join(directory, 'token'));
  await clock.advance(60_000);
  assert.equal((await access.credentials()).headers['authorization'], 'Bearer second', 'the one in hand is kept');
  const v6 = await inClusterAccess({ clock, env: { ...env, KUBERNETES_SERVICE_HOST: 'fd00::1' }, directory }).catch(
    String,
  );
  assert.match(String(v6), /ENOENT/);
  await assert.rejects(inClusterAccess({ clock, env: {}, directory }), /KUBERNETES_SERVICE_HOST/);
});

test('a kubeconfig: certificate, token and context', async () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const text = JSON.stringify({
    'current-context': 'one',
    clusters: [{ name: 'c', cluster: { server: 'https://10.0.0.1:6443', 'certificate-authority-data': base64('CA') } }],
    users: [
      { name: 'cert', user: { 'client-certificate-data': base64('CERT'), 'client-key-data': base64('KEY') } },
      { name: 'token', user: { token: 'secret' } },
    ],
    contexts: [
      { name: 'one', context: { cluster: 'c', user: 'cert', namespace: 'ns' } },
      { name: 'two', context: { cluster: 'c', user: 'token' } },
    ],
  });
  const one = await kubeconfigAccess({ text });
  assert.equal(one.server.href, 'https://10.0.0.1:6443/');
  assert.equal(one.namespace, 'ns');
  const { tls } = await one.credentials();
  assert.deepEqual([tls.ca, tls.cert, tls.key].map(String), ['CA', 'CERT', 'KEY']);
  const two = await kubeconfigAccess({ text, context: 'two' });
  assert.equal((await two.credentials()).headers['authorization'], 'Bearer secret');
  await assert.rejects(kubeconfigAccess({ text, context: 'three' }), /no context "three"; there are: one, two/);
});

test('one pool as long as the certificate material is the same bytes', () => {
  const pool = new AgentPool(new URL('https://127.0.0.1:1'));
  const first = pool.get({ ca: Buffer.from('CA'), cert: 'a' });
  assert.equal(pool.get({ ca: 'CA', cert: Buffer.from('a') }), first);
  assert.notEqual(pool.get({ ca: 'CA', cert: 'b' }), first);
  assert.notEqual(pool.get({ ca: 'CAb', cert: '' }), pool.get({ ca: 'CA', cert: 'b' }));
  pool.close();
});
