/** How long a line takes from a container on a node to whoever follows its log, beside `ssh host tail -f`. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { systemClock } from '@talos/lib/control/clock.ts';
import { mustRun } from '../child.ts';
import { type BenchCluster, type BenchNode, until, workerOf } from '../cluster.ts';
import { NoSshd, startSshd } from '../sshd.ts';
import { percentile } from '../statistics.ts';

const POD = 'bench-writer';
const CONTAINER = 'writer';
const PODS = '/api/v1/namespaces/default/pods';
/** A prime, so that it keeps step with no timer of anybody's. */
const EVERY_MS = 23;
const WARM_UP_MS = 2_000;
/** Some 500 lines. */
const MEASURE_MS = 12_000;
/** CLOCK_MONOTONIC is the same in every container of a computer. */
const WRITER = `setInterval(() => process.stdout.write(process.hrtime.bigint() + '\\n'), ${EVERY_MS})`;

export interface FollowFigures {
  readonly figures: ReadonlyMap<string, number>;
  /** Why others are missing. */
  readonly reasons: ReadonlyMap<string, string>;
}

export async function measureFollow(
  cluster: BenchCluster,
  directory: string,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<FollowFigures> {
  const node = workerOf(cluster);
  const [program = '', ...osctl] = cluster.osctlCommand;
  const followers = new Map<string, Follower>();
  const reasons = new Map<string, string>();
  let sshd: Awaited<ReturnType<typeof startSshd>> | undefined;
  try {
    await startWriter(cluster, node, signal);
    try {
      sshd = await startSshd(directory, signal, log);
      const tail = [...sshd.login, 'tail', '-n', '1', '-f', await logFile(node, signal)];
      followers.set('ssh tail -f p99', new Follower('ssh', tail, {}));
    } catch (error) {
      if (!(error instanceof NoSshd)) throw error;
      reasons.set('ssh tail -f p99', error.message);
    }
    const logs = ['-n', node.name, 'logs', '--follow', '--tail', '1', `default/${POD}/${CONTAINER}`];
    followers.set('log follow p99', new Follower(program, [...osctl, ...logs], cluster.env));
    await systemClock.sleep(WARM_UP_MS, signal);
    for (const follower of followers.values()) follower.forget();
    await systemClock.sleep(MEASURE_MS, signal);
    const figures = new Map([...followers].map(([name, { samples }]) => [name, percentile(samples, 99)] as const));
    for (const [name, { samples }] of followers) {
      log(`${name}: of ${samples.length} lines; the middle one ${percentile(samples, 50).toFixed(1)} ms`);
    }
    return { figures, reasons };
  } finally {
    for (const follower of followers.values()) await follower.stop();
    await sshd?.stop();
    await cluster.kubernetes.request({ method: 'DELETE', path: `${PODS}/${POD}`, signal }).catch(() => {});
  }
}

/** In the operator's image: it holds Node, and is in the cluster's registry anyway. */
async function startWriter(cluster: BenchCluster, node: BenchNode, signal: AbortSignal): Promise<void> {
  const { kubernetes } = cluster;
  const operator = await kubernetes.request<{
    readonly spec: {
      readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
    };
  }>({ path: '/apis/apps/v1/namespaces/talos-system/daemonsets/talos-operator', signal });
  const image = operator.spec.template.spec.containers[0]?.image;
  const command = ['/usr/bin/node', '-e', WRITER];
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: POD },
    spec: {
      nodeName: node.name,
      terminationGracePeriodSeconds: 0,
      containers: [{ name: CONTAINER, image, command }],
    },
  };
  await kubernetes.request({ method: 'POST', path: PODS, body, signal });
  await until('the pod that writes lines to run', 60_000, signal, async () => {
    const pod = await kubernetes.request<{ readonly status?: { readonly phase?: string } }>({
      path: `${PODS}/${POD}`,
      signal,
    });
    return pod.status?.phase === 'Running' ? true : undefined;
  });
}

/** Where the container's log is on this computer. */
async function logFile(node: BenchNode, signal: AbortSignal): Promise<string> {
  const format = '{{range .Mounts}}{{if eq .Destination "/var"}}{{.Source}}{{end}}{{end}}';
  const { stdout } = await mustRun('docker', ['inspect', '-f', format, node.container], { signal });
  const pods = join(stdout.trim(), 'log', 'pods');
  const name = (await readdir(pods)).find((one) => one.startsWith(`default_${POD}_`));
  if (name === undefined) throw new Error(`${node.name} keeps no log of the pod ${POD}`);
  return join(pods, name, CONTAINER, '0.log');
}

/** A program that prints the lines, and how old each was when it came. */
class Follower {
  readonly #child: ChildProcessByStdio<null, Readable, null>;
  readonly #ended: Promise<unknown>;
  #samples: number[] = [];
  #rest = '';

  constructor(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    this.#ended = once(this.#child, 'close');
    this.#child.stdout.setEncoding('latin1').on('data', (text: string) => this.#take(text));
  }

  /** ms. Errors: fewer than a hundredth part can be told of. */
  get samples(): readonly number[] {
    if (this.#samples.length < 100) throw new Error(`${this.#child.spawnargs.join(' ')} printed too few lines`);
    return this.#samples;
  }

  forget(): void {
    this.#samples = [];
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }

  #take(text: string): void {
    const now = process.hrtime.bigint();
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const written = /(\d+)$/.exec(line)?.[1];
      if (written !== undefined) this.#samples.push(Number(now - BigInt(written)) / 1e6);
    }
  }
}
