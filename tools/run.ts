/** Child processes of the project's own commands: their output goes to the terminal, their failure stops the caller. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The checkout's root, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export class CommandFailed extends Error {
  readonly exitCode: number;
  constructor(command: string, exitCode: number) {
    super(`${command} ended with status ${exitCode}`);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program of this project to its end.
 *
 * Errors: CommandFailed with the program's status, 128 + n where signal n ended it.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
      ...(options.signal ? { signal: options.signal, killSignal: 'SIGINT' as const } : {}),
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const status = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      if (status === 0) resolve();
      else reject(new CommandFailed([command, ...args.slice(0, 3)].join(' '), status));
    });
  });
}
