/** Serves the OS API on machined's unix socket, behind apid. */
import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Health, type HealthSource, healthHandlers } from '@talos/lib/rpc/health.ts';
import { reflectionHandlers, ServerReflection } from '@talos/lib/rpc/reflection.ts';
import { type CallEnd, RpcServer } from '@talos/lib/rpc/server.ts';
import type { CallContext } from '@talos/lib/rpc/service.ts';
import { Audit, Metrics, Profiles } from '@talos/proto/gen/osctl/internal.ts';
import { fileDescriptor } from '@talos/proto/gen/osctl/v1alpha1.descriptor.ts';
import {
  Config,
  Containers,
  Etcd,
  Files,
  Host,
  Images,
  Kubernetes,
  Lifecycle,
  Network,
  Services,
  State,
  Storage,
  System,
  Trace,
  Trust,
  Tunnel,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { AuditLog } from '../audit.ts';
import { createConfigApplier } from '../config/apply.ts';
import { containerdAddress } from '../cri/pods.ts';
import { createSafeFiles } from '../host/files.ts';
import type { Syscalls } from '../host/syscalls.ts';
import { CallCounts } from '../metrics/calls.ts';
import { Clients } from '../trust/clients.ts';
import { ApidProfiles, profilesHandlers } from './apid-profiles.ts';
import { createAuditTrail } from './audit.ts';
import { configHandlers } from './config.ts';
import { containersHandlers } from './containers.ts';
import { debugHandlers } from './debug.ts';
import type { ApiDeps } from './deps.ts';
import { auditHandlers } from './door-entries.ts';
import { etcdHandlers } from './etcd.ts';
import { filesHandlers } from './files.ts';
import { hostHandlers } from './host.ts';
import { imagesHandlers } from './images.ts';
import { kubernetesHandlers } from './kubernetes.ts';
import { lifecycleHandlers } from './lifecycle.ts';
import { metricsHandlers } from './metrics.ts';
import { networkHandlers } from './network.ts';
import { servicesHandlers } from './services.ts';
import { stateHandlers } from './state.ts';
import { storageHandlers } from './storage.ts';
import { systemHandlers } from './system.ts';
import { traceHandlers } from './trace.ts';
import { trustHandlers } from './trust.ts';

export type { EtcdMemberStatus, EtcdNode, EtcdStatus, Release } from './deps.ts';

export interface ServeApiOptions
  extends Pick<
    ApiDeps,
    | 'startTool'
    | 'debug'
    | 'machine'
    | 'supervisor'
    | 'config'
    | 'events'
    | 'etcd'
    | 'nodeFiles'
    | 'logs'
    | 'boots'
    | 'clock'
    | 'signer'
    | 'nodeTrust'
    | 'release'
    | 'platform'
  > {
  /** Absolute path; its directory is made for apid's group, and nobody else's. */
  readonly socketPath: string;
  /** Group of apid, which may connect. Left as it is when undefined (tests). */
  readonly socketGroup: number | undefined;
  readonly auditLog: AuditLog;
  /** Default: the node's. */
  readonly containerd?: string;
  readonly syscalls: Pick<Syscalls, 'openat2' | 'syslog' | 'monotonicNs' | 'adjtimex'>;
  /** Where the node's / is; default /. */
  readonly prefix?: string;
  /** Calls that failed for a reason that the caller was not told. */
  readonly onInternalError: (error: unknown, method: string) => void;
}

export interface ServedApi {
  /** Gives calls under way a second, then ends them. */
  stop(): Promise<void>;
}

/**
 * Guarantees: the identity in the talos-* headers is believed, since only apid's group can open the socket; a call without a
 * role is refused (but for the internal methods, which apid never forwards). Every mutation and every refusal is audited.
 * Errors: those of listening.
 */
export async function serveApi(options: ServeApiOptions): Promise<ServedApi> {
  const stopping = new AbortController();
  const audit = createAuditTrail(options.auditLog, options.events);
  const applier = createConfigApplier({ ...options, store: options.config, signal: stopping.signal });
  const podLogs = join(options.prefix ?? '/', 'var/log/pods');
  const deps: ApiDeps = {
    ...options,
    audit,
    clients: new Clients(options.clock.now()),
    applier,
    files: createSafeFiles(options.syscalls, options.prefix),
    containerd: options.containerd ?? containerdAddress,
  };

  const counts = new CallCounts();
  const apidProfiles = new ApidProfiles(options.clock, stopping.signal);
  const server = new RpcServer({
    trustForwardedIdentity: true,
    clock: options.clock,
    authorize,
    observe: (end) => {
      audit.ended(end);
      if (!end.ctx.method.startsWith(INTERNAL)) counts.ended(end.ctx.method, end.code);
      if (end.code === 'INTERNAL') options.onInternalError(causeOf(end), end.ctx.method);
    },
  });
  server
    .add(System, systemHandlers(deps))
    .add(Host, hostHandlers(deps))
    .add(Storage, storageHandlers(deps))
    .add(Network, networkHandlers({ podLogs }, deps))
    .add(Trace, { ...traceHandlers({ ...deps, podLogs, apidProfiles }), ...debugHandlers(deps) })
    .add(Services, servicesHandlers(deps))
    .add(Containers, containersHandlers(deps))
    .add(Images, imagesHandlers(deps))
    .add(State, stateHandlers(deps))
    .add(Files, filesHandlers(deps))
    .add(Lifecycle, lifecycleHandlers(deps))
    .add(Config, configHandlers(deps))
    .add(Kubernetes, kubernetesHandlers(deps))
    .add(Etcd, etcdHandlers(deps))
    .add(Trust, trustHandlers(deps, options.auditLog))
    .add(Audit, auditHandlers({ log: options.auditLog, events: options.events, counts, clients: deps.clients }))
    .add(Metrics, metricsHandlers(deps, counts))
    .add(Profiles, profilesHandlers(apidProfiles))
    .add(Health, healthHandlers(apiHealth))
    .add(ServerReflection, reflectionHandlers([...API_SERVICES, Health, ServerReflection], [fileDescriptor]));

  const directory = dirname(options.socketPath);
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o750);
  if (options.socketGroup !== undefined) chownSync(directory, 0, options.socketGroup);
  rmSync(options.socketPath, { force: true }); // of a machined that was killed
  await server.listen(`unix:${options.socketPath}`);
  chmodSync(options.socketPath, 0o660);
  if (options.socketGroup !== undefined) chownSync(options.socketPath, 0, options.socketGroup);

  return {
    async stop() {
      stopping.abort(new RpcError('UNAVAILABLE', 'the agent is stopping', { reason: 'SHUTTING_DOWN' }));
      await server.close({ graceMs: 1_000 });
    },
  };
}

/** What clients may know about; apid's own Tunnel is described in the same file. */
const API_SERVICES = [
  System,
  Host,
  Storage,
  Network,
  Services,
  Containers,
  Images,
  State,
  Files,
  Lifecycle,
  Config,
  Kubernetes,
  Etcd,
  Trace,
  Trust,
  Tunnel,
];

const INTERNAL = '/osctl.internal.';

/** Of the API, not of the node (System.Status says that): who gets an answer at all gets SERVING. */
const apiHealth: HealthSource = {
  isServing: (name) => (name === '' || API_SERVICES.some((service) => service.name === name) ? true : undefined),
  // Nothing ever changes, so a watcher waits until one side closes.
  changes: async function* (signal) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  },
};

/** Roles per method are apid's table; here is only what must hold whatever apid does. */
function authorize(ctx: CallContext): void {
  // The internal methods are apid's own; health and reflection are for any certificate of ours.
  if (ctx.method.startsWith(INTERNAL) || ctx.method.startsWith('/grpc.')) return;
  if (ctx.caller.role === '') {
    throw new RpcError('UNAUTHENTICATED', 'the caller has no role', { reason: 'NO_ROLE' });
  }
}

const causeOf = (end: CallEnd): unknown => end.error?.cause ?? end.error;
