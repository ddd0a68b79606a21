/** How a node's turn ends: what the outcome is, whether it condemns the image, and the evidence; the release follows. */
import type { Outcome } from '@talos/crds/nodestate.ts';
import type { Evidence } from '@talos/crds/schema.ts';
import { bootEvidence, type Context, clip, iso, record, type Subject, step } from '../context.ts';
import type { OperationView } from '../types.ts';
import { limits } from '../wished/policy.ts';
import { operationOf } from './operation.ts';

/** It runs its former image again. */
export function turnedBack(context: Context, subject: Subject): void {
  const { node, state } = subject;
  const id = state.spec.operation?.id ?? '';
  const boot = node.agent?.failedBoot?.operationID === id ? node.agent.failedBoot : undefined;
  const sent = operationOf(subject, id);
  if (boot !== undefined) {
    const message = `${node.name} turned back from ${state.spec.target?.image}: ${boot.message}`;
    end(
      context,
      subject,
      boot.condemnsImage ? 'RolledBack' : 'Retry',
      reasonOf(boot.cause),
      message,
      bootEvidence(boot),
    );
  } else if (sent?.state === 'failed') {
    failed(context, subject, sent, true);
  } else {
    end(context, subject, 'Retry', 'TurnedBack', `${node.name} is on its former image and does not say why`);
  }
}

/** The agent says that its operation failed; `rebooted` says whether the node has left its former boot for it. */
export function failed(context: Context, subject: Subject, sent: OperationView, rebooted: boolean): void {
  const { node, state } = subject;
  const boot = node.agent?.failedBoot?.operationID === sent.id ? node.agent.failedBoot : undefined;
  const code = sent.error?.code ?? 'OPERATION_FAILED';
  const text = sent.error?.message ?? sent.message;
  const evidence: Evidence =
    boot === undefined
      ? {
          cause: clip(code, 64),
          message: clip(text, 2048),
          operationID: sent.id,
          time: iso(context.now),
          lastLines: [],
        }
      : bootEvidence(boot);
  const condemned = sent.error?.condemnsImage === true || boot?.condemnsImage === true;
  const outcome: Outcome =
    condemned && (rebooted || boot !== undefined)
      ? 'RolledBack'
      : condemned || sent.error?.retryable === false
        ? 'Failed'
        : 'Retry';
  end(
    context,
    subject,
    outcome,
    clip(code, 64),
    `${node.name} could not upgrade to ${state.spec.target?.image}: ${text}`,
    evidence,
  );
}

const reasonOf = (cause: string): string =>
  cause === '' ? 'TurnedBack' : clip(cause.charAt(0).toUpperCase() + cause.slice(1), 64);

/** Stores the outcome; nothing else is decided about the node before its slot is given back. */
export function end(
  context: Context,
  subject: Subject,
  outcome: Outcome,
  reason: string,
  message: string,
  evidence?: Evidence,
): void {
  record(context, subject, {
    phase: 'Releasing',
    step: step(context, 'release', limits.releaseTimeoutMs),
    outcome,
    reason,
    message: clip(message, 2048),
    evidence,
    steadySince: undefined,
  });
}
