import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER, EXAMPLE_WORKER_YAML } from '@talos/crds/config/example.ts';
import { parseNodeDocuments, renderDocuments } from '@talos/crds/config/index.ts';
import { FakeClock, JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { eventBus } from '../machine/events.ts';
import type { OperationRecord } from '../machine/types.ts';
import { createConfigApplier } from './apply.ts';
import { openConfigStore } from './store.ts';

function start(t: TestContext) {
  const directory = mkdtempSync(join(tmpdir(), 'config-apply-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const files = nodeFiles(hostPaths(directory));
  mkdirSync(dirname(files.configInitial), { recursive: true });
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  const clock = new FakeClock();
  const fail = (error: unknown) => assert.fail(error as Error);
  const store = openConfigStore({ files, slot: 'a', now: () => clock.now(), onListenerError: fail, onUnwritten: fail });
  const state = { underWay: [] as readonly OperationRecord[], reboots: [] as string[] };
  const ended = new AbortController();
  t.after(() => ended.abort(new Error('the test is over')));
  const applier = createConfigApplier({
    store,
    supervisor: {} as never,
    machine: {
      fence: () => {},
      operations: { running: () => state.underWay[0], list: () => state.underWay } as never,
      reboot: async ({ operationId }) => {
        if (state.underWay.length > 0) throw new Error('barred');
        state.reboots.push(operationId);
        return { id: operationId } as OperationRecord;
      },
    },
    events: eventBus(clock, 'boot-1'),
    clock,
    signal: ended.signal,
  });
  return { files, clock, store, state, applier };
}

const about = { dryRun: false, expectedHash: '', fencingEpoch: 0, role: 'os:admin', subject: 'ada' } as const;
const tried = { ...about, mode: 'try', tryMs: 60_000, operationId: '' } as const;
const wipe = { id: 'w', type: 'wipe-disk', phase: 'wipe', state: 'RUNNING' } as OperationRecord;

test('what was on try goes back once its reboot is not barred any more, and is not forgotten before', async (t) => {
  const { clock, store, state, applier } = start(t);
  const before = store.hash();
  const next = { ...EXAMPLE_WORKER, cluster: { ...EXAMPLE_WORKER.cluster, dnsDomain: 'c.local' } };
  await applier.apply({ ...tried, documents: renderDocuments(next) });
  assert.equal(state.reboots.length, 1);

  state.underWay = [wipe];
  await clock.advance(70_000);
  assert.ok(store.tried() !== undefined, 'the way back is still there');
  assert.notEqual(store.hash(), before);
  state.underWay = [];
  await clock.advance(5_000);
  assert.deepEqual([store.tried(), store.hash(), state.reboots.length], [undefined, before, 2]);
});

test('a try lasts as long as was asked for, however the clock jumps meanwhile', async (t) => {
  for (const jump of JUMPS_MS) {
    const { clock, store, applier } = start(t);
    const before = store.hash();
    await applier.apply({ ...tried, documents: renderDocuments({ ...EXAMPLE_WORKER, registry: {} }) });
    clock.jumpWall(jump);
    await clock.advance(59_000);
    assert.ok(store.tried() !== undefined, `a jump of ${jump} ms`);
    await clock.advance(2_000);
    assert.deepEqual([store.tried(), store.hash()], [undefined, before]);
  }
});

test('trust is replaced at once, also for a first start after a reset, and is in no history', async (t) => {
  const { files, store, state, applier } = start(t);
  const { osCA } = EXAMPLE_WORKER.trust;
  const withOther = () => ({ ...EXAMPLE_WORKER.trust, acceptedOSCAs: [osCA.cert] });
  const author = { subject: 'ada', role: 'os:admin' } as const;
  assert.equal(await applier.replaceTrust(author, withOther), true);
  assert.equal(await applier.replaceTrust(author, withOther), false);
  assert.deepEqual(store.current().trust.acceptedOSCAs, [osCA.cert]);
  assert.deepEqual(parseNodeDocuments(readFileSync(files.configInitial)).trust, store.current().trust);
  const [last] = store.history();
  assert.deepEqual([last?.subject, last?.paths], ['ada', ['TrustConfig.spec.acceptedOSCAs']]);
  assert.equal(state.reboots.length, 0);

  const lessAgain = () => EXAMPLE_WORKER.trust;
  await assert.rejects(
    applier.replaceTrust(author, () => ({ ...EXAMPLE_WORKER.trust, osCA: EXAMPLE_CONTROL_PLANE.trust.osCA })),
    { code: 'INVALID_ARGUMENT' },
  );
  state.underWay = [wipe];
  await assert.rejects(applier.replaceTrust(author, lessAgain), { reason: 'OPERATION_RUNNING' });
  state.underWay = [];
  assert.equal(await applier.replaceTrust(author, lessAgain), true);
  assert.equal(parseNodeDocuments(readFileSync(files.configInitial)).trust.acceptedOSCAs, undefined);
});

test('trust is not replaced while other documents would bring back the present one', async (t) => {
  const { store, applier } = start(t);
  const author = { subject: 'ada', role: 'os:admin' } as const;
  const next = () => ({ ...EXAMPLE_WORKER.trust, acceptedOSCAs: [EXAMPLE_WORKER.trust.osCA.cert] });
  const documents = renderDocuments({ ...EXAMPLE_WORKER, registry: {} });
  for (const mode of ['staged', 'with-upgrade'] as const) {
    await applier.apply({ ...about, mode, tryMs: 0, operationId: '', documents });
    await assert.rejects(applier.replaceTrust(author, next), { reason: 'CONFIG_STAGED' });
    store.unstage(author);
  }
  await applier.apply({ ...tried, documents });
  await assert.rejects(applier.replaceTrust(author, next), { reason: 'CONFIG_ON_TRY' });
  await applier.keep(author, '');
  assert.equal(await applier.replaceTrust(author, next), true);
});
