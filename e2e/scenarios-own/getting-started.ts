/**
 * docs/getting-started.md, typed from the first block to the last, as a new user would.
 *
 *     node e2e/scenarios-own/getting-started.ts          runs the page in the checkout; takes what the page takes
 *     node e2e/scenarios-own/getting-started.ts --print  shows the script
 *
 * The page makes a cluster `first` and removes it at its end; when a command fails, it is removed here. Its files go below
 * out/, its contexts into a file of their own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { script } from '@talos/tools/docs/commands.ts';
import { projectRoot } from '@talos/tools/run.ts';

export async function gettingStartedScript(): Promise<string> {
  const page = await readFile(join(projectRoot, 'docs/getting-started.md'), 'utf8');
  return script(page);
}

/** Runs the page; resolves to bash's exit code. Each command is shown before its output. */
export async function runGettingStarted(signal: AbortSignal): Promise<number> {
  const env = { ...process.env, OSCTL_CONFIG: join(projectRoot, 'out', 'getting-started.yaml') };
  const text = `trap '[ $? -eq 0 ] || npx osctl cluster destroy first' EXIT\nset -x\n${await gettingStartedScript()}`;
  const bash = spawn('bash', ['-c', text], { cwd: projectRoot, env, stdio: 'inherit', signal });
  const [code] = (await once(bash, 'exit')) as [number | null];
  return code ?? 1;
}

if (import.meta.main) {
  if (process.argv.includes('--print')) process.stdout.write(await gettingStartedScript());
  else {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(new Error(name)));
    process.exitCode = await runGettingStarted(controller.signal);
  }
}
