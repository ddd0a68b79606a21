/**
 * What each command prints with `-o json`, for the reference. A test holds every command to its line here (transcripts/).
 *
 * A shape is a message of the OS API by its name, in the OS API's own form; `{a, b?: [Usage]}` an object with exactly these
 * fields, `?` for one that may be left out; `[…]` a list; `A & B` what has the fields of both; `A | B` one of the two. A field
 * with no shape of its own is whatever its name says. `?` behind the shape of `nodes`: a node may have no result.
 */
export type Answer =
  /** `nodes`: one document, a list with what each node answered. `stream`: one object a line, as they come. */
  | { readonly form: 'nodes' | 'stream' | 'document'; readonly shape: string; readonly note?: string }
  /** The same whatever -o says. */
  | { readonly form: 'none'; readonly note: string };

const answer =
  (form: 'nodes' | 'stream' | 'document') =>
  (shape: string, note?: string): Answer => ({ form, shape, ...(note !== undefined && { note }) });
const nodes = answer('nodes');
const stream = answer('stream');
const document = answer('document');
const none = (note: string): Answer => ({ form: 'none', note });

const CONFIG_CHANGE = nodes(
  'ApplyConfigResponse & {operation?: Operation}',
  'with `operation`, the reboot, where the change began one and it was waited for',
);
const OPERATION = nodes('Operation', 'as it was when it ended, or was left');
const SILENT = none('prints nothing when it is done');
const SHARES = '{user, system, ioWait, steal, idle}';

export const ANSWERS: Readonly<Record<string, Answer>> = {
  health: document(
    '{context, time, state, checks: [{id, title, state, summary, findings: [{state, node?, evidence, action}]}]}',
    '`state` is `ok`, `warning`, `failed` or `unknown`, of a finding never `ok`; without `node` it is about the whole cluster',
  ),
  support: document(
    '{file, context, time, entries: [{path, bytes, cut?}], missing: [{path, why}]}',
    'all but `file` is index.json of the archive',
  ),
  dashboard: none('needs a terminal'),
  'cluster create': document('{name, endpoint, image, nodes: [{name, role, address}]}'),
  'cluster push': SILENT,
  'cluster list': document('[{name, provisioner, network, createdMs, nodes: [{name, role, address, state}]}]'),
  'cluster destroy': SILENT,
  'gen secrets': none('the secrets as YAML'),
  'gen config': none('writes files, their names go to standard error'),
  'gen client': none('a file of contexts as YAML; with `--out` the names of files go to standard error'),
  audit: stream('{node} & AuditRecord'),
  deny: nodes('{denied}', 'serial numbers, of all that the node refuses now'),
  'context list': document('[{name, current, endpoints, nodes, members}]', '`members` is name → address'),
  'context show': document(
    '{name, endpoints, nodes, members, groups, identity: {subject, role, serial, notBefore, notAfter, expired}}',
    'never the key',
  ),
  'context group list': document('[{group, nodes}]'),
  'context group set': SILENT,
  'context group remove': SILENT,
  'context use': SILENT,
  'context remove': SILENT,
  'context merge': SILENT,
  'context renew': document('{name, subject, role, serial, notAfter}', 'never the key'),
  'rotate-ca': document(
    '{done, authority, steps: [{step, nodes, clients: [Client]}]}',
    'the steps that were done, with `--dry-run` those that are left; `authority` is the fingerprint of the new one, empty as long as there is none',
  ),
  version: nodes('VersionResponse'),
  status: nodes('StatusResponse'),
  processes: nodes(
    'ProcessesResponse',
    'with `--watch` a line for each measurement, of `{processes}` alone, each with `cores`: 1 is one core, busy all the time',
  ),
  cpu: nodes(
    `CpuResponse & {shares: ${SHARES}, processors: [Processor & {shares: ${SHARES}}]}`,
    '`shares` are of the time between the two measurements, 0 to 1',
  ),
  memory: nodes('MemoryResponse'),
  load: nodes('LoadResponse'),
  time: nodes(
    'TimeResponse & {offsetMs, roundTripMs}',
    "`offsetMs` is the node's clock less this computer's, right to half of `roundTripMs`",
  ),
  disks: nodes('DisksResponse'),
  mounts: nodes('MountsResponse'),
  df: nodes('FileSystemsResponse'),
  du: nodes('[DirectoryUsage]', 'the largest first'),
  interfaces: nodes('InterfacesResponse'),
  routes: nodes('RoutesResponse'),
  resolve: nodes('ResolveResponse'),
  netstat: nodes('[Socket]'),
  services: nodes('ListServicesResponse'),
  'service show': nodes('GetServiceResponse'),
  'service start': nodes('StartServiceResponse'),
  'service stop': nodes('StopServiceResponse'),
  'service restart': nodes('RestartServiceResponse'),
  logs: stream('{node} & LogLine'),
  dmesg: stream('{node} & LogLine'),
  events: stream('{node} & Event'),
  boots: nodes('BootsResponse'),
  containers: nodes('ListContainersResponse'),
  stats: nodes(
    '[Usage & {cores}]',
    '`cores` is the CPU that was used between two samples: 1 is one core; with `--watch` a line for each measurement',
  ),
  'container restart': nodes('RestartContainerResponse'),
  images: nodes('ListImagesResponse'),
  'image pull': OPERATION,
  'image rm': nodes('RemoveImageResponse'),
  'image gc': nodes('CollectImagesResponse'),
  get: nodes(
    '[{kind, id, version, spec}]',
    'with `--watch` one `{node, type, kind, id, version, spec}` a line, `type` CREATED, UPDATED, DELETED, or BOOKMARK (and no more than that) after what was there at the beginning',
  ),
  ls: nodes('[FileInfo]'),
  cat: none("the file's own bytes"),
  cp: stream('{node, path, files, bytes}', '`path` is that of the copy; with `-` for TO the copy itself'),
  'config get': nodes('GetConfigResponse'),
  'config explain': nodes(
    '[{field, pointer, inForce?, said: [{by, priority?, value?, wins}]}]',
    '`by` is `machine`, `nodepool/NAME`, `nodeconfig/NAME` or `node`; without `value` it is taken away',
  ),
  'config adopt': document(
    '{apiVersion, kind, items: [{apiVersion, kind, metadata, spec}]}',
    'a List of objects of [kind NodeConfig](crds/nodeconfig.md), as kubectl takes it',
  ),
  'config apply': CONFIG_CHANGE,
  'config patch': CONFIG_CHANGE,
  'config edit': CONFIG_CHANGE,
  'config validate': document('{valid, errors}', '`errors` are sentences, each with the field that it is about'),
  'config diff': nodes('ApplyConfigResponse'),
  'config keep': nodes('KeepConfigResponse'),
  'config history': nodes('ConfigHistoryResponse'),
  'config rollback': CONFIG_CHANGE,
  upgrade: OPERATION,
  prepare: OPERATION,
  rollback: OPERATION,
  reboot: OPERATION,
  shutdown: OPERATION,
  reset: nodes('Operation | PlanResetResponse', 'the latter with `--dry-run`'),
  wipe: OPERATION,
  confirm: nodes('ConfirmResponse'),
  'operation list': nodes('ListOperationsResponse'),
  'operation get': document('Operation', 'of one node'),
  'operation watch': OPERATION,
  'failed-boot': nodes('FailedBoot?', 'left out where no trial boot was turned back'),
  'rollout status': document(
    '{state, message, image, nodes: {total, updated, unavailable}, rollout?: {name, image, phase, progress, startTime?, estimatedCompletionTime?, completionTime?, evidence?, failures?, rollbackOf?, stage?, retried?}, pools: [{pool, image?, total, updated, unavailable, maxUnavailable, ready, reason, message}], underWay: [{node, version, phase, step, deadline, attempts, reachable, message}], drifted: [{node, message}], blockedBy: [{code, message, node?, pool?, since, owner, nextCheckTime}]}',
    '`state` is `settled`, `moving`, `waiting`, `halted` or `unknown`; `failures`, `rollbackOf`, `stage` and `retried` as in [kind Rollout](crds/rollout.md)',
  ),
  'rollout list': document(
    '[{apiVersion, kind, metadata, spec, status?}]',
    'objects of [kind Rollout](crds/rollout.md), the newest first',
  ),
  'rollout preview': document(
    '{rollout, image, preview, changes: [{node, disruption, restarts, diff}], pools?, applies?, digest?, digestOf?, blockedBy?}',
    '`preview` as in [kind Rollout](crds/rollout.md), or `null`; `pools` as in `rollout status`, without `--file`; `changes` are of configuration, `disruption` as in [kind NodeState](crds/nodestate.md). With `--file` `preview` has no `hash`, `applies` names the objects that change, and `digestOf` is `asked for` or the rollout that `digest` is known from',
  ),
  'rollout simulate': document(
    '{phase, seconds, applies, lines: [{second, node?, text}], nodes: [{node, version, away}], blockedBy: [{code, message, node?, pool?, since, owner, nextCheckTime}], homeless}',
    '`seconds` and `second` are of simulated time, since its beginning; `homeless` are pods that have no place in the end',
  ),
  'rollout approve': document(
    '{rollout, hash?, stage?, nodes?, by}',
    '`hash` of the whole, or the number of the `stage` and how far it goes',
  ),
  'rollout pause': document('{rollout, paused}'),
  'rollout resume': document('{rollout, paused}'),
  'rollout cancel': document('{rollout, cancelled}'),
  'rollout skip': document('{rollout, skipNodes}'),
  'rollout retry': document('{rollout, by, cleared}', '`cleared` is a list of what was, each a phrase'),
  'rollout force': document('{rollout, forceNodes}'),
  'rollout why': document(
    '{node, version, phase, step, deadline, attempts, reachable, message, wanted, answer, turn?, blockedBy: [{code, message, node?, pool?, since, owner, nextCheckTime}], evidence?, healing?}',
    '`answer` is one sentence; `evidence` and `healing` as in [kind NodeState](crds/nodestate.md)',
  ),
  pcap: none('the packets, into a file or a pipe'),
  'profile cpu': none('the profile, into a file or a pipe'),
  'profile heap': none('the profile, into a file or a pipe'),
  debug: none('what its program prints'),
  bootstrap: document('BootstrapResponse', 'of one node'),
  'etcd status': nodes('EtcdStatusResponse'),
  'etcd members': nodes('EtcdMembersResponse'),
  'etcd snapshot': none('writes a file, its size goes to standard error'),
  'etcd move-leader': nodes('MoveLeaderResponse'),
  kubeconfig: none('a kubeconfig as YAML, or nothing where it goes into a file'),
  completion: none("the shell's script"),
};
