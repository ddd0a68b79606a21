/** One object is changed; every node gets the new OS, one after the other, and the workload does not notice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReady, type KubernetesNode, TestCluster } from '../harness/cluster.ts';
import { VERSION } from '../harness/images.ts';
import { converged, Witness } from '../harness/rollout.ts';
import { deleteNamespace, webServer } from '../harness/workload.ts';

const cluster = TestCluster.shared();
const NAMESPACE = 'story-upgrade';

before(async () => {
  await cluster.kubectl(['create', 'namespace', NAMESPACE]);
  await cluster.apply(await webServer(cluster, { namespace: NAMESPACE, name: 'web', replicas: 2, minAvailable: 1 }));
  await cluster.kubectl(['-n', NAMESPACE, 'rollout', 'status', 'deployment/web', '--timeout=90s']);
});
after(() => deleteNamespace(cluster, NAMESPACE));

test('kubectl apply of another image upgrades every node, one at a time, within the disruption budget', async () => {
  const names = await cluster.nodes();
  const earlier = new Map<string, KubernetesNode>();
  for (const name of names) earlier.set(name, await cluster.node(name));
  const witness = new Witness(cluster);
  const pods = watchPods();

  await cluster.wantImage(VERSION.second);
  const machine = await converged(cluster, 480_000);
  await witness.stop();
  await pods.stop();

  assert.deepEqual(machine.status?.nodes, { total: 3, updated: 3, unavailable: 0 });
  assert.deepEqual([...witness.tainted].sort(), names);
  assert.equal(witness.mostTainted, 1);
  assert.equal(witness.mostInFlight, 1);
  assert.deepEqual(witness.silent, []);
  assert.ok(pods.fewestReady >= 1, 'the PodDisruptionBudget held');
  for (const name of names) {
    const node = await cluster.node(name);
    const status = await cluster.status(name);
    assert.equal(status.version, VERSION.second, name);
    assert.equal(status.digest, cluster.facts.digests[VERSION.second], name);
    assert.notEqual(node.status.nodeInfo.bootID, earlier.get(name)?.status.nodeInfo.bootID, `${name} has booted`);
    assert.equal(node.metadata.uid, earlier.get(name)?.metadata.uid, `${name} is still the same Node`);
    assert.ok(isReady(node));
    assert.deepEqual(
      (node.spec.taints ?? []).filter((taint) => taint.key.startsWith('osctl.dev/')),
      [],
    );
    assert.notEqual(node.spec.unschedulable, true);
    assert.equal(status.slots?.trial, undefined, `${name} is confirmed`);
  }
});

test('the same image again is nothing to do', async () => {
  const boots = await Promise.all((await cluster.nodes()).map(async (name) => (await cluster.status(name)).bootId));
  await cluster.wantImage(VERSION.second);
  await converged(cluster, 30_000);
  assert.deepEqual(
    await Promise.all((await cluster.nodes()).map(async (name) => (await cluster.status(name)).bootId)),
    boots,
  );
});

test('each node knows why it rebooted, and what was said before', async () => {
  for (const node of await cluster.nodes()) {
    const [asked] = JSON.parse(await cluster.osctl(['-n', node, '-o', 'json', 'boots'])) as {
      readonly result: { readonly boots: readonly Boot[] };
    }[];
    const former = asked?.result.boots[1];
    const end = former?.end;
    assert.deepEqual([end?.reason, end?.operationType], ['REQUESTED', 'upgrade'], node);
    assert.match(
      await cluster.osctl(['-n', node, 'logs', 'kubelet', '--previous-boot', '--tail', '50']),
      /kubelet|kube/,
    );
    assert.match(await cluster.osctl(['-n', node, 'logs', 'machined', '--previous-boot']), /"msg":"power"/);
    // The kernel is the host's and still knows: what it said in that boot was kept, all but the time between two looks, and nothing older.
    const kept = await kernelLines(node, '--previous-boot');
    const from = former?.startMs ?? 0;
    const said = (await kernelLines(node)).filter(
      (one) => one.timeMs > from + 1_000 && one.timeMs < end!.timeMs - 15_000,
    );
    assert.ok(said.length > 0, 'pods came up in that boot, which the kernel tells of');
    const texts = new Set(kept.map(({ line }) => line));
    assert.deepEqual(
      said.filter(({ line }) => !texts.has(line)),
      [],
      node,
    );
    for (const { timeMs } of kept) assert.ok(timeMs > from - 1_000 && timeMs < end!.timeMs + 1_000, node);
  }
});

interface Boot {
  readonly startMs: number;
  readonly end?: { readonly reason: string; readonly operationType: string; readonly timeMs: number };
}

async function kernelLines(
  node: string,
  ...flags: readonly string[]
): Promise<readonly { readonly timeMs: number; readonly line: string }[]> {
  const text = await cluster.osctl(['-n', node, '-o', 'json', 'dmesg', ...flags]);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly timeMs: number; readonly line: string });
}

/** The fewest Ready pods of the workload at any time that could be seen. */
function watchPods(): { readonly fewestReady: number; stop(): Promise<void> } {
  let fewestReady = Number.POSITIVE_INFINITY;
  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      const result = await cluster.tryKubectl([
        '-n',
        NAMESPACE,
        'get',
        'deployment',
        'web',
        '-o',
        'jsonpath={.status.readyReplicas}',
        '--request-timeout=5s',
      ]);
      if (result.status === 0) fewestReady = Math.min(fewestReady, Number(result.stdout || '0'));
      await sleep(300);
    }
  })();
  return {
    get fewestReady() {
      return fewestReady;
    },
    stop: async () => {
      stopped = true;
      await done;
    },
  };
}
