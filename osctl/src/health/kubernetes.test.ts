import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedChecks } from './kubernetes.ts';

test('of what /readyz lists only what failed is told', () => {
  assert.equal(
    failedChecks(
      'GET /readyz: [+]ping ok\n[-]etcd failed: reason withheld\n[-]informer-sync failed: reason withheld\nreadyz check failed',
    ),
    'its own checks fail: etcd, informer-sync',
  );
  assert.equal(failedChecks('connect ECONNREFUSED'), 'connect ECONNREFUSED');
});
