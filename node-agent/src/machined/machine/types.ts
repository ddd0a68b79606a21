/**
 * The shapes by which the rooms of machined know one another. Nothing here does anything.
 *
 * Data flows one way: `api/` calls `machine/`, `machine/` orders `services/`, and all three reach Linux through `host/` only.
 * Each piece of state has one writer, named beside it.
 */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import type { InitExit } from '../host/reboot.ts';

export type SlotName = 'a' | 'b';

/** What a slot holds. Written by boot (first start) and by the upgrade sequence, after the root file system is whole. */
export interface SlotRecord {
  readonly digest: string;
  readonly version: string;
  readonly image: string;
  /** Unix ms at which the unpacking was complete and synced. */
  readonly completeTime: number;
}

/** Written by boot (attempts), by the upgrade sequence (mark), by the confirmation (settle). Always whole on disk. */
export interface BootState {
  readonly version: 1;
  readonly active: SlotName;
  readonly previous: SlotName | null;
  readonly trial: TrialState | null;
}
export interface TrialState {
  readonly slot: SlotName;
  /** How many boots it was given. */
  readonly attempts: number;
  /** Counted down before the boot that uses it. */
  readonly attemptsLeft: number;
  /** How the attempts made so far ended; the running one is not among them. */
  readonly endings: readonly AttemptEnding[];
  readonly operationId: string;
  readonly confirmWithinMs: number;
  /** true: Lifecycle.Confirm must come, too. */
  readonly requireConfirm: boolean;
  readonly digest: string;
  /** The boot from which the upgrade was asked for. */
  readonly fromBootId: string;
}

/** An attempt that ended without a verdict: its init exited in a way nobody asked for, or it was simply gone. */
export type AttemptEnding = 'crashed' | 'power-lost';

/** What the launcher tells machined about this boot: /run/talos/boot.json. */
export interface BootInfo {
  readonly bootId: string;
  readonly slot: SlotName;
  readonly trial: TrialState | null;
  /** CLOCK_MONOTONIC ns at hand-over, decimal. */
  readonly startedMonotonicNs: string;
  /** What the boot before this one left on its console. Missing from a launcher that does not tell. */
  readonly before?: {
    /** Missing: init was gone without a word. */
    readonly exit?: InitExit;
    readonly lastLines: readonly string[];
  };
}

export type RebootReason = 'REQUESTED' | 'TURNED_OFF' | 'CRASHED' | 'WATCHDOG' | 'TRIAL_FAILED' | 'POWER_LOST';
/** Why and when a boot was over. */
export interface BootEnd {
  readonly reason: RebootReason;
  readonly message: string;
  /** Unix ms. */
  readonly timeMs: number;
  readonly operationId: string;
  readonly operationType: string;
  readonly requestedBy: string;
  readonly lastLines: readonly string[];
}
export interface BootRecord {
  readonly bootId: string;
  readonly startMs: number;
  readonly slot: SlotName;
  readonly version: string;
  readonly digest: string;
  /** The operation whose trial it was; '' for an ordinary boot. */
  readonly trialOperationId: string;
  /** Missing while it runs, and of a boot that ended without a word until the next one judges it. */
  readonly end?: BootEnd;
}

/** Why a trial ended without being confirmed. Running out of time or power never condemns the image. */
export type FailedBootCause = 'crashed' | 'unhealthy' | 'hung' | 'unconfirmed' | 'power-lost';
export interface FailedBootRecord {
  readonly slot: SlotName;
  readonly digest: string;
  readonly version: string;
  readonly operationId: string;
  readonly cause: FailedBootCause;
  readonly message: string;
  readonly condemnsImage: boolean;
  readonly timeMs: number;
  readonly attempts: number;
  /** The end of what the boot printed, at most 50 lines of 1,000 characters. */
  readonly lastLines: readonly string[];
}

export type ServiceId = string;
export type ServiceState = 'WAITING' | 'STARTING' | 'ACTIVE' | 'STOPPING' | 'STOPPED' | 'FAILED';
export type Health = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';
export interface ServiceStatus {
  readonly id: ServiceId;
  readonly state: ServiceState;
  readonly health: Health;
  readonly message: string;
  readonly restarts: number;
  readonly sinceMs: number;
  readonly pid: number;
  readonly dependsOn: readonly ServiceId[];
  readonly container: boolean;
}
/** A change of a service's state, health or message. */
export type ServiceEvent = Pick<ServiceStatus, 'state' | 'health' | 'message' | 'restarts' | 'pid'> & {
  readonly timeMs: number;
};

/** A program that is started and being watched. */
export interface RunningProcess {
  readonly pid: number;
  /** Settles when the program is gone; never rejects. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Settles when all that it printed is in the log, at most a second after its exit: a child of its own may hold its output. */
  readonly logged: Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** One file per service in services/ makes one of these. The supervisor owns when; the definition owns what. */
export interface ServiceDefinition {
  readonly id: ServiceId;
  /** Started once these are healthy; stopped before them. */
  readonly dependsOn: readonly ServiceId[];
  /** A trial boot is good only when every service that says true is healthy. */
  readonly requiredForHealth: boolean;
  /** It runs in a container of its own (services/container.ts). */
  readonly container?: true;
  /** Why nobody may stop it while the node is up, and what to do instead. */
  readonly mustRun?: string;
  /** Files, certificates, directories: everything before the program. Idempotent; runs before each start. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Starts the program. stdout and stderr go to `log`. */
  start(log: LogSink): Promise<RunningProcess>;
  /** Resolves when healthy; throws, saying why not. Called every few seconds. */
  checkHealth(signal: AbortSignal): Promise<void>;
  /** Ms between SIGTERM and SIGKILL. */
  readonly stopGraceMs: number;
  /** Work in order before the program is stopped on the node's way down, e.g. pods of containerd. */
  beforeStop?(signal: AbortSignal): Promise<void>;
}
export interface LogSink {
  write(chunk: Uint8Array): void;
  readonly path: string;
}

/** services/supervisor.ts */
export interface Supervisor {
  register(definition: ServiceDefinition): void;
  /** Starts all in order of dependence and keeps them running with back-off. Returns at once. */
  startAll(): void;
  list(): readonly ServiceStatus[];
  get(id: ServiceId): ServiceStatus | undefined;
  /** The last 50 of this boot, the oldest first. */
  history(id: ServiceId): { readonly events: readonly ServiceEvent[]; readonly dropped: number };
  /** Of what runs already: its status. Resolves once active and healthy, or throws with the reason. */
  start(id: ServiceId, signal: AbortSignal): Promise<ServiceStatus>;
  /** Until `start`, `restart` or the next boot. Errors: MustRunError (services/supervisor.ts). */
  stop(id: ServiceId, signal: AbortSignal): Promise<ServiceStatus>;
  /** Resolves once active and healthy, or throws with the reason. */
  restart(id: ServiceId, signal: AbortSignal): Promise<ServiceStatus>;
  /** Reverse order of dependence. Never throws; what would not stop is killed. */
  stopAll(signal: AbortSignal, onProgress: (service: ServiceId) => void): Promise<void>;
  /** Resolves when every required service is healthy. */
  waitHealthy(signal: AbortSignal): Promise<void>;
  unmet(): readonly string[];
}

export type OperationType =
  | 'prepare'
  | 'upgrade'
  | 'rollback'
  | 'reboot'
  | 'shutdown'
  | 'reset'
  | 'wipe-disk'
  | 'pull-image';
export type OperationState = 'RUNNING' | 'SUCCEEDED' | 'FAILED';
/** Record at /var/lib/talos/operations/<id>.json. Written by machine/operations.ts only. */
export interface OperationRecord {
  readonly id: string;
  readonly type: OperationType;
  /** sha256 of the canonical request without the guard: the same id with another one is refused. */
  readonly requestHash: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly state: OperationState;
  readonly phase: string;
  readonly message: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'steps';
  readonly startMs: number;
  readonly endMs: number;
  readonly fromBootId: string;
  readonly image: string;
  /** Grows with every operation of this node, whatever its clock does; missing in records of before it was kept. */
  readonly sequence?: number;
  /** Subject of the certificate that asked for it first; '' in records of before it was kept. */
  readonly requestedBy?: string;
  readonly phases: readonly { readonly name: string; readonly durationMs: number }[];
  readonly parts?: readonly OperationPart[];
  readonly error?: OperationError;
  readonly result?: {
    readonly bootId: string;
    readonly slot: string;
    readonly digest: string;
    readonly version: string;
  };
}
/** What an operation consists of: a layer of an image. In bytes. */
export interface OperationPart {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'waiting' | 'loading' | 'done';
}
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly condemnsImage: boolean;
  readonly failedBoot?: FailedBootRecord;
}

/** machine/operations.ts: what was asked for, how far it is, how it ended. */
export interface Operations {
  get(id: string): OperationRecord | undefined;
  list(): readonly OperationRecord[];
  /** What others have to wait for. An upgrade that is staged waits itself, and holds up nobody. */
  running(): OperationRecord | undefined;
  /** Every change of the record up to its end; throws when the id is unknown. */
  watch(id: string, signal: AbortSignal): AsyncIterable<OperationRecord>;
}

/** What callers ask of the machine. Implemented by machine/machine.ts, called by api/lifecycle.ts. Errors: RpcError. */
export interface Machine {
  readonly operations: Operations;
  prepare(request: MutationGuard & { readonly image: string }): Promise<OperationRecord>;
  upgrade(
    request: MutationGuard & {
      readonly image: string;
      readonly requireConfirm: boolean;
      readonly confirmWithinMs: number;
      /** Not now: the next boot is the trial. */
      readonly stage: boolean;
    },
  ): Promise<OperationRecord>;
  rollback(request: MutationGuard): Promise<OperationRecord>;
  reboot(request: MutationGuard & { readonly mode: 'graceful' | 'force' }): Promise<OperationRecord>;
  shutdown(request: MutationGuard): Promise<OperationRecord>;
  planReset(scope: ResetScope, signal: AbortSignal): Promise<ResetPlan>;
  reset(request: MutationGuard & ResetScope & { readonly force: boolean }): Promise<OperationRecord>;
  wipeDisk(request: MutationGuard & { readonly disk: string; readonly zeroes: boolean }): Promise<OperationRecord>;
  /** By the container runtime, for pods. */
  pullImage(request: MutationGuard & { readonly image: string }): Promise<OperationRecord>;
  confirm(operationId: string): Promise<{ readonly alreadyConfirmed: boolean }>;
  /**
   * A Lease epoch that comes with a mutation: the highest one is kept. 0: none came.
   * Errors: STALE_EPOCH when it is lower than the highest seen.
   */
  fence(epoch: number): void;
  status(): MachineStatus;
}
export interface ResetScope {
  /** Keep the OS in its slots, its configuration, identity and records. */
  readonly keepSystem: boolean;
  readonly powerOff: boolean;
}
export interface ResetPlan {
  readonly items: readonly { readonly name: string; readonly path: string; readonly wiped: boolean }[];
  /** What becomes of the node, one sentence. */
  readonly afterwards: string;
  /** Why it is refused without force, one sentence each. */
  readonly blockers: readonly string[];
}
export interface MutationGuard {
  readonly operationId: string;
  readonly expectedBootId: string;
  readonly fencingEpoch: number;
  /** Subject of the caller's certificate. */
  readonly requestedBy: string;
}
export type Stage = 'BOOTING' | 'RUNNING' | 'UPGRADING' | 'REBOOTING' | 'SHUTTING_DOWN';
export interface MachineStatus {
  readonly stage: Stage;
  readonly boot: BootInfo;
  readonly state: BootState;
  readonly slots: Readonly<Partial<Record<SlotName, SlotRecord>>>;
  readonly lastFailedBoot: FailedBootRecord | undefined;
  readonly agentHealthy: boolean;
  readonly trialRemainingMs: number;
  readonly fencingEpoch: number;
  readonly bootPhases: readonly { readonly name: string; readonly durationMs: number }[];
}

export const EVENT_TYPES = ['stage', 'phase', 'service', 'operation', 'config', 'boot', 'access', 'debug'] as const;
export type EventType = (typeof EVENT_TYPES)[number];
export interface MachineEvent {
  readonly id: number;
  readonly timeMs: number;
  readonly bootId: string;
  readonly type: EventType;
  readonly subject: string;
  readonly action: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}
/** machine/boots.ts: the boots of this node, and how they ended. */
export interface Boots {
  /** The newest first, this one at its head. */
  list(): readonly BootRecord[];
  /** How the boot before this one ended; undefined after a first start. */
  last(): BootEnd | undefined;
}

/** machine/events.ts: a ring of the last 1,000 events of this boot. */
export interface EventBus {
  emit(event: Omit<MachineEvent, 'id' | 'timeMs' | 'bootId'>): void;
  tail(count: number): readonly MachineEvent[];
  /** From `sinceId` (exclusive) on. A reader that falls behind the ring gets an event of type `stage`, action `lost`. */
  follow(sinceId: number, signal: AbortSignal): AsyncIterable<MachineEvent>;
}

/** config/store.ts: the documents in force. Written by the store only. */
export interface ConfigStore {
  current(): NodeDocuments;
  hash(): string;
  onChange(listener: (next: NodeDocuments, previous: NodeDocuments) => void): () => void;
}

/** Paths as machined sees them; tests put them elsewhere. Made by host/paths.ts. */
export interface HostPaths {
  readonly state: string; // /var/lib/talos
  readonly run: string; // /run/talos
  readonly var: string; // /var
  readonly root: string; // the booted slot, /
}
