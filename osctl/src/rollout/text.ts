/** A rollout told to a person: what is happening, why it waits, when it will be done. Pure. */
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { ObstacleCode, Rollout } from '@talos/crds/rollout.ts';
import type { Foreseen } from '@talos/lib/plan/whatif/foresee.ts';
import { clean } from '../output/format.ts';
import { duration } from '../output/units.ts';
import type { NodeLine, PoolLine, RolloutView } from './view.ts';
import type { NodeReason } from './why.ts';

export function rolloutText(view: RolloutView, nowMs: number): string {
  const { rollout, nodes } = view;
  const lines = [
    `${view.state}: ${view.message}`,
    `wanted      ${view.image === '' ? '-' : view.image}`,
    `nodes       ${nodes.updated} of ${nodes.total} run it, ${nodes.unavailable} unavailable`,
  ];
  if (rollout !== undefined) {
    const { startTime, completionTime, estimatedCompletionTime } = rollout;
    lines.push(`rollout     ${rollout.name}  ${rollout.phase}  ${rollout.progress}`);
    const { rollbackOf } = rollout;
    if (rollbackOf !== undefined)
      lines.push(`brings back ${rollbackOf.rollout} to ${rollbackOf.to}: ${rollbackOf.reason}`);
    if (startTime !== undefined) {
      const end = completionTime === undefined ? nowMs : Date.parse(completionTime);
      lines.push(
        `since       ${startTime} (${completionTime === undefined ? 'for' : 'took'} ${duration(end - Date.parse(startTime))})`,
      );
    }
    if (estimatedCompletionTime !== undefined)
      lines.push(`done about  ${estimatedCompletionTime} (${until(estimatedCompletionTime, nowMs)})`);
  }
  if (rollout?.stage !== undefined) {
    const { number, of, state, nodes } = rollout.stage;
    lines.push(
      `stage       ${number > of ? 'the rest, after the last of' : `${number} of`} ${of}${nodes === undefined ? '' : `, up to ${stageNodes(nodes)}`}: ${state}`,
    );
  }
  if (rollout?.retried !== undefined) lines.push(`tried again by ${rollout.retried.by} at ${rollout.retried.time}`);
  for (const { node, reason, message } of rollout?.failures ?? []) {
    lines.push(`failed      ${node}  ${reason}: ${message} (osctl rollout why ${node})`);
  }
  for (const pool of view.pools) lines.push(poolText(pool));
  for (const node of view.underWay) lines.push(nodeText(node, nowMs));
  for (const { message } of view.drifted) lines.push(`drifted     ${message}`);
  for (const { code, message, node, since, owner, nextCheckTime } of view.blockedBy) {
    const who = node === undefined || message.includes(node) ? '' : ` ${node}:`;
    lines.push(
      `waits       ${code}${who} ${message} (for ${duration(nowMs - Date.parse(since))}; up to: ${owner}; looked at again ${until(nextCheckTime, nowMs)})`,
    );
  }
  if (rollout?.evidence !== undefined) {
    const { cause, message, lastLines = [] } = rollout.evidence;
    lines.push(`evidence    ${cause}: ${message}`, ...lastLines.map((line) => `    ${line}`));
  }
  return lines.map((line) => `${clean(line)}\n`).join('');
}

/** How far a stage goes: of a pool it says so itself. */
export const stageNodes = (nodes: string): string => (nodes.includes(' of ') ? nodes : `${nodes} of the nodes`);

/** One node, told to a person. */
export function reasonText(reason: NodeReason, nowMs: number): string {
  const lines = [reason.answer, `wanted      ${reason.wanted}`, nodeText(reason, nowMs)];
  if (!reason.reachable) lines.push(`agent       does not answer`);
  for (const { code, message, since, owner, nextCheckTime } of reason.blockedBy) {
    lines.push(
      `waits       ${code} ${message} (for ${duration(nowMs - Date.parse(since))}; up to: ${owner}; looked at again ${until(nextCheckTime, nowMs)})`,
    );
  }
  const { healing, evidence } = reason;
  if (healing?.sickSince !== undefined) {
    const doing =
      healing.action === undefined ? '' : `; ${healing.action.name} ${healing.action.service ?? ''}`.trimEnd();
    lines.push(`sick        since ${healing.sickSince}: ${(healing.causes ?? []).join('; ')}${doing}`);
  }
  if (evidence !== undefined) {
    lines.push(`evidence    ${evidence.cause}: ${evidence.message}`);
    lines.push(...(evidence.lastLines ?? []).map((line) => `    ${line}`));
  }
  return lines.map((line) => `${clean(line)}\n`).join('');
}

/** What a rollout is going to do, as a person reads it before saying yes. */
export function previewText(
  rollout: Rollout,
  changes: readonly NodeChange[] = [],
  pools: readonly PoolLine[] = [],
): string {
  const { preview } = rollout.status ?? {};
  const lines = [
    `${rollout.metadata.name}: ${rollout.spec.os.image} ${rollout.spec.targets[0]?.digest ?? ''}`.trimEnd(),
  ];
  if (preview === undefined) lines.push('nothing is left to do, or the operator has not looked yet');
  else {
    lines.push(
      ...aheadLines(preview),
      `hash        ${preview.hash}`,
      `approval    ${approvalText(rollout, preview.hash)}`,
      ...forecastLines(preview.forecast),
    );
  }
  for (const pool of pools) lines.push(poolText(pool));
  lines.push(...changeLines(changes));
  return lines.map((line) => `${clean(line)}\n`).join('');
}

/** A change that nobody has applied, likewise. */
export function foreseenText(foreseen: Foreseen, objects: readonly string[], approval: string): string {
  const { rollout, image, digest, digestOf, preview, changes, blockedBy } = foreseen;
  const known =
    digest === undefined
      ? 'what the tag stands for is looked up by a node then'
      : digestOf === 'asked for'
        ? digest
        : `${digest}, as the tag stood for in rollout ${digestOf}`;
  const lines = [
    `if applied  ${objects.length === 0 ? 'nothing changes' : objects.join(', ')}`,
    `rollout     ${rollout}: ${image} (${known})`,
  ];
  if (preview === undefined) lines.push('nodes       none has anything left to do');
  else lines.push(...aheadLines(preview), `approval    ${approval}`, ...forecastLines(preview.forecast));
  const told = changes.map(({ node, ...change }) => ({ nodes: [node], ...change }));
  lines.push(...changeLines(told));
  for (const { code, message, owner } of blockedBy) lines.push(`waits       ${code} ${message} (up to: ${owner})`);
  return lines.map((line) => `${clean(line)}\n`).join('');
}

function aheadLines(preview: Omit<Preview, 'hash'>): readonly string[] {
  const more = preview.nodes > preview.order.length ? ` and ${preview.nodes - preview.order.length} more` : '';
  return [
    `nodes       ${preview.nodes}${costOf(preview)}: ${preview.order.join(', ')}${more}`,
    `takes       about ${duration(preview.seconds * 1_000)}`,
    `begins      ${preview.opens ?? 'at any time'}`,
  ];
}

function changeLines(changes: readonly NodeChange[]): readonly string[] {
  return groups(changes).flatMap(({ nodes, disruption, restarts, diff }) => {
    const cost =
      disruption === 'SERVICE_RESTART'
        ? `restarts ${restarts.join(', ')}`
        : disruption === 'REBOOT'
          ? 'takes effect with a reboot'
          : 'disturbs nothing';
    return [
      `config      of ${nodes.join(', ')} (${cost})`,
      ...diff
        .trimEnd()
        .split('\n')
        .slice(2)
        .map((line) => `    ${line}`),
    ];
  });
}

export interface NodeChange {
  readonly nodes: readonly string[];
  readonly disruption: 'NONE' | 'SERVICE_RESTART' | 'REBOOT';
  readonly restarts: readonly string[];
  /** Unified; secrets are digests. */
  readonly diff: string;
}

/** How the configuration of nodes changes in the rollout under way. */
export function nodeChanges(nodeStates: readonly NodeState[]): readonly NodeChange[] {
  return nodeStates.flatMap(({ metadata, status }) => {
    const { disruption, restarts = [], diff = '' } = status?.preview ?? {};
    return disruption === undefined ? [] : [{ nodes: [metadata.name], disruption, restarts, diff }];
  });
}

/** Nodes that change alike are told together. */
function groups(changes: readonly NodeChange[]): readonly NodeChange[] {
  const found = new Map<string, NodeChange>();
  for (const change of changes) {
    const key = `${change.disruption} ${change.diff}`;
    const known = found.get(key);
    found.set(key, { ...change, nodes: [...(known?.nodes ?? []), ...change.nodes] });
  }
  return [...found.values()];
}

type Preview = NonNullable<NonNullable<Rollout['status']>['preview']>;

/** What drains would meet: what holds them first, then what is lost with them. */
export function forecastLines(forecast: Preview['forecast']): readonly string[] {
  if (forecast === undefined) return [];
  const { time, nodes, pods, obstacles, more = 0 } = forecast;
  const what = obstacles.length === 0 ? 'nothing is in their way' : 'to know';
  return [
    `drains      ${pods === 1 ? '1 pod leaves' : `${pods} pods leave`} ${nodes === 1 ? 'the first node' : `the first ${nodes} nodes`}; ${what} (as of ${time})${obstacles.length === 0 ? '' : ':'}`,
    ...obstacles
      .toSorted((a, b) => Number(LOSES.includes(a.code)) - Number(LOSES.includes(b.code)))
      .map(({ node, code, message }) => `    ${node}  ${code}  ${message}`),
    ...(more === 0 ? [] : [`    and ${more} more`]),
  ];
}

const LOSES: readonly ObstacleCode[] = ['NOT_REPLACED', 'SCRATCH_LOST'];

/** Without the word of the operator each is drained and rebooted. */
function costOf({ nodes, disruption }: Omit<Preview, 'hash'>): string {
  const { none = 0, serviceRestart = 0, reboot = nodes } = disruption ?? {};
  if (reboot === nodes) return ', each is drained and rebooted';
  const parts = [
    ...(reboot === 0 ? [] : [`${reboot} drained and rebooted`]),
    ...(serviceRestart === 0 ? [] : [`${serviceRestart} with services restarted`]),
    ...(none === 0 ? [] : [`${none} undisturbed`]),
  ];
  return `, ${parts.join(', ')}`;
}

function approvalText({ metadata, spec, status }: Rollout, hash: string): string {
  if (spec.approval?.hash === hash) return `by ${spec.approval.by}`;
  const awaited = status?.blockedBy?.some(({ code }) => code === 'AWAITING_APPROVAL') === true;
  if (!awaited) return 'not asked for';
  const changed = spec.approval === undefined ? '' : ` (what ${spec.approval.by} approved has changed)`;
  return `awaited${changed}: osctl rollout approve ${metadata.name}`;
}

function nodeText(node: NodeLine, nowMs: number): string {
  // A queued node waits for its turn, which has no bound of its own.
  const step =
    node.step === '' || node.step === 'wait'
      ? ''
      : `, step ${node.step}${node.attempts > 1 ? ` (attempt ${node.attempts})` : ''}${node.deadline === '' ? '' : `, fails ${until(node.deadline, nowMs)}`}`;
  return `node        ${node.node}  ${node.phase}${step}${node.message === '' ? '' : `: ${node.message}`}`;
}

function poolText({ pool, image, total, updated, unavailable, maxUnavailable, ready, message }: PoolLine): string {
  const pin = image === undefined ? '' : `, pinned to ${image}`;
  const counts = `${updated} of ${total} done, ${unavailable} unavailable of at most ${maxUnavailable}`;
  return `pool        ${pool}  ${counts}${pin}${ready || message === '' ? '' : `: ${message}`}`;
}

/** "in 3m", "now" for what is past. */
function until(time: string, nowMs: number): string {
  const left = Date.parse(time) - nowMs;
  return left <= 0 ? 'now' : `in ${duration(left)}`;
}
