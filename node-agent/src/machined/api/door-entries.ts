/** osctl.internal.v1.Audit: what the door decided by itself. In no role table, so no client's call gets here. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as internal from '@talos/proto/gen/osctl/internal.ts';
import type { AuditLog } from '../audit.ts';
import type { EventBus } from '../machine/types.ts';
import type { CallCounts } from '../metrics/calls.ts';
import type { Clients } from '../trust/clients.ts';

type Methods = typeof internal.Audit.methods;

const MAX_ENTRIES = 256;

export function auditHandlers({
  log,
  events,
  counts,
  clients,
}: {
  readonly log: AuditLog;
  readonly events: EventBus;
  readonly counts: Pick<CallCounts, 'refused'>;
  readonly clients: Pick<Clients, 'note'>;
}): Handlers<Methods> {
  return {
    async record(request, ctx) {
      // A forwarded call carries its caller; this one is apid's own and carries none.
      if (ctx.caller.role !== '' || ctx.caller.subject !== '') {
        throw new RpcError('PERMISSION_DENIED', 'only the agent itself records what the door decided', {
          reason: 'INTERNAL_METHOD',
        });
      }
      for (const entry of request.entries.slice(0, MAX_ENTRIES)) {
        const { timeMs, subject, role, address, serial, method, reason, count, target } = entry;
        const caller = { timeMs, subject, role, address, serial, method, target };
        if (reason === '') {
          log.record({ ...caller, result: 'ACCEPTED', count: Math.max(1, count) });
          continue;
        }
        counts.refused(reason, Math.max(1, count));
        log.record({ ...caller, result: 'REFUSED', reason, count: Math.max(1, count) });
        events.emit({
          type: 'access',
          subject: method,
          action: 'denied',
          message: 'a call was refused at the door',
          fields: { subject, role, address, reason },
        });
      }
      for (const seen of request.seen.slice(0, MAX_ENTRIES)) clients.note(seen);
      return {};
    },
  };
}
