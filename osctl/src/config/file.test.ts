import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../context.ts';
import { ConfigFile, configPath } from './file.ts';

const made: string[] = [];
async function temporary(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'osctl-config-'));
  made.push(directory);
  return directory;
}
after(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))));

const context = {
  endpoints: ['10.5.0.2'],
  nodes: [],
  members: { 'demo-cp-1': '10.5.0.2' },
  groups: { 'control-planes': ['demo-cp-1'] },
  ca: 'CA',
  certificate: 'CRT',
  key: 'KEY',
};

test('OSCTL_CONFIG names the file; otherwise it is below the home directory', () => {
  assert.equal(configPath({ OSCTL_CONFIG: '/x/y.yaml' }), '/x/y.yaml');
  assert.equal(configPath({ HOME: '/home/ada' }), '/home/ada/.config/osctl/config.yaml');
});

test('what is saved is loaded again, readable by its owner only, and leaves nothing beside it', async () => {
  const directory = join(await temporary(), 'osctl');
  const file = new ConfigFile(join(directory, 'config.yaml'));
  await file.update((data) => ({ ...data, currentContext: 'demo', contexts: { ...data.contexts, demo: context } }));
  assert.deepEqual((await file.context(undefined)).context, context);
  assert.equal((await stat(file.path)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(directory), ['config.yaml']);
});

test('a wrong file is refused with the name of its field', async () => {
  const file = new ConfigFile(join(await temporary(), 'config.yaml'));
  await writeFile(file.path, 'currentContext: demo\ncontexts:\n  demo:\n    endpoints: 7\n');
  await assert.rejects(
    file.load(),
    (error: Error) =>
      error instanceof UsageError && /contexts\.demo\.endpoints must be a list of strings/.test(error.message),
  );
  await writeFile(file.path, 'a: [');
  await assert.rejects(file.load(), /is not YAML/);
});

test('a context that is not there names those that are', async () => {
  const file = new ConfigFile(join(await temporary(), 'config.yaml'));
  await assert.rejects(file.context(undefined), /has no context yet; make a cluster with/);
  await file.save({ currentContext: '', contexts: { demo: context } });
  await assert.rejects(file.context('prod'), /there is no context "prod".*contexts: demo/);
});
