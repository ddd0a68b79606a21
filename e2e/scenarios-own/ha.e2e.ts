/**
 * Three control planes: one may be lost at any time, whichever it is, and nobody but its own pods notices.
 *
 *     npm run e2e:ha          makes a cluster `ha` of its own and removes it
 *
 * TALOS_E2E_KEEP=1 leaves the cluster.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { getAsset } from '@talos/tools/assets/index.ts';
import { ensureDocker } from '@talos/tools/host/docker.ts';
import { createProgress } from '@talos/tools/progress.ts';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { command } from '../harness/command.ts';
import { collectEvidence } from '../harness/evidence.ts';
import { buildTestImages, VERSION } from '../harness/images.ts';
import { converged, Witness } from '../harness/rollout.ts';
import { RestlessWriter } from './ha-client.ts';

const NAME = 'ha';
const CONTROL_PLANES = [`${NAME}-cp-1`, `${NAME}-cp-2`, `${NAME}-cp-3`];
const NODES = [...CONTROL_PLANES, `${NAME}-worker-1`];
const COMES_BACK_MS = 120_000;

interface Member {
  readonly id: string;
  readonly name: string;
  readonly learner: boolean;
  readonly leader: boolean;
  readonly healthy: boolean;
}

let cluster: TestCluster;
let directory: string;
let green = true;

before(async () => {
  const signal = AbortSignal.timeout(900_000);
  await ensureDocker({ signal, log: (line) => console.log(line) });
  const progress = createProgress();
  const images = await buildTestImages({ signal, progress, faults: false });
  const kubectl = await getAsset('kubectl', { signal, progress });
  progress.stop();
  directory = await mkdtemp(join(tmpdir(), 'talos-ha-'));
  cluster = new TestCluster({
    name: NAME,
    configPath: join(directory, 'osctl.yaml'),
    kubeconfig: join(directory, 'kubeconfig'),
    kubectl,
    images: images.directory,
    digests: images.digests,
  });
  await cluster.osctl(['cluster', 'destroy', NAME]);
});

after(async () => {
  if (!green) await collectEvidence(cluster);
  if (process.env['TALOS_E2E_KEEP'] !== undefined) {
    console.log(
      `the cluster is left: export OSCTL_CONFIG=${cluster.facts.configPath} KUBECONFIG=${cluster.facts.kubeconfig}`,
    );
    return;
  }
  await cluster.osctl(['cluster', 'destroy', NAME]);
  await rm(directory, { recursive: true, force: true });
});

/** A step of the story: the next ones need it, so they are not tried once one has failed. */
function step(name: string, work: (tell: (text: string) => void) => Promise<void>): void {
  test(name, async (t) => {
    if (!green) {
      t.skip('an earlier step failed');
      return;
    }
    green = false;
    await work((text) => t.diagnostic(text));
    green = true;
  });
}

step('three control planes come up together and make one etcd of three voters', async () => {
  await create();
  const members = await etcdMembers(CONTROL_PLANES[0]);
  assert.deepEqual(members.map((member) => member.name).sort(), CONTROL_PLANES);
  assert.ok(members.every((member) => member.healthy && !member.learner));
  // Not three of one each: all of them tell of the same members and the same leader.
  for (const node of CONTROL_PLANES) assert.deepEqual(byName(await etcdMembers(node)), byName(members), node);
  assert.equal(members.filter((member) => member.leader).length, 1);
  await eventually('the operator to label the control planes', 60_000, async () => {
    assert.deepEqual(await cluster.nodes('control-plane'), CONTROL_PLANES);
    return true;
  });
});

step('any member gives a whole snapshot, and the leader hands leadership on', async () => {
  const follower = await nodeThat((member) => !member.leader);
  const path = join(directory, 'etcd.db');
  await cluster.osctl(['-n', follower, 'etcd', 'snapshot', path]);
  assert.ok((await stat(path)).size > 100_000);

  const leader = await nodeThat((member) => member.leader);
  assert.match(await cluster.osctl(['-n', follower, 'etcd', 'move-leader']), /no\s*$/m);
  assert.match(await cluster.osctl(['-n', leader, 'etcd', 'move-leader']), /yes\s*$/m);
  assert.notEqual(await nodeThat((member) => member.leader), leader);
  const worker = await cluster.tryOsctl(['-n', `${NAME}-worker-1`, 'etcd', 'members']);
  assert.notEqual(worker.status, 0);
  assert.match(worker.stdout + worker.stderr, /is a worker and has no etcd/);
});

step(
  "each control plane in turn is off, etcd's leader among them: the API goes on reading and writing",
  async (tell) => {
    const writer = new RestlessWriter(cluster.facts.kubeconfig);
    try {
      await writer.more(5, 20_000);
      const leader = await nodeThat((member) => member.leader);
      for (const node of [leader, ...CONTROL_PLANES.filter((name) => name !== leader)]) {
        await power(node, 'off');
        await writer.more(20, 60_000);
        const others = CONTROL_PLANES.filter((name) => name !== node);
        const members = await etcdMembers(others[0]);
        assert.deepEqual(
          members.filter((member) => !member.healthy).map((member) => member.name),
          [node],
        );
        assert.ok(
          members.some((member) => member.leader && member.name !== node),
          'the two that are left have a leader',
        );
        await power(node, 'on');
        await isWhole();
      }
    } finally {
      await writer.stop();
    }
    tell(summary(writer));
    assert.deepEqual(await writer.lost(), []);
  },
);

step('a power cut of the leader is an election, and its member comes back with what it had', async (tell) => {
  const writer = new RestlessWriter(cluster.facts.kubeconfig);
  try {
    await writer.more(5, 20_000);
    const leader = await nodeThat((member) => member.leader);
    const earlier = await cluster.status(leader);
    const ids = byName(await etcdMembers(leader)).map((member) => member.id);
    await cluster.cutPower(leader);
    await eventually(
      `${leader} to boot`,
      COMES_BACK_MS,
      async () => (await cluster.status(leader)).bootId !== earlier.bootId,
    );
    await isWhole();
    assert.deepEqual(
      byName(await etcdMembers(leader)).map((member) => member.id),
      ids,
    );
  } finally {
    await writer.stop();
  }
  tell(summary(writer));
  assert.deepEqual(await writer.lost(), []);
});

step('a control plane whose disk is lost comes back as a new member', async () => {
  // The first one: the same command that replaces it would bootstrap an etcd on it if there were none yet.
  const [node, other] = CONTROL_PLANES;
  assert.ok(node && other);
  await cluster.osctl(['-n', node, 'etcd', 'move-leader']);
  const old = (await etcdMembers(other)).find((member) => member.name === node);
  await command('docker', ['rm', '-f', containerOf(node)]);
  await command('docker', ['volume', 'rm', containerOf(node)]);
  await create();
  await isWhole();
  const members = await etcdMembers(CONTROL_PLANES[0]);
  assert.deepEqual(members.map((member) => member.name).sort(), CONTROL_PLANES);
  assert.notEqual(members.find((member) => member.name === node)?.id, old?.id);
});

step('an upgrade takes the control planes one by one, and the API is there all the while', async (tell) => {
  const leader = await nodeThat((member) => member.leader);
  const witness = new Witness(cluster);
  const quorum = new QuorumWatch();
  const writer = new RestlessWriter(cluster.facts.kubeconfig);
  try {
    await cluster.wantImage(VERSION.second);
    await converged(cluster, 900_000);
  } finally {
    await Promise.all([writer.stop(), witness.stop(), quorum.stop()]);
  }
  tell(`${summary(writer)}; order ${[...witness.tainted].join(', ')}`);
  for (const node of NODES) assert.equal((await cluster.status(node)).version, VERSION.second, node);
  assert.equal(witness.mostTainted, 1);
  assert.equal(witness.mostInFlight, 1);
  assert.equal(quorum.fewestHealthy, 2, 'never two members away at once');
  const order = [...witness.tainted];
  assert.equal(order.at(-1), `${NAME}-worker-1`, 'control planes first');
  assert.notEqual(order[0], leader, "not etcd's leader first");
  assert.deepEqual(await writer.lost(), []);
  await isWhole();
});

/** Makes what is not there yet: of nothing a cluster, of a cluster without a node the node. */
async function create(): Promise<void> {
  await cluster.osctl(
    [
      'cluster',
      'create',
      NAME,
      '--control-planes',
      '3',
      '--workers',
      '1',
      '--images',
      cluster.facts.images,
      '--image',
      `osctl.dev/talos:${VERSION.first}`,
      '--kubeconfig',
      cluster.facts.kubeconfig,
      '--keep-on-failure',
    ],
    { show: true },
  );
}

const containerOf = (node: string): string => `talos-${NAME}-${node}`;

/** `docker kill` leaves the node off until somebody switches it on again. */
async function power(node: string, to: 'off' | 'on'): Promise<void> {
  await command('docker', [to === 'off' ? 'kill' : 'start', containerOf(node)]);
}

async function etcdMembers(node: string | undefined): Promise<readonly Member[]> {
  assert.ok(node);
  const answers = JSON.parse(await cluster.osctl(['-n', node, '-o', 'json', 'etcd', 'members'])) as readonly {
    readonly result: { readonly members: readonly Member[] };
  }[];
  assert.ok(answers[0]);
  return answers[0].result.members;
}

function byName(members: readonly Member[]): readonly Member[] {
  return members.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The first one of whom it is true, by the word of any control plane that answers. */
async function nodeThat(holds: (member: Member) => boolean): Promise<string> {
  for (const node of CONTROL_PLANES) {
    const members = await etcdMembers(node).catch(() => undefined);
    const found = members === undefined ? undefined : byName(members).find(holds);
    if (found !== undefined) return found.name;
  }
  throw new Error('no member of etcd is so');
}

/** Three healthy voters, every node Ready, every control plane's services healthy. */
async function isWhole(): Promise<void> {
  await eventually('three healthy members of etcd', COMES_BACK_MS, async () => {
    const members = await etcdMembers(CONTROL_PLANES[0]);
    assert.equal(members.length, 3);
    return members.every((member) => member.healthy && !member.learner);
  });
  for (const node of CONTROL_PLANES) {
    await eventually(`${node} to be whole`, COMES_BACK_MS, async () => {
      const status = await cluster.status(node);
      assert.deepEqual(status.unmet, []);
      return status.ready && isReady(await cluster.node(node));
    });
  }
}

function summary(writer: RestlessWriter): string {
  const { acknowledged, failures, longestSilenceMs } = writer;
  return `${acknowledged.length} writes acknowledged, ${failures.length} failed, longest silence ${(longestSilenceMs / 1000).toFixed(1)} s${failures.map((failure) => `\n  ${failure}`).join('')}`;
}

/** Asks all members, again and again, how many of them are healthy. */
class QuorumWatch {
  #stopped = false;
  readonly #done: Promise<void>;
  fewestHealthy = 3;

  constructor() {
    this.#done = this.#watch();
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      // The most that any of them sees: one that has just booted may not have met the others yet.
      const counts = await Promise.all(
        CONTROL_PLANES.map((node) =>
          etcdMembers(node).then(
            (members) => members.filter((member) => member.healthy).length,
            () => 0,
          ),
        ),
      );
      this.fewestHealthy = Math.min(this.fewestHealthy, Math.max(...counts));
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#done;
  }
}
