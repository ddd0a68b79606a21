import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON merge patch (RFC 7386) that turns `before` into `after`; undefined when they are equal. Fields that are absent
 * from `after` are removed, lists are replaced as a whole.
 */
export function mergeDiff(before: object, after: object): Json | undefined {
  const [left, right] = [before as Json, after as Json];
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [old, wanted] = [left[key], right[key]];
    if (wanted === undefined) {
      if (old !== undefined) patch[key] = null;
    } else if (isObject(old) && isObject(wanted)) {
      const inner = mergeDiff(old, wanted);
      if (inner !== undefined) patch[key] = inner;
    } else if (!isDeepStrictEqual(old, wanted)) {
      patch[key] = wanted;
    }
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
