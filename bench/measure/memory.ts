/** What the agent, its helpers and the operator take. */

import { mustRun } from '../child.ts';
import type { BenchCluster, BenchNode } from '../cluster.ts';
import { addMemory, descendants, listProcesses, type Memory, memoryOf, NO_MEMORY, type Process } from '../processes.ts';

const PROGRAMS = ['machined', 'apid', 'balancer', 'guard', 'operator'] as const;
type Part = (typeof PROGRAMS)[number] | 'runc';

/** By the file that node runs: nothing else in a node has these names. runc: what waits for the containers of apid and balancer. */
export function partOf({ command }: Pick<Process, 'command'>): Part | undefined {
  const [program = ''] = command;
  if (program.endsWith('/runc')) return ['apid', 'balancer'].includes(command.at(-1) ?? '') ? 'runc' : undefined;
  if (!program.endsWith('/node')) return undefined;
  const file = command.find((argument) => /^\/\S+\.mjs$/.test(argument));
  const name = file
    ?.split('/')
    .at(-1)
    ?.replace(/\.mjs$/, '');
  return PROGRAMS.find((part) => part === name);
}

/** The processes of the agent, its helpers and the operator on a node. */
export async function processesOf(
  node: BenchNode,
  signal: AbortSignal,
): Promise<readonly { readonly part: Part; readonly pid: number }[]> {
  const inspected = await mustRun('docker', ['inspect', '-f', '{{.State.Pid}}', node.container], { signal });
  const inside = descendants(await listProcesses(), Number(inspected.stdout.trim()));
  return inside.flatMap((process) => {
    const part = partOf(process);
    return part === undefined ? [] : [{ part, pid: process.pid }];
  });
}

export async function partsOf(node: BenchNode, signal: AbortSignal): Promise<ReadonlyMap<Part, Memory>> {
  const parts = new Map<Part, Memory>();
  for (const { part, pid } of await processesOf(node, signal)) {
    const memory = await memoryOf(pid);
    if (memory !== undefined) parts.set(part, addMemory(parts.get(part) ?? NO_MEMORY, memory));
  }
  return parts;
}

export class MemoryReadings {
  readonly #figures = new Map<string, number>();

  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** The largest of all readings. */
  get figures(): ReadonlyMap<string, number> {
    return this.#figures;
  }

  /** Errors: EACCES when the processes of nodes may not be looked at. */
  async read(node: BenchNode, when: 'idle' | 'trial', signal: AbortSignal): Promise<void> {
    const parts = await partsOf(node, signal);
    const shown = [...parts].map(([part, { pssBytes }]) => `${part} ${(pssBytes / 1e6).toFixed(1)}`);
    this.#log(`${node.name}, ${when}, MB PSS: ${shown.join(', ')}`);
    const sum = (names: readonly Part[]): Memory | undefined => {
      const found = names.flatMap((name) => parts.get(name) ?? []);
      return found.length === names.length ? found.reduce(addMemory) : undefined;
    };
    switch (when) {
      case 'idle':
        this.#take('agent', sum(['machined', 'apid']));
        this.#take('runc of apid and balancer', sum(['runc']));
        this.#take('operator', sum(['operator']));
        return;
      case 'trial':
        this.#take('agent, balancer and guard', sum(['machined', 'apid', 'balancer', 'guard']));
        return;
    }
  }

  /** Of an idle cluster. */
  async readAll(cluster: BenchCluster, signal: AbortSignal): Promise<void> {
    for (const node of cluster.nodes) await this.read(node, 'idle', signal);
  }

  #take(subject: string, memory: Memory | undefined): void {
    if (memory === undefined) return;
    this.#largest(`${subject} PSS`, memory.pssBytes / 1e6);
    this.#largest(`${subject} RSS`, memory.rssBytes / 1e6);
  }

  #largest(name: string, value: number): void {
    this.#figures.set(name, Math.max(value, this.#figures.get(name) ?? 0));
  }
}
