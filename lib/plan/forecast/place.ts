/**
 * Whether a pod finds a place, by requests, node selectors, required node affinity and taints. The scheduler looks at more (spread,
 * affinity between pods, ports, zones of volumes): what has a place here may have none there.
 */

import { sum } from '../objects/quantity.ts';
import type { Needs, Room } from '../objects/workload.ts';

export function fits(needs: Needs, room: Room): boolean {
  return (
    room.open &&
    isAllowed(needs, room) &&
    Object.entries(needs.requests).every(([name, amount]) => amount <= (room.free[name] ?? 0) + 1e-9)
  );
}

/** Takes the first room that has place; the rooms as they are afterwards, undefined when none has. */
export function place(needs: Needs, rooms: readonly Room[]): readonly Room[] | undefined {
  const index = rooms.findIndex((room) => fits(needs, room));
  const room = rooms[index];
  if (room === undefined) return undefined;
  return rooms.with(index, { ...room, free: sum(room.free, needs.requests, (all, taken) => all - taken) });
}

function isAllowed({ nodeSelector, terms, tolerations }: Needs, { name, labels, taints }: Room): boolean {
  return (
    Object.entries(nodeSelector).every(([key, value]) => labels[key] === value) &&
    (terms === undefined || terms.some((term) => holds(term, name, labels))) &&
    taints.every(
      (taint) =>
        taint.effect === 'PreferNoSchedule' ||
        tolerations.some(
          ({ key, operator = 'Equal', value = '', effect }) =>
            (effect === undefined || effect === '' || effect === taint.effect) &&
            (key === undefined || key === '' ? operator === 'Exists' : key === taint.key) &&
            (operator === 'Exists' || value === (taint.value ?? '')),
        ),
    )
  );
}

type Term = NonNullable<Needs['terms']>[number];
type Requirement = NonNullable<Term['matchExpressions']>[number];

/** A term that says nothing selects no node. */
function holds({ matchExpressions = [], matchFields = [] }: Term, name: string, labels: Room['labels']): boolean {
  if (matchExpressions.length + matchFields.length === 0) return false;
  return (
    matchExpressions.every((one) => matches(one, labels[one.key])) &&
    matchFields.every((one) => matches(one, one.key === 'metadata.name' ? name : undefined))
  );
}

function matches({ operator, values = [] }: Requirement, actual: string | undefined): boolean {
  const [bound] = values;
  switch (operator) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    case 'DoesNotExist':
      return actual === undefined;
    case 'Gt':
      return actual !== undefined && Number(actual) > Number(bound);
    case 'Lt':
      return actual !== undefined && Number(actual) < Number(bound);
    default:
      return false;
  }
}
