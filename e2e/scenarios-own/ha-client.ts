/** A client of the Kubernetes API that never rests: it writes through the load balancer and keeps account of what was acknowledged. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '@talos/lib/kube/errors.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport } from '@talos/lib/kube/transport.ts';

const NAMESPACE = 'default';
const PAUSE_MS = 200;
/** Longer than a balancer needs to notice that a member is dead, shorter than a person's patience. */
const WRITE_LIMIT_MS = 4_000;

export class RestlessWriter {
  readonly #controller = new AbortController();
  readonly #done: Promise<void>;
  readonly #kubeconfig: string;
  readonly #ledger = `ledger-${randomBytes(4).toString('hex')}`;
  /** Names of the objects whose creation was acknowledged. */
  readonly acknowledged: string[] = [];
  readonly failures: string[] = [];
  /** The longest time between two acknowledged writes. */
  longestSilenceMs = 0;

  constructor(kubeconfig: string) {
    this.#kubeconfig = kubeconfig;
    this.#done = this.#write();
  }

  async #write(): Promise<void> {
    const { signal } = this.#controller;
    const transport = await this.#connect();
    let last = performance.now();
    for (let number = 0; !signal.aborted; number++) {
      const name = `${this.#ledger}-${number}`;
      try {
        await transport.request({
          method: 'POST',
          path: `/api/v1/namespaces/${NAMESPACE}/configmaps`,
          body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
          signal,
          timeoutMs: WRITE_LIMIT_MS,
        });
        this.acknowledged.push(name);
        this.longestSilenceMs = Math.max(this.longestSilenceMs, performance.now() - last);
        last = performance.now();
      } catch (error) {
        if (signal.aborted) break;
        this.failures.push(
          `${new Date().toISOString()} ${error instanceof ApiError ? error.status : ''} ${(error as Error).message}`,
        );
      }
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
    transport.close();
  }

  async #connect() {
    return createTransport({ access: await kubeconfigAccess({ path: this.#kubeconfig }), userAgent: 'talos-e2e' });
  }

  /** Resolves after `count` more writes were acknowledged. */
  async more(count: number, limitMs: number): Promise<void> {
    const wanted = this.acknowledged.length + count;
    const end = performance.now() + limitMs;
    while (this.acknowledged.length < wanted) {
      if (performance.now() > end) {
        throw new Error(
          `${count - (wanted - this.acknowledged.length)} of ${count} writes were acknowledged within ${limitMs / 1000} s; last failure: ${this.failures.at(-1)}`,
        );
      }
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#done;
  }

  /** Acknowledged, yet not there. */
  async lost(): Promise<readonly string[]> {
    const transport = await this.#connect();
    try {
      const { items } = await transport.request<{
        readonly items: readonly { readonly metadata: { readonly name: string } }[];
      }>({
        path: `/api/v1/namespaces/${NAMESPACE}/configmaps`,
        signal: AbortSignal.timeout(30_000),
      });
      const there = new Set(items.map((item) => item.metadata.name));
      return this.acknowledged.filter((name) => !there.has(name));
    } finally {
      transport.close();
    }
  }
}
