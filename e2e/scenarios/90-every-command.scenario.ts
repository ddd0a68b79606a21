/** The last story: by now every command of osctl was typed at a real node, and did what it was asked. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { leafCommands } from 'osctl/src/commands/examples.ts';
import { commandOf, describeProgram } from 'osctl/src/parse.ts';
import { TestCluster } from '../harness/cluster.ts';

/** What a cluster of containers cannot show, and what shows it. */
const NOT_HERE: Readonly<Record<string, string>> = {
  wipe: 'such nodes have no disks of their own, and say so (25-change)',
  'etcd move-leader': 'a sole member has nobody to hand it to (scenarios-own/ha.e2e.ts)',
};
/** Ctrl-C is how some of them end. */
const DONE: readonly number[] = [0, 130];

const { facts } = TestCluster.shared();

test('every command was run', { skip: facts.everyStory ? false : 'not all stories were told' }, async () => {
  const lines = (await readFile(facts.typed ?? '', 'utf8')).trimEnd().split('\n');
  const typed = lines.map((line) => JSON.parse(line) as { readonly argv: readonly string[]; readonly status: number });
  const done = typed.filter(({ status }) => DONE.includes(status)).map(({ argv }) => commandOf(argv));
  const run = new Set(await Promise.all(done));
  const leaves = leafCommands(await describeProgram()).map(({ path }) => path);
  assert.deepEqual(
    leaves.filter((path) => !run.has(path) && NOT_HERE[path] === undefined),
    [],
  );
  assert.deepEqual(
    Object.keys(NOT_HERE).filter((path) => run.has(path) || !leaves.includes(path)),
    [],
    'these are no exceptions any more',
  );
});
