/** The agent acts: whether it is told to upgrade, still at it, has failed, or is on its way into the reboot. */
import type { InFlight } from '@talos/crds/machine.ts';
import { block, type Context, deadlineOf, on, policyFor, record, type Subject, step } from '../context.ts';
import { limits, pinned } from '../wished/policy.ts';
import { announced } from './announce.ts';
import { configuring, staged } from './configuring.ts';
import { end, failed } from './ending.ts';
import { operationOf, setOperation, silent, targetOfTurn } from './operation.ts';

export function applying(context: Context, subject: Subject, entry: InFlight): void {
  const { node, state } = subject;
  const operation = state.spec.operation;
  const target = state.spec.target;
  if (operation?.id !== entry.operationID || target === undefined) {
    const sent = operationOf(subject, entry.operationID);
    if (sent !== undefined) setOperation(context, subject, entry, sent.fromBootID);
    else end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const deadline = deadlineOf(subject);
  const wanted = targetOfTurn(context, subject);
  if (operation.type !== 'upgrade') {
    if (wanted !== undefined) configuring(context, subject, entry, wanted);
    else end(context, subject, 'Retry', 'OperationLost', `the rollout of the turn of ${node.name} is gone`);
    return;
  }
  const agent = node.agent;
  if (agent?.reachable !== true) {
    if (context.now >= deadline) toReboot(context, subject);
    else silent(context, subject, operation.id, deadline);
    return;
  }
  if (agent.bootID !== operation.fromBootID) {
    if (agent.digest === target.digest) toVerify(context, subject);
    else toReboot(context, subject);
    return;
  }
  const sent = operationOf(subject, operation.id);
  if (sent?.state === 'failed') {
    failed(context, subject, sent, false);
    return;
  }
  if (sent?.state === 'succeeded' && agent.digest === target.digest) {
    // It came to the image by itself, after it was last looked at and before it was told: there was nothing to reboot for.
    const configured = target.configHash === undefined || target.configHash === agent.configHash;
    const message = `${node.name} runs ${target.image} already`;
    end(context, subject, configured ? 'Done' : 'Retry', 'Updated', message);
    return;
  }
  if (sent === undefined && context.now >= deadline) {
    end(
      context,
      subject,
      'Retry',
      'NotAccepted',
      `${node.name} did not take the operation by ${subject.way.step?.deadline}`,
    );
    return;
  }
  if (sent === undefined) {
    if (agent.runningOperation !== undefined) {
      const message = `${node.name} is busy with operation ${agent.runningOperation}`;
      block(context, { code: 'NODE_BUSY', message, owner: 'user', node: node.name, nextCheck: deadline });
      return;
    }
    if (wanted !== undefined && !staged(context, subject, wanted, deadline)) {
      const message = `the configuration of ${node.name} is put ready for the boot that the upgrade brings`;
      block(context, { code: 'APPLYING', message, owner: 'operator', node: node.name });
      return;
    }
    const sole = announced(context, subject, operation.rolloutName);
    context.steps.push({
      type: 'upgrade',
      ...on(subject),
      operationID: operation.id,
      image: pinned(target.image, target.digest),
      expectedBootID: operation.fromBootID,
      epoch: context.snapshot.leader.epoch,
      requireConfirm: !sole,
      confirmWithinMs: policyFor(context, subject).confirmWithinMs,
      deadline,
    });
  }
  const overdue = context.now >= deadline;
  block(context, {
    code: overdue ? 'OPERATION_OVERDUE' : 'APPLYING',
    message: `${node.name} ${sent === undefined ? 'is told to upgrade' : `upgrades: ${sent.phase} ${sent.message}`.trim()}`,
    owner: overdue ? 'user' : 'agent',
    node: node.name,
  });
}

/** It is back already, on the new image: nothing is to be told of its way there. */
function toVerify(context: Context, subject: Subject): void {
  record(context, subject, {
    phase: 'Verifying',
    step: step(context, 'verify', policyFor(context, subject).verifyTimeoutMs),
    steadySince: undefined,
  });
}

function toReboot(context: Context, subject: Subject): void {
  const timeout = policyFor(context, subject).confirmWithinMs + limits.rebootMarginMs;
  record(context, subject, { phase: 'Rebooting', step: step(context, 'reboot', timeout) });
}
