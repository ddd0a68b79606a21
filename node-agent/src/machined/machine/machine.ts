import type { Clock } from '@talos/lib/control/clock.ts';
import { formatReference, parseReference, pinned } from '@talos/lib/oci/reference.ts';
import type { RegistryClient } from '@talos/lib/oci/registry.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { endTrial, initialState, markTrial, otherSlot } from '../../boot/state.ts';
import type { BootStore } from '../../boot/store.ts';
import { type AtomicFs, realAtomicFs } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { BootHistory } from './boots.ts';
import { openFencing } from './fencing.ts';
import type { EtcdMembership } from './leave-etcd.ts';
import type { OperationLog, OperationPatch, OperationStart } from './operations.ts';
import { createPerformer } from './perform.ts';
import { pullIntoSlot, type ResolvedImage, resolveImage } from './pull.ts';
import { refused } from './refused.ts';
import type { Resets } from './reset.ts';
import { resetNode } from './reset-node.ts';
import { resultOf, settle, trialError } from './settle.ts';
import { type Asked, barring, relation, STAGED } from './take-over.ts';
import { beginTrial, type Trial } from './trial.ts';
import type {
  BootInfo,
  BootState,
  EventBus,
  Machine,
  MachineStatus,
  MutationGuard,
  OperationPart,
  OperationRecord,
  ResetPlan,
  ResetScope,
  SlotName,
  Stage,
  Supervisor,
} from './types.ts';
import { goDown, type Stop } from './way-down.ts';

export interface MachineDeps {
  readonly boot: BootInfo;
  readonly files: NodeFiles;
  readonly store: BootStore;
  readonly operations: OperationLog;
  readonly boots: BootHistory;
  readonly events: EventBus;
  readonly supervisor: Supervisor;
  readonly syscalls: Pick<Syscalls, 'dup2' | 'monotonicNs' | 'syncfsAsync'>;
  readonly clock: Clock;
  /** Made anew for each pull: mirrors and credentials are the config's of that moment. */
  readonly registry: () => RegistryClient;
  /** Pulls an image into the runtime's store; the digest of its manifest. Errors: see cri/pull.ts. */
  readonly pullImage: (
    image: string,
    options: { readonly signal: AbortSignal; readonly onProgress: (parts: readonly OperationPart[]) => void },
  ) => Promise<{ readonly digest: string }>;
  readonly soleControlPlane: () => boolean;
  /** Called once a trial boot is confirmed on disk. */
  readonly onTrialConfirmed?: () => void;
  /** Ends this process; never returns. The services are stopped by then. */
  readonly power: (how: 'reboot' | 'power-off') => Promise<never>;
  readonly onError: (error: unknown, doing: string) => void;
  readonly reset: Resets & {
    plan(scope: ResetScope, signal: AbortSignal): Promise<ResetPlan>;
    readonly etcd: EtcdMembership;
  };
  /** undefined: the node has no disks of its own. Errors: RpcError when the disk is none, or in use. */
  readonly wipeDisk: ((disk: string, zeroes: boolean, on: WipeProgress) => Promise<void>) | undefined;
  /** Through which records are written. */
  readonly fs?: AtomicFs;
}
export interface WipeProgress {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

export interface RunningMachine extends Machine {
  /** Settles what earlier boots left, and begins the trial if this boot is one. After the services were told to start. */
  start(): void;
  setBooted(): void;
  addBootPhase(phase: { readonly name: string; readonly durationMs: number }): void;
  /** SIGTERM: the container's engine wants the node down. Takes over everything. */
  terminate(): Promise<never>;
}

const TRIAL_OF_ROLLBACK_MS = 600_000;

export function createMachine(deps: MachineDeps): RunningMachine {
  const { boot, files, store, operations, events, supervisor, clock, fs = realAtomicFs } = deps;
  const bootPhases: { readonly name: string; readonly durationMs: number }[] = [];
  let stage: Stage = 'BOOTING';
  let trial: Trial | undefined;
  let stopping = false;
  const fencing = openFencing({ path: files.fencing, fs, onError: deps.onError });

  const setStage = (next: Stage) => {
    if (stage === next) return;
    stage = next;
    events.emit({ type: 'stage', subject: 'machine', action: next, message: '', fields: {} });
  };
  const state = (): BootState => {
    const read = store.state();
    // The launcher has stored it before this boot began; without it the booted slot is what we know.
    return read.kind === 'ok' ? read.value : initialState(boot.slot);
  };
  const view = () => ({ boot, state: state(), slots: store.records(), failed: store.failed() });

  const performer = createPerformer({
    operations,
    onStage: setStage,
    onIdle: () => {
      if (!stopping) setStage('RUNNING');
    },
    onError: deps.onError,
  });
  const stop: Stop = (how, operationId, options) => {
    stopping = true;
    return goDown(deps, how, operationId, {
      ...options,
      onBegun: () => {
        // From here services end because they are told to: that says nothing about the image on trial.
        trial?.hold();
        setStage(how === 'reboot' ? 'REBOOTING' : 'SHUTTING_DOWN');
      },
    });
  };

  /** Everything that may refuse a mutation, in the order in which a caller wants to hear it. */
  const accept = (
    guard: MutationGuard,
    start: Omit<OperationStart, 'id' | 'fromBootId' | 'requestedBy'>,
    asked: Asked = start.type,
  ): { record: OperationRecord; fresh: boolean } => {
    const attached = operations.attach({ ...start, id: guard.operationId });
    if (attached !== undefined) return { record: attached, fresh: false };
    if (stopping && asked !== 'reboot: force')
      throw refused('SHUTTING_DOWN', `The node is on its way down (${stage}): ask again after its boot`);
    if (guard.expectedBootId !== '' && guard.expectedBootId !== boot.bootId) {
      throw refused(
        'BOOT_ID_CHANGED',
        `The node has booted since: its boot id is ${boot.bootId}, not ${guard.expectedBootId}. Look at it again`,
      );
    }
    fencing.check(guard.fencingEpoch);
    const underWay = operations.list().filter((record) => record.state === 'RUNNING');
    const first = barring(underWay, asked);
    if (first !== undefined) {
      throw refused(
        'OPERATION_RUNNING',
        `Operation ${first.id} (${first.type}, ${first.phase}) is running: wait for its end (osctl operation watch ${first.id})`,
      );
    }
    // Asked last, so that a running operation is named. Without its record a trial would look like nothing at all.
    const pulls = start.type === 'prepare' || start.type === 'upgrade';
    if (pulls && (trial !== undefined || state().active !== boot.slot)) {
      throw refused(
        'TRIAL_RUNNING',
        `Slot ${boot.slot} is on trial, and slot ${otherSlot(boot.slot)} is the way back: nothing is put there before the trial is over`,
      );
    }
    fencing.fence(guard.fencingEpoch);
    for (const record of underWay) if (relation(record, asked) === 'takes over') supersede(record, guard.operationId);
    const { operationId: id, requestedBy } = guard;
    const record = operations.begin({ ...start, id, requestedBy, fromBootId: boot.bootId });
    return { record, fresh: true };
  };

  const supersede = (running: OperationRecord, by: string) => {
    const message = `Operation ${by} took over during the phase "${running.phase}"`;
    if (trial?.operationId === running.id) {
      const failed = trial.revert('unconfirmed', message);
      operations.end(running.id, { error: trialError(failed) });
      return;
    }
    if (running.phase === STAGED) store.writeState(endTrial(state(), running.id));
    operations.end(running.id, { error: { code: 'SUPERSEDED', message, retryable: true, condemnsImage: false } });
    if (performer.current() === running.id) performer.abort(new Error(message));
  };

  const lookUp = async (id: string, image: string, signal: AbortSignal): Promise<ResolvedImage> => {
    operations.enterPhase(id, 'pull', `Looking up ${image}`);
    const resolved = await resolveImage(deps.registry(), image, clock, signal);
    operations.progress(id, { image: resolved.reference });
    return resolved;
  };

  const pull = (id: string, image: ResolvedImage, signal: AbortSignal) => {
    const slot = otherSlot(boot.slot);
    return pullIntoSlot({
      client: deps.registry(),
      image,
      slot,
      files,
      store: {
        ...store,
        removeRecord: (name) => {
          // What is about to be overwritten cannot be gone back to.
          const now = state();
          if (now.previous === name) store.writeState({ ...now, previous: null });
          store.removeRecord(name);
        },
      },
      syscalls: deps.syscalls,
      clock,
      signal,
      onPhase: (phase, message) => operations.enterPhase(id, phase, message),
      onProgress: (done, total) =>
        operations.progress(id, { done, total, unit: 'bytes', message: `Unpacking into slot ${slot}` }),
    });
  };

  const mark = (
    id: string,
    slot: SlotName,
    request: { confirmWithinMs: number; requireConfirm: boolean; attempts?: number },
  ) => {
    const record = store.records()[slot];
    if (record === undefined) throw new Error(`Slot ${slot} is not whole`);
    operations.enterPhase(id, 'mark-trial', `The next boot is a trial of slot ${slot} (${record.version})`);
    store.writeState(
      markTrial(state(), { ...request, slot, operationId: id, digest: record.digest, fromBootId: boot.bootId }),
    );
  };

  /** One that the launcher could not count (a full disk): its operation has ended just now, so nobody waits for a boot of it. */
  const endForgottenTrial = (operationId: string) => {
    try {
      store.writeState(endTrial(state(), operationId));
    } catch (error) {
      deps.onError(error, 'ending a trial that was not booted');
    }
  };

  const runTrial = (begun: Trial) => {
    void begun
      .run(new AbortController().signal)
      .then(async (outcome) => {
        if (outcome.kind === 'confirmed') {
          trial = undefined;
          deps.onTrialConfirmed?.();
          operations.enterPhase(begun.operationId, 'confirm', 'Confirmed');
          operations.end(begun.operationId, { result: resultOf(view()) }, 'Confirmed');
          if (!stopping) setStage('RUNNING');
          return;
        }
        const { failed } = outcome;
        operations.end(begun.operationId, { error: trialError(failed) });
        events.emit({
          type: 'boot',
          subject: failed.slot,
          action: failed.cause,
          message: failed.message,
          fields: { digest: failed.digest },
        });
        deps.boots.ending({
          reason: 'TRIAL_FAILED',
          message: `The trial of ${failed.version} was turned back, ${failed.cause}: ${failed.message}`,
          operationId: failed.operationId,
          operationType: operations.get(failed.operationId)?.type ?? 'upgrade',
          requestedBy: operations.get(failed.operationId)?.requestedBy ?? '',
        });
        if (!stopping) await stop('reboot', operations.running()?.id);
      })
      .catch((error: unknown) => deps.onError(error, 'trial boot'));
  };

  /** Asked to go back while an upgrade is staged, there is nothing to boot: it is dropped. */
  const dropStaged = async (request: MutationGuard): Promise<OperationRecord | undefined> => {
    const waits = operations.list().some(({ state, phase }) => state === 'RUNNING' && phase === STAGED);
    if (!waits || operations.get(request.operationId) !== undefined) return undefined;
    const { record } = accept(request, { type: 'rollback', request: {}, image: '' });
    operations.end(record.id, { result: resultOf(view()) }, 'The staged upgrade is dropped; the node was not rebooted');
    return operations.get(record.id) ?? record;
  };

  return {
    operations,
    async prepare(request) {
      const { record, fresh } = accept(request, {
        type: 'prepare',
        request: { image: request.image },
        image: request.image,
      });
      if (!fresh) return record;
      const before = stage;
      performer.perform(record.id, before === 'BOOTING' ? 'RUNNING' : before, async (signal) => {
        const image = await lookUp(record.id, request.image, signal);
        if (store.records()[boot.slot]?.digest === image.digest) return { result: resultOf(view()) };
        const pulled = await pull(record.id, image, signal);
        return {
          result: { bootId: boot.bootId, slot: otherSlot(boot.slot), digest: pulled.digest, version: pulled.version },
        };
      });
      return record;
    },
    async upgrade(request) {
      const { image, requireConfirm, confirmWithinMs, stage: later } = request;
      const { record, fresh } = accept(request, {
        type: 'upgrade',
        // As it was before there was a stage: an operation that was begun then must be known again.
        request: { image, requireConfirm, confirmWithinMs, ...(later && { stage: true }) },
        image,
      });
      if (!fresh) return record;
      performer.perform(record.id, 'UPGRADING', async (signal) => {
        const resolved = await lookUp(record.id, image, signal);
        if (store.records()[boot.slot]?.digest === resolved.digest) return { result: resultOf(view()) };
        const { version } = await pull(record.id, resolved, signal);
        signal.throwIfAborted();
        mark(record.id, otherSlot(boot.slot), { confirmWithinMs, requireConfirm });
        if (later) {
          operations.enterPhase(record.id, STAGED, `${version} is booted on trial with the next boot`);
          return undefined;
        }
        return await stop('reboot', record.id);
      });
      return record;
    },
    async rollback(request) {
      const dropped = await dropStaged(request);
      if (dropped !== undefined) return dropped;
      const before = state();
      const ending = trial;
      const target = ending === undefined ? before.previous : before.active;
      const held = target === null ? undefined : store.records()[target];
      const known = operations.get(request.operationId);
      if (known === undefined && (target === null || held === undefined)) {
        throw refused(
          'NO_PREVIOUS_SLOT',
          'There is no previous system to go back to: the other slot is empty or was overwritten',
        );
      }
      const image = held === undefined ? '' : formatReference(pinned(parseReference(held.image), held.digest));
      const { record, fresh } = accept(request, { type: 'rollback', request: {}, image });
      if (!fresh || target === null) return record;
      // Ended by taking over its operation, unless the record of that was lost.
      if (state().trial?.operationId === ending?.operationId)
        ending?.revert('unconfirmed', `Operation ${record.id} asked to go back`);
      performer.perform(record.id, 'UPGRADING', async () => {
        // A trial was ended by taking over; what follows is an ordinary boot. Otherwise the way back is a trial, too.
        if (ending === undefined)
          mark(record.id, target, { confirmWithinMs: TRIAL_OF_ROLLBACK_MS, requireConfirm: false });
        else operations.enterPhase(record.id, 'mark-trial', 'The trial is ended');
        return await stop('reboot', record.id);
      });
      return record;
    },
    async reboot(request) {
      const force = request.mode === 'force';
      const start = { type: 'reboot', request: force ? { mode: 'force' } : {}, image: '' } as const;
      const { record, fresh } = accept(request, start, force ? 'reboot: force' : 'reboot');
      if (!fresh) return record;
      if (force) void stop('reboot', record.id, { force }).catch((error) => deps.onError(error, 'forced reboot'));
      else performer.perform(record.id, 'REBOOTING', () => stop('reboot', record.id));
      return record;
    },
    async shutdown(request) {
      const { record, fresh } = accept(request, { type: 'shutdown', request: {}, image: '' });
      if (!fresh) return record;
      performer.perform(record.id, 'SHUTTING_DOWN', () => stop('power-off', record.id));
      return record;
    },
    async pullImage(request) {
      const { image } = request;
      const { record, fresh } = accept(request, { type: 'pull-image', request: { image }, image });
      if (!fresh) return record;
      const { id } = record;
      performer.perform(id, stage === 'BOOTING' ? 'RUNNING' : stage, async (signal) => {
        operations.enterPhase(id, 'pull', `Pulling ${image}`);
        const { digest } = await deps.pullImage(image, {
          signal,
          onProgress: (parts) => operations.progress(id, pullProgress(parts)),
        });
        return { result: { bootId: boot.bootId, slot: '', digest, version: '' } };
      });
      return record;
    },
    planReset: (scope, signal) => deps.reset.plan(scope, signal),
    async reset(request) {
      const { keepSystem, powerOff, force } = request;
      const scope = { keepSystem, powerOff };
      if (operations.get(request.operationId) === undefined && !force) {
        const { blockers } = await deps.reset.plan(scope, new AbortController().signal);
        if (blockers.length > 0)
          throw refused('RESET_BLOCKED', `The node is not reset: ${blockers.join('; ')}. Force it only if that may be`);
      }
      const { record, fresh } = accept(request, { type: 'reset', request: { ...scope, force }, image: '' });
      if (!fresh) return record;
      const during = powerOff ? 'SHUTTING_DOWN' : 'REBOOTING';
      performer.perform(record.id, during, (signal) =>
        resetNode({ ...deps, stop }, record.id, { ...scope, force }, signal),
      );
      return record;
    },
    async wipeDisk(request) {
      const { disk, zeroes } = request;
      const wipe = deps.wipeDisk;
      if (wipe === undefined) {
        throw refused(
          'NO_DISKS',
          `A node in a container has no disks of its own, ${disk} is its host's: wipe it there`,
        );
      }
      const { record, fresh } = accept(request, { type: 'wipe-disk', request: { disk, zeroes }, image: '' });
      if (!fresh) return record;
      performer.perform(record.id, 'RUNNING', async (signal) => {
        operations.enterPhase(record.id, 'wipe', `Wiping ${disk}`);
        const progress = (done: number, total: number) =>
          operations.progress(record.id, { done, total, unit: 'bytes' });
        await wipe(disk, zeroes, { signal, progress });
        return { result: resultOf(view()) };
      });
      return record;
    },
    fence: fencing.fence,
    async confirm(operationId) {
      if (trial?.operationId === operationId) {
        trial.confirm();
        return { alreadyConfirmed: false };
      }
      const record = operations.get(operationId);
      if (record === undefined)
        throw new RpcError('NOT_FOUND', `There is no operation ${operationId} on this node`, {
          reason: 'OPERATION_NOT_FOUND',
        });
      if (record.state === 'SUCCEEDED') return { alreadyConfirmed: true };
      throw refused(
        'NO_TRIAL',
        `Operation ${operationId} has no trial boot to confirm: it is ${record.state} (${record.phase})`,
      );
    },
    status(): MachineStatus {
      return {
        stage,
        boot,
        state: state(),
        slots: store.records(),
        lastFailedBoot: store.failed(),
        agentHealthy: supervisor.unmet().length === 0,
        trialRemainingMs: trial?.remainingMs() ?? 0,
        fencingEpoch: fencing.epoch(),
        bootPhases: [...bootPhases],
      };
    },
    start() {
      const now = view();
      for (const record of operations.list()) {
        if (record.state !== 'RUNNING') continue;
        const settlement = settle(record, now);
        if (settlement.kind === 'end') operations.end(record.id, settlement.end, settlement.message);
        else operations.enterPhase(record.id, 'trial', 'Trial boot');
      }
      if (boot.trial === null && now.state.trial !== null) endForgottenTrial(now.state.trial.operationId);
      if (boot.trial === null || now.state.trial?.operationId !== boot.trial.operationId) return;
      trial = beginTrial({
        ...deps,
        trial: boot.trial,
        version: now.slots[boot.slot]?.version ?? '',
        unmet: () => supervisor.unmet(),
        onWaiting: (message) => {
          const record = operations.get(boot.trial?.operationId ?? '');
          if (record !== undefined && record.message !== message) operations.progress(record.id, { message });
        },
      });
      runTrial(trial);
    },
    setBooted: () => {
      if (stage === 'BOOTING') setStage('RUNNING');
    },
    addBootPhase: (phase) => void bootPhases.push(phase),
    async terminate() {
      if (stopping) return new Promise<never>(() => {});
      performer.abort(new Error('The node is being stopped'));
      return stop('power-off', undefined);
    },
  };
}

/** What is loaded is unpacked at the same time, of which the runtime tells nothing. */
function pullProgress(parts: readonly OperationPart[]): OperationPatch {
  if (parts.length === 0) return {};
  const sum = (of: (part: OperationPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  const loaded = parts.filter(({ state }) => state === 'done').length;
  const message = loaded < parts.length ? `${loaded} of ${parts.length} layers loaded` : 'all layers loaded; unpacking';
  return { parts, done: sum(({ done }) => done), total: sum(({ total }) => total), unit: 'bytes', message };
}
