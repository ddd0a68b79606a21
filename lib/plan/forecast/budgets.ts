/** Which PodDisruptionBudgets would let pods go, as the apiserver judges evictions. */
import type { BudgetView, PodView } from '../objects/workload.ts';
import { selects } from '../wished/selector.ts';

/** Those that protect the pod. */
export const budgetsOf = (
  pod: Pick<PodView, 'namespace' | 'labels'>,
  budgets: readonly BudgetView[],
): readonly BudgetView[] =>
  budgets.filter(
    ({ namespace, selector }) => namespace === pod.namespace && selector !== undefined && selects(selector, pod.labels),
  );

export type Passport =
  /** No budget is asked. */
  | { readonly kind: 'free' }
  /** It takes one of what the budget allows. */
  | { readonly kind: 'counted'; readonly budget: BudgetView }
  /** The apiserver evicts no pod that two budgets protect. */
  | { readonly kind: 'contested'; readonly budgets: readonly BudgetView[] };

export function passportOf(pod: PodView, budgets: readonly BudgetView[]): Passport {
  if (pod.pending || pod.terminating) return { kind: 'free' };
  const [budget, ...others] = budgetsOf(pod, budgets);
  if (budget === undefined) return { kind: 'free' };
  if (others.length > 0) return { kind: 'contested', budgets: [budget, ...others] };
  // One that is not ready is no loss to a budget that has enough without it.
  const spare = budget.freesUnready || (budget.desired > 0 && budget.healthy >= budget.desired);
  return !pod.ready && spare ? { kind: 'free' } : { kind: 'counted', budget };
}

/** Why it lets none go, as a sentence. */
export function describeBudget({ namespace, name, healthy, desired, expected }: BudgetView): string {
  const what = `PodDisruptionBudget ${namespace}/${name} lets none go`;
  if (expected > 0 && desired >= expected) {
    const all = expected === 1 ? 'its only pod' : `all ${expected} of its pods`;
    return `${what}: ${all} must be healthy, so that it never does; more replicas would help, or a budget that allows one to be away`;
  }
  return `${what} now: ${healthy} of ${expected} pods are healthy and ${desired} must be`;
}
