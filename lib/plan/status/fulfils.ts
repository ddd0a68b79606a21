/** Which nodes have what is wished, as every status counts them. */
import type { Rollout } from '@talos/crds/rollout.ts';
import type { NodeView, Plan, Snapshot } from '../types.ts';
import { wishedDigest } from '../wished/policy.ts';
import { targetOfNode } from '../wished/pool.ts';

export const runs = ({ agent }: NodeView, digest: string): boolean =>
  agent?.digest === digest && agent.trial === undefined;

/** Whether a node runs what is wished. */
export function fulfils({ machine, rollouts }: Snapshot, plan: Plan): (node: NodeView) => boolean {
  const named = (name: string | undefined) => rollouts.find(({ metadata }) => metadata.name === name);
  const rollout = named(plan.rollout);
  const back = rollout?.spec.rollbackOf;
  const halted = named(back?.rollout);
  const asked = machine === undefined ? undefined : wishedDigest(machine.spec.os);
  const digestOf = (of: Rollout | undefined, node: NodeView): string | undefined =>
    of === undefined ? undefined : targetOfNode(of.spec, node)?.digest;
  return (node) => {
    const target = digestOf(rollout, node) ?? asked;
    const wished = digestOf(halted, node) ?? target;
    if (wished === undefined || !runs(node, wished)) return false;
    const isBehind = plan.config.behind.has(node.name);
    // On the way back it is told by what a node goes back to: with the same image what is wished is to have another configuration.
    return back === undefined ? !isBehind : wished !== target || isBehind;
  };
}
