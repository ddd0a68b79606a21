import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { maskedHash, renderDocuments } from '@talos/crds/config/index.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import pino from 'pino';
import { createAgents } from './agents.ts';
import { FakeAgent, TestTrust } from './fake-agent.testing.ts';
import type { AgentNode, Agents, ClientIdentity } from './types.ts';

describe('agents', () => {
  let trust: TestTrust;
  let identity: ClientIdentity;
  let clock: FakeClock;
  let stop: AbortController;
  let agents: Agents;
  let running: FakeAgent[];
  let changes: string[];
  let wake: () => void;

  before(async () => {
    trust = await TestTrust.create();
  });

  beforeEach(async () => {
    identity = await trust.client();
    clock = new FakeClock();
    stop = new AbortController();
    running = [];
    changes = [];
    wake = () => {};
  });

  afterEach(async () => {
    stop.abort();
    await agents.stopped;
    await Promise.all(running.map((agent) => agent.stop()));
  });

  /** Agents at 127.0.0.1, .2, … all on one port. */
  async function start(...nodes: { name: string; controlPlane?: boolean }[]): Promise<FakeAgent[]> {
    for (const [index, node] of nodes.entries()) {
      const listen = `127.0.0.${index + 1}:${running[0]?.port ?? 0}`;
      running.push(await new FakeAgent({ trust, listen, ...node }).start());
    }
    follow(running[0]!.port);
    return running;
  }

  function follow(port: number, options: { readonly keptOpen?: number } = {}): void {
    const logger = pino({ level: 'silent' });
    agents = createAgents({
      identity: { current: () => identity },
      clock,
      logger,
      signal: stop.signal,
      port,
      ...options,
    });
    agents.onChange((node) => {
      changes.push(node);
      wake();
    });
  }

  const node = (agent: FakeAgent, overrides: Partial<AgentNode> = {}): AgentNode => ({
    name: agent.name,
    uid: `uid-${agent.name}`,
    address: agent.ip,
    ...overrides,
  });

  /** The calls are real: their answers come by sockets, not by the clock. */
  async function nextPollIn(ms: number): Promise<void> {
    while (clock.nextDue !== ms) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Until a change makes it true. */
  async function until(what: () => boolean): Promise<void> {
    while (!what()) await new Promise<void>((resolve) => (wake = resolve));
  }

  it('tell what an agent says, and who it is by its certificate', async () => {
    const [plane, worker] = await start({ name: 'cp-1', controlPlane: true }, { name: 'worker-1' });
    agents.sync([node(plane!), node(worker!)]);
    await until(() => agents.view('cp-1') !== undefined && agents.view('worker-1') !== undefined);
    assert.deepEqual(agents.certificate('cp-1'), {
      controlPlane: true,
      address: '127.0.0.1',
      verifiedAt: clock.now(),
    });
    assert.equal(agents.certificate('worker-1')?.controlPlane, false);
    assert.deepEqual(agents.controlPlanes(), ['cp-1']);
    const view = agents.view('cp-1')!;
    assert.deepEqual([view.reachable, view.bootID, view.slot, view.ready], [true, 'boot-1', 'a', true]);
  });

  it('have asked all once each has answered, or has not', async () => {
    const [worker] = await start({ name: 'worker-1' });
    let asked = false;
    agents.sync([node(worker!), { name: 'dead', uid: 'uid-dead', address: '127.0.0.9' }]);
    const all = agents.asked(stop.signal).then(() => (asked = true));
    await until(() => agents.connection('worker-1') !== undefined && agents.connection('dead') !== undefined);
    await all;
    assert.deepEqual([asked, agents.view('dead')], [true, undefined]);
    await agents.asked(stop.signal);
  });

  it('believe no node that names an address at which another one answers', async () => {
    const [plane] = await start({ name: 'cp-1', controlPlane: true });
    agents.sync([node(plane!), { name: 'liar', uid: 'uid-liar', address: plane!.ip }]);
    await until(() => agents.connection('liar') !== undefined);
    assert.equal(agents.connection('liar')?.reachable, false);
    assert.match(agents.connection('liar')?.reason ?? '', /liar/);
    assert.equal(agents.view('liar'), undefined);
    assert.equal(agents.certificate('liar'), undefined);
    await until(() => agents.view('cp-1') !== undefined);
    assert.deepEqual(agents.controlPlanes(), ['cp-1']);
  });

  it('do not believe a certificate of another authority, nor an agent with another name for itself', async () => {
    const [agent] = await start({ name: 'worker-1' });
    const foreign = await TestTrust.create();
    identity = { ...identity, ca: foreign.ca.cert };
    agents.sync([node(agent!)]);
    await until(() => agents.connection('worker-1')?.reachable === false);
    assert.equal(agents.certificate('worker-1'), undefined);
    identity = await trust.client();
    agent!.status = { ...agent!.status, node: 'worker-2' };
    agents.refresh('worker-1');
    await until(() => agents.connection('worker-1')?.reason?.includes('worker-2') === true);
    assert.equal(agents.certificate('worker-1'), undefined);
    assert.equal(agents.view('worker-1'), undefined);
  });

  it('forget what was seen at an address that the node has no longer', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.certificate('worker-1') !== undefined);
    agents.sync([node(agent!, { address: '127.0.0.9' })]);
    assert.equal(agents.certificate('worker-1'), undefined);
    assert.equal(agents.view('worker-1')?.reachable, false);
    agents.sync([node(agent!, { uid: 'another' })]);
    assert.equal(agents.view('worker-1'), undefined);
    agents.sync([]);
    assert.equal(agents.connection('worker-1'), undefined);
  });

  it('read the operations of a node where they may have changed, and nowhere else', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await nextPollIn(15_000);
    await clock.advance(15_000);
    await nextPollIn(15_000);
    assert.deepEqual([agent!.polls, agent!.lists], [2, 1]);
    const operation = { id: 'op', type: 'upgrade', state: 'RUNNING_OPERATION' } as const;
    agent!.operations = [operation];
    agent!.status = { ...agent!.status, runningOperation: { id: operation.id, type: operation.type } };
    await clock.advance(15_000);
    await until(() => agents.view('worker-1')?.operations.length === 1);
    await nextPollIn(2_000);
    agent!.operations = [{ ...operation, state: 'SUCCEEDED' }];
    agent!.status = { ...agent!.status, runningOperation: undefined };
    await clock.advance(2_000);
    await until(() => agents.view('worker-1')?.operations[0]?.state === 'succeeded');
    // it was begun and over before anyone looked
    agent!.operations = [...agent!.operations, { ...operation, id: 'quick', state: 'SUCCEEDED' }];
    agents.refresh('worker-1');
    await until(() => agents.view('worker-1')?.operations.length === 2);
  });

  it('keep no connection to a node of which nothing is expected where there are many', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await nextPollIn(15_000);
    await clock.advance(15_000);
    await nextPollIn(15_000);
    assert.deepEqual([agent!.polls, agent!.connections], [2, 1], 'one of few is kept');
    stop.abort();
    await agents.stopped;
    stop = new AbortController();
    follow(running[0]!.port, { keptOpen: 0 });
    agents.sync([node(agent!)]);
    await nextPollIn(15_000);
    await clock.advance(15_000);
    await nextPollIn(15_000);
    assert.deepEqual([agent!.polls, agent!.connections], [4, 3], 'each poll made its own');
    agents.attend(['worker-1']);
    await nextPollIn(2_000);
    await clock.advance(2_000);
    await nextPollIn(2_000);
    assert.deepEqual([agent!.polls, agent!.connections], [6, 4], 'a node under way keeps one');
  });

  it('poll every 15 s, every 2 s where something is under way or asked for', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await nextPollIn(15_000);
    agent!.status = { ...agent!.status, runningOperation: { id: 'op', type: 'upgrade' } };
    await clock.advance(15_000);
    await nextPollIn(2_000);
    assert.equal(agent!.polls, 2);
    agent!.status = { ...agent!.status, runningOperation: undefined };
    await clock.advance(2_000);
    await nextPollIn(15_000);
    assert.equal(agent!.polls, 3);
    agents.attend(['worker-1']);
    await nextPollIn(2_000);
    assert.equal(agent!.polls, 4);
  });

  it('tell of changes only when something has changed', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.view('worker-1') !== undefined);
    const told = changes.length;
    // what only wavers is no change
    agent!.status = { ...agent!.status, bootTimeMs: 1_020, uptimeMs: 5 };
    const polls = agent!.polls;
    agents.refresh('worker-1');
    while (agent!.polls === polls || clock.sleeping !== 1) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(changes.length, told);
    agent!.status = { ...agent!.status, ready: false };
    agents.refresh('worker-1');
    await until(() => agents.view('worker-1')?.ready === false);
  });

  it('keep what a node said last while it does not answer, and see it return', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.view('worker-1')?.reachable === true);
    await agent!.stop();
    agents.refresh('worker-1');
    await until(() => agents.connection('worker-1')?.reachable === false);
    assert.equal(agents.view('worker-1')?.reachable, false);
    assert.equal(agents.view('worker-1')?.bootID, 'boot-1');
    assert.match(agents.connection('worker-1')?.reason ?? '', /UNAVAILABLE/);
    agent!.status = { ...agent!.status, bootId: 'boot-2' };
    await agent!.start();
    // the channel's own back-off runs on real time
    const again = setInterval(() => agents.refresh('worker-1'), 20);
    await until(() => agents.view('worker-1')?.reachable === true).finally(() => clearInterval(again));
    assert.equal(agents.view('worker-1')?.bootID, 'boot-2');
  });

  it('take the members of etcd from control planes only, and forget them when none answers', async () => {
    const [plane, worker] = await start({ name: 'cp-1', controlPlane: true }, { name: 'worker-1' });
    worker!.members = [{ id: '1', name: 'worker-1', healthy: true, leader: true }];
    agents.sync([node(plane!), node(worker!)]);
    await until(() => agents.view('cp-1') !== undefined && agents.view('worker-1') !== undefined);
    assert.equal(agents.etcd(), undefined);
    plane!.members = [
      { id: '1', name: 'cp-1', healthy: true, leader: true },
      { id: '2', name: '', learner: true },
    ];
    agents.refresh('cp-1');
    await until(() => agents.etcd() !== undefined);
    assert.deepEqual(agents.etcd(), {
      members: [
        { node: 'cp-1', voter: true, healthy: true },
        { node: '2', voter: false, healthy: false },
      ],
      leader: 'cp-1',
    });
    plane!.members = undefined;
    agents.refresh('cp-1');
    await until(() => agents.etcd() === undefined);
  });

  it('return from a call when the agent has taken it on, and see it go on', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.view('worker-1') !== undefined);
    const image = `osctl.dev/talos@sha256:${'b'.repeat(64)}`;
    await agents.upgrade({
      node: 'worker-1',
      operationID: 'r-1-u1',
      image,
      epoch: 7,
      expectedBootID: 'boot-1',
      requireConfirm: true,
      confirmWithinMs: 600_000,
      signal: stop.signal,
    });
    await until(() => agents.view('worker-1')?.runningOperation === 'r-1-u1');
    assert.deepEqual(agent!.calls, [
      {
        method: 'upgrade',
        subject: 'talos-operator',
        request: {
          guard: { operationId: 'r-1-u1', expectedBootId: 'boot-1', fencingEpoch: 7 },
          image,
          requireConfirm: true,
          confirmWithinMs: 600_000,
          stage: false,
        },
      },
    ]);
    assert.deepEqual(agents.view('worker-1')?.operations[0]?.state, 'running');
  });

  it('read documents where they are asked for, again when their hash is another one, and send others', async () => {
    const [agent] = await start({ name: 'worker-1' });
    const shows = (maxPods: number) => {
      const { trust: _, ...documents } = { ...EXAMPLE_WORKER, kubelet: { extraConfig: { maxPods } } };
      const hash = maskedHash(documents);
      agent!.config = { documents: renderDocuments(documents), hash };
      agent!.status = { ...agent!.status, configHash: hash };
      agents.refresh('worker-1');
    };
    agents.sync([node(agent!)]);
    shows(50);
    await until(() => agents.view('worker-1')?.configHash === agent!.status.configHash);
    assert.deepEqual([agents.view('worker-1')?.config, agent!.configReads], [undefined, 0]);
    agents.readConfig(true);
    await until(() => agents.view('worker-1')?.config !== undefined);
    const first = agents.view('worker-1')?.config;
    assert.equal(first?.documents.kubelet.extraConfig?.maxPods, 50);
    const { polls } = agent!;
    agents.refresh('worker-1');
    while (agent!.polls === polls) await new Promise((done) => setImmediate(done));
    shows(60);
    await until(() => agents.view('worker-1')?.config?.documents.kubelet.extraConfig?.maxPods === 60);
    assert.equal(agent!.configReads, 2);
    agent!.config = { documents: 'kind: NewConfig', hash: 'sha256:new' };
    agent!.status = { ...agent!.status, configHash: 'sha256:new' };
    agents.refresh('worker-1');
    await until(() => agents.view('worker-1')?.configProblem !== undefined);
    assert.equal(agents.view('worker-1')?.config, undefined);

    const call = { node: 'worker-1', operationID: 'r-1-u1', epoch: 7, signal: stop.signal };
    const sent = { ...call, documents: first!.documents, expectedHash: first!.hash, tryMs: 60_000 };
    assert.deepEqual(await agents.configure({ ...sent, mode: 'try' }), { hash: 'sha256:made' });
    await agents.configure({ ...sent, mode: 'with-upgrade' });
    await agents.keepConfig({ ...call, configHash: 'sha256:made' });
    await agents.revertConfig({ ...call, configHash: 'sha256:made' });
    const told = agent!.calls.map(({ method, request }) => {
      const { mode, tryMs, expectedHash, operationId } = request as Readonly<Record<string, unknown>>;
      return [method, mode, tryMs, expectedHash, operationId];
    });
    assert.deepEqual(told.slice(0, 3), [
      ['apply', 'TRY', 60_000, first!.hash, 'r-1-u1'],
      ['apply', 'WITH_UPGRADE', 0, first!.hash, 'r-1-u1'],
      ['keep', undefined, undefined, 'sha256:made', undefined],
    ]);
    assert.deepEqual(told[3]?.[0], 'rollback');
    assert.equal(told[3]?.[3], 'sha256:made');
    agent!.refuse = new RpcError('FAILED_PRECONDITION', 'something else is in force', { reason: 'CONFIG_CHANGED' });
    await agents.revertConfig({ ...call, configHash: 'sha256:made' });
    agent!.refuse = new RpcError('FAILED_PRECONDITION', 'an older leader', { reason: 'STALE_EPOCH' });
    await assert.rejects(agents.revertConfig({ ...call, configHash: 'sha256:made' }), { reason: 'STALE_EPOCH' });
  });

  it('pass on what an agent refuses, and refuse a node that is not there', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.view('worker-1') !== undefined);
    const call = { node: 'worker-1', operationID: 'r-1-p1', image: 'x', epoch: 1, signal: stop.signal };
    agent!.refuse = new RpcError('FAILED_PRECONDITION', 'an older leader', { reason: 'STALE_EPOCH' });
    await assert.rejects(agents.prepare(call), { code: 'FAILED_PRECONDITION', reason: 'STALE_EPOCH' });
    agent!.refuse = new RpcError('NOT_FOUND', 'no such operation');
    await assert.rejects(agents.confirm(call), { code: 'NOT_FOUND' });
    await assert.rejects(agents.prepare({ ...call, node: 'nobody' }), { code: 'NOT_FOUND', reason: 'NODE_NOT_FOUND' });
    await agents.prepare(call);
    await agents.snapshotEtcd({ node: 'worker-1', name: 's', signal: stop.signal });
    await agents.moveEtcdLeader({ node: 'worker-1', signal: stop.signal });
    assert.deepEqual(
      agent!.calls.map(({ method }) => method),
      ['prepare', 'confirm', 'prepare', 'snapshotToDisk', 'moveLeader'],
    );
  });

  it('use a renewed certificate for the next call, and let the one under way end', async () => {
    const [agent] = await start({ name: 'worker-1' });
    agents.sync([node(agent!)]);
    await until(() => agents.view('worker-1') !== undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    const { polls } = agent!;
    agent!.hold = promise;
    agents.refresh('worker-1');
    while (agent!.polls === polls) await new Promise((done) => setImmediate(done));
    identity = await trust.client('renewed');
    await agents.moveEtcdLeader({ node: 'worker-1', signal: stop.signal });
    assert.equal(agent!.calls[0]?.subject, 'renewed');
    agent!.status = { ...agent!.status, ready: false };
    resolve();
    await until(() => agents.view('worker-1')?.ready === false);
    assert.deepEqual([agents.connection('worker-1')?.reachable, agent!.polls], [true, polls + 1]);
  });
});
