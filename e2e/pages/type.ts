/** A page of the docs, typed on a cluster as a reader of it would: at a desk of its own, in the situations that it tells of. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '@talos/tools/docs/commands.ts';
import { projectRoot } from '@talos/tools/run.ts';
import type { TestCluster } from '../harness/cluster.ts';
import { otherThan } from '../harness/rollout.ts';
import { deskFor } from './desk.ts';
import { localised, type Names, pageScript, situationsOf } from './page.ts';
import { typePage } from './run.ts';
import { SITUATIONS } from './situations.ts';

interface WithAddresses {
  readonly status: { readonly addresses: readonly { readonly type: string; readonly address: string }[] };
}

export async function namesOf(cluster: TestCluster): Promise<Names> {
  const [node = ''] = await cluster.nodes('worker');
  const { addresses } = (await cluster.get<WithAddresses>('node', node)).status;
  const address = addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';
  const { version } = await cluster.status(node);
  return { cluster: cluster.name, address, version, next: otherThan(version) };
}

export interface PageOptions {
  readonly path: string;
  readonly takes: (block: Block) => boolean;
  readonly names: Names;
  readonly signal: AbortSignal;
  /** Contexts of other nodes than the cluster's. */
  readonly configPath?: string;
}

/** Resolves with what was typed and printed. Its situations end with it, however that went. */
export async function typeOn(cluster: TestCluster, options: PageOptions): Promise<string> {
  const { path, takes, names, signal, configPath } = options;
  const markdown = await readFile(join(projectRoot, path), 'utf8');
  const desk = await deskFor(cluster, configPath);
  try {
    return await typePage({ path, script: localised(pageScript(markdown, takes), names), ...desk, signal });
  } finally {
    for (const name of situationsOf(markdown).toReversed()) await SITUATIONS[name]?.end?.(cluster);
    await desk.clear();
  }
}
