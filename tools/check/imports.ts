/**
 * Imports point one way: programs → lib → proto, crds. Inside machined: api → machine → services → host.
 *
 * The table below is the whole rule. A file that breaks it is named with the import and the rule.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { projectRoot } from '../run.ts';

/** A room of the tree and the rooms that it may import from, besides itself and npm packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  proto: [],
  crds: [],
  lib: ['proto', 'crds'],
  'node-agent': ['lib', 'proto', 'crds'],
  operator: ['lib', 'proto', 'crds'],
  osctl: ['lib', 'proto', 'crds'],
  image: ['lib', 'tools'],
  // What they generate the reference from.
  tools: ['lib', 'proto', 'crds', 'osctl', 'image', 'operator'],
  e2e: ['lib', 'proto', 'crds', 'tools', 'image', 'osctl'],
  bench: ['lib', 'proto', 'crds', 'tools', 'image', 'e2e', 'osctl', 'operator'],
};

/** npm packages that only one folder may know. Tests may use them anywhere. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  // Bare, to compare with.
  '@grpc/grpc-js': ['lib/rpc/', 'bench/echo.ts'],
  '@kubernetes/client-node': ['lib/kube/'],
  koffi: ['node-agent/src/machined/host/', 'node-agent/src/boot/', 'image/'],
  dockerode: ['osctl/src/cluster/', 'tools/', 'e2e/', 'bench/', 'image/'],
};

/** Tests, on top of that, may use what makes and drives real parts. */
const TEST_ROOMS: readonly string[] = ['e2e', 'tools', 'image', 'lib', 'proto', 'crds'];

const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g;

/** What a specifier in `file` points at: a room of this project, or an npm package. */
export function target(file: string, specifier: string): { readonly room?: string; readonly packageName?: string } {
  if (specifier.startsWith('.')) return { room: normalize(join(dirname(file), specifier)).split('/')[0] ?? '' };
  if (specifier.startsWith('node:')) return {};
  const scoped = /^@talos\/([a-z0-9-]+)/.exec(specifier)?.[1];
  if (scoped !== undefined) return { room: scoped };
  const parts = specifier.split('/');
  const packageName = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return packageName === 'osctl' ? { room: 'osctl' } : { packageName };
}

/** Why an import of `specifier` in `file` breaks the rules; undefined when it does not. */
export function violation(file: string, specifier: string): string | undefined {
  const room = file.split('/')[0] ?? '';
  const to = target(file, specifier);
  const isTest = /\.(test|testing)\.ts$/.test(file);
  if (to.room !== undefined && to.room !== room && !(MAY_IMPORT[room] ?? []).includes(to.room)) {
    if (isTest && TEST_ROOMS.includes(to.room)) return undefined;
    return `${file}: ${room} may not import ${to.room} ('${specifier}'); it may import ${(MAY_IMPORT[room] ?? []).join(', ') || 'nothing of ours'}`;
  }
  const homes = to.packageName === undefined ? undefined : ONLY_IN[to.packageName];
  if (homes !== undefined && !isTest && !homes.some((home) => file.startsWith(home))) {
    return `${file}: only ${homes.join(', ')} may import '${to.packageName}'`;
  }
  return undefined;
}

export async function checkImports(): Promise<readonly string[]> {
  const files = globSync(`{${Object.keys(MAY_IMPORT).join(',')}}/**/*.ts`, {
    cwd: projectRoot,
    exclude: (path) => path.includes('node_modules'),
  });
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(join(projectRoot, file), 'utf8');
    for (const match of text.matchAll(IMPORT)) {
      const problem = violation(file, match[1] ?? '');
      if (problem !== undefined) found.push(problem);
    }
  }
  return found;
}
