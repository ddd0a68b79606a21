/**
 * Every command of the docs, typed page by page as a reader would: a page that was never run tells of a cluster that never was.
 * A new page needs nothing here; how a block says that it is run elsewhere: tools/docs/mark.ts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, before, test } from 'node:test';
import { blocks, documents } from '@talos/tools/docs/commands.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { TestCluster } from '../harness/cluster.ts';
import { converged } from '../harness/rollout.ts';
import type { Names } from '../pages/page.ts';
import { namesOf, typeOn } from '../pages/type.ts';

const PAGE_LIMIT_MS = 360_000;
const SETTLED_LIMIT_MS = 240_000;

const cluster = TestCluster.shared();
let names: Names;

before(async () => {
  names = await namesOf(cluster);
});
// What a page did to the operator and to nodes has settled before the next one.
afterEach(() => converged(cluster, SETTLED_LIMIT_MS));

for (const path of documents()) {
  const takes = ({ mark }: { mark: { kind: string } }): boolean => mark.kind === 'run' || mark.kind === 'endless';
  if (!blocks(await readFile(join(projectRoot, path), 'utf8')).some(takes)) continue;
  test(`${path} can be typed`, async () => {
    const { spec } = await cluster.machine();
    const before = JSON.stringify([{ op: 'replace', path: '/spec', value: spec }]);
    const signal = AbortSignal.timeout(PAGE_LIMIT_MS);
    try {
      await typeOn(cluster, { path, takes, names, signal });
    } finally {
      await cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'json', '-p', before]);
    }
  });
}
