/** What the API is served from. machined's main.ts makes one of these; each service's file takes what it needs of it. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { ConfigApplier } from '../config/apply.ts';
import type { OpenedConfigStore } from '../config/store.ts';
import type { DebugSession } from '../debug/session.ts';
import type { SafeFiles } from '../host/files.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { Boots, EventBus, Machine, Supervisor } from '../machine/types.ts';
import type { LogStore } from '../services/log-store.ts';
import type { StartTool } from '../trace/capture.ts';
import type { Clients } from '../trust/clients.ts';
import type { NodeTrust } from '../trust/node-trust.ts';
import type { Signer } from '../trust/signer.ts';
import type { AuditTrail } from './audit.ts';

/** /usr/share/talos/release.json */
export interface Release {
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly components: Readonly<Record<string, string>>;
}

/** The node's own member. Errors of its methods: RpcError where the caller can do something, anything else is INTERNAL. */
export interface EtcdNode {
  /** Whether this node has a member's data. */
  bootstrapped(): boolean;
  /** Starts a cluster of one. ALREADY_EXISTS when this node or a peer has data. */
  bootstrap(signal: AbortSignal): Promise<void>;
  status(signal: AbortSignal): Promise<EtcdStatus>;
  members(signal: AbortSignal): Promise<readonly EtcdMemberStatus[]>;
  /** The whole store, in order; `remainingBytes` is what follows, as etcd says. */
  snapshot(signal: AbortSignal): AsyncIterable<{ readonly data: Uint8Array; readonly remainingBytes: number }>;
  moveLeader(signal: AbortSignal): Promise<{ readonly leaderId: string; readonly moved: boolean }>;
}
export interface EtcdStatus {
  readonly memberId: string;
  readonly leaderId: string;
  readonly leader: boolean;
  readonly learner: boolean;
  readonly version: string;
  readonly dbSizeBytes: number;
  readonly dbInUseBytes: number;
  readonly raftIndex: number;
  readonly raftAppliedIndex: number;
  readonly raftTerm: number;
  readonly errors: readonly string[];
}
export interface EtcdMemberStatus {
  readonly id: string;
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly clientUrls: readonly string[];
  readonly learner: boolean;
  readonly healthy: boolean;
  readonly leader: boolean;
}

export interface ApiDeps {
  readonly machine: Machine;
  readonly supervisor: Supervisor;
  readonly config: OpenedConfigStore;
  readonly applier: ConfigApplier;
  readonly events: EventBus;
  /** undefined on a worker. */
  readonly etcd: EtcdNode | undefined;
  readonly audit: AuditTrail;
  readonly files: SafeFiles;
  readonly nodeFiles: NodeFiles;
  readonly logs: LogStore;
  readonly boots: Boots;
  readonly syscalls: Pick<Syscalls, 'openat2' | 'syslog' | 'monotonicNs' | 'adjtimex'>;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly nodeTrust: Pick<NodeTrust, 'ensureApid' | 'apidFiles'>;
  readonly clients: Clients;
  readonly release: Release;
  readonly platform: 'container' | 'metal';
  /** For programs that serve one call. */
  readonly startTool: StartTool;
  readonly debug: DebugSession;
  /** Where the container runtime listens: unix:/… */
  readonly containerd: string;
}
