/** What a tag stands for, looked up by a node: only nodes know mirrors and passwords. */
import type { Effect, OperationView, Resolution } from '@talos/lib/plan/index.ts';
import type { Tools } from './executor.ts';

/**
 * An operation's id is for one attempt: asked again, a failed one says the same for ever. So a repeated lookup takes the
 * next id that the node has not seen. Which that is, the node's own record says, so nothing needs to be stored.
 */
export async function resolveImage(
  step: Extract<Effect, { readonly type: 'resolve-image' }>,
  signal: AbortSignal,
  { agents, clock, memory }: Pick<Tools, 'agents' | 'clock' | 'memory'>,
): Promise<void> {
  const failedBefore = memory.resolution?.targetHash === step.targetHash && memory.resolution.error !== undefined;
  const operations = agents.view(step.node)?.operations ?? [];
  const attempts = operations.filter(({ id }) => id === step.operationID || id.startsWith(`${step.operationID}-r`));
  const last = attempts.toSorted((a, b) => attemptOf(a) - attemptOf(b)).at(-1);
  if (last?.state === 'running') return;
  const answer = last === undefined ? undefined : conclude(last);
  if (last !== undefined && answer !== undefined && !(failedBefore && answer.error !== undefined)) {
    memory.resolution = { targetHash: step.targetHash, node: step.node, time: clock.now(), ...answer };
    return;
  }
  const next = last === undefined ? 1 : attemptOf(last) + 1;
  const operationID = next === 1 ? step.operationID : `${step.operationID}-r${next}`;
  if (failedBefore) memory.resolution = undefined;
  await agents.prepare({
    node: step.node,
    operationID,
    image: step.image,
    epoch: step.epoch,
    signal,
  });
  agents.refresh(step.node);
}

const attemptOf = ({ id }: OperationView): number => Number(/-r(\d+)$/.exec(id)?.[1] ?? 1);

function conclude(operation: OperationView): Pick<Resolution, 'digest' | 'error'> {
  if (operation.state === 'succeeded' && operation.digest !== undefined) return { digest: operation.digest };
  const { code, message, retryable } = operation.error ?? {
    code: 'NO_DIGEST',
    message: 'the node did not say what the image was resolved to',
    retryable: true,
  };
  return { error: { code, message, retryable } };
}
