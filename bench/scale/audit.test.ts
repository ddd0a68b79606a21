import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuditEvent, countByRequest, kindOf, parseAudit } from './audit.ts';

const event = (verb: string, resource: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  stage: 'ResponseComplete',
  verb,
  requestURI: `/apis/x/${resource}`,
  requestReceivedTimestamp: '2026-01-02T03:04:05.000000Z',
  objectRef: { resource },
  responseStatus: { code: 200 },
  ...more,
});

test('a watch counts once, when it begins', () => {
  const lines = [event('watch', 'nodes', { stage: 'ResponseStarted' }), event('watch', 'nodes'), event('get', 'nodes')];
  const events = parseAudit(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  assert.deepEqual(
    [...countByRequest(events)],
    [
      ['watch nodes', 1],
      ['get nodes', 1],
    ],
  );
});

test('what a node is upgraded by is told from what runs anyway', () => {
  const eviction = { resource: 'pods', subresource: 'eviction' };
  const ofNode = { requestURI: '/api/v1/pods?fieldSelector=spec.nodeName%3Dnode-1' };
  assert.deepEqual(
    [
      event('patch', 'nodestates', { objectRef: { resource: 'nodestates', subresource: 'status' } }),
      event('create', 'pods', { objectRef: eviction }),
      event('create', 'pods', { objectRef: eviction, responseStatus: { code: 429 } }),
      event('update', 'leases'),
      event('create', 'events'),
      event('list', 'nodes'),
      event('list', 'pods', ofNode),
      event('watch', 'pods', ofNode),
    ].map(kindOf),
    ['upgrade', 'eviction', 'eviction refused', 'Lease', 'Event', 'relist', 'upgrade', 'upgrade'],
  );
});
