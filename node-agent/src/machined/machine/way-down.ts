/** How a boot ends that is asked to: it says why, stops the services, does what is left to do, and goes. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { BootHistory } from './boots.ts';
import type { OperationLog } from './operations.ts';
import type { Supervisor } from './types.ts';

/** Then what still runs is killed, … */
const STOP_LIMIT_MS = 150_000;
/** … and what the kernel does not let go of by this time, or a start that hangs, is left behind: the node goes down all the same. */
const STOP_END_MS = 160_000;

export interface StopOptions {
  /** Without stopping the services. */
  readonly force?: boolean;
  /** Once they are stopped. */
  readonly afterwards?: () => Promise<void>;
}
export type Stop = (
  how: 'reboot' | 'power-off',
  operationId: string | undefined,
  options?: StopOptions,
) => Promise<never>;

export interface WayDownDeps {
  readonly operations: Pick<OperationLog, 'get' | 'enterPhase' | 'progress'>;
  readonly boots: Pick<BootHistory, 'ending'>;
  readonly supervisor: Pick<Supervisor, 'stopAll'>;
  readonly clock: Clock;
  /** Ends this process; never returns. */
  readonly power: (how: 'reboot' | 'power-off') => Promise<never>;
}

export async function goDown(
  deps: WayDownDeps,
  how: 'reboot' | 'power-off',
  operationId: string | undefined,
  { force = false, afterwards, onBegun }: StopOptions & { readonly onBegun: () => void },
): Promise<never> {
  const { operations, power } = deps;
  sayWhy(deps, operationId);
  onBegun();
  const phase = (name: string, message: string) => {
    if (operationId !== undefined) operations.enterPhase(operationId, name, message);
  };
  if (!force) {
    phase('stop-services', 'Stopping services');
    await stopServices(deps, (service) => {
      if (operationId !== undefined) operations.progress(operationId, { message: `Stopping ${service}` });
    });
  }
  await afterwards?.();
  phase('reboot', how === 'reboot' ? 'Rebooting' : 'Powering off');
  return power(how);
}

/** Why this boot ends: said before anything is stopped, so that it is known whatever comes in between. */
export function sayWhy(
  { operations, boots }: { readonly operations: Pick<OperationLog, 'get'>; readonly boots: WayDownDeps['boots'] },
  operationId: string | undefined,
): void {
  const record = operationId === undefined ? undefined : operations.get(operationId);
  const { id = '', type = '', requestedBy = '', image = '' } = record ?? {};
  const about = { operationId: id, operationType: type as string, requestedBy };
  if (record === undefined) {
    boots.ending({ ...about, reason: 'TURNED_OFF', message: 'The node was told from outside to stop' });
    return;
  }
  const by = requestedBy === '' ? '' : ` of ${requestedBy}`;
  const to = image === '' ? '' : ` to ${image}`;
  boots.ending({ ...about, reason: 'REQUESTED', message: `Operation ${id}${by}: ${type}${to}` });
}

async function stopServices({ clock, supervisor }: WayDownDeps, onProgress: (service: string) => void): Promise<void> {
  const late = new AbortController();
  const done = new AbortController();
  clock.sleep(STOP_LIMIT_MS, done.signal).then(
    () => late.abort(new Error(`The services did not stop within ${STOP_LIMIT_MS / 1000} s`)),
    () => {},
  );
  const stopped = supervisor.stopAll(late.signal, onProgress);
  await Promise.race([stopped, clock.sleep(STOP_END_MS, done.signal)]);
  done.abort();
}
