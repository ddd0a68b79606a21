/** osctl.v1alpha1.Config */
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApiDeps } from './deps.ts';
import { count, operationId } from './input.ts';

type Methods = typeof api.Config.methods;

export function configHandlers({ applier }: Pick<ApiDeps, 'applier'>): Handlers<Methods> {
  return {
    async get() {
      return applier.shown();
    },
    async apply(request, ctx) {
      if (request.operationId !== '') operationId(request.operationId, 'operation_id');
      const { diff, impact, hash, applied } = await applier.apply({
        documents: request.documents,
        dryRun: request.dryRun,
        expectedHash: request.expectedHash,
        fencingEpoch: count(request.fencingEpoch, 'fencing_epoch'),
        role: ctx.caller.role,
      });
      return { diff, disruption: impact.disruption, restarts: impact.restarts, hash, applied };
    },
  };
}
