/** The figures of `npm run bench:scale`: unit, bar and meaning of each. */
import type { Row } from '../results.ts';

export interface ScaleFigures {
  readonly planMs: number;
  readonly requestsPerNode: number;
  readonly evictionsPerNode: number;
  readonly refusalsPerNode: number;
  readonly wallS: number;
  readonly rollS: number;
  readonly rollToIdeal: number;
  readonly wallToIdeal: number;
  readonly turnS: number;
  readonly rssMb: number;
  readonly cpuBusy: number;
  readonly cpuIdle: number;
}

type Definition = Pick<Row, 'unit' | 'better'> & {
  readonly name: string;
  readonly bar: (nodes: number) => number | null;
  readonly meaning: string;
};

const none = (): null => null;
const lower = { better: 'lower' } as const;

export const PLANNED_NODES = 5_000;

const DEFINITIONS: Readonly<Record<keyof ScaleFigures, Definition>> = {
  planMs: {
    ...lower,
    name: 'plan of 5,000 nodes',
    unit: 'ms',
    bar: () => 50,
    meaning:
      'processor time of one decision over the whole cluster, pure, collection of garbage included; the slowest of four moments of a rollout (begun, image everywhere, a third done, done), each the median of 40 after 10 that warm up',
  },
  requestsPerNode: {
    ...lower,
    name: "requests per node's upgrade",
    unit: 'requests',
    bar: () => 14,
    meaning:
      'all that the operator asked of the Kubernetes API from the wish until the end, for each node: by the audit log; evictions, Lease, Events and its lists and watches of whole kinds apart',
  },
  evictionsPerNode: {
    ...lower,
    name: 'evictions per node',
    unit: 'requests',
    bar: none,
    meaning: 'beside those: one for each pod that was there when its turn came',
  },
  refusalsPerNode: {
    ...lower,
    name: 'evictions refused per node',
    unit: 'requests',
    bar: none,
    meaning: 'of which answered with 429',
  },
  wallS: {
    ...lower,
    name: 'rollout',
    unit: 's',
    bar: none,
    meaning: 'from `kubectl apply` until the Rollout is Completed',
  },
  rollS: {
    ...lower,
    name: 'rollout: turns',
    unit: 's',
    bar: none,
    meaning: 'of that: from the first node that is disturbed, once all have pulled the image',
  },
  rollToIdeal: {
    ...lower,
    name: 'turns : ideal',
    unit: '×',
    bar: () => 1.15,
    meaning: 'that, divided by what a sliding window takes that loses no time: nodes ÷ maxUnavailable × 30 s',
  },
  wallToIdeal: {
    ...lower,
    name: 'rollout : ideal',
    unit: '×',
    bar: none,
    meaning: 'the whole, with the pulls ahead of the turns, divided by the same',
  },
  turnS: {
    ...lower,
    name: "a node's turn",
    unit: 's',
    bar: none,
    meaning: "the median: from its slot in the window until that is free again; 30 s of it are the node's own",
  },
  rssMb: {
    ...lower,
    name: 'operator RSS',
    unit: 'MB',
    bar: (nodes) => (nodes === 1_000 ? 150 : nodes === 5_000 ? 350 : null),
    meaning: 'the most that was seen from its start until the end, shared pages included',
  },
  cpuBusy: {
    ...lower,
    name: 'operator CPU, rolling',
    unit: '%',
    bar: none,
    meaning: 'of one core, from the wish until the end',
  },
  cpuIdle: {
    ...lower,
    name: 'operator CPU, idle',
    unit: '%',
    bar: (nodes) => (nodes === 1_000 ? 5 : null),
    meaning: 'of one core, for 60 s in which nobody asks for anything and kubelets report every 5 min',
  },
};

export const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.values(DEFINITIONS).map(({ name, meaning }) => [name, meaning]),
);

export function scaleRows(figures: Partial<ScaleFigures>, nodes: number): readonly Row[] {
  const keys = Object.keys(DEFINITIONS) as (keyof ScaleFigures)[];
  return keys.flatMap((key) => {
    const { name, unit, bar, better } = DEFINITIONS[key];
    const value = figures[key];
    return value === undefined ? [] : [{ name, value, unit, bar: bar(nodes), better }];
  });
}
