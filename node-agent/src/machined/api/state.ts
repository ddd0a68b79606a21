/** osctl.v1alpha1.State */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { roleIncludes } from '@talos/lib/rpc/roles.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { resourceKinds } from '../resources/kinds.ts';
import { createResourceStore } from '../resources/store.ts';
import type { ResourceEvent } from '../resources/types.ts';
import type { ApiDeps } from './deps.ts';

type Methods = typeof api.State.methods;

export function stateHandlers(deps: ApiDeps): Handlers<Methods> {
  const store = createResourceStore({ kinds: resourceKinds(deps), events: deps.events, clock: deps.clock });
  return {
    async *get(request, ctx) {
      const kind = store.kind(request.kind);
      if (kind.sensitive) {
        if (!roleIncludes(ctx.caller.role, 'os:admin')) {
          const message = `${kind.name} holds secrets: only os:admin may read it`;
          throw new RpcError('PERMISSION_DENIED', message, { reason: 'KIND_NEEDS_ADMIN' });
        }
        deps.audit.accepted(ctx, request);
      }
      const { name, description, sensitive = false, columns } = kind;
      yield { type: 'KIND', kind: { name, description, sensitive, columns } };
      const { id, follow } = request;
      for await (const event of store.read(kind, { id, follow, signal: ctx.signal })) yield message(event);
    },
  };
}

function message(event: ResourceEvent): api.Init<api.ResourceEvent> {
  if (event.type === 'BOOKMARK') return { type: event.type };
  const { kind, id, version, spec } = event.resource;
  const told = event.type === 'DELETED' ? '' : JSON.stringify(spec);
  return { type: event.type, resource: { kind, id, version, spec: told } };
}
