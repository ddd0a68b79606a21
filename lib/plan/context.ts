/** One planning pass: what it looks at and what it has come to. Never outlives the call of `plan`. */
import type { InFlight, Machine } from '@talos/crds/machine.ts';
import type { NodeState, StepName } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { BlockedBy, Evidence, Owner } from '@talos/crds/schema.ts';
import type { RenderMemo } from './config/wanted.ts';
import type { FailedBootView, NodeView, Snapshot, Step } from './types.ts';
import type { Way } from './way.ts';
import { limits, type Policy } from './wished/policy.ts';
import type { Pools } from './wished/pool.ts';

export const iso = (ms: number): string => new Date(ms).toISOString();

/** A node with what is stored about it. */
export interface Subject {
  readonly node: NodeView;
  readonly state: NodeState;
  readonly way: Way;
}

export interface Context {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly machine: Machine;
  /** The Machine's; `policyFor` says what holds for a node. */
  readonly policy: Policy;
  readonly pools: Pools;
  readonly inFlight: readonly InFlight[];
  /** The rollout of the present wish, once it exists. */
  readonly current: Rollout | undefined;
  readonly memo: RenderMemo;
  readonly steps: Step[];
  readonly blocked: BlockedBy[];
  /** Codes and nodes that are in `blocked`. */
  readonly told: Set<string>;
}

export interface Block {
  readonly code: string;
  readonly message: string;
  readonly owner: Owner;
  readonly node?: string;
  readonly pool?: string;
  readonly nextCheck?: number;
}

/** Says why something waits, once. A cause that was there before keeps its beginning. */
export function block(context: Context, { code, message, owner, node, pool, nextCheck }: Block): void {
  const key = `${code} ${node ?? ''} ${pool ?? ''}`;
  if (context.told.has(key)) return;
  context.told.add(key);
  const before = context.machine.status?.blockedBy?.find(
    (entry) => entry.code === code && entry.node === node && entry.pool === pool,
  );
  context.blocked.push({
    code,
    message: clip(message, 2048),
    ...(node === undefined ? {} : { node }),
    ...(pool === undefined ? {} : { pool }),
    // not in the future, where a clock that was ahead has put it
    since: iso(Math.min(before === undefined ? context.now : Date.parse(before.since), context.now)),
    owner,
    nextCheckTime: iso(Math.max(nextCheck ?? context.now + limits.recheckMs, context.now + 1_000)),
  });
}

/** Stores where a node is. Fields that `change` leaves out are kept, fields that it names as undefined are dropped. */
export function record(
  context: Context,
  subject: Subject,
  change: { readonly [K in keyof Way]?: Way[K] | undefined },
): void {
  const merged: Record<string, unknown> = { ...subject.way, ...change };
  const way = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Way;
  context.steps.push({ type: 'record', node: subject.node.name, uid: subject.node.uid, way });
}

/** A step as it is stored before its first effect. */
export function step(context: Context, name: StepName, timeoutMs: number, attempts = 1) {
  return { name, startTime: iso(context.now), deadline: iso(context.now + timeoutMs), attempts };
}

export const deadlineOf = (subject: Subject): number =>
  subject.way.step === undefined ? 0 : Date.parse(subject.way.step.deadline);

/** What holds for the node's turn. */
export const policyFor = ({ policy, pools }: Pick<Context, 'policy' | 'pools'>, { node }: Subject): Policy =>
  pools.ofNode.get(node.uid)?.policy ?? policy;

export const on = (subject: Subject) => ({ node: subject.node.name, uid: subject.node.uid });

export function bootEvidence(boot: FailedBootView): Evidence {
  return {
    cause: clip(boot.cause, 64),
    message: clip(boot.message, 2048),
    operationID: boot.operationID,
    time: iso(boot.time),
    lastLines: boot.lastLines.slice(-50).map((line) => clip(line, 512)),
  };
}

export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** Nodes are of one class when an image that fails on one can be expected to fail on the other. */
export const nodeClass = (node: NodeView): string => `${node.role}-${node.architecture}`;
