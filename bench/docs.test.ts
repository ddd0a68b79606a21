import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderDocs } from './docs.ts';
import { type Results, toRows } from './results.ts';

const results: Results = {
  date: '2026-01-02T03:04:05.678Z',
  commit: 'abc1234',
  command: 'npm run bench -- --docs',
  machine: {
    cores: 2,
    memoryGiB: 24,
    kernel: '6.1.0',
    system: 'Debian GNU/Linux 12 (bookworm)',
    cgroup: 'v1',
    docker: '20.10.24',
    node: 'v24.0.0',
    ssh: 'OpenSSH_9.2p1',
    load: 0.1,
  },
  ...toRows(
    new Map([
      ['cluster ready', 44.4],
      ['operator RSS', 101],
    ]),
    ['ready'],
    new Map(),
  ),
  leftOut: [{ name: 'ssh uname', why: 'there is no sshd' }],
};

test('the page says what made it, where, and each figure with its bar and its meaning', () => {
  const page = renderDocs({
    ...results,
    rows: [...results.rows, { name: 'operator RSS', value: 101, unit: 'MB', bar: 100, better: 'lower' }],
  });
  assert.match(page, /`npm run bench -- --docs` \(2026-01-02 03:04 UTC, commit abc1234\)/);
  assert.match(page, /\| cgroup \| v1 \|/);
  assert.match(page, /\| cluster ready \| 44\.4 s \| ≤ 120 s \| met \| `osctl cluster create`/);
  assert.match(page, /\| operator RSS \| 101\.0 MB \| ≤ 100 MB \| \*\*missed\*\* \| the operator/);
  assert.match(page, /^Left out: ssh uname: there is no sshd\.$/m);
});

test('every row of the tables has the columns of its head', () => {
  const columns = (line: string) => line.split('|').length;
  const tables = renderDocs(results)
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  assert.equal(tables.length, 2);
  for (const table of tables) assert.equal(new Set(table.trim().split('\n').map(columns)).size, 1);
});
