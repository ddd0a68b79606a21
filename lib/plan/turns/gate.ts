/**
 * Gates: what must hold in the cluster before the next node is disturbed. What they say is read by the operator
 * (operator/src/gates) and given to the planner as readings; here is only what follows from them.
 */
import { createHash } from 'node:crypto';
import type { Gate } from '@talos/crds/gate.ts';
import type { GateStatus, Machine, Stage } from '@talos/crds/machine.ts';
import type { Block } from '../context.ts';

/** The answer to one gate, as it was at `time`. */
export interface GateReading {
  readonly name: string;
  /** gateHash of what was asked: an answer to an older question is none. */
  readonly hash: string;
  readonly state: GateStatus['state'];
  /** Why it is not open. */
  readonly message: string;
  /** Who can open it, or make it say something. */
  readonly owner: 'user' | 'workload' | 'cluster';
  /** When it was asked (Unix ms): what it rests on is no older. */
  readonly time: number;
}

/** An answer older than this is asked for anew before anything rests on it. */
const FRESH_MS = 60_000;

export const gateHash = (gate: Gate): string =>
  createHash('sha256').update(JSON.stringify(gate)).digest('hex').slice(0, 16);

export type Passage =
  /** `since`: from when on all gates have been open; 0 where there are none. */
  { readonly state: 'open'; readonly since: number } | { readonly state: 'closed'; readonly block: Block };

/** The gates that hold for every node: those that no stage has for its own. */
export function gatesOfAll({ rollout }: Machine['spec']): readonly Gate[] {
  const own = new Set((rollout?.stages ?? []).flatMap(({ gates = [] }) => gates));
  return (rollout?.gates ?? []).filter(({ name }) => !own.has(name));
}

/** The gates that a stage has for its own. */
export const gatesOfStage = ({ rollout }: Machine['spec'], { gates = [] }: Stage): readonly Gate[] =>
  (rollout?.gates ?? []).filter(({ name }) => gates.includes(name));

/**
 * Whether all of the gates are open, by answers that were asked for at `after` or later.
 *
 * A gate that was not asked, or could not be evaluated, is closed. `known` is Machine.status.gates: since when a gate has
 * been open survives an operator's death there.
 */
export function passage(
  gates: readonly Gate[],
  known: readonly GateStatus[] | undefined,
  readings: readonly GateReading[],
  after: number,
  now: number,
): Passage {
  let since = 0;
  for (const gate of gates) {
    const reading = readings.find(({ name, hash }) => name === gate.name && hash === gateHash(gate));
    if (reading === undefined || reading.time < after || Math.abs(now - reading.time) > FRESH_MS) {
      const message = `gate ${gate.name} is being asked`;
      return { state: 'closed', block: { code: 'GATE_PENDING', message, owner: 'operator', nextCheck: now + 1_000 } };
    }
    if (reading.state !== 'Open') return closed(reading);
    since = Math.max(since, sinceOf(reading, known));
  }
  return { state: 'open', since };
}

function closed({ name, state, message, owner }: GateReading): Passage {
  return {
    state: 'closed',
    block: {
      code: state === 'Closed' ? 'GATE_CLOSED' : 'GATE_UNKNOWN',
      message:
        state === 'Closed'
          ? `gate ${name} is closed: ${message}`
          : `gate ${name} could not be evaluated, which keeps it closed: ${message}`,
      owner,
    },
  };
}

const sinceOf = ({ name, state, time }: GateReading, known: readonly GateStatus[] | undefined): number => {
  const before = known?.find((entry) => entry.name === name);
  return before?.state === state ? Math.min(time, Date.parse(before.since)) : time;
};

/** As a status tells of gates: the last answer to each, also to those that were not asked again. `known` is what it told before. */
export function gateStatuses(
  gates: readonly Gate[],
  known: readonly GateStatus[] | undefined,
  readings: readonly GateReading[],
): readonly GateStatus[] {
  return gates.flatMap((gate) => {
    const reading = readings.find(({ name, hash }) => name === gate.name && hash === gateHash(gate));
    if (reading === undefined) return known?.filter(({ name }) => name === gate.name) ?? [];
    return {
      name: gate.name,
      state: reading.state,
      since: new Date(sinceOf(reading, known)).toISOString(),
      ...(reading.message === '' ? {} : { message: reading.message.slice(0, 1024) }),
    };
  });
}
