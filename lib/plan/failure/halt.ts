/** Which nodes failed in a rollout, what that puts in quarantine, and whether the rollout may go on with the others. */
import type { Quarantine } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { block, type Context, clip, iso, nodeClass, type Subject } from '../context.ts';
import { isBad } from '../inflight/releasing.ts';
import type { Failure, Halted } from '../types.ts';
import { failuresAllowed, limits } from '../wished/policy.ts';
import { targetOfNode } from '../wished/pool.ts';
import { entriesFor } from './retry.ts';
import { isRollback } from './rollback.ts';

export interface Judgement {
  /** Not to be tried again, with this image and configuration. */
  readonly failures: readonly Failure[];
  /** The rollout must not go on, for good. */
  readonly halted: Halted | undefined;
}

/** Plans to store what is new of it. */
export function judge(context: Context, current: Rollout, subjects: readonly Subject[]): Judgement {
  const back = isRollback(current);
  const stored = back ? [] : entriesFor(context.machine.status?.quarantine ?? [], current);
  const bad = subjects.filter(
    ({ way }) =>
      way.rolloutName === current.metadata.name &&
      (isBad(way.outcome) || way.phase === 'RolledBack' || way.phase === 'Failed'),
  );
  if (back) {
    const failures = bad.map(failureOf);
    return { failures, halted: failures.length === 0 ? undefined : haltBack(context, current, failures) };
  }
  let room = limits.quarantined - (context.machine.status?.quarantine ?? []).length;
  const entries = new Map(stored.map((entry) => [entry.node, entry]));
  for (const subject of bad) {
    if (stored.some((entry) => isOf(entry, subject, current))) continue;
    const entry = entryOf(context, current, subject, entries.size > 0);
    if (!entries.has(entry.node)) entries.set(entry.node, entry);
    if (room-- > 0) context.steps.push({ type: 'quarantine', entry });
  }
  const failures = [
    ...bad.map(failureOf),
    ...stored
      .filter(({ node }) => !bad.some((subject) => subject.node.name === node))
      .map((entry) => failureOfEntry(entry, current)),
  ];
  const missing = unresolved(context, current);
  if (failures.length === 0 && missing !== undefined) {
    context.steps.push({ type: 'quarantine', entry: missing });
    const failure = failureOfEntry(missing, current);
    return { failures: [], halted: halt(context, current, [failure], missing) };
  }
  const [first] = failures;
  if (first === undefined) return { failures, halted: undefined };
  const entry = entries.get(first.node);
  const isControlPlane = [...entries.values()].some((one) => one.nodeClass.startsWith('control-plane'));
  const digest = current.spec.targets[0]?.digest;
  if (digest === undefined || isControlPlane || isPassed(context, failures.length)) {
    return { failures, halted: halt(context, current, failures, entry) };
  }
  const allowed = failuresAllowed(context.policy, context.snapshot.nodes.length);
  for (const { node, message } of failures) {
    const why = `${message}; ${node} is left as it is, the others go on: ${failures.length} of ${allowed} that may fail`;
    block(context, { code: 'NODE_FAILED', message: why, owner: 'user', node, nextCheck: context.now + 60_000 });
  }
  return { failures, halted: undefined };
}

/** Whether more nodes failed than the Machine allows. */
export const isPassed = ({ policy, snapshot }: Context, failures: number): boolean =>
  failures > failuresAllowed(policy, snapshot.nodes.length);

/** Several failures told as one, the first in front. */
export function together(failures: readonly Failure[], how: string): Halted {
  const [first] = failures;
  if (first === undefined) throw new RangeError('nothing failed');
  const message =
    failures.length === 1
      ? first.message
      : `${failures.length} nodes failed${how}: ${failures.map((failure) => failure.message).join('; ')}`;
  return { ...first, message: clip(message, 2048), failures };
}

const isOf = (entry: Quarantine, { node }: Subject, { spec }: Rollout): boolean =>
  entry.node === node.name && entry.targetHash === spec.targetHash;

/** The whole of the first failure's evidence, and the end of the others': the Machine stays one object. */
function entryOf({ now }: Context, current: Rollout, { node, way, state }: Subject, short: boolean): Quarantine {
  const turn = state.spec.operation;
  const brought = turn?.rolloutName === current.metadata.name ? state.spec.target?.configHash : undefined;
  // Of an upgrade that brought a configuration along either may be to blame: the two are not tried together again.
  const configHash = brought === undefined ? undefined : current.spec.targets[0]?.configHash;
  const isConfigOnly = configHash !== undefined && turn?.type !== 'upgrade';
  const target = targetOfNode(current.spec, node);
  const digest = target?.digest;
  const { evidence } = way;
  const lines = short ? evidence?.lastLines?.slice(-10) : evidence?.lastLines;
  return {
    image: target?.image ?? current.spec.os.image,
    ...(digest === undefined || isConfigOnly ? {} : { digest }),
    ...(configHash === undefined ? {} : { configHash }),
    targetHash: current.spec.targetHash,
    nodeClass: nodeClass(node),
    node: node.name,
    reason: way.reason ?? 'Failed',
    since: iso(now),
    ...(evidence === undefined
      ? {}
      : { evidence: { ...evidence, ...(lines === undefined ? {} : { lastLines: lines }) } }),
  };
}

/** The image is not where the Machine says. */
function unresolved({ snapshot }: Context, { spec }: Rollout): Quarantine | undefined {
  const { resolution } = snapshot;
  if (spec.targets[0]?.digest !== undefined || resolution?.targetHash !== spec.targetHash) return undefined;
  if (resolution.error?.retryable !== false) return undefined;
  const { code, message } = resolution.error;
  const node = snapshot.nodes.find(({ name }) => name === resolution.node);
  const time = iso(resolution.time);
  return {
    image: spec.os.image,
    targetHash: spec.targetHash,
    nodeClass: node === undefined ? 'any' : nodeClass(node),
    node: resolution.node,
    reason: clip(code, 64),
    since: time,
    evidence: { cause: clip(code, 64), message: clip(message, 2048), time, lastLines: [] },
  };
}

export const failureOf = ({ node, way }: Subject): Failure => ({
  node: node.name,
  reason: way.reason ?? 'Failed',
  message: way.message ?? `${node.name} failed`,
  ...(way.evidence === undefined ? {} : { evidence: way.evidence }),
});

function failureOfEntry({ image, node, reason, evidence }: Quarantine, { spec }: Rollout): Failure {
  const why = evidence?.message ?? reason;
  const what =
    spec.targets[0]?.digest === undefined
      ? `${node} can't find ${spec.os.image}: ${why}`
      : `${image} failed on ${node}: ${why}`;
  return { node, reason, message: clip(what, 2048), ...(evidence === undefined ? {} : { evidence }) };
}

/** Any failure on the way back is a person's: workers must not stay newer than apiservers. */
function haltBack(context: Context, current: Rollout, failures: readonly Failure[]): Halted {
  const halted = together(failures, ' on the way back');
  if (current.status?.phase !== 'Halted') {
    context.steps.push({ type: 'halt', rollout: current.metadata.name, ...halted });
  }
  const message = `the rollback of ${current.spec.rollbackOf?.rollout} can't go on: ${halted.message}`;
  block(context, {
    code: 'ROLLBACK_HALTED',
    message,
    owner: 'user',
    node: halted.node,
    nextCheck: context.now + 60_000,
  });
  return halted;
}

function halt(context: Context, current: Rollout, failures: readonly Failure[], entry: Quarantine | undefined): Halted {
  const allowed = failuresAllowed(context.policy, context.snapshot.nodes.length);
  const halted = together(failures, `, ${allowed} may`);
  if (current.status?.phase !== 'Halted') {
    context.steps.push({ type: 'halt', rollout: current.metadata.name, ...halted });
  }
  const isConfig = entry?.configHash !== undefined && entry.digest === undefined;
  const until = isConfig ? 'spec.config of the Machine or the NodeConfigs change' : 'spec.os of the Machine changes';
  block(context, {
    code: isConfig ? 'CONFIG_QUARANTINED' : 'IMAGE_QUARANTINED',
    message: `${halted.message}; it is not tried again until ${until}, or a person says so: osctl rollout retry`,
    owner: 'user',
    node: halted.node,
    nextCheck: context.now + 60_000,
  });
  return halted;
}
