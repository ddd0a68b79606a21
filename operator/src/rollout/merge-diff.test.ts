import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeDiff } from './merge-diff.ts';

/** RFC 7386, as an apiserver does it. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isObject = typeof target === 'object' && target !== null && !Array.isArray(target);
  const result: Record<string, unknown> = isObject ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/** JSON as the API stores it: no null, which a merge patch can't write. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.array(fc.integer()),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')),
})).object as fc.Arbitrary<object>;

describe('mergeDiff', () => {
  it('makes the one object of the other', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const patch = mergeDiff(before, after);
        const patched = patch === undefined ? before : mergePatch(before, patch);
        assert.deepEqual(structuredClone(patched), structuredClone(after));
      }),
    );
  });

  it('says nothing about equal objects', () => {
    fc.assert(fc.property(json, (object) => assert.equal(mergeDiff(object, structuredClone(object)), undefined)));
  });

  it('takes undefined for absent', () => {
    assert.deepEqual(mergeDiff({ a: 1 }, { a: undefined }), { a: null });
    assert.equal(mergeDiff({}, { a: undefined }), undefined);
  });
});
