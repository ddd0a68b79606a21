/** The OS CA is replaced while clients call; who was renewed is never refused, who was not is out in the end. The operator follows. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { Health } from '@talos/lib/rpc/health.ts';
import { certificatesOf, fingerprintOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import { parse } from 'yaml';
import { TestCluster } from '../harness/cluster.ts';

interface Context {
  readonly members: Readonly<Record<string, string>>;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const cluster = TestCluster.shared();
let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'talos-e2e-rotate-'));
});
after(() => rm(directory, { recursive: true, force: true }));

async function contextIn(path: string): Promise<Context> {
  const { currentContext, contexts } = parse(await readFile(path, 'utf8')) as {
    readonly currentContext: string;
    readonly contexts: Readonly<Record<string, Context>>;
  };
  const context = contexts[currentContext];
  assert.ok(context !== undefined, `${path} has no context`);
  return context;
}

/** Every node, on a new connection each time, until told to stop. Resolves with the number of calls; rejects with the first refusal. */
async function keepCalling(path: string, until: AbortSignal): Promise<number> {
  for (let calls = 0; ; ) {
    const { members, ca, certificate: cert, key } = await contextIn(path);
    for (const [serverName, address] of Object.entries(members)) {
      using channel = openChannel({ address: `${address}:50000`, tls: { ca, cert, key, serverName } });
      await createClient(Health, channel).check({});
      calls++;
    }
    if (until.aborted) return calls;
    await sleep(200);
  }
}

test('rita is waited for, renews and is never refused; the former certificates end, and the operator goes on', async () => {
  const [own, rita, former] = [cluster.facts.configPath, join(directory, 'rita.yaml'), join(directory, 'former.yaml')];
  const secrets = join(dirname(own), 'clusters', cluster.name, 'secrets.yaml');
  const before = await contextIn(own);
  await copyFile(own, former);
  const asks = ['--role', 'os:reader', '--name', 'rita-of-the-rotation'];
  await writeFile(rita, await cluster.osctl(['gen', 'client', '--secrets', secrets, ...asks]), { mode: 0o600 });
  const asRita = { env: { OSCTL_CONFIG: rita } };

  assert.match(await cluster.osctl(['rotate-ca', '--dry-run']), /1\. accept .*\n[\s\S]*withdraw the former authority/);
  const calling = new AbortController();
  const calls = keepCalling(rita, calling.signal);
  calls.catch(() => {});
  await sleep(1_500); // the doors tell once a second who has called

  const waiting = await cluster.tryOsctl(['rotate-ca', '--yes', '--wait-timeout', '1s']);
  assert.equal(waiting.status, 1);
  assert.match(waiting.stderr, /rita-of-the-rotation \(os:reader\), serial [0-9A-F]{40}, last seen/);
  assert.equal(certificatesOf((await contextIn(own)).ca).length, 2);
  await cluster.osctl(['context', 'renew'], asRita);

  // Clients of earlier scenarios are not there any more to be renewed; the operator renews itself.
  const late = [...waiting.stderr.matchAll(/^ {2}(\S+) \(os:\S+\), serial ([0-9A-F]+), last seen/gm)]
    .filter(([, name]) => name !== 'rita-of-the-rotation' && name !== 'talos-operator')
    .map(([, , serial]) => serial);
  const left = late.length === 0 ? [] : ['--leave-clients', late.join(',')];
  await cluster.osctl(['rotate-ca', '--yes', ...left]);
  calling.abort();
  assert.ok((await calls) > 10);

  const now = await contextIn(own);
  const target = fingerprintOf(now.ca);
  assert.equal(certificatesOf(now.ca).length, 1);
  assert.notEqual(target, fingerprintOf(before.ca));
  assert.equal(issuerOf(now.certificate, now.ca), target);
  await cluster.osctl(['-n', '@all', 'version']);
  const refused = await cluster.tryOsctl(['--timeout', '5s', 'version'], { env: { OSCTL_CONFIG: former } });
  assert.equal(refused.status, 1);

  const secret = await cluster.get<{ readonly data: Readonly<Record<string, string>> }>(
    ...['secret', '-n', 'talos-system', 'talos-operator-client'],
  );
  const operator = (name: string): string => Buffer.from(secret.data[name] ?? '', 'base64').toString();
  assert.equal(issuerOf(operator('tls.crt'), operator('ca.crt')), target);

  const audit = await cluster.osctl(['audit', '--tail', '200']);
  assert.match(audit, new RegExp(`Trust\\.ReplaceAuthorities "${target.slice(0, 12)}" by admin`));
  assert.doesNotMatch(audit, /PRIVATE/);
});
