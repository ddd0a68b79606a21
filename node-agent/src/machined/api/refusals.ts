/** osctl.internal.v1.Audit: what the door refused. In no role table, so no client's call gets here. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as internal from '@talos/proto/gen/osctl/internal.ts';
import type { AuditLog } from '../audit.ts';
import type { EventBus } from '../machine/types.ts';

type Methods = typeof internal.Audit.methods;

const MAX_REFUSALS = 100;

export function auditHandlers({
  log,
  events,
}: {
  readonly log: AuditLog;
  readonly events: EventBus;
}): Handlers<Methods> {
  return {
    async record(request, ctx) {
      // A forwarded call carries its caller; this one is apid's own and carries none.
      if (ctx.caller.role !== '' || ctx.caller.subject !== '') {
        throw new RpcError('PERMISSION_DENIED', 'only the agent itself records refusals', {
          reason: 'INTERNAL_METHOD',
        });
      }
      for (const refusal of request.refusals.slice(0, MAX_REFUSALS)) {
        const { timeMs, subject, role, address, serial, method, reason, count } = refusal;
        const target = serial === '' ? '' : `certificate ${serial}`;
        log.record({
          timeMs,
          subject,
          role,
          address,
          method,
          target,
          result: 'REFUSED',
          reason,
          count: Math.max(1, count),
        });
        events.emit({
          type: 'access',
          subject: method,
          action: 'denied',
          message: 'a call was refused at the door',
          fields: { subject, role, address, reason },
        });
      }
      return {};
    },
  };
}
