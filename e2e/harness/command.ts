/** Programs as a person runs them: arguments in, text out, a story when they fail. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly signal?: AbortSignal;
  /** Also show what it prints on stderr, while it runs. */
  readonly show?: boolean;
  /** Told each line of stdout as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Longer takes nothing that is run here: one that hangs is to be a failure with a name. */
const LIMIT_MS = 15 * 60_000;

/** Runs a program to its end, whatever its status. Errors: it could not be run, or did not end within 15 minutes. */
export function tryCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      signal: options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr.push(chunk);
      if (options.show) process.stderr.write(chunk);
    });
    const { onLine } = options;
    if (onLine !== undefined) createInterface({ input: child.stdout }).on('line', onLine);
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', (error) =>
      reject(
        limit.aborted ? new Error(`${program} ${args.join(' ')} has not ended within ${LIMIT_MS / 60_000} min`) : error,
      ),
    );
    child.on('close', (code) =>
      resolve({
        status: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

/** Runs a program that has to succeed. Errors: what it printed. */
export async function command(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await tryCommand(program, args, options);
  if (result.status !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${result.status}\n${result.stderr}${result.stdout}`);
  }
  return result.stdout;
}
