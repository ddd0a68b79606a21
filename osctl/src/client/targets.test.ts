import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../config/file.ts';
import { groupsOf, selectNodes } from './targets.ts';

const context: Context = {
  endpoints: ['10.5.0.2'],
  nodes: [],
  members: { 'cp-1': '10.5.0.2', 'w-1': '10.5.0.3', 'w-2': '10.5.0.4' },
  groups: { workers: ['w-1', 'w-2'], edge: ['10.5.0.4', '192.0.2.1'], none: [] },
  ca: '',
  certificate: '',
  key: '',
};
const names = (asked: readonly string[], one: Context = context) => selectNodes(one, asked).map(({ name }) => name);

test('nodes are named, addressed or grouped, and each is asked once', () => {
  assert.deepEqual(names(['w-1', '10.5.0.2']), ['w-1', 'cp-1']);
  assert.deepEqual(names(['@workers']), ['w-1', 'w-2']);
  assert.deepEqual(names(['w-2', '@workers', '10.5.0.4', '@edge']), ['w-2', 'w-1', '192.0.2.1']);
  assert.deepEqual(names(['@all']), ['cp-1', 'w-1', 'w-2']);
  assert.deepEqual(selectNodes(context, ['@edge'])[1], { name: '192.0.2.1', address: '192.0.2.1' });
});

test('without -n it is the nodes of the context, else its first endpoint', () => {
  assert.deepEqual(names([]), ['cp-1']);
  assert.deepEqual(names([], { ...context, nodes: ['@workers'] }), ['w-1', 'w-2']);
  assert.throws(() => names([], { ...context, endpoints: [] }), /no node is named/);
});

test('a group that is unknown or empty is told with those that there are', () => {
  assert.throws(
    () => names(['@gpu']),
    /no group @gpu; groups: @all, @workers, @edge, @none \(define it with `osctl context group set gpu NODE…`\)/,
  );
  assert.throws(() => names(['@none']), /group @none has no nodes/);
  assert.deepEqual([...groupsOf(context).keys()], ['all', 'workers', 'edge', 'none']);
});
