/** What a hijacked part of a node could do: little. And how a node goes down: in order. */
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { create } from '@talos/lib/kube/apply.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { CERTIFICATE_SIGNING_REQUESTS } from '@talos/lib/kube/resources.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { createCsr } from '@talos/lib/trust/x509.ts';
import { parseAllDocuments } from 'yaml';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { command, tryCommand } from '../harness/command.ts';
import { inNode, inService, processesOf } from '../harness/inside.ts';

const cluster = TestCluster.shared();
let controlPlane: string;
let worker: string;
const containerOf = (node: string): string => `talos-${cluster.name}-${node}`;

before(async () => {
  [controlPlane] = (await cluster.nodes('control-plane')) as [string];
  worker = (await cluster.nodes('worker')).at(-1) as string;
});

/** The apiserver as whoever has that token sees it. */
async function withToken(token: string): Promise<Transport> {
  const access = await kubeconfigAccess({ path: cluster.facts.kubeconfig });
  const { ca } = (await access.credentials()).tls;
  const credentials = async () => ({ headers: { authorization: `Bearer ${token}` }, tls: { ...(ca && { ca }) } });
  return createTransport({ userAgent: 'talos-e2e', access: { ...access, credentials } });
}

interface Attempts {
  readonly read: Readonly<Record<string, string>>;
  readonly write: Readonly<Record<string, string>>;
  /** Commands of the processes that a signal would reach. */
  readonly signal: readonly string[];
  readonly call: Readonly<Record<'mount' | 'rawSocket' | 'packetSocket' | 'unshare' | 'becomeRoot', string>>;
}

/** One program for the service and for the node's root, so that what root can do shows that the program is able to. */
const ATTEMPTS = `
  const fs = await import('node:fs');
  const { createRequire } = await import('node:module');
  const { constants } = await import('node:os');
  const nameOf = (number) => Object.entries(constants.errno).find(([, value]) => value === number)?.[0] ?? String(number);
  const attempt = (work) => { try { work(); return 'done'; } catch (error) { return error.code ?? error.message; } };
  const each = (paths, work) => Object.fromEntries(paths.map((path) => [path, attempt(() => work(path))]));

  const koffi = createRequire('/')('/usr/lib/talos/koffi.node');
  const libc = koffi.load('libc.so.6');
  const call = (prototype, ...args) => {
    const result = libc.func(prototype)(...args);
    return { result, said: result === -1 ? nameOf(koffi.errno()) : 'done' };
  };
  const mounted = call('int mount(const char *, const char *, const char *, unsigned long, const char *)', 'none', '/tmp', 'tmpfs', 0, '');
  if (mounted.said === 'done') call('int umount2(const char *, int)', '/tmp', 2);
  const AF_INET = 2, AF_PACKET = 17, SOCK_RAW = 3, ICMP = 1, CLONE_NEWUSER_NEWNS = 0x10020000;
  const socket = 'int socket(int, int, int)';
  const becomeRoot = attempt(() => process.setuid(0));

  const reached = new Set();
  for (let pid = 1; pid < 65_536; pid++) {
    if (attempt(() => process.kill(pid, 0)) !== 'done') continue;
    let command = '';
    attempt(() => { command = fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8'); }); // it may have ended since
    reached.add(command.split('\\0').find((part) => part.endsWith('.mjs') || part === '--eval') ?? 'another');
  }
  return {
    read: each(input.read, (path) => fs.readFileSync(path)),
    write: each(input.write, (path) => { fs.writeFileSync(path, 'x'); fs.unlinkSync(path); }),
    signal: [...reached].sort(),
    call: {
      mount: mounted.said,
      rawSocket: call(socket, AF_INET, SOCK_RAW, ICMP).said,
      packetSocket: call(socket, AF_PACKET, SOCK_RAW, 0).said,
      becomeRoot,
      unshare: call('int unshare(int)', CLONE_NEWUSER_NEWNS).said,
    },
  };`;

const SECRETS = [
  '/var/lib/talos/config/current.yaml',
  '/var/lib/talos/pki/apid/server.key',
  '/var/lib/kubelet/kubeconfig',
  '/run/talos/balancer/members',
  '/run/talos/containers/balancer/config.json',
];

test('a hijacked apid reads no secret but its own, signals nothing, mounts nothing, opens no raw socket, writes nowhere', async () => {
  const asked = {
    read: [...SECRETS, '/run/talos/apid/server.key'],
    write: ['/x', '/usr/x', '/etc/x', '/run/talos/apid/x', '/run/talos/machined/x', '/tmp/x'],
  };
  const inApid = await inService<Attempts>(containerOf(worker), 'apid', ATTEMPTS, asked);
  for (const path of SECRETS) assert.match(inApid.read[path] as string, /^(ENOENT|EACCES)$/, path);
  assert.match(inApid.write['/x'] as string, /^E(ROFS|ACCES)$/);
  for (const path of asked.write.slice(1, -1)) assert.equal(inApid.write[path], 'EROFS', path);
  assert.deepEqual(inApid.call, {
    mount: 'EPERM',
    rawSocket: 'EPERM',
    packetSocket: 'EPERM',
    becomeRoot: 'EPERM',
    unshare: 'EPERM',
  });
  assert.deepEqual(inApid.signal, ['--eval', '/usr/lib/talos/apid.mjs'], 'itself and the probe');
  // The probe works where it may.
  assert.equal(inApid.read['/run/talos/apid/server.key'], 'done');
  assert.equal(inApid.write['/tmp/x'], 'done');

  const asRoot = await inNode<Attempts>(containerOf(worker), ATTEMPTS, { read: SECRETS, write: ['/tmp/x'] });
  for (const path of SECRETS) assert.equal(asRoot.read[path], 'done', path);
  assert.ok(asRoot.signal.includes('/usr/lib/talos/machined.mjs'));
  assert.ok(asRoot.signal.includes('another'));
  const { mount, rawSocket, packetSocket, becomeRoot, unshare } = asRoot.call;
  assert.deepEqual(
    [mount, rawSocket, packetSocket, becomeRoot],
    ['done', 'done', 'done', 'done'],
    `unshare: ${unshare}`,
  );
});

test('apid, the balancer and etcd run as users of their own, without a capability, behind a system call filter', async () => {
  const found = [
    ...(await processesOf(containerOf(controlPlane))).filter(({ command }) => !/^\S*(runc|tini)\b/.test(command)),
    ...(await processesOf(containerOf(worker))).filter(({ command }) => !/^\S*(runc|tini)\b/.test(command)),
  ];
  for (const [program, uid, instances] of [
    [/talos\/apid\.mjs/, 50, 2],
    [/talos\/balancer\.mjs/, 51, 2],
    [/^\/usr\/bin\/etcd /, 60, 1],
  ] as const) {
    const running = found.filter(({ command }) => program.test(command));
    assert.equal(running.length, instances, `${program}`);
    for (const one of running) {
      assert.deepEqual(one.uids, [uid, uid, uid, uid]);
      assert.match(one.effective, /^0+$/);
      assert.match(one.bounding, /^0+$/);
      assert.equal(one.noNewPrivileges, true);
      assert.equal(one.seccomp, 2);
    }
  }
  // The look itself is able to see a capability.
  assert.ok(found.some(({ command, effective }) => /machined\.mjs/.test(command) && !/^0+$/.test(effective)));
});

test("machined's socket is for apid alone", async () => {
  const connect = `
    const { connect } = await import('node:net');
    return new Promise((resolve) => {
      const socket = connect('/run/talos/machined/machined.sock');
      socket.once('connect', () => { socket.destroy(); resolve('connected'); });
      socket.once('error', (error) => resolve(error.code));
    });`;
  assert.equal(await inService(containerOf(worker), 'apid', connect), 'connected');
  assert.equal(await inService(containerOf(worker), 'balancer', connect), 'ENOENT');
  // A user that is neither root nor apid, even where the path exists.
  const asNobody = `process.setgroups([]); process.setgid(65534); process.setuid(65534); ${connect}`;
  assert.equal(await inNode(containerOf(worker), asNobody), 'EACCES');
  assert.equal(await inNode(containerOf(worker), connect), 'connected');
});

test('a stolen worker joins as itself only: its token gets it no certificate of another name', async () => {
  const config = await inNode<string>(
    containerOf(worker),
    `return (await import('node:fs')).readFileSync('/var/lib/talos/config/current.yaml', 'utf8');`,
  );
  const trust = parseAllDocuments(config)
    .map((document) => document.toJS() as { readonly kind: string; readonly spec: Record<string, unknown> })
    .find(({ kind }) => kind === 'TrustConfig')?.spec;
  assert.deepEqual(Object.keys(trust ?? {}).sort(), ['bootstrapToken', 'digestKey', 'join', 'kubernetesCA', 'osCA']);
  const token = String(trust?.['bootstrapToken']);
  const asked: string[] = [];
  const thief = await withToken(token);
  const ask = async (name: string): Promise<string> => {
    const { csrPem } = await createCsr({
      subject: { CN: `system:node:${name}`, O: ['system:nodes'] },
      algorithm: 'ecdsa-p256',
    });
    const made = await create(
      thief,
      CERTIFICATE_SIGNING_REQUESTS,
      {
        metadata: { name: `theft-${name}-${Date.now()}` },
        spec: {
          signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
          usages: ['digital signature', 'client auth'],
          request: Buffer.from(csrPem).toString('base64'),
        },
      },
      { signal: AbortSignal.timeout(20_000) },
    );
    asked.push(made.metadata.name);
    return made.metadata.name;
  };
  const other = (await cluster.nodes('worker')).find((name) => name !== worker) as string;
  const stolen = [await ask(controlPlane), await ask(other)];
  const own = await ask(worker);
  const csr = (name: string) =>
    cluster.get<{ status?: { certificate?: string; conditions?: readonly { type: string }[] } }>('csr', name);
  try {
    // Asked for last and answered: the others were looked at, too.
    await eventually('a certificate of its own name', 30_000, async () => (await csr(own)).status?.certificate);
    for (const name of stolen) {
      const { status } = await csr(name);
      assert.deepEqual([status?.certificate, status?.conditions], [undefined, undefined], name);
    }
    await eventually('the operator to say why', 20_000, async () => {
      const events = await cluster.kubectl(['get', 'events', '-A', '-o', 'json']);
      const { items } = JSON.parse(events) as {
        readonly items: readonly { readonly reason: string; readonly involvedObject: { readonly name: string } }[];
      };
      return stolen.every((name) =>
        items.some((event) => event.reason === 'WrongSubject' && event.involvedObject.name === name),
      );
    });
  } finally {
    thief.close();
    await cluster.kubectl(['delete', 'csr', ...asked]);
  }
});

test('the root of a running node is read-only, and holds neither a shell nor a setuid program', async () => {
  const writes = await inNode<Record<string, string>>(
    containerOf(worker),
    `const { writeFileSync, unlinkSync } = await import('node:fs');
     return Object.fromEntries(input.map((path) => {
       try { writeFileSync(path, 'x'); unlinkSync(path); return [path, 'done']; } catch (error) { return [path, error.code]; }
     }));`,
    ['/x', '/usr/x', '/usr/bin/x', '/usr/lib/talos/machined.mjs.x', '/etc/x', '/opt/x', '/root/x', '/run/x'],
  );
  const { '/run/x': allowed, ...refused } = writes;
  assert.deepEqual(new Set(Object.values(refused)), new Set(['EROFS']), JSON.stringify(refused));
  assert.equal(allowed, 'done');

  const walked = await inNode<{ files: number; shells: string[]; setuid: string[] }>(
    containerOf(worker),
    `const { lstatSync, readdirSync } = await import('node:fs');
     const shells = [], setuid = [];
     const device = lstatSync('/').dev;
     let files = 0;
     const walk = (directory) => {
       for (const name of readdirSync(directory)) {
         const path = (directory === '/' ? '' : directory) + '/' + name;
         const found = lstatSync(path);
         if (/^(ba|da|a|z|c|tc|k|fi)?sh$|^busybox|^(python|perl|lua)[\\d.]*$/.test(name) && !found.isDirectory()) shells.push(path);
         if (found.isFile() && (found.mode & 0o6000) !== 0) setuid.push(path);
         if (found.isFile()) files++;
         // /var is on the same disk, and belongs to pods.
         if (found.isDirectory() && found.dev === device && path !== '/var') walk(path);
       }
     };
     walk('/');
     return { files, shells, setuid };`,
  );
  assert.ok(walked.files > 50, 'the walk sees files');
  assert.deepEqual([walked.shells, walked.setuid], [[], []]);
  const shell = await tryCommand('docker', ['exec', containerOf(worker), '/bin/sh', '-c', 'true']);
  assert.notEqual(shell.status, 0);
});

test("an orphan's orphan leaves no zombie", async () => {
  const child = await inNode<number>(
    containerOf(worker),
    `// The middle one ends first, so that the last one is nobody's child. The kernel gives it to another parent before it lets the
     // middle one be waited for, but after it closed the middle one's files: the end of its output would be too early to look.
     const last = "setInterval(() => {}, 1000)";
     const middle = "const child = require('node:child_process').spawn('/usr/bin/node', ['--eval', " + JSON.stringify(last) + "], { detached: true, stdio: 'ignore' }); child.unref(); console.log(child.pid); process.exit(0)";
     const { spawnSync } = await import('node:child_process');
     const pid = Number(spawnSync('/usr/bin/node', ['--eval', middle], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }).stdout);
     const { readFileSync } = await import('node:fs');
     const parent = /^PPid:\\s+(\\d+)/m.exec(readFileSync('/proc/' + pid + '/status', 'utf8'))[1];
     process.kill(pid, 'SIGKILL');
     if (parent !== '1') throw new Error('the parent of the orphan is ' + parent);
     return pid;`,
  );
  await eventually('the orphan to be reaped', 10_000, async () => {
    return !(await processesOf(containerOf(worker))).some(({ pid }) => pid === child);
  });
});

test('a refused call is in the audit log of the node that refused it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-audit-'));
  const config = join(directory, 'osctl.yaml');
  const secrets = join(cluster.facts.configPath, '..', 'clusters', cluster.name, 'secrets.yaml');
  const client = await cluster.osctl(['gen', 'client', '--secrets', secrets, '--role', 'os:reader', '--name', 'rita']);
  const node = await cluster.get<{ status: { addresses: { type: string; address: string }[] } }>('node', worker);
  const address = node.status.addresses.find(({ type }) => type === 'InternalIP')?.address;
  await writeFile(config, client.replace('members: {}', `members: { ${worker}: ${address} }`));
  const result = await cluster.tryOsctl(['-n', worker, 'reboot'], { env: { OSCTL_CONFIG: config } });
  assert.equal(result.status, 1);
  assert.match(result.stderr, /os:operator/);
  const record = await eventually('the audit record', 20_000, async () => {
    const lines = await inNode<string[]>(
      containerOf(worker),
      `return (await import('node:fs')).readFileSync('/var/lib/talos/audit/audit.log', 'utf8').trim().split('\\n');`,
    );
    return lines
      .map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
      .findLast(({ subject, method }) => subject === 'rita' && method === '/osctl.v1alpha1.Lifecycle/Reboot');
  });
  assert.equal(record['role'], 'os:reader');
  assert.deepEqual([record['result'], record['reason']], ['REFUSED', 'ROLE_TOO_SMALL']);
});

interface Line {
  readonly time: number;
  readonly msg: string;
  readonly type?: string;
  readonly subject?: string;
  readonly action?: string;
  readonly class?: string;
  readonly how?: string;
}

/** What machined said on the node's console from `since` until it let go of the power. */
async function lastWords(node: string, since: string): Promise<readonly Line[]> {
  const { stdout } = await tryCommand('docker', ['logs', '--since', since, containerOf(node)]);
  const lines = stdout.split('\n').flatMap((line): Line[] => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
  const end = lines.findIndex(({ msg }) => msg === 'power');
  assert.ok(end >= 0, 'machined said that it lets go of the power');
  return lines.slice(0, end + 1);
}

/** Services in the order in which they were down, and the classes of pods where they were stopped. */
const orderOf = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ msg, type, subject, action, class: pods }) => {
    if (msg === 'stopping pods') return [`pods:${pods}`];
    return type === 'service' && action === 'STOPPED' ? [subject as string] : [];
  });

test('a node stops its pods by their class, then its services in reverse, etcd last', async () => {
  const before = await cluster.status(controlPlane);
  const since = new Date().toISOString();
  await cluster.osctl(['-n', controlPlane, 'reboot']);
  const lines = await lastWords(controlPlane, since);
  const order = orderOf(lines);
  assert.deepEqual(
    order.filter((entry) => !entry.startsWith('pods:')),
    ['control-plane', 'kubelet', 'containerd', 'balancer', 'apid', 'etcd'],
  );
  assert.deepEqual(order.slice(order.indexOf('kubelet') + 1, order.indexOf('containerd')), [
    'pods:system',
    'pods:static',
    'pods:apiserver',
  ]);
  assert.equal(lines.at(-1)?.how, 'reboot');
  const after = await eventually('the control plane to be itself again', 120_000, async () => {
    const status = await cluster.status(controlPlane);
    return status.bootId !== before.bootId && status.unmet.length === 0 && status;
  });
  assert.equal(after.slots?.booted, before.slots?.booted);
  await eventually('it to be Ready', 60_000, async () => isReady(await cluster.node(controlPlane)));
});

test('a stopped node stays down, and boots the same slot when it is started', async () => {
  const before = await cluster.status(worker);
  const since = new Date().toISOString();
  await command('docker', ['stop', containerOf(worker)]);
  const state = JSON.parse(await command('docker', ['inspect', '-f', '{{json .State}}', containerOf(worker)])) as {
    readonly Running: boolean;
    readonly Restarting: boolean;
    readonly ExitCode: number;
  };
  // Not killed at the end of the engine's patience (137), nor restarted by its policy (anything but 0).
  assert.deepEqual([state.Running, state.Restarting, state.ExitCode], [false, false, 0]);
  const order = orderOf(await lastWords(worker, since));
  assert.deepEqual(
    order.filter((entry) => !entry.startsWith('pods:')),
    ['kubelet', 'containerd', 'balancer', 'apid'],
  );

  await command('docker', ['start', containerOf(worker)]);
  const after = await eventually('the node to be itself again', 120_000, async () => {
    const status = await cluster.status(worker);
    return status.bootId !== before.bootId && status.unmet.length === 0 && status;
  });
  assert.deepEqual([after.slots?.booted, after.digest], [before.slots?.booted, before.digest]);
  await eventually('Kubernetes to see the new boot Ready', 90_000, async () => {
    const node = await cluster.node(worker);
    return isReady(node) && node.status.nodeInfo.bootID === after.bootId;
  });
});
