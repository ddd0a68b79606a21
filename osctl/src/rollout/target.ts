/** The cluster that a rollout command is about, by its kubeconfig; and the rollout that it means. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { ClusterDump } from '@talos/lib/plan/whatif/dump.ts';
import { type CommandContext, type ExitCode, UsageError } from '../context.ts';
import { duration } from '../output/units.ts';
import { type ClusterObjects, currentRollout, isBeginning, isEnded } from './view.ts';

/** How long the operator may take from a wish to its rollout; it looks up the image in between. */
const BEGIN_POLLS = { everyMs: 250, times: 80 } as const;

export interface ClusterFlags {
  readonly kubeconfig?: string;
}

export interface Cluster {
  observe(): Promise<ClusterObjects>;
  /** With nodes, pods and budgets. */
  dump(): Promise<ClusterDump>;
  /** Changes what people may change of a rollout. */
  change(
    name: string,
    spec: Pick<Rollout['spec'], 'paused' | 'cancelled' | 'skipNodes' | 'forceNodes'>,
  ): Promise<unknown>;
  /** Approves in the name of who asks, as the apiserver knows them; answers with that name. */
  approve(name: string, hash: string): Promise<string>;
  /** The stage that waits, likewise. */
  approveStage(rollout: Rollout): Promise<string>;
  /** Has it tried again, in the name of who asks; answers with that name. No nodes: all that have failed. */
  retry(name: string, nodes: readonly string[]): Promise<string>;
  isAway(error: unknown): boolean;
}

export async function withCluster(
  ctx: CommandContext,
  flags: ClusterFlags,
  use: (cluster: Cluster) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { approve, approveStage, changeRollout, dump, observe, openCluster, retry } = await import('./kubernetes.ts');
  const { ApiError, ConnectionError } = await import('@talos/lib/kube/errors.ts');
  const transport = await openCluster(flags.kubeconfig, ctx.env);
  const bounded = (): AbortSignal => AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.options.timeoutMs)]);
  try {
    return await use({
      observe: () => observe(transport, bounded()),
      dump: () => dump(transport, bounded()),
      change: (name, spec) => changeRollout(transport, name, spec, bounded()),
      approve: (name, hash) => approve(transport, name, hash, bounded()),
      approveStage: (rollout) => approveStage(transport, rollout, bounded()),
      retry: (name, nodes) => retry(transport, name, nodes, bounded()),
      isAway: (error) =>
        error instanceof ConnectionError ||
        (error instanceof ApiError && error.status >= 500) ||
        (error instanceof DOMException && error.name === 'TimeoutError'),
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      throw new Error(`${error.message}; is the operator installed? (kubectl apply -k deploy/base)`, { cause: error });
    }
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new Error(
        `the Kubernetes API did not answer within ${duration(ctx.options.timeoutMs)}; ask again with a longer --timeout`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    transport.close();
  }
}

/** With the rollout that was named, or the current one. Errors: UsageError when it is not there or has ended. */
export function withRollout(
  ctx: CommandContext,
  flags: ClusterFlags,
  asked: string | undefined,
  use: (cluster: Cluster, target: Rollout, objects: ClusterObjects) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withCluster(ctx, flags, async (cluster) => {
    const objects = asked === undefined ? await observeBegun(cluster.observe, ctx.signal) : await cluster.observe();
    const target =
      asked === undefined ? currentRollout(objects) : objects.rollouts.find((one) => one.metadata.name === asked);
    if (target === undefined) {
      const there = objects.rollouts.map((one) => one.metadata.name).join(', ');
      throw new UsageError(`there is no rollout${asked === undefined ? '' : ` ${asked}; there are: ${there}`}`);
    }
    if (isEnded(target)) throw new UsageError(`rollout ${target.metadata.name} has ended (${target.status?.phase})`);
    return use(cluster, target, objects);
  });
}

/**
 * Who has just changed the Machine means the rollout of that change: the operator is given the time to begin it, and to look at
 * what it brings.
 */
async function observeBegun(observe: () => Promise<ClusterObjects>, signal: AbortSignal): Promise<ClusterObjects> {
  let objects = await observe();
  for (let poll = 0; poll < BEGIN_POLLS.times && (isBeginning(objects) || isUnseen(objects)); poll++) {
    await sleep(BEGIN_POLLS.everyMs, undefined, { signal });
    objects = await observe();
  }
  return objects;
}

/** Whether the operator has made the rollout and not said anything of it yet. */
function isUnseen(objects: ClusterObjects): boolean {
  const current = currentRollout(objects);
  return current !== undefined && current.status?.phase === undefined;
}
