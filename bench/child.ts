/** Whole processes, timed, and always waited for: what they were doing when they were told to stop has ended when this returns. */
import { spawn } from 'node:child_process';

export interface ChildResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** From before the start to after the end. */
  readonly wallMs: number;
}

export interface ChildOptions {
  readonly signal: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Also show on stderr what it prints there, while it runs. */
  readonly show?: boolean;
}

/** Errors: the program is not there; `signal.reason`, after the program has ended. Any exit status is a result. */
export async function runChild(program: string, args: readonly string[], options: ChildOptions): Promise<ChildResult> {
  const { signal, env, cwd, show = false } = options;
  signal.throwIfAborted();
  const start = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk);
    if (show) process.stderr.write(chunk);
  });
  try {
    const status = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? -1));
    });
    const wallMs = performance.now() - start;
    signal.throwIfAborted();
    return { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), wallMs };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** For programs that have to succeed. Errors: what it printed. */
export async function mustRun(program: string, args: readonly string[], options: ChildOptions): Promise<ChildResult> {
  const result = await runChild(program, args, options);
  if (result.status !== 0) {
    const said = `${options.show ? '' : result.stderr}${result.stdout}`.trim();
    throw new Error(`${program} ${args.join(' ')} ended with ${result.status}${said === '' ? '' : `:\n${said}`}`);
  }
  return result;
}
