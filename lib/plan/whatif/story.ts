/** What happens in a rehearsal, as lines that a person reads from the top. */
import type { BlockedBy } from '@talos/crds/schema.ts';
import { clip } from '../context.ts';
import { formatDuration } from '../duration.ts';
import type { SimulatedCluster } from '../simulated/cluster.ts';
import type { Step } from '../types.ts';
import { limits } from '../wished/policy.ts';
import type { ClusterDump } from './dump.ts';

export interface StoryLine {
  /** Seconds since the beginning. */
  readonly second: number;
  readonly node?: string;
  readonly text: string;
}

/** Once as many are told, a story is too long to be read. */
const LINES = 5_000;
const ENDS: readonly unknown[] = ['Done', 'RolledBack', 'Failed', 'Held'];

/** What steps have told of. */
const TOLD: readonly string[] = ['RETRY_BACKOFF', 'NODE_HELD', 'IMAGE_QUARANTINED', 'CONFIG_QUARANTINED'];
const SILENT_MS = 600_000;

interface Wait {
  readonly since: number;
  told: boolean;
}

export class Story {
  readonly lines: StoryLine[] = [];
  readonly #start: number;
  readonly #drained = new Set<string>();
  #waits: ReadonlyMap<string, Wait> = new Map();

  constructor(start: number) {
    this.#start = start;
  }

  say(now: number, text: string, node?: string): void {
    if (this.lines.length >= LINES) return;
    const second = Math.round((now - this.#start) / 1_000);
    this.lines.push({ second, ...(node === undefined ? {} : { node }), text: clip(text, 1024) });
  }

  begin({ machine, nodes }: ClusterDump): void {
    const flying = machine?.status?.inFlight ?? [];
    for (const { node } of flying) this.say(this.#start, 'is under way in the cluster; here it begins anew', node);
    const gates = machine?.spec.rollout?.gates ?? [];
    if (gates.length > 0) this.say(this.#start, `gates count as open: ${gates.map(({ name }) => name).join(', ')}`);
    if (nodes.some(({ status }) => status?.allocatable === undefined))
      this.say(this.#start, 'nodes do not say what can be allocated: pods find no place');
  }

  step(cluster: SimulatedCluster, step: Step): void {
    const { now } = cluster;
    switch (step.type) {
      case 'create-rollout': {
        const { rollbackOf, os } = step.spec;
        const what = rollbackOf === undefined ? `brings ${os.image}` : `brings the nodes back to ${os.image}`;
        this.say(now, `rollout ${step.name} ${what}`);
        return;
      }
      case 'acquire':
        this.#drained.delete(step.entry.node);
        this.say(now, 'begins its turn', step.entry.node);
        return;
      case 'drain':
        if (step.pods.length === 0 || this.#drained.has(step.node)) return;
        this.#drained.add(step.node);
        this.say(
          now,
          `is drained: ${step.pods.length === 1 ? '1 pod is' : `${step.pods.length} pods are`} asked to leave`,
          step.node,
        );
        return;
      case 'upgrade':
        this.say(now, 'is empty, and upgrades', step.node);
        return;
      case 'configure':
        this.say(now, 'is given its configuration', step.node);
        return;
      case 'restart-service':
      case 'reboot':
        this.say(now, `is healed (${step.type}): ${step.cause}`, step.node);
        return;
      case 'quarantine':
        this.say(now, `${step.entry.image} is not tried again there: ${step.entry.reason}`, step.entry.node);
        return;
      case 'halt':
        this.say(now, `the rollout halts: ${step.message}`);
        return;
      case 'record': {
        const before = cluster.nodeStates.get(step.node)?.status;
        const { phase, message, retryTime, startTime } = step.way;
        if (phase === before?.phase) return;
        if (phase === 'Done' && before?.phase !== 'Releasing') return;
        if (phase === 'Done') {
          const took = startTime === undefined ? '' : `, after ${formatDuration(now - Date.parse(startTime))}`;
          this.say(now, `is done${took}`, step.node);
        } else if (ENDS.includes(phase)) this.say(now, `${phase}: ${message ?? ''}`, step.node);
        else if (phase === 'Queued' && retryTime !== undefined)
          this.say(now, `is tried again at ${retryTime}: ${message ?? ''}`, step.node);
        return;
      }
      default:
    }
  }

  /** Says what waits for somebody else than us, or for a time that is far off: when it begins, and once. */
  waits(now: number, blockedBy: readonly BlockedBy[]): void {
    const seen = new Map<string, Wait>();
    for (const { code, node, message, owner, nextCheckTime } of blockedBy) {
      const isOurs = owner === 'operator' || owner === 'agent';
      if (TOLD.includes(code) || (isOurs && Date.parse(nextCheckTime) - now <= limits.recheckMs)) continue;
      const key = `${code} ${node ?? ''}`;
      const wait = this.#waits.get(key) ?? { since: now, told: false };
      seen.set(key, wait);
      // Every reboot is a while without an answer.
      if (wait.told || (code === 'AGENT_UNREACHABLE' && now - wait.since < SILENT_MS)) continue;
      wait.told = true;
      this.say(now, `waits, ${code}: ${message}${isOurs ? '' : ` (up to: ${owner})`}`, node);
    }
    this.#waits = seen;
  }
}
