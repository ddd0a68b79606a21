/** The size of a terminal, as it was asked for. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { TerminalSize } from '../host/pty.ts';

const LARGEST = 4096;

/** Errors: RpcError for what no terminal has. */
export function terminalSize({ columns, rows }: TerminalSize): TerminalSize {
  for (const one of [columns, rows]) {
    if (Number.isInteger(one) && one >= 1 && one <= LARGEST) continue;
    throw new RpcError('INVALID_ARGUMENT', `a terminal has 1 to ${LARGEST} columns and rows`, {
      reason: 'INVALID_REQUEST',
    });
  }
  return { columns, rows };
}
