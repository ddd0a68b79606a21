/**
 * Makes dist/: osctl as one package that needs nothing but Node. Runs before `npm pack -w osctl`; a checkout never runs from it.
 *
 * Code is split at dynamic imports, so that what a command does not use is not loaded. The operator's manifests lie beside it
 * with the same paths below dist/manifests/ as in the project: they refer to one another relatively.
 */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const OWN = import.meta.dirname;
const PROJECT = resolve(OWN, '..');
const MANIFESTS = ['deploy/base', 'crds/manifests'] as const;

export async function buildPackage(out: string = join(OWN, 'dist')): Promise<void> {
  await rm(out, { recursive: true, force: true });
  const { metafile } = await build({
    metafile: true,
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
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [builtinsWithoutFacades],
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
  await writeFile(join(out, 'THIRD-PARTY.txt'), await licences(Object.keys(metafile.inputs)));
  for (const directory of MANIFESTS) {
    await cp(join(PROJECT, directory), join(out, 'manifests', directory), { recursive: true });
  }
}

/**
 * Node's own modules by `process.getBuiltinModule` instead of `import`. An ES import of one makes a facade that reads every export
 * once, and with it whatever is behind a getter: streams behind node:fs, the list of all flags behind node:process. That was a
 * sixth of what osctl needs to start. commander's child_process, for programs as subcommands, is not loaded before it is used.
 */
const builtinsWithoutFacades: Plugin = {
  name: 'builtins without facades',
  setup({ onResolve, onLoad }) {
    const builtins = new Set(builtinModules);
    // In our own sources at once: a module for each builtin would be a file to be found and loaded at each start.
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: withoutFacades(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
    onResolve({ filter: /^(node:)?[a-z_0-9/]+$/ }, ({ path, kind, importer }) => {
      const name = path.replace(/^node:/, '');
      // A package may have a builtin's name (as `events` and `buffer` have): only what Node would take is taken.
      if (kind !== 'import-statement' || !builtins.has(name)) return undefined;
      const lazy = name === 'child_process' && /node_modules\/commander\//.test(importer);
      return { path: lazy ? `${name}?lazy` : name, namespace: 'builtin' };
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => {
      const [name, lazy] = path.split('?');
      const get = `process.getBuiltinModule(${JSON.stringify(name)})`;
      const contents =
        name === 'process'
          ? 'module.exports = process'
          : lazy === undefined
            ? `module.exports = ${get}`
            : `module.exports = new Proxy({}, { get: (_, key) => ${get}[key] })`;
      return { contents, loader: 'js' };
    });
  },
};

const IMPORT = /^import (?:\* as (?<all>\w+)|(?<whole>\w+)|\{(?<names>[^}]*)\}) from 'node:(?<module>[\w/]+)';$/gm;

/** `import { a, b as c, type D } from 'node:x'` → `const { a, b: c } = globalThis.process.getBuiltinModule('x')` */
export function withoutFacades(source: string): string {
  return source.replace(IMPORT, (_text, ...rest) => {
    const { all, whole, names, module } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const values = names
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '));
    const target = all ?? whole ?? `{ ${values?.map((name) => name.replace(/ as /, ': ')).join(', ')} }`;
    return `const ${target} = globalThis.process.getBuiltinModule('${module}');`;
  });
}

/** Name, version and licence texts of the npm packages that files of a bundle belong to: what is shipped carries its terms. */
async function licences(inputs: readonly string[]): Promise<string> {
  const packages = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? []);
  const texts = [...new Set(packages)].sort().map(async (directory) => {
    const files = (await readdir(join(PROJECT, directory))).filter((name) =>
      /^(licen[cs]e|copying|notice)/i.test(name),
    );
    const { name, version, license } = JSON.parse(
      await readFile(join(PROJECT, directory, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, string>>;
    const bodies = await Promise.all(files.sort().map((file) => readFile(join(PROJECT, directory, file), 'utf8')));
    return `==== ${name} ${version} (${license ?? 'see below'})\n\n${bodies.join('\n').trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n');
}

if (import.meta.main) {
  await buildPackage();
  console.log(`dist: ${(await readdir(join(OWN, 'dist'))).length} entries`);
}
