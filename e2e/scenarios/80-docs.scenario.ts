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
import { converged, otherThan } from '../harness/rollout.ts';
import { deskFor } from '../pages/desk.ts';
import { localised, type Names, pageScript, situationsOf } from '../pages/page.ts';
import { typePage } from '../pages/run.ts';
import { SITUATIONS } from '../pages/situations.ts';

const PAGE_LIMIT_MS = 360_000;
const SETTLED_LIMIT_MS = 240_000;

const cluster = TestCluster.shared();
let names: Names;

before(async () => {
  const [node = ''] = await cluster.nodes('worker');
  const { addresses } = (await cluster.get<WithAddresses>('node', node)).status;
  const address = addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';
  const { version } = await cluster.status(node);
  names = { cluster: cluster.name, address, version, next: otherThan(version) };
});
// What a page did to the operator and to nodes has settled before the next one.
afterEach(() => converged(cluster, SETTLED_LIMIT_MS));

for (const path of documents()) {
  const markdown = await readFile(join(projectRoot, path), 'utf8');
  const takes = ({ mark }: { mark: { kind: string } }): boolean => mark.kind === 'run' || mark.kind === 'endless';
  if (!blocks(markdown).some(takes)) continue;
  test(`${path} can be typed`, async () => {
    const desk = await deskFor(cluster);
    const { spec } = await cluster.machine();
    const before = JSON.stringify([{ op: 'replace', path: '/spec', value: spec }]);
    const signal = AbortSignal.timeout(PAGE_LIMIT_MS);
    try {
      await typePage({ path, script: localised(pageScript(markdown, takes), names), ...desk, signal });
    } finally {
      for (const name of situationsOf(markdown).toReversed()) await SITUATIONS[name]?.end?.(cluster);
      await cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'json', '-p', before]);
      await desk.clear();
    }
  });
}

interface WithAddresses {
  readonly status: { readonly addresses: readonly { readonly type: string; readonly address: string }[] };
}
