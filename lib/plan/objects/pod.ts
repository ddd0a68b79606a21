/** Which pods a drain is about. */
import type { Pod } from '../../kube/resources.ts';
import type { PodRef } from '../types.ts';

/** What is looked at of a pod, and no more. */
export function slimPod(pod: Pod): Pod {
  const { name, namespace, uid, labels, resourceVersion, deletionTimestamp, ownerReferences, annotations } =
    pod.metadata;
  const mirror = annotations?.[MIRROR];
  const { phase, conditions } = pod.status ?? {};
  return {
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      ...(labels === undefined ? {} : { labels }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }),
      ...(ownerReferences === undefined ? {} : { ownerReferences }),
      ...(mirror === undefined ? {} : { annotations: { [MIRROR]: mirror } }),
    },
    spec: { containers: [], ...(pod.spec?.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }) },
    status: {
      ...(phase === undefined ? {} : { phase }),
      conditions: (conditions ?? []).filter(({ type }) => type === 'Ready'),
    },
  };
}

/** Set by the kubelet on the API's image of a static pod. */
const MIRROR = 'kubernetes.io/config.mirror';

/**
 * Whether a pod must be gone before its node may be disturbed. A DaemonSet's would come back at once, a mirror pod is
 * only the picture of a static one, and one that has ended disturbs nobody. One that is on its way out still counts.
 */
export function mustGo(pod: Pod): boolean {
  if (pod.metadata.annotations?.[MIRROR] !== undefined) return false;
  if (pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed') return false;
  return !(pod.metadata.ownerReferences ?? []).some(({ kind, controller }) => controller && kind === 'DaemonSet');
}

export function isPodReady(pod: Pod): boolean {
  return pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** `refusal`: why its eviction was refused last, by its uid. */
export function podRef(pod: Pod, refusal: (podUid: string) => string | undefined, now: number): PodRef {
  const { name, namespace = '', uid = '', labels = {}, deletionTimestamp, ownerReferences } = pod.metadata;
  const late = deletionTimestamp !== undefined && now > Date.parse(deletionTimestamp);
  const reason = late ? `it should have ended by ${deletionTimestamp}` : refusal(uid);
  const owner = ownerReferences?.find(({ controller }) => controller);
  return {
    namespace,
    name,
    uid,
    labels,
    terminating: deletionTimestamp !== undefined,
    ...(owner === undefined ? {} : { owner: `${owner.kind} ${owner.name}` }),
    ...(reason === undefined ? {} : { reason }),
  };
}
