/** What a drain asks of each pod of the node, by the rules of the Machine: who is evicted now, and who is waited for. */
import type { DrainRule } from '@talos/crds/machine.ts';
import type { PodRef } from '../types.ts';
import { selects } from '../wished/selector.ts';

export interface Drain {
  /** To be evicted now. */
  readonly evict: readonly PodRef[];
  /** Everything that must be gone before the node may be disturbed, those that are asked later included. */
  readonly left: readonly PodRef[];
}

/** The first rule that selects a pod decides; a pod of no rule is evicted in order 0. */
export function ruleFor(
  pod: Pick<PodRef, 'namespace' | 'labels'>,
  rules: readonly DrainRule[],
): Required<Pick<DrainRule, 'action' | 'order'>> {
  const rule = rules.find(
    ({ namespaces, podSelector }) =>
      (namespaces === undefined || namespaces.includes(pod.namespace)) && selects(podSelector, pod.labels),
  );
  return { action: rule?.action ?? 'Evict', order: rule?.order ?? 0 };
}

/**
 * Orders go from the lowest on: the next is asked to leave when nothing of the former is left. Pods that are skipped stay, and end
 * with the node.
 */
export function drainOf(pods: readonly PodRef[], rules: readonly DrainRule[]): Drain {
  const asked = pods.flatMap((pod) => {
    const { action, order } = ruleFor(pod, rules);
    return action === 'Skip' ? [] : [{ pod, action, order }];
  });
  const first = Math.min(...asked.map(({ order }) => order));
  return {
    evict: asked.flatMap(({ pod, action, order }) =>
      order === first && action === 'Evict' && !pod.terminating ? [pod] : [],
    ),
    left: asked.toSorted((a, b) => a.order - b.order).map(({ pod }) => pod),
  };
}

/** How a person reads which pod is in the way, whose it is, and why. */
export function describePod({ namespace, name, owner, reason }: PodRef): string {
  return `pod ${namespace}/${name}${owner === undefined ? '' : ` of ${owner}`} is still there${reason === undefined ? '' : `: ${reason}`}`;
}
