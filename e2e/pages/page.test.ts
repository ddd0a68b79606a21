import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { blocks, documents } from '@talos/tools/docs/commands.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { localised, pageScript, situationsOf } from './page.ts';
import { typePage } from './run.ts';
import { SITUATIONS } from './situations.ts';

let scratch: string;
before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'page-'));
});
after(() => rm(scratch, { recursive: true, force: true }));

const all = (): boolean => true;
const page = (...lines: readonly string[]): string => lines.join('\n');

async function type(markdown: string): Promise<void> {
  await typePage({
    path: 'docs/page.md',
    script: pageScript(markdown, all),
    directory: scratch,
    scratch,
    env: process.env as Record<string, string>,
    signal: AbortSignal.timeout(20_000),
  });
}

test('every line of a script is at the line of its page', () => {
  const script = pageScript(
    page(
      '# A page',
      '<!-- situation: rollout-halted -->',
      '1. In a list:',
      '   ```sh',
      '   osctl a \\',
      '     b',
      '   ```',
      '```sh endless',
      'osctl c',
      '```',
      '```yaml',
      'no: command',
      '```',
    ),
    all,
  );
  const lines = script.split('\n');
  assert.equal(lines[1], 'situation rollout-halted');
  assert.deepEqual(lines.slice(2, 7), ['', '', 'osctl a \\', '  b', '']);
  assert.match(lines[7] ?? '', /^alias osctl='.*until-heard\.ts" osctl'; alias kubectl=/);
  assert.deepEqual(lines.slice(8, 13), ['osctl c', 'unalias osctl kubectl', '', '', '']);
});

test('a failure names page, line, command and output', async () => {
  const run = type(page('', '```sh', 'echo before', '```', '', '```sh', 'ls /nowhere | cat', 'echo after', '```'));
  await assert.rejects(run, (error: Error) => {
    assert.match(error.message, /^docs\/page\.md:7: ls \/nowhere \| cat ended with 2\n/);
    assert.match(error.message, /^\+ 3: echo before\nbefore$/m);
    assert.match(error.message, /cannot access '?\/nowhere/);
    assert.doesNotMatch(error.message, /after/);
    return true;
  });
});

test('blocks of a page share one shell, from top to bottom', async () => {
  await type(
    page('```sh', 'export A=1', 'cd /', '```', '```sh', 'test "$A$PWD" = 1/', 'false || echo "allowed"', '```'),
  );
});

test('what goes on is interrupted once it has said something, and has to end as one that was', async () => {
  const endless = (program: string): string =>
    page('```sh', `printf '#!/bin/sh\\n${program}\\n' > osctl; chmod +x osctl`, '```') +
    page('', '```sh', 'export PATH="$PWD:$PATH"', '```', '```sh endless', 'osctl logs -f', '```');
  await type(endless('trap "exit 130" INT; echo line; while :; do /bin/sleep 0.05; done'));
  await assert.rejects(type(endless('echo line; exit 0')), /docs\/page\.md:8: osctl logs -f ended with 1\n/);
  await assert.rejects(type(endless('exit 3')), /ended with 3/);
});

test('pages are written for a cluster called demo', () => {
  const names = { cluster: 'e2e', address: '10.7.0.3', version: '1.1.0', next: '1.0.0' };
  for (const [text, expected] of [
    ['osctl -n demo-cp-1,first-worker-2 status', 'osctl -n e2e-cp-1,e2e-worker-2 status'],
    ['kube-system/kube-apiserver-demo-cp-1/kube-apiserver', 'kube-system/kube-apiserver-e2e-cp-1/kube-apiserver'],
    ['~/.config/osctl/clusters/demo/secrets.yaml', '~/.config/osctl/clusters/e2e/secrets.yaml'],
    ['osctl --context demo context use demo-os-admin', 'osctl --context e2e context use e2e-os-admin'],
    ['osctl -n 10.5.0.2 upgrade osctl.dev/talos:1.1.0', 'osctl -n 10.7.0.2 upgrade osctl.dev/talos:1.0.0'],
    ['osctl.dev/talos:1.0.0 osctl.dev/talos:1.1.1', 'osctl.dev/talos:1.1.0 osctl.dev/talos:1.1.0'],
    ['demo.yaml first.txt', 'demo.yaml first.txt'],
  ] as const) {
    assert.equal(localised(text, names), expected);
  }
});

for (const path of documents()) {
  test(`${path} knows its situations`, async () => {
    const markdown = await readFile(join(projectRoot, path), 'utf8');
    for (const name of situationsOf(markdown))
      assert.ok(Object.hasOwn(SITUATIONS, name), `${path}: no situation ${name}`);
    assert.ok(blocks(markdown));
  });
}
