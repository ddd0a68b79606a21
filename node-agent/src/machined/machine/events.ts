import type { Clock } from '@talos/lib/control/clock.ts';
import type { EventBus, MachineEvent } from './types.ts';

const RING = 1000;

/** What happened in this boot, the last 1,000 of it. Readers are woken, never waited for. */
export function eventBus(clock: Pick<Clock, 'now'>, bootId: string, size = RING): EventBus {
  const ring: MachineEvent[] = [];
  const wake = new Set<() => void>();
  let lastId = 0;

  const oldest = () => ring[0]?.id ?? lastId + 1;
  return {
    emit(event) {
      lastId += 1;
      ring.push({ ...event, id: lastId, timeMs: clock.now(), bootId });
      if (ring.length > size) ring.shift();
      for (const waiter of [...wake]) waiter();
    },
    tail: (count) => (count <= 0 ? [] : ring.slice(-count)),
    async *follow(sinceId, signal) {
      // An id from another boot, or made up: there is nothing after it to wait for.
      let seen = Math.min(sinceId, lastId);
      while (!signal.aborted) {
        if (seen + 1 < oldest()) {
          const lost = oldest() - 1 - seen;
          seen = oldest() - 1;
          yield lostMarker(seen, clock.now(), bootId, lost);
          continue;
        }
        const next = ring[seen + 1 - oldest()];
        if (next !== undefined) {
          seen = next.id;
          yield next;
          continue;
        }
        await new Promise<void>((resolve) => {
          const done = () => {
            wake.delete(done);
            signal.removeEventListener('abort', done);
            resolve();
          };
          wake.add(done);
          signal.addEventListener('abort', done, { once: true });
        });
      }
    },
  };
}

function lostMarker(id: number, timeMs: number, bootId: string, lost: number): MachineEvent {
  const message = `${lost} events were dropped before this reader took them`;
  return {
    id,
    timeMs,
    bootId,
    type: 'stage',
    subject: 'events',
    action: 'lost',
    message,
    fields: { lost: String(lost) },
  };
}
