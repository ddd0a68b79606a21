import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { smallNodeFlags } from '@talos/lib/control/memory.ts';
import { NODE } from './enter.ts';
import type { GuardOrders } from './guard.ts';
import { sameBytes } from './same-bytes.ts';

const READY_WITHIN_MS = 20_000;

/**
 * The node that the guard runs on: our own, whatever the slot holds. When the slot's has the very same bytes, as it has unless the
 * image brings another Node, it is as good, and run from there it shares 40 MB of memory with the programs on trial.
 */
function runtime(slotDirectory: string): string {
  const onTrial = join(slotDirectory, NODE);
  return sameBytes(process.execPath, onTrial) ? onTrial : process.execPath;
}

/**
 * Starts the guard and waits until it has loaded all that it needs: after the pivot its own root file system is out of reach.
 * Its output is the container's. Errors: says how it ended, when it was not ready in time.
 */
export async function startGuard(
  program: string,
  slotDirectory: string,
  orders: GuardOrders,
): Promise<{ kill(): void }> {
  const koffi = process.env['TALOS_KOFFI'];
  const child = spawn(runtime(slotDirectory), [...smallNodeFlags(16), program], {
    env: { TALOS_GUARD: JSON.stringify(orders), ...(koffi === undefined ? {} : { TALOS_KOFFI: koffi }) },
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  const kill = () => void child.kill('SIGKILL');
  const pipe = child.stdio[3] as Readable;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      kill();
      reject(new Error(`The guard was not ready within ${READY_WITHIN_MS / 1000} s`));
    }, READY_WITHIN_MS);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      then();
    };
    pipe.once('data', () => settle(resolve));
    child.once('error', (cause) =>
      settle(() => reject(new Error(`The guard could not be started: ${cause.message}`, { cause }))),
    );
    child.once('exit', (code, signal) =>
      settle(() => reject(new Error(`The guard ended at once (${signal ?? code})`))),
    );
  });
  child.unref();
  return { kill };
}
