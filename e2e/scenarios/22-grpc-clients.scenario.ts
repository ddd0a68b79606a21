/** The OS API under clients that know nothing of it: grpcurl finds every method by reflection and calls it, ghz calls one as fast as it can. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type StatusName, statusName } from '@talos/lib/rpc/error.ts';
import { methodPath, type ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import * as health from '@talos/proto/gen/grpc/health.ts';
import * as reflection from '@talos/proto/gen/grpc/reflection.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { getAssets } from '@talos/tools/assets/index.ts';
import { parse } from 'yaml';
import { TestCluster } from '../harness/cluster.ts';
import { type CommandResult, command, tryCommand } from '../harness/command.ts';

/** What an admin asks a control plane, and how that ends. What would change the node is asked so that it is refused for its content. */
const CALLS: Readonly<Record<string, readonly [request: object, code: StatusName]>> = {
  'System/Version': [{}, 'OK'],
  'System/Status': [{}, 'OK'],
  'System/Processes': [{ withoutProportional: true }, 'OK'],
  'System/KernelLog': [{ tailLines: 1 }, 'OK'],
  'System/Boots': [{}, 'OK'],
  'System/Events': [{ tail: 1 }, 'OK'],
  'Host/Cpu': [{}, 'OK'],
  'Host/Memory': [{}, 'OK'],
  'Host/Load': [{}, 'OK'],
  'Host/Time': [{}, 'OK'],
  'Storage/Disks': [{}, 'OK'],
  'Storage/Mounts': [{}, 'OK'],
  'Storage/FileSystems': [{}, 'OK'],
  'Storage/Usage': [{ path: '/usr/share/talos' }, 'OK'],
  'State/Get': [{ kind: 'kind' }, 'OK'],
  'Network/Interfaces': [{ network: { all: true } }, 'OK'],
  'Network/Routes': [{}, 'OK'],
  'Network/Sockets': [{ states: 'listening' }, 'OK'],
  'Network/Resolve': [{}, 'OK'],
  'Services/List': [{}, 'OK'],
  'Services/Get': [{ id: 'kubelet' }, 'OK'],
  'Services/Start': [{ id: 'kubelet' }, 'OK'],
  'Services/Stop': [{ id: 'machined' }, 'FAILED_PRECONDITION'],
  'Services/Restart': [{ id: 'nobody' }, 'NOT_FOUND'],
  'Services/Logs': [{ id: 'kubelet', tailLines: 1 }, 'OK'],
  'Containers/List': [{}, 'OK'],
  'Containers/Stats': [{}, 'OK'],
  'Containers/Restart': [{ id: 'kubelet' }, 'INVALID_ARGUMENT'],
  'Images/List': [{}, 'OK'],
  'Images/Pull': [{}, 'INVALID_ARGUMENT'],
  'Images/Remove': [{}, 'INVALID_ARGUMENT'],
  'Images/Collect': [{ dryRun: true }, 'OK'],
  'Files/List': [{ path: '/usr/share/talos', depth: 1 }, 'OK'],
  'Files/Read': [{ path: '/usr/share/talos/release.json' }, 'OK'],
  'Files/Archive': [{ path: '/usr/share/talos/release.json' }, 'FAILED_PRECONDITION'],
  'Trace/Capture': [{ interface: 'no interface' }, 'INVALID_ARGUMENT'],
  'Trace/Profile': [{}, 'INVALID_ARGUMENT'],
  'Trace/Debug': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Prepare': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Upgrade': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Confirm': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Rollback': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Reboot': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/Shutdown': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/PlanReset': [{}, 'OK'],
  'Lifecycle/Reset': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/WipeDisk': [{}, 'INVALID_ARGUMENT'],
  'Lifecycle/GetOperation': [{ id: 'never-heard-of' }, 'NOT_FOUND'],
  'Lifecycle/ListOperations': [{}, 'OK'],
  'Lifecycle/WatchOperation': [{ id: 'never-heard-of' }, 'NOT_FOUND'],
  'Config/Get': [{}, 'OK'],
  'Config/Apply': [{ dryRun: true }, 'INVALID_ARGUMENT'],
  'Config/Keep': [{ expectedHash: 'sha256:0' }, 'FAILED_PRECONDITION'],
  'Config/History': [{}, 'OK'],
  'Config/Rollback': [{ revision: 1_000_000, dryRun: true }, 'NOT_FOUND'],
  'Config/Digest': [{ values: ['x'] }, 'OK'],
  'Etcd/Bootstrap': [{}, 'ALREADY_EXISTS'],
  'Etcd/Status': [{}, 'OK'],
  'Etcd/Members': [{}, 'OK'],
  'Etcd/Snapshot': [{}, 'OK'],
  'Etcd/SnapshotToDisk': [{ name: '../x' }, 'INVALID_ARGUMENT'],
  'Etcd/MoveLeader': [{}, 'OK'],
  'Kubernetes/Kubeconfig': [{}, 'OK'],
  'Trust/IssueServer': [{}, 'PERMISSION_DENIED'],
  'Trust/RenewSelf': [{}, 'INVALID_ARGUMENT'],
  'Trust/Authorities': [{}, 'OK'],
  'Trust/ReplaceAuthorities': [{}, 'INVALID_ARGUMENT'],
  'Trust/Deny': [{}, 'INVALID_ARGUMENT'],
  'Trust/Audit': [{ tail: 1 }, 'OK'],
  'Tunnel/Connect': [{ target: 'nobody' }, 'PERMISSION_DENIED'],
  'Health/Check': [{}, 'OK'],
  // It goes on until the client has had enough.
  'Health/Watch': [{}, 'DEADLINE_EXCEEDED'],
  'ServerReflection/ServerReflectionInfo': [{ listServices: '' }, 'OK'],
};

const SERVICES = [api, health, reflection]
  .flatMap((module) => Object.values(module as object))
  .filter((value): value is ServiceDescriptor => typeof value === 'object' && value !== null && 'methods' in value);

const cluster = TestCluster.shared();
let directory: string;
let programs: ReadonlyMap<string, string>;
let address: string;

before(async () => {
  programs = await getAssets(['grpcurl', 'ghz']);
  directory = await mkdtemp(join(tmpdir(), 'talos-e2e-grpc-'));
  const { contexts, currentContext } = parse(await readFile(cluster.facts.configPath, 'utf8')) as {
    readonly currentContext: string;
    readonly contexts: Readonly<
      Record<
        string,
        {
          readonly ca: string;
          readonly certificate: string;
          readonly key: string;
          readonly members: Readonly<Record<string, string>>;
        }
      >
    >;
  };
  const own = contexts[currentContext]!;
  for (const name of ['ca', 'certificate', 'key'] as const)
    await writeFile(join(directory, name), own[name], { mode: 0o600 });
  const [controlPlane] = await cluster.nodes('control-plane');
  address = `${own.members[controlPlane!]}:50000`;
});
after(() => rm(directory, { recursive: true, force: true }));

const file = (name: string): string => join(directory, name);
/** Its exit status is 64 and the call's code. */
const grpcurl = (flags: readonly string[], ...what: readonly string[]): Promise<CommandResult> =>
  tryCommand(programs.get('grpcurl')!, [
    '-cacert',
    file('ca'),
    '-cert',
    file('certificate'),
    '-key',
    file('key'),
    ...flags,
    address,
    ...what,
  ]);

test('grpcurl finds every service and method by reflection', async () => {
  const listed = (await grpcurl([], 'list')).stdout.trim().split('\n').sort();
  assert.deepEqual(listed, SERVICES.map(({ name }) => name).sort());
  const described = await grpcurl([], 'describe', 'osctl.v1alpha1.Services');
  assert.match(
    described.stdout,
    /rpc Logs \( \.osctl\.v1alpha1\.LogsRequest \) returns \( stream \.osctl\.v1alpha1\.LogLine \);/,
  );
  const message = await grpcurl([], 'describe', '.osctl.v1alpha1.RebootRequest');
  assert.match(message.stdout, /\.osctl\.v1alpha1\.Guard guard = 1;/);
});

test('grpcurl calls every method, and each ends with the status that the standard has for it', async (t) => {
  const methods = SERVICES.flatMap((service) =>
    Object.values(service.methods).map((method) => methodPath(service, method).slice(1)),
  );
  const short = (path: string) => path.split('.').at(-1)!;
  assert.deepEqual(Object.keys(CALLS).sort(), methods.map(short).sort());
  const ended: Record<string, string> = {};
  const queue = methods.values();
  // Each is a new process with its own handshake, and the host may have two cores.
  const caller = async () => {
    for (const path of queue) {
      const [request] = CALLS[short(path)]!;
      const limit = short(path) === 'Health/Watch' ? '1' : '30';
      const { status, stderr } = await grpcurl(['-max-time', limit, '-d', JSON.stringify(request)], path);
      const code = status === 0 ? 'OK' : status >= 64 ? statusName(status - 64) : `exit code ${status}`;
      ended[short(path)] = code;
      if (code !== CALLS[short(path)]![1]) t.diagnostic(`${path}: ${stderr.trim()}`);
    }
  };
  await Promise.all([caller(), caller(), caller()]);
  assert.deepEqual(ended, Object.fromEntries(Object.entries(CALLS).map(([path, [, code]]) => [path, code])));
});

test('without a certificate grpcurl learns nothing, not even what there is', async () => {
  const { status, stdout } = await tryCommand(programs.get('grpcurl')!, [
    '-cacert',
    file('ca'),
    '-max-time',
    '5',
    address,
    'list',
  ]);
  assert.notEqual(status, 0);
  assert.equal(stdout, '');
});

test('ghz makes 500 calls, and none fails', async (t) => {
  const report = JSON.parse(
    await command(programs.get('ghz')!, [
      ...['--cacert', file('ca'), '--cert', file('certificate'), '--key', file('key'), '--format', 'json'],
      ...['--call', 'osctl.v1alpha1.System.Version', '--data', '{}'],
      ...['--total', '500', '--concurrency', '8', '--connections', '2', address],
    ]),
  ) as { readonly rps: number; readonly statusCodeDistribution: Readonly<Record<string, number>> };
  t.diagnostic(`${report.rps.toFixed(0)} calls a second`);
  assert.deepEqual(report.statusCodeDistribution, { OK: 500 });
});
