/** Situations of docs/runbooks/sick-node.md: the first worker with a configuration that is wrong, and a reader's editor. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { eventually, type TestCluster } from '../harness/cluster.ts';
import type { Situation } from './situations.ts';

interface ConfigDocument {
  readonly apiVersion: string;
  readonly kind: string;
  spec: Record<string, unknown>;
}
type Change = (spec: Record<string, unknown>) => Record<string, unknown>;

const nodeOf = (cluster: TestCluster): string => `${cluster.name}-worker-1`;
/** What the node had before; there while a situation lasts. */
const keptAt = (cluster: TestCluster): string => join(dirname(cluster.facts.configPath), 'sick-node.yaml');

/** More memory than the machine has: the kubelet ends as soon as it sees that. */
const reserveTooMuch: Change = (spec) => ({
  ...spec,
  extraConfig: { ...(spec['extraConfig'] as object), systemReserved: { memory: '900Gi' } },
});
const reserveNothing: Change = (spec) => {
  const { systemReserved: _, ...rest } = spec['extraConfig'] as Record<string, unknown>;
  return { ...spec, extraConfig: rest };
};
export const kubeletBroken: Situation = {
  async begin(cluster) {
    await misconfigure(cluster, 'KubeletConfig', reserveTooMuch);
    await eventually('the kubelet to end', 60_000, async () => {
      const kubelet = (await cluster.status(nodeOf(cluster))).services.find(({ id }) => id === 'kubelet');
      return kubelet?.state === 'FAILED';
    });
  },
  end: restore,
};

/** The reader's editor: changes worker-1.yaml in the directory where the page is typed. */
export const settingTakenOut: Situation = edited('KubeletConfig', reserveNothing);
function edited(kind: string, change: Change): Situation {
  return {
    async begin() {
      const text = await readFile('worker-1.yaml', 'utf8');
      await writeFile('worker-1.yaml', changed(text, kind, change));
    },
  };
}

async function misconfigure(cluster: TestCluster, kind: string, change: Change): Promise<void> {
  const node = nodeOf(cluster);
  const before = await cluster.osctl(['-n', node, 'config', 'get']);
  if (!existsSync(keptAt(cluster))) await writeFile(keptAt(cluster), before, { mode: 0o600 });
  const wrong = `${keptAt(cluster)}.wrong`;
  await writeFile(wrong, changed(before, kind, change), { mode: 0o600 });
  await cluster.osctl(['-n', node, 'config', 'apply', '--file', wrong]);
  await rm(wrong);
}

async function restore(cluster: TestCluster): Promise<void> {
  const path = keptAt(cluster);
  if (!existsSync(path)) return;
  await cluster.osctl(['-n', nodeOf(cluster), 'config', 'apply', '--file', path]);
  await rm(path);
}

function documentsOf(text: string): ConfigDocument[] {
  return parseAllDocuments(text).map((document) => document.toJS() as ConfigDocument);
}

/** A document that is not there yet is added. */
function changed(text: string, kind: string, change: Change): string {
  const documents = documentsOf(text);
  const found = documents.find((document) => document.kind === kind);
  if (found === undefined) documents.push({ apiVersion: 'osctl.dev/v1alpha1', kind, spec: change({}) });
  else found.spec = change(found.spec);
  return documents.map((document) => stringify(document)).join('---\n');
}
