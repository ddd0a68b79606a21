import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOf } from './memory.ts';

test('the parts of the agent are known by the file that node runs', () => {
  assert.equal(partOf({ command: ['/usr/bin/node', '--max-old-space-size=64', '/usr/lib/talos/apid.mjs'] }), 'apid');
  assert.equal(partOf({ command: ['/usr/bin/node', '/usr/lib/talos/machined.mjs'] }), 'machined');
  assert.equal(partOf({ command: ['/usr/bin/node', '/usr/lib/talos/boot.mjs'] }), undefined);
  assert.equal(partOf({ command: ['tini', '--', '/usr/bin/node', '/usr/lib/talos/machined.mjs'] }), undefined);
  assert.equal(partOf({ command: ['/usr/sbin/runc', '--root', '/run/talos/runc', 'run', 'apid'] }), 'runc');
  assert.equal(partOf({ command: ['/usr/sbin/runc', '--root', '/run/talos/runc', 'run', 'etcd'] }), undefined);
  assert.equal(partOf({ command: [] }), undefined);
});
