import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskCommandLine, parseCgroup, parseMeminfo, parseStat, readMeminfo, readProcesses } from './proc.ts';

test('the name of a process cannot confuse the fields behind it', () => {
  const rest = Array.from({ length: 48 }, (_, i) => String(i + 5)).join(' ');
  assert.deepEqual(parseStat(`7 (a) S 1 (x)) R 3 ${rest}`), {
    name: 'a) S 1 (x)',
    state: 'R',
    parentPid: 3,
    cpuTimeMs: (14 + 15) * 10,
    threads: 20,
    startTimeMs: 220,
  });
  assert.equal(parseStat(''), undefined);
});

for (const [argv, shown] of [
  [['kubelet', '--config=/x', '--v=2'], 'kubelet --config=/x --v=2'],
  [['app', '--password=hunter2'], 'app --password=***'],
  [['app', '--db-password', 'hunter2', 'next'], 'app --db-password *** next'],
  [['app', '--token-file', '/run/token'], 'app --token-file /run/token'],
  [['app', '--tls-private-key-file=/pki/key'], 'app --tls-private-key-file=/pki/key'],
  [['app', '--token', '--verbose'], 'app --token --verbose'],
  [['env', 'API_KEY=abc', 'HOME=/root'], 'env API_KEY=*** HOME=/root'],
  [['psql', 'postgres://ann:hunter2@db/x'], 'psql postgres://ann:***@db/x'],
  [['curl', '-H', 'Authorization: Bearer abc.def'], 'curl -H Authorization: Bearer ***'],
  [['kubeadm', 'abcdef.0123456789abcdef'], 'kubeadm ***'],
] as const) {
  test(`shown as ${shown}`, () => assert.equal(maskCommandLine(argv), shown));
}

test('cgroups of both versions', () => {
  assert.equal(parseCgroup('0::/kubepods/x\n'), '/kubepods/x');
  assert.equal(parseCgroup('4:memory:/m\n3:cpu,cpuacct:/c\n0::/u\n'), '/m');
  assert.equal(parseCgroup(''), '');
});

test('memory in bytes', () => {
  assert.deepEqual(parseMeminfo('MemTotal:  10 kB\nHugePages_Total:   3\n'), { MemTotal: 10240, HugePages_Total: 3 });
});

test('this very process is among those of the machine', async () => {
  const processes = await readProcesses(new AbortController().signal);
  const own = processes.find((info) => info.pid === process.pid);
  assert.ok(own);
  assert.equal(own.parentPid, process.ppid);
  assert.ok(own.residentBytes > 10_000_000 && own.virtualBytes > own.residentBytes);
  assert.ok(own.proportionalBytes > 0 && own.proportionalBytes <= own.residentBytes * 1.5);
  assert.ok(own.threads > 1);
  assert.equal(own.executable, process.execPath);
  assert.match(own.commandLine, /proc\.test/);
  assert.ok((await readMeminfo())['MemTotal']! > own.residentBytes);
  const [unweighed] = await readProcesses(new AbortController().signal, { proportional: false });
  assert.equal(unweighed?.proportionalBytes, 0);
});
