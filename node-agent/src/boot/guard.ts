/**
 * The guard of a trial boot: a process whose program comes from outside the slot on trial, started before the pivot.
 *
 * It shows on the container's output what the trial prints (init and machined write to boot/console.log), keeps that file small, and
 * ends a trial that neither succeeds nor fails by itself. It leaves as soon as the trial is confirmed.
 */
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@talos/lib/control/clock.ts';
import { returnMemory } from '@talos/lib/control/memory.ts';
import { hostPaths, nodeFiles } from '../machined/host/paths.ts';
import { loadSyscalls } from '../machined/host/syscalls.ts';
import type { TrialState } from '../machined/machine/types.ts';
import { lastLines, readTail } from './console.ts';
import { say } from './say.ts';
import { condemns, endTrial, failedBoot, parseTrial } from './state.ts';
import { bootStore } from './store.ts';
import { guardVerdict, type TrialHealth } from './verdict.ts';

const POLL_MS = 250;
const CONSOLE_LIMIT = 4 << 20;
const CONSOLE_KEEP = 256 << 10;

export interface GuardOrders {
  readonly trial: TrialState;
  readonly version: string;
  /** CLOCK_MONOTONIC ns, decimal: from here confirmWithin counts. */
  readonly startedMonotonicNs: string;
}

async function main(): Promise<void> {
  const raw = JSON.parse(process.env['TALOS_GUARD'] ?? '{}') as Record<string, unknown>;
  const trial = parseTrial(raw['trial']);
  const startNs = BigInt(String(raw['startedMonotonicNs']));
  const files = nodeFiles(hostPaths());
  const store = bootStore(files);
  const syscalls = loadSyscalls();
  const pump = consolePump(files.bootConsole);
  writeFileSync(files.guardPid, `${process.pid}\n`);

  // All code is loaded and all that can be opened is open: the launcher may pivot.
  writeSync(3, 'ready\n');
  closeSync(3);

  const leaving = new AbortController();
  void returnMemory({ clock: systemClock, signal: leaving.signal });
  let endedSinceNs: bigint | undefined;
  for (;;) {
    pump();
    const read = store.state();
    const verdict = guardVerdict({
      state: read.kind === 'ok' ? read.value : undefined,
      trial,
      health: readHealth(files.trialHealth),
      nowNs: syscalls.monotonicNs(),
      startNs,
      endedSinceNs,
    });
    switch (verdict.kind) {
      case 'wait':
        break;
      case 'leave':
        pump();
        leaving.abort();
        return;
      case 'ended':
        endedSinceNs ??= syscalls.monotonicNs();
        break;
      case 'restart':
        say('guard', verdict.message);
        syscalls.reboot('restart');
        break;
      case 'end-trial': {
        const { cause, message } = verdict;
        say('guard', 'trial ended', { operation: trial.operationId, cause, message });
        const details = {
          version: String(raw['version']),
          timeMs: Date.now(),
          lastLines: lastLines(readTail(files.bootConsole)),
        };
        store.writeFailed(failedBoot({ trial, cause, message, condemnsImage: condemns(cause) }, details));
        if (read.kind === 'ok') store.writeState(endTrial(read.value, trial.operationId));
        pump();
        syscalls.reboot('restart');
        break;
      }
    }
    await delay(POLL_MS);
  }
}

/** Copies what was added to the console since the last call to stdout, and cuts the file when it has grown too long. */
function consolePump(path: string): () => void {
  const fd = openSync(path, 'r+');
  const buffer = Buffer.alloc(64 << 10);
  let position = 0;
  return () => {
    const { size } = fstatSync(fd);
    if (position > size) position = 0;
    while (position < size) {
      const read = readSync(fd, buffer, 0, buffer.length, position);
      if (read === 0) break;
      position += read;
      try {
        writeSync(1, buffer, 0, read);
      } catch {
        // Nobody reads the container's output: the file still has it.
      }
    }
    if (position > CONSOLE_LIMIT) {
      const tail = Buffer.alloc(CONSOLE_KEEP);
      const kept = readSync(fd, tail, 0, CONSOLE_KEEP, position - CONSOLE_KEEP);
      // The writers append (O_APPEND), so they go on behind what is written here. Lines printed in between are lost, and were shown.
      ftruncateSync(fd, 0);
      writeSync(fd, tail, 0, kept, 0);
      position = kept;
    }
  };
}

function readHealth(path: string): TrialHealth | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TrialHealth;
  } catch {
    // Not there yet; it is replaced by rename, so never half there.
    return undefined;
  }
}

await main();
