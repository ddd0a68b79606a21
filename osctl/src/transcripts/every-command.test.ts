/**
 * Every command, once as people and once as programs read it: testdata/COMMAND.golden is what was typed and what came.
 * A command that is not in the table below, or in that of those that are held elsewhere, is a failure; so is JSON that is not
 * as commands/answers.ts says.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { ANSWERS } from '../commands/answers.ts';
import { leafCommands } from '../commands/examples.ts';
import { FakeCluster, type Outcome } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';
import { describeProgram } from '../parse.ts';
import { fakeDocker } from './docker.testing.ts';
import { changes } from './node-changes.testing.ts';
import { looks, NOW } from './node-looks.testing.ts';
import { machine } from './node-machine.testing.ts';
import { putRollout } from './rollout.testing.ts';
import { mismatches, undocumented } from './shape.testing.ts';

/** Command → what is typed behind `osctl`. Names of files are of the directory that `~` stands for. */
const TYPED: Readonly<Record<string, string>> = {
  health: 'health --kubeconfig ~/none',
  'cluster list': 'cluster list',
  audit: '-n cp-1 audit',
  deny: '-n cp-1 deny 5F3A91C20B7744E1D8A6C0FFEE12345678ABCDEF',
  'context list': 'context list',
  'context show': 'context show',
  'context use': 'context use test',
  'context remove': 'context remove spare',
  'context merge': 'context merge ~/spare.yaml',
  'context group list': 'context group list',
  'context group set': 'context group set edge worker-1',
  'context group remove': 'context group remove edge',
  version: '-n cp-1 version',
  status: '-n cp-1 status',
  processes: '-n cp-1 processes',
  cpu: '-n cp-1 cpu --interval 1ms',
  memory: '-n cp-1 memory',
  load: '-n cp-1 load',
  disks: '-n cp-1 disks',
  mounts: '-n cp-1 mounts',
  df: '-n cp-1 df',
  du: '-n cp-1 du /var/log',
  interfaces: '-n cp-1 interfaces --pods',
  routes: '-n cp-1 routes',
  resolve: '-n cp-1 resolve registry.example.com',
  netstat: '-n cp-1 netstat --all --tcp --unix',
  services: '-n cp-1 services',
  'service show': '-n cp-1 service kubelet',
  'service start': '-n cp-1 service start kubelet',
  'service stop': '-n cp-1 service stop kubelet',
  'service restart': '-n cp-1 service restart kubelet',
  logs: '-n cp-1,worker-1 logs kubelet',
  dmesg: '-n cp-1 dmesg',
  events: '-n cp-1 events',
  boots: '-n cp-1 boots',
  containers: '-n cp-1 containers',
  stats: '-n cp-1 stats --interval 1ms',
  'container restart': '-n cp-1 container restart shop/web-1/nginx',
  images: '-n cp-1 images',
  'image pull': '-n cp-1 image pull osctl.dev/coredns:1.14.7 --operation-id pull-1',
  'image rm': '-n cp-1 image rm osctl.dev/coredns:1.14.7',
  'image gc': '-n cp-1 image gc',
  get: '-n cp-1,worker-1 get certificates',
  ls: '-n cp-1 ls /var/log',
  cat: '-n cp-1 cat /etc/os-release',
  cp: 'cp cp-1:/etc/os-release ~/os-release',
  'config get': '-n cp-1 config get',
  'config apply': '-n cp-1 config apply --file ~/node.yaml',
  'config patch': '-n cp-1 config patch --patch-file ~/patch.yaml --dry-run',
  'config edit': '-n cp-1 config edit',
  'config validate': 'config validate --file ~/wrong.yaml',
  'config explain': '-n cp-1 config explain system',
  'config adopt': '-n cp-1 config adopt system.sysctls',
  'config diff': '-n cp-1 config diff --revision 2',
  'config keep': '-n cp-1 config keep',
  'config history': '-n cp-1 config history',
  'config rollback': '-n cp-1 config rollback 2',
  upgrade: '-n cp-1 upgrade osctl.dev/talos:1.1.0 --operation-id to-1-1-0',
  prepare: '-n cp-1 prepare osctl.dev/talos:1.1.0 --operation-id prepare-1',
  rollback: '-n cp-1 rollback --operation-id back-1',
  reboot: '-n cp-1 reboot --operation-id reboot-1',
  shutdown: '-n worker-1 shutdown --operation-id off-1',
  reset: '-n worker-1 reset --dry-run',
  wipe: '-n worker-1 wipe /dev/sdb --yes --operation-id wipe-1',
  confirm: '-n cp-1 confirm to-1-1-0',
  'operation list': '-n cp-1 operation list',
  'operation get': '-n cp-1 operation get to-1-2-0',
  'operation watch': '-n cp-1 operation watch to-1-1-0',
  'failed-boot': '-n cp-1 failed-boot',
  'rollout status': 'rollout status',
  'rollout list': 'rollout list',
  'rollout preview': 'rollout preview',
  'rollout approve': 'rollout approve',
  'rollout pause': 'rollout pause',
  'rollout resume': 'rollout resume',
  'rollout why': 'rollout why worker-1',
  'rollout skip': 'rollout skip worker-1',
  'rollout retry': 'rollout retry worker-2 --yes',
  'rollout force': 'rollout force worker-1 --yes',
  'rollout cancel': 'rollout cancel',
  pcap: '-n cp-1 pcap ~/a.pcap',
  'profile cpu': '-n cp-1 profile cpu ~/a.cpuprofile',
  'profile heap': '-n cp-1 profile heap ~/a.heapprofile',
  debug: '-n cp-1 debug --image tools:1',
  bootstrap: '-n cp-1 bootstrap',
  'etcd status': '-n cp-1,worker-1 etcd status',
  'etcd members': '-n cp-1 etcd members',
  'etcd snapshot': '-n cp-1 etcd snapshot ~/etcd.snapshot',
  'etcd move-leader': '-n cp-1 etcd move-leader',
  kubeconfig: '-n cp-1 kubeconfig',
};

/** What they print is held by another test of theirs, below src/, and why. */
const ELSEWHERE: Readonly<Record<string, { readonly by: string; readonly why: string }>> = {
  support: { by: 'commands/support.test.ts', why: 'its nodes come in whichever order' },
  time: { by: 'commands/look.test.ts', why: "it is measured against this computer's own clock" },
  dashboard: { by: 'dashboard/dashboard.test.ts', why: 'its answers are pictures' },
  'cluster create': { by: '../../e2e/main.ts', why: 'it is about a real engine' },
  'cluster push': { by: '../../e2e/harness/images.ts', why: 'it is about a real engine' },
  'cluster destroy': { by: '../../e2e/main.ts', why: 'it is about a real engine' },
  'gen secrets': { by: 'commands/gen.test.ts', why: 'never twice the same' },
  'gen config': { by: 'commands/gen.test.ts', why: 'never twice the same' },
  'gen client': { by: 'commands/gen.test.ts', why: 'never twice the same' },
  'rotate-ca': { by: 'commands/rotate-ca.test.ts', why: 'never twice the same certificates' },
  'context renew': { by: 'commands/rotate-ca.test.ts', why: 'never twice the same certificates' },
  'rollout simulate': { by: 'commands/rollout-whatif.test.ts', why: 'it is about a cluster with nodes and pods' },
  completion: { by: 'commands/completion.test.ts', why: 'a program, which is held by what it does' },
};

let cluster: FakeCluster;
let apiserver: FakeApiserver;
let docker: Server;

before(async () => {
  cluster = await FakeCluster.start();
  for (const name of ['cp-1', 'worker-1']) await cluster.node(name, ...machine(), ...looks(name), ...changes(name));
  apiserver = await FakeApiserver.start();
  docker = createServer(fakeDocker).listen(join(cluster.directory, 'docker.sock'));
  process.env['DOCKER_HOST'] = `unix://${join(cluster.directory, 'docker.sock')}`;
  await writeFile(join(cluster.directory, 'wrong.yaml'), 'apiVersion: osctl.dev/v1alpha1\nkind: SystemConfg\n');
  const patch = 'apiVersion: osctl.dev/v1alpha1\nkind: KubeletConfig\nspec: { extraConfig: { maxPods: 110 } }\n';
  for (const name of ['patch.yaml', 'node.yaml']) await writeFile(join(cluster.directory, name), patch);
  await cluster.run(['context', 'group', 'set', 'workers', 'worker-1']);
  const spare = (await readFile(cluster.configPath, 'utf8')).replaceAll('test', 'spare');
  await writeFile(join(cluster.directory, 'spare.yaml'), spare);
  await putRollout(apiserver, cluster.directory);
  mock.timers.enable({ apis: ['Date'], now: NOW });
});
after(async () => {
  mock.timers.reset();
  await Promise.all([cluster.close(), apiserver.close(), docker.close()]);
});

const leaves = leafCommands(await describeProgram()).map(({ path }) => path);

test('every command has a transcript, or another test that holds what it prints', () => {
  assert.deepEqual([...Object.keys(TYPED), ...Object.keys(ELSEWHERE)].sort(), leaves.toSorted());
  for (const { by } of Object.values(ELSEWHERE)) assert.ok(existsSync(join(import.meta.dirname, '..', by)), by);
  const kept = readdirSync(join(import.meta.dirname, 'testdata')).map((file) => file.replace('.golden', ''));
  assert.deepEqual(kept.sort(), Object.keys(TYPED).map(fileOf).sort());
});

test('every command says what it prints with -o json', () => {
  assert.deepEqual(Object.keys(ANSWERS).sort(), leaves.toSorted());
});

test('JSON that is not as it is documented is found', () => {
  const shape = '{name, of?: [Pressure], at: {x} | MemoryResponse} & {more}';
  const whole = {
    name: 'a',
    of: [{ some: { percent10s: 1, percent60s: 0, percent300s: 0, totalUs: 0 } }],
    at: { x: 1 },
    more: 1,
  };
  assert.deepEqual(mismatches(shape, whole), []);
  assert.deepEqual(
    mismatches(shape, { name: 'a', of: [{ some: { percent10s: '1' } }], at: { x: 1, y: 2 }, extra: 1 }).filter(
      (one) => !one.includes('$.at'),
    ),
    [
      '$.extra is not documented',
      '$.of[0].some.percent10s is "1", not number',
      ...['percent60s', 'percent300s', 'totalUs'].map((name) => `$.of[0].some.${name} is undefined, not number`),
      '$.more is not there',
    ],
  );
  assert.match(mismatches(shape, { ...whole, at: { x: 1, y: 2 } })[0] ?? '', /\$\.at\.y is not documented/);
});

for (const [path, line] of Object.entries(TYPED)) {
  test(`osctl ${path}`, async () => {
    const people = await type(line);
    const programs = await type(`${line} -o json`);
    golden(import.meta.url, fileOf(path), `${people.transcript}\n${programs.transcript}`);
    assert.equal(programs.code, people.code);
    assert.deepEqual(undocumented(path, programs.stdout), []);
  });
}

const fileOf = (path: string): string => path.replaceAll(' ', '-');

async function type(line: string): Promise<Outcome & { readonly transcript: string }> {
  await prepare(line);
  const argv = line.split(' ').map((word) => word.replace('~', cluster.directory));
  const env = {
    KUBECONFIG: join(cluster.directory, 'kubeconfig'),
    EDITOR: 'sed -i s/cp-1/cp-2/',
    PATH: process.env['PATH'] ?? '',
  };
  const outcome = await cluster.run(argv, {
    env: line.startsWith('rollout') || /edit|explain|adopt/.test(line) ? env : {},
  });
  const { code, stdout, stderr } = outcome;
  const errors = stderr.replace(/^(?=.)/gm, '! ');
  const transcript = [`$ osctl ${line}\n`, stdout, errors, code === 0 ? '' : `(exit code ${code})\n`].join('');
  return { ...outcome, transcript: lasting(transcript) };
}

/** What a command takes away is there again for the next one. */
async function prepare(line: string): Promise<void> {
  if (line.startsWith('rollout') || /explain|adopt/.test(line)) await putRollout(apiserver, cluster.directory);
  if (line.startsWith('context group remove')) await cluster.run(['context', 'group', 'set', 'edge', 'worker-1']);
  if (line.startsWith('context group list')) await cluster.run(['context', 'group', 'remove', 'edge']);
  if (line.startsWith('context remove')) await cluster.run(['context', 'merge', join(cluster.directory, 'spare.yaml')]);
}

/** Without what is another one each time: ports, the directory, certificates, what an apiserver numbers. */
function lasting(text: string): string {
  return text
    .replaceAll(cluster.directory, '~')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:50000')
    .replaceAll(
      /(?<="(?:serial|uid|resourceVersion|notBefore|notAfter)": ")[^"]+|(?<=good until {2}|ends in ).*?(?="?,?\n)/g,
      '…',
    );
}
