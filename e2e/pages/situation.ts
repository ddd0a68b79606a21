/** `node situation.ts begin NAME`: what a page's script calls (page.ts). */
import { TestCluster } from '../harness/cluster.ts';
import { isSituation, SITUATIONS } from './situations.ts';

const [verb, name = ''] = process.argv.slice(2);
if (verb !== 'begin' || !isSituation(name)) throw new Error(`there is no situation "${name}" in situations.ts`);
await SITUATIONS[name].begin(TestCluster.shared());
