import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseCpuLimit, parseMemoryLimit, readLimits } from './limits.ts';

async function limitsOf(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'limits-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await readLimits(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('control groups of version 2', async () => {
  assert.deepEqual(
    await limitsOf({ 'memory.max': '2147483648\n', 'memory.current': '1048576\n', 'cpu.max': '150000 100000\n' }),
    { memoryBytes: 2 ** 31, memoryChargedBytes: 1_048_576, millicores: 1500 },
  );
  assert.deepEqual(await limitsOf({ 'memory.max': 'max\n', 'memory.current': '4096\n', 'cpu.max': 'max 100000\n' }), {
    memoryBytes: 0,
    memoryChargedBytes: 4096,
    millicores: 0,
  });
});

test('control groups of version 1', async () => {
  assert.deepEqual(
    await limitsOf({
      'memory/memory.limit_in_bytes': '9223372036854771712\n',
      'memory/memory.usage_in_bytes': '8192\n',
      'cpu/cpu.cfs_quota_us': '-1\n',
      'cpu/cpu.cfs_period_us': '100000\n',
    }),
    { memoryBytes: 0, memoryChargedBytes: 8192, millicores: 0 },
  );
  assert.equal(parseMemoryLimit('1073741824'), 2 ** 30);
  assert.equal(parseCpuLimit('50000 100000'), 500);
});

test('a machine of its own has no limits', async () => {
  assert.deepEqual(await limitsOf({}), { memoryBytes: 0, memoryChargedBytes: 0, millicores: 0 });
});
