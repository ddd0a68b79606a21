/** Which calls leave a record, and what it says of their target. The table is the documentation. */

import type { CallEnd } from '@talos/lib/rpc/server.ts';
import type { CallContext } from '@talos/lib/rpc/service.ts';
import type { AuditLog } from '../audit.ts';
import type { EventBus } from '../machine/types.ts';
import { replacedTarget } from '../trust/authorities.ts';
import { deniedTarget } from '../trust/denied.ts';

type Request = Readonly<Record<string, unknown>>;
const field = (name: string) => (request: Request) => String(request[name] ?? '');
const operation = (request: Request): string => {
  const guard = request['guard'] as { readonly operationId?: string } | undefined;
  return [guard?.operationId ?? '', request['image'] ?? ''].filter((part) => part !== '').join(' ');
};
const nothing = () => '';
/** Whose record is worth nothing without all of its target. Their handlers hold them to a length. */
const WHOLE: readonly string[] = ['/osctl.v1alpha1.Trace/Debug'];

/** Mutations, and reads that hand out secrets or what others said to one another. */
const AUDITED: Readonly<Record<string, (request: Request) => string>> = {
  '/osctl.v1alpha1.Lifecycle/Prepare': operation,
  '/osctl.v1alpha1.Lifecycle/Upgrade': operation,
  '/osctl.v1alpha1.Lifecycle/Rollback': operation,
  '/osctl.v1alpha1.Lifecycle/Reboot': operation,
  '/osctl.v1alpha1.Lifecycle/Shutdown': operation,
  '/osctl.v1alpha1.Lifecycle/Reset': operation,
  '/osctl.v1alpha1.Lifecycle/WipeDisk': (request) => `${operation(request)} ${request['disk']}`,
  '/osctl.v1alpha1.Lifecycle/Confirm': field('operationId'),
  '/osctl.v1alpha1.Services/Start': field('id'),
  '/osctl.v1alpha1.Services/Stop': field('id'),
  '/osctl.v1alpha1.Services/Restart': field('id'),
  '/osctl.v1alpha1.Containers/Restart': field('id'),
  '/osctl.v1alpha1.Images/Pull': operation,
  '/osctl.v1alpha1.Images/Remove': field('image'),
  '/osctl.v1alpha1.Images/Collect': (request) => (request['dryRun'] === true ? 'dry run' : 'unused images'),
  '/osctl.v1alpha1.Trace/Capture': (request) =>
    [request['pod'], request['interface'] || 'any', request['filter']].filter((part) => part !== '').join(' '),
  '/osctl.v1alpha1.Trace/Profile': (request) =>
    `${request['kind']} of ${request['process'] === 'APID' ? 'apid' : 'machined'}`,
  '/osctl.v1alpha1.Trace/Debug': (request) =>
    [request['image'] ?? '', JSON.stringify(request['command'] ?? [])].join(' '),
  '/osctl.v1alpha1.Config/Apply': (request) => (request['dryRun'] === true ? 'dry run' : 'documents'),
  '/osctl.v1alpha1.Config/Keep': field('expectedHash'),
  '/osctl.v1alpha1.Config/Rollback': (request) =>
    `${request['dryRun'] === true ? 'dry run ' : ''}revision ${request['revision']}`,
  '/osctl.v1alpha1.Kubernetes/Kubeconfig': nothing,
  '/osctl.v1alpha1.Etcd/Bootstrap': nothing,
  '/osctl.v1alpha1.Etcd/Snapshot': nothing,
  '/osctl.v1alpha1.Etcd/SnapshotToDisk': field('name'),
  '/osctl.v1alpha1.Etcd/MoveLeader': nothing,
  '/osctl.v1alpha1.Trust/IssueServer': field('node'),
  '/osctl.v1alpha1.Trust/RenewSelf': nothing,
  '/osctl.v1alpha1.Trust/ReplaceAuthorities': replacedTarget,
  '/osctl.v1alpha1.Trust/Deny': deniedTarget,
};
/** Audited when refused, or when the handler says so (a file of a root with secrets). */
const TARGETS: Readonly<Record<string, (request: Request) => string>> = {
  ...AUDITED,
  '/osctl.v1alpha1.State/Get': (request) => [request['kind'], request['id']].filter((part) => part !== '').join('/'),
  '/osctl.v1alpha1.Files/List': field('path'),
  '/osctl.v1alpha1.Files/Read': field('path'),
  '/osctl.v1alpha1.Files/Archive': field('path'),
  '/osctl.v1alpha1.Storage/Usage': field('path'),
  '/osctl.v1alpha1.Services/Logs': field('id'),
};

export interface AuditTrail {
  /** Writes the record now: for what may not see its call end (an operation that reboots), or is audited for its content. */
  accepted(ctx: CallContext, request: object): void;
  /** What a call whose request comes as a stream is about: for the record of its end. */
  about(ctx: CallContext, request: object): void;
  /** Each call's end. */
  ended(end: CallEnd): void;
}

/**
 * Guarantees: every mutation and every refusal is in the log exactly once; a refusal is an event, too. Never throws.
 */
export function createAuditTrail(log: AuditLog, events: EventBus): AuditTrail {
  const written = new WeakSet<CallContext>();
  const abouts = new WeakMap<CallContext, object>();
  const record = (ctx: CallContext, request: unknown, result: string, reason?: string): void => {
    written.add(ctx);
    const target = TARGETS[ctx.method]?.((request ?? {}) as Request) ?? '';
    const { subject, role, address, serial } = ctx.caller;
    log.record({
      subject,
      role,
      address,
      serial,
      method: ctx.method,
      target,
      ...(WHOLE.includes(ctx.method) && { whole: true }),
      result,
      ...(reason === undefined ? {} : { reason }),
    });
  };
  return {
    accepted: (ctx, request) => record(ctx, request, 'ACCEPTED'),
    about: (ctx, request) => void abouts.set(ctx, request),
    ended({ ctx, request, code, error }) {
      const refused = code === 'PERMISSION_DENIED' || code === 'UNAUTHENTICATED';
      if (refused) {
        const { subject, role } = ctx.caller;
        events.emit({
          type: 'access',
          subject: ctx.method,
          action: 'denied',
          message: 'a call was refused',
          fields: { subject, role, reason: error?.reason ?? code },
        });
      }
      if (written.has(ctx) || !(refused || Object.hasOwn(AUDITED, ctx.method))) return;
      record(ctx, request ?? abouts.get(ctx), code, error?.reason);
    },
  };
}
