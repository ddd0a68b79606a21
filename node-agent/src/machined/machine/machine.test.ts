import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { EXAMPLE_WORKER_YAML } from '@talos/crds/config/example.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { type Clock, systemClock } from '@talos/lib/control/clock.ts';
import { OciError } from '@talos/lib/oci/error.ts';
import type { RegistryClient } from '@talos/lib/oci/registry.ts';
import { chooseSlot, initialState } from '../../boot/state.ts';
import { type BootStore, bootStore } from '../../boot/store.ts';
import { hostPaths, type NodeFiles, nodeFiles } from '../host/paths.ts';
import { recordingSyscalls } from '../host/syscalls.ts';
import type { BootHistory } from './boots.ts';
import { eventBus } from './events.ts';
import { createMachine } from './machine.ts';
import { openOperations } from './operations.ts';
import type { BootInfo, FailedBootCause, OperationRecord } from './types.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const IMAGE = `osctl.dev/talos@${digest('b')}`;

describe('the machine', () => {
  let directory: string;
  let files: NodeFiles;
  let store: BootStore;
  let boots = 0;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'talos-machine-'));
    files = nodeFiles(hostPaths(directory));
    for (const path of [files.configDir, files.machinedSocketDir]) mkdirSync(path, { recursive: true });
    writeFileSync(files.configCurrent, EXAMPLE_WORKER_YAML);
    store = bootStore(files);
    store.writeRecord('a', {
      digest: digest('a'),
      version: 'v1',
      image: `osctl.dev/talos@${digest('a')}`,
      completeTime: 1,
    });
    store.writeState(initialState('a'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** A boot as the launcher would make it, up to where machined stands. */
  const boot = (
    options: {
      unmet?: () => readonly string[];
      registry?: () => RegistryClient;
      clock?: Clock;
      stopAll?: (signal: AbortSignal) => Promise<void>;
      store?: BootStore;
      /** The launcher could store nothing. */
      uncounted?: boolean;
    } = {},
  ) => {
    boots += 1;
    const read = store.state();
    const choice = chooseSlot(read.kind === 'ok' ? read.value : undefined, store.records(), 'power-lost');
    assert.ok(choice.kind === 'boot');
    if (!options.uncounted) store.writeState(choice.next);
    const syscalls = recordingSyscalls();
    const info: BootInfo = {
      bootId: `boot-${boots}`,
      slot: options.uncounted ? choice.next.active : choice.slot,
      trial: options.uncounted ? null : choice.trial,
      startedMonotonicNs: String(syscalls.monotonicNs()),
    };
    const down = Promise.withResolvers<string>();
    const stopped: string[] = [];
    const endings: Parameters<BootHistory['ending']>[0][] = [];
    // Not every test waits for it.
    down.promise.catch(() => {});
    const operations = openOperations({ directory: files.operationsDir, clock: systemClock, onChange: () => {} });
    const machine = createMachine({
      boot: info,
      files,
      store: options.store ?? store,
      operations,
      boots: { list: () => [], last: () => undefined, ending: (end) => void endings.push(end) },
      events: eventBus(systemClock, info.bootId),
      supervisor: {
        unmet: options.unmet ?? (() => []),
        stopAll: options.stopAll ?? (async () => void stopped.push('all')),
      } as never,
      syscalls,
      clock: options.clock ?? systemClock,
      registry: options.registry ?? failing(new Error('nothing is to be pulled')),
      soleControlPlane: () => false,
      power: (how) => {
        down.resolve(how);
        return new Promise<never>(() => {});
      },
      onError: down.reject,
    });
    machine.start();
    machine.setBooted();
    return { machine, info, down: down.promise, stopped, endings };
  };
  const prepared = () => store.writeRecord('b', { digest: digest('b'), version: 'v2', image: IMAGE, completeTime: 2 });
  const guard = (operationId: string, rest = {}) => ({
    operationId,
    expectedBootId: '',
    fencingEpoch: 0,
    requestedBy: 'ada',
    ...rest,
  });
  const upgrade = (operationId: string, requireConfirm = false, rest = {}) =>
    ({ ...guard(operationId, rest), image: IMAGE, requireConfirm, confirmWithinMs: 60_000 }) as const;
  const ended = async (machine: ReturnType<typeof boot>['machine'], id: string): Promise<OperationRecord> => {
    let last: OperationRecord | undefined;
    for await (const record of machine.operations.watch(id, new AbortController().signal)) last = record;
    return last as OperationRecord;
  };
  const failing = (error: Error) => () =>
    ({ manifest: () => Promise.reject(error), source: () => ({}) }) as unknown as RegistryClient;

  it('upgrades: marks, stops in order, boots the trial, confirms itself, and the record tells it', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1'));
    assert.equal(await first.down, 'reboot');
    assert.deepEqual(first.stopped, ['all']);

    const second = boot();
    assert.equal(second.info.slot, 'b');
    const record = await ended(second.machine, 'up-1');
    assert.equal(record.state, 'SUCCEEDED');
    assert.deepEqual(record.result, { bootId: second.info.bootId, slot: 'b', digest: digest('b'), version: 'v2' });
    const { state, slots } = second.machine.status();
    assert.deepEqual(state, { version: 1, active: 'b', previous: 'a', trial: null });
    assert.ok(slots.a !== undefined);
    assert.ok(existsSync(files.configBySlot('b')));
    assert.deepEqual(await second.machine.confirm('up-1'), { alreadyConfirmed: true });
    // The same call, made again after the boot that it caused, with the boot id of then.
    const again = await second.machine.upgrade(upgrade('up-1', false, { expectedBootId: first.info.bootId }));
    assert.equal(again.state, 'SUCCEEDED');
    await assert.rejects(second.machine.upgrade(upgrade('up-1', true)), { code: 'ALREADY_EXISTS' });
  });

  it('waits for the caller where it was asked to', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1', true));
    await first.down;
    const second = boot();
    assert.equal(second.machine.operations.get('up-1')?.phase, 'trial');
    assert.ok(second.machine.status().trialRemainingMs > 0);
    await assert.rejects(second.machine.reboot(guard('re-1')), { reason: 'OPERATION_RUNNING' });
    assert.deepEqual(await second.machine.confirm('up-1'), { alreadyConfirmed: false });
    assert.equal((await ended(second.machine, 'up-1')).state, 'SUCCEEDED');
  });

  it('goes back when a person asks for it during the trial', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1', true));
    await first.down;
    const second = boot();
    await second.machine.rollback(guard('back-1'));
    assert.equal(await second.down, 'reboot');
    assert.equal(second.machine.operations.get('up-1')?.error?.code, 'TRIAL_FAILED');
    assert.equal(second.machine.operations.get('up-1')?.error?.condemnsImage, false);
    const third = boot();
    assert.equal(third.info.slot, 'a');
    assert.equal(third.machine.operations.get('back-1')?.state, 'SUCCEEDED');
  });

  it('tells how a trial failed that ended without machined', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1'));
    await first.down;
    const cause: FailedBootCause = 'crashed';
    const failed = {
      slot: 'b',
      digest: digest('b'),
      version: 'v2',
      operationId: 'up-1',
      cause,
      message: 'status 1',
    } as const;
    store.writeFailed({ ...failed, condemnsImage: true, timeMs: 1, attempts: 3, lastLines: ['boom'] });
    store.writeState(initialState('a'));
    const record = boot().machine.operations.get('up-1');
    assert.equal(record?.state, 'FAILED');
    assert.equal(record.error?.code, 'TRIAL_FAILED');
    assert.equal(record.error.condemnsImage, true);
    assert.deepEqual(record.error.failedBoot?.lastLines, ['boom']);
  });

  it('calls an upgrade that was cut before its mark interrupted, and lets it be asked for again', async () => {
    const never = () => ({ manifest: () => new Promise(() => {}), source: () => ({}) }) as unknown as RegistryClient;
    await boot({ registry: never }).machine.upgrade(upgrade('up-1'));
    const record = boot().machine.operations.get('up-1');
    assert.equal(record?.error?.code, 'INTERRUPTED');
    assert.equal(record.error.retryable, true);
  });

  for (const [code, expected, condemns] of [
    ['NOT_FOUND', 'IMAGE_NOT_FOUND', true],
    ['DIGEST_MISMATCH', 'DIGEST_MISMATCH', true],
    ['NO_SPACE', 'DISK_FULL', false],
  ] as const) {
    it(`${code} while pulling ends the operation as ${expected} and leaves the running system alone`, async () => {
      const { machine } = boot({ registry: failing(new OciError(code, 'no')) });
      await machine.upgrade(upgrade('up-1'));
      const record = await ended(machine, 'up-1');
      assert.equal(record.error?.code, expected);
      assert.equal(record.error.condemnsImage, condemns);
      assert.equal(existsSync(files.slot('b')), false);
      assert.deepEqual(store.records().b, undefined);
      assert.deepEqual(machine.status().state, initialState('a'));
    });
  }

  it('refuses what was asked of another boot, or by an older leader', async () => {
    const { machine } = boot();
    await assert.rejects(machine.reboot(guard('r', { expectedBootId: 'other' })), { reason: 'BOOT_ID_CHANGED' });
    const { machine: next } = boot();
    prepared();
    await next.prepare({ ...guard('p', { fencingEpoch: 7 }), image: IMAGE });
    await ended(next, 'p');
    await assert.rejects(next.reboot(guard('r', { fencingEpoch: 6 })), { reason: 'STALE_EPOCH' });
    assert.equal(boot().machine.status().fencingEpoch, 7, 'also after a boot');
  });

  it('lets a reboot take over a pull, and nothing take over a stop', async () => {
    const never = () =>
      ({
        manifest: (_ref: unknown, { signal }: { signal: AbortSignal }) =>
          new Promise((_resolve, reject) => {
            if (signal.aborted) reject(signal.reason);
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
        source: () => ({}),
      }) as unknown as RegistryClient;
    const { machine, down } = boot({ registry: never });
    await machine.upgrade(upgrade('up-1'));
    await assert.rejects(machine.upgrade(upgrade('up-2')), { reason: 'OPERATION_RUNNING' });
    await machine.reboot(guard('re-1'));
    assert.equal(machine.operations.get('up-1')?.error?.code, 'SUPERSEDED');
    assert.equal(await down, 'reboot');
    await assert.rejects(machine.shutdown(guard('sh-1')), { code: 'FAILED_PRECONDITION' });
    assert.equal(boot().machine.operations.get('re-1')?.state, 'SUCCEEDED');
  });

  it('goes down also when a service does not', async () => {
    const clock = new FakeClock();
    let killed = false;
    const stopAll = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => (killed = true));
      return new Promise<void>(() => {});
    };
    const { machine, down } = boot({ clock, stopAll });
    await machine.reboot(guard('re-1'));
    await clock.advance(150_000);
    assert.equal(killed, true);
    await clock.advance(10_000);
    assert.equal(await down, 'reboot');
    assert.equal(clock.sleeping, 0);
  });

  it('puts nothing into the slot to go back to, also when the record of the trial is lost', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1', true));
    await first.down;
    rmSync(files.operationsDir, { recursive: true });
    const second = boot();
    for (const asked of [second.machine.prepare({ ...guard('p'), image: IMAGE }), second.machine.upgrade(upgrade('u'))])
      await assert.rejects(asked, { code: 'FAILED_PRECONDITION', reason: 'TRIAL_RUNNING' });
    assert.deepEqual(Object.keys(store.records()), ['a', 'b']);
    await second.machine.rollback(guard('back'));
    assert.equal(await second.down, 'reboot');
  });

  it('confirms a trial once there is space to store it', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1'));
    await first.down;
    let writes = 0;
    const writeState: BootStore['writeState'] = (state) => {
      writes += 1;
      if (writes < 3) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      store.writeState(state);
    };
    const clock = new FakeClock();
    const { machine } = boot({ clock, store: { ...store, writeState } });
    assert.match(machine.operations.get('up-1')?.message ?? '', /cannot be stored: no space left/);
    await clock.advance(1_000);
    assert.equal(machine.operations.get('up-1')?.state, 'SUCCEEDED');
    assert.equal(machine.status().state.active, 'b');
  });

  it('ends a trial that the launcher could not count, and did not boot', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1'));
    await first.down;
    const second = boot({ uncounted: true });
    assert.equal(second.info.slot, 'a');
    assert.equal(second.machine.operations.get('up-1')?.error?.code, 'INTERRUPTED');
    assert.equal(second.machine.status().state.trial, null);
    assert.equal(boot().info.slot, 'a', 'and it is not booted later, when nobody waits for it');
  });

  it('has nowhere to go back to on a node that was never upgraded', async () => {
    await assert.rejects(boot().machine.rollback(guard('b')), { reason: 'NO_PREVIOUS_SLOT' });
  });

  it('keeps a bounded history, running operations always', async () => {
    prepared();
    const { machine } = boot();
    for (let n = 0; n < 55; n += 1) {
      await machine.prepare({ ...guard(`p-${n}`), image: IMAGE });
      await ended(machine, `p-${n}`);
    }
    assert.equal(machine.operations.list().length, 50);
    assert.equal(machine.operations.get('p-0'), undefined);
    assert.equal(boot().machine.operations.list().length, 50);
  });
});
