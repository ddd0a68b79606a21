/** The agent's operation of a node's turn: what it is called, what the agent says of it, and what is stored about it. */
import type { InFlight } from '@talos/crds/machine.ts';
import { type Context, on, record, type Subject, step } from '../context.ts';
import { limits } from '../policy.ts';
import type { OperationView } from '../types.ts';

/** Operation ids are <rollout>-u<turn>. */
export const rolloutOf = (operationID: string): string => operationID.replace(/-u\d+$/, '');

export function operationOf({ node }: Subject, id: string): OperationView | undefined {
  return node.agent?.operations.find((operation) => operation.id === id);
}

export function setOperation(context: Context, subject: Subject, entry: InFlight, fromBootID: string): void {
  const rolloutName = rolloutOf(entry.operationID);
  const operation = { id: entry.operationID, type: 'upgrade', rolloutName, fromBootID } as const;
  context.steps.push({ type: 'set-operation', ...on(subject), operation });
}

/** The agent has begun it already, whatever is stored: from here on it acts. */
export function resume(context: Context, subject: Subject, entry: InFlight, sent: OperationView): void {
  setOperation(context, subject, entry, sent.fromBootID);
  record(context, subject, {
    phase: 'Applying',
    rolloutName: rolloutOf(entry.operationID),
    step: step(context, 'apply', limits.applyTimeoutMs),
  });
}
