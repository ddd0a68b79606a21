import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { projectRoot } from '../run.ts';
import { blocks, commandLines, documents, problemOf, script } from './commands.ts';
import { generateOsctlReference } from './osctl.ts';

const read = (path: string): Promise<string> => readFile(join(projectRoot, path), 'utf8');

test('a block is taken apart as the shell would', () => {
  const markdown = [
    '```sh',
    'npm ci && npm test  # both',
    'ln -sf "$(node tools/assets/main.ts kubectl | awk \'{ print $NF }\')" .cache/bin/kubectl',
    "kubectl apply -f - <<'EOF'",
    'kind: Machine # not a command',
    'EOF',
    'osctl -n a,b \\',
    '  upgrade osctl.dev/talos:1.1.0 > out.txt 2>&1 || echo "it failed"',
    '```',
    '```text',
    'nothing',
    '```',
    '```sh before',
    'npm ci',
    '```',
  ].join('\n');
  const [block, before] = blocks(markdown);
  assert.ok(block && before);
  assert.deepEqual(
    commandLines(block).map(({ line, words }) => [line, words.join(' ')]),
    [
      [2, 'npm ci'],
      [2, 'npm test'],
      [3, 'node tools/assets/main.ts kubectl'],
      [3, 'awk { print $NF }'],
      [3, "ln -sf $(node tools/assets/main.ts kubectl | awk '{ print $NF }') .cache/bin/kubectl"],
      [4, 'kubectl apply -f -'],
      [7, 'osctl -n a,b upgrade osctl.dev/talos:1.1.0'],
      [7, 'echo it failed'],
    ],
  );
  assert.equal(before.before, true);
  assert.ok(!script(markdown).slice('set -euo pipefail'.length).endsWith('npm ci\n'));
});

test('what nobody could type is told', () => {
  for (const [line, told] of [
    ['osctl servces', /Did you mean services/],
    ['npx osctl upgrade', /missing required argument/],
    ['npm run nothing', /no npm script nothing/],
    ['node tools/none.ts', /there is no tools\/none\.ts/],
    ['kubectl apply -k deploy/none', /there is no deploy\/none/],
    ['systemctl start talos', /no command that the docs may use/],
  ] as const) {
    assert.match(problemOf(line.split(' ')) ?? '', told);
  }
});

for (const path of documents()) {
  test(`every command in ${path} can be typed`, async () => {
    for (const block of blocks(await read(path))) {
      for (const { line, words } of commandLines(block)) {
        assert.equal(problemOf(words), undefined, `${path}:${line}: ${words.join(' ')}`);
      }
    }
  });

  test(`every link in ${path} leads to a file`, async () => {
    for (const [, target = ''] of (await read(path)).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      await assert.doesNotReject(readFile(join(projectRoot, dirname(path), target)).catch(ignoreDirectory), target);
    }
  });
}

function ignoreDirectory(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EISDIR') throw error;
}

test('getting-started is one script that bash takes, and that removes what it made', async () => {
  const page = script(await read('docs/getting-started.md'));
  await promisify(execFile)('bash', ['-n', '-c', page]);
  assert.doesNotMatch(page, /npm ci/);
  assert.match(page, /osctl cluster create first [\s\S]*osctl cluster destroy first\n$/);
});

test('the reference of osctl is what the program says', async () => {
  for (const [path, content] of await generateOsctlReference()) {
    assert.equal(await read(path).catch(() => ''), content, `${path}: npm run gen`);
  }
});
