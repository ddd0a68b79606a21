/** The scripts of completion, run by the shells themselves against the program itself. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Services } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type UnpackedShells, unpackedShells } from '@talos/tools/host/shells.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { TerminalSession } from '../terminal-session.testing.ts';

const execute = promisify(execFile);
const OSCTL = join(import.meta.dirname, '../../bin/osctl.js');
let cluster: FakeCluster;
let shells: UnpackedShells;
let env: Readonly<Record<string, string>>;

before(async () => {
  shells = await unpackedShells();
  cluster = await FakeCluster.start();
  const services = ['etcd', 'kubelet'].map((id) => ({ id, state: 'ACTIVE' as const }));
  for (const name of ['cp-1', 'w-1']) await cluster.node(name, serve(Services, { list: async () => ({ services }) }));
  await cluster.run(['context', 'group', 'set', 'workers', 'w-1']);
  const bin = join(cluster.directory, 'bin');
  await mkdir(bin);
  // The libraries are the shells': Node is not to find them.
  await writeFile(join(bin, 'osctl'), `#!/bin/sh\nunset LD_LIBRARY_PATH\nexec '${process.execPath}' '${OSCTL}' "$@"\n`);
  await chmod(join(bin, 'osctl'), 0o755);
  await writeFile(join(cluster.directory, 'node one.yaml'), '');
  env = {
    PATH: `${bin}:${process.env['PATH']}`,
    HOME: cluster.directory,
    OSCTL_CONFIG: cluster.configPath,
    LD_LIBRARY_PATH: shells.libraries,
    // fish writes what it remembers there.
    XDG_CONFIG_HOME: join(cluster.directory, 'config'),
    XDG_DATA_HOME: join(cluster.directory, 'data'),
  };
});
after(() => cluster.close());

/** A line as far as it was typed → what may stand there, and a part of how one of them is described. */
const CASES: readonly (readonly [line: string, expected: readonly string[], described?: RegExp])[] = [
  ['rollo', ['rollout']],
  ['rollout p', ['pause', 'preview'], /begin no further node/],
  ['-n ', ['@all', '@workers', 'cp-1', 'w-1']],
  ['-n cp-1,w', ['cp-1,w-1']],
  ['-n cp-1 service restart ', ['etcd', 'kubelet'], /active/],
  ['logs kubelet --prev', ['--previous', '--previous-boot'], /before the newest/],
  ['-o ', ['json', 'table', 'yaml']],
];

test('fish completes commands, options, nodes, services and files', async () => {
  const complete = async (line: string): Promise<readonly string[]> => {
    const script = `osctl completion fish | source; complete --do-complete='osctl ${line}'`;
    const { stdout, stderr } = await execute(shells.fish, ['--no-config', '-c', script], {
      env,
      cwd: cluster.directory,
    });
    assert.equal(stderr, '');
    return stdout
      .split('\n')
      .filter((found) => found !== '')
      .sort();
  };
  for (const [line, expected, described] of CASES) {
    const found = await complete(line);
    assert.deepEqual(
      found.map((one) => one.split('\t')[0]),
      expected,
      line,
    );
    if (described !== undefined) assert.match(found.join('\n'), described);
  }
  assert.deepEqual(
    (await complete('config apply --file no')).map((one) => one.split('\t')[0]),
    ['node one.yaml'],
  );
});

test('zsh completes what is typed into it', { timeout: 60_000 }, async (t) => {
  const zsh = await openZsh('source');
  t.after(() => zsh.end());
  for (const [line, expected, described] of CASES) {
    const listed = await zsh.complete(line);
    if (expected.length === 1) assert.match(listed.line, new RegExp(`${expected[0]} ?$`), line);
    else for (const word of expected) assert.ok(listed.screen.includes(word), `${line}: ${listed.screen}`);
    if (described !== undefined) assert.match(listed.screen, described);
  }
  assert.match((await zsh.complete('config apply --file no')).line, /node\\ one\.yaml ?$/);
});

test('zsh finds it in its fpath, too, the first time already', { timeout: 60_000 }, async (t) => {
  const zsh = await openZsh('fpath');
  t.after(() => zsh.end());
  assert.match((await zsh.complete('rollo')).line, /rollout $/);
  assert.match((await zsh.complete('serv')).line, /service$/);
});

/** zsh at a terminal, with its own completion system. */
async function openZsh(from: 'source' | 'fpath') {
  const home = join(cluster.directory, `zsh-${from}`);
  await mkdir(join(home, 'functions'), { recursive: true });
  if (from === 'fpath') {
    await writeFile(join(home, 'functions', '_osctl'), (await cluster.run(['completion', 'zsh'])).stdout);
  }
  await writeFile(
    join(home, '.zshrc'),
    `module_path=('${shells.zshModules}')
fpath=('${home}/functions' '${shells.zshFunctions}'/**/*(/N))
PROMPT='> '
setopt NO_LIST_AMBIGUOUS
cd '${cluster.directory}'
autoload -Uz compinit
compinit -u -d '${home}/dump'
${from === 'source' ? 'source <(osctl completion zsh)' : ''}
show-line() { print -rn -- "<line:$BUFFER>"; BUFFER=; CURSOR=0; zle -I }
zle -N show-line
bindkey '^X' show-line
print ready
`,
  );
  const session = new TerminalSession(`exec '${shells.zsh}' -i`, { ...env, ZDOTDIR: home });
  await session.sees(/ready/);
  return {
    /** Types it with a TAB behind; what the line became, and all that was shown until then. */
    async complete(line: string): Promise<{ readonly line: string; readonly screen: string }> {
      const from = session.output.length;
      session.type(`osctl ${line}\t\u0018`);
      const [whole, typed = ''] = await session.sees(/[\s\S]*<line:([^>]*)>/, from);
      return { line: typed, screen: whole };
    },
    end: () => session.type('\u0004'),
  };
}
