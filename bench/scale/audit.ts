/** What the operator asked of the Kubernetes API, by the apiserver's own audit log. */

/** Metadata of one user's requests, and of nobody else's. */
export const auditPolicy = (user: string): string =>
  JSON.stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [{ level: 'Metadata', users: [user] }, { level: 'None' }],
  });

export interface AuditEvent {
  readonly stage: string;
  readonly verb: string;
  readonly requestURI: string;
  readonly requestReceivedTimestamp: string;
  readonly objectRef?: { readonly resource?: string; readonly subresource?: string };
  readonly responseStatus?: { readonly code?: number };
}

/** What a request was for: those of an upgrade, and those that are counted apart. */
export type Kind = 'upgrade' | 'eviction' | 'eviction refused' | 'Lease' | 'Event' | 'relist';

/** Errors: a line that is no JSON. */
export function parseAudit(text: string): readonly AuditEvent[] {
  const events = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as AuditEvent]));
  // A watch is logged when it begins and again when it ends.
  return events.filter(({ stage, verb }) =>
    verb === 'watch' ? stage === 'ResponseStarted' : stage !== 'ResponseStarted',
  );
}

export function kindOf({ verb, requestURI, objectRef, responseStatus }: AuditEvent): Kind {
  const { resource, subresource } = objectRef ?? {};
  if (subresource === 'eviction') return responseStatus?.code === 429 ? 'eviction refused' : 'eviction';
  if (resource === 'leases') return 'Lease';
  if (resource === 'events') return 'Event';
  // The pods of a node are listed and watched for its upgrade; everything else for as long as the operator lives.
  const lists = verb === 'list' || verb === 'watch';
  return lists && !requestURI.includes('spec.nodeName') ? 'relist' : 'upgrade';
}

/** `PATCH nodestates/status` and such, to how many there were. */
export function countByRequest(events: readonly AuditEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { verb, objectRef } of events) {
    const { resource = '', subresource } = objectRef ?? {};
    const name = `${verb} ${resource}${subresource === undefined ? '' : `/${subresource}`}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}
