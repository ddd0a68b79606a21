/** A rollout told to a person: what is happening, why it waits, when it will be done. Pure. */
import { clean } from '../output/format.ts';
import { duration } from '../output/units.ts';
import type { NodeLine, RolloutView } from './view.ts';

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
    if (startTime !== undefined) {
      const end = completionTime === undefined ? nowMs : Date.parse(completionTime);
      lines.push(
        `since       ${startTime} (${completionTime === undefined ? 'for' : 'took'} ${duration(end - Date.parse(startTime))})`,
      );
    }
    if (estimatedCompletionTime !== undefined)
      lines.push(`done about  ${estimatedCompletionTime} (${until(estimatedCompletionTime, nowMs)})`);
  }
  for (const node of view.underWay) lines.push(nodeText(node, nowMs));
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

function nodeText(node: NodeLine, nowMs: number): string {
  // A queued node waits for its turn, which has no bound of its own.
  const step =
    node.step === '' || node.step === 'wait'
      ? ''
      : `, step ${node.step}${node.attempts > 1 ? ` (attempt ${node.attempts})` : ''}${node.deadline === '' ? '' : `, fails ${until(node.deadline, nowMs)}`}`;
  return `node        ${node.node}  ${node.phase}${step}${node.message === '' ? '' : `: ${node.message}`}`;
}

/** "in 3m", "now" for what is past. */
function until(time: string, nowMs: number): string {
  const left = Date.parse(time) - nowMs;
  return left <= 0 ? 'now' : `in ${duration(left)}`;
}
