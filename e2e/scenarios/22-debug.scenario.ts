/** Tools of one's own on a node that allows it, and nothing left of them; a profile of the door. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually, OSCTL, TestCluster } from '../harness/cluster.ts';
import { inNode } from '../harness/inside.ts';
import { workloadImage } from '../harness/workload.ts';

const cluster = TestCluster.shared();
const [WORKER, OTHER] = ['worker-1', 'worker-2'].map((name) => `${cluster.name}-${name}`) as [string, string];
/** Found among the node's processes by this. */
const MARK = 'talos-e2e-debug';
let image: string;

const allow = (value: boolean | null) =>
  cluster.osctl([
    ...['-n', WORKER, 'config', 'patch', '--patch'],
    JSON.stringify({ kind: 'SystemConfig', spec: { allowDebug: value } }),
  ]);
const debugArgs = (node: string, script: string) => [
  ...['-n', node, 'debug', '--image', image, '--'],
  ...['/usr/bin/node', '-e', script, MARK],
];

before(async () => {
  image = await workloadImage(cluster);
  await allow(true);
});
after(() => allow(null));

/** What there is of debug containers on the node: processes, containers of runc's, roots. */
const leftOver = () =>
  inNode<readonly string[]>(
    `talos-${cluster.name}-${WORKER}`,
    `const { readdirSync, readFileSync } = await import('node:fs');
     const attempt = (work) => { try { return work(); } catch { return []; } };
     const marked = (pid) => attempt(() => readFileSync('/proc/' + pid + '/cmdline', 'latin1').split('\\0')).at(-2) === input;
     return [
       ...readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && marked(name)),
       ...attempt(() => readdirSync('/run/talos/runc').filter((name) => name.startsWith('debug-'))),
       ...attempt(() => readdirSync('/var/cache/talos-debug')),
     ];`,
    MARK,
  );

test('a node that is not configured for it refuses, and says what would allow it', async () => {
  const refused = await cluster.tryOsctl(debugArgs(OTHER, ''));
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /SystemConfig, spec: \{allowDebug: true\}/);
});

test('a program sees the node, changes none of its files, and ends with its own code; the record has all of it', async () => {
  const script = `
    const { readFileSync, writeFileSync, readdirSync } = require('node:fs');
    const release = JSON.parse(readFileSync('/host/usr/share/talos/release.json')).version;
    const machined = readdirSync('/proc').some((pid) => { try { return /machined/.test(readFileSync('/proc/' + pid + '/cmdline')); } catch { return false; } });
    const state = readdirSync('/host/var/lib/talos').includes('config');
    const wrote = ['/host/var/x', '/host/run/x', '/host/x'].map((path) => { try { writeFileSync(path, ''); return path; } catch (error) { return error.code; } });
    const typed = readFileSync(0, 'utf8');
    console.log(JSON.stringify({ release, machined, state, wrote, typed, eth0: 'eth0' in require('node:os').networkInterfaces() }));
    console.error('apart');
    process.exitCode = 7;`;
  const result = await cluster.tryOsctl(debugArgs(WORKER, script), { input: 'from here' });
  assert.equal(result.status, 7, result.stderr);
  assert.equal(result.stderr, 'apart\n');
  assert.deepEqual(JSON.parse(result.stdout), {
    release: '1.0.0',
    machined: true,
    state: true,
    wrote: ['EROFS', 'EROFS', 'EROFS'],
    typed: 'from here',
    eth0: true,
  });
  const records = (await cluster.osctl(['-n', WORKER, '-o', 'json', 'audit', '--since', '5m']))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly method: string; readonly target: string; readonly result: string });
  const record = records.filter(({ method }) => method.endsWith('Trace/Debug')).at(-1);
  assert.equal(record?.target, `${image} ${JSON.stringify(['/usr/bin/node', '-e', script, MARK])}`);
  assert.equal(record?.result, 'ACCEPTED');
  const events = await cluster.osctl(['-n', WORKER, 'events', '--tail', '2', '--type', 'debug']);
  assert.match(events, / debug\/debug-0 started: .*\n.* debug\/debug-0 ended: exited, exit code 7 /);
  assert.deepEqual(await leftOver(), []);
});

test('on a terminal it has one of the same size, whose Ctrl-C is its own', async () => {
  const program = `
    process.on('SIGINT', () => { console.log('interrupted'); process.exit(9); });
    console.log('size', process.stdout.getWindowSize().join('x'));
    setInterval(() => {}, 1e6);`;
  const quoted = debugArgs(WORKER, program).map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const line = `stty cols 101 rows 33; exec '${process.execPath}' '${OSCTL}' ${quoted.join(' ')}`;
  const shell = spawn('script', ['-qec', line, '/dev/null'], { env: { ...process.env, ...cluster.env } });
  const closed = once(shell, 'close');
  let shown = '';
  shell.stdout.on('data', (chunk: Buffer) => {
    if (!shown.includes('size ') && /size /.test(shown + chunk)) shell.stdin.write('\x03');
    shown += chunk;
  });
  const [code] = await closed;
  assert.match(shown, /size 101x33\r\n.*interrupted\r\n/s);
  assert.equal(code, 9);
});

test('nothing is left on the node of a session whose osctl was interrupted or killed', async () => {
  const script =
    "console.log('up'); process.on('SIGTERM', () => {}).on('SIGHUP', () => {}); setInterval(() => {}, 1e6)";
  await Promise.all(
    (['SIGINT', 'SIGKILL'] as const).map(async (signal) => {
      const osctl = spawn(process.execPath, [OSCTL, ...debugArgs(WORKER, script)], {
        env: { ...process.env, ...cluster.env },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const closed = once(osctl, 'close');
      await once(osctl.stdout, 'data');
      osctl.kill(signal);
      await closed;
    }),
  );
  await eventually('nothing is left', 15_000, async () => (await leftOver()).length === 0);
});

test('the door is profiled, too', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'talos-e2e-profile-')), 'apid.cpuprofile');
  await cluster.osctl(['-n', WORKER, 'profile', 'cpu', path, '--process', 'apid', '--duration', '500ms']);
  const profile = JSON.parse(await readFile(path, 'utf8')) as {
    readonly nodes: readonly { readonly callFrame: { readonly url: string } }[];
    readonly startTime: number;
    readonly endTime: number;
    readonly samples: readonly number[];
  };
  assert.ok(profile.endTime - profile.startTime >= 500_000 && profile.samples.length > 0);
  assert.ok(
    profile.nodes.some(({ callFrame }) => callFrame.url.endsWith('/apid.mjs')),
    'functions of apid',
  );
});
