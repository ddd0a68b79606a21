import type {
  AttemptEnding,
  BootState,
  FailedBootCause,
  FailedBootRecord,
  SlotName,
  SlotRecord,
  TrialState,
} from '../machined/machine/types.ts';

/** Which slots can be booted: a slot without its record is not whole. */
export type SlotRecords = Readonly<Partial<Record<SlotName, SlotRecord>>>;

export const DEFAULT_ATTEMPTS = 3;
export const DEFAULT_CONFIRM_WITHIN_MS = 600_000;

export function otherSlot(slot: SlotName): SlotName {
  return slot === 'a' ? 'b' : 'a';
}

/** The state after the very first start. */
export function initialState(slot: SlotName): BootState {
  return { version: 1, active: slot, previous: null, trial: null };
}

export interface TrialRequest {
  readonly slot: SlotName;
  readonly operationId: string;
  readonly digest: string;
  readonly confirmWithinMs: number;
  readonly requireConfirm: boolean;
  readonly fromBootId: string;
  readonly attempts?: number;
}

/** The next boot is a trial. The active slot stays what it is until the trial is confirmed. */
export function markTrial(state: BootState, request: TrialRequest): BootState {
  if (request.slot === state.active) throw new Error(`Slot ${request.slot} is the active one: a trial needs the other`);
  const { attempts = DEFAULT_ATTEMPTS, ...rest } = request;
  return { ...state, trial: { ...rest, attempts, attemptsLeft: attempts, endings: [] } };
}

/** The trial was good: its slot becomes active, the one before it previous. Confirming again changes nothing. */
export function confirmTrial(state: BootState, operationId: string): BootState {
  if (state.trial?.operationId !== operationId) return state;
  return { version: 1, active: state.trial.slot, previous: state.active, trial: null };
}

/** The trial is over: the next boot is the active slot's, as before. */
export function endTrial(state: BootState, operationId: string): BootState {
  return state.trial?.operationId === operationId ? { ...state, trial: null } : state;
}

/** Why a trial ended, before it is a record. */
export interface TrialFailure {
  readonly trial: TrialState;
  readonly cause: FailedBootCause;
  readonly message: string;
  readonly condemnsImage: boolean;
}

/** A crash and failed health speak against the image, and so does a boot that hung before it told of any health. Time and power do not. */
export function condemns(cause: FailedBootCause): boolean {
  switch (cause) {
    case 'crashed':
    case 'unhealthy':
    case 'hung':
      return true;
    case 'unconfirmed':
    case 'power-lost':
      return false;
  }
}

export function failedBoot(
  failure: TrialFailure,
  details: { readonly version: string; readonly timeMs: number; readonly lastLines: readonly string[] },
): FailedBootRecord {
  const { trial } = failure;
  return {
    slot: trial.slot,
    digest: trial.digest,
    version: details.version,
    operationId: trial.operationId,
    cause: failure.cause,
    message: failure.message,
    condemnsImage: failure.condemnsImage,
    timeMs: details.timeMs,
    attempts: trial.attempts - trial.attemptsLeft,
    lastLines: details.lastLines,
  };
}

export type Choice =
  | {
      readonly kind: 'boot';
      readonly slot: SlotName;
      /** Set when this boot is a trial, as counted down. */
      readonly trial: TrialState | null;
      /** To be stored before anything else happens. */
      readonly next: BootState;
      /** A trial that ended here; to be stored before `next`. */
      readonly failed?: TrialFailure;
      /** Said when the state had to be made up from the records. */
      readonly recovered?: string;
    }
  | { readonly kind: 'none'; readonly message: string };

/**
 * Which slot to boot. Pure; the launcher stores `failed`, then `next`, then boots.
 *
 * `ending` is how the attempt made last ended, judged from what it left behind; it matters only when an attempt is unaccounted for.
 *
 * Guarantees: whenever a slot with a record exists, one is chosen. Storing `next` strictly lowers attemptsLeft of a trial that is booted.
 * The active slot of a valid state with a record is never given up.
 */
export function chooseSlot(state: BootState | undefined, records: SlotRecords, ending: AttemptEnding): Choice {
  if (state === undefined || records[state.active] === undefined) return recover(state, records);
  if (state.trial === null) return { kind: 'boot', slot: state.active, trial: null, next: state };

  const trial = withEnding(state.trial, ending);
  const back = (cause: FailedBootCause, message: string, condemnsImage: boolean): Choice => ({
    kind: 'boot',
    slot: state.active,
    trial: null,
    next: { ...state, trial: null },
    failed: { trial, cause, message, condemnsImage },
  });
  if (trial.slot === state.active || records[trial.slot]?.digest !== trial.digest) {
    return back(
      'power-lost',
      `Slot ${trial.slot} does not hold ${trial.digest}: it was never whole, or was changed since`,
      false,
    );
  }
  if (trial.attemptsLeft <= 0) {
    const crashes = trial.endings.filter((each) => each === 'crashed').length;
    const of = `${trial.endings.length} attempts`;
    // One crash is enough: a cut in another attempt does not excuse it.
    if (crashes > 0) return back('crashed', `The agent ended by itself in ${crashes} of ${of}`, condemns('crashed'));
    return back('power-lost', `All ${of} were cut short from outside`, condemns('power-lost'));
  }
  const counted: TrialState = { ...trial, attemptsLeft: trial.attemptsLeft - 1 };
  return { kind: 'boot', slot: counted.slot, trial: counted, next: { ...state, trial: counted } };
}

/** true: an attempt was made whose end is not yet in `endings`. */
export function hasOpenAttempt(trial: TrialState): boolean {
  return trial.endings.length < trial.attempts - trial.attemptsLeft;
}

function withEnding(trial: TrialState, ending: AttemptEnding): TrialState {
  return hasOpenAttempt(trial) ? { ...trial, endings: [...trial.endings, ending] } : trial;
}

/**
 * Without a usable state the records decide. A slot is only ever unpacked while the other runs confirmed, so the older record is
 * the one that is known to work; the newer may be anything from confirmed to never booted.
 */
function recover(state: BootState | undefined, records: SlotRecords): Choice {
  const whole = (['a', 'b'] as const).filter((slot) => records[slot] !== undefined);
  whole.sort((left, right) => (records[left]?.completeTime ?? 0) - (records[right]?.completeTime ?? 0));
  const [slot] = whole;
  if (slot === undefined) return { kind: 'none', message: 'Neither slot holds a whole operating system' };
  const why =
    state === undefined
      ? 'The boot state is missing or damaged'
      : `The active slot ${state.active} holds no whole operating system`;
  const trial = state?.trial;
  return {
    kind: 'boot',
    slot,
    trial: null,
    next: initialState(slot),
    recovered: `${why}: slot ${slot} is booted, the one that was unpacked first of those that are whole`,
    ...(trial ? { failed: { trial, cause: 'power-lost' as const, message: why, condemnsImage: false } } : {}),
  };
}

// What is read from disk is checked before it is believed.

export function parseBootState(value: unknown): BootState {
  const object = record(value);
  if (object['version'] !== 1) throw new Error(`version is ${String(object['version'])}, not 1`);
  return {
    version: 1,
    active: slotName(object['active'], 'active'),
    previous: object['previous'] === null ? null : slotName(object['previous'], 'previous'),
    trial: object['trial'] === null ? null : parseTrial(object['trial']),
  };
}

export function parseTrial(value: unknown): TrialState {
  const object = record(value);
  const attempts = count(object['attempts'], 'trial.attempts');
  const attemptsLeft = count(object['attemptsLeft'], 'trial.attemptsLeft');
  const endings = object['endings'];
  if (attemptsLeft > attempts) throw new Error('trial.attemptsLeft is more than trial.attempts');
  if (!Array.isArray(endings) || endings.length > attempts - attemptsLeft) {
    throw new Error('trial.endings does not fit the attempts made');
  }
  return {
    slot: slotName(object['slot'], 'trial.slot'),
    attempts,
    attemptsLeft,
    endings: endings.map((ending: unknown): AttemptEnding => {
      if (ending !== 'crashed' && ending !== 'power-lost') throw new Error(`trial.endings has ${String(ending)}`);
      return ending;
    }),
    operationId: text(object['operationId'], 'trial.operationId'),
    confirmWithinMs: count(object['confirmWithinMs'], 'trial.confirmWithinMs'),
    requireConfirm: object['requireConfirm'] === true,
    digest: text(object['digest'], 'trial.digest'),
    fromBootId: text(object['fromBootId'], 'trial.fromBootId'),
  };
}

export function parseSlotRecord(value: unknown): SlotRecord {
  const object = record(value);
  return {
    digest: text(object['digest'], 'digest'),
    version: text(object['version'], 'version'),
    image: text(object['image'], 'image'),
    completeTime: count(object['completeTime'], 'completeTime'),
  };
}

export function parseFailedBoot(value: unknown): FailedBootRecord {
  const object = record(value);
  const causes: readonly FailedBootCause[] = ['crashed', 'unhealthy', 'hung', 'unconfirmed', 'power-lost'];
  const cause = causes.find((each) => each === object['cause']);
  if (cause === undefined) throw new Error(`cause is ${String(object['cause'])}`);
  const lines = object['lastLines'];
  return {
    slot: slotName(object['slot'], 'slot'),
    digest: text(object['digest'], 'digest'),
    version: text(object['version'], 'version'),
    operationId: text(object['operationId'], 'operationId'),
    cause,
    message: text(object['message'], 'message'),
    condemnsImage: object['condemnsImage'] === true,
    timeMs: count(object['timeMs'], 'timeMs'),
    attempts: count(object['attempts'], 'attempts'),
    lastLines: Array.isArray(lines) ? lines.map(String) : [],
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return value as Readonly<Record<string, unknown>>;
}
function slotName(value: unknown, path: string): SlotName {
  if (value !== 'a' && value !== 'b') throw new Error(`${path} is ${String(value)}, not a or b`);
  return value;
}
function count(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new Error(`${path} is not a whole number`);
  return value;
}
function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Error(`${path} is not a string`);
  return value;
}
