import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { writeJsonAtomic } from '../host/fs-atomic.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { type EtcdMembership, leaveAfterCut } from './leave-etcd.ts';
import { openOperations } from './operations.ts';
import { createResets, type ResetMark } from './reset.ts';

describe('the boot after a reset that was cut while it left etcd', () => {
  const unreachable: EtcdMembership = {
    leave: () => Promise.reject(new Error('no other member of etcd answered')),
    left: () => Promise.reject(new Error('no other member of etcd answered')),
  };
  const cut = (t: TestContext, force: boolean | undefined) => {
    const directory = mkdtempSync(join(tmpdir(), 'leave-etcd-'));
    t.after(() => rmSync(directory, { recursive: true }));
    const paths = hostPaths(directory);
    const files = nodeFiles(paths);
    const clock = new FakeClock();
    const operations = openOperations({ directory: files.operationsDir, clock, onChange: () => {} });
    const about = { id: 'r', type: 'reset', request: {}, image: '', fromBootId: 'boot-1', requestedBy: 'ada' } as const;
    operations.begin(about);
    operations.enterPhase('r', 'leave-etcd', 'Leaving etcd');
    const stored = { version: 1, operationId: 'r', keepSystem: false, powerOff: false, force, step: 'leave-etcd' };
    writeJsonAtomic(files.resetMark, stored);
    const resets = createResets({
      paths,
      files,
      slot: 'a',
      mounts: () => [],
      syscalls: {} as never,
      boots: { forgetOthers: () => {} },
    });
    const mark = resets.pending() as ResetMark;
    const told: Error[] = [];
    const resume = (etcd: EtcdMembership, signal = new AbortController().signal) =>
      leaveAfterCut(mark, { etcd, clock, resets, operations, onError: (error) => told.push(error as Error) }, signal);
    return { clock, operations, resets, resume, told };
  };

  it('wipes when it can leave', async (t) => {
    const { resets, resume } = cut(t, false);
    assert.equal(await resume({ ...unreachable, leave: async () => {} }), true);
    assert.equal(resets.pending()?.step, 'leave-etcd', 'the mark stays for what comes next');
  });

  it('wipes when the answer is late, and the others do not know the member any more', async (t) => {
    const { clock, resume } = cut(t, false);
    const resumed = resume({ leave: () => new Promise(() => {}), left: async () => true });
    await clock.advance(30_000);
    assert.equal(await resumed, true);
  });

  for (const force of [false, undefined]) {
    it(`wipes nothing when it cannot leave and the mark says force: ${force}; the operation says why`, async (t) => {
      const { operations, resets, resume } = cut(t, force);
      assert.equal(await resume(unreachable), false);
      assert.equal(resets.pending(), undefined);
      const { state, message } = operations.get('r') ?? {};
      assert.equal(state, 'FAILED');
      assert.match(message ?? '', /Nothing was wiped.*no other member of etcd answered/);
    });
  }

  it('boots without a record, too: on a full disk there may be none', async (t) => {
    const { operations, resets, resume } = cut(t, false);
    operations.get = () => undefined;
    operations.end = () => assert.fail('there is nothing to end');
    assert.equal(await resume(unreachable), false);
    assert.equal(resets.pending(), undefined);
  });

  it('wipes all the same when it was forced', async (t) => {
    const { operations, resume, told } = cut(t, true);
    assert.equal(await resume(unreachable), true);
    assert.deepEqual(
      told.map(({ message }) => message),
      ['no other member of etcd answered'],
    );
    assert.equal(operations.get('r')?.state, 'RUNNING');
  });

  it('decides nothing when it is cut again', async (t) => {
    const { operations, resets, resume } = cut(t, false);
    const cutAgain = new AbortController();
    const resumed = resume({ ...unreachable, leave: () => new Promise(() => {}) }, cutAgain.signal);
    cutAgain.abort(new Error('down'));
    await assert.rejects(resumed, /down/);
    assert.equal(resets.pending()?.step, 'leave-etcd');
    assert.equal(operations.get('r')?.state, 'RUNNING');
  });
});
