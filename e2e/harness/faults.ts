/** Things that go wrong, done from outside: power, the registry, single processes, disks. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestCluster } from './cluster.ts';
import type { CommandResult } from './command.ts';
import { command } from './command.ts';

/**
 * Runs osctl to its end and pulls the node's plug at the first line that matches: what it was doing then is known exactly.
 * Errors: no line matched, so nothing was cut.
 */
export async function cutPowerAt(
  cluster: TestCluster,
  node: string,
  line: RegExp,
  args: readonly string[],
): Promise<CommandResult> {
  return atLine(cluster, node, line, args, (init) => process.kill(init, 'SIGKILL'));
}

/** Runs osctl on a node to its end and acts once, at the first line that matches; `init` is the node's PID 1 of that moment. */
export async function atLine(
  cluster: TestCluster,
  node: string,
  line: RegExp,
  args: readonly string[],
  act: (init: number) => unknown,
): Promise<CommandResult> {
  // Looked up first, so that nothing is between the line and the cut; a node that boots meanwhile has another one.
  let init = await cluster.initOf(node);
  let away = false;
  let acted: Promise<unknown> | undefined;
  const lines: string[] = [];
  const result = await cluster.tryOsctl(['-n', node, ...args], {
    onLine: (text) => {
      lines.push(text);
      if (/ away;/.test(text)) away = true;
      if (acted !== undefined || !line.test(text)) return;
      acted = (async () => {
        if (away) init = await cluster.initOf(node);
        await act(init);
      })();
    },
  });
  await acted;
  if (acted === undefined)
    throw new Error(`osctl never said ${line}: ${lines.slice(-5).join(' | ')}\n${result.stderr}`);
  return result;
}

/** The registry of the cluster. */
export class Registry {
  readonly #container: string;

  constructor(cluster: TestCluster) {
    this.#container = `talos-${cluster.name}-registry`;
  }

  /** Connections are made and nothing is answered, as when a network drops packets. */
  async freeze(): Promise<void> {
    await command('docker', ['pause', this.#container]);
  }

  async thaw(): Promise<void> {
    await command('docker', ['unpause', this.#container]);
  }

  /** Dies at once. */
  async kill(): Promise<void> {
    await command('docker', ['stop', '--time', '0', this.#container]);
  }

  async start(): Promise<void> {
    await command('docker', ['start', this.#container]);
  }
}

/** The processes of a node whose program has that name, as the computer that runs the test counts them. */
export async function processesOf(cluster: TestCluster, node: string, name: RegExp): Promise<readonly number[]> {
  const init = await cluster.initOf(node);
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => undefined);
    // The name in parentheses may hold anything: the fields after its end count.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  const below = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === init) return true;
    }
    return false;
  };
  const found: number[] = [];
  for (const pid of parents.keys()) {
    if (!below(pid)) continue;
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (name.test(commandLine.replaceAll('\0', ' '))) found.push(pid);
  }
  return found;
}

/** Keeps a program of a node from running, whoever starts it again meanwhile, until the returned function is called. */
export async function holdProcesses(cluster: TestCluster, node: string, name: RegExp): Promise<() => Promise<void>> {
  const held = new Set<number>();
  const stop = new AbortController();
  const hold = async (): Promise<void> => {
    for (const pid of await processesOf(cluster, node, name)) {
      held.add(pid);
      signalIfThere(pid, 'SIGSTOP');
    }
  };
  await hold();
  if (held.size === 0) throw new Error(`${node} runs no ${name}`);
  const holding = (async () => {
    while (!stop.signal.aborted) {
      await sleep(500);
      await hold();
    }
  })();
  return async () => {
    stop.abort();
    await holding;
    for (const pid of held) signalIfThere(pid, 'SIGCONT');
  };
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
