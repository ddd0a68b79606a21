import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readGroups } from './cgroup-usage.ts';

const { signal } = new AbortController();

function tree(files: Readonly<Record<string, string>>): { readonly root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'cgroup-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

const WANTED = [
  {
    path: '/kubepods',
    cpuTimeUs: 5_000,
    memoryBytes: 300,
    memoryLimitBytes: 0,
    processes: 2,
    pids: [],
  },
  {
    path: '/kubepods/pod1',
    cpuTimeUs: 4_000,
    memoryBytes: 100,
    memoryLimitBytes: 4096,
    processes: 2,
    pids: [8, 12],
  },
];

test('v2: the working set leaves out what can be dropped, no limit is 0, parents count the processes of their children', async () => {
  using made = tree({
    'cgroup.controllers': 'cpu memory pids\n',
    'kubepods/cpu.stat': 'usage_usec 5000\nuser_usec 1\n',
    'kubepods/memory.current': '400\n',
    'kubepods/memory.stat': 'anon 7\ninactive_file 100\n',
    'kubepods/memory.max': 'max\n',
    'kubepods/cgroup.procs': '',
    'kubepods/pod1/cpu.stat': 'usage_usec 4000\n',
    'kubepods/pod1/memory.current': '100\n',
    'kubepods/pod1/memory.stat': 'inactive_file 0\n',
    'kubepods/pod1/memory.max': '4096\n',
    'kubepods/pod1/cgroup.procs': '12\n8\n',
  });
  assert.deepEqual(await readGroups(['/kubepods', '/talos-services'], signal, made.root), WANTED);
});

test('v1 says the same by other names', async () => {
  using made = tree({
    'cpuacct/kubepods/cpuacct.usage': '5000000\n',
    'memory/kubepods/memory.usage_in_bytes': '400\n',
    'memory/kubepods/memory.stat': 'inactive_file 1\ntotal_inactive_file 100\n',
    'memory/kubepods/memory.limit_in_bytes': '9223372036854771712\n',
    'memory/kubepods/cgroup.procs': '',
    'cpuacct/kubepods/pod1/cpuacct.usage': '4000000\n',
    'memory/kubepods/pod1/memory.usage_in_bytes': '100\n',
    'memory/kubepods/pod1/memory.stat': 'total_inactive_file 0\n',
    'memory/kubepods/pod1/memory.limit_in_bytes': '4096\n',
    'memory/kubepods/pod1/cgroup.procs': '12\n8\n',
  });
  assert.deepEqual(await readGroups(['/kubepods'], signal, made.root), WANTED);
});
