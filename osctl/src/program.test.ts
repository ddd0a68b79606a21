import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeProgram } from './parse.ts';

const names = async (argv?: readonly string[]): Promise<readonly string[]> =>
  (await describeProgram(() => {}, argv)).commands.flatMap((command) => [command.name(), ...command.aliases()]);

test('asked for by any of its names, a command comes with its group, and with no other', async () => {
  const all = await names();
  const groups = new Set<string>();
  for (const name of all) {
    const group = await names([name]);
    assert.ok(group.includes(name), `${name} brings ${group}`);
    groups.add(group.join(' '));
  }
  assert.deepEqual([...groups].join(' ').split(' ').sort(), [...all].sort());
});

test('options of every command may stand before its name', async () => {
  for (const line of [
    '-n version df',
    '--nodes a,b --via get df',
    '-n=a --timeout 5s -o json df',
    '-ojson df -n get',
  ]) {
    assert.deepEqual(await names(line.split(' ')), await names(['df']), line);
  }
});

test('for help, and what no command is called, there are all', async () => {
  const all = await names();
  for (const argv of [['--help'], ['help', 'df'], ['-n', 'df'], ['verison'], ['']])
    assert.deepEqual(await names(argv), all);
});
