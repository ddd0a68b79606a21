/** When a rollout must not go on, for good: what failed, which image that puts in quarantine, and the evidence. */
import type { Rollout } from '@talos/crds/rollout.ts';
import { block, type Context, clip, iso, nodeClass, type Subject } from './context.ts';
import { isBad } from './inflight/releasing.ts';
import type { Plan } from './types.ts';

type Halted = Plan['halted'];

/** Whether the rollout must not go on, for good; plans to store that. */
export function findHalt(context: Context, current: Rollout, subjects: readonly Subject[]): Halted {
  const digest = current.spec.targets[0]?.digest;
  const hash = current.spec.targetHash;
  const stored = (context.machine.status?.quarantine ?? []).find(
    (entry) =>
      entry.targetHash === hash ||
      (entry.configHash === undefined && entry.digest !== undefined && entry.digest === digest),
  );
  const bad = subjects.find(
    ({ way }) =>
      way.rolloutName === current.metadata.name &&
      (isBad(way.outcome) || way.phase === 'RolledBack' || way.phase === 'Failed'),
  );
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  let halted: Halted;
  if (bad !== undefined) {
    const { way, node } = bad;
    halted = {
      node: node.name,
      reason: way.reason ?? 'Failed',
      message: way.message ?? '',
      ...(way.evidence === undefined ? {} : { evidence: way.evidence }),
    };
  } else if (stored !== undefined) {
    const { evidence } = stored;
    halted = {
      node: stored.node,
      reason: stored.reason,
      message: clip(`${current.spec.os.image} failed on ${stored.node}: ${evidence?.message ?? stored.reason}`, 2048),
      ...(evidence === undefined ? {} : { evidence }),
    };
  } else if (digest === undefined && resolution?.error?.retryable === false) {
    const { code, message } = resolution.error;
    const evidence = { cause: clip(code, 64), message: clip(message, 2048), time: iso(resolution.time), lastLines: [] };
    halted = {
      node: resolution.node,
      reason: clip(code, 64),
      message: clip(`${resolution.node} can't find ${current.spec.os.image}: ${message}`, 2048),
      evidence,
    };
  } else return undefined;

  const turn = bad?.state.spec.operation;
  const brought = turn?.rolloutName === current.metadata.name ? bad?.state.spec.target?.configHash : undefined;
  // Of an upgrade that brought a configuration along either may be to blame: the two are not tried together again.
  const configHash = bad === undefined || brought === undefined ? undefined : current.spec.targets[0]?.configHash;
  const isConfigOnly = configHash !== undefined && turn?.type !== 'upgrade';
  if (stored === undefined) {
    const node = context.snapshot.nodes.find(({ name }) => name === halted?.node);
    context.steps.push({
      type: 'quarantine',
      entry: {
        image: current.spec.os.image,
        ...(digest === undefined || isConfigOnly ? {} : { digest }),
        ...(configHash === undefined ? {} : { configHash }),
        targetHash: hash,
        nodeClass: node === undefined ? 'any' : nodeClass(node),
        node: halted.node,
        reason: halted.reason,
        since: iso(context.now),
        ...(halted.evidence === undefined ? {} : { evidence: halted.evidence }),
      },
    });
  }
  const isConfig = stored === undefined ? isConfigOnly : stored.configHash !== undefined && stored.digest === undefined;
  if (current.status?.phase !== 'Halted') {
    context.steps.push({ type: 'halt', rollout: current.metadata.name, ...halted });
  }
  block(context, {
    code: isConfig ? 'CONFIG_QUARANTINED' : 'IMAGE_QUARANTINED',
    message: clip(
      isConfig
        ? `${halted.message}; it is not tried again until spec.config of the Machine or the NodeConfigs change`
        : `${halted.message}; it is not tried again until spec.os of the Machine changes`,
      2048,
    ),
    owner: 'user',
    node: halted.node,
    nextCheck: context.now + 60_000,
  });
  return halted;
}
