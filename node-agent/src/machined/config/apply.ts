/** A submitted configuration: checked, compared, and (unless it is a dry run) put in force, staged or tried. */
import {
  type ConfigImpact,
  type ConfigIssue,
  checkDocuments,
  configHash,
  diffDocuments,
  digestKey,
  formatIssue,
  impactOf,
  type NodeDocuments,
  parseDocuments,
  parseNodeDocuments,
  renderRedacted,
  restoreSecrets,
  secretDigest,
} from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { isDiskFull } from '../host/fs-atomic.ts';
import { barring } from '../machine/take-over.ts';
import type { EventBus, Machine, OperationRecord, Supervisor } from '../machine/types.ts';
import type { ConfigAction, ConfigAuthor, ConfigRevision } from './history.ts';
import { remainingMs, type TriedConfig } from './pending.ts';
import type { OpenedConfigStore } from './store.ts';

/**
 * - auto: now, with the restarts or the reboot that it needs;
 * - no-reboot: now, and refused when it needs a reboot;
 * - staged: with the next boot, whenever that comes;
 * - try: as auto, and back again by itself unless it is kept in time;
 * - with-upgrade: with the trial boot of the next upgrade, and back with it; any other boot drops it.
 */
export type ApplyMode = 'auto' | 'no-reboot' | 'staged' | 'try' | 'with-upgrade';

export interface ChangeRequest {
  readonly dryRun: boolean;
  /** Hash that the caller saw; empty: not checked. */
  readonly expectedHash: string;
  /** 0: not checked. */
  readonly fencingEpoch: number;
  readonly role: Role | '';
  readonly subject: string;
  readonly mode: ApplyMode;
  /** Of mode try. */
  readonly tryMs: number;
  /** Of the reboot, where one is needed; empty: chosen here. */
  readonly operationId: string;
}
export interface ApplyRequest extends ChangeRequest {
  /** YAML; without a TrustConfig the node keeps its own. */
  readonly documents: string;
}
export interface RollbackRequest extends ChangeRequest {
  /** 0: the one before what is in force; during a try, the way back. */
  readonly revision: number;
}
export interface ApplyResult {
  readonly diff: string;
  readonly impact: ConfigImpact;
  readonly hash: string;
  /** Stored; staged documents take effect with the next boot. */
  readonly applied: boolean;
  /** Of the reboot that was begun; empty: none was. */
  readonly operationId: string;
  /** 0 when nothing was stored. */
  readonly revision: number;
  /** Unix ms; 0: not on try. */
  readonly tryDeadlineMs: number;
}
export interface ShownConfig {
  readonly documents: string;
  readonly hash: string;
  readonly revision: number;
  readonly stagedHash: string;
  readonly tryDeadlineMs: number;
}

export interface ConfigApplier {
  /**
   * Guarantees: one at a time; nothing is stored when it throws. Sending what is in force already succeeds whatever
   * `expectedHash` says, so that a caller whose answer was lost can send it again. What is applied last is what the node boots
   * with: it drops what was staged before.
   * Errors: INVALID_ARGUMENT with every issue; PERMISSION_DENIED (TRUST_NEEDS_ADMIN); FAILED_PRECONDITION
   * (CONFIG_CHANGED, CONFIG_ON_TRY, NEEDS_REBOOT, STALE_EPOCH, OPERATION_RUNNING); RESOURCE_EXHAUSTED (DISK_FULL).
   */
  apply(request: ApplyRequest): Promise<ApplyResult>;
  /** Errors: as of `apply`; NOT_FOUND when the revision is not among those remembered. */
  rollback(request: RollbackRequest): Promise<ApplyResult>;
  /** Errors: FAILED_PRECONDITION (NO_TRY, CONFIG_CHANGED). */
  keep(author: ConfigAuthor, expectedHash: string): Promise<{ readonly alreadyKept: boolean; readonly hash: string }>;
  /**
   * Replaces the trust by what `next` makes of the present one, at once, also in the documents of the first start, so that a reset leads
   * to a node that is still let in. Resolves with whether anything changed.
   * Errors: those of `next`; INVALID_ARGUMENT; FAILED_PRECONDITION (CONFIG_ON_TRY, CONFIG_STAGED, NEEDS_REBOOT, OPERATION_RUNNING);
   * RESOURCE_EXHAUSTED (DISK_FULL).
   */
  replaceTrust(author: ConfigAuthor, next: (documents: NodeDocuments) => NodeDocuments['trust']): Promise<boolean>;
  /** As os:reader may see it. Errors: NOT_FOUND. */
  shown(which?: { readonly revision: number; readonly staged: boolean }): ShownConfig;
  history(): readonly (ConfigRevision & { readonly inForce: boolean })[];
  /** What stands for these secret values where a configuration is shown. */
  digests(values: readonly string[]): readonly string[];
}

export interface ConfigApplierOptions {
  readonly store: OpenedConfigStore;
  readonly supervisor: Pick<Supervisor, 'get' | 'restart'>;
  readonly machine: Pick<Machine, 'fence' | 'operations' | 'reboot'>;
  readonly events: EventBus;
  readonly clock: Clock;
  /** Ends restarts and tries under way when machined stops; the next boot goes on with the try. */
  readonly signal: AbortSignal;
}

const NOBODY: ConfigAuthor = { subject: '', role: '' };
/** A way back that cannot be stored, or whose reboot is barred, is tried again after this. */
const GO_BACK_AGAIN_MS = 5_000;

export function createConfigApplier(options: ConfigApplierOptions): ConfigApplier {
  const { store, events, machine, clock, signal } = options;
  let queue: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  let timer = new AbortController();

  const change = async (
    next: NodeDocuments,
    request: ChangeRequest,
    action: Extract<ConfigAction, 'apply' | 'rollback'>,
  ): Promise<ApplyResult> => {
    const current = store.current();
    const { mode } = request;
    const diff = diffDocuments(current, next, digestKey(current.trust));
    const impact = impactOf(current, next);
    const hash = configHash(next, digestKey(next.trust));
    const result = { diff, impact, hash, applied: false, operationId: '', revision: 0, tryDeadlineMs: 0 };
    const { subject, role } = request;
    const author = { subject, role };
    if (impact.changes.length === 0) {
      if (!request.dryRun) stored(() => store.unstage(author));
      return { ...result, applied: !request.dryRun };
    }
    if (request.expectedHash !== '' && request.expectedHash !== store.hash()) throw changed(store, request);
    if (mode === 'no-reboot' && impact.disruption === 'REBOOT') {
      const paths = impact.changes.flatMap(({ path, disruption }) => (disruption === 'REBOOT' ? [path] : []));
      const message = `the change of ${paths.slice(0, 5).join(', ')} needs a reboot; use the mode auto, staged or try`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NEEDS_REBOOT' });
    }
    refuseOnTry(store);
    if (request.dryRun) return result;
    refuseIfBusy(machine, request.fencingEpoch);

    const paths = impact.changes.map(({ path }) => path);
    if (mode === 'staged' || mode === 'with-upgrade') {
      const revision = stored(() => store.stage(next, { ...author, paths }, mode === 'with-upgrade'));
      tell('staged', impact, hash);
      return { ...result, applied: true, revision };
    }
    const revision = await storedAsync(() =>
      mode === 'try'
        ? store.try(next, { ...author, paths }, request.tryMs)
        : store.replace(next, { ...author, paths, action }),
    );
    stored(() => store.unstage(author));
    tell('changed', impact, hash);
    arm();
    const operationId = await disturb(
      impact,
      request.operationId || `config-${revision}-${clock.now()}`,
      request.fencingEpoch,
      subject,
    );
    return { ...result, applied: true, operationId, revision, tryDeadlineMs: store.tried()?.deadlineMs ?? 0 };
  };

  const tell = (action: string, impact: ConfigImpact, hash: string) =>
    events.emit({
      type: 'config',
      subject: 'documents',
      action,
      message: `${impact.changes.length} fields changed`,
      fields: {
        hash,
        disruption: impact.disruption,
        paths: impact.changes
          .map(({ path }) => path)
          .slice(0, 50)
          .join(' '),
      },
    });

  /** What the change needs to take effect. Resolves with the id of the reboot, or ''. */
  const disturb = async (impact: ConfigImpact, operationId: string, fencingEpoch: number, requestedBy: string) => {
    switch (impact.disruption) {
      case 'NONE':
        return '';
      case 'SERVICE_RESTART':
        restart(options, impact.restarts);
        return '';
      case 'REBOOT': {
        const { id } = await machine.reboot({
          operationId,
          expectedBootId: '',
          fencingEpoch,
          requestedBy,
          mode: 'graceful',
        });
        return id;
      }
    }
  };

  const goBack = async (author: ConfigAuthor, tried: TriedConfig): Promise<ApplyResult> => {
    const from = store.current();
    // Asked before the way back is used up: a node whose reboot is refused after that would run on with what was on try.
    if (impactOf(from, parseNodeDocuments(tried.before)).disruption === 'REBOOT') {
      const busy = barring(machine.operations.list(), 'reboot');
      if (busy !== undefined) throw operationRunning(busy);
    }
    await storedAsync(() => store.goBack(author));
    timer.abort();
    const impact = impactOf(from, store.current());
    const diff = diffDocuments(from, store.current(), digestKey(from.trust));
    tell('reverted', impact, store.hash());
    const revision = store.currentRevision();
    const operationId = await disturb(impact, `config-back-${revision}-${clock.now()}`, 0, author.subject);
    return { diff, impact, hash: store.hash(), applied: true, operationId, revision, tryDeadlineMs: 0 };
  };

  /** Begins to count for what is on try, also of an earlier boot. */
  const arm = () => {
    const tried = store.tried();
    if (tried === undefined || tried.trialSlot !== undefined) return;
    timer = new AbortController();
    const until = AbortSignal.any([signal, timer.signal]);
    const expire = async (waitMs: number): Promise<void> => {
      await clock.sleep(waitMs, until);
      try {
        await oneAtATime(async () => {
          const expired = store.tried();
          if (!until.aborted && expired !== undefined) await goBack(NOBODY, expired);
        });
      } catch (error) {
        const message = `what was on try does not go back: ${(error as Error).message}`;
        events.emit({ type: 'config', subject: 'documents', action: 'failed', message, fields: {} });
        if (store.tried() !== undefined) await expire(GO_BACK_AGAIN_MS);
      }
    };
    // Rejected only when nobody waits for it any longer.
    expire(remainingMs(tried, clock.now())).catch(() => {});
  };
  arm();

  return {
    apply: (request) => oneAtATime(async () => change(resolve(request, store), request, 'apply')),
    rollback: (request) =>
      oneAtATime(async () => {
        const tried = store.tried();
        if (tried !== undefined && request.revision === 0) {
          const current = store.current();
          const before = parseNodeDocuments(tried.before);
          if (request.expectedHash !== '' && request.expectedHash !== store.hash()) throw changed(store, request);
          if (!request.dryRun) {
            refuseIfBusy(machine, request.fencingEpoch);
            return goBack({ subject: request.subject, role: request.role }, tried);
          }
          const diff = diffDocuments(current, before, digestKey(current.trust));
          const impact = impactOf(current, before);
          const hash = configHash(before, digestKey(before.trust));
          return { diff, impact, hash, applied: false, operationId: '', revision: 0, tryDeadlineMs: 0 };
        }
        return change(earlier(store, request.revision), request, 'rollback');
      }),
    replaceTrust: (author, next) =>
      oneAtATime(async () => {
        const current = store.current();
        const documents = { ...current, trust: next(current) };
        const issues = checkDocuments(documents);
        if (issues.length > 0) throw invalid(issues);
        const impact = impactOf(current, documents);
        if (impact.changes.length === 0) return false;
        // Either would bring back the trust that it was written with.
        refuseOnTry(store);
        const staged = store.staged();
        if (staged !== undefined) {
          const message = staged.trialOnly
            ? 'a configuration is staged with an upgrade: let the upgrade end, or apply a configuration now, first'
            : 'a configuration is staged for the next boot: let the node reboot, or apply it now, first';
          throw new RpcError('FAILED_PRECONDITION', message, { reason: 'CONFIG_STAGED' });
        }
        if (impact.disruption !== 'NONE')
          throw new RpcError('FAILED_PRECONDITION', 'it needs a reboot', { reason: 'NEEDS_REBOOT' });
        refuseIfBusy(machine, 0);
        const paths = impact.changes.map(({ path }) => path);
        await storedAsync(async () => {
          store.trustFirstStart(documents.trust);
          await store.replace(documents, { ...author, paths, action: 'apply' });
        });
        tell('changed', impact, store.hash());
        return true;
      }),
    keep: (author, expectedHash) =>
      oneAtATime(async () => {
        const hash = store.hash();
        if (expectedHash !== '' && expectedHash !== hash) throw changed(store, { expectedHash });
        if (store.tried() === undefined) {
          if (store.history()[0]?.action === 'keep') return { alreadyKept: true, hash };
          const message = 'nothing is on try: it was kept before, or has gone back by itself (see the history)';
          throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NO_TRY' });
        }
        stored(() => store.keep(author));
        timer.abort();
        events.emit({ type: 'config', subject: 'documents', action: 'kept', message: '', fields: { hash } });
        return { alreadyKept: false, hash };
      }),
    shown({ revision, staged } = { revision: 0, staged: false }) {
      const { documents, hash } = select(store, revision, staged);
      return {
        documents: renderRedacted(documents, digestKey(store.current().trust)),
        hash,
        revision: revision === 0 ? store.currentRevision() : revision,
        stagedHash: store.staged()?.hash ?? '',
        tryDeadlineMs: store.tried()?.deadlineMs ?? 0,
      };
    },
    history() {
      const revisions = store.history();
      const current = store.currentRevision();
      return revisions.map((each) => ({ ...each, inForce: each.revision === current }));
    },
    digests(values) {
      const key = digestKey(store.current().trust);
      return values.map((value) => secretDigest(key, value));
    },
  };
}

function select(store: OpenedConfigStore, revision: number, staged: boolean) {
  if (staged) {
    const waiting = store.staged();
    if (waiting === undefined)
      throw new RpcError('NOT_FOUND', 'nothing is staged for the next boot', { reason: 'NOTHING_STAGED' });
    return { documents: parseNodeDocuments(waiting.documents), hash: waiting.hash };
  }
  if (revision === 0) return { documents: store.current(), hash: store.hash() };
  const documents = store.revision(revision);
  if (documents === undefined) throw noRevision(store, revision);
  return { documents, hash: configHash(documents, digestKey(store.current().trust)) };
}

/** The documents of an earlier revision with the trust of now. */
function earlier(store: OpenedConfigStore, asked: number): NodeDocuments {
  const revision = asked === 0 ? before(store) : asked;
  const documents = store.revision(revision);
  if (documents === undefined) throw noRevision(store, revision);
  const next = { ...documents, trust: store.current().trust };
  const issues = checkDocuments(next);
  if (issues.length > 0) throw invalid(issues);
  return next;
}

/** The newest revision that was in force and says something else than what is. */
function before(store: OpenedConfigStore): number {
  const found = store
    .history()
    .find(({ action, hash }) => action !== 'stage' && action !== 'unstage' && hash !== store.hash());
  if (found === undefined)
    throw new RpcError('NOT_FOUND', 'there is no earlier configuration: nothing was changed so far', {
      reason: 'NO_REVISION',
    });
  return found.revision;
}

function noRevision(store: OpenedConfigStore, revision: number): RpcError {
  const known = store.history().map((each) => each.revision);
  const message = `there is no revision ${revision} of the configuration; remembered are ${known.join(', ') || 'none'}`;
  return new RpcError('NOT_FOUND', message, { reason: 'NO_REVISION' });
}

function changed(store: OpenedConfigStore, { expectedHash }: { readonly expectedHash: string }): RpcError {
  const message = `the configuration has changed since it was read: it is ${store.hash()}, not ${expectedHash.slice(0, 80)}; read it again`;
  return new RpcError('FAILED_PRECONDITION', message, { reason: 'CONFIG_CHANGED' });
}

function stored<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw unwritten(error);
  }
}
async function storedAsync<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw unwritten(error);
  }
}
function unwritten(cause: unknown): unknown {
  if (!isDiskFull(cause)) return cause;
  const message = 'the configuration is not changed: no space is left on the node to store it';
  return new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'DISK_FULL', cause });
}

function resolve(request: ApplyRequest, store: OpenedConfigStore): NodeDocuments {
  const current = store.current();
  const parsed = parseDocuments(request.documents);
  if (parsed.documents === undefined) throw invalid(parsed.errors);
  if (parsed.documents.trust !== undefined && request.role !== 'os:admin') {
    const message = 'TrustConfig: only os:admin may replace it; leave the document out, the node keeps its own';
    throw new RpcError('PERMISSION_DENIED', message, { reason: 'TRUST_NEEDS_ADMIN' });
  }
  const key = digestKey(current.trust);
  let restored = restoreSecrets(parsed.documents, current, key);
  // What was in force before may come back: whoever takes a layer away knows only the digest of what it replaced.
  for (const { revision } of restored.unknown.length > 0 ? store.history() : []) {
    const earlier = store.revision(revision);
    if (earlier !== undefined) restored = restoreSecrets(restored.documents, earlier, key);
    if (restored.unknown.length === 0) break;
  }
  if (restored.unknown.length > 0) {
    throw invalid(
      restored.unknown.map((path) => ({
        path: path.join('.'),
        message: 'is the digest of a secret that the node does not remember there; write the secret itself',
      })),
    );
  }
  const next: NodeDocuments = { ...restored.documents, trust: parsed.documents.trust ?? current.trust };
  const issues = checkDocuments(next); // its role may no longer fit the trust that stays
  if (issues.length > 0) throw invalid(issues);
  return next;
}

function invalid(issues: readonly ConfigIssue[]): RpcError {
  return new RpcError('INVALID_ARGUMENT', issues.map(formatIssue).join('\n'), { reason: 'CONFIG_INVALID' });
}

function refuseOnTry(store: OpenedConfigStore): void {
  const tried = store.tried();
  if (tried === undefined) return;
  const until = tried.trialSlot === undefined ? new Date(tried.deadlineMs).toISOString() : 'the end of the trial boot';
  const message = `a configuration is on try until ${until}: keep it or roll it back first`;
  throw new RpcError('FAILED_PRECONDITION', message, { reason: 'CONFIG_ON_TRY' });
}

function refuseIfBusy(machine: ConfigApplierOptions['machine'], epoch: number): void {
  const running = machine.operations.running();
  if (running !== undefined && running.type !== 'prepare' && running.type !== 'pull-image')
    throw operationRunning(running);
  machine.fence(epoch);
}

function operationRunning({ id, type, phase }: OperationRecord): RpcError {
  const message = `operation ${id} (${type}, ${phase}) is running; wait for its end`;
  return new RpcError('FAILED_PRECONDITION', message, { reason: 'OPERATION_RUNNING' });
}

/** Not waited for: how a restart ends is in the service's status. */
function restart({ supervisor, events, signal }: ConfigApplierOptions, ids: readonly string[]): void {
  for (const id of ids) {
    const status = supervisor.get(id);
    // One that was stopped on demand stays so; it reads its configuration when it is started.
    if (status === undefined || status.state === 'STOPPED') continue;
    supervisor.restart(id, signal).catch((error: unknown) =>
      events.emit({
        type: 'service',
        subject: id,
        action: 'failed',
        message: `restart after a change of configuration: ${error instanceof Error ? error.message : String(error)}`,
        fields: {},
      }),
    );
  }
}
