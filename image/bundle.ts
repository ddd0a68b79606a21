import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

export const PROJECT = resolve(import.meta.dirname, '..');

export interface Bundle {
  readonly content: Uint8Array;
  /** npm packages whose code is in it: directory below node_modules → nothing else is shipped of them */
  readonly packages: readonly string[];
}

/**
 * Bundles one entry point into a single ES module for Node 24.
 * Guarantees: the same sources give the same bytes wherever the project lies; koffi's native part is loaded from
 * `TALOS_KOFFI` or /usr/lib/talos/koffi.node at run time, and only when something imports koffi.
 */
export async function bundle(entry: string): Promise<Bundle> {
  const result = await build({
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    conditions: ['node', 'import'],
    // Node keeps the source in memory for as long as it runs, with two bytes for each character as soon as one of them is not
    // Latin-1: less white space and escapes instead of arrows are 6 MB less for machined. Names stay and lines stay short, since Node
    // prints the source line of an uncaught error, which must not push all else out of a failed boot's last lines.
    charset: 'ascii',
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    legalComments: 'none',
    // grpc-js asks for it where a program serves channelz or ORCA, which none of ours does.
    external: ['@grpc/proto-loader'],
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    // CommonJS packages inside an ES module still ask for these three.
    banner: {
      js: [
        "import { createRequire as __talosRequire } from 'node:module';",
        'const require = __talosRequire(import.meta.url);',
        'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
      ].join(''),
    },
    plugins: [await koffiPlugin(), httpPlugin],
  });
  const packages = new Set<string>();
  for (const input of Object.keys(result.metafile.inputs)) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) packages.add(match[1]);
  }
  if (result.metafile.inputs['koffi:koffi'] !== undefined) packages.add('koffi');
  return { content: result.outputFiles[0]!.contents, packages: [...packages].sort() };
}

/** Koffi's own loader looks for its native part relative to its package, which isn't there in the image. */
async function koffiPlugin(): Promise<Plugin> {
  const names = Object.keys(await import('koffi')).filter((name) => /^[a-zA-Z_]\w*$/.test(name) && name !== 'default');
  const module = [
    "import { createRequire } from 'node:module';",
    "const native = createRequire(import.meta.url)(process.env.TALOS_KOFFI ?? '/usr/lib/talos/koffi.node');",
    'export default native;',
    `const { ${names.map((name) => `${name}: _${name}`).join(', ')} } = native;`,
    `export { ${names.map((name) => `_${name} as ${name}`).join(', ')} };`,
  ].join('\n');
  return {
    name: 'koffi',
    setup(build) {
      build.onResolve({ filter: /^koffi$/ }, () => ({ path: 'koffi', namespace: 'koffi' }));
      build.onLoad({ filter: /.*/, namespace: 'koffi' }, () => ({ contents: module, loader: 'js' }));
    },
  };
}

/**
 * An ES import of node:http reads all of its exports, and some of them (WebSocket, CloseEvent …) load Node's whole fetch: 3 MB in each
 * program. Asked for as a CommonJS module, it gives each when it is used.
 */
const httpPlugin: Plugin = {
  name: 'http',
  setup(build) {
    build.onResolve({ filter: /^(node:)?http$/ }, () => ({ path: 'http', namespace: 'builtin' }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, () => ({
      contents: "module.exports = process.getBuiltinModule('node:http');",
      loader: 'js',
    }));
  },
};

/** The native part that belongs to the koffi in node_modules. */
export function koffiNative(architecture: 'amd64' | 'arm64'): string {
  const name = architecture === 'amd64' ? 'x64' : 'arm64';
  return join(packageDirectory(`@koromix/koffi-linux-${name}`), `linux_${name}`, 'koffi.node');
}

/** The Node binary that runs this build and is shipped. */
export function nodeBinary(architecture: 'amd64' | 'arm64'): string {
  return join(packageDirectory(`node-linux-${architecture === 'amd64' ? 'x64' : 'arm64'}`), 'bin', 'node');
}

export function packageDirectory(name: string): string {
  for (const base of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    if (existsSync(join(base, name, 'package.json'))) return join(base, name);
  }
  throw new Error(`the npm package ${name} is not installed; run npm ci`);
}

/** Name, version and licence texts of npm packages, in one text. */
export async function npmLicences(packages: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const name of [...new Set(packages)].sort()) {
    const directory = packageDirectory(name);
    const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as {
      version: string;
      license?: string;
    };
    const files = (await readdir(directory)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
    const bodies = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
    texts.push(
      `==== ${name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${bodies.join('\n').trim()}\n`,
    );
  }
  return texts.join('\n');
}
