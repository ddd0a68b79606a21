import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Clock } from '@talos/lib/control/clock.ts';
import { lastLines, readTail } from '../../boot/console.ts';
import { condemns, confirmTrial, endTrial, failedBoot } from '../../boot/state.ts';
import type { BootStore } from '../../boot/store.ts';
import type { TrialHealth } from '../../boot/verdict.ts';
import { keepConfig } from '../config/keep.ts';
import { writeJsonAtomic } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { BootInfo, BootState, FailedBootCause, FailedBootRecord, TrialState } from './types.ts';

export interface TrialView {
  readonly healthy: boolean;
  readonly unmet: readonly string[];
  readonly confirmed: boolean;
  readonly requireConfirm: boolean;
  /** The only control plane: the operator, which would confirm, lives on the API that this node serves. */
  readonly soleControlPlane: boolean;
  readonly elapsedMs: number;
  readonly confirmWithinMs: number;
}
export type TrialVerdict =
  | { readonly kind: 'wait'; readonly message: string }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'revert'; readonly cause: FailedBootCause; readonly message: string };

/** Is the trial good, bad, or not known yet? Pure. */
export function trialVerdict(view: TrialView): TrialVerdict {
  const { healthy, confirmed, requireConfirm } = view;
  if (healthy && (confirmed || !requireConfirm)) return { kind: 'confirm' };
  const unmet = view.unmet.join('; ');
  if (view.elapsedMs < view.confirmWithinMs) {
    return { kind: 'wait', message: healthy ? 'Healthy, waiting to be confirmed' : `Not healthy yet: ${unmet}` };
  }
  const seconds = Math.round(view.confirmWithinMs / 1000);
  if (!healthy) return { kind: 'revert', cause: 'unhealthy', message: `Not healthy within ${seconds} s: ${unmet}` };
  if (view.soleControlPlane) return { kind: 'confirm' };
  return { kind: 'revert', cause: 'unconfirmed', message: `Healthy, but nobody confirmed it within ${seconds} s` };
}

export interface TrialDeps {
  readonly boot: BootInfo;
  readonly trial: TrialState;
  readonly version: string;
  readonly files: NodeFiles;
  readonly store: BootStore;
  readonly syscalls: Pick<Syscalls, 'dup2' | 'monotonicNs'>;
  readonly clock: Clock;
  readonly unmet: () => readonly string[];
  readonly soleControlPlane: () => boolean;
  readonly onWaiting: (message: string) => void;
}

export interface Trial {
  readonly operationId: string;
  confirm(): void;
  remainingMs(): number;
  /** The node is on its way down: no verdict any more, whatever services do. The guard goes on to hear of this process. */
  hold(): void;
  /** Ends the trial now; the caller reboots. */
  revert(cause: FailedBootCause, message: string): FailedBootRecord;
  /** Until the trial is settled on disk, one way or the other. */
  run(
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'confirmed' } | { readonly kind: 'reverted'; readonly failed: FailedBootRecord }>;
}

const POLL_MS = 500;

/**
 * machined's side of a trial boot: it watches its own health, takes the caller's confirmation and settles. What it thinks of itself it
 * tells the guard twice a second, which ends the trial should this loop not.
 */
export function beginTrial(deps: TrialDeps): Trial {
  const { boot, trial, files, store, syscalls, clock } = deps;
  const start = BigInt(boot.startedMonotonicNs);
  const elapsedMs = () => Number((syscalls.monotonicNs() - start) / 1_000_000n);
  let confirmed = false;
  let settled: FailedBootRecord | undefined;
  let held = false;

  const revert = (cause: FailedBootCause, message: string): FailedBootRecord => {
    const details = { version: deps.version, timeMs: clock.now(), lastLines: lastLines(readTail(files.bootConsole)) };
    const failed = failedBoot({ trial, cause, message, condemnsImage: condemns(cause) }, details);
    // In this order: a cut in between boots the trial again or ends it, and never forgets why it ended.
    store.writeFailed(failed);
    writeState(store, (state) => endTrial(state, trial.operationId));
    settled = failed;
    return failed;
  };

  return {
    operationId: trial.operationId,
    confirm: () => {
      confirmed = true;
    },
    hold: () => {
      held = true;
    },
    remainingMs: () => Math.max(0, trial.confirmWithinMs - elapsedMs()),
    revert,
    async run(signal) {
      for (;;) {
        signal.throwIfAborted();
        if (settled !== undefined) return { kind: 'reverted', failed: settled };
        const unmet = deps.unmet();
        const healthy = unmet.length === 0;
        const health: TrialHealth = {
          bootId: boot.bootId,
          healthy,
          unmet,
          monotonicNs: String(syscalls.monotonicNs()),
        };
        writeJsonAtomic(files.trialHealth, { ...health, ...(held && { stopping: true }) }, { mode: 0o644 });
        if (held) {
          await clock.sleep(POLL_MS, signal);
          continue;
        }
        const verdict = trialVerdict({
          healthy,
          unmet,
          confirmed,
          requireConfirm: trial.requireConfirm,
          soleControlPlane: deps.soleControlPlane(),
          elapsedMs: elapsedMs(),
          confirmWithinMs: trial.confirmWithinMs,
        });
        try {
          switch (verdict.kind) {
            case 'wait':
              deps.onWaiting(verdict.message);
              break;
            case 'revert':
              return { kind: 'reverted', failed: revert(verdict.cause, verdict.message) };
            case 'confirm':
              keepConfig(files, trial.slot);
              takeBackOutput(files, syscalls);
              writeState(store, (state) => confirmTrial(state, trial.operationId));
              return { kind: 'confirmed' };
          }
        } catch (error) {
          // A full disk says nothing about the image. Were this loop to end, the guard would take the agent for hung.
          deps.onWaiting(`The end of the trial cannot be stored: ${(error as Error).message}`);
        }
        await clock.sleep(POLL_MS, signal);
      }
    },
  };
}

function writeState(store: BootStore, change: (state: BootState) => BootState): void {
  const read = store.state();
  if (read.kind !== 'ok')
    throw new Error(`The boot state cannot be read: ${read.kind === 'damaged' ? read.message : 'it is missing'}`);
  store.writeState(change(read.value));
}

/**
 * The guard holds the container's output and goes once the trial is confirmed: from then on machined writes there itself. It is the
 * guard's own descriptor that is opened again, since init's was replaced by the console before the pivot.
 */
function takeBackOutput(files: NodeFiles, syscalls: Pick<Syscalls, 'dup2'>): void {
  try {
    const guard = readFileSync(files.guardPid, 'utf8').trim();
    const fd = openSync(`/proc/${guard}/fd/1`, 'a');
    syscalls.dup2(fd, 1);
    syscalls.dup2(fd, 2);
    closeSync(fd);
  } catch {
    // The guard is gone, or the output's reader is: logs stay in boot/console.log, and the trial is none the worse for it.
  }
}
