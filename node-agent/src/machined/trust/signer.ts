/**
 * Makes certificates and requests in a thread of its own, which ends when nothing was asked for a while: the library that makes
 * them, once loaded, would stay in machined's memory for ever, and it is needed for a second a year.
 *
 * In the bundle this file and main.ts are one: the thread runs the same file, and `workerData` tells it what it is.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type * as x509 from '@talos/lib/trust/x509.ts';

type Job =
  | { readonly kind: 'issue'; readonly params: Parameters<typeof x509.issue>[0] }
  | { readonly kind: 'csr'; readonly params: Parameters<typeof x509.createCsr>[0] };
type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: unknown });

const THREAD = 'talos-signer';
const IDLE_MS = 5_000;

/** Whether this is the thread, in which nothing else of the program is to run. */
export const isSigner = !isMainThread && workerData === THREAD;

export interface Signer {
  readonly issue: typeof x509.issue;
  readonly createCsr: typeof x509.createCsr;
}

/** Errors: those of lib/trust/x509.ts, with their class; the thread's own end, when it could not run. */
export function createSigner(idleMs = IDLE_MS): Signer {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const start = (): Worker => {
    const started = new Worker(import.meta.filename, { workerData: THREAD, execArgv: [] });
    // Settling the last answer leaves it without a reason to hold the program up.
    const ended = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(answer.error);
      else asked?.resolve(answer.value);
      if (waiting.size > 0) return;
      started.unref();
      idle = setTimeout(() => {
        if (waiting.size > 0 || worker !== started) return;
        worker = undefined;
        void started.terminate();
      }, idleMs).unref();
    });
    started.on('error', ended);
    started.on('exit', (code) => {
      if (worker === started) ended(new Error(`the thread that signs certificates ended with ${code}`));
    });
    return started;
  };

  const ask = (job: Job): Promise<unknown> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job });
    });

  return {
    issue: ((params: never) => ask({ kind: 'issue', params })) as Signer['issue'],
    createCsr: (params) => ask({ kind: 'csr', params }) as ReturnType<Signer['createCsr']>,
  };
}

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const { issue, createCsr } = await import('@talos/lib/trust/x509.ts');
  port.on('message', async ({ id, job }: { readonly id: number; readonly job: Job }) => {
    try {
      const value = job.kind === 'issue' ? await issue(job.params as never) : await createCsr(job.params);
      port.postMessage({ id, value } satisfies Answer);
    } catch (error) {
      port.postMessage({ id, error } satisfies Answer);
    }
  });
}

if (isSigner && parentPort !== null) await serve(parentPort);
