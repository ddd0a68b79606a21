import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a program to its end and returns what it printed to standard output.
 *
 * Guarantees: when `signal` aborts, the program and all it started are killed before the promise settles.
 * Errors: not found, killed or non-zero exit; the message carries the last lines of standard error.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  options.signal?.throwIfAborted();
  // Its own process group: `go build` has compilers below it, which must not outlive an abort.
  const child = spawn(command, args, {
    ...(options.cwd !== undefined ? { cwd: options.cwd } : {}),
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = () => {
    if (child.pid !== undefined) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Already gone.
      }
    }
  };
  options.signal?.addEventListener('abort', kill, { once: true });
  let stdout = '';
  let rest = '';
  const tail: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      options.onLine?.(line);
      tail.push(line);
    }
    tail.splice(0, tail.length - 20);
  });
  try {
    const { promise, resolve, reject } = Promise.withResolvers<number | NodeJS.Signals>();
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
    const end = await promise.catch((cause: unknown) => {
      throw new Error(`could not start ${command}`, { cause });
    });
    options.signal?.throwIfAborted();
    if (end !== 0) {
      const printed = [...tail, rest].filter((line) => line !== '').join('\n');
      throw new Error(`${command} ${args.slice(0, 3).join(' ')} … ended with ${end}:\n${printed}`);
    }
    return stdout;
  } finally {
    options.signal?.removeEventListener('abort', kill);
  }
}
