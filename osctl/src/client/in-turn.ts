/**
 * Taking nodes down without taking the cluster down: control planes one after another, each only once the one before is back and
 * etcd is as well as it was; then workers, a few at a time. A control plane that fails, or a worker that fails on its way, ends it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Etcd, type EtcdMember, type StatusResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type CommandContext, UsageError } from '../context.ts';
import { duration } from '../output/units.ts';
import { askNodes, type NodeConnection, type NodeResult, type NodeTarget } from './nodes.ts';

/** For a node's services, after its reboot has ended: longer than etcd and an apiserver take on a slow machine. */
const BACK_MS = 300_000;
const POLL_MS = 1_000;

export interface TurnOptions {
  /** All at once, whatever that means for etcd. */
  readonly force: boolean;
  /** Workers that may be down at the same time. */
  readonly maxUnavailable: number;
  /** false: nobody waits for the end of what is begun. */
  readonly wait: boolean;
}

export interface Turn<T> {
  work(node: NodeConnection): Promise<T>;
  /** Whether the node went down for that, and comes back. */
  wentDown(value: T): boolean;
  /** Asked where that would cost etcd its quorum; default: it will go down. */
  readonly mayGoDown?: (node: NodeConnection) => Promise<boolean>;
  /** What is waited for now. */
  readonly onWait: (node: NodeTarget, what: string) => void;
  readonly onResult: (result: NodeResult<T>) => void;
}

/** In the order in which the nodes were named. Errors: UsageError, before anything is begun. */
export async function inTurn<T>(
  ctx: CommandContext,
  turn: Turn<T>,
  { force, maxUnavailable, wait }: TurnOptions,
): Promise<readonly NodeResult<T>[]> {
  if (force) return askNodes(ctx, (node) => turn.work(node), turn.onResult, { concurrency: Number.POSITIVE_INFINITY });
  const roles = await askNodes(ctx, statusOf, () => {});
  const isControlPlane = (one: (typeof roles)[number]): boolean => one.ok && one.value.role === 'control-plane';
  const controlPlanes = roles.filter(isControlPlane).map(({ node }) => node);
  const workers = roles.filter((one) => !isControlPlane(one)).map(({ node }) => node);
  // A context may know a node by its address only.
  const ownNames = new Map(roles.map((one) => [one.node.address, one.ok ? one.value.node : one.node.name]));
  if (!wait && controlPlanes.length > 1) {
    throw new UsageError(
      `${namesOf(controlPlanes)} are control planes, which are taken down one after another: leave --no-wait out, or take them down all at once with --force`,
    );
  }
  const done = new Map<string, NodeResult<T>>();
  let halted: string | undefined;
  let left = roles.length;
  const one = async (node: NodeConnection, controlPlane: boolean): Promise<T> => {
    if (halted !== undefined) throw new NotBegun(halted);
    left -= 1;
    const members = controlPlane ? await membersOf(node) : [];
    const unsafe = lossOfQuorum([ownNames.get(node.address) ?? node.name], members);
    if (unsafe !== undefined && (await (turn.mayGoDown ?? always)(node))) throw new QuorumError(node.name, unsafe);
    try {
      const value = await turn.work(node);
      if (wait && left > 0 && turn.wentDown(value)) {
        const voters = healthyVoters(members).length;
        await untilBack(node, { controlPlane, voters }, (what) => turn.onWait(node, what));
      }
      return value;
    } catch (error) {
      // An RpcError is a refusal, or a node that is not there: it was not this that took it down.
      if (!(error instanceof RpcError)) halted ??= `${node.name} failed`;
      throw error;
    }
  };
  const ask = async (nodes: readonly NodeTarget[], controlPlane: boolean, concurrency: number): Promise<void> => {
    if (nodes.length === 0) return;
    const only = { ...ctx, options: { ...ctx.options, nodes: nodes.map(({ address }) => address) } };
    const onResult = (result: NodeResult<T>): void => {
      if (!result.ok && controlPlane) halted ??= `${result.node.name} failed`;
      done.set(result.node.address, result);
      turn.onResult(result);
    };
    await askNodes(only, (node) => one(node, controlPlane), onResult, { concurrency });
  };
  await ask(controlPlanes, true, 1);
  await ask(workers, false, maxUnavailable);
  return roles.flatMap(({ node }) => done.get(node.address) ?? []);
}

/** Why taking those members down would cost etcd its quorum; undefined: it would not, or there is none to lose. Pure. */
export function lossOfQuorum(down: readonly string[], members: readonly EtcdMember[]): string | undefined {
  const voters = members.filter(({ learner }) => !learner);
  const quorum = Math.floor(voters.length / 2) + 1;
  const healthy = healthyVoters(members);
  const without = healthy.filter(({ name }) => !down.includes(name)).length;
  if (voters.length < 2 || healthy.length < quorum || without >= quorum) return undefined;
  return `etcd would be left with ${without} of ${voters.length} members, and needs ${quorum}`;
}

const healthyVoters = (members: readonly EtcdMember[]): readonly EtcdMember[] =>
  members.filter(({ learner, healthy }) => healthy && !learner);

const always = async (): Promise<boolean> => true;
const namesOf = (nodes: readonly NodeTarget[]): string => nodes.map(({ name }) => name).join(', ');

/** A node that cannot say what it is says why when it is told to do something. */
export const statusOf = (node: NodeConnection): Promise<StatusResponse> => node.client(System).status({}, node.unary);

/** None where etcd does not answer: it is not by this node that it has its quorum. */
export async function membersOf(node: NodeConnection): Promise<readonly EtcdMember[]> {
  try {
    return (await node.client(Etcd).members({}, node.unary)).members;
  } catch (error) {
    if (error instanceof RpcError) return [];
    throw error;
  }
}

/** Errors: NotBack. */
async function untilBack(
  node: NodeConnection,
  { controlPlane, voters }: { readonly controlPlane: boolean; readonly voters: number },
  onWait: (what: string) => void,
): Promise<void> {
  const end = performance.now() + BACK_MS;
  for (;;) {
    const missing = await missingOf(node, controlPlane, voters);
    if (missing === undefined) return;
    if (performance.now() > end) throw new NotBack(missing);
    onWait(missing);
    await sleep(POLL_MS, undefined, { signal: node.stream.signal });
  }
}

async function missingOf(node: NodeConnection, controlPlane: boolean, voters: number): Promise<string | undefined> {
  try {
    const { ready, unmet } = await statusOf(node);
    if (!ready) return unmet[0] ?? 'its services';
    if (!controlPlane) return undefined;
    const healthy = healthyVoters((await node.client(Etcd).members({}, node.unary)).members).length;
    return healthy >= voters ? undefined : `etcd: ${healthy} of ${voters} members are healthy`;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return error.message;
  }
}

export class NotBegun extends Error {
  override readonly name = 'NotBegun';
  constructor(why: string) {
    super(`nothing was begun: ${why}`);
  }
}

export class QuorumError extends Error {
  override readonly name = 'QuorumError';
  constructor(node: string, why: string) {
    super(
      `it is left as it is, since ${why}; bring the others back first (osctl -n ${node} etcd members), or take it down all the same with --force`,
    );
  }
}

export class NotBack extends Error {
  override readonly name = 'NotBack';
  constructor(missing: string) {
    super(`it has booted, but is not well again after ${duration(BACK_MS)}: ${missing}`);
  }
}
