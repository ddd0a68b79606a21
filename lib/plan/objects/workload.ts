/** What a drain's consequences are told from: pods with what they need, the budgets that protect them, and the room on nodes. */
import type { LabelSelector } from '@talos/crds/selector.ts';
import type { Node, Pod, PodDisruptionBudget } from '../../kube/resources.ts';
import type { PodRef } from '../types.ts';
import { TAINT } from './node.ts';
import { isPodReady, mustGo, podRef, slimPod } from './pod.ts';
import { type Resources, resourcesOf, sum } from './quantity.ts';

type Spec = NonNullable<Pod['spec']>;
type Taints = NonNullable<NonNullable<Node['spec']>['taints']>;
type Terms = NonNullable<
  NonNullable<
    NonNullable<NonNullable<Spec['affinity']>['nodeAffinity']>['requiredDuringSchedulingIgnoredDuringExecution']
  >['nodeSelectorTerms']
>;

/** What a pod asks of the node that it runs on. */
export interface Needs {
  readonly requests: Resources;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** One of them must hold; undefined: the pod has none. */
  readonly terms?: Terms;
  readonly tolerations: NonNullable<Spec['tolerations']>;
}

/** A pod that must go when its node is drained. */
export interface PodView extends PodRef {
  /** Not there for as long as it has not been given a node. */
  readonly node?: string;
  readonly pending: boolean;
  readonly ready: boolean;
  readonly needs: Needs;
  /** Its volumes whose data end with it. */
  readonly scratch: readonly string[];
}

export interface BudgetView {
  readonly namespace: string;
  readonly name: string;
  /** Undefined selects nothing. */
  readonly selector?: LabelSelector;
  /** Pods that may go now. */
  readonly allowed: number;
  readonly healthy: number;
  readonly desired: number;
  readonly expected: number;
  /** Whether pods that are not ready may always go. */
  readonly freesUnready: boolean;
}

/** A node as one that pods could be put on. */
export interface Room {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Without our own, which is there for one turn. */
  readonly taints: Taints;
  /** Ready, and no cordon on it. */
  readonly open: boolean;
  /** Allocatable, less what its pods have asked for. */
  readonly free: Resources;
}

/** What is looked at of a pod here, and no more: a cluster has many. */
export function slimWorkload(pod: Pod): Pod {
  const { nodeSelector, affinity, tolerations, overhead, volumes, containers, initContainers } = pod.spec ?? {};
  type Containers = NonNullable<typeof containers>;
  const asking = (list: Containers): Containers =>
    list.map(({ name, resources, restartPolicy }) => ({
      name,
      ...(resources?.requests === undefined ? {} : { resources: { requests: resources.requests } }),
      ...(restartPolicy === undefined ? {} : { restartPolicy }),
    }));
  const slim = slimPod(pod);
  return {
    ...slim,
    spec: {
      ...slim.spec,
      containers: asking(containers ?? []),
      ...(initContainers === undefined ? {} : { initContainers: asking(initContainers) }),
      ...(nodeSelector === undefined ? {} : { nodeSelector }),
      ...(affinity?.nodeAffinity === undefined ? {} : { affinity: { nodeAffinity: affinity.nodeAffinity } }),
      ...(tolerations === undefined ? {} : { tolerations }),
      ...(overhead === undefined ? {} : { overhead }),
      volumes: (volumes ?? []).flatMap(({ name, emptyDir }) => (emptyDir === undefined ? [] : [{ name, emptyDir }])),
    },
  };
}

export function podView(pod: Pod, now: number): PodView {
  const { nodeName, nodeSelector = {}, affinity, tolerations = [], volumes = [] } = pod.spec ?? {};
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return {
    ...podRef(pod, () => undefined, now),
    ...(nodeName === undefined ? {} : { node: nodeName }),
    pending: pod.status?.phase === 'Pending',
    ready: isPodReady(pod),
    needs: { requests: requestsOf(pod), nodeSelector, ...(terms === undefined ? {} : { terms }), tolerations },
    scratch: volumes
      .filter(({ emptyDir }) => emptyDir !== undefined && emptyDir.medium !== 'Memory')
      .map((v) => v.name),
  };
}

/** As the scheduler counts: containers and sidecars together, or the largest init container, if that asks for more. */
export function requestsOf(pod: Pod): Resources {
  const { containers = [], initContainers = [], overhead } = pod.spec ?? {};
  const requests = (list: typeof containers): readonly Resources[] =>
    list.map(({ resources }) => resourcesOf(resources?.requests));
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const first = initContainers.filter(({ restartPolicy }) => restartPolicy !== 'Always');
  const running = requests([...containers, ...sidecars]).reduce((all, one) => sum(all, one), {});
  const most = requests(first).reduce((all, one) => sum(all, one, Math.max), running);
  return { ...sum(most, resourcesOf(overhead)), pods: 1 };
}

export function budgetView({ metadata, spec, status }: PodDisruptionBudget): BudgetView {
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    ...(spec?.selector === undefined ? {} : { selector: spec.selector as LabelSelector }),
    // One that its controller has not looked at since it was written lets nothing go.
    allowed: (status?.observedGeneration ?? 0) < (metadata.generation ?? 0) ? 0 : (status?.disruptionsAllowed ?? 0),
    healthy: status?.currentHealthy ?? 0,
    desired: status?.desiredHealthy ?? 0,
    expected: status?.expectedPods ?? 0,
    freesUnready: spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow',
  };
}

export function roomOf(node: Node, used: Resources = {}): Room {
  const ready = node.status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True';
  return {
    name: node.metadata.name,
    labels: node.metadata.labels ?? {},
    taints: (node.spec?.taints ?? []).filter(({ key }) => key !== TAINT.key),
    open: ready && node.spec?.unschedulable !== true,
    free: sum(resourcesOf(node.status?.allocatable), used, (all, taken) => all - taken),
  };
}

/** Pods counted page by page: of most only what they take is kept. */
export class Census {
  /** Those that must go when one of the nodes is drained that this is about. */
  readonly pods: PodView[] = [];
  /** What pods have asked for, by node. */
  readonly used = new Map<string, Resources>();
  readonly #about: ReadonlySet<string>;

  constructor(about: Iterable<string>) {
    this.#about = new Set(about);
  }

  count(pod: Pod, now: number): void {
    const { nodeName } = pod.spec ?? {};
    const { phase } = pod.status ?? {};
    if (nodeName === undefined || phase === 'Succeeded' || phase === 'Failed') return;
    this.used.set(nodeName, sum(this.used.get(nodeName) ?? {}, requestsOf(pod)));
    if (this.#about.has(nodeName) && mustGo(pod)) this.pods.push(podView(pod, now));
  }
}
