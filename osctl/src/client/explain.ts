/** A node's failure as a sentence: which node, what was tried, why it failed, what to try next. Pure. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { clean } from '../output/format.ts';
import { duration } from '../output/units.ts';
import type { NodeTarget } from './targets.ts';

export function explain(node: NodeTarget, error: Error, timeoutMs: number): string {
  const who = node.name === node.address ? node.name : `${node.name} (${node.address})`;
  if (!(error instanceof RpcError)) return clean(`node ${who}: ${error.message}`);
  const tried = error.method === undefined ? '' : `${methodName(error.method)}: `;
  const hint = hintFor(error, node, timeoutMs);
  return clean(`node ${who}: ${tried}${error.message}${hint === undefined ? '' : `; ${hint}`}`);
}

/** /osctl.v1alpha1.System/Version → System.Version */
function methodName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('/', '.');
}

function hintFor(error: RpcError, node: NodeTarget, timeoutMs: number): string | undefined {
  switch (error.code) {
    case 'UNAVAILABLE':
      // With a reason it is the node that answered: something on it is away.
      return error.reason === undefined ? unreachable(error.message) : undefined;
    case 'DEADLINE_EXCEEDED':
      return `it did not answer within ${duration(timeoutMs)}; ask again with a longer --timeout`;
    case 'UNAUTHENTICATED':
      return 'the node does not know the certificate of this context; get a new one with osctl gen client';
    case 'PERMISSION_DENIED':
      // What nobody may read is no matter of the role.
      if (error.reason === 'PATH_NOT_ALLOWED' || error.reason === 'PATH_ESCAPES') return undefined;
      return error.reason === 'TARGET_NOT_MEMBER'
        ? 'is it a node of this cluster, and is it up? (osctl context show)'
        : 'the role of this context is too small for it (osctl context show)';
    case 'RESOURCE_EXHAUSTED':
      return 'the node has reached a limit; ask again when other calls have ended';
    case 'UNIMPLEMENTED':
      return 'the node runs another version of the OS, or is not a control plane';
    case 'INTERNAL':
    case 'UNKNOWN':
      return `its own log says more: osctl -n ${node.name} logs machined --tail 50`;
    default:
      return undefined;
  }
}

function unreachable(why: string): string {
  const look = '(osctl cluster list, osctl context show)';
  if (/ECONNREFUSED/.test(why)) return `is the node up, or still booting, and is its address right? ${look}`;
  if (/certificate|altname|self.signed|CERT_/i.test(why))
    return `is this the node of that name, and does the context belong to its cluster? ${look}`;
  return `is the node up, and is its address right? If only other nodes can reach it: --via NODE ${look}`;
}
