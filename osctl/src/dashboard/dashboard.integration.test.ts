/** The dashboard in a real terminal: it is given back however the program ends. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Services, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

const OSCTL = join(import.meta.dirname, '../../bin/osctl.js');
const LEAVE = '\u001b[?25h\u001b[?1049l';
let cluster: FakeCluster;

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node(
    'w-1',
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
      async *logs({ id }) {
        yield { line: Buffer.from(`${id} says \u001b[2Jhello`) };
      },
    }),
  );
});
after(() => cluster.close());

/** util-linux' script gives it a terminal; what it writes comes out of the pipe. */
class Session {
  readonly #child: ChildProcess;
  #output = '';
  readonly #watchers = new Set<() => void>();
  readonly ended: Promise<void>;

  constructor(command: string) {
    this.#child = spawn('script', ['-qfec', `stty cols 80 rows 20; echo "pid=$$"; ${command}`, '/dev/null'], {
      env: {
        ...process.env,
        HOME: cluster.directory,
        OSCTL_CONFIG: cluster.configPath,
        TERM: 'xterm',
        SHELL: '/bin/sh',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
      for (const tell of this.#watchers) tell();
    });
    this.ended = new Promise((resolve) => this.#child.on('close', () => resolve()));
  }

  get output(): string {
    return this.#output;
  }

  async sees(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found !== null) return found;
      await new Promise<void>((resolve, reject) => {
        const tell = (): void => {
          this.#watchers.delete(tell);
          resolve();
        };
        this.#watchers.add(tell);
        void this.ended.then(() => reject(new Error(`ended without ${pattern}: ${this.#output}`)));
      });
    }
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }
}

const dashboard = `exec '${process.execPath}' '${OSCTL}' dashboard`;

test('keys lead through the views, q gives the terminal back', { timeout: 30_000 }, async () => {
  const session = new Session(dashboard);
  await session.sees(/› .*w-1.*running/);
  session.type('l');
  await session.sees(/kubelet says \?\[2Jhello/);
  session.type('q');
  await session.ended;
  assert.ok(session.output.trimEnd().endsWith(LEAVE), JSON.stringify(session.output.slice(-200)));
});

test('Ctrl-C and SIGTERM give it back, too', { timeout: 30_000 }, async () => {
  const typed = new Session(dashboard);
  await typed.sees(/› .*w-1/);
  typed.type('\u0003');
  await typed.ended;
  assert.ok(typed.output.trimEnd().endsWith(LEAVE));

  const killed = new Session(dashboard);
  const pid = Number((await killed.sees(/pid=(\d+)/))[1]);
  await killed.sees(/› .*w-1/);
  process.kill(pid, 'SIGTERM');
  await killed.ended;
  assert.ok(killed.output.includes(LEAVE));
});

test('a crash gives it back before it tells of itself', { timeout: 30_000 }, async () => {
  const crash = `import('${join(import.meta.dirname, 'terminal.ts')}').then(({ openTerminal }) => { openTerminal((_c, t) => t, { onKey() {}, onResize() {} }); setTimeout(() => { throw new Error('broken inside'); }, 10); })`;
  const session = new Session(`exec '${process.execPath}' -e "${crash}"`);
  await session.ended;
  const left = session.output.indexOf(LEAVE);
  assert.ok(left > 0);
  assert.ok(session.output.indexOf('broken inside') > left);
});
