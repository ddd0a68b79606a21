/** osctl.v1alpha1.Config */
import type { CallContext, Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApplyMode, ApplyResult, ChangeRequest } from '../config/apply.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid, operationId } from './input.ts';

type Methods = typeof api.Config.methods;

export const DEFAULT_TRY_MS = 60_000;
const MIN_TRY_MS = 5_000;
const MAX_TRY_MS = 3_600_000;
const MAX_VALUES = 64;
const MAX_VALUE = 8192;

export function configHandlers({ applier }: Pick<ApiDeps, 'applier'>): Handlers<Methods> {
  return {
    async get(request) {
      return applier.shown({ revision: count(request.revision, 'revision'), staged: request.staged });
    },
    async apply(request, ctx) {
      return answer(await applier.apply({ ...changeOf(request, ctx), documents: request.documents }));
    },
    async rollback(request, ctx) {
      return answer(
        await applier.rollback({ ...changeOf(request, ctx), revision: count(request.revision, 'revision') }),
      );
    },
    keep: (request, ctx) => applier.keep(ctx.caller, request.expectedHash),
    async history() {
      return { revisions: applier.history() };
    },
    async digest({ values }) {
      if (values.length > MAX_VALUES) throw invalid(`values must be at most ${MAX_VALUES}`);
      for (const [index, value] of values.entries()) {
        if (value === '' || value.length > MAX_VALUE)
          throw invalid(`values[${index}] must have 1 to ${MAX_VALUE} characters`);
      }
      return { digests: applier.digests(values) };
    },
  };
}

function changeOf(request: Omit<api.RollbackConfigRequest, 'revision'>, { caller }: CallContext): ChangeRequest {
  return {
    dryRun: request.dryRun,
    expectedHash: request.expectedHash,
    operationId: request.operationId === '' ? '' : operationId(request.operationId, 'operation_id'),
    fencingEpoch: count(request.fencingEpoch, 'fencing_epoch'),
    mode: MODES[request.mode],
    tryMs: tryMs(request.tryMs),
    role: caller.role,
    subject: caller.subject,
  };
}

const MODES: Readonly<Record<api.ApplyMode, ApplyMode>> = {
  APPLY_MODE_UNSPECIFIED: 'auto',
  AUTO: 'auto',
  NO_REBOOT: 'no-reboot',
  STAGED: 'staged',
  TRY: 'try',
  WITH_UPGRADE: 'with-upgrade',
};

function tryMs(ms: number): number {
  if (ms === 0) return DEFAULT_TRY_MS;
  if (!Number.isSafeInteger(ms) || ms < MIN_TRY_MS || ms > MAX_TRY_MS) {
    throw invalid(`try_ms must be from ${MIN_TRY_MS} (5 s) to ${MAX_TRY_MS} (1 h), or 0 for 1 min`);
  }
  return ms;
}

function answer({ impact, ...result }: ApplyResult): api.Init<api.ApplyConfigResponse> {
  return { ...result, disruption: impact.disruption, restarts: impact.restarts };
}
