import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import type { AgentView, OperationView } from '@talos/lib/plan/index.ts';
import type { Agents } from '../cluster/agents.ts';
import type { Memory } from './executor.ts';
import { resolveImage } from './resolve.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const step = {
  type: 'resolve-image',
  node: 'cp-1',
  image: 'osctl.dev/talos:2',
  operationID: 'resolve-0a1b2c3d-1',
  targetHash: 'sha256:wish',
  epoch: 1,
} as const;

function setup(operations: OperationView[]) {
  const calls: string[] = [];
  const agents: Pick<Agents, 'view' | 'prepare' | 'refresh'> = {
    view: () => ({ operations }) as unknown as AgentView,
    refresh: () => {},
    async prepare({ operationID }) {
      calls.push(operationID);
    },
  };
  const memory: Memory = { resolution: undefined };
  const tools = { agents: agents as Agents, clock: new FakeClock(), memory };
  return { calls, memory, operations, ask: () => resolveImage(step, AbortSignal.timeout(5_000), tools) };
}

const operation = (id: string, rest: Partial<OperationView>): OperationView => ({
  id,
  type: 'prepare',
  state: 'running',
  phase: 'pull',
  message: '',
  fromBootID: 'b',
  ...rest,
});
const failure = { code: 'UNREACHABLE', message: 'no registry', retryable: true, condemnsImage: false };

describe('looking up a tag', () => {
  it('asks once, waits, and takes the answer', async () => {
    const { calls, memory, operations, ask } = setup([]);
    await ask();
    operations.push(operation(step.operationID, {}));
    await ask();
    assert.deepEqual(calls, [step.operationID]);
    assert.ok(!('resolution' in memory && memory.resolution));
    operations[0] = operation(step.operationID, { state: 'succeeded', digest });
    await ask();
    assert.equal(memory.resolution?.digest, digest);
    assert.equal(calls.length, 1);
  });

  it('tells a failure first, and when it is asked again takes another id', async () => {
    const { calls, memory, operations, ask } = setup([
      operation(step.operationID, { state: 'failed', error: failure }),
    ]);
    await ask();
    assert.equal(memory.resolution?.error?.code, 'UNREACHABLE');
    assert.deepEqual(calls, []);
    await ask();
    assert.deepEqual(calls, [`${step.operationID}-r2`]);
    operations.push(operation(`${step.operationID}-r2`, { state: 'succeeded', digest }));
    await ask();
    assert.equal(memory.resolution?.digest, digest);
  });

  it('knows after a restart what the last attempt said', async () => {
    const { calls, memory, ask } = setup([
      operation(step.operationID, { state: 'failed', error: failure }),
      operation(`${step.operationID}-r2`, { state: 'failed', error: { ...failure, code: 'IMAGE_NOT_FOUND' } }),
    ]);
    await ask();
    assert.equal(memory.resolution?.error?.code, 'IMAGE_NOT_FOUND');
    await ask();
    assert.deepEqual(calls, [`${step.operationID}-r3`]);
  });

  it('holds an answer without a digest for a failure', async () => {
    const { memory, ask } = setup([operation(step.operationID, { state: 'succeeded' })]);
    await ask();
    assert.equal(memory.resolution?.error?.code, 'NO_DIGEST');
  });
});
