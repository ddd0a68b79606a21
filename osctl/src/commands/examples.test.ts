import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCaptured } from '../fake-cluster.testing.ts';
import { checkCommandLine, describeProgram } from '../parse.ts';
import { ANSWERS } from './answers.ts';
import { EXAMPLES, leafCommands } from './examples.ts';

test('every command has examples, and every example is a command line that it takes', async () => {
  const leaves = leafCommands(await describeProgram()).map(({ path }) => path);
  assert.deepEqual(Object.keys(EXAMPLES).sort(), [...leaves].sort());
  for (const [path, examples] of Object.entries(EXAMPLES)) {
    assert.ok(examples.length > 0, path);
    for (const example of examples) {
      const words = example
        .replace(/^source <\((.*)\)$/, '$1')
        .replace(/ [>|] .*$/, '')
        .matchAll(/'([^']*)'|(\S+)/g)
        .map(([, quoted, plain]) => quoted ?? plain ?? '')
        .toArray();
      assert.equal(await checkCommandLine(words), undefined, example);
    }
  }
});

test('what is documented of -o json is of commands that there are', async () => {
  const leaves = leafCommands(await describeProgram()).map(({ path }) => path);
  assert.deepEqual(
    Object.keys(ANSWERS).filter((path) => !leaves.includes(path)),
    [],
  );
});

test('a command line that is wrong is told', async () => {
  assert.match((await checkCommandLine(['osctl', 'upgrade'])) ?? '', /missing required argument 'image'/);
  assert.match((await checkCommandLine(['osctl', 'rollout', 'status', '--wait-timeout', 'x'])) ?? '', /not a duration/);
  assert.match((await checkCommandLine(['kubectl', 'get'])) ?? '', /not osctl/);
});

test('help shows the examples and goes to standard output with exit code 0', async () => {
  const { code, stdout, stderr } = await runCaptured(['config', 'apply', '--help']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /Examples:\n {2}osctl -n demo-worker-1 config apply --file node\.yaml --dry-run/);
  const group = await runCaptured(['context', 'group', '--help']);
  assert.match(group.stdout, /Examples:\n {2}osctl context group list\n {2}osctl context group set edge/);
});
