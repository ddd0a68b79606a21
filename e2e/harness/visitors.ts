/** People on the web: each makes a new connection, asks once and remembers what became of it. */
import * as http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer waits nobody. */
const PATIENCE_MS = 10_000;

export interface Disappointed {
  readonly at: string;
  readonly error: string;
  readonly clientPort: number;
  readonly afterMs: number;
}

export class Visitors {
  readonly #controller = new AbortController();
  readonly #done: Promise<void>;
  readonly #began = performance.now();
  readonly #port: number;
  readonly #under = new Set<Promise<void>>();
  readonly failed: Disappointed[] = [];
  /** Whose pods have answered, how often. */
  readonly answeredBy = new Map<string, number>();
  asked = 0;
  slowestMs = 0;
  #ended = 0;

  /** `perSecond` visitors come, however long the former take. */
  constructor(port: number, perSecond: number) {
    this.#port = port;
    this.#done = this.#come(perSecond);
  }

  /** Per second, so far. */
  get rate(): number {
    return (this.asked / ((this.#ended || performance.now()) - this.#began)) * 1_000;
  }

  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#done;
    await Promise.all(this.#under);
  }

  async #come(perSecond: number): Promise<void> {
    const { signal } = this.#controller;
    while (!signal.aborted) {
      const due = Math.floor(((performance.now() - this.#began) / 1_000) * perSecond);
      while (this.asked < due) {
        this.asked++;
        const visit = this.#visit().finally(() => this.#under.delete(visit));
        this.#under.add(visit);
      }
      await sleep(10);
    }
    this.#ended = performance.now();
  }

  #visit(): Promise<void> {
    const began = performance.now();
    return new Promise((resolve) => {
      let clientPort = 0;
      const fail = (error: string): void => {
        const afterMs = Math.round(performance.now() - began);
        this.failed.push({ at: new Date().toISOString(), error, clientPort, afterMs });
        resolve();
      };
      const asked = http.get({ host: '127.0.0.1', port: this.#port, path: '/', agent: false }, async (answer) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk as Buffer);
          const pod = Buffer.concat(chunks).toString();
          if (answer.statusCode !== 200 || pod === '') throw new Error(`status ${answer.statusCode}, "${pod}"`);
          this.answeredBy.set(pod, (this.answeredBy.get(pod) ?? 0) + 1);
          this.slowestMs = Math.max(this.slowestMs, performance.now() - began);
          resolve();
        } catch (error) {
          fail((error as Error).message);
        }
      });
      asked.on('socket', (socket) =>
        socket.once('connect', () => {
          clientPort = socket.localPort ?? 0;
        }),
      );
      asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error(`no answer within ${PATIENCE_MS / 1_000} s`)));
      asked.on('error', (error) => fail(error.message));
    });
  }
}
