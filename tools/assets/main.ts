import { parseArgs } from 'node:util';
import { createProgress } from '../progress.ts';
import { resolveAssets } from './index.ts';
import { loadManifest } from './manifest.ts';
import { settingsFromEnvironment } from './settings.ts';

const usage = `Gets the programs that a node runs: from TALOS_ASSETS_DIR, the cache, the projects' releases, or a build.

  node tools/assets/main.ts [NAME…]    get these (all without a name) and say where each came from
  node tools/assets/main.ts --list     names and versions
  node tools/assets/main.ts --dir      the cache's directory
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, dir: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const settings = settingsFromEnvironment();
  if (values.dir) {
    process.stdout.write(`${settings.cache}\n`);
    return 0;
  }
  const manifest = await loadManifest();
  if (values.list) {
    for (const group of manifest.groups) {
      for (const asset of group.assets) {
        process.stdout.write(`${asset.name.padEnd(26)} ${group.version}\n`);
      }
    }
    return 0;
  }
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => abort.abort(new Error(`stopped by ${name}`)));
  }
  const all = manifest.groups.flatMap((group) => group.assets.map((asset) => asset.name));
  const progress = createProgress();
  try {
    const found = await resolveAssets(positionals.length > 0 ? positionals : all, {
      manifest,
      settings,
      progress,
      signal: abort.signal,
    });
    progress.stop();
    for (const { name, version, origin, madeBy, path } of found) {
      const from = madeBy ? `${origin} (${madeBy})` : origin;
      process.stdout.write(`${name.padEnd(26)} ${version.padEnd(8)} ${from.padEnd(16)} ${path}\n`);
    }
    return 0;
  } catch (error) {
    progress.stop();
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main();
