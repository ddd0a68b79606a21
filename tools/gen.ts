/**
 * `npm run gen`: writes every generated file anew. `npm run check` calls `generateAll` and compares.
 *
 * Each generator is a pure function of the sources: path below the project's root → content.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './run.ts';

export type Generated = ReadonlyMap<string, string>;
interface Generator {
  readonly name: string;
  load(): Promise<() => Promise<Generated>>;
}

/** Later generators may import what earlier ones wrote, so their order is part of the table. */
const GENERATORS: readonly Generator[] = [
  { name: 'OS API', load: async () => (await import('./gen/proto.ts')).generateProto },
  {
    name: 'node configuration',
    load: async () => (await import('@talos/crds/config/generate.ts')).generateConfigValidators,
  },
  { name: 'custom resources', load: async () => (await import('@talos/crds/generate.ts')).generateCrds },
  { name: 'monitoring', load: async () => (await import('./gen/monitoring.ts')).generateMonitoring },
  { name: 'Helm chart', load: async () => (await import('./gen/helm.ts')).generateHelmChart },
  {
    name: "reference of osctl's JSON",
    load: async () => (await import('./docs/osctl-json.ts')).generateJsonReference,
  },
  { name: 'reference of osctl', load: async () => (await import('./docs/osctl.ts')).generateOsctlReference },
];

export async function generateAll(): Promise<Generated> {
  const all = new Map<string, string>();
  for (const generator of GENERATORS) {
    for (const [path, content] of await (await generator.load())()) all.set(path, content);
  }
  return all;
}

/** Paths whose content on disk is not what the generators make. */
export async function drift(generated: Generated): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, content] of generated) {
    const current = await readFile(join(projectRoot, path), 'utf8').catch(() => undefined);
    if (current !== content) stale.push(path);
  }
  return stale;
}

async function main(): Promise<void> {
  let written = 0;
  for (const generator of GENERATORS) {
    const generated = await (await generator.load())();
    for (const path of await drift(generated)) {
      const target = join(projectRoot, path);
      await mkdir(dirname(target), { recursive: true });
      await rm(target, { force: true });
      await writeFile(target, generated.get(path) ?? '');
      written++;
      console.log(`wrote ${path}`);
    }
  }
  console.log(written === 0 ? 'everything generated is up to date' : `${written} files written`);
}

if (import.meta.main) await main();
