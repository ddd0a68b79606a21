/** A submitted configuration: checked, compared, and (unless it is a dry run) put in force. */
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
  renderRedacted,
  restoreSecrets,
} from '@talos/crds/config/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import type { ConfigStore, EventBus, Machine, Supervisor } from '../machine/types.ts';

export interface ApplyRequest {
  /** YAML; without a TrustConfig the node keeps its own. */
  readonly documents: string;
  readonly dryRun: boolean;
  /** Hash that the caller saw; empty: not checked. */
  readonly expectedHash: string;
  /** 0: not checked. */
  readonly fencingEpoch: number;
  readonly role: Role | '';
}
export interface ApplyResult {
  readonly diff: string;
  readonly impact: ConfigImpact;
  readonly hash: string;
  /** Stored. With disruption REBOOT what needs the reboot takes effect with the next boot. */
  readonly applied: boolean;
}

export interface ConfigApplier {
  /**
   * Guarantees: one at a time; nothing is stored when it throws. Sending what is in force already succeeds whatever
   * `expectedHash` says, so that a caller whose answer was lost can send it again.
   * Errors: INVALID_ARGUMENT with every issue; PERMISSION_DENIED (TRUST_NEEDS_ADMIN); FAILED_PRECONDITION
   * (CONFIG_CHANGED, STALE_EPOCH, OPERATION_RUNNING).
   */
  apply(request: ApplyRequest): Promise<ApplyResult>;
  /** As os:reader may see it. */
  shown(): { readonly documents: string; readonly hash: string };
}

export interface ConfigApplierOptions {
  readonly store: ConfigStore;
  readonly supervisor: Pick<Supervisor, 'get' | 'restart'>;
  readonly machine: Pick<Machine, 'status' | 'operations'>;
  readonly events: EventBus;
  /** Ends restarts under way when machined stops. */
  readonly signal: AbortSignal;
}

export function createConfigApplier(options: ConfigApplierOptions): ConfigApplier {
  const { store, events } = options;
  let queue: Promise<unknown> = Promise.resolve();

  const applyNow = async (request: ApplyRequest): Promise<ApplyResult> => {
    const current = store.current();
    const next = resolve(request, current);
    const diff = diffDocuments(current, next, digestKey(current.trust));
    const impact = impactOf(current, next);
    const result = { diff, impact, hash: configHash(next, digestKey(next.trust)) };
    if (impact.changes.length === 0) return { ...result, applied: !request.dryRun };

    if (request.expectedHash !== '' && request.expectedHash !== store.hash()) {
      const message = `the configuration has changed since it was read: it is ${store.hash()}, not ${request.expectedHash}; read it again`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'CONFIG_CHANGED' });
    }
    if (request.dryRun) return { ...result, applied: false };

    refuseIfBusy(options.machine, request.fencingEpoch);
    await store.replace(next);
    events.emit({
      type: 'config',
      subject: 'documents',
      action: 'changed',
      message: `${impact.changes.length} fields changed`,
      fields: {
        hash: result.hash,
        disruption: impact.disruption,
        paths: impact.changes
          .map(({ path }) => path)
          .slice(0, 50)
          .join(' '),
      },
    });
    if (impact.disruption === 'SERVICE_RESTART') restart(options, impact.restarts);
    return { ...result, applied: true };
  };

  return {
    apply(request) {
      const result = queue.then(() => applyNow(request));
      queue = result.catch(() => undefined);
      return result;
    },
    shown: () => ({
      documents: renderRedacted(store.current(), digestKey(store.current().trust)),
      hash: store.hash(),
    }),
  };
}

function resolve(request: ApplyRequest, current: NodeDocuments): NodeDocuments {
  const parsed = parseDocuments(request.documents);
  if (parsed.documents === undefined) throw invalid(parsed.errors);
  if (parsed.documents.trust !== undefined && request.role !== 'os:admin') {
    const message = 'TrustConfig: only os:admin may replace it; leave the document out, the node keeps its own';
    throw new RpcError('PERMISSION_DENIED', message, { reason: 'TRUST_NEEDS_ADMIN' });
  }
  const restored = restoreSecrets(parsed.documents, current, digestKey(current.trust));
  if (restored.unknown.length > 0) {
    throw invalid(
      restored.unknown.map((path) => ({
        path: path.join('.'),
        message: 'is the digest of a secret, but not of the one in force; write the secret itself',
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

function refuseIfBusy(machine: ConfigApplierOptions['machine'], epoch: number): void {
  const seen = machine.status().fencingEpoch;
  if (epoch !== 0 && epoch < seen) {
    const message = `the leader's epoch ${epoch} is older than ${seen}, which this node has seen`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'STALE_EPOCH' });
  }
  const running = machine.operations.running();
  if (running !== undefined && running.type !== 'prepare') {
    const message = `operation ${running.id} (${running.type}, ${running.phase}) is running; wait for its end`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'OPERATION_RUNNING' });
  }
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
