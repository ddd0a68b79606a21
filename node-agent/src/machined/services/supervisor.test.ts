import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, test } from 'node:test';
import { FakeClock, JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
import type { RunningProcess, ServiceDefinition, ServiceStatus } from '../machine/types.ts';
import type { LogFile } from './logs.ts';
import { createSupervisor, MustRunError, NotYetError } from './supervisor.ts';

const silentLog: LogFile = {
  path: '/dev/null',
  write() {},
  record() {},
  flush() {},
  close() {},
  grown: async () => {},
};

/** Time that passes only when somebody sleeps: each sleep jumps to its end once nothing else can run. */
const jumpingClock = () => {
  let time = 1_000_000;
  return {
    now: () => time,
    monotonic: () => time,
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const timer = setImmediate(() => {
          time += Math.min(ms, 100);
          resolve();
        });
        signal.addEventListener('abort', () => {
          clearImmediate(timer);
          reject(signal.reason);
        });
        if (signal.aborted) reject(signal.reason);
      }),
  };
};

const fakeProcess = (pid: number, onKill: (signal: string, end: (code: number) => void) => void) => {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; signal: string | null }>();
  const end = (code: number): void => resolve({ code, signal: null });
  const running: RunningProcess = {
    pid,
    exited: promise,
    logged: promise.then(() => undefined),
    kill: (signal) => onKill(signal, end),
  };
  return { running, end };
};

const service = (
  id: string,
  journal: string[],
  overrides: Partial<ServiceDefinition> & { deaf?: boolean } = {},
): ServiceDefinition => ({
  id,
  dependsOn: [],
  requiredForHealth: true,
  stopGraceMs: 1_000,
  async prepare() {},
  async start() {
    journal.push(`start ${id}`);
    return fakeProcess(42, (signal, end) => {
      journal.push(`${signal} ${id}`);
      if (!(overrides.deaf && signal === 'SIGTERM')) end(0);
    }).running;
  },
  async checkHealth() {},
  ...overrides,
});

const supervise = (onChange: (status: ServiceStatus) => void = () => {}) =>
  createSupervisor({ clock: jumpingClock(), openLog: () => silentLog, onChange });

const never = new AbortController().signal;

describe('the supervisor', () => {
  test('starts in order of dependence and stops in reverse, what is registered first last', async () => {
    const journal: string[] = [];
    const supervisor = supervise();
    supervisor.register(service('etcd', journal));
    supervisor.register(service('kubelet', journal, { dependsOn: ['containerd'] }));
    supervisor.register(
      service('containerd', journal, {
        async beforeStop() {
          journal.push('pods stopped');
        },
      }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    const order: string[] = [];
    await supervisor.stopAll(never, (id) => order.push(id));
    assert.deepEqual(order, ['kubelet', 'containerd', 'etcd']);
    assert.deepEqual(journal, [
      'start etcd',
      'start containerd',
      'start kubelet',
      'SIGTERM kubelet',
      'pods stopped',
      'SIGTERM containerd',
      'SIGTERM etcd',
    ]);
    assert.ok(supervisor.list().every((status) => status.state === 'STOPPED' && status.pid === 0));
  });

  test('starts again what ends, with a count, and does not restart the others', async () => {
    const journal: string[] = [];
    const processes: { end: (code: number) => void }[] = [];
    const supervisor = supervise();
    supervisor.register(service('apid', journal));
    supervisor.register(
      service('kubelet', journal, {
        async start() {
          const made = fakeProcess(7, (_, end) => end(0));
          processes.push(made);
          return made.running;
        },
      }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    processes[0]?.end(1);
    while (supervisor.get('kubelet')?.restarts !== 1) await new Promise((resolve) => setImmediate(resolve));
    await supervisor.waitHealthy(never);
    assert.equal(processes.length, 2);
    assert.deepEqual(journal, ['start apid']);
    await supervisor.stopAll(never, () => {});
  });

  test('kills what does not end within its grace', async () => {
    const journal: string[] = [];
    const supervisor = supervise();
    supervisor.register(service('deaf', journal, { deaf: true }));
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    await supervisor.stopAll(never, () => {});
    assert.deepEqual(journal, ['start deaf', 'SIGTERM deaf', 'SIGKILL deaf']);
  });

  test('an abort of stopAll kills at once instead of waiting', async () => {
    const journal: string[] = [];
    const supervisor = supervise();
    supervisor.register(service('deaf', journal, { deaf: true, beforeStop: () => new Promise(() => {}) }));
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    await supervisor.stopAll(AbortSignal.abort(), () => {});
    assert.ok(journal.includes('SIGKILL deaf'));
    assert.equal(supervisor.get('deaf')?.state, 'STOPPED');
  });

  test('waits, without a failure, for what is not yet possible; tells of it once', async () => {
    const changes: string[] = [];
    let bootstrapped = false;
    let looks = 0;
    const supervisor = supervise((status) => changes.push(`${status.state} ${status.message}`));
    supervisor.register(
      service('etcd', [], {
        async prepare() {
          if (++looks > 5) bootstrapped = true;
          if (!bootstrapped) throw new NotYetError('waiting for bootstrap');
        },
      }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    assert.equal(changes.filter((change) => change === 'WAITING waiting for bootstrap').length, 1);
    assert.equal(supervisor.get('etcd')?.restarts, 0);
    await supervisor.stopAll(never, () => {});
  });

  test('a restart ends when the service is healthy again, or says why it is not', async () => {
    const journal: string[] = [];
    let broken = false;
    const supervisor = supervise();
    supervisor.register(
      service('kubelet', journal, {
        async prepare() {
          if (broken) throw new Error('no kubeconfig');
        },
      }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    const status = await supervisor.restart('kubelet', never);
    assert.deepEqual([status.state, status.health, status.restarts], ['ACTIVE', 'HEALTHY', 0]);
    broken = true;
    await assert.rejects(supervisor.restart('kubelet', never), /kubelet did not come up: no kubeconfig/);
    await assert.rejects(supervisor.restart('sshd', never), /no service sshd/);
    await supervisor.stopAll(never, () => {});
    assert.deepEqual(journal, ['start kubelet', 'SIGTERM kubelet', 'start kubelet', 'SIGTERM kubelet']);
    await assert.rejects(supervisor.restart('kubelet', never), /on its way down/);
  });

  test('what is stopped on demand stays stopped, says so, and is started again on demand only', async () => {
    const journal: string[] = [];
    const supervisor = supervise();
    supervisor.register(service('containerd', journal));
    supervisor.register(service('kubelet', journal, { dependsOn: ['containerd'] }));
    supervisor.register(service('apid', journal, { mustRun: 'it is the door; osctl service restart apid' }));
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    const stopped = await supervisor.stop('containerd', never);
    assert.deepEqual([stopped.state, stopped.health, stopped.pid], ['STOPPED', 'UNKNOWN', 0]);
    assert.deepEqual(await supervisor.stop('containerd', never), stopped, 'idempotent');
    await supervisor.stop('kubelet', never);
    assert.deepEqual(supervisor.unmet(), [
      'containerd: stopped on demand; osctl service start containerd',
      'kubelet: stopped on demand; osctl service start kubelet',
    ]);
    await assert.rejects(supervisor.start('kubelet', never), /kubelet can't start yet: waiting for containerd/);
    assert.equal((await supervisor.start('containerd', never)).health, 'HEALTHY');
    assert.equal((await supervisor.start('kubelet', never)).health, 'HEALTHY');
    const starts = journal.length;
    assert.equal((await supervisor.start('kubelet', never)).restarts, 0, 'a start that was asked for is no restart');
    assert.equal(journal.length, starts, 'what runs is left alone');
    await supervisor.stop('kubelet', never);
    assert.equal((await supervisor.restart('kubelet', never)).health, 'HEALTHY');
    await assert.rejects(supervisor.stop('apid', never), (error: Error) => {
      assert.ok(error instanceof MustRunError);
      return /apid is not stopped: it is the door; osctl service restart apid/.test(error.message);
    });
    await supervisor.stop('kubelet', never);
    await supervisor.stopAll(never, () => {});
    assert.deepEqual(
      journal.filter((line) => line.endsWith('apid')),
      ['start apid', 'SIGTERM apid'],
    );
  });

  test('a start does not wait for the back-off of what has failed', async () => {
    let broken = true;
    const supervisor = createSupervisor({
      clock: jumpingClock(),
      openLog: () => silentLog,
      onChange: () => {},
      backoff: { firstMs: 1e12, maxMs: 1e12, stableMs: 1 },
    });
    supervisor.register(
      service('kubelet', [], {
        async prepare() {
          if (broken) throw new Error('no kubeconfig');
        },
      }),
    );
    supervisor.startAll();
    while (supervisor.get('kubelet')?.state !== 'FAILED') await new Promise((resolve) => setImmediate(resolve));
    broken = false;
    assert.equal((await supervisor.start('kubelet', never)).health, 'HEALTHY');
    await supervisor.stopAll(never, () => {});
  });

  test('a clock that jumps neither shortens nor lengthens the back-off, nor what counts as stable', async () => {
    for (const jump of JUMPS_MS) {
      const clock = new FakeClock();
      let starts = 0;
      let end: ((code: number) => void) | undefined;
      const supervisor = createSupervisor({
        clock,
        openLog: () => silentLog,
        onChange: () => {},
        backoff: { firstMs: 10_000, maxMs: 40_000, stableMs: 60_000 },
      });
      supervisor.register(
        service('kubelet', [], {
          async start() {
            starts += 1;
            const made = fakeProcess(7, (_, exit) => exit(0));
            end = made.end;
            return made.running;
          },
        }),
      );
      const crash = async () => {
        end?.(1);
        await clock.advance(0);
        clock.jumpWall(jump);
      };
      supervisor.startAll();
      await clock.advance(1_000);
      await crash();
      await clock.advance(9_999);
      assert.equal(starts, 1, `a jump of ${jump} ms`);
      await clock.advance(1);
      assert.equal(starts, 2);
      // Active, but for less than what counts as stable: the next wait is twice as long.
      await clock.advance(30_000);
      await crash();
      await clock.advance(19_999);
      assert.equal(starts, 2);
      await clock.advance(1);
      assert.equal(starts, 3);
      await clock.advance(61_000);
      await crash();
      await clock.advance(10_000);
      assert.equal(starts, 4, 'it was stable');
      const stopping = supervisor.stopAll(never, () => {});
      await clock.advance(1_000);
      await stopping;
    }
  });

  test('what has been well for a minute is looked at less often, until it is not', async () => {
    const clock = new FakeClock();
    let checks = 0;
    let well = true;
    const supervisor = createSupervisor({ clock, openLog: () => silentLog, onChange: () => {} });
    supervisor.register(
      service('kubelet', [], {
        async checkHealth() {
          checks++;
          if (!well) throw new Error('connect ECONNREFUSED');
        },
      }),
    );
    const checksWithin = async (ms: number): Promise<number> => {
      const before = checks;
      await clock.advance(ms);
      return checks - before;
    };
    supervisor.startAll();
    await clock.advance(1_000);
    assert.equal(await checksWithin(50_000), 10);
    await clock.advance(20_000);
    assert.equal(await checksWithin(50_000), 5);
    well = false;
    await clock.advance(10_000);
    assert.equal(await checksWithin(50_000), 10);
    const stopping = supervisor.stopAll(never, () => {});
    await clock.advance(1_000);
    await stopping;
  });

  test('the history of a service says what happened and why, the newest fifty of it', async () => {
    let exits = 0;
    const supervisor = supervise();
    supervisor.register(
      service('kubelet', [], {
        async start() {
          const made = fakeProcess(7, (_, end) => end(0));
          if (++exits <= 20) made.end(3);
          return made.running;
        },
      }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    const { events, dropped } = supervisor.history('kubelet');
    assert.equal(events.length, 50);
    assert.ok(dropped >= 3 * 20 + 3 - 50, String(dropped));
    assert.deepEqual(
      events.slice(-3).map(({ state, health, restarts, pid }) => [state, health, restarts, pid]),
      [
        ['STARTING', 'UNKNOWN', 19, 0],
        ['STARTING', 'UNKNOWN', 20, 7],
        ['ACTIVE', 'HEALTHY', 20, 7],
      ],
    );
    assert.match(events.findLast(({ state }) => state === 'FAILED')?.message ?? '', /ended with exit code 3; started/);
    await supervisor.stopAll(never, () => {});
  });

  test('what is not healthy is named with its reason', async () => {
    const supervisor = supervise();
    supervisor.register(
      service('kubelet', [], {
        async checkHealth() {
          throw new Error('connect ECONNREFUSED 127.0.0.1:10248');
        },
      }),
    );
    supervisor.startAll();
    while (!supervisor.unmet()[0]?.includes('ECONNREFUSED')) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(supervisor.unmet(), ['kubelet: connect ECONNREFUSED 127.0.0.1:10248']);
    const waiting = new AbortController();
    const wait = supervisor.waitHealthy(waiting.signal);
    waiting.abort(new Error('time is over'));
    await assert.rejects(wait, /time is over/);
    await supervisor.stopAll(never, () => {});
  });

  test('real processes: one that ignores SIGTERM is gone after stopAll', async () => {
    const real = (command: string): RunningProcess => {
      const child = spawn('/bin/sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
      return {
        pid: child.pid ?? 0,
        exited: new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal }))),
        logged: Promise.resolve(),
        kill: (signal) => child.kill(signal),
      };
    };
    const supervisor = supervise();
    supervisor.register(service('polite', [], { start: async () => real('exec sleep 600') }));
    supervisor.register(
      service('deaf', [], { start: async () => real("trap '' TERM; exec sleep 600"), stopGraceMs: 50 }),
    );
    supervisor.startAll();
    await supervisor.waitHealthy(never);
    const pids = supervisor.list().map((status) => status.pid);
    await supervisor.stopAll(never, () => {});
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });
});
