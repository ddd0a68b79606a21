/** Looking into nodes without a shell; and what the door refuses. */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '@talos/tools/run.ts';
import { parse } from 'yaml';
import { eventually, TestCluster } from '../harness/cluster.ts';
import { command } from '../harness/command.ts';

const cluster = TestCluster.shared();
const [CONTROL_PLANE, WORKER, OTHER] = ['cp-1', 'worker-1', 'worker-2'].map((name) => `${cluster.name}-${name}`) as [
  string,
  string,
  string,
];

/** Nobody listens there. */
const CAPTURED_PORT = 40_123;

interface WithAddresses {
  readonly status: { readonly addresses: readonly { readonly type: string; readonly address: string }[] };
}

test('all services of a node are healthy, etcd on the control plane only', async () => {
  const control = await cluster.status(CONTROL_PLANE);
  assert.deepEqual(control.unmet, []);
  assert.ok(control.services.some((service) => service.id === 'etcd' && service.health === 'HEALTHY'));
  const worker = await cluster.status(WORKER);
  assert.deepEqual(worker.unmet, []);
  assert.ok(!worker.services.some((service) => service.id === 'etcd' && service.state === 'ACTIVE'));
  assert.deepEqual(
    worker.services.filter((service) => service.health === 'UNHEALTHY').map((service) => service.id),
    [],
  );
});

test('several nodes answer at once, and one that is away does not hide the others', async () => {
  const result = await cluster.tryOsctl([
    '-n',
    `${CONTROL_PLANE},${WORKER},127.0.0.9`,
    '-o',
    'json',
    '--timeout',
    '20s',
    'version',
  ]);
  assert.equal(result.status, 1);
  const answers = JSON.parse(result.stdout) as {
    node: string;
    result?: { version: string };
    error?: { code: string };
  }[];
  assert.deepEqual(
    answers.map((answer) => [answer.node, answer.result?.version ?? answer.error?.code]),
    [
      [CONTROL_PLANE, '1.0.0'],
      [WORKER, '1.0.0'],
      ['127.0.0.9', 'UNAVAILABLE'],
    ],
  );
  assert.match(result.stderr, /node 127\.0\.0\.9: .*is the node up/);
  assert.match(result.stderr, /2 of 3 nodes answered/);
});

test('logs, kernel log, processes, files and events can be read', async () => {
  assert.match(await cluster.osctl(['-n', WORKER, 'logs', 'kubelet', '--tail', '50']), /kubelet|kube/);
  assert.match(await cluster.osctl(['-n', WORKER, 'processes']), /containerd/);
  assert.match(await cluster.osctl(['-n', WORKER, 'cat', '/usr/share/talos/release.json']), /"version": ?"1\.0\.0"/);
  assert.match(await cluster.osctl(['-n', WORKER, 'ls', '/var/log']), /pods/);
  assert.match(await cluster.osctl(['-n', WORKER, 'events', '--tail', '200']), /boot/);
});

test('processors, memory, clock, disks and networks are told as they are', async () => {
  // Two at a time: each is a new process, and the host may have two cores.
  const look = (...args: string[]) => cluster.osctl(['-n', CONTROL_PLANE, ...args]);
  const host = async () => {
    assert.match(await look('cpu', '--interval', '0s'), /^all .* host +[0-9]+ processors$/m);
    assert.match(await look('memory'), /GiB .* host /);
    assert.match(await look('load'), / host$/m);
    assert.match(await look('time'), /[+-][0-9.]+m?s .* the host/);
    assert.match(await look('disks'), /^\S+ +[0-9.]+ [GT]iB +disk .* host .* system/m);
    assert.match(await look('mounts'), /^\/var +\S+ +\/dev\//m);
    assert.match(await look('df'), /^\/var .*%/m);
    assert.match(await look('du', '/var/log'), / \/var\/log\/pods$/m);
  };
  const network = async () => {
    assert.match(await look('interfaces'), /^eth0 +up .* 10\.[0-9.]+\/24/m);
    assert.match(await look('routes'), /^default \(ipv4\) +10\./m);
    assert.match(await look('resolve', 'example.com'), /^NAME SERVER +RESULT +TOOK +ADDRESSES$/m);
    assert.match(await look('netstat', '--listening'), /^tcp6? +listen .*:6443 .* kube-apiserver \(/m);
    const pods = await look('interfaces', '--pods');
    const dns = /^(kube-system\/coredns-\S+) +eth0 .* 10\.244\.[0-9.]+\/[0-9]+/m.exec(pods)?.[1];
    assert.ok(dns !== undefined, pods);
    assert.match(await look('netstat', '--listening', '--udp', '--pod', dns), /^udp6? .*:5353 .* coredns \(/m);
    const elsewhere = await cluster.tryOsctl(['-n', WORKER, 'routes', '--pod', dns]);
    assert.deepEqual([elsewhere.status, elsewhere.stdout], [1, '']);
    assert.match(elsewhere.stderr, /no pod kube-system\/coredns-\S+ runs on this node/);
    assert.match(await look('processes', '--sort', 'cpu', '--limit', '5'), /kube-apiserver/);
  };
  await Promise.all([host(), network()]);
});

test('logs of two nodes are one, events are of a type, and a fresh node knows its boots', async () => {
  const both = await cluster.osctl(['-n', `${CONTROL_PLANE},${WORKER}`, 'logs', 'machined', '--since', '1h']);
  const lines = both
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/));
  assert.deepEqual([...new Set(lines.map(([node]) => node))].sort(), [CONTROL_PLANE, WORKER]);
  // Between nodes the order is kept for as long as each answers in time; within a node always.
  for (const name of [CONTROL_PLANE, WORKER]) {
    const times = lines.filter(([node]) => node === name).map(([, time]) => time ?? '');
    assert.deepEqual(times, times.toSorted(), name);
  }
  const events = await cluster.osctl(['-n', WORKER, 'events', '--type', 'service', '--tail', '5']);
  for (const line of events.trim().split('\n')) assert.match(line, / service\//);
  assert.match(await cluster.osctl(['-n', WORKER, 'boots']), /^[0-9a-f]{8} /m);
  assert.equal((await cluster.tryOsctl(['-n', WORKER, 'dmesg', '--tail', '1'])).status, 0);
});

test('files and directories come whole', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-cp-'));
  const copy = (from: string) => cluster.tryOsctl(['cp', `${WORKER}:${from}`, directory]);
  const release = await copy('/usr/share/talos/release.json');
  assert.equal(release.status, 0, release.stderr);
  assert.equal(
    await readFile(join(directory, 'release.json'), 'utf8'),
    await cluster.osctl(['-n', WORKER, 'cat', '/usr/share/talos/release.json']),
  );
  const logs = await copy('/var/lib/talos/logs');
  assert.equal(logs.status, 0, logs.stderr);
  const { bootId } = await cluster.status(WORKER);
  assert.match(await readFile(join(directory, 'logs', bootId, 'machined.log'), 'utf8'), /"msg":"boot"/);
  const archive = await cluster.osctl(['cp', `${WORKER}:/usr/share/talos`, '-']);
  assert.ok(archive.includes('release.json\0'), 'an archive of the directory');
  const outside = await copy('/root');
  assert.equal(outside.status, 1);
});

test('no path leads outside the allowed roots', async () => {
  for (const path of [
    '/var/log/../lib/talos/pki',
    '/usr/share/talos/../../../proc/1/environ',
    '/proc/1/root/etc/passwd',
    '/root',
  ]) {
    const result = await cluster.tryOsctl(['-n', WORKER, 'cat', path]);
    assert.notEqual(result.status, 0, path);
    assert.equal(result.stdout, '', path);
  }
});

test('a reader may look and not touch; a stranger may nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-client-'));
  const reader = join(directory, 'reader.yaml');
  const own = join(cluster.facts.configPath, '..', 'clusters', cluster.name, 'secrets.yaml');
  const client = await cluster.osctl(['gen', 'client', '--secrets', own, '--role', 'os:reader', '--name', 'rita']);
  await writeFile(reader, client.replace('members: {}', `members: { ${WORKER}: ${await address(WORKER)} }`));
  const asReader = { env: { OSCTL_CONFIG: reader } };
  assert.match(await cluster.osctl(['-n', WORKER, 'version'], asReader), /1\.0\.0/);
  const reboot = await cluster.tryOsctl(['-n', WORKER, 'reboot'], asReader);
  assert.equal(reboot.status, 1);
  assert.match(reboot.stderr, /os:operator/);
  const trust = await cluster.tryOsctl(['-n', WORKER, 'cat', '/var/lib/talos/config/current.yaml'], asReader);
  assert.equal(trust.status, 1);
  const kind = await cluster.tryOsctl(['-n', WORKER, 'get', 'trust'], asReader);
  assert.match(kind.stderr, /only os:admin may read it/);

  const foreign = join(directory, 'foreign-secrets.yaml');
  await writeFile(foreign, await cluster.osctl(['gen', 'secrets', 'elsewhere']));
  const stranger = join(directory, 'stranger.yaml');
  await writeFile(stranger, await cluster.osctl(['gen', 'client', '--secrets', foreign, '--role', 'os:admin']));
  const refused = await cluster.tryOsctl(['-n', await address(WORKER), '--timeout', '5s', 'version'], {
    env: { OSCTL_CONFIG: stranger },
  });
  assert.equal(refused.status, 1);
  assert.equal(refused.stdout, '');
});

test('a wrong configuration is refused with the name of its field, a right one shows its difference first', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-config-'));
  const before = await cluster.osctl(['-n', WORKER, 'config', 'get']);
  assert.doesNotMatch(before, /PRIVATE KEY|bootstrapToken/);
  const path = join(directory, 'config.yaml');
  await writeFile(path, before.replace('podCIDR', 'podCIDRs'));
  const refused = await cluster.tryOsctl(['-n', WORKER, 'config', 'apply', '-f', path]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /ClusterConfig\.spec\.podCIDRs.*podCIDR/);

  await writeFile(
    path,
    `${before}---\napiVersion: osctl.dev/v1alpha1\nkind: KubeletConfig\nspec:\n  extraConfig:\n    maxPods: 99\n`,
  );
  const dry = await cluster.osctl(['-n', WORKER, 'config', 'apply', '-f', path, '--dry-run']);
  assert.match(dry, /^\+.*maxPods: 99/m);
  assert.match(dry, /restarts kubelet/);
  assert.doesNotMatch(await cluster.osctl(['-n', WORKER, 'config', 'get']), /maxPods/);
});

test('a service is restarted and comes back', async () => {
  const before = (await cluster.status(WORKER)).services.find((service) => service.id === 'kubelet') as
    | { pid?: number }
    | undefined;
  await cluster.osctl(['-n', WORKER, 'service', 'restart', 'kubelet']);
  const after = (await cluster.status(WORKER)).services.find((service) => service.id === 'kubelet') as
    | { pid?: number; state?: string }
    | undefined;
  assert.notEqual(after?.pid, before?.pid);
  assert.equal(after?.state, 'ACTIVE');
});

test('a service is stopped, says so, and is started again; the door is not closed', async () => {
  const service = async (...words: string[]) => cluster.tryOsctl(['-n', WORKER, 'service', ...words]);
  assert.equal((await service('stop', 'balancer')).status, 0);
  assert.match(
    (await cluster.status(WORKER)).unmet.join(),
    /balancer: stopped on demand; osctl service start balancer/,
  );
  assert.match((await service('start', 'balancer')).stdout, /balancer +active +healthy/);
  assert.match((await service('balancer')).stdout, /stopped +unknown .*stopped on demand/);
  const apid = await service('stop', 'apid');
  assert.equal(apid.status, 1);
  assert.match(apid.stderr, /osctl service restart apid/);
});

test('containers are listed and measured, and one is restarted', async () => {
  const id = `kube-system/kube-scheduler-${CONTROL_PLANE}/kube-scheduler`;
  assert.match(await cluster.osctl(['-n', CONTROL_PLANE, 'containers']), new RegExp(`^${id} +running`, 'm'));
  const stats = await cluster.osctl(['-n', CONTROL_PLANE, 'stats', '--sort', 'memory', '--interval', '100ms']);
  for (const name of ['service +kubelet', 'service +etcd', 'service +machined', `container +${id}`]) {
    assert.match(stats, new RegExp(`^${name} .*%`, 'm'));
  }
  assert.match(await cluster.osctl(['-n', CONTROL_PLANE, 'container', 'restart', id]), /Completed .* running$/m);
});

test('an image is pulled ahead of its pods, listed and collected; the slots are told beside it', async () => {
  const node = ['-n', WORKER];
  const release = JSON.parse(await cluster.osctl([...node, 'cat', '/usr/share/talos/release.json']));
  // The registry has it, and on a worker nothing runs from it.
  const image = (release as { images: Record<string, string> }).images['kube-scheduler'] ?? '';
  assert.match(
    await cluster.osctl([...node, 'image', 'pull', image]),
    /layer sha256:\w+ is there[\s\S]*pull-image done/,
  );
  const images = await cluster.osctl([...node, 'images']);
  assert.match(images, /slot a \(1\.0\.0, booted\)/);
  assert.match(images, /^osctl\.dev\/pause\S* .* yes/m);
  assert.match(await cluster.osctl([...node, 'image', 'gc']), /^osctl\.dev\/kube-scheduler/m);
  const missing = await cluster.tryOsctl([...node, 'image', 'pull', 'osctl.dev/nowhere:1']);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /not found/);
});

test('whatever the node holds can be read by its kind', async () => {
  const get = (...words: string[]) => cluster.osctl(['-n', CONTROL_PLANE, 'get', ...words]);
  assert.match(await get('kinds'), /^trust +yes/m);
  assert.match(await get('certificates'), /^pki\/etcd\/server\.crt .* in \d+d/m);
  assert.match(await get('members'), new RegExp(` ${CONTROL_PLANE} +yes +no +yes `));
  assert.doesNotMatch(await get('document', '-o', 'yaml'), /PRIVATE KEY/);
});

test('packets are captured, and what tcpdump refuses is told', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'talos-e2e-pcap-')), 'a.pcap');
  const { addresses } = (await cluster.get<WithAddresses>('node', WORKER)).status;
  const address = addresses.find(({ type }) => type === 'InternalIP')?.address;
  const sent = Buffer.from('sent by the test itself');
  const sender = createSocket('udp4');
  const sending = setInterval(() => sender.send(sent, CAPTURED_PORT, address), 200);
  // The file is full with the second one.
  const flags = ['--filter', `udp port ${CAPTURED_PORT}`, '--max-bytes', '150', '--duration', '30s'];
  const startMs = Date.now();
  const result = await cluster.tryOsctl(['-n', WORKER, 'pcap', path, ...flags]);
  clearInterval(sending);
  sender.close();
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stderr, /1 packets, .*ended by --max-bytes/);
  // https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-05.html
  const file = await readFile(path);
  assert.equal(file.readUInt32LE(0), 0xa1b2c3d4);
  const [seconds, kept, whole] = [file.readUInt32LE(24), file.readUInt32LE(32), file.readUInt32LE(36)];
  assert.ok(seconds >= Math.floor(startMs / 1000) && seconds <= Date.now() / 1000, 'taken meanwhile');
  assert.deepEqual([kept, file.length], [whole, 24 + 16 + kept]);
  const udp = file.subarray(-sent.length - 8);
  assert.deepEqual([udp.readUInt16BE(2), udp.readUInt16BE(4)], [CAPTURED_PORT, 8 + sent.length]);
  assert.ok(udp.subarray(8).equals(sent));
  for (const [flag, value, told] of [
    ['--filter', 'prot 53', /the filter was not understood/],
    ['--interface', 'eth9', /there is no interface eth9/],
  ] as const) {
    const refused = await cluster.tryOsctl(['-n', WORKER, 'pcap', path, flag, value]);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, told);
  }
});

test('etcd tells of itself and gives a whole snapshot', async () => {
  assert.match(await cluster.osctl(['-n', CONTROL_PLANE, 'etcd', 'members']), /leader +yes/);
  const path = join(await mkdtemp(join(tmpdir(), 'talos-e2e-etcd-')), 'snapshot.db');
  const result = await cluster.tryOsctl(['-n', CONTROL_PLANE, 'etcd', 'snapshot', path]);
  assert.equal(result.status, 0, result.stderr);
  assert.ok((await readFile(path)).length > 1_000_000);
  const worker = await cluster.tryOsctl(['-n', WORKER, 'etcd', 'status']);
  assert.equal(worker.status, 1);
});

test('health sees the whole cluster, each check with its evidence', async () => {
  const report = JSON.parse(await cluster.osctl(['health', '--wait', '60s', '-o', 'json'])) as {
    readonly state: string;
    readonly checks: readonly { readonly id: string; readonly state: string; readonly findings: readonly unknown[] }[];
  };
  const states = new Map(report.checks.map((check) => [check.id, check.state]));
  for (const id of ['nodes-answer', 'etcd-quorum', 'etcd-store', 'kubernetes-api', 'kubernetes-nodes']) {
    assert.equal(states.get(id), 'ok', `${id}: ${JSON.stringify(report.checks.find((check) => check.id === id))}`);
  }
  // Other stories restart services, which is worth a warning for a while.
  assert.notEqual(states.get('services'), 'failed');
  assert.ok(!report.checks.some((check) => check.state === 'unknown'), JSON.stringify(report.checks));
});

test('a group stands for its nodes', async () => {
  const result = await cluster.tryOsctl(['-n', '@all', 'version']);
  assert.equal(result.status, 0);
  assert.match(result.stdout, new RegExp(`^${CONTROL_PLANE} `, 'm'));
  assert.match(result.stderr, /^3 of 3 nodes answered$/m);
  assert.doesNotMatch(await cluster.osctl(['-n', '@workers', 'version']), new RegExp(CONTROL_PLANE));
});

test("a support archive has every node and Kubernetes in it, and none of the cluster's keys", async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-support-'));
  const path = join(directory, 'support.tar.gz');
  const { missing } = JSON.parse(await cluster.osctl(['-o', 'json', 'support', path])) as {
    readonly missing: readonly { readonly path: string; readonly why: string }[];
  };
  // Files of single pods come and go; nothing else may be missing.
  assert.deepEqual(
    missing.filter((one) => !one.path.includes('/logs/')),
    [],
  );
  await command('tar', ['-xzf', path, '-C', directory, '--strip-components=1']);
  const files = globSync('**/*', { cwd: directory, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
  for (const name of ['pods.json', 'machines.json', 'kubelet.log', 'status.json']) {
    assert.ok(
      files.some((entry) => entry.name === name),
      name,
    );
  }
  const secrets = await readFile(
    join(cluster.facts.configPath, '..', 'clusters', cluster.name, 'secrets.yaml'),
    'utf8',
  );
  const keys = [
    ...`${secrets}\n${await readFile(cluster.facts.configPath, 'utf8')}`.matchAll(/PRIVATE KEY-----\n\s*(\S{40,})/g),
  ];
  const tokens = [...secrets.matchAll(/^(?:bootstrapToken|digestKey|\s+secretbox): (\S+)$/gm)];
  assert.ok(keys.length >= 6 && tokens.length >= 2);
  for (const [, secret = ''] of [...keys, ...tokens]) {
    assert.ok(!texts.some((text) => text.includes(secret)), `${secret.slice(0, 6)}…`);
  }
});

test('kubectl takes osctl as its plugin, and completes it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-plugin-'));
  const bin = join(projectRoot, 'osctl', 'bin');
  await symlink(join(bin, 'osctl.js'), join(directory, 'kubectl-osctl'));
  await symlink(join(bin, 'kubectl_complete-osctl.js'), join(directory, 'kubectl_complete-osctl'));
  const env = { PATH: `${directory}:${dirname(process.execPath)}:/usr/bin:/bin` };
  assert.match(await cluster.kubectl(['osctl', '-n', WORKER, 'version'], { env }), /1\.0\.0/);
  assert.equal((await cluster.tryKubectl(['osctl', '-n', WORKER, 'versoin'], { env })).status, 2);
  assert.match(await cluster.kubectl(['__complete', 'osctl', '-n', '@w'], { env }), /^@workers\t/m);
});

async function address(node: string): Promise<string> {
  const found = await cluster.get<{ status: { addresses: { type: string; address: string }[] } }>('node', node);
  return found.status.addresses.find((one) => one.type === 'InternalIP')?.address ?? '';
}

test('a worker is reached by way of another node; both know of it', async () => {
  const direct = JSON.parse(await cluster.osctl(['-n', WORKER, 'version', '-o', 'json'])) as unknown;
  const viaWorker = ['-n', WORKER, '--via', OTHER];
  assert.deepEqual(JSON.parse(await cluster.osctl([...viaWorker, 'version', '-o', 'json'])), direct);
  await cluster.osctl([...viaWorker, 'service', 'restart', 'balancer']);
  const audited = async (node: string): Promise<readonly { method: string; target: string; result: string }[]> =>
    (await cluster.osctl(['-n', node, '-o', 'json', 'audit', '--tail', '50']))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { method: string; target: string; result: string });
  await eventually('the node between to have recorded the tunnel', 10_000, async () =>
    (await audited(OTHER)).some(({ method, result }) => method.endsWith('Tunnel/Connect') && result === 'ACCEPTED'),
  );
  const last = (await audited(WORKER)).findLast(({ method }) => method.endsWith('Services/Restart'));
  assert.deepEqual([last?.target, last?.result], ['balancer', 'OK']);

  const stranger = await cluster.tryOsctl(['-n', '10.255.255.1', '--via', OTHER, 'version']);
  assert.equal(stranger.status, 1);
  assert.match(stranger.stderr, /by way of .*not a member of this cluster/);
});

test('the metrics of a node are read with the same identity as its API', async () => {
  const { contexts, currentContext } = parse(await readFile(cluster.facts.configPath, 'utf8')) as {
    currentContext: string;
    contexts: Record<string, { ca: string; certificate: string; key: string; members: Record<string, string> }>;
  };
  const context = contexts[currentContext];
  assert.ok(context);
  const { ca, certificate: cert, key, members } = context;
  const metrics = await new Promise<string>((resolve, reject) => {
    get({ host: members[WORKER], port: 50_002, path: '/metrics', ca, cert, key, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
  for (const line of [
    /^talos_service_healthy\{service="kubelet"\} 1$/m,
    /^talos_certificate_not_after_seconds\{certificate="kubelet\/client"\} \d+$/m,
    /^talos_api_calls_total\{method="osctl\.v1alpha1\.Services\/Restart",code="OK"\} \d+$/m,
    /^talos_slot_booted\{slot="[ab]",version="[^"]+"\} 1$/m,
    /^talos_filesystem_available_bytes\{mountpoint="\/var"\} [1-9]\d+$/m,
  ]) {
    assert.match(metrics, line);
  }
});
