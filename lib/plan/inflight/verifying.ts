/** The node is back on the new image: whether it is proven to work, for long enough, so that its trial is confirmed. */
import { block, type Context, deadlineOf, iso, on, policyFor, record, type Subject } from '../context.ts';
import { isLeaving } from '../prepare.ts';
import { SKEW_MS } from '../rebase.ts';
import { kept, overdue as overdueConfig, wentBack } from './configuring.ts';
import { end, failed, turnedBack } from './ending.ts';
import { operationOf } from './operation.ts';

export function verifying(context: Context, subject: Subject): void {
  const { node, state, way } = subject;
  const { operation, target } = state.spec;
  const agent = node.agent;
  if (operation === undefined || target === undefined) {
    end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const since = way.steadySince === undefined ? undefined : Date.parse(way.steadySince);
  if (agent?.reachable === true && agent.digest !== target.digest) {
    turnedBack(context, subject);
    return;
  }
  const configures = operation.type !== 'upgrade';
  if (configures && agent?.reachable === true && agent.configHash !== target.configHash) {
    wentBack(context, subject);
    return;
  }
  const sent = operationOf(subject, operation.id);
  if (agent?.reachable === true && sent?.state === 'failed') {
    failed(context, subject, sent, true);
    return;
  }
  const missing = missingProof(subject);
  const overdue = context.now >= deadlineOf(subject);
  // A boot that lies ahead of us says only that the node's clock is another.
  const bootTime = agent === undefined || agent.bootTime > context.now + SKEW_MS ? 0 : agent.bootTime;
  if (missing !== undefined || (since !== undefined && bootTime > since)) {
    if (since !== undefined) {
      record(context, subject, { steadySince: undefined });
    } else if (overdue && configures) {
      overdueConfig(context, subject, missing ?? `${node.name} has booted again`);
    } else if (overdue && agent?.reachable === true && agent.trial === undefined) {
      const message = `${node.name} runs the new image, which is confirmed, but was not steady by ${way.step?.deadline}: ${missing}`;
      end(context, subject, 'Held', 'NotSteady', message);
    } else {
      const turning = agent?.trial === undefined ? '' : '; unconfirmed, it turns back by itself';
      block(context, {
        code: overdue ? 'VERIFY_OVERDUE' : 'VERIFYING',
        message: `${missing}${overdue ? turning : ''}`,
        owner: overdue ? 'user' : 'agent',
        node: node.name,
      });
    }
    return;
  }
  if (since === undefined) {
    record(context, subject, { steadySince: iso(context.now) });
    return;
  }
  const steadyAt = since + policyFor(context, subject).steadyForMs;
  if (context.now < steadyAt) {
    const message = `${node.name} is Ready and shall stay so until ${iso(steadyAt)}`;
    block(context, { code: 'STEADYING', message, owner: 'operator', node: node.name, nextCheck: steadyAt });
    return;
  }
  if (configures) {
    if (kept(context, subject)) end(context, subject, 'Done', 'Updated', `${node.name} has its configuration`);
    return;
  }
  if (agent?.trial === undefined) {
    end(context, subject, 'Done', 'Updated', `${node.name} runs ${target.image}`);
    return;
  }
  if (agent.trial.awaitsCaller) {
    context.steps.push({ type: 'confirm', ...on(subject), operationID: operation.id, deadline: deadlineOf(subject) });
  }
  const message = `the trial boot of ${node.name} is being confirmed`;
  block(context, { code: 'CONFIRMING', message, owner: 'agent', node: node.name });
}

const wordsOf = (unmet: readonly string[] = []): string =>
  unmet.length === 0 ? '' : `: ${unmet.slice(0, 3).join('; ')}`;

/** What of the proof of completion is not there, as a sentence. */
function missingProof({ node, state }: Subject): string | undefined {
  const { agent, name } = node;
  const { operation, target } = state.spec;
  if (agent?.reachable !== true) return `the agent of ${name} does not answer`;
  if (operation?.type !== 'configure' && agent.bootID === operation?.fromBootID) return `${name} has not booted since`;
  if (agent.digest !== target?.digest) return `${name} runs another image`;
  if (isLeaving(agent)) return `${name} turns back`;
  if (target.configHash !== undefined && agent.configHash !== target.configHash)
    return `${name} has another configuration`;
  if (!agent.ready) return `services of ${name} are not healthy yet${wordsOf(agent.unmet)}`;
  if (!node.ready) return `node ${name} is not Ready`;
  if (node.heartbeatTime <= agent.kubeletStartTime) return `the kubelet of ${name} has not reported since its start`;
  return undefined;
}
