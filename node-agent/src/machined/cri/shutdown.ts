/**
 * Which pods stop when, on the way down: pure.
 *
 * By classes and not by pod priority: the CRI carries no priority, and the kubelet that knows it is gone by then (it must be, or
 * it would start again what we stop). What a sandbox does tell, its namespace, labels and annotations, gives the order that
 * matters: what people run, then what they need to run, then the control plane, its apiserver last so that the others can still
 * write their last words.
 */

export interface PodView {
  readonly sandboxId: string;
  readonly name: string;
  readonly namespace: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly containers: readonly { readonly id: string; readonly graceSeconds: number }[];
}

export const shutdownClasses = ['ordinary', 'system', 'static', 'apiserver'] as const;
export type ShutdownClass = (typeof shutdownClasses)[number];

const systemNamespaces = new Set(['kube-system', 'kube-node-lease', 'talos-system', 'kube-flannel']);

export const classOf = (pod: PodView): ShutdownClass => {
  const source = pod.annotations['kubernetes.io/config.source'];
  if (source === 'file') return pod.name.startsWith('kube-apiserver') ? 'apiserver' : 'static';
  return systemNamespaces.has(pod.namespace) ? 'system' : 'ordinary';
};

/** Classes in the order in which they stop; pods of one class stop together. Empty classes are left out. */
export const shutdownOrder = (
  pods: readonly PodView[],
): readonly { readonly class: ShutdownClass; readonly pods: readonly PodView[] }[] =>
  shutdownClasses
    .map((name) => ({ class: name, pods: pods.filter((pod) => classOf(pod) === name) }))
    .filter((group) => group.pods.length > 0);

const graceAnnotation = 'io.kubernetes.pod.terminationGracePeriod';

/** The pod's own grace, as the kubelet notes it on each container, within our bound: a reboot must end. */
export const graceSeconds = (annotations: Readonly<Record<string, string>>, boundSeconds: number): number => {
  const asked = Number(annotations[graceAnnotation] ?? '30');
  return Math.min(boundSeconds, Number.isFinite(asked) && asked >= 0 ? asked : 30);
};
