import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { EXAMPLE_WORKER, EXAMPLE_WORKER_YAML } from '@talos/crds/config/example.ts';
import { renderDocuments } from '@talos/crds/config/index.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { eventBus } from '../machine/events.ts';
import type { OperationRecord } from '../machine/types.ts';
import { createConfigApplier } from './apply.ts';
import { openConfigStore } from './store.ts';

test('what was on try goes back once its reboot is not barred any more, and is not forgotten before', async (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'config-apply-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const files = nodeFiles(hostPaths(directory));
  mkdirSync(dirname(files.configInitial), { recursive: true });
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  const clock = new FakeClock();
  const fail = (error: unknown) => assert.fail(error as Error);
  const store = openConfigStore({ files, slot: 'a', now: () => clock.now(), onListenerError: fail, onUnwritten: fail });
  let underWay: readonly OperationRecord[] = [];
  const reboots: string[] = [];
  const ended = new AbortController();
  t.after(() => ended.abort(new Error('the test is over')));
  const applier = createConfigApplier({
    store,
    supervisor: {} as never,
    machine: {
      fence: () => {},
      operations: { running: () => underWay[0], list: () => underWay } as never,
      reboot: async ({ operationId }) => {
        if (underWay.length > 0) throw new Error('barred');
        reboots.push(operationId);
        return { id: operationId } as OperationRecord;
      },
    },
    events: eventBus(clock, 'boot-1'),
    clock,
    signal: ended.signal,
  });
  const before = store.hash();
  const next = { ...EXAMPLE_WORKER, cluster: { ...EXAMPLE_WORKER.cluster, dnsDomain: 'c.local' } };
  const about = { dryRun: false, expectedHash: '', fencingEpoch: 0, role: 'os:admin', subject: 'ada' } as const;
  const rest = { mode: 'try', tryMs: 60_000, operationId: '' } as const;
  await applier.apply({ ...about, ...rest, documents: renderDocuments(next) });
  assert.equal(reboots.length, 1);

  underWay = [{ id: 'w', type: 'wipe-disk', phase: 'wipe', state: 'RUNNING' } as OperationRecord];
  await clock.advance(70_000);
  assert.ok(store.tried() !== undefined, 'the way back is still there');
  assert.notEqual(store.hash(), before);
  underWay = [];
  await clock.advance(5_000);
  assert.deepEqual([store.tried(), store.hash(), reboots.length], [undefined, before, 2]);
});
