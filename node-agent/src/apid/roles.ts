/** The whole access table of the OS API: who may call what. What is not in it is denied. */
import { type Role, roleIncludes } from '@talos/lib/rpc/roles.ts';

/** `minimum` lets in that role and those that include it; `also` names roles beside the ladder; 'any': every certificate of ours. */
type Rule =
  | { readonly minimum: 'os:admin' | 'os:operator' | 'os:reader'; readonly also?: readonly Role[] }
  | { readonly only: readonly Role[] }
  | 'any';

const admin: Rule = { minimum: 'os:admin' };
const operator: Rule = { minimum: 'os:operator' };
const reader: Rule = { minimum: 'os:reader' };

const TABLE: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['/osctl.v1alpha1.System/Version', reader],
  ['/osctl.v1alpha1.System/Status', reader],
  ['/osctl.v1alpha1.System/Processes', reader],
  ['/osctl.v1alpha1.System/KernelLog', reader],
  ['/osctl.v1alpha1.System/Boots', reader],
  ['/osctl.v1alpha1.System/Events', reader],

  ['/osctl.v1alpha1.Host/Cpu', reader],
  ['/osctl.v1alpha1.Host/Memory', reader],
  ['/osctl.v1alpha1.Host/Load', reader],
  ['/osctl.v1alpha1.Host/Time', reader],

  ['/osctl.v1alpha1.Storage/Disks', reader],
  ['/osctl.v1alpha1.Storage/Mounts', reader],
  ['/osctl.v1alpha1.Storage/FileSystems', reader],
  // Kinds with secrets are os:admin's; machined, which sees the kind, holds that.
  ['/osctl.v1alpha1.State/Get', reader],

  // Roots with secrets are os:admin's, as with Files.
  ['/osctl.v1alpha1.Storage/Usage', reader],

  ['/osctl.v1alpha1.Network/Interfaces', reader],
  ['/osctl.v1alpha1.Network/Routes', reader],
  ['/osctl.v1alpha1.Network/Sockets', reader],
  ['/osctl.v1alpha1.Network/Resolve', reader],

  ['/osctl.v1alpha1.Services/List', reader],
  ['/osctl.v1alpha1.Services/Get', reader],
  ['/osctl.v1alpha1.Services/Start', operator],
  ['/osctl.v1alpha1.Services/Stop', operator],
  ['/osctl.v1alpha1.Services/Restart', operator],
  ['/osctl.v1alpha1.Services/Logs', reader],

  ['/osctl.v1alpha1.Containers/List', reader],
  ['/osctl.v1alpha1.Containers/Stats', reader],
  ['/osctl.v1alpha1.Containers/Restart', operator],

  ['/osctl.v1alpha1.Images/List', reader],
  ['/osctl.v1alpha1.Images/Pull', operator],
  ['/osctl.v1alpha1.Images/Remove', operator],
  ['/osctl.v1alpha1.Images/Collect', operator],

  // Roots with secrets are os:admin's; machined, which sees the path, holds that.
  ['/osctl.v1alpha1.Files/List', reader],
  ['/osctl.v1alpha1.Files/Read', reader],
  ['/osctl.v1alpha1.Files/Archive', reader],

  // What goes over the wire is others' business: not for everybody who may look.
  ['/osctl.v1alpha1.Trace/Capture', operator],
  ['/osctl.v1alpha1.Trace/Profile', operator],
  // Root on the node, where its configuration allows it.
  ['/osctl.v1alpha1.Trace/Debug', admin],

  ['/osctl.v1alpha1.Lifecycle/Prepare', operator],
  ['/osctl.v1alpha1.Lifecycle/Upgrade', operator],
  ['/osctl.v1alpha1.Lifecycle/Confirm', operator],
  ['/osctl.v1alpha1.Lifecycle/Rollback', operator],
  ['/osctl.v1alpha1.Lifecycle/Reboot', operator],
  // A node that is off is beyond the reach of everybody but a person.
  ['/osctl.v1alpha1.Lifecycle/Shutdown', admin],
  // What is wiped does not come back.
  ['/osctl.v1alpha1.Lifecycle/PlanReset', admin],
  ['/osctl.v1alpha1.Lifecycle/Reset', admin],
  ['/osctl.v1alpha1.Lifecycle/WipeDisk', admin],
  ['/osctl.v1alpha1.Lifecycle/GetOperation', reader],
  ['/osctl.v1alpha1.Lifecycle/ListOperations', reader],
  ['/osctl.v1alpha1.Lifecycle/WatchOperation', reader],

  ['/osctl.v1alpha1.Config/Get', reader],
  // Documents of trust are os:admin's; machined, which sees them, holds that.
  ['/osctl.v1alpha1.Config/Apply', operator],
  ['/osctl.v1alpha1.Config/Keep', operator],
  ['/osctl.v1alpha1.Config/History', reader],
  ['/osctl.v1alpha1.Config/Rollback', operator],
  // Whoever may ask can try values out, as by the hash that a dry run of Apply tells.
  ['/osctl.v1alpha1.Config/Digest', operator],

  ['/osctl.v1alpha1.Etcd/Bootstrap', admin],
  ['/osctl.v1alpha1.Etcd/Status', { minimum: 'os:reader', also: ['os:etcd:backup'] }],
  ['/osctl.v1alpha1.Etcd/Members', { minimum: 'os:reader', also: ['os:etcd:backup'] }],
  // A snapshot holds every secret of the cluster; one that stays on the node's disk is not seen by who asks for it.
  ['/osctl.v1alpha1.Etcd/Snapshot', { minimum: 'os:admin', also: ['os:etcd:backup'] }],
  ['/osctl.v1alpha1.Etcd/SnapshotToDisk', operator],
  ['/osctl.v1alpha1.Etcd/MoveLeader', operator],

  ['/osctl.v1alpha1.Kubernetes/Kubeconfig', admin],

  ['/osctl.v1alpha1.Trust/IssueServer', { only: ['os:join'] }],
  ['/osctl.v1alpha1.Trust/RenewSelf', { minimum: 'os:reader', also: ['os:etcd:backup'] }],

  // Certificates only, and who calls with which.
  ['/osctl.v1alpha1.Trust/Authorities', reader],
  ['/osctl.v1alpha1.Trust/ReplaceAuthorities', admin],
  ['/osctl.v1alpha1.Trust/Deny', admin],

  // No value of anything is in it.
  ['/osctl.v1alpha1.Trust/Audit', reader],

  // Bytes only: the target asks the caller for a certificate itself.
  ['/osctl.v1alpha1.Tunnel/Connect', reader],

  ['/grpc.health.v1.Health/Check', 'any'],
  ['/grpc.health.v1.Health/Watch', 'any'],
  ['/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', 'any'],
]);

export type Verdict = 'allowed' | 'METHOD_UNKNOWN' | 'ROLE_TOO_SMALL';

export function mayCall(role: Role | '', method: string): Verdict {
  const rule = TABLE.get(method);
  if (rule === undefined) return 'METHOD_UNKNOWN';
  if (rule === 'any') return 'allowed';
  if ('only' in rule) return role !== '' && rule.only.includes(role) ? 'allowed' : 'ROLE_TOO_SMALL';
  if (roleIncludes(role, rule.minimum)) return 'allowed';
  return role !== '' && rule.also?.includes(role) ? 'allowed' : 'ROLE_TOO_SMALL';
}

/** Every method that anybody may call; for tests and the generated reference. */
export function knownMethods(): readonly string[] {
  return [...TABLE.keys()];
}

/** For messages: who could have made that call. */
export function rolesFor(method: string): string {
  const rule = TABLE.get(method);
  if (rule === undefined) return 'nobody';
  if (rule === 'any') return 'every role';
  return 'only' in rule ? rule.only.join(' or ') : [rule.minimum, ...(rule.also ?? [])].join(' or ');
}
