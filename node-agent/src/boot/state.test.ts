import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hostPaths, nodeFiles } from '../machined/host/paths.ts';
import type { AttemptEnding, BootState, SlotRecord } from '../machined/machine/types.ts';
import { faultyFs, PowerCut } from './faulty-fs.testing.ts';
import {
  chooseSlot,
  confirmTrial,
  endTrial,
  failedBoot,
  initialState,
  markTrial,
  parseBootState,
  type SlotRecords,
} from './state.ts';
import { bootStore } from './store.ts';

const record = (digest: string, completeTime: number): SlotRecord => ({
  digest,
  version: digest,
  image: digest,
  completeTime,
});
const records: SlotRecords = { a: record('old', 1), b: record('new', 2) };
const request = {
  slot: 'b',
  operationId: 'op',
  digest: 'new',
  confirmWithinMs: 1,
  requireConfirm: false,
  fromBootId: 'x',
} as const;
const marked = markTrial(initialState('a'), request);
const boot = (state: BootState | undefined, ending: AttemptEnding = 'power-lost', slots = records) => {
  const choice = chooseSlot(state, slots, ending);
  assert.equal(choice.kind, 'boot');
  return choice as Extract<typeof choice, { kind: 'boot' }>;
};

describe('choosing a slot', () => {
  it('boots the active slot and changes nothing when there is no trial', () => {
    const state = initialState('b');
    const choice = boot(state);
    assert.equal(choice.slot, 'b');
    assert.equal(choice.next, state);
  });

  it('counts each attempt of a trial before its boot, then goes back', () => {
    let state = marked;
    for (const left of [2, 1, 0]) {
      const choice = boot(state);
      assert.equal(choice.slot, 'b');
      assert.equal(choice.trial?.attemptsLeft, left);
      state = choice.next;
    }
    const last = boot(state);
    assert.equal(last.slot, 'a');
    assert.deepEqual(last.next, initialState('a'));
  });

  for (const [endings, cause, condemned] of [
    [['crashed', 'crashed', 'crashed'], 'crashed', true],
    [['power-lost', 'power-lost', 'power-lost'], 'power-lost', false],
    [['power-lost', 'crashed', 'power-lost'], 'crashed', true],
  ] as const) {
    it(`${endings.join(', ')}: ${cause}, the image is ${condemned ? '' : 'not '}condemned`, () => {
      let choice = boot(marked);
      for (const ending of endings) choice = boot(choice.next, ending);
      assert.equal(choice.failed?.cause, cause);
      assert.equal(choice.failed?.condemnsImage, condemned);
      const details = { version: 'v', timeMs: 0, lastLines: [] };
      assert.equal(choice.failed && failedBoot(choice.failed, details).attempts, 3);
    });
  }

  it('does not boot a trial slot that is not what was marked', () => {
    for (const slots of [{ a: record('old', 1) }, { a: record('old', 1), b: record('other', 3) }]) {
      const choice = boot(marked, 'power-lost', slots);
      assert.equal(choice.slot, 'a');
      assert.equal(choice.failed?.condemnsImage, false);
    }
  });

  it('makes up a lost state from the records: the older slot is known to work', () => {
    assert.equal(boot(undefined).slot, 'a');
    assert.equal(boot(undefined, 'power-lost', { a: record('x', 9), b: record('y', 2) }).slot, 'b');
    assert.equal(boot(undefined, 'power-lost', { b: record('y', 2) }).slot, 'b');
    assert.equal(boot(initialState('a'), 'power-lost', { b: record('y', 2) }).slot, 'b');
    assert.equal(chooseSlot(undefined, {}, 'power-lost').kind, 'none');
  });

  it('reads back what it stores, and refuses what it did not', () => {
    assert.deepEqual(parseBootState(JSON.parse(JSON.stringify(marked))), marked);
    for (const broken of [
      null,
      [],
      {},
      { version: 2 },
      { ...marked, active: 'c' },
      { ...marked, trial: { ...marked.trial, attemptsLeft: 9 } },
    ]) {
      assert.throws(() => parseBootState(broken));
    }
  });
});

describe('the boot state under power cuts', () => {
  const files = nodeFiles(hostPaths('/n'));
  type Action =
    | { readonly kind: 'boot'; readonly ending: AttemptEnding }
    | { readonly kind: 'upgrade' | 'confirm' | 'revert' };
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ kind: fc.constant('boot' as const), ending: fc.constantFrom<AttemptEnding>('crashed', 'power-lost') }),
    fc.constantFrom<Action>({ kind: 'upgrade' }, { kind: 'confirm' }, { kind: 'revert' }),
  );
  const step = fc.record({
    action,
    cutAfter: fc.option(fc.nat(24), { nil: undefined }),
    luck: fc.record({ names: fc.boolean(), bytes: fc.constantFrom(0, 0.5, 1) }),
  });

  it('always finds a whole slot, never loses the confirmed one, and only counts down', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const disk = faultyFs();
        const store = bootStore(files, disk.fs);
        store.writeRecord('a', record('v0', 1));
        store.writeState(initialState('a'));
        let version = 0;
        // The slot whose goodness is proved: it must stay whole and be what a failed trial leads back to.
        let good = 'a';

        for (const { action, cutAfter, luck } of steps) {
          const before = store.state();
          assert.equal(before.kind, 'ok');
          const state = (before as { value: BootState }).value;
          disk.cutAfter(cutAfter ?? Number.POSITIVE_INFINITY);
          try {
            switch (action.kind) {
              case 'upgrade': {
                // Only a node that is not on trial takes an upgrade.
                if (state.trial !== null) break;
                const slot = state.active === 'a' ? 'b' : 'a';
                version += 1;
                store.removeRecord(slot);
                store.writeRecord(slot, record(`v${version}`, version + 1));
                store.writeState(
                  markTrial(
                    { ...state, previous: null },
                    { ...request, slot, digest: `v${version}`, operationId: `op-${version}` },
                  ),
                );
                break;
              }
              case 'confirm':
                if (state.trial !== null && state.trial.attemptsLeft < state.trial.attempts) {
                  store.writeState(confirmTrial(state, state.trial.operationId));
                }
                break;
              case 'revert':
                if (state.trial !== null) store.writeState(endTrial(state, state.trial.operationId));
                break;
              case 'boot': {
                const choice = boot(state, action.ending, store.records());
                if (choice.failed)
                  store.writeFailed(failedBoot(choice.failed, { version: '', timeMs: 0, lastLines: [] }));
                if (choice.next !== state) store.writeState(choice.next);
                break;
              }
            }
          } catch (error) {
            if (!(error instanceof PowerCut)) throw error;
            disk.powerOn(luck);
          }
          disk.cutAfter(Number.POSITIVE_INFINITY);

          const after = store.state();
          assert.equal(after.kind, 'ok', 'the state is whole');
          const now = (after as { value: BootState }).value;
          if (state.trial === null && now.trial === null) assert.equal(now.active, state.active);
          if (state.trial !== null && now.trial !== null) {
            const lower = action.kind === 'boot' && cutAfter === undefined;
            assert.ok(
              lower
                ? now.trial.attemptsLeft < state.trial.attemptsLeft
                : now.trial.attemptsLeft <= state.trial.attemptsLeft,
            );
          }
          if (action.kind !== 'confirm') assert.equal(now.active, good, 'only a confirmation moves the active slot');
          good = now.active;
          const found = store.records();
          assert.ok(found[now.active] !== undefined, 'the active slot is whole');
          const choice = boot(now, 'power-lost', found);
          assert.ok(found[choice.slot] !== undefined, 'what is chosen is whole');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the old state or has the new one, wherever a write is cut', () => {
    for (const names of [false, true]) {
      for (const bytes of [0, 0.5, 1]) {
        for (let calls = 0; calls < 12; calls += 1) {
          const disk = faultyFs();
          const store = bootStore(files, disk.fs);
          store.writeState(initialState('a'));
          disk.cutAfter(calls);
          let cut = false;
          try {
            store.writeState(marked);
          } catch (error) {
            assert.ok(error instanceof PowerCut);
            cut = true;
          }
          disk.powerOn({ names, bytes });
          const read = store.state();
          assert.equal(read.kind, 'ok', `cut after ${calls} calls`);
          const { trial } = (read as { value: BootState }).value;
          if (!cut) assert.notEqual(trial, null, 'what was said to be written is there');
        }
      }
    }
  });
});
