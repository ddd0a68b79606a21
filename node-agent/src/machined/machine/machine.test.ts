import assert from 'node:assert/strict';
import {
  type Dirent,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
import { type AtomicFs, realAtomicFs } from '../host/fs-atomic.ts';
import type { MountInfo } from '../host/mounts.ts';
import { hostPaths, type NodeFiles, nodeFiles } from '../host/paths.ts';
import { recordingSyscalls } from '../host/syscalls.ts';
import { type BootHistory, openBootHistory } from './boots.ts';
import { eventBus } from './events.ts';
import { createMachine, type MachineDeps } from './machine.ts';
import { openOperations } from './operations.ts';
import { createResets, noteWipe, type ResetMark } from './reset.ts';
import type { BootInfo, FailedBootCause, OperationRecord } from './types.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const noBoots = { forgetOthers: () => {} };
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
      pullImage?: MachineDeps['pullImage'];
      clock?: Clock;
      stopAll?: (signal: AbortSignal) => Promise<void>;
      store?: BootStore;
      blockers?: readonly string[];
      leaveEtcd?: () => Promise<void>;
      leftEtcd?: () => Promise<boolean>;
      /** Errors belong to the story. */
      expected?: boolean;
      fs?: AtomicFs;
      elapsedMs?: () => number;
      /** The launcher could store nothing. */
      uncounted?: boolean;
    } = {},
  ) => {
    boots += 1;
    const read = store.state();
    const choice = chooseSlot(read.kind === 'ok' ? read.value : undefined, store.records(), 'power-lost');
    assert.ok(choice.kind === 'boot');
    if (!options.uncounted) store.writeState(choice.next);
    const { elapsedMs } = options;
    const syscalls = {
      ...recordingSyscalls(),
      ...(elapsedMs && { monotonicNs: () => BigInt(elapsedMs()) * 1_000_000n }),
    };
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
    const operations = openOperations({
      directory: files.operationsDir,
      clock: systemClock,
      onChange: () => {},
      ...(options.fs && { fs: options.fs }),
    });
    const machine = createMachine({
      boot: info,
      files,
      store: options.store ?? store,
      operations,
      boots: { list: () => [], last: () => undefined, ending: (end) => void endings.push(end), forgetOthers: () => {} },
      events: eventBus(systemClock, info.bootId),
      supervisor: {
        unmet: options.unmet ?? (() => []),
        stopAll: options.stopAll ?? (async () => void stopped.push('all')),
      } as never,
      syscalls,
      clock: options.clock ?? systemClock,
      pullImage: options.pullImage ?? (() => Promise.reject(new Error('nothing is to be pulled'))),
      registry: options.registry ?? failing(new Error('nothing is to be pulled')),
      soleControlPlane: () => false,
      power: (how) => {
        down.resolve(how);
        return new Promise<never>(() => {});
      },
      onError: options.expected ? () => {} : down.reject,
      reset: {
        ...createResets({
          paths: hostPaths(directory),
          files,
          slot: info.slot,
          mounts: () => [],
          syscalls: syscalls as never,
          boots: noBoots,
        }),
        plan: async () => ({ items: [], afterwards: '', blockers: options.blockers ?? [] }),
        etcd: {
          leave: options.leaveEtcd ?? (async () => {}),
          left: options.leftEtcd ?? (() => Promise.reject(new Error('none answers'))),
        },
      },
      wipeDisk: undefined,
      ...(options.fs && { fs: options.fs }),
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
  const graceful = (operationId: string, rest = {}) => ({ ...guard(operationId, rest), mode: 'graceful' as const });
  const upgrade = (operationId: string, requireConfirm = false, rest = {}) =>
    ({ ...guard(operationId, rest), image: IMAGE, requireConfirm, confirmWithinMs: 60_000, stage: false }) as const;
  const ended = async (machine: ReturnType<typeof boot>['machine'], id: string): Promise<OperationRecord> => {
    let last: OperationRecord | undefined;
    for await (const record of machine.operations.watch(id, new AbortController().signal)) last = record;
    return last as OperationRecord;
  };
  const phaseOf = async (machine: ReturnType<typeof boot>['machine'], id: string, phase: string): Promise<void> => {
    for await (const record of machine.operations.watch(id, new AbortController().signal))
      if (record.phase === phase) return;
  };
  const failing = (error: Error) => () =>
    ({ manifest: () => Promise.reject(error), source: () => ({}) }) as unknown as RegistryClient;

  it('pulls an image for pods, layer by layer; an upgrade takes over', async () => {
    const asked: string[] = [];
    const pulls: PromiseWithResolvers<{ digest: string }>[] = [];
    const { machine } = boot({
      pullImage: (image, { signal, onProgress }) => {
        asked.push(image);
        const pull = Promise.withResolvers<{ digest: string }>();
        pulls.push(pull);
        signal.addEventListener('abort', () => pull.reject(signal.reason));
        onProgress([
          { name: 'a', done: 10, total: 10, state: 'done' },
          { name: 'b', done: 5, total: 20, state: 'loading' },
        ]);
        return pull.promise;
      },
    });
    const request = (id: string) => ({ ...guard(id), image: 'osctl.dev/nginx:1' });
    await machine.pullImage(request('pull-1'));
    const { done, total, unit, parts, message, phase } = machine.operations.get('pull-1') as OperationRecord;
    assert.deepEqual([phase, done, total, unit, message], ['pull', 15, 30, 'bytes', '1 of 2 layers loaded']);
    assert.equal(parts?.length, 2);
    await assert.rejects(machine.pullImage(request('pull-2')), /Operation pull-1 \(pull-image, pull\) is running/);
    pulls[0]?.resolve({ digest: digest('b') });
    const end = await ended(machine, 'pull-1');
    assert.deepEqual([end.state, end.result?.digest], ['SUCCEEDED', digest('b')]);
    assert.equal((await machine.pullImage(request('pull-1'))).state, 'SUCCEEDED', 'the same again attaches');
    assert.equal(asked.length, 1);

    await machine.pullImage(request('pull-2'));
    await machine.prepare({ ...guard('prepare-1'), image: IMAGE });
    assert.equal((await ended(machine, 'pull-2')).error?.code, 'SUPERSEDED');
    await ended(machine, 'prepare-1');
    await machine.pullImage(request('pull-3'));

    // Cut off: the next boot ends it, and it may be asked for again.
    const { error } = await ended(boot().machine, 'pull-3');
    assert.deepEqual([error?.code, error?.retryable], ['INTERRUPTED', true]);
  });

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
    await assert.rejects(second.machine.reboot(graceful('re-1')), { reason: 'OPERATION_RUNNING' });
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
    ['UNAUTHORIZED', 'REGISTRY_UNAUTHORIZED', false],
  ] as const) {
    it(`${code} while pulling ends the operation as ${expected} and leaves the running system alone`, async () => {
      const { machine } = boot({ registry: failing(new OciError(code, 'no')) });
      await machine.upgrade(upgrade('up-1'));
      const record = await ended(machine, 'up-1');
      assert.equal(record.error?.code, expected);
      assert.deepEqual([record.error.condemnsImage, record.error.retryable], [condemns, !condemns]);
      assert.equal(existsSync(files.slot('b')), false);
      assert.deepEqual(store.records().b, undefined);
      assert.deepEqual(machine.status().state, initialState('a'));
    });
  }

  it('refuses what was asked of another boot, or by an older leader', async () => {
    const { machine } = boot();
    await assert.rejects(machine.reboot(graceful('r', { expectedBootId: 'other' })), { reason: 'BOOT_ID_CHANGED' });
    const { machine: next } = boot();
    prepared();
    await next.prepare({ ...guard('p', { fencingEpoch: 7 }), image: IMAGE });
    await ended(next, 'p');
    await assert.rejects(next.reboot(graceful('r', { fencingEpoch: 6 })), { reason: 'STALE_EPOCH' });
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
    await machine.reboot(graceful('re-1'));
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
    await machine.reboot(graceful('re-1'));
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

  it('pulls nothing for a tag whose image is booted already', async () => {
    const registry = () =>
      ({ resolve: async () => ({ digest: digest('a') }), manifest: () => assert.fail('pulled') }) as never;
    const { machine } = boot({ registry });
    await machine.upgrade({ ...upgrade('up-1'), image: 'osctl.dev/talos:v1' });
    const record = await ended(machine, 'up-1');
    assert.deepEqual([record.state, record.image], ['SUCCEEDED', `osctl.dev/talos@${digest('a')}`]);
  });

  it('stages: the next boot is the trial, whoever asks for it, and nothing has to wait', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade({ ...upgrade('up-1'), stage: true });
    await phaseOf(first.machine, 'up-1', 'staged');
    assert.equal(first.machine.operations.running(), undefined);
    await assert.rejects(first.machine.prepare({ ...guard('p'), image: IMAGE }), { reason: 'OPERATION_RUNNING' });
    await first.machine.reboot(graceful('re-1'));
    assert.equal(await first.down, 'reboot');
    const second = boot();
    assert.equal(second.info.slot, 'b');
    assert.equal((await ended(second.machine, 'up-1')).state, 'SUCCEEDED');
    assert.equal(second.machine.operations.get('re-1')?.state, 'SUCCEEDED');
  });

  it('drops a staged upgrade when it is asked to go back, without a boot', async () => {
    prepared();
    const { machine } = boot();
    await machine.upgrade({ ...upgrade('up-1'), stage: true });
    await phaseOf(machine, 'up-1', 'staged');
    const dropped = await machine.rollback(guard('back'));
    assert.deepEqual([dropped.state, dropped.result?.slot], ['SUCCEEDED', 'a']);
    assert.equal(machine.operations.get('up-1')?.error?.code, 'SUPERSEDED');
    assert.equal(machine.status().state.trial, null);
    assert.equal(boot().info.slot, 'a');
  });

  it('is rebooted by force without stopping anything, also when it hangs on its way down', async () => {
    const forced = boot({ stopAll: () => assert.fail('stopped') });
    await forced.machine.reboot({ ...guard('f-1'), mode: 'force' });
    assert.equal(await forced.down, 'reboot');
    assert.equal(boot().machine.operations.get('f-1')?.state, 'SUCCEEDED');

    const hanging = boot({ stopAll: () => new Promise(() => {}), clock: new FakeClock() });
    await hanging.machine.shutdown(guard('sh-1'));
    await hanging.machine.reboot({ ...guard('f-2'), mode: 'force' });
    assert.equal(await hanging.down, 'reboot');
    assert.equal(hanging.machine.operations.get('sh-1')?.error?.code, 'SUPERSEDED');
  });

  it('says nothing of an image on trial while the node is being stopped', async () => {
    prepared();
    const first = boot();
    await first.machine.upgrade(upgrade('up-1', true));
    await first.down;
    const clock = new FakeClock();
    let unmet: readonly string[] = [];
    const stopAll = async () => {
      unmet = ['kubelet: stopped'];
      await clock.sleep(30_000, new AbortController().signal);
    };
    const second = boot({ clock, stopAll, unmet: () => unmet, elapsedMs: () => clock.monotonic() });
    await clock.advance(50_000);
    void second.machine.terminate();
    await clock.advance(30_000);
    assert.equal(await second.down, 'power-off');
    assert.equal(second.machine.status().lastFailedBoot, undefined);
    const { stopping } = JSON.parse(readFileSync(files.trialHealth, 'utf8'));
    assert.equal(stopping, true, 'the guard is told');
    const third = boot({ clock: new FakeClock() });
    assert.equal(third.info.trial?.operationId, 'up-1', 'and the trial goes on with the next start');
  });

  describe('on a disk that is full', () => {
    const full = (chunks: number) => {
      let left = chunks;
      let room = 0;
      const fs: AtomicFs = {
        ...realAtomicFs,
        write(fd, data) {
          if (room < data.length) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          room -= data.length;
          realAtomicFs.write(fd, data);
        },
        makeRoom() {
          if (left === 0) return false;
          left -= 1;
          room += 64 * 1024;
          return true;
        },
      };
      return fs;
    };
    it('goes back to the former system with the room that was kept for it', async () => {
      prepared();
      store.writeState({ ...initialState('a'), previous: 'b' });
      const fs = full(1);
      const { machine, down } = boot({ fs, store: bootStore(files, fs) });
      await machine.rollback(guard('back'));
      assert.equal(await down, 'reboot');
      const next = boot();
      assert.equal(next.info.slot, 'b');
      assert.equal((await ended(next.machine, 'back')).state, 'SUCCEEDED');
    });
    it('reboots and powers off also when there is no room at all, and says so for what needs some', async () => {
      const { machine, down } = boot({ fs: full(0), expected: true });
      await assert.rejects(machine.prepare({ ...guard('p'), image: IMAGE }), { reason: 'DISK_FULL' });
      await machine.reboot(graceful('re-1', { fencingEpoch: 5 }));
      assert.equal(await down, 'reboot');
      assert.equal(machine.status().fencingEpoch, 5);
    });
  });

  describe('a reset', () => {
    const everything = { keepSystem: false, powerOff: false, force: false } as const;
    const fill = () => {
      for (const path of [
        files.etcdDir,
        files.pkiDir,
        join(directory, 'var/lib/kubelet'),
        files.slot('a'),
        files.slot('b'),
      ]) {
        mkdirSync(path, { recursive: true });
        writeFileSync(join(path, 'file'), 'x');
      }
      writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
    };
    const left = () =>
      (readdirSync(join(directory, 'var'), { recursive: true, withFileTypes: true }) as Dirent[])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
        .sort();

    it('leaves etcd, stops, wipes all but the documents of the first start, and the record tells it', async () => {
      fill();
      const told: string[] = [];
      const first = boot({
        leaveEtcd: async () => void told.push('left'),
        stopAll: async () => void told.push('stopped'),
      });
      await first.machine.reset({ ...guard('reset-1'), ...everything });
      assert.equal(await first.down, 'reboot');
      assert.deepEqual(told, ['left', 'stopped']);
      assert.deepEqual(left(), [
        'var/lib/talos/config/initial.yaml',
        'var/lib/talos/operations/reset-1.json',
        // The tree that the process runs in; the launcher's first start takes it away.
        'var/lib/talos/slots/a/file',
      ]);
      store.writeRecord('a', { digest: digest('a'), version: 'v1', image: 'osctl.dev/talos', completeTime: 1 });
      const record = boot().machine.operations.get('reset-1');
      assert.deepEqual([record?.state, record?.result?.version], ['SUCCEEDED', 'v1']);
    });

    it('leaves of the boots the one that it ends, for the next one to say why it booted', async () => {
      fill();
      const open = (bootId: string) =>
        openBootHistory({
          path: files.bootHistory,
          boot: { bootId, slot: 'a', trial: null, startedMonotonicNs: '0' },
          version: 'v1',
          digest: '',
          failed: undefined,
          now: () => 1_000,
          lastWrite: () => 0,
          onError: (error) => assert.fail(String(error)),
        });
      open('b1');
      const boots = open('b2');
      const about = { operationId: 'r', operationType: 'reset', requestedBy: 'ada' };
      boots.ending({ ...about, reason: 'REQUESTED', message: 'Operation r of ada: reset' });
      const wipe = (powerOff: boolean) =>
        createResets({
          paths: hostPaths(directory),
          files,
          slot: 'a',
          mounts: () => [],
          syscalls: {} as never,
          boots,
        }).wipe({ version: 1, operationId: 'r', keepSystem: false, powerOff, force: false, step: 'wipe' });
      await wipe(false);
      const next = open('b3');
      assert.deepEqual(
        next.list().map(({ bootId }) => bootId),
        ['b3', 'b2'],
      );
      assert.equal(next.last()?.message, 'Operation r of ada: reset');
      await wipe(true);
      assert.ok(!left().includes('var/lib/talos/boot/history.json'));
    });

    it('keeps the system where it is asked to', async () => {
      fill();
      const first = boot();
      await first.machine.reset({ ...guard('reset-1'), ...everything, keepSystem: true, powerOff: true });
      assert.equal(await first.down, 'power-off');
      const kept = left();
      for (const path of ['slots/b/file', 'pki/file', 'config/current.yaml', 'boot/state.json'])
        assert.ok(kept.includes(`var/lib/talos/${path}`), path);
      for (const path of ['var/lib/talos/etcd/file', 'var/lib/kubelet/file', 'var/lib/talos/boot/reset.json'])
        assert.ok(!kept.includes(path), path);
    });

    it('is refused where it would hurt, and changes nothing when etcd does not let go', async () => {
      fill();
      const before = left();
      const { machine } = boot({
        blockers: ['it is the only member of etcd'],
        leaveEtcd: () => Promise.reject(new Error('no quorum')),
      });
      await assert.rejects(machine.reset({ ...guard('r-1'), ...everything }), { reason: 'RESET_BLOCKED' });
      const asked = boot({
        expected: true,
        leaveEtcd: () => Promise.reject(new Error('no quorum')),
      });
      await asked.machine.reset({ ...guard('r-2'), ...everything });
      assert.match((await ended(asked.machine, 'r-2')).error?.message ?? '', /Nothing was wiped.*no quorum/);
      rmSync(join(files.operationsDir, 'r-2.json'));
      assert.deepEqual(left(), before);
      await asked.machine.reset({ ...guard('r-3'), ...everything, force: true });
      assert.equal(await asked.down, 'reboot');
    });

    it('takes an answer that came too late for none: what the others say of the member counts', async () => {
      fill();
      const clock = new FakeClock();
      const { machine, down } = boot({
        clock,
        leaveEtcd: () => new Promise(() => {}),
        leftEtcd: async () => true,
      });
      await machine.reset({ ...guard('r'), ...everything });
      await clock.advance(30_000);
      assert.equal(await down, 'reboot');
      assert.ok(!existsSync(files.etcdDir));
    });

    it('is cut while it leaves etcd when the node is turned off: the next boot finds the mark, and whether it was forced', async () => {
      for (const force of [false, true]) {
        const operationId = `r-${force}`;
        const { machine, down } = boot({ leaveEtcd: () => new Promise(() => {}) });
        await machine.reset({ ...guard(operationId), ...everything, keepSystem: true, force });
        await phaseOf(machine, operationId, 'leave-etcd');
        void machine.terminate();
        assert.equal(await down, 'power-off');
        assert.equal(machine.operations.get(operationId)?.state, 'RUNNING');
        const mark = JSON.parse(readFileSync(files.resetMark, 'utf8'));
        assert.deepEqual([mark.step, mark.operationId, mark.force], ['leave-etcd', operationId, force]);
      }
    });

    it('is gone on with after a cut, and ends in the same', async () => {
      fill();
      const mark: ResetMark = {
        version: 1,
        operationId: 'r',
        keepSystem: false,
        powerOff: true,
        force: false,
        step: 'wipe',
      };
      const resets = createResets({
        paths: hostPaths(directory),
        files,
        slot: 'a',
        mounts: () => [],
        syscalls: {} as never,
        boots: noBoots,
      });
      resets.mark(mark);
      for (const path of [files.configCurrent, files.bootState, files.slotRecord('a')]) rmSync(path, { force: true });
      assert.deepEqual(resets.pending(), mark);
      await resets.wipe(mark);
      await resets.wipe(mark);
      assert.deepEqual(left(), ['var/lib/talos/boot/reset.json', 'var/lib/talos/slots/a/file']);
      resets.unmark();
      assert.equal(resets.pending(), undefined);
    });

    it('begins, and is gone on with, on a disk that is full but for what was reserved', () => {
      let reserved = 2;
      let full = true;
      const fs: AtomicFs = {
        ...realAtomicFs,
        write(fd, data) {
          if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          realAtomicFs.write(fd, data);
          full = true;
        },
        makeRoom() {
          full = false;
          return reserved-- > 0;
        },
      };
      const mark: ResetMark = {
        version: 1,
        operationId: 'r',
        keepSystem: true,
        powerOff: false,
        force: false,
        step: 'wipe',
      };
      const resets = createResets({
        paths: hostPaths(directory),
        files,
        slot: 'a',
        mounts: () => [],
        syscalls: {} as never,
        boots: noBoots,
        fs,
      });
      resets.mark(mark);
      assert.deepEqual(resets.pending(), mark);
      const record = join(files.operationsDir, 'r.json');
      mkdirSync(files.operationsDir, { recursive: true });
      writeFileSync(record, JSON.stringify({ id: 'r', state: 'RUNNING', phase: 'leave-etcd' }));
      noteWipe(files, mark, fs);
      assert.equal(JSON.parse(readFileSync(record, 'utf8')).phase, 'wipe');
      assert.equal(reserved, 0);
    });

    it('wipes nothing through a mount that stays', async () => {
      fill();
      const mounted = { mountPoint: join(directory, 'var/lib/kubelet/pods/x') } as MountInfo;
      const asked: string[] = [];
      const syscalls = { umount2: (path: string) => void asked.push(path) };
      const resets = createResets({
        paths: hostPaths(directory),
        files,
        slot: 'a',
        mounts: () => [mounted],
        syscalls,
        boots: noBoots,
      });
      const before = left();
      const mark: ResetMark = {
        version: 1,
        operationId: 'r',
        keepSystem: true,
        powerOff: false,
        force: false,
        step: 'wipe',
      };
      await assert.rejects(resets.wipe(mark), /would not be unmounted/);
      assert.deepEqual([asked, left()], [[mounted.mountPoint], before]);
    });
  });

  it('has no disk to wipe in a container', async () => {
    const asked = boot().machine.wipeDisk({ ...guard('w'), disk: '/dev/sdb', zeroes: false });
    await assert.rejects(asked, { code: 'FAILED_PRECONDITION', reason: 'NO_DISKS' });
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
