/** What the statuses share: how far a plan has come as one verdict, and its conditions. */
import type { Condition } from '@talos/crds/schema.ts';
import { concludeConditions, type Verdict } from '../../control/conditions.ts';
import { clip } from '../context.ts';
import type { Plan } from '../types.ts';

export function verdictOf(plan: Plan, updated: number, total: number): Verdict {
  const counts = `${updated} of ${total} nodes run what is wanted`;
  const first = plan.blockedBy[0]?.message;
  const message = first === undefined ? counts : `${counts}; ${first}`;
  switch (plan.phase) {
    case 'Completed':
      return { kind: 'ready', reason: 'UpToDate', message: counts };
    case 'Halted':
      return {
        kind: 'stalled',
        reason: wordOf(plan.halted?.reason ?? 'Halted'),
        message: plan.halted?.message ?? message,
      };
    case 'Paused':
    case 'Cancelled':
      return { kind: 'stalled', reason: plan.phase, message };
    case undefined:
      return { kind: 'stalled', reason: 'NoMachine', message };
    default:
      return { kind: 'reconciling', reason: plan.phase, message };
  }
}

/** Codes of agents are upper case with underscores, reasons of conditions are one word. */
export const wordOf = (code: string): string =>
  code === '' || !/^[A-Z0-9_]+$/.test(code)
    ? code.replace(/[^A-Za-z0-9_]/g, '') || 'Halted'
    : code
        .toLowerCase()
        .split('_')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('');

export function conclude(
  before: readonly Condition[] | undefined,
  verdict: Verdict,
  generation: number,
  now: number,
): Condition[] {
  // Our schema bounds a condition's message.
  const short = { ...verdict, message: clip(verdict.message, 4096) };
  return concludeConditions(before ?? [], short, { generation, now }) as Condition[];
}
