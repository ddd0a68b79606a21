import assert from 'node:assert/strict';
import { stat, utimes } from 'node:fs/promises';
import { afterEach, beforeEach, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { issue } from '@talos/lib/trust/x509.ts';
import { System, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { ConfigFile } from '../config/file.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

const MINUTE_MS = 60_000;
let cluster: FakeCluster;
let asked: number;
let refusal: RpcError | undefined;
beforeEach(async () => {
  cluster = await FakeCluster.start();
  [asked, refusal] = [0, undefined];
  await cluster.node(
    'cp-1',
    serve(System, { version: async () => ({ version: '1.0.0' }) }),
    serve(Trust, {
      async renewSelf({ csrPem }, { caller }) {
        asked++;
        if (refusal !== undefined) throw refusal;
        const { certPem } = await issue({
          ca: cluster.ca,
          csr: csrPem,
          ...osClient({ role: 'os:admin', subject: caller.subject }),
        });
        return { certificatePem: certPem, caPem: cluster.ca.cert };
      },
    }),
  );
});
afterEach(() => cluster.close());

const file = () => new ConfigFile(cluster.configPath);
const certificate = async () => (await file().context('test')).context.certificate;
/** The certificate is good for an hour, and five minutes before it was made. */
const aged = (minutes: number) => cluster.saveContext({ now: Date.now() - minutes * MINUTE_MS });

test('a command that went well renews a certificate past half of its life, once, without a word', async () => {
  await aged(20);
  const young = await certificate();
  assert.equal((await cluster.run(['-n', 'cp-1', 'version'])).code, 0);
  assert.deepEqual([asked, await certificate()], [0, young]);

  await aged(35);
  const old = await certificate();
  const { code, stderr } = await cluster.run(['-n', 'cp-1', 'version']);
  assert.deepEqual([code, stderr, asked], [0, '', 1]);
  const renewed = await certificate();
  assert.notEqual(renewed, old);
  assert.equal((await stat(cluster.configPath)).mode & 0o777, 0o600);
  await cluster.run(['-n', 'cp-1', 'version']);
  assert.deepEqual([asked, await certificate()], [1, renewed]);
});

test('one that failed renews nothing, and `context renew` asks once', async () => {
  await aged(35);
  const old = await certificate();
  assert.equal((await cluster.run(['-n', 'cp-1', 'memory'])).code, 1);
  assert.deepEqual([asked, await certificate()], [0, old]);
  assert.equal((await cluster.run(['context', 'renew'])).code, 0);
  assert.equal(asked, 1);
});

test('a renewal that fails is no failure of the command, waits an hour, and is told of when the end is near', async () => {
  refusal = new RpcError('FAILED_PRECONDITION', 'this node is a worker and signs nothing');
  await aged(35);
  const quiet = await cluster.run(['-n', 'cp-1', 'version']);
  assert.deepEqual([quiet.code, quiet.stderr, asked], [0, '', 1]);
  await aged(55);
  await cluster.run(['-n', 'cp-1', 'version']);
  assert.equal(asked, 1);

  const hourAgo = Date.now() / 1000 - 3_601;
  await utimes(`${cluster.configPath}.renewal`, hourAgo, hourAgo);
  const told = await cluster.run(['-n', 'cp-1', 'version']);
  assert.deepEqual([told.code, asked], [0, 2]);
  assert.match(told.stderr, /context test ends in 4m\d+s; it could not be renewed: .*node cp-1.*signs nothing/);
});
