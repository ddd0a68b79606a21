/** A word ahead of the reboot of the only control plane: with it the Kubernetes API goes away. */
import { type Context, deadlineOf, on, type Subject } from '../context.ts';

/** Tells of it where there is something to tell. True for the only control plane. */
export function announced(context: Context, subject: Subject, rollout: string): boolean {
  const { name } = subject.node;
  if (!isSoleControlPlane(context, subject)) return false;
  const message = `the Kubernetes API goes away while ${name}, the only control plane, restarts`;
  context.steps.push({ type: 'announce', ...on(subject), rollout, message, deadline: deadlineOf(subject) });
  return true;
}

/** The operator on it, and the API that it would confirm by, are away while such a node is on trial. */
function isSoleControlPlane({ snapshot }: Context, { node }: Subject): boolean {
  return node.role === 'control-plane' && snapshot.nodes.filter(({ role }) => role === 'control-plane').length === 1;
}
