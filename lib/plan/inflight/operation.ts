/** The agent's operation of a node's turn: what it is called, what the agent says of it, and what is stored about it. */
import type { InFlight } from '@talos/crds/machine.ts';
import type { NodeOperation } from '@talos/crds/nodestate.ts';
import { block, type Context, on, record, type Subject, step } from '../context.ts';
import { type Target, targetOf, unreachable } from '../prepare.ts';
import type { OperationView } from '../types.ts';
import { limits } from '../wished/policy.ts';

/** Operation ids are <rollout>-u<turn>. */
export const rolloutOf = (operationID: string): string => operationID.replace(/-u\d+$/, '');

export function operationOf({ node }: Subject, id: string): OperationView | undefined {
  return node.agent?.operations.find((operation) => operation.id === id);
}

/** The agent does not answer. Of a node that has taken an operation with a reboot that is the reboot, until its time is over. */
export function silent(context: Context, subject: Subject, id: string, deadline: number): void {
  if (operationOf(subject, id) === undefined) {
    unreachable(context, subject, deadline);
    return;
  }
  const { name } = subject.node;
  const message = `${name} has taken what it was told, and does not answer: it should be in its reboot`;
  block(context, { code: 'REBOOTING', message, owner: 'agent', node: name });
}

export function setOperation(
  context: Context,
  subject: Subject,
  entry: InFlight,
  fromBootID: string,
  type: NodeOperation['type'] = 'upgrade',
): void {
  const rolloutName = rolloutOf(entry.operationID);
  const operation = { id: entry.operationID, type, rolloutName, fromBootID };
  context.steps.push({ type: 'set-operation', ...on(subject), operation });
}

/** The agent has begun it already, whatever is stored: from here on it acts. */
export function resume(context: Context, subject: Subject, entry: InFlight, sent: OperationView): void {
  setOperation(context, subject, entry, sent.fromBootID, sent.type === 'reboot' ? 'configure-reboot' : 'upgrade');
  record(context, subject, {
    phase: 'Applying',
    rolloutName: rolloutOf(entry.operationID),
    step: step(context, 'apply', limits.applyTimeoutMs),
  });
}

/** What the rollout of the turn wants, though another may be the present one by now. */
export function targetOfTurn(context: Context, { way, state }: Subject): Target | undefined {
  const own = context.snapshot.rollouts.find(({ metadata }) => metadata.name === way.rolloutName) ?? context.current;
  const found = own === undefined ? undefined : targetOf(context, own);
  const stored = state.spec.target;
  return found === undefined || stored === undefined ? found : { ...found, pin: () => stored };
}
