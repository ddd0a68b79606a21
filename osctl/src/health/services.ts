/** The check of nodes' services. Pure. */
import type { ServiceStatus } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { age } from '../output/units.ts';
import type { Answered } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

/** Restarted so often since the boot and within this time again: it ends again and again, or did until just now. */
const RESTARTS = 3;
const RESTART_WINDOW_MS = 600_000;

export function services(answered: readonly Answered[], nowMs: number): Check {
  const all = answered.flatMap(({ status }) => status.services);
  return check(
    'services',
    'services are healthy',
    `${all.length} services on ${answered.length} nodes`,
    answered.flatMap(({ node, status, lastWords }): readonly Finding[] => {
      const sick = status.services.flatMap((service) => finding(node, service, lastWords.get(service.id), nowMs));
      const told = status.unmet.filter((why) => !status.services.some(({ id }) => why.includes(id)));
      return [
        ...sick,
        ...told.map(
          (why): Finding => ({
            state: 'failed',
            node,
            evidence: why,
            action: `osctl -n ${node} events --tail 50`,
          }),
        ),
      ];
    }),
  );
}

/** What its log says last is evidence. */
export function isTroubled(service: ServiceStatus, nowMs: number): boolean {
  return (
    service.state === 'FAILED' ||
    service.health === 'UNHEALTHY' ||
    startsAgain(service) ||
    endsAgain(service) ||
    ended(service, nowMs)
  );
}

/** It failed before, and may be about to again: what it said then is the best that is known. */
function startsAgain({ state, restarts }: ServiceStatus): boolean {
  return state === 'STARTING' && restarts > 0;
}

/** It does not stay up; between two ends it is on its way up again. */
function endsAgain({ state, restarts }: ServiceStatus): boolean {
  return restarts >= RESTARTS && (state === 'FAILED' || state === 'STARTING');
}

/** It stays up, for a short while only. */
function ended({ state, restarts, sinceMs }: ServiceStatus, nowMs: number): boolean {
  return state === 'ACTIVE' && restarts >= RESTARTS && sinceMs > 0 && nowMs - sinceMs < RESTART_WINDOW_MS;
}

function finding(
  node: string,
  service: ServiceStatus,
  lastWords: string | undefined,
  nowMs: number,
): readonly Finding[] {
  const { id, state, health, restarts, sinceMs, message } = service;
  const why = `${message === '' ? '' : `: ${message}`}${lastWords === undefined ? '' : `; it said last: ${lastWords}`}`;
  const logs = `osctl -n ${node} logs ${id} --tail 50`;
  const since = age(sinceMs, nowMs);
  const told = (as: Finding['state'], evidence: string, action: string): readonly Finding[] => [
    { state: as, node, evidence, action },
  ];
  if (endsAgain(service)) {
    return told(
      'failed',
      `${id} ends again and again, restarted ${restarts} times${why}`,
      `${logs}; was its configuration changed? osctl -n ${node} config history, and back with osctl -n ${node} config rollback`,
    );
  }
  if (state === 'FAILED' || health === 'UNHEALTHY') {
    const word = state === 'FAILED' ? 'failed' : 'unhealthy';
    return told(
      'failed',
      `${id} is ${word} for ${since}, restarted ${restarts} times${why}`,
      `${logs}; then osctl -n ${node} service restart ${id}`,
    );
  }
  if (state === 'WAITING' || state === 'STARTING') {
    return told('warning', `${id} is ${state.toLowerCase()} for ${since}${why}`, logs);
  }
  if (state === 'STOPPED') {
    return told('failed', `${id} is stopped${why}`, `osctl -n ${node} service start ${id}`);
  }
  if (ended(service, nowMs)) {
    const words = lastWords === undefined ? '' : `; its last error: ${lastWords}`;
    return told('warning', `${id} was restarted ${restarts} times, the last ${since} ago${words}`, logs);
  }
  return [];
}
