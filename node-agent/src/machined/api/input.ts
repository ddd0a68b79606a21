/** What requests have to be like before anything is done. */
import { RpcError } from '@talos/lib/rpc/error.ts';

export function invalid(message: string, reason = 'INVALID_REQUEST'): RpcError {
  return new RpcError('INVALID_ARGUMENT', message, { reason });
}

/** Whole and not negative. */
export function count(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw invalid(`${name} must be a whole number, 0 or more`);
  return value;
}

export function operationId(id: string, name = 'guard.operation_id'): string {
  if (!/^[a-z0-9-]{1,63}$/.test(id)) {
    throw invalid(`${name} must be 1 to 63 lower-case letters, digits and hyphens`, 'INVALID_OPERATION_ID');
  }
  return id;
}

/** The last `n` items. Memory: n items, at most 100,000. */
export async function lastOf<T>(items: AsyncIterable<T>, n: number): Promise<readonly T[]> {
  const kept: T[] = [];
  const limit = Math.min(n, 100_000);
  for await (const item of items) {
    kept.push(item);
    if (kept.length >= limit * 2) kept.splice(0, kept.length - limit);
  }
  return kept.slice(-limit);
}
