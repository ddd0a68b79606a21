/**
 * Replacing the authority of the OS API while everybody works: which step comes next. Pure, and without a memory of its own: each
 * step follows from what the nodes, this client and the other clients say, so that a rotation that was cut goes on when it is
 * begun again.
 *
 * Guarantees: at every moment, also between two nodes of one step, each node accepts the certificate of each client that was renewed
 * in time, and each such client believes the certificate of each node.
 */
import { familyOf } from './serial.ts';

/** Fingerprints (authorities.ts) name authorities. */
export interface RotationFacts {
  /** The authority that is to be the only one. */
  readonly target: string;
  readonly nodes: readonly RotatingNode[];
  /** The client that does it: its certificate, and whom it believes. */
  readonly self: { readonly serial: string; readonly authority: string; readonly believes: readonly string[] };
  /** As seen by all nodes. */
  readonly clients: readonly SeenClient[];
  /** Subjects or serial numbers of clients that are not waited for. */
  readonly leaveClients: readonly string[];
}

export interface RotatingNode {
  readonly name: string;
  readonly controlPlane: boolean;
  /** The issuing one first. */
  readonly accepted: readonly string[];
  /** Of the certificate with which it serves. */
  readonly server: string;
  /** Of a worker's certificate to ask for that; empty on a control plane. */
  readonly join: string;
  /** Whether its door has all of that in force. */
  readonly current: boolean;
}

export interface SeenClient {
  readonly subject: string;
  readonly role: string;
  readonly serial: string;
  readonly authority: string;
  /** Unix times, ms. */
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
}

export type RotationStep =
  /** Doors read what changed within seconds. */
  | { readonly kind: 'settle'; readonly nodes: readonly string[] }
  | { readonly kind: 'accept'; readonly nodes: readonly string[] }
  /** This client believes the target, too. */
  | { readonly kind: 'learn' }
  | { readonly kind: 'issue'; readonly nodes: readonly string[] }
  /** This client's certificate is of the target. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'clients'; readonly clients: readonly SeenClient[] }
  | { readonly kind: 'serve'; readonly nodes: readonly string[] }
  /** What cannot be taken back: whatever is still of another authority is out. */
  | { readonly kind: 'withdraw'; readonly nodes: readonly string[] }
  /** This client believes the target only. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'done' };

/**
 * Serving certificates change after the clients: one that knows only the former authority would not believe them, and has learned of
 * the other one with its own new certificate.
 */
export function nextStep({ target, nodes, self, clients, leaveClients }: RotationFacts): RotationStep {
  const namesOf = (wanted: (node: RotatingNode) => boolean): readonly string[] =>
    nodes.filter(wanted).map(({ name }) => name);

  const unsettled = namesOf(({ current }) => !current);
  if (unsettled.length > 0) return { kind: 'settle', nodes: unsettled };
  const refusing = namesOf(({ accepted }) => !accepted.includes(target));
  if (refusing.length > 0) return { kind: 'accept', nodes: refusing };
  if (!self.believes.includes(target)) return { kind: 'learn' };

  const behind = nodes.filter(({ accepted, join }) => accepted[0] !== target || (join !== '' && join !== target));
  if (behind.length > 0) {
    // A worker gets its serving certificate from any of the control planes.
    const issuers = behind.filter(({ controlPlane }) => controlPlane);
    return { kind: 'issue', nodes: (issuers.length > 0 ? issuers : behind).map(({ name }) => name) };
  }
  if (self.authority !== target) return { kind: 'renew' };

  const serving = namesOf(({ server }) => server !== target);
  const others = namesOf(({ accepted }) => accepted.length > 1);
  if (serving.length > 0 || others.length > 0) {
    const late = lateClients(
      target,
      clients,
      namesOf(() => true),
    ).filter(({ subject, serial }) => !leaveClients.includes(subject) && !leaveClients.includes(serial));
    if (late.length > 0) return { kind: 'clients', clients: late };
  }
  if (serving.length > 0) return { kind: 'serve', nodes: serving };
  if (others.length > 0) return { kind: 'withdraw', nodes: others };
  return self.believes.length > 1 ? { kind: 'forget' } : { kind: 'done' };
}

/** A call that was under way while its client changed its certificate, and clocks of nodes that differ. */
const OVERLAP_MS = 30_000;

/**
 * Who still calls with a certificate of another authority: whoever has none of the target's family yet, or has used the former one since
 * then, as a copy of the same client elsewhere does. A member's own certificate to join with is known from the member.
 */
export function lateClients(
  target: string,
  clients: readonly SeenClient[],
  members: readonly string[],
): readonly SeenClient[] {
  const moved = new Map<string, number>();
  for (const { serial, authority, firstSeenMs } of clients) {
    if (authority !== target) continue;
    const family = familyOf(serial);
    moved.set(family, Math.min(firstSeenMs, moved.get(family) ?? firstSeenMs));
  }
  const late = new Map<string, SeenClient>();
  for (const client of clients) {
    if (client.authority === target || (client.role === 'os:join' && members.includes(client.subject))) continue;
    const family = familyOf(client.serial);
    if (client.lastSeenMs <= (moved.get(family) ?? Number.NEGATIVE_INFINITY) + OVERLAP_MS) continue;
    const known = late.get(family);
    if (known === undefined || known.lastSeenMs < client.lastSeenMs) late.set(family, client);
  }
  return [...late.values()].sort((a, b) => b.lastSeenMs - a.lastSeenMs);
}

/** The facts once the step is done, for all its nodes or one of them: what a plan is foretold from. */
export function afterStep(facts: RotationFacts, step: RotationStep): RotationFacts {
  const { target, self } = facts;
  const change = (names: readonly string[], next: (node: RotatingNode) => RotatingNode): RotationFacts => ({
    ...facts,
    nodes: facts.nodes.map((node) => (names.includes(node.name) ? next(node) : node)),
  });
  const without = (list: readonly string[]) => list.filter((one) => one !== target);
  switch (step.kind) {
    case 'settle':
      return change(step.nodes, (node) => ({ ...node, current: true }));
    case 'accept':
      return change(step.nodes, (node) => ({ ...node, accepted: [...node.accepted, target] }));
    case 'learn':
      return { ...facts, self: { ...self, believes: [...self.believes, target] } };
    case 'issue':
      return change(step.nodes, (node) => ({
        ...node,
        accepted: [target, ...without(node.accepted)],
        join: node.join === '' ? '' : target,
      }));
    case 'renew':
      return {
        ...facts,
        self: { ...self, authority: target, believes: [target, ...without(self.believes)] },
        clients: facts.clients.filter(({ serial }) => familyOf(serial) !== familyOf(self.serial)),
      };
    case 'clients':
      return { ...facts, clients: facts.clients.filter(({ authority }) => authority === target) };
    case 'serve':
      return change(step.nodes, (node) => ({ ...node, server: target }));
    case 'withdraw':
      return change(step.nodes, (node) => ({ ...node, accepted: [target] }));
    case 'forget':
      return { ...facts, self: { ...self, believes: [target] } };
    case 'done':
      return facts;
  }
}

/** What is left to be done, in order, without the waiting for doors. */
export function remainingSteps(facts: RotationFacts): readonly RotationStep[] {
  const steps: RotationStep[] = [];
  for (let now = facts; ; ) {
    const step = nextStep(now);
    if (step.kind === 'done') return steps;
    if (step.kind !== 'settle') steps.push(step);
    now = afterStep(now, step);
  }
}
