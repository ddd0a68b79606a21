import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelSelector } from '@talos/crds/selector.ts';
import { selects } from './selector.ts';

const labels = { app: 'db', tier: '' };
const expression = (key: string, operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist', ...values: string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length === 0 ? {} : { values }) }],
});

const cases: readonly [string, LabelSelector | undefined, boolean][] = [
  ['none', undefined, true],
  ['an empty one', {}, true],
  ['a label that is there', { matchLabels: { app: 'db' } }, true],
  ['a label of another value', { matchLabels: { app: 'web' } }, false],
  ['an empty value', { matchLabels: { tier: '' } }, true],
  ['a label that is not there', { matchLabels: { zone: '' } }, false],
  ['a name of every object', { matchLabels: { constructor: 'x' } }, false],
  ['In', expression('app', 'In', 'web', 'db'), true],
  ['In, of a label that is not there', expression('zone', 'In', 'a'), false],
  ['NotIn', expression('app', 'NotIn', 'db'), false],
  ['NotIn, of a label that is not there', expression('zone', 'NotIn', 'a'), true],
  ['Exists', expression('tier', 'Exists'), true],
  ['DoesNotExist', expression('tier', 'DoesNotExist'), false],
  ['all of it', { matchLabels: { app: 'db' }, ...expression('zone', 'Exists') }, false],
];
for (const [what, selector, expected] of cases) {
  test(`a selector with ${what} ${expected ? 'selects' : 'does not select'}`, () => {
    assert.equal(selects(selector, labels), expected);
  });
}
