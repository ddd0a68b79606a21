/** Completion scripts, run by the shell that they are for. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { runCaptured } from '../fake-cluster.testing.ts';

const execute = promisify(execFile);

async function complete(words: readonly string[]): Promise<readonly string[]> {
  const { stdout: script } = await runCaptured(['completion', 'bash']);
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const { stdout } = await execute('bash', [
    '--norc',
    '-c',
    `${script}\nCOMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _osctl; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]);
  return stdout.trim().split('\n').sort();
}

test('bash takes the script and completes commands, subcommands and options', async () => {
  const { stdout: script, code } = await runCaptured(['completion', 'bash']);
  assert.equal(code, 0);
  await execute('bash', ['-n', '-c', script]);
  assert.deepEqual(await complete(['osctl', 'rollo']), ['rollout']);
  assert.deepEqual(await complete(['osctl', 'rollout', '']).then((all) => all.filter((one) => !one.startsWith('-'))), [
    'list',
    'pause',
    'resume',
    'status',
  ]);
  assert.deepEqual(await complete(['osctl', '-n', '10.5.0.3', 'etcd', 'sn']), ['snapshot']);
  assert.deepEqual(await complete(['osctl', 'logs', 'kubelet', '--fo']), ['--follow']);
  assert.deepEqual(await complete(['osctl', 'config', 'apply', '--dr']), ['--dry-run']);
});

test('every shell has a script, another shell is told which', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    assert.match((await runCaptured(['completion', shell])).stdout, /rollout/);
  }
  const { code, stderr } = await runCaptured(['completion', 'tcsh']);
  assert.equal(code, 2);
  assert.match(stderr, /shells: bash, zsh, fish/);
});
