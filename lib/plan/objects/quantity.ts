/** Amounts as Kubernetes writes them (resource.Quantity). */

const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** "100m", "1Gi", "2e3" → cores, bytes, pieces. What is no quantity counts as nothing. */
export function quantity(text: string | number | undefined): number {
  const [, digits, exponent = '', suffix = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(String(text ?? '')) ?? [];
  return digits === undefined ? 0 : Number(`${digits}${exponent}`) * (UNITS[suffix] ?? 0);
}

/** By the resource's name: cpu in cores, memory in bytes. */
export type Resources = Readonly<Record<string, number>>;

export const resourcesOf = (amounts: Readonly<Record<string, string>> | undefined): Resources =>
  Object.fromEntries(Object.entries(amounts ?? {}).map(([name, amount]) => [name, quantity(amount)]));

export function sum(a: Resources, b: Resources, combine = (x: number, y: number): number => x + y): Resources {
  const total: Record<string, number> = { ...a };
  for (const [name, amount] of Object.entries(b)) total[name] = combine(total[name] ?? 0, amount);
  return total;
}

/** As a person reads it: 1500m → 1.5 cpu, 1073741824 → 1Gi memory. Without what there is none of. */
export function describeResources(resources: Resources): string {
  return Object.entries(resources)
    .filter(([name, amount]) => name !== 'pods' && amount > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, amount]) => `${name === 'cpu' || amount < 1024 ? round(amount) : bytes(amount)} ${name}`)
    .join(', ');
}

const round = (amount: number): string => String(Math.round(amount * 1000) / 1000);

function bytes(amount: number): string {
  const [unit = 'Ki'] = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'].filter((name) => amount >= (UNITS[name] ?? 1));
  return `${Math.round((amount / (UNITS[unit] ?? 1)) * 10) / 10}${unit}`;
}
