/** Connections to the agents of all nodes: polled in turn, a bounded number at once. */
import { isDeepStrictEqual } from 'node:util';
import { renderDocuments } from '@talos/crds/config/index.ts';
import { abortable } from '@talos/lib/control/abort.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { againAfter, Controller, done } from '@talos/lib/control/reconciler.ts';
import type { AgentView } from '@talos/lib/plan/types.ts';
import { RpcError, type StatusName } from '@talos/lib/rpc/error.ts';
import {
  Config,
  Etcd,
  Lifecycle,
  type OperationProgress,
  Services,
  System,
  Trust,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Logger } from 'pino';
import { Connection, withContext } from './connection.ts';
import { type EtcdReport, etcdView, newestEtcd } from './etcd.ts';
import type { AgentCertificate, AgentConnection, AgentNode, Agents, IdentitySource } from './types.ts';
import { agentView, configView, quietView } from './view.ts';

export interface AgentsMetrics {
  /** A call has ended, with OK or the name of its status. */
  called?(method: string, code: StatusName, ms: number): void;
  /** How many nodes there are, and how many answer. */
  reachable?(count: number, total: number): void;
}

export interface AgentsOptions {
  readonly identity: IdentitySource;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends all polling and closes all connections. */
  readonly signal: AbortSignal;
  readonly metrics?: AgentsMetrics;
  /** Of the OS API. Default 50000. */
  readonly port?: number;
  /** With more nodes, those of which nothing is expected have no connection between two polls. Default 64. */
  readonly keptOpen?: number;
}

const OS_API_PORT = 50_000;
const BUSY_POLL_MS = 2_000;
const IDLE_POLL_MS = 15_000;
/** With many nodes the idle polls together stay below some 10 a second, up to the nodes of which that would be too seldom. */
const IDLE_POLL_PER_NODE_MS = 100;
/** What somebody changes on a node is to be seen within two minutes. */
const LONGEST_IDLE_POLL_MS = 100_000;
/** An idle connection takes 150 KB, one that is made anew 3 ms. */
const KEPT_OPEN = 64;
/** An agent that went away just now is most often back soon. */
const LOST_MS = 60_000;
const POLLS_AT_ONCE = 32;
const POLL_TIMEOUT_MS = 5_000;
/** The agent asks each member in turn or at once, each for up to 5 s. */
const MEMBERS_TIMEOUT_MS = 16_000;
const START_TIMEOUT_MS = 30_000;
const SNAPSHOT_TIMEOUT_MS = 5 * 60_000;

/** All that is known of one node. Made anew when its uid or address changes. */
interface Entry {
  readonly connection: Connection;
  view: AgentView | undefined;
  state: AgentConnection | undefined;
  certificate: AgentCertificate | undefined;
  etcd: EtcdReport | undefined;
  /** Its operations are to be read: some may have begun. */
  stirred: boolean;
  /** When it ceased to answer, monotonic. */
  lostAt: number;
}

export function createAgents(options: AgentsOptions): Agents {
  const { clock, signal, metrics } = options;
  const identity = withContext(options.identity);
  const logger = options.logger.child({ component: 'agents' });
  const { port = OS_API_PORT, keptOpen = KEPT_OPEN } = options;
  const entries = new Map<string, Entry>();
  const listeners = new Set<(node: string) => void>();
  /** Who waits until all were asked. */
  const waiting = new Set<() => void>();
  let attended: ReadonlySet<string> = new Set();
  let readsConfig = false;

  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) {
      throw new RpcError('NOT_FOUND', `there is no Node ${name}`, { reason: 'NODE_NOT_FOUND' });
    }
    return entry;
  };

  const idlePollMs = () => Math.min(LONGEST_IDLE_POLL_MS, Math.max(IDLE_POLL_MS, entries.size * IDLE_POLL_PER_NODE_MS));

  const isBusy = (name: string, view: AgentView | undefined): boolean =>
    attended.has(name) || view?.runningOperation !== undefined || view?.trial !== undefined;

  const isAsked = () => entries.values().every(({ state }) => state !== undefined);
  const tellAsked = () => {
    if (waiting.size === 0 || !isAsked()) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  const notify = (node: string) => {
    for (const listener of listeners) listener(node);
  };

  const countReachable = () => {
    let count = 0;
    for (const { state } of entries.values()) if (state?.reachable) count++;
    metrics?.reachable?.(count, entries.size);
  };

  const measured = async <T>(method: string, call: () => Promise<T>): Promise<T> => {
    const start = clock.monotonic();
    let code: StatusName = 'OK';
    try {
      return await call();
    } catch (error) {
      code = error instanceof RpcError ? error.code : 'UNKNOWN';
      throw error;
    } finally {
      metrics?.called?.(method, code, clock.monotonic() - start);
    }
  };

  const ask = async (entry: Entry, limit: AbortSignal): Promise<void> => {
    const { connection } = entry;
    const { name, address } = connection.node;
    const call = { signal: limit, timeoutMs: POLL_TIMEOUT_MS };
    const list = async () =>
      (await measured('ListOperations', () => connection.client(Lifecycle).listOperations({}, call))).operations;
    const isStirred = entry.stirred || entry.view === undefined || isBusy(name, entry.view);
    entry.stirred = false;
    const [status, listed] = await Promise.all([
      measured('Status', () => connection.client(System).status({}, call)),
      isStirred ? list() : undefined,
    ]).catch((error: unknown) => {
      entry.stirred = true;
      throw error;
    });
    if (status.node !== name) {
      const message = `the agent at ${address} has the certificate of ${name} but calls itself ${JSON.stringify(status.node.slice(0, 63))}`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NODE_NAME_MISMATCH' });
    }
    const { controlPlane } = connection;
    const config = readsConfig ? await askConfig(entry, status.configHash, call) : {};
    const quiet = listed === undefined ? quietView(status, entry.view) : undefined;
    const view = quiet ?? agentView(status, listed ?? (await list()), entry.view);
    // all at once: a reader must not see half of an answer
    entry.view = { ...view, ...config };
    entry.certificate = { controlPlane, address, verifiedAt: clock.now() };
    if (controlPlane) members.enqueue(name);
    else entry.etcd = undefined;
    if (entry.state?.reachable !== true) {
      entry.state = { reachable: true, since: clock.now() };
      logger.info({ node: name, address }, 'agent answers');
    }
  };

  /** Read again while something is under way there, and when the hash is another one. */
  const askConfig = async (
    { connection, view }: Entry,
    hash: string,
    call: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ) => {
    const { name } = connection.node;
    const before = view?.config;
    if (before?.hash === hash && !before.onTry && before.stagedHash === '' && !attended.has(name))
      return { config: before };
    const shown = await measured('GetConfig', () => connection.client(Config).get({}, call));
    return configView(shown, before);
  };

  const poll = async (name: string, limit: AbortSignal) => {
    const entry = entries.get(name);
    if (entry === undefined) return done;
    const before = { ...entry };
    try {
      await ask(entry, limit);
    } catch (error) {
      if (signal.aborted) return done;
      const reason = reasonOf(error);
      // A node that lost its power leaves a connection behind that nobody will ever close.
      if (error instanceof RpcError && error.code === 'DEADLINE_EXCEEDED') entry.connection.close();
      if (entry.state?.reachable !== false) {
        logger.warn({ node: name, address: entry.connection.node.address, err: error }, 'agent does not answer');
      }
      const since = entry.state?.reachable === false ? entry.state.since : clock.now();
      if (entry.state?.reachable !== false) entry.lostAt = clock.monotonic();
      entry.state = { reachable: false, since, reason };
      entry.view = entry.view && { ...entry.view, reachable: false };
      entry.etcd = undefined;
    }
    if (entries.get(name) !== entry) return done;
    countReachable();
    tellAsked();
    if (changed(before, entry)) notify(name);
    const lost = entry.state?.reachable === false && clock.monotonic() - entry.lostAt < LOST_MS;
    if (lost || isBusy(name, entry.view)) return againAfter(BUSY_POLL_MS);
    // control planes are asked of etcd, too
    if (entries.size > keptOpen && !entry.connection.controlPlane) entry.connection.close();
    return againAfter(idlePollMs());
  };

  const controller = new Controller({
    name: 'agents',
    reconcile: (name, context) => poll(name, context.signal),
    clock,
    logger,
    concurrency: POLLS_AT_ONCE,
    // the calls of a poll have their own
    timeoutMs: 2 * POLL_TIMEOUT_MS,
  });

  /** Apart from the poll: with a member away the answer takes seconds, for which the node's own view shall not wait. */
  const askMembers = async (name: string, limit: AbortSignal) => {
    const entry = entries.get(name);
    if (entry === undefined) return done;
    const before = entry.etcd;
    let report: EtcdReport | undefined;
    try {
      const call = { signal: limit, timeoutMs: MEMBERS_TIMEOUT_MS };
      const response = await measured('EtcdMembers', () => entry.connection.client(Etcd).members({}, call));
      report = { view: etcdView(response), time: clock.monotonic() };
    } catch (err) {
      // what it said before may be over: others are asked, or nobody knows
      if (signal.aborted) return done;
      logger.debug({ err, node: name }, 'etcd members not told');
    }
    if (entries.get(name) !== entry) return done;
    const believed = entry.state?.reachable === true && entry.certificate?.controlPlane === true;
    entry.etcd = believed ? report : undefined;
    if (!isDeepStrictEqual(before?.view, entry.etcd?.view)) notify(name);
    return done;
  };

  const members = new Controller({
    name: 'agents-etcd',
    reconcile: (name, context) => askMembers(name, context.signal),
    clock,
    logger,
    concurrency: 3,
    timeoutMs: 2 * MEMBERS_TIMEOUT_MS,
  });

  /** Until the agent has taken it on: the record is written before the first message, and leaving only ends the telling. */
  const begin = async (
    name: string,
    method: string,
    start: (connection: Connection) => AsyncIterable<OperationProgress>,
  ): Promise<void> => {
    const { connection } = entryOf(name);
    try {
      await measured(method, async () => {
        for await (const _progress of start(connection)) return;
        throw new RpcError('UNKNOWN', `${method} on ${name} ended without a word; its operation may run nevertheless`);
      });
    } finally {
      refresh(name);
    }
  };

  const refresh = (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) return;
    entry.stirred = true;
    controller.enqueue(name);
  };

  const stopped = Promise.all([controller.run(signal), members.run(signal)]).then(() => {
    for (const { connection } of entries.values()) connection.close();
    entries.clear();
    listeners.clear();
  });

  return {
    sync(nodes) {
      if (signal.aborted) return;
      const names = new Set<string>();
      for (const node of nodes) {
        names.add(node.name);
        const known = entries.get(node.name);
        if (known !== undefined && isSame(known.connection.node, node)) continue;
        known?.connection.close();
        const sameNode = known?.connection.node.uid === node.uid;
        entries.set(node.name, {
          connection: new Connection({ ...node }, identity, port),
          // moved: what it said holds, but where it says it has to be proved anew
          view: sameNode && known?.view ? { ...known.view, reachable: false } : undefined,
          state: undefined,
          certificate: undefined,
          etcd: undefined,
          stirred: true,
          lostAt: 0,
        });
        controller.enqueue(node.name);
        if (known !== undefined) notify(node.name);
      }
      for (const [name, entry] of entries) {
        if (names.has(name)) continue;
        entry.connection.close();
        entries.delete(name);
        notify(name);
      }
      countReachable();
      tellAsked();
    },
    async asked(until) {
      if (isAsked()) return;
      await abortable(new Promise<void>((resolve) => waiting.add(resolve)), until);
    },
    view: (node) => entries.get(node)?.view,
    connection: (node) => entries.get(node)?.state,
    certificate: (node) => entries.get(node)?.certificate,
    etcd() {
      const reports: EtcdReport[] = [];
      for (const { etcd } of entries.values()) if (etcd !== undefined) reports.push(etcd);
      return newestEtcd(reports, clock.monotonic(), 2 * idlePollMs() + MEMBERS_TIMEOUT_MS);
    },
    controlPlanes() {
      const names: string[] = [];
      for (const [name, { certificate, state }] of entries) {
        if (certificate?.controlPlane && state?.reachable) names.push(name);
      }
      return names;
    },
    refresh,
    attend(nodes) {
      const next = new Set(nodes);
      for (const node of next) if (!attended.has(node) && entries.has(node)) controller.enqueue(node);
      attended = next;
    },
    readConfig(wanted) {
      if (wanted === readsConfig) return;
      readsConfig = wanted;
      if (wanted) for (const name of entries.keys()) controller.enqueue(name);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    prepare: ({ node, operationID, image, epoch, signal }) =>
      begin(node, 'Prepare', (connection) =>
        connection
          .client(Lifecycle)
          .prepare(
            { guard: { operationId: operationID, fencingEpoch: epoch }, image },
            { signal, timeoutMs: START_TIMEOUT_MS },
          ),
      ),
    upgrade: ({ node, operationID, image, epoch, expectedBootID, requireConfirm, confirmWithinMs, signal }) =>
      begin(node, 'Upgrade', (connection) =>
        connection.client(Lifecycle).upgrade(
          {
            guard: { operationId: operationID, fencingEpoch: epoch, expectedBootId: expectedBootID },
            image,
            requireConfirm,
            confirmWithinMs,
          },
          { signal, timeoutMs: START_TIMEOUT_MS },
        ),
      ),
    async confirm({ node, operationID, signal }) {
      const { connection } = entryOf(node);
      await measured('Confirm', () => connection.client(Lifecycle).confirm({ operationId: operationID }, { signal }));
      controller.enqueue(node);
    },
    async configure({ node, operationID, documents, mode, expectedHash, tryMs, epoch, signal }) {
      const { connection } = entryOf(node);
      const modes = { try: 'TRY', 'with-upgrade': 'WITH_UPGRADE', now: 'NO_REBOOT' } as const;
      const request = {
        documents: renderDocuments(documents),
        mode: modes[mode],
        operationId: operationID,
        fencingEpoch: epoch,
        expectedHash,
        tryMs: mode === 'try' ? tryMs : 0,
      };
      const { hash } = await measured('ApplyConfig', () => connection.client(Config).apply(request, { signal }));
      return { hash };
    },
    async keepConfig({ node, configHash, signal }) {
      const { connection } = entryOf(node);
      await measured('KeepConfig', () => connection.client(Config).keep({ expectedHash: configHash }, { signal }));
    },
    async revertConfig({ node, configHash, epoch, signal }) {
      const { connection } = entryOf(node);
      const request = { expectedHash: configHash, fencingEpoch: epoch };
      try {
        await measured('RollbackConfig', () => connection.client(Config).rollback(request, { signal }));
      } catch (error) {
        // It has gone back: without the hash, the one before what is in force would be the bad one.
        if (!(error instanceof RpcError) || error.reason !== 'CONFIG_CHANGED') throw error;
      }
    },
    async digestSecrets({ node, values, signal }) {
      const { connection } = entryOf(node);
      const request = { values: [...values] };
      const { digests } = await measured('DigestSecrets', () => connection.client(Config).digest(request, { signal }));
      return { digests };
    },
    async restartService({ node, service, signal }) {
      const { connection } = entryOf(node);
      await measured('RestartService', () => connection.client(Services).restart({ id: service }, { signal }));
      controller.enqueue(node);
    },
    reboot: ({ node, operationID, expectedBootID, epoch, signal }) =>
      begin(node, 'Reboot', (connection) =>
        connection.client(Lifecycle).reboot(
          {
            guard: { operationId: operationID, fencingEpoch: epoch, expectedBootId: expectedBootID },
            mode: 'GRACEFUL',
          },
          { signal, timeoutMs: START_TIMEOUT_MS },
        ),
      ),
    async snapshotEtcd({ node, name, signal }) {
      const { connection } = entryOf(node);
      await measured('SnapshotToDisk', () =>
        connection.client(Etcd).snapshotToDisk({ name }, { signal, timeoutMs: SNAPSHOT_TIMEOUT_MS }),
      );
    },
    async moveEtcdLeader({ node, signal }) {
      const { connection } = entryOf(node);
      await measured('MoveLeader', () => connection.client(Etcd).moveLeader({}, { signal }));
      // every control plane's picture of the store has changed
      for (const [name, { certificate }] of entries) if (certificate?.controlPlane) controller.enqueue(name);
    },
    async renewSelf({ node, csrPem, signal }) {
      const { connection } = entryOf(node);
      const { certificatePem, caPem } = await measured('RenewSelf', () =>
        connection.client(Trust).renewSelf({ csrPem }, { signal }),
      );
      return { certificatePem, caPem };
    },
    async authorities({ node, signal }) {
      const { connection } = entryOf(node);
      const { accepted, issuing } = await measured('Authorities', () =>
        connection.client(Trust).authorities({}, { signal, timeoutMs: POLL_TIMEOUT_MS }),
      );
      return { accepted: accepted.map(({ fingerprint }) => fingerprint), issuing };
    },
    stopped,
  };
}

function isSame(a: AgentNode, b: AgentNode): boolean {
  return a.uid === b.uid && a.address === b.address;
}

/** Whether a reader would see a difference; times at which nothing changed are none. */
function changed(before: Entry, after: Entry): boolean {
  return !(
    before.state?.reachable === after.state?.reachable &&
    before.state?.reason === after.state?.reason &&
    before.certificate?.controlPlane === after.certificate?.controlPlane &&
    before.certificate?.address === after.certificate?.address &&
    isDeepStrictEqual(before.view, after.view) &&
    isDeepStrictEqual(before.etcd?.view, after.etcd?.view)
  );
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const text = error instanceof RpcError ? `${error.code}: ${message}` : message;
  return text.length > 512 ? `${text.slice(0, 511)}…` : text;
}
