/** What the rollout needs of the nodes' agents. operator/src/nodes implements it over gRPC; tests with a simulation. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { AgentView, EtcdView } from '@talos/lib/plan/index.ts';

export interface NodeRef {
  readonly name: string;
  readonly uid: string;
  /** InternalIP. */
  readonly address: string;
}

/**
 * Guarantees: a call returns once the agent has taken the operation on; how it goes on is seen in `view`. The same call
 * again attaches to what is there.
 * Errors: RpcError.
 */
export interface Agents {
  /** Which nodes there are. Opens and closes connections. */
  sync(nodes: readonly NodeRef[]): void;
  /** Resolves when each node that there is was asked once, whatever came of it. Errors: `signal.reason`. */
  asked(signal: AbortSignal): Promise<void>;
  /** What the node's agent said last; undefined when it never answered. */
  view(nodeName: string): AgentView | undefined;
  /** Asks anew, now. */
  refresh(nodeName: string): void;
  /** These nodes, and no others, are looked at more often. */
  attend(nodes: Iterable<string>): void;
  /** Whether the nodes' documents are read, beside their hash. */
  readConfig(wanted: boolean): void;
  /** Calls back when a view changes. Returns the way to stop. */
  onChange(listener: (nodeName: string) => void): () => void;
  etcd(): EtcdView | undefined;

  prepare(call: {
    readonly node: string;
    readonly operationID: string;
    readonly image: string;
    readonly epoch: number;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  upgrade(call: {
    readonly node: string;
    readonly operationID: string;
    readonly image: string;
    readonly expectedBootID: string;
    readonly epoch: number;
    readonly requireConfirm: boolean;
    readonly confirmWithinMs: number;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  confirm(call: {
    readonly node: string;
    readonly operationID: string;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  /** Errors: FAILED_PRECONDITION when the node's documents are not those of `expectedHash`. */
  configure(call: {
    readonly node: string;
    /** Of the reboot, where the change needs one. */
    readonly operationID: string;
    readonly documents: PublicDocuments;
    readonly mode: 'try' | 'with-upgrade' | 'now';
    readonly expectedHash: string;
    readonly tryMs: number;
    readonly epoch: number;
    readonly signal: AbortSignal;
  }): Promise<{ readonly hash: string }>;
  keepConfig(call: {
    readonly node: string;
    readonly configHash: string;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  /** Back from the try of these documents, now; done when something else is in force. */
  revertConfig(call: {
    readonly node: string;
    readonly configHash: string;
    readonly epoch: number;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  /** The nodes' own digests of secret values, in their order. */
  digestSecrets(call: {
    readonly node: string;
    readonly values: readonly string[];
    readonly signal: AbortSignal;
  }): Promise<{ readonly digests: readonly string[] }>;
  restartService(call: {
    readonly node: string;
    readonly service: string;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  reboot(call: {
    readonly node: string;
    readonly operationID: string;
    readonly expectedBootID: string;
    readonly epoch: number;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  snapshotEtcd(call: { readonly node: string; readonly name: string; readonly signal: AbortSignal }): Promise<unknown>;
  moveEtcdLeader(call: { readonly node: string; readonly signal: AbortSignal }): Promise<unknown>;

  /** Resolves when the signal that they were made with has aborted and nothing is under way any longer. */
  readonly stopped: Promise<unknown>;
}
