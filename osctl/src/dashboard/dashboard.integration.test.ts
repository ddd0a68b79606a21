/** The dashboard in a real terminal: it is given back however the program ends. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Services, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { TerminalSession } from '../terminal-session.testing.ts';

const OSCTL = join(import.meta.dirname, '../../bin/osctl.js');
const LEAVE = '\u001b[?25h\u001b[?1049l';
let cluster: FakeCluster;

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node('w-1', ...WORKER);
});
after(() => cluster.close());

const WORKER = [
  serve(System, {
    status: async () => ({
      role: 'worker',
      stage: 'RUNNING',
      ready: true,
      version: '1.0.0',
      services: [{ id: 'kubelet' }],
    }),
    processes: async () => ({ processes: [{ pid: 1, commandLine: 'init' }] }),
  }),
  serve(Services, {
    async *logs({ id }, { signal }) {
      yield { line: Buffer.from(`${id} says \u001b[2Jhello`) };
      await aborted(signal);
    },
  }),
];
const aborted = (signal: AbortSignal) => new Promise((resolve) => signal.addEventListener('abort', resolve));

const inTerminal = (command: string): TerminalSession =>
  new TerminalSession(command, { HOME: cluster.directory, OSCTL_CONFIG: cluster.configPath });
const dashboard = `exec '${process.execPath}' '${OSCTL}' dashboard`;

test('keys lead through the views, q gives the terminal back', { timeout: 30_000 }, async () => {
  const session = inTerminal(dashboard);
  await session.sees(/› .*w-1.*running/);
  session.type('l');
  await session.sees(/kubelet says \?\[2Jhello/);
  session.type('q');
  await session.ended;
  assert.ok(session.output.trimEnd().endsWith(LEAVE), JSON.stringify(session.output.slice(-200)));
});

test('a node that comes back is shown as ever, its log too', { timeout: 30_000 }, async () => {
  const session = inTerminal(dashboard);
  await session.sees(/› .*w-1.*running/);
  session.type('l');
  await session.sees(/kubelet says/);
  await cluster.stop('w-1');
  await session.sees(/ECONNREFUSED/);
  const away = session.output.length;
  await cluster.node('w-1', ...WORKER);
  await session.sees(/kubelet says/, away);
  session.type('n');
  await session.sees(/› .*w-1.*running/, away);
  session.type('q');
  await session.ended;
});

test('Ctrl-C and SIGTERM give it back, too', { timeout: 30_000 }, async () => {
  const typed = inTerminal(dashboard);
  await typed.sees(/› .*w-1/);
  typed.type('\u0003');
  await typed.ended;
  assert.ok(typed.output.trimEnd().endsWith(LEAVE));

  const killed = inTerminal(dashboard);
  const pid = Number((await killed.sees(/pid=(\d+)/))[1]);
  await killed.sees(/› .*w-1/);
  process.kill(pid, 'SIGTERM');
  await killed.ended;
  assert.ok(killed.output.includes(LEAVE));
});

test('a crash gives it back before it tells of itself', { timeout: 30_000 }, async () => {
  const crash = `import('${join(import.meta.dirname, 'terminal.ts')}').then(({ openTerminal }) => { openTerminal((_c, t) => t, { onKey() {}, onResize() {} }); setTimeout(() => { throw new Error('broken inside'); }, 10); })`;
  const session = inTerminal(`exec '${process.execPath}' -e "${crash}"`);
  await session.ended;
  const left = session.output.indexOf(LEAVE);
  assert.ok(left > 0);
  assert.ok(session.output.indexOf('broken inside') > left);
});
