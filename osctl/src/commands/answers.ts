/** What commands print with `-o json`, for the reference. Messages are those of the OS API, in the OS API's own form. */
export type Answer =
  /** One document: a list with what each node answered. */
  | { readonly form: 'nodes'; readonly message: string; readonly list?: true }
  /** One object a line, as they come. */
  | { readonly form: 'stream'; readonly message: string }
  /** One document that no single node answers. */
  | { readonly form: 'document'; readonly message?: string; readonly text: string };

const nodes = (message: string): Answer => ({ form: 'nodes', message });
const listOf = (message: string): Answer => ({ form: 'nodes', message, list: true });
const stream = (message: string): Answer => ({ form: 'stream', message });
const document = (text: string, message?: string): Answer => ({
  form: 'document',
  text,
  ...(message !== undefined && { message }),
});

export const ANSWERS: Readonly<Record<string, Answer>> = {
  health: document(
    '`{context, time, state, checks: [{id, title, state, summary, findings: [{state, node, evidence, action}]}]}`; `state` is `ok`, `warning`, `failed` or `unknown`, of a finding never `ok`; without `node` it is about the whole cluster',
  ),
  support: document(
    '`{file, context, time, entries: [{path, bytes, cut}], missing: [{path, why}]}`; all but `file` is index.json of the archive',
  ),
  'cluster create': document('`{name, endpoint, image, nodes: [{name, role, address}]}`'),
  'cluster list': document(
    'a list of `{name, provisioner, network, createdMs, nodes: [{name, role, address, state}]}`',
  ),
  'context list': document('a list of `{name, current, endpoints, nodes, members}`; `members` is name → address'),
  'context show': document(
    '`{name, endpoints, nodes, members, groups, identity: {subject, role, serial, notBefore, notAfter, expired}}`; never the key',
  ),
  'context group list': document('a list of `{group, nodes}`'),
  version: nodes('VersionResponse'),
  status: nodes('StatusResponse'),
  memory: nodes('MemoryResponse'),
  load: nodes('LoadResponse'),
  disks: nodes('DisksResponse'),
  mounts: nodes('MountsResponse'),
  df: nodes('FileSystemsResponse'),
  interfaces: nodes('InterfacesResponse'),
  routes: nodes('RoutesResponse'),
  dmesg: stream('LogLine'),
  events: stream('Event'),
  logs: stream('LogLine'),
  services: nodes('ListServicesResponse'),
  'service show': nodes('GetServiceResponse'),
  'service start': nodes('StartServiceResponse'),
  'service stop': nodes('StopServiceResponse'),
  'service restart': nodes('RestartServiceResponse'),
  containers: nodes('ListContainersResponse'),
  stats: document(
    'a list of `{node, address, result}`, `result` a list of usages (message Usage) with `cores`, the CPU that was used between two samples: 1 is one core; with `--watch` one such list a line',
  ),
  'container restart': nodes('RestartContainerResponse'),
  images: nodes('ListImagesResponse'),
  'image pull': nodes('Operation'),
  'image rm': nodes('RemoveImageResponse'),
  'image gc': nodes('CollectImagesResponse'),
  get: document(
    'a list of `{node, address, result}`, `result` a list of `{kind, id, version, spec}`; with `--watch` one `{node, type, kind, id, version, spec}` a line, `type` CREATED, UPDATED, DELETED, or BOOKMARK after what was there at the beginning',
  ),
  ls: listOf('FileInfo'),
  'config get': nodes('GetConfigResponse'),
  'config apply': nodes('ApplyConfigResponse'),
  'config keep': nodes('KeepConfigResponse'),
  'config history': nodes('ConfigHistoryResponse'),
  upgrade: nodes('Operation'),
  prepare: nodes('Operation'),
  rollback: nodes('Operation'),
  reboot: nodes('Operation'),
  shutdown: nodes('Operation'),
  'operation watch': nodes('Operation'),
  confirm: nodes('ConfirmResponse'),
  'operation list': nodes('ListOperationsResponse'),
  'operation get': document('the operation, of one node', 'Operation'),
  'failed-boot': nodes('FailedBoot'),
  'etcd status': nodes('EtcdStatusResponse'),
  'etcd members': nodes('EtcdMembersResponse'),
  'etcd move-leader': nodes('MoveLeaderResponse'),
};
