/** What goes wrong by itself, and what people do at the worst moment. */
import { NODES } from '@talos/lib/kube/resources.ts';
import { TAINT } from '@talos/lib/plan/objects/node.ts';
import { MACHINE_NAME, MACHINES, NODE_STATES, ROLLOUTS } from '../resources.ts';
import type { Dice } from './dice.ts';
import type { Operators } from './operators.ts';
import { CONFIGS, IMAGES } from './scenario.ts';
import type { World } from './world.ts';

/** `node` and `operator` are counted through those that are there. */
export type Mischief =
  | { readonly kind: OnNode; readonly node: number; readonly ms: number }
  | { readonly kind: OnOperator; readonly operator: number; readonly ms: number }
  | { readonly kind: 'wish'; readonly image: string }
  | { readonly kind: 'wish-config'; readonly config: string | undefined }
  | { readonly kind: 'budget'; readonly maxUnavailable: number | string }
  | { readonly kind: 'pause'; readonly ms: number }
  | { readonly kind: 'api-away'; readonly ms: number }
  | { readonly kind: 'tight-budget'; readonly ms: number }
  | { readonly kind: 'wipe-machine-status' | 'delete-machine' | 'delete-rollout' | 'cancel-rollout' };

const ON_NODE = [
  'power',
  'partition',
  'cordon',
  'foreign-taint',
  'take-our-taint',
  'delete-nodestate',
  'wipe-nodestate-status',
  'delete-node',
  'remove-machine',
  'never-returns',
  'stuck-pod',
] as const;
type OnNode = (typeof ON_NODE)[number];
const ON_OPERATOR = ['kill', 'stand-still', 'blind', 'break-watches', 'lose-history'] as const;
type OnOperator = (typeof ON_OPERATOR)[number];

export function mischiefOf(dice: Dice): Mischief {
  const ms = dice.between(5_000, 45_000);
  const roll = dice.next();
  if (roll < 0.5) return { kind: dice.pick(ON_NODE), node: dice.between(0, 5), ms };
  // a leader that stands still for longer than its Lease lasts meets another one when it goes on
  if (roll < 0.7)
    return { kind: dice.pick(ON_OPERATOR), operator: dice.between(0, 1), ms: dice.between(1_000, 25_000) };
  return dice.pick<Mischief>([
    { kind: 'wish', image: dice.pick(Object.keys(IMAGES)) },
    { kind: 'wish', image: dice.pick(['osctl.dev/talos:2', 'osctl.dev/talos:3']) },
    { kind: 'wish-config', config: dice.pick([undefined, ...Object.keys(CONFIGS)]) },
    { kind: 'budget', maxUnavailable: dice.pick([1, 2, '50%']) },
    { kind: 'pause', ms },
    { kind: 'api-away', ms },
    { kind: 'tight-budget', ms: dice.pick([ms, Number.POSITIVE_INFINITY]) },
    { kind: 'wipe-machine-status' },
    { kind: 'delete-machine' },
    { kind: 'delete-rollout' },
    { kind: 'cancel-rollout' },
  ]);
}

/** What was done by hands other than the operator's, for those who judge. */
export interface Deeds {
  /** Nodes that somebody has opened to pods behind our back, by name. */
  readonly opened: Set<string>;
  /** Workers whose Nodes were deleted, and may have come back as others. */
  readonly deleted: Set<string>;
  /** Nodes that will not be back. */
  readonly lost: Set<string>;
  /** Somebody has taken slots, states or rollouts away: what they said is not known any more. */
  forgotten: boolean;
}

const FOREIGN_TAINT = { key: 'example.com/maintenance', effect: 'NoSchedule' } as const;

export function play(mischief: Mischief, world: World, operators: Operators, deeds: Deeds): void {
  world.tell('mischief', () => JSON.stringify(mischief));
  switch (mischief.kind) {
    case 'wish':
      world.wish({ os: { image: mischief.image } });
      return;
    case 'wish-config':
      world.wishConfig(mischief.config);
      return;
    case 'budget':
      world.wish({ rollout: { maxUnavailable: mischief.maxUnavailable } });
      return;
    case 'pause':
      world.wish({ rollout: { paused: true } });
      operators.after(mischief.ms, () => world.wish({ rollout: { paused: false } }));
      return;
    case 'api-away':
      world.apiAwayUntil = world.clock.now() + mischief.ms;
      return;
    case 'tight-budget':
      world.tight.set('web', world.clock.now() + mischief.ms);
      return;
    case 'wipe-machine-status':
      deeds.forgotten = true;
      world.write('PATCH', MACHINES, { name: MACHINE_NAME, subresource: 'status' }, { status: null });
      return;
    case 'delete-machine': {
      const spec = world.machine?.spec;
      deeds.forgotten = true;
      world.write('DELETE', MACHINES, { name: MACHINE_NAME });
      operators.after(20_000, () => world.write('POST', MACHINES, {}, { metadata: { name: MACHINE_NAME }, spec }));
      return;
    }
    case 'delete-rollout':
    case 'cancel-rollout': {
      const name = world.machine?.status?.rollout;
      if (name === undefined) return;
      if (mischief.kind === 'delete-rollout') deeds.forgotten = true;
      if (mischief.kind === 'delete-rollout') world.write('DELETE', ROLLOUTS, { name });
      else world.write('PATCH', ROLLOUTS, { name }, { spec: { cancelled: true } });
      return;
    }
    case 'kill':
    case 'stand-still':
    case 'blind':
    case 'break-watches':
    case 'lose-history': {
      const wires = operators.wires;
      const wire = wires[mischief.operator % Math.max(1, wires.length)];
      if (mischief.kind === 'lose-history') world.api.compact();
      if (mischief.kind === 'kill') wire?.kill('by a person');
      else if (mischief.kind === 'stand-still') wire?.pause(mischief.ms);
      else if (mischief.kind === 'blind') wire?.blind(mischief.ms);
      else wire?.breakWatches();
      return;
    }
    default:
      onNode(mischief, world, deeds);
  }
}

function onNode(
  { kind, node: index, ms }: Extract<Mischief, { readonly node: number }>,
  world: World,
  deeds: Deeds,
): void {
  const { nodes } = world.cluster;
  const node = nodes[index % nodes.length];
  if (node === undefined) return;
  const { name } = node;
  const object = world.nodeObject(name);
  world.tell('mischief', () => `... which is ${name}`);
  switch (kind) {
    case 'power':
      world.cluster.cutPower(name);
      return;
    case 'partition':
      node.unreachableUntil = world.clock.now() + ms;
      return;
    case 'never-returns':
      // of three control planes one may go for good, of one none
      if (deeds.lost.size > 0 || (node.role === 'control-plane' && world.scenario.controlPlanes === 1)) return;
      deeds.lost.add(name);
      node.unreachableUntil = Number.POSITIVE_INFINITY;
      return;
    case 'cordon':
      world.write('PATCH', NODES, { name }, { spec: { unschedulable: true } });
      return;
    case 'foreign-taint':
      world.write('PATCH', NODES, { name }, { spec: { taints: [...(object?.spec?.taints ?? []), FOREIGN_TAINT] } });
      return;
    case 'take-our-taint': {
      const taints = object?.spec?.taints?.filter(({ key }) => key !== TAINT.key) ?? [];
      if (taints.length === (object?.spec?.taints?.length ?? 0)) return;
      deeds.opened.add(name);
      world.write('PATCH', NODES, { name }, { spec: { taints } });
      return;
    }
    case 'delete-nodestate':
      deeds.forgotten = true;
      world.write('DELETE', NODE_STATES, { name });
      return;
    case 'wipe-nodestate-status':
      deeds.forgotten = true;
      world.write('PATCH', NODE_STATES, { name, subresource: 'status' }, { status: null });
      return;
    case 'delete-node':
      deeds.forgotten = true;
      if (node.role === 'worker') deeds.deleted.add(name);
      world.deleteNode(name);
      return;
    case 'remove-machine':
      if (node.role === 'control-plane') return;
      world.removeMachine(name);
      return;
    case 'stuck-pod': {
      for (const { metadata } of world.podsOn(name)) {
        if (metadata.namespace === 'default') world.stuck.set(metadata.uid ?? '', world.clock.now() + ms);
      }
      return;
    }
    default:
      kind satisfies never;
  }
}
