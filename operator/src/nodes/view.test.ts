import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Operation, StatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { agentView } from './view.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
/** As they come off the wire: every field there. */
const status = (init: Parameters<typeof StatusResponse.encode>[0]) =>
  StatusResponse.decode(StatusResponse.encode(init));
const operation = (init: Parameters<typeof Operation.encode>[0]) => Operation.decode(Operation.encode(init));

describe("the planner's view of an agent", () => {
  it('holds the operation, its digest and its error', () => {
    const view = agentView(
      status({ bootId: 'b', runningOperation: { id: 'new', type: 'upgrade' } }),
      [
        operation({ id: 'old', type: 'prepare', state: 'SUCCEEDED', startMs: 1, result: { digest: digest('a') } }),
        operation({
          id: 'bad',
          state: 'FAILED_OPERATION',
          startMs: 2,
          image: 'osctl.dev/talos:x',
          error: { code: 'DISK_FULL', message: 'full', retryable: true },
        }),
        operation({ id: 'new', state: 'RUNNING_OPERATION', startMs: 3, image: `osctl.dev/talos@${digest('b')}` }),
      ],
      undefined,
    );
    assert.equal(view.runningOperation, 'new');
    assert.deepEqual(
      view.operations.map(({ id, state, digest, error }) => [id, state, digest, error?.code]),
      [
        ['new', 'running', digest('b'), undefined],
        ['bad', 'failed', undefined, 'DISK_FULL'],
        ['old', 'succeeded', digest('a'), undefined],
      ],
    );
  });

  it('knows a trial from the active slot', () => {
    const slots = { active: 'a', booted: 'b', slots: [{ name: 'b', digest: digest('b'), bootable: true }] };
    const trial = { slot: 'b', operationId: 'up', awaitsCaller: true, agentHealthy: true };
    const view = agentView(status({ slots: { ...slots, trial } }), [], undefined);
    assert.deepEqual([view.slot, view.trial], ['b', { operationID: 'up', awaitsCaller: true, healthy: true }]);
    assert.equal(agentView(status({ slots }), [], undefined).trial, undefined);
  });

  it('takes a kubelet that never restarted to have started with the boot', () => {
    const at = (restarts: number, bootTimeMs: number, before?: ReturnType<typeof agentView>) =>
      agentView(
        status({ bootId: 'b', bootTimeMs, services: [{ id: 'kubelet', restarts, sinceMs: 90_000 }] }),
        [],
        before,
      );
    const first = at(0, 50_000);
    assert.equal(first.kubeletStartTime, 50_000);
    assert.equal(at(1, 50_000).kubeletStartTime, 90_000);
    // uptime is measured a little differently each time
    assert.equal(at(0, 50_030, first).bootTime, 50_000);
    assert.equal(at(0, 80_000, first).bootTime, 80_000);
  });

  it('stays small, whatever a node says', () => {
    const long = 'x'.repeat(100_000);
    const view = agentView(
      status({
        version: long,
        slots: { slots: Array.from({ length: 100 }, () => ({ name: long })) },
        lastFailedBoot: { message: long, lastLines: Array.from({ length: 1_000 }, () => long) },
      }),
      Array.from({ length: 1_000 }, (_, index) => operation({ id: `op-${index}`, startMs: index, message: long })),
      undefined,
    );
    assert.ok(JSON.stringify(view).length < 150_000);
    assert.equal(view.operations[0]?.id, 'op-999');
  });
});
