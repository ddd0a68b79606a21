import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { realAtomicFs } from '../host/fs-atomic.ts';
import { type BootHistoryOptions, judge, openBootHistory } from './boots.ts';
import type { BootInfo, BootRecord, FailedBootRecord } from './types.ts';

const directory = mkdtempSync(join(tmpdir(), 'boots-'));
after(() => rmSync(directory, { recursive: true }));

const record: BootRecord = { bootId: 'b0', startMs: 100, slot: 'a', version: '1', digest: '', trialOperationId: '' };
const bootOf = (bootId: string, before?: BootInfo['before']): BootInfo => ({
  bootId,
  slot: 'a',
  trial: null,
  startedMonotonicNs: '0',
  ...(before && { before }),
});
const failed = (cause: FailedBootRecord['cause']): FailedBootRecord => ({
  slot: 'b',
  digest: '',
  version: '2',
  operationId: 'up',
  cause,
  message: 'because',
  condemnsImage: true,
  timeMs: 150,
  attempts: 1,
  lastLines: ['last'],
});

describe('how a boot ended that did not say so', () => {
  const of = (before: BootInfo['before'] | undefined, cause?: FailedBootRecord['cause']) =>
    judge(cause === undefined ? record : { ...record, trialOperationId: 'up' }, {
      boot: bootOf('b1', before),
      failed: cause === undefined ? undefined : failed(cause),
      seenMs: 140,
    });
  for (const [name, before, cause, reason] of [
    ['init is gone without a word', { lastLines: ['x'] }, undefined, 'POWER_LOST'],
    ['a launcher that does not tell', undefined, undefined, 'POWER_LOST'],
    ['the agent gave up', { exit: { kind: 'exited', code: 70 }, lastLines: ['x'] }, undefined, 'CRASHED'],
    ['the agent was killed', { exit: { kind: 'killed', signal: 'Killed' }, lastLines: [] }, undefined, 'CRASHED'],
    ['in order, unsaid', { exit: { kind: 'exited', code: 64 }, lastLines: [] }, undefined, 'REQUESTED'],
    ['a trial that hung', { lastLines: [] }, 'hung', 'WATCHDOG'],
    ['a trial that crashed', { exit: { kind: 'exited', code: 70 }, lastLines: [] }, 'crashed', 'CRASHED'],
    ['a trial that was not healthy', { lastLines: [] }, 'unhealthy', 'TRIAL_FAILED'],
    ['a trial whose power was cut', { lastLines: [] }, 'power-lost', 'POWER_LOST'],
  ] as const) {
    test(`${name}: ${reason}`, () => assert.equal(of(before, cause).reason, reason));
  }
  test('the time is that of its last sign of life, the evidence what it printed last', () => {
    assert.deepEqual(of({ exit: { kind: 'exited', code: 70 }, lastLines: ['x'] }), {
      reason: 'CRASHED',
      message: 'The agent exited with status 70',
      timeMs: 140,
      operationId: '',
      operationType: '',
      requestedBy: '',
      lastLines: ['x'],
    });
  });
});

describe('the history', () => {
  const open = (name: string, bootId: string, overrides: Partial<BootHistoryOptions> = {}) =>
    openBootHistory({
      path: join(directory, name),
      boot: bootOf(bootId),
      version: '1',
      digest: '',
      failed: undefined,
      now: () => 1_000,
      lastWrite: () => 0,
      onError: (error) => assert.fail(String(error)),
      ...overrides,
    });
  const asked = {
    reason: 'REQUESTED',
    message: 'reboot',
    operationId: 'r1',
    operationType: 'reboot',
    requestedBy: 'ada',
  } as const;

  test('a reason that was said stands, also when the power went before the end', () => {
    assert.equal(open('said', 'b1').last(), undefined);
    const first = open('said', 'b1');
    first.ending(asked);
    first.ending({ ...asked, reason: 'CRASHED' });
    const second = open('said', 'b2');
    assert.deepEqual(second.last(), { ...asked, timeMs: 1_000, lastLines: [] });
    assert.deepEqual(
      second.list().map(({ bootId }) => bootId),
      ['b2', 'b1'],
    );
  });

  test('one that was judged is not judged again', () => {
    open('judged', 'b1');
    open('judged', 'b2');
    const third = open('judged', 'b3', {
      boot: bootOf('b3', { exit: { kind: 'exited', code: 70 }, lastLines: [] }),
    });
    assert.deepEqual(
      third.list().map(({ end }) => end?.reason),
      [undefined, 'CRASHED', 'POWER_LOST'],
    );
  });

  test('is bounded', () => {
    for (let n = 0; n < 30; n++) open('many', `b${n}`);
    assert.equal(JSON.parse(readFileSync(join(directory, 'many'), 'utf8')).boots.length, 20);
  });

  test('damaged or unwritable, it is told and costs nothing else', () => {
    writeFileSync(join(directory, 'damaged'), '{"version":1,"bo');
    const errors: unknown[] = [];
    const fs = {
      ...realAtomicFs,
      create: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const history = open('damaged', 'b1', { fs, onError: (error) => errors.push(error) });
    history.ending(asked);
    assert.equal(history.list().length, 1);
    assert.equal(errors.length, 3);
  });
});
