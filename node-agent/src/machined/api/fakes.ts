/** A machine for tests of the API: real files, store, audit log and server; the machine and its services are made up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeDocuments, renderDocuments } from '@talos/crds/config/index.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { forwardedHeaders } from '@talos/lib/rpc/forwarded.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { createCsr, issue } from '@talos/lib/trust/x509.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { openAuditLog } from '../audit.ts';
import { openConfigStore } from '../config/store.ts';
import type { DebugSession } from '../debug/session.ts';
import { realAtomicFs, writeFileAtomic } from '../host/fs-atomic.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { loadSyscalls } from '../host/syscalls.ts';
import type {
  BootRecord,
  EventBus,
  Machine,
  MachineEvent,
  MachineStatus,
  OperationRecord,
  ServiceStatus,
  Supervisor,
} from '../machine/types.ts';
import { openLogStore } from '../services/log-store.ts';
import type { StartTool } from '../trace/capture.ts';
import { createNodeTrust, type NodeTrustDeps } from '../trust/node-trust.ts';
import type { EtcdNode } from './deps.ts';
import { serveApi } from './index.ts';

export const SERVICE: ServiceStatus = {
  id: 'kubelet',
  state: 'ACTIVE',
  health: 'HEALTHY',
  message: '',
  restarts: 1,
  sinceMs: 5,
  pid: 42,
  dependsOn: ['containerd'],
  container: false,
};

export const RECORD: OperationRecord = {
  id: 'up-1',
  type: 'upgrade',
  requestHash: 'x',
  request: { image: 'osctl.dev/talos:2' },
  state: 'RUNNING',
  phase: 'pull',
  message: '',
  done: 1,
  total: 2,
  unit: 'bytes',
  startMs: 1,
  endMs: 0,
  fromBootId: 'boot-1',
  image: 'osctl.dev/talos:2',
  phases: [],
};

const STATUS: MachineStatus = {
  stage: 'RUNNING',
  boot: { bootId: 'boot-1', slot: 'a', trial: null, startedMonotonicNs: '0' },
  state: { version: 1, active: 'a', previous: 'b', trial: null },
  slots: { a: { digest: 'sha256:aa', version: '1.0.0', image: 'osctl.dev/talos', completeTime: 1 } },
  lastFailedBoot: undefined,
  agentHealthy: true,
  trialRemainingMs: 0,
  fencingEpoch: 7,
  bootPhases: [{ name: 'mounts', durationMs: 3 }],
};

/** What the fake machine is told; tests look at `calls` and change the rest. */
export interface FakeState {
  readonly calls: unknown[];
  readonly events: MachineEvent[];
  readonly operations: Map<string, OperationRecord>;
  running: OperationRecord | undefined;
  /** What a watcher of an operation is given. */
  watched: () => AsyncIterable<OperationRecord>;
  restart: (id: string) => Promise<ServiceStatus>;
  unmet: readonly string[];
  boots: readonly BootRecord[];
  fencingEpoch: number;
  startTool: StartTool;
  debug: DebugSession;
}

function fakeMachine(state: FakeState): Machine {
  const start = (name: string) => async (request: { readonly operationId: string }) => {
    state.calls.push([name, request]);
    if (request.operationId === 'taken') {
      throw new RpcError('ALREADY_EXISTS', 'another request has this id', { reason: 'OPERATION_ID_TAKEN' });
    }
    return { ...RECORD, id: request.operationId };
  };
  return {
    operations: {
      get: (id) => state.operations.get(id),
      list: () => [...state.operations.values()],
      running: () => state.running,
      watch: () => state.watched(),
    },
    prepare: start('prepare'),
    upgrade: start('upgrade'),
    rollback: start('rollback'),
    reboot: start('reboot'),
    shutdown: start('shutdown'),
    pullImage: start('pull-image'),
    confirm: async (id) => {
      state.calls.push(['confirm', id]);
      return { alreadyConfirmed: false };
    },
    fence: (epoch) => {
      if (epoch !== 0 && epoch < state.fencingEpoch)
        throw new RpcError('FAILED_PRECONDITION', 'older', { reason: 'STALE_EPOCH' });
      state.fencingEpoch = Math.max(epoch, state.fencingEpoch);
    },
    planReset: async () => ({ items: [], afterwards: '', blockers: [] }),
    reset: start('reset'),
    wipeDisk: start('wipeDisk'),
    status: () => STATUS,
  };
}

function fakeSupervisor(state: FakeState): Supervisor {
  return {
    register: () => {},
    startAll: () => {},
    list: () => [SERVICE],
    get: (id) => (id === SERVICE.id ? SERVICE : undefined),
    restart: (id) => state.restart(id),
    history: () => ({
      events: [{ timeMs: 4, state: 'FAILED', health: 'UNHEALTHY', message: 'exit code 1', restarts: 0, pid: 0 }],
      dropped: 7,
    }),
    start: async () => SERVICE,
    stop: async (id) => {
      state.calls.push(['stop', id]);
      return { ...SERVICE, state: 'STOPPED', health: 'UNKNOWN' };
    },
    stopAll: async () => {},
    waitHealthy: async () => {},
    unmet: () => state.unmet,
  };
}

function fakeEvents(state: FakeState): EventBus {
  return {
    emit: (event) => void state.events.push({ ...event, id: state.events.length + 1, timeMs: 1, bootId: 'boot-1' }),
    tail: (count) => state.events.slice(-count),
    async *follow(sinceId, signal) {
      for (let id = sinceId; !signal.aborted; ) {
        const next = state.events[id];
        if (next === undefined) await new Promise((resolve) => setImmediate(resolve));
        else {
          id = next.id;
          yield next;
        }
      }
    },
  };
}

export function fakeEtcd(size: number): EtcdNode {
  return {
    bootstrapped: () => true,
    bootstrap: async () => {
      throw new RpcError('ALREADY_EXISTS', 'this node has data', { reason: 'ETCD_HAS_DATA' });
    },
    status: async () => ({
      memberId: 'a1',
      leaderId: 'a1',
      leader: true,
      learner: false,
      version: '3.6.16',
      dbSizeBytes: 10,
      dbInUseBytes: 5,
      raftIndex: 3,
      raftAppliedIndex: 3,
      raftTerm: 2,
      errors: [],
    }),
    members: async () => [
      {
        id: 'a1',
        name: 'cp',
        peerUrls: ['https://10.5.0.2:2380'],
        clientUrls: [],
        learner: false,
        healthy: true,
        leader: true,
      },
    ],
    async *snapshot() {
      yield { data: Buffer.alloc(size, 'x'), remainingBytes: 3 };
      yield { data: Buffer.from('end'), remainingBytes: 0 };
    },
    moveLeader: async () => ({ leaderId: 'b2', moved: true }),
  };
}

/** Serves below a temporary directory; `as(role)` gives the clients of a caller. */
export async function startFakeNode(
  documents: NodeDocuments,
  etcd?: EtcdNode,
  onInternalError: (error: unknown, method: string) => void = () => {},
  requestServing: NodeTrustDeps['requestServing'] = async () => {
    throw new Error('no control plane answers here');
  },
) {
  const root = mkdtempSync(join(tmpdir(), 'api-'));
  const files = nodeFiles(hostPaths(root));
  writeFileAtomic(files.configInitial, renderDocuments(documents), { fs: realAtomicFs });
  const state: FakeState = {
    calls: [],
    events: [],
    operations: new Map(),
    running: undefined,
    watched: async function* () {},
    restart: async (id) => {
      state.calls.push(['restart', id]);
      return SERVICE;
    },
    unmet: [],
    boots: [],
    fencingEpoch: 7,
    startTool: async () => {
      throw new Error('no tool is expected here');
    },
    // biome-ignore lint/correctness/useYield: it never begins
    debug: async function* () {
      throw new Error('no debug container is expected here');
    },
  };
  const auditLog = openAuditLog({ path: files.auditLog, now: Date.now, onError: (error) => state.calls.push(error) });
  const config = openConfigStore({
    files,
    slot: 'a',
    now: Date.now,
    onListenerError: (error) => state.calls.push(error),
    onUnwritten: (error) => state.calls.push(error),
  });
  const internalErrors: unknown[] = [];
  const logs = openLogStore({ directory: files.logsDir, bootId: 'boot-1', now: Date.now });
  const nodeTrust = createNodeTrust({
    paths: hostPaths(root),
    documents: () => config.current(),
    address: '10.5.0.2',
    now: Date.now,
    signer: { issue, createCsr },
    onIssued: () => {},
    requestServing,
  });
  const served = await serveApi({
    socketPath: files.machinedSocket,
    socketGroup: undefined,
    machine: fakeMachine(state),
    supervisor: fakeSupervisor(state),
    config,
    events: fakeEvents(state),
    etcd,
    auditLog,
    nodeFiles: files,
    logs,
    boots: { list: () => state.boots, last: () => state.boots[1]?.end },
    syscalls: loadSyscalls(),
    clock: systemClock,
    signer: { issue, createCsr },
    nodeTrust,
    release: { version: '1.0.0', kubernetesVersion: 'v1.37.2', components: { etcd: '3.6.16' } },
    platform: 'container',
    prefix: root,
    containerd: `unix:${join(root, 'containerd.sock')}`,
    startTool: (input, io) => state.startTool(input, io),
    debug: (...call) => state.debug(...call),
    onInternalError: (error, method) => {
      internalErrors.push(error);
      onInternalError(error, method);
    },
  });
  const channel = openChannel({ address: `unix:${files.machinedSocket}` });

  /** Clients whose every call says who calls, as apid would. */
  const as = (role: Role | '', subject = 'ann', address = '10.5.0.9', serial = 'A1') => {
    const metadata = role === '' && subject === '' ? {} : forwardedHeaders({ role, subject, serial, address } as never);
    const call = { metadata };
    return {
      call,
      system: createClient(api.System, channel),
      host: createClient(api.Host, channel),
      storage: createClient(api.Storage, channel),
      network: createClient(api.Network, channel),
      services: createClient(api.Services, channel),
      containers: createClient(api.Containers, channel),
      images: createClient(api.Images, channel),
      resources: createClient(api.State, channel),
      files: createClient(api.Files, channel),
      lifecycle: createClient(api.Lifecycle, channel),
      config: createClient(api.Config, channel),
      kubernetes: createClient(api.Kubernetes, channel),
      etcd: createClient(api.Etcd, channel),
      trace: createClient(api.Trace, channel),
      trust: createClient(api.Trust, channel),
    };
  };
  const audited = (): readonly Record<string, unknown>[] =>
    readFileSync(files.auditLog, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    root,
    emit: fakeEvents(state).emit,
    /** Nothing listens there unless a test does. */
    containerd: `unix:${join(root, 'containerd.sock')}`,
    nodeFiles: files,
    nodeTrust,
    logs,
    state,
    config,
    channel,
    as,
    audited,
    internalErrors,
    async [Symbol.asyncDispose]() {
      channel.close();
      await served.stop();
      auditLog.close();
      rmSync(root, { recursive: true });
    },
  };
}
export type FakeNode = Awaited<ReturnType<typeof startFakeNode>>;
