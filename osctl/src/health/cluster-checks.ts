/** Checks of what the nodes make together: etcd, the Kubernetes API, the Machine. Pure. */
import type { EtcdMember, EtcdStatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { bytes, duration } from '../output/units.ts';
import type { HealthFacts, KubernetesFacts, Seen } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

/** What the nodes start etcd with. */
const ETCD_QUOTA_BYTES = 8 * 1024 ** 3;
const SIZE_WARNING = 0.8;
/** Free pages inside the file are given back only by defragmenting: worth it from here on. */
const FRAGMENTED_BYTES = 1024 ** 3;

export function etcdChecks(facts: HealthFacts): readonly Check[] {
  const controlPlanes = facts.nodes.flatMap(({ node, answer }) =>
    answer.seen && answer.value.etcd !== undefined
      ? [{ node, etcd: answer.value.etcd, bootstrapped: answer.value.status.etcdBootstrapped }]
      : [],
  );
  const told = controlPlanes.flatMap(({ node, etcd }) => (etcd.seen ? [{ node, ...etcd.value }] : []));
  const silent = controlPlanes.flatMap(({ node, etcd, bootstrapped }): readonly Finding[] =>
    etcd.seen
      ? []
      : [
          {
            state: 'failed',
            node,
            evidence: etcd.why,
            action: bootstrapped
              ? `osctl -n ${node} logs etcd --tail 50`
              : `was etcd ever begun? once in the life of a cluster: osctl -n ${node} bootstrap`,
          },
        ],
  );
  if (told.length === 0) {
    const nobody: Finding = {
      state: 'unknown',
      evidence: 'no control plane tells of etcd',
      action: 'ask the control planes: osctl -n @control-planes etcd status',
    };
    return [check('etcd-quorum', 'etcd has quorum', '', silent.length > 0 ? silent : [nobody])];
  }
  return [quorum(told, silent), store(told)];
}

interface Member {
  readonly node: string;
  readonly status: EtcdStatusResponse;
  readonly members: readonly EtcdMember[];
}

function quorum(told: readonly Member[], silent: readonly Finding[]): Check {
  // The one who knows most members: one that fell behind may not have heard of the newest.
  const members = told.map((one) => one.members).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const voters = members.filter((one) => !one.learner);
  const healthy = voters.filter((one) => one.healthy);
  const needed = Math.floor(voters.length / 2) + 1;
  const findings: Finding[] = [...silent];
  if (healthy.length < needed) {
    findings.push({
      state: 'failed',
      evidence: `${healthy.length} of ${voters.length} voting members are healthy, ${needed} are needed: the cluster takes no change`,
      action: `bring back one of ${names(voters.filter((one) => !one.healthy))}: osctl -n NODE logs etcd --tail 50`,
    });
  }
  for (const { name } of voters.filter((one) => !one.healthy)) {
    findings.push({
      state: healthy.length < needed ? 'failed' : 'warning',
      node: name,
      evidence: `its member does not answer; ${Math.max(0, healthy.length - needed)} more may be lost`,
      action: `osctl -n ${name} service restart etcd, after osctl -n ${name} logs etcd --tail 50`,
    });
  }
  for (const { name } of members.filter((one) => one.learner)) {
    findings.push({
      state: 'warning',
      node: name,
      evidence: 'its member is a learner: it does not vote yet',
      action: `it is promoted when it has caught up; if not: osctl -n ${name} logs etcd --tail 50`,
    });
  }
  const leaders = [...new Set(told.map(({ status }) => status.leaderId).filter((id) => !/^0*$/.test(id)))];
  if (leaders.length !== 1) {
    findings.push({
      state: 'failed',
      evidence: leaders.length === 0 ? 'there is no leader' : `members name different leaders: ${leaders.join(', ')}`,
      action:
        'ask again; if it stays, see the network between control planes: osctl -n @control-planes logs etcd --tail 50',
    });
  }
  return check(
    'etcd-quorum',
    'etcd has quorum',
    `${healthy.length} of ${voters.length} voting members healthy`,
    findings,
  );
}

function store(told: readonly Member[]): Check {
  const findings = told.flatMap(({ node, status }): readonly Finding[] => {
    const { dbSizeBytes, dbInUseBytes, errors } = status;
    const found = errors.map(
      (error): Finding => ({
        state: 'failed',
        node,
        evidence: `alarm: ${error}`,
        action: /NOSPACE/.test(error)
          ? 'delete what fills it (events, old objects), defragment, then disarm the alarm'
          : `osctl -n ${node} etcd snapshot ./etcd.snapshot first; then osctl -n ${node} logs etcd --tail 50`,
      }),
    );
    if (dbSizeBytes > ETCD_QUOTA_BYTES * SIZE_WARNING) {
      found.push({
        state: 'warning',
        node,
        evidence: `its file has ${bytes(dbSizeBytes)} of ${bytes(ETCD_QUOTA_BYTES)}, ${bytes(dbInUseBytes)} in use`,
        action: 'find what fills it: kubectl get events -A, kubectl get --raw /metrics',
      });
    } else if (dbSizeBytes - dbInUseBytes > FRAGMENTED_BYTES) {
      found.push({
        state: 'warning',
        node,
        evidence: `${bytes(dbSizeBytes - dbInUseBytes)} of its file of ${bytes(dbSizeBytes)} are free pages`,
        action: 'defragment it, one member after the other',
      });
    }
    return found;
  });
  const largest = Math.max(...told.map(({ status }) => status.dbSizeBytes));
  return check('etcd-store', 'etcd is well', `no alarm, ${bytes(largest)} of ${bytes(ETCD_QUOTA_BYTES)}`, findings);
}

function names(members: readonly EtcdMember[]): string {
  return members.map((one) => one.name).join(', ');
}

export function kubernetesChecks(facts: HealthFacts): readonly Check[] {
  const { kubernetes } = facts;
  if (!kubernetes.seen) {
    return [
      check('kubernetes-api', 'the Kubernetes API is ready', '', [
        { state: 'unknown', evidence: kubernetes.why, action: 'osctl kubeconfig ~/.kube/config, or --kubeconfig PATH' },
      ]),
    ];
  }
  const { apiServers, nodes, machine } = kubernetes.value;
  return [apiReady(apiServers), nodesReady(nodes, facts), machineReady(machine, facts.nowMs), quarantine(machine)];
}

function apiReady(apiServers: KubernetesFacts['apiServers']): Check {
  const ready = apiServers.filter(({ error }) => error === undefined).length;
  return check(
    'kubernetes-api',
    'the Kubernetes API is ready',
    `${ready} of ${apiServers.length} control planes`,
    apiServers.flatMap(({ node, error }): readonly Finding[] =>
      error === undefined
        ? []
        : [
            {
              state: 'failed',
              node,
              evidence: error,
              action: `osctl -n ${node} logs kube-system/kube-apiserver-${node}/kube-apiserver --tail 50`,
            },
          ],
    ),
  );
}

function nodesReady(nodes: KubernetesFacts['nodes'], facts: HealthFacts): Check {
  const title = 'Kubernetes nodes are Ready';
  if (!nodes.seen) return check('kubernetes-nodes', title, '', [notSeen(nodes)]);
  const known = new Set(nodes.value.map(({ name }) => name));
  const findings = nodes.value
    .filter((one) => !one.ready)
    .map(
      (one): Finding => ({
        state: 'failed',
        node: one.name,
        evidence: one.message,
        action: `osctl -n ${one.name} logs kubelet --tail 50; kubectl describe node ${one.name}`,
      }),
    );
  const missing = facts.nodes.flatMap(({ node, answer }): readonly Finding[] =>
    !answer.seen || known.has(node) || known.has(answer.value.status.node)
      ? []
      : [
          {
            state: 'failed',
            node,
            evidence: 'it is no node of Kubernetes',
            action: `its kubelet has not registered: osctl -n ${node} logs kubelet --tail 50`,
          },
        ],
  );
  const ready = nodes.value.length - findings.length;
  return check('kubernetes-nodes', title, `${ready} of ${nodes.value.length}`, [...findings, ...missing]);
}

function machineReady(machine: KubernetesFacts['machine'], nowMs: number): Check {
  const title = 'the Machine is as wanted';
  if (!machine.seen) return check('machine', title, '', [notSeen(machine)]);
  if (machine.value === undefined) return check('machine', title, 'there is none: nobody wants a version', []);
  const { status, metadata } = machine.value;
  const findings: Finding[] = [];
  const action = 'osctl rollout status';
  if (status?.observedGeneration !== metadata.generation) {
    findings.push({
      state: 'warning',
      evidence: `the operator has not looked at generation ${metadata.generation ?? 0} yet`,
      action: 'does it run? kubectl -n talos-system get pods',
    });
  }
  const of = (type: string) => status?.conditions?.find((one) => one.type === type);
  const [ready, stalled] = [of('Ready'), of('Stalled')];
  if (stalled?.status === 'True') {
    findings.push({ state: 'failed', evidence: `Stalled: ${stalled.reason}: ${stalled.message}`, action });
  } else if (ready !== undefined && ready.status !== 'True') {
    findings.push({ state: 'warning', evidence: `not Ready: ${ready.reason}: ${ready.message}`, action });
  }
  for (const { code, message, since, owner } of status?.blockedBy ?? []) {
    const evidence = `waits for ${duration(nowMs - Date.parse(since))}: ${code}: ${message} (up to: ${owner})`;
    findings.push({ state: 'warning', evidence, action });
  }
  return check('machine', title, `${status?.version ?? 'no version'} on ${status?.progress ?? '0'} nodes`, findings);
}

function quarantine(machine: KubernetesFacts['machine']): Check {
  const entries = machine.seen ? (machine.value?.status?.quarantine ?? []) : [];
  return check(
    'quarantine',
    'no image is quarantined',
    machine.seen ? 'none' : '',
    machine.seen
      ? entries.map(
          ({ image, node, reason, since }): Finding => ({
            state: 'warning',
            node,
            evidence: `${image} failed on it: ${reason}, since ${since}`,
            action: `osctl -n ${node} failed-boot; then ask for another image in machine/cluster`,
          }),
        )
      : [notSeen(machine)],
  );
}

function notSeen({ why }: Extract<Seen<unknown>, { seen: false }>): Finding {
  return { state: 'unknown', evidence: why, action: 'mend the Kubernetes API first' };
}
