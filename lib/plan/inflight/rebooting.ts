/** The node is away: whether it came back, and on which image. */
import type { InFlight } from '@talos/crds/machine.ts';
import { block, type Context, deadlineOf, policyFor, record, type Subject, step } from '../context.ts';
import { end, failed, turnedBack } from './ending.ts';
import { operationOf } from './operation.ts';

export function rebooting(context: Context, subject: Subject, entry: InFlight): void {
  const { node, state } = subject;
  const { operation, target } = state.spec;
  if (operation === undefined || target === undefined) {
    end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const overdue = context.now >= deadlineOf(subject);
  const agent = node.agent;
  if (agent?.reachable === true) {
    if (agent.bootID !== operation.fromBootID) {
      if (agent.digest === target.digest) {
        record(context, subject, {
          phase: 'Verifying',
          step: step(context, 'verify', policyFor(context, subject).verifyTimeoutMs),
          steadySince: undefined,
        });
        return;
      }
      turnedBack(context, subject);
      return;
    }
    const sent = operationOf(subject, entry.operationID);
    if (sent?.state === 'failed') {
      failed(context, subject, sent, false);
      return;
    }
    if (overdue && sent?.state !== 'running') {
      end(context, subject, 'Retry', 'NoReboot', `${node.name} has not rebooted by ${subject.way.step?.deadline}`);
      return;
    }
  }
  block(context, {
    code: overdue ? 'NODE_OVERDUE' : 'REBOOTING',
    message: overdue
      ? `${node.name} has not come back by ${subject.way.step?.deadline}: look at its console; the rollout goes on when it does`
      : `${node.name} reboots into ${operation.type === 'upgrade' ? 'the new image' : 'its new configuration'}`,
    owner: overdue ? 'user' : 'agent',
    node: node.name,
  });
}
