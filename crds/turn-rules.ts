/** What must hold of how a node's turn goes, beyond the fields' shapes: the same in the Machine and in a NodePool. */
import { gateRules } from './gate.ts';
import type { DrainRule, Freeze, Window } from './machine.ts';
import type { Rule } from './schema.ts';
import { VALUES_MESSAGE, valuesCel, valuesHold } from './selector.ts';

export const day = 86_400_000;

/** Milliseconds of a duration that matched the schema's pattern. */
export function goDuration(value: string): number {
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
  let sum = 0;
  for (const [, number, suffix] of value.matchAll(/([0-9.]+)(ms|s|m|h)/g)) {
    sum += Number(number) * unit[suffix as keyof typeof unit];
  }
  return sum;
}

export const bounded = (field: string, at: string, low: string, high: string, lowMs: number, highMs: number): Rule => ({
  at,
  field,
  cel: `!has(self.${field}) || (duration(self.${field}) >= duration('${low}') && duration(self.${field}) <= duration('${high}'))`,
  message: `${field} must be from ${low} to ${high}`,
  holds: (self: Record<string, unknown>) => {
    const value = self[field];
    if (typeof value !== 'string') return true;
    const ms = goDuration(value);
    return ms >= lowMs && ms <= highMs;
  },
});

export const OS_DIGEST_RULE: Rule = {
  at: '/spec/os',
  field: 'digest',
  cel: "!has(self.digest) || !self.image.contains('@') || self.image.endsWith('@' + self.digest)",
  message: 'digest differs from the digest in image',
  holds: (self) => self.digest === undefined || !self.image.includes('@') || self.image.endsWith(`@${self.digest}`),
};

/** Of spec.rollout. */
export const TURN_RULES: readonly Rule[] = [
  {
    at: '/spec/rollout',
    field: 'windows',
    cel: "!has(self.windows) || self.windows.all(w, duration(w.duration) >= duration('1m') && duration(w.duration) <= duration('168h'))",
    message: 'the duration of a window must be from 1m to 168h',
    holds: ({ windows = [] }: { readonly windows?: readonly Window[] }) =>
      windows.every(({ duration }) => goDuration(duration) >= 60_000 && goDuration(duration) <= 7 * day),
  },
  {
    at: '/spec/rollout',
    field: 'freezes',
    cel: '!has(self.freezes) || self.freezes.all(f, timestamp(f.from) < timestamp(f.to))',
    message: 'a freeze must end after it begins',
    holds: ({ freezes = [] }: { readonly freezes?: readonly Freeze[] }) =>
      freezes.every(({ from, to }) => Date.parse(from) < Date.parse(to)),
  },
  ...gateRules('/spec/rollout'),
  {
    at: '/spec/rollout/drain',
    field: 'rules',
    cel: `!has(self.rules) || self.rules.all(r, !has(r.podSelector) || ${valuesCel('r.podSelector')})`,
    message: VALUES_MESSAGE,
    holds: ({ rules = [] }: { readonly rules?: readonly DrainRule[] }) =>
      rules.every(({ podSelector }) => podSelector === undefined || valuesHold(podSelector)),
  },
  bounded('confirmWithin', '/spec/rollout', '30s', '24h', 30_000, day),
  bounded('timeout', '/spec/rollout/drain', '1s', '24h', 1_000, day),
  bounded('detachTimeout', '/spec/rollout/drain', '0s', '1h', 0, 3_600_000),
  bounded('loadBalancerGrace', '/spec/rollout/drain', '0s', '10m', 0, 600_000),
  bounded('timeout', '/spec/rollout/verify', '10s', '24h', 10_000, day),
  bounded('steadyFor', '/spec/rollout/verify', '0s', '1h', 0, 3_600_000),
];
