import { RpcError } from '@talos/lib/rpc/error.ts';

/** What the node does not begin as it is now. `reason` is for programs. */
export function refused(reason: string, message: string): RpcError {
  return new RpcError('FAILED_PRECONDITION', message, { reason });
}
