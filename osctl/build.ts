/**
 * Makes dist/: osctl as one package that needs nothing but Node. Runs before `npm pack -w osctl`; a checkout never runs from it.
 *
 * Code is split at dynamic imports, so that what a command does not use is not loaded. The operator's manifests lie beside it
 * with the same paths below dist/manifests/ as in the project: they refer to one another relatively.
 */
import { cp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const OWN = import.meta.dirname;
const PROJECT = resolve(OWN, '..');
const MANIFESTS = ['deploy/base', 'crds/manifests'] as const;

export async function buildPackage(out: string = join(OWN, 'dist')): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: PROJECT,
    entryPoints: { osctl: join(OWN, 'src/main.ts') },
    outdir: out,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    target: 'node22',
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'linked',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Native parts of ssh2, which docker-modem brings: it goes on without them.
    external: ['cpu-features', '*.node'],
    // CommonJS packages inside an ES module still ask for these three.
    banner: {
      js: [
        "import { createRequire as __osctlRequire } from 'node:module';",
        'const require = __osctlRequire(import.meta.url);',
        'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
      ].join(''),
    },
  });
  await cp(join(PROJECT, 'LICENSE'), join(out, 'LICENSE'));
  for (const directory of MANIFESTS) {
    await cp(join(PROJECT, directory), join(out, 'manifests', directory), { recursive: true });
  }
}

if (import.meta.main) {
  await buildPackage();
  console.log(`dist: ${(await readdir(join(OWN, 'dist'))).length} entries`);
}
