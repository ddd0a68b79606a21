import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violation } from './imports.ts';

test('programs do not import one another', () => {
  assert.match(violation('operator/src/main.ts', 'osctl/src/main.ts') ?? '', /operator may not import osctl/);
  assert.match(
    violation('node-agent/src/apid/main.ts', '../../../operator/src/main.ts') ?? '',
    /may not import operator/,
  );
});

test('lib imports no program', () => {
  assert.match(violation('lib/kube/store.ts', '../../operator/src/x.ts') ?? '', /lib may not import operator/);
  assert.equal(violation('lib/rpc/server.ts', '@talos/proto/gen/osctl/v1alpha1.ts'), undefined);
});

test('a library that only one folder may know is held there', () => {
  assert.match(violation('osctl/src/main.ts', '@grpc/grpc-js') ?? '', /only lib\/rpc\/.* may import/);
  assert.equal(violation('lib/rpc/channel.ts', '@grpc/grpc-js'), undefined);
  assert.equal(violation('osctl/src/main.test.ts', '@grpc/grpc-js'), undefined);
});
