/**
 * Six nodes are upgraded while people use what runs on them: nobody notices.
 *
 *     npm run e2e:load        makes a cluster `load` of its own and removes it
 *
 * TALOS_E2E_NAME names it otherwise, TALOS_E2E_KEEP=1 leaves it.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { getAsset } from '@talos/tools/assets/index.ts';
import { ensureDocker } from '@talos/tools/host/docker.ts';
import { createProgress } from '@talos/tools/progress.ts';
import { describeApi, watchApi } from '../harness/api-watch.ts';
import { CloudBalancer } from '../harness/cloud-balancer.ts';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { collectEvidence } from '../harness/evidence.ts';
import { holdProcesses } from '../harness/faults.ts';
import { buildTestImages, VERSION } from '../harness/images.ts';
import { assertAllRun, converged, halted, otherThan } from '../harness/rollout.ts';
import { killLeader, type Moment, TurnWatch } from '../harness/turns.ts';
import { Visitors } from '../harness/visitors.ts';
import { webServer } from '../harness/workload.ts';

const NAME = process.env['TALOS_E2E_NAME'] ?? 'load';
const CONTROL_PLANES = [1, 2, 3].map((number) => `${NAME}-cp-${number}`);
const WORKERS = [1, 2, 3].map((number) => `${NAME}-worker-${number}`);
const NODE_PORT = 30_080;
const VISITORS_PER_SECOND = 55;

interface Member {
  readonly name: string;
  readonly leader: boolean;
  readonly healthy: boolean;
}

let cluster: TestCluster;
let transport: Transport;
let directory: string;
let green = true;

before(async () => {
  const signal = AbortSignal.timeout(900_000);
  await ensureDocker({ signal, log: (line) => console.log(line) });
  const progress = createProgress();
  const images = await buildTestImages({ signal, progress, faults: false });
  const kubectl = await getAsset('kubectl', { signal, progress });
  progress.stop();
  directory = await mkdtemp(join(tmpdir(), 'talos-load-'));
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
  transport?.close();
  if (!green) await collectEvidence(cluster);
  if (process.env['TALOS_E2E_KEEP'] !== undefined) {
    const { configPath, kubeconfig } = cluster.facts;
    console.log(`the cluster is left: export OSCTL_CONFIG=${configPath} KUBECONFIG=${kubeconfig}`);
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

step('three control planes, three workers, and a web server with two replicas', async () => {
  const { images, kubeconfig } = cluster.facts;
  const size = ['--control-planes', '3', '--workers', '3', '--image', `osctl.dev/talos:${VERSION.first}`];
  const rest = ['--images', images, '--kubeconfig', kubeconfig, '--keep-on-failure'];
  await cluster.osctl(['cluster', 'create', NAME, ...size, ...rest], { show: true });
  transport = createTransport({ access: await kubeconfigAccess({ path: kubeconfig }), userAgent: 'talos-e2e' });
  const web = { namespace: 'default', name: 'web', replicas: 2, minAvailable: 1, preStopSeconds: 5 };
  await cluster.apply(await webServer(cluster, { ...web, nodePort: NODE_PORT }));
  await cluster.kubectl(['rollout', 'status', 'deployment/web', '--timeout=120s']);
  await eventually('the operator to label the control planes', 60_000, async () => {
    assert.deepEqual(await cluster.nodes('control-plane'), CONTROL_PLANES);
    return true;
  });
  // The balancer of these stories takes two seconds from the label on, and looks twice a second.
  await patchRollout({ drain: { loadBalancerGrace: '5s' } });
});

// externalTrafficPolicy is the default, Cluster: what a user has who wrote `type: LoadBalancer` and nothing more, and the harder of
// the two, since every node carries everybody's connections, those without a pod too.
step('all six are upgraded, the leader dies in each turn: no visitor notices', async (tell) => {
  const balancer = await CloudBalancer.start(transport, NODE_PORT);
  const killed = new Killings();
  const roll = await ControlPlaneRoll.begin();
  await eventually('all nodes to be in the balancer', 60_000, async () => balancer.inUse.length === 6);
  const visitors = new Visitors(balancer.port, VISITORS_PER_SECOND);
  const turns = new TurnWatch(transport, (moment) => {
    killed.at(moment);
    roll.at(moment);
  });
  try {
    await cluster.wantImage(VERSION.second);
    const machine = await converged(cluster, 1_200_000);
    await assertAllRun(cluster, VERSION.second, machine);
  } finally {
    await Promise.all([visitors.stop(), turns.stop(), killed.settled(), roll.end()]);
    await balancer.stop();
    tell(
      `${visitors.asked} visitors, ${visitors.rate.toFixed(1)} a second, ${visitors.failed.length} without an answer, the slowest waited ${Math.round(visitors.slowestMs)} ms`,
    );
    for (const { at, error, clientPort, afterMs } of visitors.failed.slice(0, 20))
      tell(`  ${at} by ${balancer.routeOf(clientPort)} after ${afterMs} ms: ${error}`);
    tell(`answered by ${JSON.stringify([...visitors.answeredBy])}`);
    tell(`balancer:\n  ${balancer.story.join('\n  ')}`);
    tell(`turns:\n  ${turns.describe()}`);
    tell(`leaders killed: ${killed.describe()}`);
    tell(roll.describe());
  }
  assert.deepEqual(visitors.failed, []);
  assert.ok(visitors.rate >= 50, `${visitors.rate} a second`);
  assert.deepEqual(
    [turns.mostInFlight, turns.mostTainted, turns.silent.length],
    [1, 1, 0],
    'one at a time, never without a reason',
  );
  assert.deepEqual(turns.turns.map(({ node }) => node).toSorted(), [...CONTROL_PLANES, ...WORKERS].toSorted());
  killed.assertOncePerTurn([...CONTROL_PLANES, ...WORKERS]);
  roll.assertOrderly();
});

// What the image cannot hold for certain is broken from outside: on the third node its kubelet never comes to run.
step('an image that breaks on the third node: it turns back, the others are left alone', async (tell) => {
  const from = (await cluster.status(CONTROL_PLANES[0] ?? '')).version;
  const to = otherThan(from);
  const boots = await bootsOf([...CONTROL_PLANES, ...WORKERS]);
  let third: string | undefined;
  let release: (() => Promise<void>) | undefined;
  let holding: Promise<unknown> | undefined;
  const roll = await ControlPlaneRoll.begin();
  const turns: TurnWatch = new TurnWatch(transport, ({ node, step: name }) => {
    roll.at({ node, step: name });
    if (!['apply', 'reboot', 'verify'].includes(name) || turns.turns.length !== 3 || holding !== undefined) return;
    third = node;
    holding = eventually(`the trial boot of ${node}`, 120_000, async () => {
      if ((await cluster.status(node)).bootId === boots.get(node)) return false;
      release = await holdProcesses(cluster, node, /^\S*\/kubelet /);
      return true;
    });
  });
  try {
    // Both changes are one wish: the nodes that it reaches boot once.
    await cluster.wantImage(from, { paused: true, confirmWithin: '60s' });
    await layer({}, { cluster: { dnsDomain: 'load.local' } });
    await cluster.wantImage(to, { confirmWithin: '60s' });
    const rollout = await halted(cluster, 600_000);
    assert.equal(rollout.status?.node, third);
  } finally {
    await holding;
    await release?.();
    await Promise.all([turns.stop(), roll.end()]);
    tell(`turns:\n  ${turns.describe()}`);
    tell(roll.describe());
  }
  const machine = await cluster.machine();
  assert.equal(machine.status?.quarantine?.[0]?.digest, cluster.facts.digests[to]);
  const [first, second, broken, ...more] = turns.turns.map(({ node }) => node);
  assert.ok(first && second && broken);
  assert.deepEqual(more, [], 'no other was begun');
  for (const node of [first, second]) {
    assert.equal((await cluster.status(node)).version, to, `${node} keeps what works on it`);
    assert.match(await cluster.osctl(['-n', node, 'config', 'get']), /load\.local/);
    assert.equal(
      await bootsSince(node, boots.get(node)),
      1,
      `${node} has booted once for the image and the configuration`,
    );
  }
  await eventually(`${broken} to be what it was`, 180_000, async () => {
    const { version, ready } = await cluster.status(broken);
    return version === from && ready && isReady(await cluster.node(broken));
  });
  const others = [...boots].filter(([node]) => ![first, second, broken].includes(node));
  assert.deepEqual([...(await bootsOf(others.map(([node]) => node)))], others, 'the others have not been touched');
  await cluster.kubectl(['delete', 'nodeconfig', NAME]);
  await cluster.wantImage(from);
  await assertAllRun(cluster, from, await converged(cluster, 600_000));
});

step(
  'a budget that never allows holds the drain; it goes on when that is lifted, its window closed meanwhile',
  async () => {
    const budget = 'web';
    const closed = { schedule: '0 0 29 2 *', duration: '1m' };
    await cluster.kubectl(['patch', 'pdb', budget, '--type', 'merge', '-p', '{"spec":{"minAvailable":2}}']);
    const pods = await cluster.get<{ readonly items: readonly { readonly spec: { readonly nodeName: string } }[] }>(
      'pods',
      '-l',
      'app=web',
    );
    const first = pods.items.map(({ spec }) => spec.nodeName).find((node) => WORKERS.includes(node));
    assert.ok(first, 'a worker has a pod');
    const second = WORKERS.find((node) => node > first) ?? WORKERS.find((node) => node !== first);
    assert.ok(second);
    const boots = await bootsOf([first, second]);
    await cluster.kubectl(['label', 'node', first, second, 'e2e-load=two']);
    await cluster.kubectl(['label', 'node', first, 'e2e-load-first=yes']);
    await patchRollout({ canaries: { matchLabels: { 'e2e-load-first': 'yes' } } });
    await layer({ matchLabels: { 'e2e-load': 'two' } }, { cluster: { dnsDomain: 'two.local' } });

    await blocked('DRAINING', new RegExp(`web-\\S+ of ReplicaSet web-\\w+ is still there: .*budget ${budget}`));
    await patchRollout({ windows: [closed] });
    await cluster.kubectl(['patch', 'pdb', budget, '--type', 'merge', '-p', '{"spec":{"minAvailable":1}}']);
    await eventually(`${first} to be done`, 180_000, async () => {
      const { metadata, spec } = await cluster.node(first);
      const excluded = metadata.labels?.['node.kubernetes.io/exclude-from-external-load-balancers'];
      const { bootId } = await cluster.status(first);
      return (
        bootId !== boots.get(first) &&
        spec.taints?.some(({ key }) => key.startsWith('osctl.dev/')) !== true &&
        excluded === undefined
      );
    });
    await blocked('WINDOW_CLOSED', /./);
    assert.equal((await cluster.status(second)).bootId, boots.get(second), 'no other is begun outside of the window');
    await patchRollout({ windows: null, canaries: null });
    await converged(cluster, 240_000);
    assert.notEqual((await cluster.status(second)).bootId, boots.get(second));
    await cluster.kubectl(['delete', 'nodeconfig', NAME]);
    await converged(cluster, 300_000);
  },
);

/** One roll of the control plane: the API by the balancer of the worker that is last, and etcd's members as each node goes. */
class ControlPlaneRoll {
  readonly #api: Awaited<ReturnType<typeof watchApi>>;
  readonly #asked: Promise<void>[] = [];
  #counting: Promise<void> | undefined;
  #over = false;
  #story = '';
  fewestHealthy = 3;
  /** Control planes that led etcd as they went. */
  readonly ledAsItWent: string[] = [];

  private constructor(api: Awaited<ReturnType<typeof watchApi>>) {
    this.#api = api;
    this.#counting = this.#count();
  }

  static async begin(): Promise<ControlPlaneRoll> {
    return new ControlPlaneRoll(await watchApi(cluster, WORKERS.at(-1) ?? ''));
  }

  at({ node, step: name }: Moment): void {
    // The workers' turns reboot the balancer, too.
    if (WORKERS.includes(node)) this.#asked.push(this.#stop());
    else if (name === 'apply')
      this.#asked.push(
        etcdMembers(CONTROL_PLANES.filter((one) => one !== node)).then((members) => {
          if (members.some((member) => member.leader && member.name === node)) this.ledAsItWent.push(node);
        }),
      );
  }

  async end(): Promise<void> {
    await this.#stop();
    await Promise.all(this.#asked);
  }

  describe(): string {
    return `the Kubernetes API by the balancer of ${WORKERS.at(-1)}:\n  ${this.#story}\n  etcd: fewest healthy members ${this.fewestHealthy}`;
  }

  assertOrderly(): void {
    assert.ok(this.fewestHealthy >= 2, 'never below quorum');
    assert.deepEqual(this.ledAsItWent, [], "etcd's lead is handed over before its node goes");
  }

  async #stop(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    const report = await this.#api.stop();
    this.#story = describeApi(report);
    await this.#counting;
  }

  async #count(): Promise<void> {
    while (!this.#over) {
      const members = await etcdMembers(CONTROL_PLANES).catch(() => undefined);
      if (members !== undefined)
        this.fewestHealthy = Math.min(this.fewestHealthy, members.filter(({ healthy }) => healthy).length);
      await sleep(3_000);
    }
  }
}

/** Kills the leader once in each turn, at a step at which none was killed yet. */
class Killings {
  readonly #done: { readonly node: string; readonly step: string; leader?: string }[] = [];
  readonly #work: Promise<void>[] = [];

  at({ node, step: name }: Moment): void {
    if (this.#done.some((one) => one.node === node || one.step === name)) return;
    const killing: { readonly node: string; readonly step: string; leader?: string } = { node, step: name };
    this.#done.push(killing);
    this.#work.push(
      killLeader(cluster, transport).then((leader) => {
        killing.leader = leader;
      }),
    );
  }

  async settled(): Promise<void> {
    await Promise.all(this.#work);
  }

  describe(): string {
    return this.#done.map(({ node, step: name, leader }) => `in ${node}'s ${name} (on ${leader})`).join(', ');
  }

  assertOncePerTurn(nodes: readonly string[]): void {
    assert.deepEqual(this.#done.map(({ node }) => node).toSorted(), nodes.toSorted());
  }
}

/** By the word of the first of these that answers and sees the most: one that has just booted may not have met the others yet. */
async function etcdMembers(nodes: readonly string[]): Promise<readonly Member[]> {
  const { stdout } = await cluster.tryOsctl(['-n', nodes.join(','), '-o', 'json', 'etcd', 'members']);
  const answers = (JSON.parse(stdout) as readonly { readonly result?: { readonly members: readonly Member[] } }[]).map(
    ({ result }) => result?.members ?? [],
  );
  const healthy = (members: readonly Member[]): number => members.filter((member) => member.healthy).length;
  const best = answers.toSorted((a, b) => healthy(b) - healthy(a))[0];
  if (best === undefined || best.length === 0) throw new Error('no member of etcd answers');
  return best;
}

async function bootsOf(nodes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(nodes.map(async (node) => [node, (await cluster.status(node)).bootId] as const)));
}

/** How often a node has booted since that boot. */
async function bootsSince(node: string, bootId: string | undefined): Promise<number> {
  const [answer] = JSON.parse(await cluster.osctl(['-n', node, '-o', 'json', 'boots'])) as readonly {
    readonly result: { readonly boots: readonly { readonly bootId: string }[] };
  }[];
  const at = answer?.result.boots.findIndex((boot) => boot.bootId === bootId) ?? -1;
  assert.notEqual(at, -1, `${node} knows its boot ${bootId}`);
  return at;
}

async function blocked(code: string, message: RegExp): Promise<void> {
  await eventually(`${code} to be said`, 120_000, async () => {
    const all = (await cluster.machine()).status?.blockedBy ?? [];
    if (!all.some((one) => one.code === code && message.test(one.message))) throw new Error(JSON.stringify(all));
    return true;
  });
}

const patchRollout = (rollout: object) =>
  cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'merge', '-p', JSON.stringify({ spec: { rollout } })]);

const layer = (nodeSelector: object, config: object) =>
  cluster.apply({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name: NAME },
    spec: { nodeSelector, config },
  });
