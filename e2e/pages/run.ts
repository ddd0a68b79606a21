/** Types a page of the docs: in a bash of its own, in a home and a directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { projectRoot } from '@talos/tools/run.ts';

export interface PageRun {
  /** For messages. */
  readonly path: string;
  /** Of page.ts. */
  readonly script: string;
  /** Where the page is typed. */
  readonly directory: string;
  /** Where this writes what bash reads. */
  readonly scratch: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Shows what the page prints while it is typed. */
  readonly show?: boolean;
}

/** What is kept of a page's output, and of that for the message of its failure, in characters. */
const KEPT = 1_000_000;
const TAIL = 6_000;

/**
 * Before the first line of the page. The trap tells which command failed, by the page's line numbers, on a channel of its own;
 * what is typed stands before its output. Aliases, because a function's failure would be told at the function's line.
 */
const PREAMBLE = `
unset BASH_ENV
exec 2>&1
set -euo pipefail
trap 'printf "%s %s\\n" "$LINENO" "$?" >&3' ERR
shopt -s expand_aliases
alias situation='"$TALOS_NODE" "$TALOS_PAGES/situation.ts" begin'
PS4='+ \${LINENO}: '
set -x
`;

/** Resolves with what was typed and printed, once the whole page was. Errors: page, line, command and output of what failed. */
export async function typePage(run: PageRun): Promise<string> {
  const script = join(run.scratch, 'page.sh');
  const preamble = join(run.scratch, 'preamble.sh');
  await writeFile(script, run.script);
  await writeFile(preamble, PREAMBLE);
  const bash = spawn('bash', [script], {
    cwd: run.directory,
    env: {
      ...run.env,
      BASH_ENV: preamble,
      TALOS_NODE: process.execPath,
      TALOS_PAGES: join(projectRoot, 'e2e', 'pages'),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    // A group of its own: what a page has started ends with it.
    detached: true,
  });
  const stop = (): void => killGroup(bash);
  run.signal.addEventListener('abort', stop, { once: true });
  let output = '';
  let failed = '';
  bash.stdout?.on('data', (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-KEPT);
    if (run.show) process.stdout.write(chunk);
  });
  (bash.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    failed += chunk;
  });
  const [code] = (await once(bash, 'close')) as [number | null];
  run.signal.removeEventListener('abort', stop);
  if (code === 0) return output;
  if (run.signal.aborted)
    throw new Error(`${run.path}: ended before its end: ${run.signal.reason}\n${output.slice(-TAIL)}`);
  const [line, status] = failed.trim().split(' ');
  // The command as the page has it: bash would tell the last one of a pipeline only.
  const typed = run.script.split('\n')[Number(line) - 1]?.trim() ?? 'bash';
  throw new Error(`${run.path}:${line}: ${typed} ended with ${status ?? code}\n${output.slice(-TAIL)}`);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
