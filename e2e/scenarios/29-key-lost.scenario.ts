/** A key was lost: what was done with it is found, it is denied on every node, and what is under way with it ends. A runbook, typed. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Block } from '@talos/tools/docs/commands.ts';
import { eventually, TestCluster } from '../harness/cluster.ts';
import { namesOf, typeOn } from '../pages/type.ts';

const PAGE_LIMIT_MS = 60_000;
const ENDED_LIMIT_MS = 20_000;

const cluster = TestCluster.shared();
let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'talos-e2e-key-'));
});
after(() => rm(directory, { recursive: true, force: true }));

async function newClient(name: string): Promise<Readonly<Record<string, string>>> {
  const secrets = join(dirname(cluster.facts.configPath), 'clusters', cluster.name, 'secrets.yaml');
  const asks = ['--role', 'os:operator', '--name', 'lena'];
  const path = join(directory, `${name}.yaml`);
  await writeFile(path, await cluster.osctl(['gen', 'client', '--secrets', secrets, ...asks]), { mode: 0o600 });
  return { OSCTL_CONFIG: path };
}

test('a lost certificate is found in the audit, denied everywhere, and a stream under way with it ends', async () => {
  const env = await newClient('lost');
  const { identity } = JSON.parse(await cluster.osctl(['context', 'show', '-o', 'json'], { env })) as {
    readonly identity: { readonly serial: string };
  };
  const { serial } = identity;
  const [node] = await cluster.nodes('worker');
  await cluster.osctl(['-n', node!, 'image', 'gc', '--dry-run'], { env });
  const following = cluster.tryOsctl(['-n', node!, 'events', '--follow'], { env });
  let ended = false;
  void following.finally(() => {
    ended = true;
  });

  const takes = ({ mark, text }: Block): boolean =>
    mark.kind === 'tested-by' && mark.file.endsWith('29-key-lost.scenario.ts') && !text.includes('--accept');
  const path = 'docs/runbooks/key-lost.md';
  const signal = AbortSignal.timeout(PAGE_LIMIT_MS);
  const transcript = await typeOn(cluster, { path, takes, names: await namesOf(cluster), signal });
  assert.match(transcript, /OK Images\.Collect "dry run" by lena \(os:operator\) from /);
  assert.match(transcript, new RegExp(`^\\+ \\d+: osctl deny .*\\b${serial}\\b`, 'm'));

  // It was in the middle of something.
  const { status, stderr } = await following;
  assert.equal(ended, true);
  assert.notEqual(status, 0);
  assert.match(stderr, /this certificate is denied/);
  const refusing = async (each: string): Promise<void> => {
    await eventually(`${each} to turn it away`, ENDED_LIMIT_MS, async () => {
      return (await cluster.tryOsctl(['-n', each, '--timeout', '2s', 'version'], { env })).status === 1;
    });
    await eventually(`${each} to record that`, ENDED_LIMIT_MS, async () => {
      return / by lena .* CERTIFICATE_DENIED/.test(await cluster.osctl(['-n', each, 'audit', '--refused']));
    });
  };
  await Promise.all((await cluster.nodes()).map(refusing));
  // Another of the same name has nothing to do with it.
  const other = await newClient('new');
  await cluster.osctl(['-n', '@all', 'version'], { env: other });

  await cluster.osctl(['deny', '--accept', serial]);
  await eventually('every node to accept it again', ENDED_LIMIT_MS, async () => {
    return (await cluster.tryOsctl(['-n', '@all', '--timeout', '2s', 'version'], { env })).status === 0;
  });
});
