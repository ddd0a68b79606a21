/** Which calls change nothing on a node: they may be made again, and all of them go into a support archive. Pure. */
import type { AnyMethod, ServiceDescriptor } from '@talos/lib/rpc/service.ts';

/** Services that only look, by their own word ("Nothing here changes a node"). */
const LOOKING: readonly string[] = ['System', 'Host', 'Network', 'Storage'];

/** Unary methods that change nothing, of services that do other things as well. What is in neither table counts as a change. */
const READS: Readonly<Record<string, readonly string[]>> = {
  Services: ['List', 'Get'],
  Containers: ['List', 'Stats'],
  Images: ['List'],
  Lifecycle: ['GetOperation', 'ListOperations'],
  Config: ['Get'],
  Etcd: ['Status', 'Members'],
};

export function isRead(service: ServiceDescriptor, method: AnyMethod): boolean {
  const name = service.name.slice(service.name.lastIndexOf('.') + 1);
  if (method.kind !== 'unary') return false;
  return LOOKING.includes(name) || READS[name]?.includes(method.name) === true;
}
