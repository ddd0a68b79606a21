/** Nodes get their configuration by kubectl: it is rolled out, told of when somebody changes it on the node, and goes again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { condition, eventually, TestCluster } from '../harness/cluster.ts';
import { converged } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const NAME = 'story-configure';
const NODE = `${cluster.name}-worker-1`;
const ADOPTED = `adopted-${NODE}`;
let boots: readonly string[];
let former: string;

const layer = (maxPods: number, registry: object = {}) =>
  cluster.apply({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name: NAME },
    spec: {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': NODE } },
      priority: 10,
      config: {
        system: { sysctls: { 'net.ipv4.tcp_keepalive_time': '3600' } },
        kubelet: { extraConfig: { maxPods } },
        registry,
      },
    },
  });
const pods = async (): Promise<string> =>
  (await cluster.kubectl(['get', 'node', NODE, '-o', 'jsonpath={.status.capacity.pods}'])).trim();
const podsBecome = (count: string) =>
  eventually(
    `the kubelet to tell of room for ${count} pods`,
    60_000,
    async () => (await pods()) === count || undefined,
  );
const bootIds = async () =>
  Promise.all((await cluster.nodes()).map(async (name) => (await cluster.status(name)).bootId));
/** Judged as it is written, and on every node that it is for. */
const inForce = (name = NAME) =>
  eventually('the layer to be in force', 60_000, async () => {
    const found = await cluster.get<Conditioned>('nodeconfig', name);
    const ready = condition(found, 'Ready');
    assert.equal(found.status?.observedGeneration, found.metadata.generation);
    assert.equal(ready?.status, 'True', ready?.message);
    return found;
  });

interface Conditioned {
  readonly metadata: { readonly generation: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason: string;
      readonly message: string;
    }[];
  };
}

/** How long a node must be steady is another story's: nothing here waits for it. */
const steadyFor = (time: string | null) =>
  cluster.kubectl([
    'patch',
    'machine',
    'cluster',
    '--type',
    'merge',
    '-p',
    JSON.stringify({ spec: { rollout: { verify: { steadyFor: time } } } }),
  ]);

before(async () => {
  await steadyFor('1s');
  boots = await bootIds();
  former = await pods();
});
after(async () => {
  await cluster.kubectl(['delete', 'nodeconfig', NAME, ADOPTED, '--ignore-not-found']);
  await steadyFor(null);
});

test('a layer reaches the node that it selects, without a reboot', async () => {
  await layer(77);
  await inForce();
  await podsBecome('77');
  assert.match(await cluster.osctl(['-n', NODE, 'config', 'get']), /tcp_keepalive_time: "3600"/);
  assert.deepEqual(await bootIds(), boots);
});

test('the apiserver refuses what no node would take', async () => {
  const refused = await cluster.tryKubectl(['patch', 'nodeconfig', NAME, '--type', 'merge', '-p', PATCH]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /spec\.config\.kubelet\.extraConfig\.maxPods/);
});
const PATCH = JSON.stringify({ spec: { config: { kubelet: { extraConfig: { maxPods: 0 } } } } });

test('a password comes from a Secret, and is shown nowhere', async () => {
  const secret = async (value: string) => {
    const at = ['-n', 'talos-system', 'create', 'secret', 'generic', NAME, '--type', 'osctl.dev/node-config'];
    await cluster.kubectl(['-n', 'talos-system', 'delete', 'secret', NAME, '--ignore-not-found']);
    await cluster.kubectl([...at, `--from-literal=password=${value}`]);
  };
  const shown = async () => /password: (.*)/.exec(await cluster.osctl(['-n', NODE, 'config', 'get']))?.[1];
  await secret('s3cret-first');
  await layer(77, {
    auth: { 'r.example': { username: 'puller', password: { secretKeyRef: { name: NAME, key: 'password' } } } },
  });
  await inForce();
  const first = await shown();
  assert.match(first ?? '', /^hmac-sha256:/);
  await secret('s3cret-second');
  await eventually('the other value to be there', 60_000, async () => (await shown()) !== first || undefined);
  await inForce();
  const ours = await cluster.kubectl(['get', 'machine,nodeconfigs,nodestates,rollouts', '-o', 'yaml']);
  const events = await cluster.kubectl(['get', 'events', '-A', '-o', 'yaml']);
  const logs = await cluster.kubectl(['-n', 'talos-system', 'logs', '-l', 'app.kubernetes.io/name=talos-operator']);
  assert.ok(!`${ours}${events}${logs}`.includes('s3cret'));
  await cluster.kubectl(['-n', 'talos-system', 'delete', 'secret', NAME]);
  await eventually('the missing Secret to be told', 60_000, async () => {
    const stalled = condition(await cluster.get<Conditioned>('nodeconfig', NAME), 'Stalled');
    assert.match(stalled?.message ?? '', /RegistryConfig.*password: there is no Secret talos-system\/story-configure/);
    return stalled;
  });
  await layer(77);
  await inForce();
  assert.equal(await shown(), undefined);
});

test('a change behind the operator is told of, and explained; it is adopted by a command', async () => {
  const patch = '{kind: KubeletConfig, spec: {extraConfig: {maxPods: 88}}}';
  await cluster.osctl(['-n', NODE, 'config', 'patch', '--patch', patch]);
  await eventually('the drift to be told', 120_000, async () => {
    const message = condition(await cluster.get<Conditioned>('nodestate', NODE), 'ConfigDrifted')?.message;
    assert.match(message ?? '', /KubeletConfig\.spec\.extraConfig\.maxPods of .* changed on the node/);
    return message;
  });
  const explained = await cluster.osctl(['-n', NODE, 'config', 'explain', 'kubelet.extraConfig.maxPods']);
  assert.match(explained, /88 +changed on the node +in force\n.* 77 +nodeconfig\/story-configure +10 +wanted/);
  assert.equal(await cluster.osctl(['-n', NODE, 'config', 'adopt', '--apply']), `nodeconfig/${ADOPTED} applied\n`);
  await inForce(ADOPTED);
  await podsBecome('88');
  await eventually('the drift to be over', 60_000, async () => {
    const told = condition(await cluster.get<Conditioned>('nodestate', NODE), 'ConfigDrifted');
    return told === undefined || undefined;
  });
});

test('a layer that is deleted leaves the node as it was', async () => {
  await cluster.kubectl(['delete', 'nodeconfig', NAME, ADOPTED]);
  await podsBecome(former);
  const machine = await converged(cluster, 60_000);
  assert.deepEqual(machine.status?.nodes?.updated, machine.status?.nodes?.total);
  assert.doesNotMatch(await cluster.osctl(['-n', NODE, 'config', 'get']), /tcp_keepalive_time/);
  assert.deepEqual(await bootIds(), boots);
});
