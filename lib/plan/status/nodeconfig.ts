/** What each NodeConfig tells: how many of its nodes have it, and why others have not. */
import type { NodeConfigStatus } from '@talos/crds/nodeconfig.ts';
import type { Verdict } from '../../control/conditions.ts';
import { layerNameOf } from '../config/wish.ts';
import type { Plan, Snapshot } from '../types.ts';
import { selects } from '../wished/selector.ts';
import { conclude } from './conclude.ts';

/** The status of every NodeConfig, by name. */
export function nodeConfigStatuses(snapshot: Snapshot, plan: Plan, now: number): ReadonlyMap<string, NodeConfigStatus> {
  return new Map(
    snapshot.nodeConfigs.map((nodeConfig) => {
      const { name, generation = 1 } = nodeConfig.metadata;
      const nodes = snapshot.nodes.filter(({ labels }) => selects(nodeConfig.spec.nodeSelector, labels));
      const pending = nodes.filter((node) => plan.config.behind.has(node.name));
      const updated = nodes.length - pending.length;
      const fault = plan.config.faults.get(layerNameOf(nodeConfig));
      const isIn = snapshot.rollouts.some(
        ({ metadata, spec }) =>
          metadata.name === plan.rollout && spec.layers?.some((layer) => layer.name === layerNameOf(nodeConfig)),
      );
      const counts = `${updated} of ${nodes.length} nodes have it`;
      const refused = isIn ? nodes.find((node) => plan.config.refused.has(node.name))?.name : undefined;
      const verdict: Verdict =
        fault !== undefined
          ? { kind: 'stalled', reason: fault.reason, message: `${fault.message}; what it said before stays in force` }
          : refused !== undefined
            ? {
                kind: 'stalled',
                reason: 'Refused',
                message: `${refused}: ${plan.config.refused.get(refused)}; ${counts}`,
              }
            : isIn && pending.length === 0
              ? { kind: 'ready', reason: 'UpToDate', message: counts }
              : plan.halted === undefined
                ? { kind: 'reconciling', reason: 'RollingOut', message: counts }
                : { kind: 'stalled', reason: 'RolloutHalted', message: plan.halted.message };
      const conditions = conclude(nodeConfig.status?.conditions, verdict, generation, now);
      return [name, { observedGeneration: generation, conditions, nodes: nodes.length, updated: isIn ? updated : 0 }];
    }),
  );
}
