/** What the rest of the operator knows of agents. */
import type { SecureContext } from 'node:tls';
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { AgentView, EtcdView } from '@talos/lib/plan/types.ts';

/** PEM: the accepted OS CAs, the operator's client certificate, its key. */
export interface ClientIdentity {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  /** Made of these, for all connections. */
  readonly context?: SecureContext;
}

export interface IdentitySource {
  /** The newest; asked before each connection and each poll. */
  current(): ClientIdentity;
}

export interface AgentNode {
  readonly name: string;
  readonly uid: string;
  /** InternalIP, an address literal; empty when the Node names none. */
  readonly address: string;
}

/** Whether an agent answers, and why not. */
export interface AgentConnection {
  readonly reachable: boolean;
  /** When that began, Unix time in milliseconds. */
  readonly since: number;
  /** Set while it is not reachable. */
  readonly reason?: string;
}

/** What was seen of a node's serving certificate. */
export interface AgentCertificate {
  /** Its OU says so: only a control plane signs such a one, and only for itself. */
  readonly controlPlane: boolean;
  /** Where the agent that holds it answered a call of ours. */
  readonly address: string;
  /** When it last did, Unix time in milliseconds. */
  readonly verifiedAt: number;
}

interface Call {
  readonly node: string;
  readonly signal: AbortSignal;
}

export interface PrepareCall extends Call {
  readonly operationID: string;
  readonly image: string;
  readonly epoch: number;
}

export interface UpgradeCall extends PrepareCall {
  readonly expectedBootID: string;
  readonly requireConfirm: boolean;
  readonly confirmWithinMs: number;
}

export interface RestartServiceCall extends Call {
  readonly service: string;
}

export interface RebootCall extends Call {
  readonly operationID: string;
  readonly expectedBootID: string;
  readonly epoch: number;
}

export interface ConfirmCall extends Call {
  readonly operationID: string;
}

export interface ConfigureCall extends Call {
  /** Of the reboot, where the change needs one. */
  readonly operationID: string;
  readonly documents: PublicDocuments;
  readonly mode: 'try' | 'with-upgrade' | 'now';
  readonly expectedHash: string;
  readonly tryMs: number;
  readonly epoch: number;
}

export interface KeepConfigCall extends Call {
  readonly configHash: string;
}

export interface RevertConfigCall extends Call {
  /** Of what is on try. */
  readonly configHash: string;
  readonly epoch: number;
}

export interface DigestCall extends Call {
  readonly values: readonly string[];
}

export interface SnapshotCall extends Call {
  readonly name: string;
}

export interface RenewCall extends Call {
  readonly csrPem: string;
}

/**
 * The agents of the cluster: one connection a node, and what each agent said last.
 *
 * Guarantees: an agent is believed only under a certificate of the OS CA whose DNS name is the Node's name, at the
 * address that the Node has now. What was known under another address or uid is forgotten.
 * Calls return once the agent has taken the work on; how it goes on is in the view. Errors of calls: RpcError.
 */
export interface Agents {
  /** Which nodes exist: connections to others are closed, those to new ones opened when they are first polled. */
  sync(nodes: readonly AgentNode[]): void;
  /** Resolves when each node that there is was asked once, whatever came of it. Errors: `signal.reason`. */
  asked(signal: AbortSignal): Promise<void>;
  /** Undefined when it was never reached. A node that stopped answering keeps what it said, with reachable: false. */
  view(node: string): AgentView | undefined;
  /** Undefined before the first attempt. */
  connection(node: string): AgentConnection | undefined;
  certificate(node: string): AgentCertificate | undefined;
  /** Told by a control plane not long ago; undefined when none could. */
  etcd(): EtcdView | undefined;
  /** Reachable nodes whose certificate says control plane. */
  controlPlanes(): readonly string[];
  /** Polls the node as soon as can be. */
  refresh(node: string): void;
  /** These nodes, and no others, are polled as often as if an operation ran on them. */
  attend(nodes: Iterable<string>): void;
  /** Whether the nodes' documents are read, beside their hash. */
  readConfig(wanted: boolean): void;
  /** Called with the node's name when its view, connection or certificate has changed. Returns the way to stop. */
  onChange(listener: (node: string) => void): () => void;

  prepare(call: PrepareCall): Promise<void>;
  upgrade(call: UpgradeCall): Promise<void>;
  confirm(call: ConfirmCall): Promise<void>;
  /** Answers with the hash that the node makes of the documents. */
  configure(call: ConfigureCall): Promise<{ readonly hash: string }>;
  keepConfig(call: KeepConfigCall): Promise<void>;
  /** Sent again it changes nothing: a node that has gone back has something else in force. */
  revertConfig(call: RevertConfigCall): Promise<void>;
  /** The nodes' own digests of secret values, in their order. */
  digestSecrets(call: DigestCall): Promise<{ readonly digests: readonly string[] }>;
  restartService(call: RestartServiceCall): Promise<void>;
  reboot(call: RebootCall): Promise<void>;
  /** Returns when the snapshot is on the node's disk. */
  snapshotEtcd(call: SnapshotCall): Promise<void>;
  /** Returns when another member leads, or the node did not. */
  moveEtcdLeader(call: Call): Promise<void>;
  /** A new certificate for the caller's own subject and role, and the authorities that are accepted, as a PEM bundle. */
  renewSelf(call: RenewCall): Promise<{ readonly certificatePem: string; readonly caPem: string }>;
  /** Fingerprints of the authorities that a node accepts, and of the one that issues. */
  authorities(call: Call): Promise<{ readonly accepted: readonly string[]; readonly issuing: string }>;

  /** Resolves when the signal has aborted and nothing is under way any longer. */
  readonly stopped: Promise<void>;
}
