/** What cannot be taken back is asked of the person at a real terminal; only "yes" in full is an agreement. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Lifecycle } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { TerminalSession } from '../terminal-session.testing.ts';

const OSCTL = join(import.meta.dirname, '../../bin/osctl.js');
let cluster: FakeCluster;
const done: string[] = [];

before(async () => {
  cluster = await FakeCluster.start();
  const succeeded = { operation: { id: 'x', state: 'SUCCEEDED', startMs: 1, endMs: 2 } } as const;
  await cluster.node(
    'w-1',
    serve(Lifecycle, {
      planReset: async () => ({ items: [{ name: 'keys', path: '/pki', wiped: true }], afterwards: 'It boots.' }),
      async *reset() {
        done.push('reset');
        yield succeeded;
      },
      async *wipeDisk({ disk }) {
        done.push(`wipe ${disk}`);
        yield succeeded;
      },
    }),
  );
});
after(() => cluster.close());

for (const [command, shown, asked, does] of [
  ['reset', /wiped +keys +\/pki/, /What is wiped on w-1 does not come back\. Type yes to go on: /, 'reset'],
  ['wipe /dev/sdb', /What is on \/dev\/sdb/, /will be lost\. Type yes to go on: /, 'wipe /dev/sdb'],
] as const) {
  test(`${command} does nothing but ask until it is told yes`, { timeout: 30_000 }, async () => {
    for (const [typed, doing] of [
      ['y', []],
      ['', []],
      ['yes', [does]],
    ] as const) {
      done.splice(0);
      const line = `'${process.execPath}' '${OSCTL}' -n w-1 ${command}; echo "code=$?"`;
      const session = new TerminalSession(line, { HOME: cluster.directory, OSCTL_CONFIG: cluster.configPath });
      await session.sees(shown);
      await session.sees(asked);
      assert.deepEqual(done, []);
      session.type(`${typed}\r`);
      await session.sees(typed === 'yes' ? /code=0/ : /code=1/);
      await session.ended;
      assert.deepEqual(done, doing, JSON.stringify(typed));
    }
  });
}
