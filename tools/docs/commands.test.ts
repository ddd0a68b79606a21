import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../run.ts';
import { type Block, blocks, commandLines, documents, mentions, problemOf } from './commands.ts';
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
  ].join('\n');
  const [block] = blocks(markdown);
  assert.ok(block);
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
});

test('what prose mentions is found, and nothing of its blocks', async () => {
  const markdown =
    'Type `osctl -n NODE ls PATH` or `osctl …`, not `kubectl get`.\n```sh\nosctl `x`\n```\nThen `osctl health`.';
  assert.deepEqual(mentions(markdown), [
    ['osctl', '-n', 'NODE', 'ls', 'PATH'],
    ['osctl', 'health'],
  ]);
  assert.match((await problemOf(['osctl', 'helth'])) ?? '', /unknown command/);
});

test('a block says what runs it', () => {
  const marked = (info: string): Block['mark'] | undefined =>
    blocks(`1. x\n   \`\`\`${info}\n   npm ci\n   \`\`\``)[0]?.mark;
  assert.deepEqual(marked('sh'), { kind: 'run' });
  assert.deepEqual(marked('sh endless'), { kind: 'endless' });
  assert.deepEqual(marked('sh tested-by=.ci/run'), { kind: 'tested-by', file: '.ci/run' });
  assert.deepEqual(marked('sh untested="it is a second cluster"'), { kind: 'untested', why: 'it is a second cluster' });
  assert.equal(marked('yaml'), undefined);
  for (const info of ['sh later', 'sh untested', 'sh untested=""', 'sh tested-by=']) {
    assert.throws(() => marked(info), /is no mark of a block/, info);
  }
});

test('what nobody could type is told', async () => {
  for (const [line, told] of [
    ['osctl servces', /Did you mean services/],
    ['npx osctl upgrade', /missing required argument/],
    ['npm run nothing', /no npm script nothing/],
    ['node tools/none.ts', /there is no tools\/none\.ts/],
    ['kubectl apply -k deploy/none', /there is no deploy\/none/],
    ['systemctl start talos', /no command that the docs may use/],
  ] as const) {
    assert.match((await problemOf(line.split(' '))) ?? '', told);
  }
});

for (const path of documents()) {
  test(`every command in ${path} can be typed`, async () => {
    for (const block of blocks(await read(path))) {
      for (const { line, words } of commandLines(block)) {
        assert.equal(await problemOf(words), undefined, `${path}:${line}: ${words.join(' ')}`);
      }
    }
  });

  test(`every command that ${path} mentions is there`, async () => {
    for (const words of mentions(await read(path))) {
      // Without their arguments they are still names of commands.
      assert.doesNotMatch((await problemOf(words)) ?? '', /unknown (?:command|option)/, words.join(' '));
    }
  });

  test(`every block in ${path} is run by a test, or says why none can`, async () => {
    for (const block of blocks(await read(path))) {
      assert.equal(await unproved(path, block), undefined, `${path}:${block.line}`);
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

/** Pages that are their own test's script: whatever of them says so is typed there. */
const TYPED_BY: Readonly<Record<string, string>> = {
  'docs/getting-started.md': 'e2e/scenarios-own/getting-started.ts',
  'docs/runbooks/key-lost.md': 'e2e/scenarios/29-key-lost.scenario.ts',
  ...Object.fromEntries(
    ['sick-node', 'service-ends-again', 'disk-full', 'names-not-resolved', 'certificate-ends-soon'].map((name) => [
      `docs/runbooks/${name}.md`,
      'e2e/scenarios/75-sick-node.scenario.ts',
    ]),
  ),
};

/** Why what a block's mark claims is not so. A file that runs its commands has their words in it. */
async function unproved(path: string, block: Block): Promise<string | undefined> {
  const { mark } = block;
  if (mark.kind === 'example') return path.startsWith('docs/reference/') ? undefined : 'examples are for the reference';
  if (mark.kind !== 'tested-by' || TYPED_BY[path] === mark.file) return undefined;
  const test = await read(mark.file).catch(() => undefined);
  if (test === undefined) return `there is no ${mark.file}`;
  const missing = commandLines(block).find(({ words }) => !ownWords(words).every((word) => test.includes(word)));
  return missing && `${mark.file} does not run "${missing.words.join(' ')}"`;
}

/** `osctl -n demo-worker-1 service restart kubelet` → service, restart, kubelet; `npm ci` → npm, ci. */
function ownWords(words: readonly string[]): readonly string[] {
  if (words[0] !== 'osctl') return words;
  return words.slice(1).filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'));
}

test('getting-started removes what it made', async () => {
  const lines = blocks(await read('docs/getting-started.md')).flatMap(commandLines);
  const commands = lines.map(({ words }) => words.join(' '));
  assert.ok(commands.some((text) => text.startsWith('osctl cluster create first ')));
  assert.equal(commands.at(-1), 'osctl cluster destroy first');
});

test('the reference of osctl is what the program says', async () => {
  for (const [path, content] of await generateOsctlReference()) {
    assert.equal(await read(path).catch(() => ''), content, `${path}: npm run gen`);
  }
});
