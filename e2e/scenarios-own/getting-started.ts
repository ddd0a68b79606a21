/**
 * docs/getting-started.md, typed from the first block to the last, as a new user would.
 *
 *     npm run e2e:getting-started              runs the page in the checkout; takes what the page takes
 *     npm run e2e:getting-started -- --print   shows the script
 *
 * The page makes a cluster `first` and removes it at its end; when a command fails, it is removed here. Its files go below
 * out/, its contexts into a file of their own. What of the page can be typed on the scenarios' cluster is typed there too.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@talos/tools/run.ts';
import { command } from '../harness/command.ts';
import { pageScript } from '../pages/page.ts';
import { typePage } from '../pages/run.ts';

const PAGE = 'docs/getting-started.md';
const HERE = 'e2e/scenarios-own/getting-started.ts';

export async function gettingStartedScript(): Promise<string> {
  const markdown = await readFile(join(projectRoot, PAGE), 'utf8');
  return pageScript(markdown, ({ mark }) => mark.kind === 'run' || (mark.kind === 'tested-by' && mark.file === HERE));
}

async function runGettingStarted(signal: AbortSignal): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'talos-getting-started-'));
  const env = { ...(process.env as Record<string, string>), OSCTL_CONFIG: join(scratch, 'osctl.yaml') };
  try {
    const script = await gettingStartedScript();
    await typePage({ path: PAGE, script, directory: projectRoot, scratch, env, signal, show: true });
  } catch (error) {
    const osctl = join(projectRoot, 'osctl', 'bin', 'osctl.js');
    await command(process.execPath, [osctl, 'cluster', 'destroy', 'first'], { env, show: true });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  if (process.argv.includes('--print')) process.stdout.write(await gettingStartedScript());
  else {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(new Error(name)));
    try {
      await runGettingStarted(controller.signal);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
