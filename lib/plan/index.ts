/**
 * The pure heart of the operator: what to do next with a cluster, decided from one value.
 *
 *     const { steps, blockedBy, phase, nextCheckTime } = plan(snapshot, now);
 *
 * There is no clock and no I/O in here. The operator builds a Snapshot (types.ts) from its caches, its own writes and the
 * agents' answers, does the steps in their order, and plans again as soon as anything changes, at the latest at
 * `nextCheckTime`. `osctl rollout simulate` and the tests run the same function on a SimulatedCluster (simulated).
 *
 * ## Rooms
 * In the order of a pass (plan.ts): `wished` what people ask for, and how that becomes a Rollout; `config` the layers of it; prepare.ts the image
 * on every node; `turns` who is next, and whether now; `inflight` the way of a node that has its turn; `failure` what follows when that came
 * to nothing; heal.ts sick nodes, beside all this. `status`, preview.ts and notices.ts say it. `objects` and `forecast` read Kubernetes;
 * `whatif` asks the same of a change that nobody has applied, on the cluster of `simulated`.
 *
 * ## Steps
 * A step is either a write to our own objects or an effect outside of them. An effect on a node is planned only when the
 * snapshot shows its step stored in NodeState.status.step, and it carries that step's deadline; `upgrade` moreover needs
 * NodeState.spec.operation. So nothing has to be remembered: whoever plans next, after any crash, plans the same effect
 * again, and every effect is idempotent. An executor that fails stops the round; the next plan says the same or better.
 *
 * | step | what its executor does |
 * | --- | --- |
 * | create-nodestate | make the Node's NodeState, owned by it; one that belongs to another uid is deleted first |
 * | create-rollout | create the Rollout; one of that name that is there already is success |
 * | set-target, set-operation | replace that field of NodeState.spec, with resourceVersion |
 * | record | replace the fields of `Way` in NodeState.status (absent ones are removed), with resourceVersion |
 * | acquire, release | add to or remove from Machine.status.inFlight, with resourceVersion, so that the list is the one that was counted |
 * | quarantine, drop-quarantine | add the entry unless one of its targetHash and node is there; keep only entries of the given targetHash |
 * | lift-quarantine | drop those entries |
 * | retry | Rollout.status.retried; done: phase Pending, and nothing of its halt any more; an Event |
 * | forget-rollout | delete it, by uid; one that is gone is success |
 * | halt | Rollout.status: phase Halted, node, reason, message, evidence; an Event |
 * | resolve-image | Lifecycle.Prepare by tag on that node; the digest, or the error, is the next snapshot's `resolution` |
 * | digest-secrets | Config.Digest of the values that layers refer to; the next snapshot's `secrets` |
 * | prepare | Lifecycle.Prepare; an operation id that exists is attached to, the executor need not wait for its end |
 * | snapshot-etcd | Etcd.SnapshotToDisk, then NodeState.status.snapshotFor = operationID |
 * | move-etcd-leader | Etcd.MoveLeader on that node |
 * | hand-over-lease | release the operator's own Lease and do not take it again for a while |
 * | announce | an Event on the Node, the Machine and the Rollout, under a name made of the operation |
 * | taint, untaint | osctl.dev/updating:NoSchedule, with resourceVersion; nothing else of the Node is touched |
 * | drain | one round of evictions, without waiting; what is left is the next snapshot's `pods` |
 * | upgrade | Lifecycle.Upgrade with the guard (operation id, expected boot id, epoch) |
 * | confirm | Lifecycle.Confirm |
 * | configure | Config.Apply, on try or with the upgrade; made of documents of another hash by now it is refused |
 * | keep-config | Config.Keep |
 * | revert-config | Config.Rollback: back from this try, now |
 * | unstage-config | Config.Apply of what is in force, which drops what is staged |
 *
 * ## A node's way
 *     Idle → Preparing → Queued → Draining(snapshot, hand-over, drain) → Applying → Rebooting → Verifying → Releasing
 *          → Done | RolledBack | Failed | Held | Queued again
 * Control planes go first (etcd's followers, then its leader; the operator's own node last), then workers; the most
 * outdated first. No node is disturbed before every node has the image. Nodes begin while the budget lasts, which counts
 * every unavailable node, inside the maintenance windows and while every gate is open; control planes one at a time. A node under way finishes what it began, whatever is wished by then; one that only drains turns back.
 *
 * Guarantees (held by plan.test.ts under faults): never more nodes unavailable by our doing than the budget allows; no effect before its deadline is
 * stored; no upgrade of a node that is not tainted and empty; our taint comes off in the end; spec.unschedulable is never
 * touched; an image that was condemned is not tried again for the same wish on the node that condemned it, and on none once more failed
 * than may; a rollout is brought back once at most, workers first (failure/rollback.test.ts); a plan without progress says why.
 *
 * Assumptions on the snapshot:
 * - `NodeView.pods` comes from a list that was made after our taint was seen on that node, and holds only pods that must
 *   go (no DaemonSet, mirror or finished pods), terminating ones included.
 * - `AgentView` of a node that does not answer is what it said last, with `reachable: false`.
 * - Objects are at least as new as the planner's own last writes (caches are overlaid with them).
 *
 * The status that people read is made from the same snapshot and plan, by machineStatus, rolloutStatuses and nodeStatus.
 */

export {
  SECRET_TYPE,
  type SecretKeyView,
  type SecretsView,
  secretRefsOf,
} from './config/secrets.ts';
export { RenderMemo } from './config/wanted.ts';
export { formatDuration, parseDuration } from './duration.ts';
export { isLifted, withRetried } from './failure/retry.ts';
export { type DrainAhead, type Forecast, forecast } from './forecast/forecast.ts';
export { type Delivery, noticesOf, notificationsStatus } from './notices.ts';
export { plan } from './plan.ts';
export { drainsAhead } from './preview.ts';
export { machineStatus, planFailure } from './status/machine.ts';
export { DRIFTED, nodeStatus, observedOf } from './status/node.ts';
export { nodeConfigStatuses } from './status/nodeconfig.ts';
export { nodePoolStatuses } from './status/nodepool.ts';
export { rolloutStatuses, toldOf } from './status/rollout.ts';
export { type GateReading, gateHash } from './turns/gate.ts';
export { compareVersions, inOrder, isAvailable } from './turns/order.ts';
export type * from './types.ts';
export { type Way, withWay } from './way.ts';
export { limits, type Policy, pinned, policyOf, rolloutName, targetHash, wishedDigest } from './wished/policy.ts';
export { gatesAsked, targetOfNode } from './wished/pool.ts';
export { latestRollout } from './wished/wish.ts';
