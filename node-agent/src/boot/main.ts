/**
 * The launcher: PID 1 of a node's container, from the image that the container was made of, whatever the slots hold by now.
 *
 * What it shares with machined of any later version, and what must therefore stay readable: boot/state.json, slots/*.json,
 * boot/failed.json, /run/talos/boot.json, /run/talos/trial-health.json, and the paths of a slot's init, node and machined.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentMounts } from '../machined/host/mounts.ts';
import { hostPaths, type NodeFiles, nodeFiles } from '../machined/host/paths.ts';
import { loadSyscalls, type Syscalls } from '../machined/host/syscalls.ts';
import type { BootInfo, SlotName, TrialState } from '../machined/machine/types.ts';
import { choose, storeState, writeFailure } from './choose.ts';
import {
  checkSlot,
  dropRoot,
  ensureRuntimeMounts,
  enterRoot,
  executeInit,
  OUTPUT_FD,
  prepareRoot,
  showBootId,
} from './enter.ts';
import { startGuard } from './guard-start.ts';
import { installOwnRoot } from './install.ts';
import { say } from './say.ts';
import { initialState } from './state.ts';
import { type BootStore, bootStore } from './store.ts';

async function main(): Promise<void> {
  // Anything else than what the slot's init prints is noise there.
  process.removeAllListeners('warning');
  if (process.pid !== 1)
    throw new Error('The launcher is for a container’s PID 1; it was started as an ordinary process');
  const syscalls = loadSyscalls();
  const files = nodeFiles(hostPaths());
  const mountPoints = new Set(currentMounts().map(({ mountPoint }) => mountPoint));
  if (!mountPoints.has('/var')) {
    throw new Error(
      '/var is no volume: a node without one forgets its slots and its cluster. Run the container with -v NAME:/var',
    );
  }
  ensureRuntimeMounts(syscalls, mountPoints);
  mkdirSync('/run/talos', { recursive: true });

  const store = bootStore(files);
  if (firstStart(store)) {
    say('launcher', 'first start: installing own root into slot a');
    const record = installOwnRoot(store, files, syscalls, {
      root: '/',
      image: process.env['TALOS_IMAGE'] ?? '',
      digest: process.env['TALOS_IMAGE_DIGEST'] ?? '',
      mountPoints,
      now: Date.now(),
    });
    say('launcher', 'slot a is complete', { digest: record.digest, version: record.version });
    store.writeState(initialState('a'));
  }

  const bootId = randomUUID();
  writeFileSync(files.bootId, `${bootId}\n`);
  showBootId(syscalls, files.bootId);

  const chosen = choose(store, files.bootConsole);
  if (chosen.trial !== null) {
    try {
      await bootTrial(syscalls, store, files, { bootId, before: chosen.before }, chosen.trial);
    } catch (error) {
      // Not the attempt only: what cannot be prepared now will not be better at the next attempt.
      const message = (error as Error).message;
      say('launcher', 'trial could not be booted', { slot: chosen.slot, err: message });
      const condemnsImage = error instanceof BadSlotError;
      writeFailure(store, { trial: chosen.trial, cause: 'crashed', message, condemnsImage }, []);
      storeState(store, { ...chosen.state, trial: null });
      dropRoot(syscalls);
    }
  }
  const slot = chosen.trial === null ? chosen.slot : chosen.state.active;
  bootActive(syscalls, store, files, { bootId, before: chosen.before }, slot);
}

function firstStart(store: BootStore): boolean {
  return Object.keys(store.records()).length === 0;
}

class BadSlotError extends Error {}

/** Returns only by throwing, and only before the point of no return. */
async function bootTrial(
  syscalls: Syscalls,
  store: BootStore,
  files: NodeFiles,
  known: Pick<BootInfo, 'bootId' | 'before'>,
  trial: TrialState,
): Promise<void> {
  const { slot } = trial;
  const { bootId } = known;
  say('launcher', 'trial boot', { slot, operation: trial.operationId, attemptsLeft: trial.attemptsLeft, bootId });
  const directory = files.slot(slot);
  try {
    checkSlot(directory);
  } catch (cause) {
    throw new BadSlotError((cause as Error).message, { cause });
  }
  const startedMonotonicNs = String(syscalls.monotonicNs());
  writeBootInfo(files, { ...known, slot, trial, startedMonotonicNs });
  const console = openConsole(files);
  const version = store.records()[slot]?.version ?? '';
  const program = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'guard.ts' : 'guard.mjs');
  const guard = await startGuard(program, directory, { trial, version, startedMonotonicNs });
  try {
    prepareRoot(syscalls, directory);
  } catch (error) {
    guard.kill();
    throw error;
  }
  // Both calls that follow leave nothing to go back to: from here an error ends the process, and the attempt counts.
  try {
    syscalls.dup2(console, 1);
    syscalls.dup2(console, 2);
    enterRoot(syscalls);
    executeInit();
  } catch (error) {
    fail(error);
  }
}

function bootActive(
  syscalls: Syscalls,
  store: BootStore,
  files: NodeFiles,
  known: Pick<BootInfo, 'bootId' | 'before'>,
  slot: SlotName,
): never {
  const directory = files.slot(slot);
  const { bootId } = known;
  checkSlot(directory);
  writeBootInfo(files, { ...known, slot, trial: null, startedMonotonicNs: String(syscalls.monotonicNs()) });
  say('launcher', 'boot', { slot, digest: store.records()[slot]?.digest, bootId });
  prepareRoot(syscalls, directory);
  giveInitTheConsole(syscalls, files);
  enterRoot(syscalls);
  executeInit();
}

/** What init says at its end is how the next boot knows that the agent ended, and not the power: it has to be in a file. */
function giveInitTheConsole(syscalls: Syscalls, files: NodeFiles): void {
  let console: number;
  try {
    console = openConsole(files);
  } catch (error) {
    say('launcher', 'console not opened: the next boot will not know how this one ended', {
      err: (error as Error).message,
    });
    return;
  }
  syscalls.dup2(1, OUTPUT_FD);
  syscalls.dup2(console, 1);
  syscalls.dup2(console, 2);
}

/** O_APPEND: init, machined and the guard's trimming share the file. */
function openConsole(files: NodeFiles): number {
  writeFileSync(files.bootConsole, '', { mode: 0o600 });
  return openSync(files.bootConsole, 'a');
}

function writeBootInfo(files: NodeFiles, info: BootInfo): void {
  writeFileSync(files.bootInfo, `${JSON.stringify(info)}\n`);
}

function fail(error: unknown): never {
  const { message, stack } = error as Error;
  say('launcher', 'no boot', { err: message, stack });
  process.exit(70);
}

try {
  await main();
} catch (error) {
  fail(error);
}
