/**
 * Asks a Kubernetes API by one address, again and again, and says at its end how long it was away.
 *
 *     node api-asker.ts --kubeconfig FILE --server URL      until SIGTERM; then prints one line of JSON
 *
 * Every 100 ms a new connection asks, whatever became of the former; beside them one is kept and asked 100 ms after each answer.
 * A program of its own, since it runs in a node's network.
 */
import * as https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';

const EVERY_MS = 100;
const TICK_MS = 20;
const LIMIT_MS = 15_000;
/** Read from etcd by a quorum: answered only by an apiserver that works. */
const PATH = '/api/v1/namespaces/default';

export interface Asked {
  readonly answered: number;
  readonly failures: readonly string[];
  /** The longest times between two answers that follow each other, longest first; without the time in which the asker itself was held up. */
  readonly gaps: readonly { readonly at: string; readonly ms: number }[];
}

export interface ApiReport {
  readonly fresh: Asked;
  readonly kept: Asked;
  /** The longest time that the asker itself was kept from asking and from hearing. */
  readonly stalledMs: number;
}

/** How long this process stood still, as a computer with too much to do lets it. */
class Stalls {
  #last = performance.now();
  #sum = 0;
  longest = 0;

  constructor() {
    setInterval(() => this.look(), TICK_MS).unref();
  }

  /** The sum so far. */
  look(): number {
    const now = performance.now();
    const late = now - this.#last - TICK_MS;
    if (late > TICK_MS) {
      this.#sum += late;
      this.longest = Math.max(this.longest, late);
    }
    this.#last = now;
    return this.#sum;
  }
}

class Account {
  readonly #stalls: Stalls;
  #last = performance.now();
  #stalled: number;
  #answered = 0;
  readonly #failures: string[] = [];
  readonly #gaps: { at: string; ms: number }[] = [];

  constructor(stalls: Stalls) {
    this.#stalls = stalls;
    this.#stalled = stalls.look();
  }

  answered(): void {
    const now = performance.now();
    const stalled = this.#stalls.look();
    this.#answered++;
    this.#gaps.push({ at: new Date().toISOString(), ms: Math.round(now - this.#last - (stalled - this.#stalled)) });
    this.#gaps.sort((a, b) => b.ms - a.ms).splice(10);
    this.#last = now;
    this.#stalled = stalled;
  }

  failed(error: unknown): void {
    this.#failures.push(`${new Date().toISOString()} ${(error as Error).message}`);
  }

  result(): Asked {
    return { answered: this.#answered, failures: this.#failures, gaps: this.#gaps };
  }
}

const { values } = parseArgs({ options: { kubeconfig: { type: 'string' }, server: { type: 'string' } } });
const access = await kubeconfigAccess({ path: values.kubeconfig ?? '' });
const { tls } = await access.credentials();
const server = new URL(values.server ?? '');
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

function ask(agent: https.Agent | false): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = https.get(
      { ...tls, host: server.hostname, port: server.port, path: PATH, agent, timeout: LIMIT_MS },
      (answer) => {
        answer.resume();
        answer.on('error', reject);
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`)),
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${LIMIT_MS / 1_000} s`)));
    asked.on('error', reject);
  });
}

async function fresh(account: Account): Promise<void> {
  const under = new Set<Promise<void>>();
  while (!stop.signal.aborted) {
    const one = ask(false)
      .then(
        () => account.answered(),
        (error) => account.failed(error),
      )
      .finally(() => under.delete(one));
    under.add(one);
    await sleep(EVERY_MS);
  }
}

async function kept(account: Account): Promise<void> {
  const agent = new https.Agent({ ...tls, keepAlive: true, maxSockets: 1 });
  while (!stop.signal.aborted) {
    await ask(agent).then(
      () => account.answered(),
      (error) => account.failed(error),
    );
    await sleep(EVERY_MS);
  }
}

// The first of each pays for what is done only once.
await ask(false);
const stalls = new Stalls();
const accounts = { fresh: new Account(stalls), kept: new Account(stalls) };
void kept(accounts.kept);
await fresh(accounts.fresh);
const report: ApiReport = {
  fresh: accounts.fresh.result(),
  kept: accounts.kept.result(),
  stalledMs: Math.round(stalls.longest),
};
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
