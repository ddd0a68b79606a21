import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { realAtomicFs } from '../machined/host/fs-atomic.ts';
import { hostPaths, type NodeFiles, nodeFiles } from '../machined/host/paths.ts';
import { choose } from './choose.ts';
import { initialState, markTrial } from './state.ts';
import { bootStore } from './store.ts';

describe('choosing a slot on a real disk', () => {
  let directory: string;
  let files: NodeFiles;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'talos-choose-'));
    files = nodeFiles(hostPaths(directory));
    const store = bootStore(files);
    store.writeRecord('a', { digest: 'old', version: 'v1', image: 'old', completeTime: 1 });
    store.writeRecord('b', { digest: 'new', version: 'v2', image: 'new', completeTime: 2 });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const marked = markTrial(initialState('a'), {
    slot: 'b',
    operationId: 'op',
    digest: 'new',
    confirmWithinMs: 1,
    requireConfirm: false,
    fromBootId: 'x',
  });
  const crashed = "[INFO  tini (1)] Main child exited normally (with status '70')\n";
  const full = {
    ...realAtomicFs,
    write: () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    },
  };

  it('counts the attempt on disk, and keeps what the one before it said', () => {
    const store = bootStore(files);
    store.writeState({ ...marked, trial: { ...marked.trial!, attemptsLeft: 2 } });
    writeFileSync(files.bootConsole, `boom\n${crashed}`);
    const { slot, trial } = choose(store, files.bootConsole);
    assert.deepEqual([slot, trial?.attemptsLeft, trial?.endings], ['b', 1, ['crashed']]);
    const read = store.state();
    assert.deepEqual(read.kind === 'ok' && read.value.trial, trial);
    assert.equal(store.evidence()?.lastLines[0], 'boom');
  });

  it('boots the active slot, and not a trial that it cannot count, from a disk that is full', () => {
    bootStore(files).writeState(marked);
    const chosen = choose(bootStore(files, full), files.bootConsole);
    assert.deepEqual([chosen.slot, chosen.trial], ['a', null]);
    assert.equal(choose(bootStore(files), files.bootConsole).slot, 'b', 'the trial is there when there is space again');
  });

  it('goes back from a trial that has failed, from a disk that is full', () => {
    bootStore(files).writeState({ ...marked, trial: { ...marked.trial!, attemptsLeft: 0 } });
    writeFileSync(files.bootConsole, crashed);
    const chosen = choose(bootStore(files, full), files.bootConsole);
    assert.deepEqual([chosen.slot, chosen.trial], ['a', null]);
  });

  it('boots what is whole when the state is lost, from a disk that is full', () => {
    assert.equal(choose(bootStore(files, full), files.bootConsole).slot, 'a');
  });
});
