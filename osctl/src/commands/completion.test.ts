/** Completion, asked as the shells ask; and bash's script, run by bash against the program itself. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Lifecycle, Services } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, runCaptured, serve } from '../fake-cluster.testing.ts';

const execute = promisify(execFile);
let cluster: FakeCluster;

before(async () => {
  cluster = await FakeCluster.start();
  const services = (...ids: string[]) =>
    serve(Services, { list: async () => ({ services: ids.map((id) => ({ id, state: 'ACTIVE' as const })) }) });
  await cluster.node('cp-1', services('etcd', 'kubelet'));
  await cluster.node(
    'w-1',
    services('kubelet'),
    serve(Lifecycle, {
      listOperations: async () => ({ operations: [{ id: 'to-2', type: 'upgrade', phase: 'pull' }] }),
    }),
  );
  await cluster.run(['context', 'group', 'set', 'workers', 'w-1']);
});
after(() => cluster.close());

async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await cluster.run(['__complete', ...words]);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '')
    .sort();
}

test('what may stand at the cursor is completed by what it is', async () => {
  for (const [words, expected] of [
    [['rollo'], ['rollout']],
    [
      ['rollout', ''],
      [
        'approve',
        'cancel',
        'force',
        'list',
        'pause',
        'preview',
        'resume',
        'retry',
        'simulate',
        'skip',
        'status',
        'why',
      ],
    ],
    [['-n', 'cp-1', 'etcd', 'sn'], ['snapshot']],
    [['logs', 'kubelet', '--fo'], ['--follow']],
    [['config', 'apply', '--dr'], ['--dry-run']],
    [
      ['-o', ''],
      ['json', 'table', 'yaml'],
    ],
    [['--context', ''], ['test']],
    [
      ['-n', ''],
      ['@all', '@workers', 'cp-1', 'w-1'],
    ],
    [['-n', '@w'], ['@workers']],
    [['--nodes', 'cp-1,w'], ['cp-1,w-1']],
    [
      ['-n', 'cp-1', 'logs', ''],
      ['etcd', 'kubelet'],
    ],
    [['-n', '@workers', 'service', 'restart', ''], ['kubelet']],
    [['-n', 'w-1', 'operation', 'watch', ''], ['to-2']],
    [['context', 'use', ''], ['test']],
    [['context', 'group', 'set', 'edge', 'w-1', 'c'], ['cp-1']],
    [['context', 'group', 'remove', ''], ['workers']],
    [
      ['completion', ''],
      ['bash', 'fish', 'zsh'],
    ],
    [['kubeconfig', ''], [':files']],
    [['kubeconfig', '--kubeconfig', 'x', ''], []],
    [['config', 'apply', '--file', ''], [':files']],
    [['-n', 'w-1', 'cat', ''], []],
    [['version', ''], []],
    [['nonsense', ''], []],
  ] as const) {
    const found = await complete(...words);
    if (expected.length === 0) assert.ok(!found.includes('rollout') || words[0] === 'nonsense', words.join(' '));
    else assert.deepEqual(found, expected, words.join(' '));
  }
  const { stdout } = await cluster.run(['__complete', '-n', 'cp']);
  assert.match(stdout, /^cp-1\t127\.0\.0\.1:\d+$/m);
});

test('a node that does not answer, or no context at all, is no error: there is just less to choose', async () => {
  assert.deepEqual(await complete('-n', '127.0.0.1:1', 'logs', ''), []);
  const { stdout, stderr, code } = await runCaptured(['__complete', '-n', ''], { env: { HOME: '/nowhere' } });
  assert.deepEqual([stdout, stderr, code], ['', '', 0]);
});

test('bash completes with its script, also behind @ and a comma', async () => {
  await symlink(join(import.meta.dirname, '../../bin/osctl.js'), join(cluster.directory, 'osctl'));
  const { stdout: script } = await runCaptured(['completion', 'bash']);
  const bash = async (line: string, words: readonly string[]): Promise<readonly string[]> => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const { stdout } = await execute(
      'bash',
      [
        '--norc',
        '-c',
        `${script}\nCOMP_LINE='${line}'; COMP_POINT=${line.length}; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _osctl; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      {
        env: {
          PATH: `${cluster.directory}:${join(process.execPath, '..')}:${process.env['PATH']}`,
          HOME: cluster.directory,
          OSCTL_CONFIG: cluster.configPath,
        },
      },
    );
    return stdout.trim().split('\n').sort();
  };
  assert.deepEqual(await bash('osctl rollout p', ['osctl', 'rollout', 'p']), ['pause', 'preview']);
  assert.deepEqual(await bash('osctl -n cp-1,w', ['osctl', '-n', 'cp-1,w']), ['cp-1,w-1']);
  // bash has cut the word at @: it wants back what comes after.
  assert.deepEqual(await bash('osctl -n @w', ['osctl', '-n', '@', 'w']), ['workers']);
});

test('every shell has a script, another shell is told which', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    assert.match((await runCaptured(['completion', shell])).stdout, /osctl __complete/);
  }
  const { code, stderr } = await runCaptured(['completion', 'tcsh']);
  assert.equal(code, 2);
  assert.match(stderr, /Allowed choices are bash, zsh, fish/);
});
