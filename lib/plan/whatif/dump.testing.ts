/** A small cluster as `kubectl get` shows it, to make forecasts of: a control plane, two workers, a shop with a budget. */

const API = 'osctl.dev/v1alpha1';
const OLD = `sha256:${'1'.repeat(64)}`;
const HASH = `sha256:${'a'.repeat(64)}`;
const ROLLOUT = '1-aaaaaaaa';
const time = '2026-01-01T00:00:00Z';

const node = (name: string, isControlPlane = false) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    uid: `uid-${name}`,
    labels: {
      'kubernetes.io/hostname': name,
      ...(isControlPlane ? { 'node-role.kubernetes.io/control-plane': '' } : {}),
    },
  },
  spec: isControlPlane ? { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] } : {},
  status: {
    addresses: [{ type: 'InternalIP', address: '10.5.0.2' }],
    allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
    conditions: [{ type: 'Ready', status: 'True', lastHeartbeatTime: time }],
    nodeInfo: { architecture: 'amd64' },
  },
});

const nodeState = (name: string) => ({
  apiVersion: API,
  kind: 'NodeState',
  metadata: { name, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid: `uid-${name}` }] },
  spec: { target: { image: 'osctl.dev/talos:1.0.0', digest: OLD } },
  status: {
    phase: 'Done',
    rolloutName: ROLLOUT,
    tookSeconds: 90,
    observed: {
      time,
      reachable: true,
      bootID: `boot-${name}`,
      slot: 'a',
      version: '1.0.0',
      kubernetesVersion: 'v1.37.2',
      digest: OLD,
      configHash: HASH,
    },
  },
});

const pod = (name: string, nodeName: string, cpu: string, owner = 'ReplicaSet') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-${name}`,
    labels: { app: name.split('-')[0] ?? '' },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: owner, name: 'owner', uid: 'uid-owner', controller: true }],
  },
  spec: { nodeName, containers: [{ name: 'main', resources: { requests: { cpu } } }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
});

/** In one list, as `kubectl get machines,rollouts,… -A -o json` writes it. */
export function dumpedObjects() {
  const names = ['cp-1', 'worker-1', 'worker-2'];
  return [
    {
      apiVersion: API,
      kind: 'Machine',
      metadata: { name: 'cluster', generation: 1 },
      spec: { os: { image: 'osctl.dev/talos:1.0.0' }, rollout: { drain: { timeout: '2m' } } },
      status: { observedGeneration: 1, rollout: ROLLOUT },
    },
    {
      apiVersion: API,
      kind: 'Rollout',
      metadata: { name: ROLLOUT, generation: 1, creationTimestamp: time },
      spec: {
        generation: 1,
        os: { image: 'osctl.dev/talos:1.0.0' },
        targets: [{ pool: 'default', image: 'osctl.dev/talos:1.0.0', digest: OLD }],
        targetHash: HASH,
      },
      status: { phase: 'Completed' },
    },
    ...names.map((name) => node(name, name === 'cp-1')),
    ...names.map(nodeState),
    pod('web-1', 'worker-1', '500m'),
    pod('web-2', 'worker-2', '500m'),
    pod('db-1', 'worker-2', '1', 'StatefulSet'),
    pod('logs-1', 'worker-1', '100m', 'DaemonSet'),
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web', namespace: 'shop', generation: 1 },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
      status: { observedGeneration: 1, disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2 },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'db', namespace: 'shop', generation: 1 },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'db' } } },
      status: { observedGeneration: 1, disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
    },
  ];
}
