import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Gate } from '@talos/crds/gate.ts';
import { FakeClock, JUMPS_MS, settle } from '@talos/lib/control/clock.testing.ts';
import type { Finding } from './finding.ts';
import { GateWatch } from './watch.ts';

const ceph: Gate = { name: 'ceph', preset: { name: 'CephHealthy' } };
const longhorn: Gate = { name: 'longhorn', preset: { name: 'LonghornHealthy' } };

function watched() {
  const clock = new FakeClock();
  const stop = new AbortController();
  const asked: string[] = [];
  const answers: ((finding: Finding) => void)[] = [];
  let changes = 0;
  const watch = new GateWatch({
    clock,
    signal: stop.signal,
    evaluate: (gate, signal) => {
      asked.push(gate.name);
      return new Promise((resolve, reject) => {
        answers.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    onChange: () => changes++,
  });
  const answer = async (finding: Finding) => {
    answers.shift()?.(finding);
    await settle();
  };
  return { clock, stop, asked, answer, watch, changes: () => changes };
}

describe('GateWatch', () => {
  it('asks each gate once at a time, and again when its answer gets old', async () => {
    const { clock, asked, answer, watch, changes } = watched();
    watch.attend([ceph, longhorn], 0);
    watch.attend([ceph, longhorn], 0);
    assert.deepEqual(asked, ['ceph', 'longhorn']);
    assert.deepEqual(watch.readings(), []);
    await answer({ state: 'Open' });
    await answer({ state: 'Closed', message: 'degraded' });
    assert.equal(changes(), 2);
    assert.deepEqual(
      watch.readings().map(({ name, state, message }) => [name, state, message]),
      [
        ['ceph', 'Open', ''],
        ['longhorn', 'Closed', 'degraded'],
      ],
    );
    watch.attend([ceph], 0);
    assert.equal(asked.length, 2);
    await clock.advance(10_000);
    watch.attend([ceph], 0);
    assert.deepEqual(asked.slice(2), ['ceph']);
  });

  it('believes no answer that may be of any age, because the clock has jumped', async () => {
    for (const jump of JUMPS_MS) {
      const { clock, asked, answer, watch } = watched();
      watch.attend([ceph], 0);
      await answer({ state: 'Open' });
      clock.jumpWall(jump);
      watch.attend([ceph], 0);
      assert.equal(asked.length, 2, `a jump of ${jump} ms`);
    }
  });

  it('asks at once where the answer must be newer, but no faster than a second apart', async () => {
    const { clock, asked, answer, watch } = watched();
    watch.attend([ceph], 0);
    await answer({ state: 'Open' });
    await clock.advance(500);
    watch.attend([ceph], clock.now());
    assert.equal(asked.length, 1);
    await clock.advance(500);
    watch.attend([ceph], clock.now());
    assert.equal(asked.length, 2);
  });

  it('forgets what is asked for no more, and asks anew what has changed', async () => {
    const { asked, answer, watch } = watched();
    watch.attend([ceph], 0);
    await answer({ state: 'Open' });
    const other: Gate = { name: 'ceph', preset: { name: 'CephHealthy', namespace: 'rook' } };
    watch.attend([other], 0);
    assert.deepEqual([asked.length, watch.readings().length], [2, 0]);
  });

  it('is idle soon after its term has ended', async () => {
    const { stop, watch, asked, changes } = watched();
    watch.attend([ceph], 0);
    stop.abort(new Error('over'));
    await watch.idle();
    watch.attend([ceph], 0);
    assert.deepEqual([asked.length, changes()], [1, 0]);
  });
});
