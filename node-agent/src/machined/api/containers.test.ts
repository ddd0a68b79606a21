import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { container, type FakeRuntime, startFakeRuntime } from '../cri/fake-runtime.testing.ts';
import { type FakeNode, startFakeNode } from './fakes.ts';

const fails = (code: string, reason?: string) => (error: unknown) =>
  error instanceof RpcError && error.code === code && (reason === undefined || error.reason === reason);

describe('Containers', () => {
  let node: FakeNode;
  let runtime: FakeRuntime;
  before(async () => {
    node = await startFakeNode(EXAMPLE_WORKER);
    runtime = await startFakeRuntime(node.containerd);
  });
  after(async () => {
    await runtime[Symbol.asyncDispose]();
    await node[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    runtime.containers = [];
    runtime.calls.length = 0;
    runtime.onStopped = () => {};
  });

  test('each container once, its newest run; earlier ones only on demand; why one ended', async () => {
    const { containers, call } = node.as('os:reader');
    runtime.containers = [
      container({ name: 'web' }, 'nginx', { id: 'n1', metadata: { attempt: 1 }, createdAt: 2e9 }),
      container({ name: 'web' }, 'nginx', { id: 'n0', state: 'CONTAINER_EXITED' }),
      container({ name: 'job' }, 'sums', { id: 's0', state: 'CONTAINER_EXITED' }),
    ];
    const told = async (all: boolean) =>
      (await containers.list({ all }, call)).containers.map(({ id, state, restarts, reason, exitCode }) =>
        [id, state.replace('CONTAINER_', ''), restarts, reason, exitCode].join(' '),
      );
    assert.deepEqual(await told(false), ['default/job/sums EXITED 0 OOMKilled 137', 'default/web/nginx RUNNING 1  0']);
    assert.equal((await told(true)).length, 3);
    const [, web] = (await containers.list({}, call)).containers;
    assert.deepEqual([web?.image, web?.createdMs, web?.runtimeId], ['osctl.dev/nginx:1', 2_000, 'n1']);
  });

  test('what machined uses is told, whatever the runtime does', async () => {
    const { containers, call } = node.as('os:reader');
    const { usages, cpus } = await containers.stats({}, call);
    assert.ok(cpus > 0);
    const own = usages.find(({ id }) => id === 'machined');
    assert.ok(own !== undefined && own.memoryBytes > 1e6 && own.cpuTimeUs > 0 && own.kind === 'SERVICE_USAGE');
  });

  test("a restart stops with the pod's own grace and ends when the kubelet has started it again", async () => {
    const { containers, call } = node.as('os:operator');
    const nginx = container({ name: 'web' }, 'nginx', {
      annotations: { 'io.kubernetes.pod.terminationGracePeriod': '7' },
    });
    runtime.containers = [nginx];
    runtime.onStopped = () => {
      runtime.containers = [
        ...runtime.containers,
        { ...nginx, id: 'nginx-1', metadata: { name: 'nginx', attempt: 1 }, createdAt: 3e9 },
      ];
    };
    const { stopped, started } = await containers.restart({ id: 'default/web/nginx' }, call);
    assert.deepEqual(runtime.calls, [['stop', 'nginx-0', 7]]);
    assert.deepEqual([stopped?.state, stopped?.exitCode], ['CONTAINER_EXITED', 137]);
    assert.deepEqual([started?.restarts, started?.runtimeId], [1, 'nginx-1']);
    const last = node.audited().at(-1);
    assert.deepEqual([last?.['target'], last?.['result']], ['default/web/nginx', 'OK']);
  });

  test('what is not there, does not run or is no container of a pod is refused with what to do', async () => {
    const { containers, call } = node.as('os:operator');
    runtime.containers = [container({ name: 'job' }, 'sums', { state: 'CONTAINER_EXITED' })];
    const refused = (id: string) => containers.restart({ id }, call);
    await assert.rejects(refused('default/web/nginx'), fails('NOT_FOUND', 'CONTAINER_NOT_FOUND'));
    await assert.rejects(refused('default/job/sums'), fails('FAILED_PRECONDITION', 'CONTAINER_NOT_RUNNING'));
    await assert.rejects(refused('kubelet'), /osctl service restart kubelet/);
    for (const id of ['', 'a/b', 'a/b/c/d', '../b/c', 'a/b/C']) {
      await assert.rejects(refused(id), fails('INVALID_ARGUMENT'), id);
    }
    assert.deepEqual(runtime.calls, []);
  });

  test('a runtime that does not answer is named, with where to look', async () => {
    await using other = await startFakeNode(EXAMPLE_WORKER);
    const { containers, call } = other.as('os:reader');
    await assert.rejects(containers.list({}, call), (error) => {
      assert.match((error as Error).message, /containerd does not answer .*osctl service containerd/);
      return fails('UNAVAILABLE', 'RUNTIME_UNAVAILABLE')(error);
    });
    assert.ok((await containers.stats({}, call)).usages.length > 0);
  });
});
