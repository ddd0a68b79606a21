/**
 * What the planner is given and what it answers. Times are milliseconds since the epoch in what is observed, RFC 3339
 * in what is stored.
 */
import type { InFlight, Machine, Quarantine } from '@talos/crds/machine.ts';
import type { NodeOperation, NodeState, NodeStateSpec } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutPhase, RolloutSpec } from '@talos/crds/rollout.ts';
import type { BlockedBy, Evidence } from '@talos/crds/schema.ts';
import type { Way } from './way.ts';

export type Role = 'control-plane' | 'worker';

export interface OperationView {
  readonly id: string;
  readonly type: string;
  readonly state: 'running' | 'succeeded' | 'failed';
  readonly phase: string;
  readonly message: string;
  readonly fromBootID: string;
  readonly digest?: string;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    readonly condemnsImage: boolean;
  };
}

export interface FailedBootView {
  readonly operationID: string;
  readonly digest: string;
  readonly cause: string;
  readonly message: string;
  readonly condemnsImage: boolean;
  readonly time: number;
  readonly lastLines: readonly string[];
}

/** What an agent said last. Where it does not answer, `reachable` is false and the rest is what it said before. */
export interface AgentView {
  readonly reachable: boolean;
  readonly bootID: string;
  readonly bootTime: number;
  readonly slot: 'a' | 'b';
  /** The one that boots when nothing is on trial; absent where the agent has not said. */
  readonly activeSlot?: 'a' | 'b';
  readonly slots: readonly { readonly name: string; readonly digest: string; readonly bootable: boolean }[];
  readonly digest: string;
  readonly configHash: string;
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly ready: boolean;
  /** When the kubelet was last started; a Ready heartbeat from before it is an old one. */
  readonly kubeletStartTime: number;
  readonly runningOperation?: string;
  readonly operations: readonly OperationView[];
  readonly failedBoot?: FailedBootView;
  readonly trial?: { readonly operationID: string; readonly awaitsCaller: boolean; readonly healthy: boolean };
}

export interface PodRef {
  readonly namespace: string;
  readonly name: string;
  /** Why it is still there, when it is known, e.g. the PodDisruptionBudget that holds it. */
  readonly reason?: string;
}

export interface NodeView {
  readonly name: string;
  readonly uid: string;
  readonly role: Role;
  readonly architecture: string;
  readonly address: string;
  readonly ready: boolean;
  /** lastHeartbeatTime of the Ready condition. */
  readonly heartbeatTime: number;
  /** A person's or another operator's cordon. */
  readonly unschedulable: boolean;
  /** Whether our taint is on it. */
  readonly tainted: boolean;
  /** The pods that must go. Only from a list made after our taint was seen on the node; absent until then. */
  readonly pods?: readonly PodRef[];
  /** Absent when it was never reached. */
  readonly agent?: AgentView;
}

export interface EtcdView {
  readonly members: readonly { readonly node: string; readonly voter: boolean; readonly healthy: boolean }[];
  /** Node name of the leader. */
  readonly leader?: string;
}

/** The answer to a `resolve-image` step. */
export interface Resolution {
  readonly targetHash: string;
  readonly node: string;
  readonly digest?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly retryable: boolean };
  readonly time: number;
}

/** Everything that a decision rests on, as one value. */
export interface Snapshot {
  readonly machine: Machine | undefined;
  readonly rollouts: readonly Rollout[];
  readonly nodeStates: readonly NodeState[];
  readonly nodes: readonly NodeView[];
  readonly resolution: Resolution | undefined;
  readonly etcd: EtcdView | undefined;
  readonly leader: {
    /** The Lease's leaseTransitions: agents refuse an older one. */
    readonly epoch: number;
    /** The node that this operator runs on. */
    readonly node: string;
    /** Whether another operator is ready to take over. */
    readonly standbyReady: boolean;
  };
}

interface OnNode {
  readonly node: string;
  readonly uid: string;
}

/** Writes to our own objects. Each is a compare-and-swap against the object that the snapshot was made of. */
export type Write =
  | ({ readonly type: 'create-nodestate' } & OnNode)
  | { readonly type: 'create-rollout'; readonly name: string; readonly spec: RolloutSpec }
  | ({ readonly type: 'set-target'; readonly target: NonNullable<NodeStateSpec['target']> } & OnNode)
  | ({ readonly type: 'set-operation'; readonly operation: NodeOperation } & OnNode)
  | ({ readonly type: 'record'; readonly way: Way } & OnNode)
  | { readonly type: 'acquire'; readonly entry: InFlight }
  | ({ readonly type: 'release' } & OnNode)
  | { readonly type: 'quarantine'; readonly entry: Quarantine }
  | { readonly type: 'drop-quarantine'; readonly keepTargetHash: string }
  | { readonly type: 'forget-rollout'; readonly name: string; readonly uid: string }
  | {
      readonly type: 'halt';
      readonly rollout: string;
      readonly node: string;
      readonly reason: string;
      readonly message: string;
      readonly evidence?: Evidence;
    };

/** Effects outside of our objects. Those on a node are planned only from a stored step, whose deadline they carry. */
export type Effect =
  | {
      readonly type: 'resolve-image';
      readonly node: string;
      readonly image: string;
      readonly operationID: string;
      readonly targetHash: string;
      readonly epoch: number;
    }
  | ({
      readonly type: 'prepare';
      readonly operationID: string;
      readonly image: string;
      readonly epoch: number;
      readonly deadline: number;
    } & OnNode)
  | ({ readonly type: 'snapshot-etcd'; readonly operationID: string; readonly deadline: number } & OnNode)
  | ({ readonly type: 'move-etcd-leader'; readonly deadline: number } & OnNode)
  | ({ readonly type: 'hand-over-lease'; readonly deadline: number } & OnNode)
  | ({ readonly type: 'taint'; readonly deadline: number } & OnNode)
  | ({ readonly type: 'drain'; readonly deadline: number } & OnNode)
  | ({
      readonly type: 'announce';
      readonly rollout: string;
      readonly message: string;
      readonly deadline: number;
    } & OnNode)
  | ({
      readonly type: 'upgrade';
      readonly operationID: string;
      readonly image: string;
      readonly expectedBootID: string;
      readonly epoch: number;
      readonly requireConfirm: boolean;
      readonly confirmWithinMs: number;
      readonly deadline: number;
    } & OnNode)
  | ({ readonly type: 'confirm'; readonly operationID: string; readonly deadline: number } & OnNode)
  | ({ readonly type: 'untaint' } & OnNode);

export type Step = Write | Effect;

export interface Plan {
  /** To be done in this order; any of them may be done again. */
  readonly steps: readonly Step[];
  /** Why what does not progress does not. */
  readonly blockedBy: readonly BlockedBy[];
  /** The rollout for the present wish. */
  readonly rollout: string | undefined;
  readonly phase: RolloutPhase | undefined;
  /** The node that halted it, and why. */
  readonly halted:
    | { readonly node: string; readonly reason: string; readonly message: string; readonly evidence?: Evidence }
    | undefined;
  /** The nodes still to do, in their order. */
  readonly order: readonly string[];
  /** When to plan again if nothing changes before. */
  readonly nextCheckTime: number;
}
