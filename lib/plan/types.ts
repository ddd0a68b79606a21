/**
 * What the planner is given and what it answers. Times are milliseconds since the epoch in what is observed, RFC 3339
 * in what is stored.
 */
import type { ConfigImpact, PublicDocuments } from '@talos/crds/config/index.ts';
import type { InFlight, Machine, Quarantine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { ManagedField, NodeHealing, NodeOperation, NodeState, NodeStateSpec } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutPhase, RolloutSpec, RolloutStatus } from '@talos/crds/rollout.ts';
import type { BlockedBy, Evidence } from '@talos/crds/schema.ts';
import type { SecretsView } from './config/secrets.ts';
import type { LayerFault } from './config/wish.ts';
import type { Forecast } from './forecast/forecast.ts';
import type { GateReading } from './turns/gate.ts';
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

/** A node's documents as its agent shows them. */
export interface ConfigView {
  /** Of the documents; the agent's `configHash` is another one while they are read anew. */
  readonly hash: string;
  /** Secrets are digests. */
  readonly documents: PublicDocuments;
  /** What waits for the next boot; empty: nothing. */
  readonly stagedHash: string;
  /** Goes back by itself unless it is kept. */
  readonly onTry: boolean;
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
  /** Read only where somebody asks for configuration. */
  readonly config?: ConfigView;
  /** Why its documents are not understood; names of fields, never a value. */
  readonly configProblem?: string;
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly ready: boolean;
  /** What is not healthy, and why, as the agent says it. */
  readonly unmet?: readonly string[];
  readonly failing: readonly FailingService[];
  /** When the kubelet was last started; a Ready heartbeat from before it is an old one. */
  readonly kubeletStartTime: number;
  readonly runningOperation?: string;
  readonly operations: readonly OperationView[];
  readonly failedBoot?: FailedBootView;
  readonly trial?: { readonly operationID: string; readonly awaitsCaller: boolean; readonly healthy: boolean };
}

/** A service of the node that does not do what it should, and does not come to it by waiting for another. */
export interface FailingService {
  readonly id: string;
  readonly message: string;
  /** Its last change of state, by the node's clock (Unix ms). */
  readonly since: number;
}

export interface PodRef {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Kind and name of its controller, e.g. StatefulSet db. */
  readonly owner?: string;
  /** On its way out already. */
  readonly terminating: boolean;
  /** Why it is still there, when it is known, e.g. the PodDisruptionBudget that holds it. */
  readonly reason?: string;
}

export interface NodeView {
  readonly name: string;
  readonly uid: string;
  readonly role: Role;
  readonly labels: Readonly<Record<string, string>>;
  readonly architecture: string;
  readonly address: string;
  readonly ready: boolean;
  /** lastHeartbeatTime of the Ready condition. */
  readonly heartbeatTime: number;
  /** A person's or another operator's cordon. */
  readonly unschedulable: boolean;
  /** Who else has announced to take the node away or to mend it, by a taint of theirs. */
  readonly claimedBy?: string;
  /** Whether our taint is on it. */
  readonly tainted: boolean;
  /** Whether the label that goes with our taint is on it. */
  readonly labelled?: boolean;
  /** The pods that must go. Only from a list made after our taint was seen on the node; absent until then. */
  readonly pods?: readonly PodRef[];
  /** Names of the volumes that are attached to it, by Node.status.volumesAttached. */
  readonly volumes: readonly string[];
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
  readonly nodeConfigs: readonly NodeConfig[];
  readonly nodePools: readonly NodePool[];
  readonly nodeStates: readonly NodeState[];
  readonly nodes: readonly NodeView[];
  readonly resolution: Resolution | undefined;
  /** Absent: no Secret was read. */
  readonly secrets?: SecretsView;
  /** What drains would meet, as it was looked at last; absent: it was not. */
  readonly forecast?: Forecast;
  /** What the gates said last. */
  readonly gates: readonly GateReading[];
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
  | ({
      readonly type: 'set-target';
      readonly target: NonNullable<NodeStateSpec['target']>;
      /** Stored with it; absent: stays as it is. */
      readonly managed?: readonly ManagedField[];
    } & OnNode)
  | ({ readonly type: 'set-operation'; readonly operation: NodeOperation } & OnNode)
  | ({ readonly type: 'record'; readonly way: Way } & OnNode)
  | ({ readonly type: 'record-healing'; readonly healing: NodeHealing | undefined } & OnNode)
  | { readonly type: 'acquire'; readonly entry: InFlight }
  | ({ readonly type: 'release' } & OnNode)
  | { readonly type: 'quarantine'; readonly entry: Quarantine }
  | {
      readonly type: 'drop-quarantine';
      readonly keepTargetHash: string;
      /** Images that are still asked for stay condemned, whatever else of the wish changes. */
      readonly keepDigests: readonly string[];
    }
  | {
      readonly type: 'lift-quarantine';
      readonly entries: readonly { readonly targetHash: string; readonly node: string }[];
    }
  /** What is cleared is stored before it is; once it is, the rollout is no longer halted. */
  | { readonly type: 'retry'; readonly rollout: string; readonly retried: NonNullable<RolloutStatus['retried']> }
  /** A stage is left, for good. */
  | {
      readonly type: 'pass-stage';
      readonly rollout: string;
      readonly stage: NonNullable<RolloutStatus['passedStage']>;
    }
  | { readonly type: 'forget-rollout'; readonly name: string; readonly uid: string }
  | ({ readonly type: 'halt'; readonly rollout: string } & Halted);

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
  /** The digests of the values that layers refer to, made by a node: they are keyed, and nodes alone have the key. */
  | { readonly type: 'digest-secrets'; readonly node: string }
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
  | ({
      readonly type: 'drain';
      /** To be evicted now. */
      readonly pods: readonly PodRef[];
      /** A person has said that they are to be deleted, whatever their budgets say. */
      readonly force: boolean;
      readonly deadline: number;
    } & OnNode)
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
  | ({
      readonly type: 'configure';
      /** Of the reboot, where the change needs one. */
      readonly operationID: string;
      /** try: now, and back again unless it is kept within `tryMs`. with-upgrade: with the trial boot, and back with it. */
      readonly mode: 'try' | 'with-upgrade';
      readonly documents: PublicDocuments;
      readonly configHash: string;
      /** What the documents were made of. */
      readonly expectedHash: string;
      readonly tryMs: number;
      readonly epoch: number;
      readonly deadline: number;
    } & OnNode)
  | ({ readonly type: 'keep-config'; readonly configHash: string; readonly deadline: number } & OnNode)
  | ({
      readonly type: 'revert-config';
      /** What is on try; a node where something else is in force has gone back before. */
      readonly configHash: string;
      readonly epoch: number;
      readonly deadline: number;
    } & OnNode)
  | ({
      readonly type: 'unstage-config';
      /** What is in force. */
      readonly documents: PublicDocuments;
      readonly configHash: string;
      readonly epoch: number;
    } & OnNode)
  | ({
      readonly type: 'restart-service';
      readonly service: string;
      readonly cause: string;
      readonly deadline: number;
    } & OnNode)
  | ({
      readonly type: 'reboot';
      readonly operationID: string;
      readonly expectedBootID: string;
      readonly epoch: number;
      readonly cause: string;
      readonly deadline: number;
    } & OnNode)
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
  /** Why it does not go on. */
  readonly halted: Halted | undefined;
  /** Nodes that failed, whether the rollout goes on without them or not. */
  readonly failures: readonly Failure[];
  /** The nodes still to do, in their order. */
  readonly order: readonly string[];
  readonly config: ConfigPlan;
  /** The NodePool of each node that is in one, by uid. */
  readonly poolOf: ReadonlyMap<string, string>;
  /** The stage that the rollout is in; absent where there are none, or it was not looked at. */
  readonly stage?: NonNullable<RolloutStatus['stage']>;
  /** Answers of the gates are wanted, asked for at this time (Unix ms) or later; undefined while nothing rests on them. */
  readonly gatesAfter: number | undefined;
  /** When to plan again if nothing changes before. */
  readonly nextCheckTime: number;
}

/** A node that could not be brought to the target, and why. */
export interface Failure {
  readonly node: string;
  readonly reason: string;
  readonly message: string;
  readonly evidence?: Evidence;
}

/** The first failure, with what is to be said of all of them. */
export interface Halted extends Failure {
  readonly failures: readonly Failure[];
}

/** What a plan says of configuration. By the names of nodes, and of layers. */
export interface ConfigPlan {
  /** Nodes whose configuration is not the wanted one. */
  readonly behind: ReadonlySet<string>;
  /** Of the nodes still to do. */
  readonly changes: ReadonlyMap<string, ConfigChangePlan>;
  /** Nodes that somebody changed behind the operator, and what is to be said of it. */
  readonly drifted: ReadonlyMap<string, string>;
  /** Nodes on which what the layers make of their documents can't be, and why. */
  readonly refused: ReadonlyMap<string, string>;
  /** Layers that are not in force as they are written, and why. */
  readonly faults: ReadonlyMap<string, LayerFault>;
  /** What each node is to have, as far as it is known. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface ConfigChangePlan {
  readonly configHash: string;
  readonly impact: ConfigImpact;
  /** Unified; secrets are digests. Made when it is asked for. */
  readonly diff: () => string;
}
