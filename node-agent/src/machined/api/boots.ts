/** Boots of before, as requests name them: by how many there were since. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { BootRecord } from '../machine/types.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

export interface PastBoot {
  readonly bootId: string;
  readonly startMs: number;
  /** Unix ms at which the next boot began. */
  readonly endMs: number;
}

/** undefined: this boot is meant. Errors: NOT_FOUND for one that is not remembered or whose logs are gone. */
export function pastBoot(
  deps: Pick<ApiDeps, 'boots' | 'logs'>,
  request: { readonly bootsAgo: number; readonly follow: boolean },
): PastBoot | undefined {
  const ago = count(request.bootsAgo, 'boots_ago');
  if (ago === 0) return undefined;
  if (request.follow) throw invalid('the log of a boot that is over has no end to wait for: leave follow out');
  const boots = deps.boots.list();
  const [boot, next] = [boots[ago], boots[ago - 1]];
  if (boot === undefined || next === undefined) {
    const known = boots.length === 1 ? 'its first' : `one of ${boots.length}`;
    const message = `the node knows of no boot ${ago} before this one: this is ${known} that it remembers`;
    throw new RpcError('NOT_FOUND', message, { reason: 'BOOT_NOT_FOUND' });
  }
  if (!kept(deps, boot)) {
    const message = `the logs of boot ${boot.bootId} are not kept any more`;
    throw new RpcError('NOT_FOUND', message, { reason: 'LOG_NOT_KEPT' });
  }
  return { bootId: boot.bootId, startMs: boot.startMs, endMs: next.startMs };
}

export function bootsMessage(deps: Pick<ApiDeps, 'boots' | 'logs'>): api.Init<api.BootsResponse> {
  return {
    boots: deps.boots.list().map((boot, index) => ({
      bootId: boot.bootId,
      startMs: boot.startMs,
      slot: boot.slot,
      version: boot.version,
      digest: boot.digest,
      trial: boot.trialOperationId !== '',
      logsKept: kept(deps, boot),
      // This boot has one, too, once it is on its way down; what it says is known only when it is over.
      end: index === 0 ? undefined : boot.end,
    })),
  };
}

const kept = ({ logs }: Pick<ApiDeps, 'logs'>, boot: BootRecord): boolean => logs.ids(boot.bootId).length > 0;
