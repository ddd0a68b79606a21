/** A file of 1 GiB out of a node beside `ssh host cat`: how fast, and what it costs the node in memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@talos/lib/control/clock.ts';
import { mustRun } from '../child.ts';
import type { BenchCluster, BenchNode } from '../cluster.ts';
import { NoSshd, startSshd } from '../sshd.ts';
import { alternate, median } from '../statistics.ts';
import { agentBytes, largestDuring } from './growth.ts';
import { installPackage } from './osctl.ts';

const SIZE = 2 ** 30;
const ROUNDS = 5;
const NAME = 'bench-1g';
const PAUSED_MS = 5_000;

export interface CopyFigures {
  readonly figures: ReadonlyMap<string, number>;
  /** Why others are missing. */
  readonly reasons: ReadonlyMap<string, string>;
}

export async function measureCopy(
  cluster: BenchCluster,
  directory: string,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<CopyFigures> {
  const node = cluster.nodes.find(({ role }) => role === 'worker');
  if (node === undefined) throw new Error('the cluster has no worker');
  const none = (reason: string): CopyFigures => ({ figures: new Map(), reasons: new Map([['copy', reason]]) });
  if (process.geteuid?.() !== 0) return none("only root can put a file onto a node's volume");
  const osctl = await installPackage(directory, signal);
  const path = await volumeFile(node, signal);
  const copy = [osctl, 'cp', `${node.name}:/var/log/${NAME}`, '-'];
  const figures = new Map<string, number>();
  try {
    await fill(path);
    const ours = () => drain(process.execPath, copy, cluster.env, signal);
    const idle = await agentBytes(node, signal);
    figures.set('agent PSS growth, paused reader', ((await paused(node, copy, cluster.env, signal)) - idle) / 1e6);
    figures.set('agent PSS growth, copying', ((await largestDuring(node, ours, signal)) - idle) / 1e6);
    let sshd: Awaited<ReturnType<typeof startSshd>>;
    try {
      sshd = await startSshd(directory, signal, log);
    } catch (error) {
      if (!(error instanceof NoSshd)) throw error;
      const { own } = await alternate({ own: ours }, ROUNDS);
      figures.set('osctl cp', SIZE / 1e3 / median(own));
      const missing = ['ssh cat', 'osctl cp : ssh cat'].map((name) => [name, error.message] as const);
      return { figures, reasons: new Map(missing) };
    }
    try {
      const { own, ssh } = await alternate(
        { own: ours, ssh: () => drain('ssh', [...sshd.login, 'cat', path], {}, signal) },
        ROUNDS,
      );
      figures.set('osctl cp', SIZE / 1e3 / median(own));
      figures.set('ssh cat', SIZE / 1e3 / median(ssh));
      figures.set('osctl cp : ssh cat', median(ssh) / median(own));
    } finally {
      await sshd.stop();
    }
    return { figures, reasons: new Map() };
  } finally {
    await rm(path, { force: true });
  }
}

/** Where the node's /var/log is on this computer. */
async function volumeFile(node: BenchNode, signal: AbortSignal): Promise<string> {
  const format = '{{range .Mounts}}{{if eq .Destination "/var"}}{{.Source}}{{end}}{{end}}';
  const { stdout } = await mustRun('docker', ['inspect', '-f', format, node.container], { signal });
  return join(stdout.trim(), 'log', NAME);
}

/** Bytes that do not compress; not a new gigabyte of random ones, which would take longer than all the rest. */
async function fill(path: string): Promise<void> {
  const block = crypto.getRandomValues(new Uint8Array(65_536));
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  for (let written = 0; written < SIZE; written += block.length) {
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** Runs a program whose output is thrown away; ms. */
async function drain(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  const nowhere = await open('/dev/null', 'w');
  try {
    const start = performance.now();
    const stdio = ['ignore', nowhere.fd, 'inherit'] as const;
    const child = spawn(program, args, { stdio: [...stdio], env: { ...process.env, ...env }, signal });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
    return performance.now() - start;
  } finally {
    await nowhere.close();
  }
}

/** A client whose output nobody takes: it stops reading as soon as the pipe is full. */
async function paused(
  node: BenchNode,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  try {
    await systemClock.sleep(PAUSED_MS, signal);
    return await agentBytes(node, signal);
  } finally {
    child.kill('SIGKILL');
    child.stdout.destroy();
    await ended;
  }
}
