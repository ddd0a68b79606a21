import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BootInfo, BootState } from '../machined/machine/types.ts';
import { buildTestImage, IDLE, type TestImage, testNode } from './node.testing.ts';
import { markTrial } from './state.ts';

const DIGEST_A = `sha256:${'a'.repeat(64)}`;
const DIGEST_B = `sha256:${'b'.repeat(64)}`;

/** Confirms as machined does: the state says so. */
const CONFIRMS = `${IDLE}
import { writeFileSync as write, renameSync as rename } from 'node:fs';
const path = '/var/lib/talos/boot/state.json';
const state = JSON.parse(readFileSync(path, 'utf8'));
write(path + '.new', JSON.stringify({ version: 1, active: state.trial.slot, previous: state.active, trial: null }));
rename(path + '.new', path);
`;

describe('a node in a container', { timeout: 240_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'talos-boot-'));
  let image: TestImage;
  let node: ReturnType<typeof testNode>;
  let runs = 0;

  before(async () => {
    image = await buildTestImage(directory, `talos-boot-test-${process.pid}`);
  });
  after(async () => {
    await image.remove();
    rmSync(directory, { recursive: true, force: true });
  });
  beforeEach(async () => {
    runs += 1;
    node = testNode(image, join(directory, `node-${runs}`), DIGEST_A);
    await node.start();
  });
  afterEach(() => node.remove());

  const state = (): BootState => {
    const read = node.store.state();
    assert.equal(read.kind, 'ok');
    return (read as { value: BootState }).value;
  };
  const upCount = async () => (await node.logs()).split('\n').filter((line) => line.startsWith('up ')).length;
  const up = (count: number, signal: AbortSignal) =>
    node.until(async () => ((await upCount()) >= count ? true : undefined), signal);
  const tryOut = (
    program: string,
    request: { confirmWithinMs?: number; requireConfirm?: boolean; attempts?: number } = {},
  ) => {
    node.fill('b', 'v2', DIGEST_B, program);
    const { confirmWithinMs = 600_000, requireConfirm = false } = request;
    const trial = {
      slot: 'b',
      operationId: 'op-1',
      digest: DIGEST_B,
      fromBootId: 'x',
      confirmWithinMs,
      requireConfirm,
    } as const;
    node.store.writeState(
      markTrial(state(), { ...trial, ...(request.attempts === undefined ? {} : { attempts: request.attempts }) }),
    );
    return node.terminate();
  };
  const settled = (signal: AbortSignal) => node.until(() => (state().trial === null ? true : undefined), signal);

  it('runs from slot a after its first start, read-only, with a boot id of its own', async (t) => {
    await up(1, t.signal);
    assert.deepEqual(node.store.records().a?.digest, DIGEST_A);
    assert.equal(node.store.records().a?.version, 'v1');
    await node.until(async () => ((await node.logs()).includes('root EROFS') ? true : undefined), t.signal);
    const [first = ''] = (await node.logs()).match(/boot_id \S+/) ?? [];
    await node.terminate();
    await up(2, t.signal);
    const ids = await node.until(async () => {
      const found = (await node.logs()).match(/boot_id \S+/g) ?? [];
      return found.length === 2 ? found : undefined;
    }, t.signal);
    assert.equal(ids[0], first);
    assert.notEqual(ids[1], first);
  });

  it('tells the next boot how an ordinary one ended: in order, cut off, or by itself and with what last words', async (t) => {
    await up(1, t.signal);
    await node.terminate();
    await up(2, t.signal);
    await node.cutPower();
    await up(3, t.signal);
    await node.killAgent();
    await up(4, t.signal);
    const told = (await node.logs()).matchAll(/^up (.*)$/gm);
    assert.deepEqual(
      [...told].map(([, info = '{}']) => (JSON.parse(info) as BootInfo).before?.exit),
      [undefined, { kind: 'exited', code: 64 }, undefined, { kind: 'killed', signal: 'Killed' }],
    );
  });

  it('makes slot a anew when the power went during the first start', async (t) => {
    await up(1, t.signal);
    // As a cut would have left it: files, but no record and no state.
    node.store.removeRecord('a');
    rmSync(node.files.bootState);
    writeFileSync(join(node.files.slot('a'), 'half-written'), '');
    await node.cutPower();
    await up(2, t.signal);
    assert.equal(existsSync(join(node.files.slot('a'), 'half-written')), false);
    assert.equal(node.store.records().a?.digest, DIGEST_A);
  });

  it('stays on a good trial, and the guard leaves', async (t) => {
    await up(1, t.signal);
    await tryOut(CONFIRMS);
    await settled(t.signal);
    assert.deepEqual(state(), { version: 1, active: 'b', previous: 'a', trial: null });
    await up(2, t.signal); // the guard shows the trial's output on the container's
    await node.cutPower();
    await up(3, t.signal);
    assert.match((await node.logs()).split('\n').findLast((line) => line.startsWith('up ')) ?? '', /"slot":"b"/);
  });

  it('goes back after every attempt of a trial crashed, with the evidence', async (t) => {
    await up(1, t.signal);
    await tryOut(`throw new Error('the agent of v2 is broken');`);
    await settled(t.signal);
    const failed = node.store.failed();
    assert.equal(failed?.cause, 'crashed');
    assert.equal(failed.condemnsImage, true);
    assert.equal(failed.attempts, 3);
    assert.equal(failed.version, 'v2');
    assert.match(failed.message, /3 of 3 attempts: The agent exited with status/);
    assert.ok(failed.lastLines.some((line) => line.includes('the agent of v2 is broken')));
    await up(2, t.signal);
    assert.deepEqual(state(), { version: 1, active: 'a', previous: null, trial: null });
  });

  for (const [what, program, message] of [
    ['a signal', `process.kill(process.pid, 'SIGSEGV');`, /Segmentation fault/],
    ['a program that simply ends', `console.log('nothing to do');`, /status 70/],
  ] as const) {
    it(`takes ${what} for a crash`, async (t) => {
      await up(1, t.signal);
      await tryOut(program, { attempts: 1 });
      await settled(t.signal);
      assert.equal(node.store.failed()?.cause, 'crashed');
      assert.match(node.store.failed()?.message ?? '', message);
    });
  }

  it('does not blame the image when the power is cut during each attempt', async (t) => {
    await up(1, t.signal);
    await tryOut(IDLE, { attempts: 2 });
    for (const boot of [2, 3]) {
      await up(boot, t.signal);
      assert.equal(state().trial?.attemptsLeft, 3 - boot);
      await node.cutPower();
    }
    await settled(t.signal);
    assert.equal(node.store.failed()?.cause, 'power-lost');
    assert.equal(node.store.failed()?.condemnsImage, false);
    await up(4, t.signal);
  });

  it('is ended by the guard when the trial hangs', async (t) => {
    await up(1, t.signal);
    await tryOut(IDLE, { confirmWithinMs: 1_000 });
    await settled(t.signal);
    assert.equal(node.store.failed()?.cause, 'hung');
    await up(3, t.signal);
    assert.match((await node.logs()).split('\n').findLast((line) => line.startsWith('up ')) ?? '', /"slot":"a"/);
  });

  it('boots the active slot at once when the trial slot lacks a program', async (t) => {
    await up(1, t.signal);
    node.fill('b', 'v2', DIGEST_B, IDLE);
    rmSync(join(node.files.slot('b'), 'sbin/tini'));
    const trial = { slot: 'b', operationId: 'op-1', digest: DIGEST_B, fromBootId: 'x' } as const;
    node.store.writeState(markTrial(state(), { ...trial, confirmWithinMs: 600_000, requireConfirm: false }));
    await node.terminate();
    await up(2, t.signal);
    assert.equal(await node.restarts(), 1);
    assert.match(node.store.failed()?.message ?? '', /\/sbin\/tini/);
  });

  it('survives power cuts at any moment', async (t) => {
    await up(1, t.signal);
    await tryOut(CONFIRMS);
    // As early as the engine has an init to kill: before, in and after the launcher's writes.
    for (const wait of [0, 30, 60, 90, 150, 250]) {
      await node.until(async () => ((await node.init()) > 0 ? true : undefined), t.signal);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await node.cutPower().catch(() => {}); // it was between two boots
    }
    await settled(t.signal);
    await node.until(async () => ((await node.running()) ? true : undefined), t.signal);
    const { active } = state();
    assert.ok(node.store.records()[active] !== undefined);
    assert.ok(node.store.records().a !== undefined, 'the slot before the trial is still there');
  });
});
