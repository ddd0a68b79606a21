/** `node situation.ts begin NAME`: what a page's script calls (page.ts). */
import { TestCluster } from '../harness/cluster.ts';
import { SITUATIONS } from './situations.ts';

const [verb, name = ''] = process.argv.slice(2);
const situation = SITUATIONS[name];
if (verb !== 'begin' || situation === undefined) throw new Error(`there is no situation "${name}" in situations.ts`);
await situation.begin(TestCluster.shared());
