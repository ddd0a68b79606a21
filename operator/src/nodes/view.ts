/** An agent's answers as the planner reads them. Pure, and bounded: a node may say anything. */
import { isDeepStrictEqual } from 'node:util';
import { formatIssue, parseDocuments } from '@talos/crds/config/index.ts';
import type { AgentView, ConfigView, FailedBootView, OperationView } from '@talos/lib/plan/types.ts';
import type { FailedBoot, GetConfigResponse, Operation, StatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';

const MAX_OPERATIONS = 64;
const MAX_FAILING = 8;
const MAX_TEXT = 1024;
const MAX_LINES = 50;
const MAX_LINE = 400;
/** The agent tells its boot time as now − uptime, which wavers. */
const BOOT_TIME_WAVER_MS = 5_000;

/** `before` is the last view of the same node: what only wavers is kept from it. */
export function agentView(
  status: StatusResponse,
  operations: readonly Operation[],
  before: AgentView | undefined,
): AgentView {
  const { slots } = status;
  const trial = slots?.trial;
  const bootTime =
    before?.bootID === status.bootId && Math.abs(before.bootTime - status.bootTimeMs) < BOOT_TIME_WAVER_MS
      ? before.bootTime
      : status.bootTimeMs;
  return {
    reachable: true,
    bootID: text(status.bootId),
    bootTime,
    slot: slots?.booted === 'b' ? 'b' : 'a',
    ...((slots?.active === 'a' || slots?.active === 'b') && { activeSlot: slots.active }),
    slots: (slots?.slots ?? []).slice(0, 2).map((slot) => ({
      name: text(slot.name),
      digest: text(slot.digest),
      bootable: slot.bootable,
    })),
    digest: text(status.digest),
    configHash: text(status.configHash),
    version: text(status.version),
    kubernetesVersion: text(status.kubernetesVersion),
    ready: status.ready,
    ...(status.unmet.length > 0 && { unmet: status.unmet.slice(0, 8).map(text) }),
    failing: status.services
      .filter(({ state, health }) => state === 'FAILED' || (state === 'ACTIVE' && health === 'UNHEALTHY'))
      .slice(0, MAX_FAILING)
      .map(({ id, message, sinceMs }) => ({ id: text(id), message: text(message), since: sinceMs })),
    kubeletStartTime: kubeletStartTime(status, bootTime),
    ...(status.runningOperation !== undefined && { runningOperation: text(status.runningOperation.id) }),
    operations: [...operations]
      .sort((a, b) => b.startMs - a.startMs)
      .slice(0, MAX_OPERATIONS)
      .map(operationView),
    ...(status.lastFailedBoot !== undefined && { failedBoot: failedBootView(status.lastFailedBoot) }),
    ...(trial !== undefined && {
      trial: {
        operationID: text(trial.operationId),
        awaitsCaller: trial.awaitsCaller,
        healthy: trial.agentHealthy,
      },
    }),
  };
}

/**
 * The view by its status alone, with the operations of `before`; undefined when the status tells of anything that an operation does,
 * so that they have to be read anew.
 */
export function quietView(status: StatusResponse, before: AgentView | undefined): AgentView | undefined {
  if (before === undefined) return undefined;
  const { operations } = before;
  const view: AgentView = { ...agentView(status, [], before), operations };
  const told = ({ bootID, runningOperation, trial, slot, activeSlot, slots, failedBoot }: AgentView) => ({
    bootID,
    runningOperation,
    trial,
    slot,
    activeSlot,
    slots,
    failedBoot,
  });
  return isDeepStrictEqual(told(view), told(before)) ? view : undefined;
}

/**
 * A kubelet that never restarted has reported nothing before its boot. Its time of becoming active would be later than its
 * first report, and the next one is five minutes away when nothing changes.
 */
function kubeletStartTime(status: StatusResponse, bootTime: number): number {
  const kubelet = status.services.find(({ id }) => id === 'kubelet');
  return kubelet === undefined || kubelet.restarts === 0 ? bootTime : Math.max(bootTime, kubelet.sinceMs);
}

function operationView(operation: Operation): OperationView {
  const { error, result } = operation;
  const digest = result?.digest || operation.image.match(/@(sha256:[0-9a-f]{64})$/)?.[1];
  return {
    id: text(operation.id),
    type: text(operation.type),
    state:
      operation.state === 'SUCCEEDED' ? 'succeeded' : operation.state === 'FAILED_OPERATION' ? 'failed' : 'running',
    phase: text(operation.phase),
    message: text(operation.message),
    fromBootID: text(operation.fromBootId),
    ...(digest !== undefined && { digest: text(digest) }),
    ...(error !== undefined && {
      error: {
        code: text(error.code),
        message: text(error.message),
        retryable: error.retryable,
        condemnsImage: error.condemnsImage,
      },
    }),
  };
}

function failedBootView(boot: FailedBoot): FailedBootView {
  return {
    operationID: text(boot.operationId),
    digest: text(boot.digest),
    cause: text(boot.cause),
    message: text(boot.message),
    condemnsImage: boot.condemnsImage,
    time: boot.timeMs,
    lastLines: boot.lastLines.slice(-MAX_LINES).map((line) => line.slice(0, MAX_LINE)),
  };
}

function text(value: string): string {
  return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value;
}

/**
 * A node's documents as it shows them. `before` is kept, by identity, where nothing changed: what was made of it is remembered.
 * `configProblem` has names of fields, never a value.
 */
export function configView(
  shown: GetConfigResponse,
  before: ConfigView | undefined,
): Pick<AgentView, 'config' | 'configProblem'> {
  const { hash } = shown;
  const rest = { stagedHash: text(shown.stagedHash), onTry: shown.tryDeadlineMs !== 0 };
  if (before?.hash === hash) {
    const same = before.stagedHash === rest.stagedHash && before.onTry === rest.onTry;
    return { config: same ? before : { ...before, ...rest } };
  }
  const { documents, errors } = parseDocuments(shown.documents);
  if (documents === undefined) return { configProblem: text(errors.map(formatIssue).join('; ')) };
  return { config: { hash, documents, ...rest } };
}
