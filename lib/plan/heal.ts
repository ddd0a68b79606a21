/**
 * Healing: a node that stays NotReady, or has a service that fails, gets the least action that helps and that the Machine allows; what
 * would need more is said and left to a person. Goes on beside rollouts and never touches a node that one has under way.
 */
import type { Remediation, RemediationAction } from '@talos/crds/machine.ts';
import type { NodeHealing } from '@talos/crds/nodestate.ts';
import { block, type Context, clip, iso, on, type Subject } from './context.ts';
import { parseDuration } from './duration.ts';
import { quorumWithout } from './inflight/quorum.ts';
import { SKEW_MS } from './rebase.ts';
import { disturbedOf, fullFor } from './turns/budget.ts';
import type { NodeView } from './types.ts';
import { isMoving } from './way.ts';
import { countOf } from './wished/policy.ts';

/** An action has worked once what it changes has changed; a reboot includes the time of shutting down. */
const ACTION_MS: Readonly<Record<RemediationAction, number>> = { RestartService: 60_000, Reboot: 600_000 };
/** Well for so long: it is well. */
const SETTLED_MS = 60_000;
/** A node that has been well for so long starts with no attempts again. */
const FORGET_MS = 3_600_000;

interface Means {
  readonly actions: readonly RemediationAction[];
  readonly afterMs: number;
  readonly maxAttempts: number;
}

/** Plans records and at most one action a node; reboots within the budget of the rollouts. */
export function heal(context: Context, subjects: readonly Subject[]): void {
  const remediation = context.machine.spec.remediation;
  if (remediation === undefined) {
    // Nobody heals any more: an action that was begun would otherwise keep its node from every rollout.
    for (const subject of subjects)
      if (subject.state.status?.healing !== undefined) remember(context, subject, undefined);
    return;
  }
  const means: Means = {
    actions: remediation.actions ?? [],
    afterMs: parseDuration(remediation.after ?? '5m'),
    maxAttempts: remediation.maxAttempts ?? 2,
  };
  // A node under way is sick by our doing; what becomes of it is the rollout's.
  const free = subjects.filter((subject) => !isOurs(context, subject)).map((subject) => onThisClock(context, subject));
  const sick = free.filter(({ node }) => causesOf(node).length > 0);
  for (const subject of free) if (!sick.includes(subject)) well(context, subject);
  const storm = stormOf(remediation, sick.length, subjects.length);
  if (storm !== undefined) {
    const names = sick.slice(0, 5).map(({ node }) => node.name);
    const message = `${storm}, among them ${names.join(', ')}: nothing is done to any, since the cause is hardly theirs`;
    block(context, { code: 'REMEDIATION_STORM', message, owner: 'user' });
  }
  for (const subject of sick) tend(context, subject, means, storm !== undefined, subjects);
}

/** What is wrong with a node, the gravest first; empty while it is well. */
export function causesOf({ name, ready, agent }: NodeView): readonly string[] {
  const failing = (agent?.reachable === true ? agent.failing : []).map(
    ({ id, message }) => `service ${id}: ${message}`,
  );
  const notReady = ready ? [] : [`the Node ${name} is not Ready`];
  const silent = agent?.reachable === true ? [] : [`the agent of ${name} does not answer`];
  return [...notReady, ...silent, ...failing].slice(0, 8).map((text) => clip(text, 512));
}

function isOurs({ inFlight, steps }: Context, { node, way }: Subject): boolean {
  return (
    isMoving(way) ||
    inFlight.some(({ uid }) => uid === node.uid) ||
    steps.some((step) => step.type === 'acquire' && step.entry.uid === node.uid) ||
    node.agent?.trial !== undefined ||
    node.agent?.operations.some(({ type, state }) => type === 'upgrade' && state === 'running') === true
  );
}

function stormOf({ maxUnhealthy = '40%' }: Remediation, sick: number, total: number): string | undefined {
  const most = countOf(maxUnhealthy, total);
  return sick > most ? `${sick} of ${total} nodes are sick, more than ${maxUnhealthy}` : undefined;
}

/** Without times of a clock that was ahead and has been set back since: they would leave a node sick, or well, for years. */
function onThisClock({ now }: Context, subject: Subject): Subject {
  const { healing, ...status } = subject.state.status ?? {};
  const times = [healing?.sickSince, healing?.wellSince, healing?.action?.startTime].flatMap((time) => time ?? []);
  if (!times.some((time) => Date.parse(time) > now + SKEW_MS)) return subject;
  const { sickSince: _, wellSince: __, action, ...kept } = healing ?? {};
  const counts = action === undefined ? kept : counted({ ...kept, action });
  return { ...subject, state: { ...subject.state, status: { ...status, healing: counts } } };
}

/** A service that crashes again and again is well in between: only what stays well is. */
function well(context: Context, subject: Subject): void {
  const before = subject.state.status?.healing;
  if (before === undefined) return;
  if (before.wellSince === undefined) {
    remember(context, subject, { ...before, wellSince: iso(context.now) });
    return;
  }
  const { sickSince, causes: _, ...kept } = before;
  const wellFor = context.now - Date.parse(before.wellSince);
  if (sickSince !== undefined && wellFor >= SETTLED_MS) remember(context, subject, counted(kept));
  else if (wellFor >= FORGET_MS) remember(context, subject, undefined);
}

function tend(context: Context, subject: Subject, means: Means, storm: boolean, all: readonly Subject[]): void {
  const { node } = subject;
  const causes = causesOf(node);
  const before = subject.state.status?.healing;
  if (before?.sickSince === undefined || before.wellSince !== undefined) {
    const { wellSince: _, ...kept } = before ?? {};
    remember(context, subject, { sickSince: iso(context.now), ...kept, causes: [...causes] });
    return;
  }
  if (before.action !== undefined) {
    act(context, subject, before, before.action, causes, storm);
    return;
  }
  const due = Date.parse(before.sickSince) + means.afterMs;
  const tell = (why: string, owner: 'user' | 'operator' | 'cluster', nextCheck?: number) =>
    block(context, {
      code: 'NODE_SICK',
      message: clip(`${node.name} is sick since ${before.sickSince}: ${causes.join('; ')}; ${why}`, 2048),
      owner,
      node: node.name,
      ...(nextCheck === undefined ? {} : { nextCheck }),
    });
  if (context.now < due) {
    tell(`if it stays so until ${iso(due)} it is looked after`, 'operator', due);
    return;
  }
  if (storm) {
    tell('nothing is done while so many are', 'user');
    return;
  }
  const claim = node.claimedBy ?? (node.unschedulable ? 'whoever has cordoned it' : undefined);
  if (claim !== undefined) {
    tell(`it is left to ${claim}`, 'user');
    return;
  }
  const choice = choose(context, subject, before, means, all);
  if ('why' in choice) {
    tell(choice.why, choice.owner);
    return;
  }
  remember(context, subject, { ...before, causes: [...causes], action: choice });
}

type Action = NonNullable<NodeHealing['action']>;
type Choice = Action | { readonly why: string; readonly owner: 'user' | 'operator' | 'cluster' };

/** The least action that may help. */
function choose(
  context: Context,
  subject: Subject,
  { restarts = 0, reboots = 0 }: NodeHealing,
  { actions, maxAttempts }: Means,
  all: readonly Subject[],
): Choice {
  const { node } = subject;
  const agent = node.agent;
  if (agent?.reachable !== true)
    return { why: 'its agent can not be asked: see to its power and network', owner: 'user' };
  if (agent.runningOperation !== undefined)
    return { why: `operation ${agent.runningOperation} runs on it`, owner: 'user' };
  const times = (name: RemediationAction) => ({
    startTime: iso(context.now),
    deadline: iso(context.now + ACTION_MS[name]),
  });
  const [failing] = agent.failing;
  if (failing !== undefined && actions.includes('RestartService') && restarts < maxAttempts) {
    return { name: 'RestartService', service: failing.id, from: String(failing.since), ...times('RestartService') };
  }
  // A node that is Ready does its work: a reboot would harm more than what fails on it.
  if (node.ready) return { why: leftOf('RestartService', actions, restarts), owner: 'user' };
  if (!actions.includes('Reboot') || reboots >= maxAttempts) {
    return { why: leftOf('Reboot', actions, reboots), owner: 'user' };
  }
  const wait = waitsFor(context, subject, all);
  if (wait !== undefined) return wait;
  const operationID = `heal-${agent.bootID.replaceAll(/[^a-z0-9]/g, '').slice(0, 12)}-${reboots + 1}`;
  return { name: 'Reboot', from: agent.bootID, operationID, ...times('Reboot') };
}

/** A reboot takes of the same budget as the turns of rollouts; control planes go alone. */
function waitsFor(context: Context, subject: Subject, all: readonly Subject[]): Exclude<Choice, Action> | undefined {
  const { node } = subject;
  const busy = [...disturbedOf(context, all).ours.values()].filter(({ uid }) => uid !== node.uid);
  const after = (nodes: readonly NodeView[], why: string): Exclude<Choice, Action> => {
    const names = nodes.slice(0, 5).map(({ name }) => name);
    return { why: `it is rebooted after ${names.join(', ')}: ${why}`, owner: 'operator' };
  };
  const isAlone = node.role === 'control-plane' || busy.some(({ role }) => role === 'control-plane');
  if (isAlone && busy.length > 0) return after(busy, 'a control plane and another node are not disturbed at once');
  const full = fullFor(context, node, busy);
  if (full !== undefined) {
    const where = full.of === 'cluster' ? '' : full.of === 'zone' ? ' in its zone' : ` in NodePool ${full.pool?.name}`;
    return after(full.by, `${full.budget} may be disturbed at once${where}`);
  }
  const quorum = node.role === 'control-plane' ? quorumWithout(context, subject) : undefined;
  return quorum === undefined ? undefined : { why: quorum, owner: 'cluster' };
}

const leftOf = (name: RemediationAction, actions: readonly RemediationAction[], attempts: number): string =>
  actions.includes(name)
    ? `${attempts} times ${name} did not help: it is left to a person`
    : `Machine.spec.remediation.actions does not name ${name}: it is left to a person`;

/** An action that is stored: it is done, again if need be, until what it changes has changed or its time is over. */
function act(
  context: Context,
  subject: Subject,
  healing: NodeHealing,
  action: Action,
  causes: readonly string[],
  storm: boolean,
): void {
  const { node } = subject;
  const agent = node.agent;
  const failing = agent?.failing.find(({ id }) => id === action.service);
  const changed =
    action.name === 'Reboot'
      ? agent !== undefined && agent.bootID !== action.from
      : agent?.reachable === true && String(failing?.since) !== action.from;
  const deadline = Date.parse(action.deadline);
  if (changed || context.now >= deadline) {
    // What was done has as long to show as the sickness had: it counts from now.
    remember(context, subject, { ...counted(healing), causes: [...causes], sickSince: iso(context.now) });
    return;
  }
  const cause = causes.join('; ');
  const what = action.name === 'Reboot' ? 'is rebooted' : `has its service ${action.service} restarted`;
  block(context, {
    code: 'HEALING',
    message: clip(`${node.name} ${what}, because of: ${cause}`, 2048),
    owner: 'operator',
    node: node.name,
    nextCheck: deadline,
  });
  // A storm that has come up meanwhile stops what was not begun.
  if (storm || agent?.reachable !== true) return;
  if (action.name === 'RestartService') {
    context.steps.push({ type: 'restart-service', ...on(subject), service: action.service ?? '', cause, deadline });
  } else {
    context.steps.push({
      type: 'reboot',
      ...on(subject),
      operationID: action.operationID ?? '',
      expectedBootID: action.from,
      epoch: context.snapshot.leader.epoch,
      cause,
      deadline,
    });
  }
}

/** Its action is over, and was one of that kind. */
function counted({ action, ...kept }: NodeHealing): NodeHealing {
  if (action === undefined) return kept;
  return action.name === 'Reboot'
    ? { ...kept, reboots: (kept.reboots ?? 0) + 1 }
    : { ...kept, restarts: (kept.restarts ?? 0) + 1 };
}

function remember(context: Context, subject: Subject, healing: NodeHealing | undefined): void {
  context.steps.push({ type: 'record-healing', ...on(subject), healing });
}
