/** What a rollout waits for is said, and goes on when it is over: a gate, a pool, a drain that a budget holds. Meanwhile a service that fails is healed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, TestCluster } from '../harness/cluster.ts';
import { processesOf } from '../harness/faults.ts';
import { converged } from '../harness/rollout.ts';
import { deleteNamespace, webServer } from '../harness/workload.ts';

const cluster = TestCluster.shared();
const NAME = 'story-policy';
const KUBELET = /^\S*\/kubelet /;
let first = '';
let second = '';
let held: number | undefined;

interface Block {
  readonly code: string;
  readonly message: string;
  readonly node?: string;
  readonly since: string;
  readonly owner: string;
  readonly nextCheckTime: string;
}

const patchMachine = (spec: object) =>
  cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'merge', '-p', JSON.stringify({ spec })]);
/** A change of configuration is the cheapest of rollouts. */
const layer = (node: string, config: object) =>
  cluster.apply({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name: NAME },
    spec: { nodeSelector: { matchLabels: { 'kubernetes.io/hostname': node } }, config },
  });
const blocked = (code: string, message: RegExp): Promise<Block> =>
  eventually(`${code} to be said`, 60_000, async () => {
    const all = ((await cluster.machine()).status?.blockedBy ?? []) as readonly Block[];
    const found = all.find((one) => one.code === code && message.test(one.message));
    if (found === undefined) throw new Error(JSON.stringify(all));
    return found;
  });

before(async () => {
  await cluster.kubectl(['create', 'namespace', NAME]);
  await cluster.apply(await webServer(cluster, { namespace: NAME, name: 'web', replicas: 1, minAvailable: 1 }));
  first = await eventually('the pod to be scheduled', 60_000, async () => {
    const { items } = await cluster.get<{ items: readonly { spec: { nodeName?: string } }[] }>('pods', '-n', NAME);
    return items[0]?.spec.nodeName;
  });
  [second = ''] = (await cluster.nodes('worker')).filter((name) => name !== first);
  await patchMachine({
    remediation: { actions: ['RestartService'], after: '10s' },
    rollout: { verify: { steadyFor: '1s' } },
  });
  [held] = await processesOf(cluster, second, KUBELET);
  if (held === undefined) throw new Error(`${second} runs no kubelet`);
  // Stopped, not ended: only who looks at its health sees that it fails. That takes its time: the gate's story is told meanwhile.
  process.kill(held, 'SIGSTOP');
});
after(async () => {
  await cluster.kubectl(['delete', 'nodeconfig', NAME, '--ignore-not-found']);
  await cluster.kubectl(['delete', 'nodepool', `${NAME}-1`, `${NAME}-2`, '--ignore-not-found']);
  await patchMachine({ remediation: null, rollout: { gates: null, verify: null } });
  await cluster.kubectl(['delete', 'clusterrole', NAME, '--ignore-not-found']);
  await deleteNamespace(cluster, NAME);
  await converged(cluster, 120_000);
});

test('a closed gate keeps every node from being begun, and says why', async () => {
  await cluster.apply({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: NAME, labels: { 'osctl.dev/aggregate-to-gates': 'true' } },
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['list'] }],
  });
  const name = 'stop';
  await cluster.kubectl(['-n', NAME, 'create', 'configmap', name]);
  const objects = { apiVersion: 'v1', resource: 'configmaps', namespace: NAME };
  const messageExpression = "objects.map(o, o.metadata.name).join(', ') + ' says so'";
  const cel = { objects, expression: `objects.all(o, o.metadata.name != '${name}')`, messageExpression };
  await patchMachine({ rollout: { gates: [{ name: 'nobody-objects', cel }] } });
  await layer(first, { system: { sysctls: { 'net.ipv4.tcp_keepalive_intvl': '31' } } });

  const closed = await blocked('GATE_CLOSED', /nobody-objects is closed: .*stop.* says so/);
  assert.deepEqual([closed.owner, closed.node], ['workload', undefined]);
  assert.ok(Date.parse(closed.since) <= Date.parse(closed.nextCheckTime));
  assert.match(await cluster.osctl(['rollout', 'why', first]), /GATE_CLOSED/);
  await cluster.kubectl(['-n', NAME, 'delete', 'configmap', name]);
  await eventually('the change to be made', 60_000, async () =>
    (await cluster.osctl(['-n', first, 'config', 'get'])).includes('tcp_keepalive_intvl'),
  );
});

test('a pool keeps its own nodes waiting and configures them; a node in two pools is told by both', async () => {
  const pool = (name: string, rollout: object) =>
    cluster.apply({
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'NodePool',
      metadata: { name },
      spec: {
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': first } },
        config: { system: { sysctls: { 'net.ipv4.tcp_keepalive_probes': '7' } } },
        rollout,
      },
    });
  const [one, two] = [`${NAME}-1`, `${NAME}-2`];
  const told = (name: string, reason: string) =>
    eventually(`NodePool ${name} to say ${reason}`, 60_000, async () => {
      const found = await cluster.get<{ status?: { conditions?: readonly { type: string; reason: string }[] } }>(
        'nodepool',
        name,
      );
      return found.status?.conditions?.find((entry) => entry.type === 'Ready')?.reason === reason;
    });
  await pool(one, { paused: true });
  await blocked('PAUSED', new RegExp(`^the nodes of NodePool ${one} wait`));
  assert.match(await cluster.osctl(['rollout', 'why', first]), /PAUSED the nodes of NodePool/);
  await pool(two, {});
  await Promise.all([told(one, 'Conflict'), told(two, 'Conflict')]);
  await blocked('POOL_CONFLICT', new RegExp(`^${first} is in the NodePools ${one} and ${two}`));
  await cluster.kubectl(['delete', 'nodepool', two]);
  await pool(one, { paused: false });
  await told(one, 'UpToDate');
  assert.match(
    await cluster.osctl(['-n', first, 'config', 'explain', 'system.sysctls']),
    new RegExp(`7 +nodepool/${one} `),
  );
  assert.match(await cluster.osctl(['rollout', 'status']), new RegExp(`pool +${one}  1 of 1 done`));
  await cluster.kubectl(['delete', 'nodepool', one]);
});

test('a drain that a budget does not let go on names the pod, its owner and the budget', async () => {
  // A reboot is what nodes are drained for.
  await layer(first, { cluster: { dnsDomain: 'story.local' } });
  const drains = await blocked('DRAINING', /disruption budget/i);
  assert.match(drains.message, new RegExp(`pod ${NAME}/web-\\S+ of ReplicaSet web-\\w+ is still there: .*budget web `));
  assert.deepEqual([drains.owner, drains.node], ['workload', first]);
  assert.match(await cluster.osctl(['rollout', 'force', first, '--yes']), new RegExp(`by force: ${first}`));
  // Without the right to delete pods the operator says so; and a wish that has changed leaves the node untouched.
  await blocked('DRAINING', /is to be deleted by force, which failed: .*cannot delete/);
  await cluster.kubectl(['delete', 'nodeconfig', NAME]);
  await eventually(`${first} to be released`, 60_000, async () => {
    const { metadata, spec } = await cluster.node(first);
    const tainted = spec.taints?.some(({ key }) => key.startsWith('osctl.dev/')) === true;
    return !tainted && metadata.labels?.['node.kubernetes.io/exclude-from-external-load-balancers'] === undefined;
  });
});

test('a service that fails is restarted, since the Machine allows it', async () => {
  await eventually(`${second} to be well`, 60_000, async () => {
    const pids = await processesOf(cluster, second, KUBELET);
    return pids.length > 0 && held !== undefined && !pids.includes(held);
  });
  const events = await cluster.get<{ items: readonly { note?: string; message?: string }[] }>(
    'events',
    '--field-selector',
    'reason=NodeHealing',
  );
  assert.match(JSON.stringify(events.items), /RestartService kubelet, because of: .*service kubelet/);
});
