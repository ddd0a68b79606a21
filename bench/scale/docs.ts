/** The part of docs/benchmarks.md that `npm run bench:scale` makes; all else of the page is `npm run bench`'s. */
import { type MachineClass, meetsBar, type Row, showBar, showValue } from '../results.ts';
import { MEANINGS } from './rows.ts';

/** bench/results/scale.json */
export interface ScaleResults {
  readonly date: string;
  readonly commit: string;
  readonly command: string;
  readonly machine: Pick<MachineClass, 'cores' | 'memoryGiB' | 'system' | 'kernel' | 'node' | 'load'>;
  readonly nodes: number;
  readonly maxUnavailable: string;
  /** What was special about the run, or why a bar was missed; empty: nothing is said. */
  readonly note: string;
  readonly rows: readonly Row[];
  /** Of the operator, by verb and resource, the most frequent first. */
  readonly requests: readonly (readonly [string, number])[];
}

const BEGIN = '<!-- made by npm run bench:scale -->';
const END = '<!-- until here -->';
/** Less often than for every hundredth node. */
const RARE = 0.01;

/** The page with that part at its end, in place of the one that was there. */
export function withScale(page: string, part: string): string {
  const [before = ''] = page.split(BEGIN);
  return part === '' ? before : `${before.trimEnd()}\n\n${part}`;
}

/** That part of a page; empty where there is none. */
export function scaleOf(page: string): string {
  const part = page.split(BEGIN)[1]?.split(END)[0];
  return part === undefined ? '' : `${BEGIN}${part}${END}\n`;
}

export function renderScale({ machine, nodes, rows, requests, ...results }: ScaleResults): string {
  const verdict = (row: Row): string => ({ true: 'met', false: '**missed**', undefined: '' })[`${meetsBar(row)}`];
  const figures = rows.map(
    (row) =>
      `| ${row.name} | ${showValue(row.value, row.unit)} | ${showBar(row)} | ${verdict(row)} | ${MEANINGS.get(row.name) ?? ''} |`,
  );
  const asked = requests
    .filter(([, count]) => count / nodes >= RARE)
    .map(([name, count]) => `| ${name} | ${(count / nodes).toFixed(2)} |`);
  return `${BEGIN}

## At scale

Made by \`${results.command}\` (${results.date.slice(0, 16).replace('T', ' ')} UTC, commit ${results.commit}); do not edit. ${nodes} nodes with ten
pods each, ${results.maxUnavailable} of them at once, on ${machine.cores} cores and ${machine.memoryGiB} GiB (${machine.system}, kernel ${machine.kernel}, Node ${machine.node}; load
average at the start ${machine.load}), which the apiserver, etcd, the simulated nodes and the operator share.

| figure | value | bar | | what it is |
| --- | ---: | --- | --- | --- |
${figures.join('\n')}
${results.note === '' ? '' : `\n${results.note}\n`}
What the operator asked for, for each node:

| request | a node |
| --- | ---: |
${asked.join('\n')}

For comparison, Rancher's system-upgrade-controller on such a host, with 1,000 nodes of kwok, 100 at a time, jobs of 5 s, which cordons
and does not drain: 429 s, 8.6 × what a sliding window would take; 297 MB; 22.4 requests a node in the whole cluster.

- **What is real.** kube-apiserver and etcd, and the operator as it is shipped, as a process of its own with the rights of its account.
  Nodes and pods are objects alone. Each node has an agent with an address and a certificate of its own, which answers by TLS and
  gRPC, is away while its node boots, and shares a process with all others. There are workers only.
- **A node's own time** is 30 s: 2 s to stop, 8 s away, 10 s until its kubelet reports, 10 s in which it has to stay Ready. Pulling
  takes 1 s. A pod ends 1 s after its eviction and is made anew on the node with the fewest; no budget refuses an eviction. None of these
  requests counts: only the operator's account is in the audit log.
- **The ideal** is nodes ÷ nodes at once × 30 s; evictions and the ends of pods are not in it.

${END}
`;
}
