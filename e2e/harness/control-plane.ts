import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { getAsset } from '@talos/tools/assets/index.ts';

export interface ControlPlaneOptions {
  readonly signal?: AbortSignal;
  /** More flags for kube-apiserver. */
  readonly apiserverArgs?: readonly string[];
}

/**
 * A real kube-apiserver on a real etcd, both on loopback, with RBAC on and nothing else: no controllers, no nodes.
 * Objects that a controller would make (a namespace's service account, a budget's status) are the test's to make.
 */
export interface ControlPlane {
  /** https://127.0.0.1:port; the same across restarts of the apiserver. */
  readonly server: string;
  /** A kubeconfig of system:masters, as text. */
  readonly kubeconfig: string;
  /** As system:masters. */
  readonly transport: Transport;
  /** A kubeconfig for one of the two users below. */
  kubeconfigOf(user: 'admin' | 'nobody'): string;
  /** Kills the apiserver, without warning. */
  stopApiserver(): Promise<void>;
  /** Starts it again on the same port, with its data. */
  startApiserver(): Promise<void>;
  /** Throws etcd's history away, so that old resource versions are gone (410). */
  compact(): Promise<void>;
  /** Ends both programs and removes their files. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
/** What a test runner or a person ends us with; `exit` handlers do not run then. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Starts a control plane for tests (6 to 10 s). The programs die with this process, however it ends but by SIGKILL.
 *
 * Errors: what the program that failed printed last is part of the message.
 */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const signal = options.signal ?? AbortSignal.timeout(15 * 60_000);
  const [etcdBinary, apiserverBinary] = await Promise.all([
    getAsset('etcd', { signal }),
    getAsset('kube-apiserver', { signal }),
  ]);
  const directory = await mkdtemp(join(tmpdir(), 'talos-control-plane-'));
  const children = new Set<ChildProcess>();
  const killAll = () => {
    for (const child of children) child.kill('SIGKILL');
    try {
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // a program that is not quite dead yet wrote once more; it is a temporary directory
    }
  };
  const onSignal = (name: NodeJS.Signals) => {
    killAll();
    forget();
    process.kill(process.pid, name);
  };
  const forget = () => {
    process.off('exit', killAll);
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  process.once('exit', killAll);
  for (const name of SIGNALS) process.once(name, onSignal);
  const stop = async () => {
    await Promise.all([...children].map(end));
    forget();
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  };

  const run = (name: string, binary: string, args: readonly string[]): ChildProcess => {
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'], env: {} });
    const log = createWriteStream(join(directory, `${name}.log`), { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    children.add(child);
    child.once('exit', () => {
      children.delete(child);
      log.end();
    });
    return child;
  };

  const until = async (name: string, child: ChildProcess, ready: () => Promise<boolean>) => {
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!(await ready().catch(() => false))) {
      signal.throwIfAborted();
      if (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
        await delay(50, undefined, { signal });
        continue;
      }
      const log = await readFile(join(directory, `${name}.log`), 'utf8').catch(() => '');
      throw new Error(`control plane: ${name} did not start:\n${log.slice(-2_000)}`);
    }
  };

  try {
    const [clientPort, peerPort, apiPort] = await freePorts(3);
    const etcdUrl = `http://127.0.0.1:${clientPort}`;
    const etcd = run('etcd', etcdBinary, [
      `--data-dir=${join(directory, 'etcd')}`,
      `--listen-client-urls=${etcdUrl}`,
      `--advertise-client-urls=${etcdUrl}`,
      `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
      // nothing here outlives a power cut
      '--unsafe-no-fsync',
      '--log-level=warn',
    ]);
    const tokens = { admin: randomBytes(16).toString('hex'), nobody: randomBytes(16).toString('hex') };
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const files = {
      tokens: join(directory, 'tokens.csv'),
      publicKey: join(directory, 'sa.pub'),
      privateKey: join(directory, 'sa.key'),
      certificates: join(directory, 'certificates'),
    };
    await Promise.all([
      writeFile(files.tokens, `${tokens.admin},admin,1,"system:masters"\n${tokens.nobody},nobody,2\n`, { mode: 0o600 }),
      writeFile(files.publicKey, key.publicKey.export({ type: 'spki', format: 'pem' })),
      writeFile(files.privateKey, key.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 }),
    ]);
    await until('etcd', etcd, async () => (await fetch(`${etcdUrl}/health`)).ok);

    const server = `https://127.0.0.1:${apiPort}`;
    const kubeconfigOf = (ca: string, token: string) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'test',
        clusters: [
          { name: 'test', cluster: { server, 'certificate-authority-data': Buffer.from(ca).toString('base64') } },
        ],
        users: [{ name: 'test', user: { token } }],
        contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
      });

    let apiserver: ChildProcess | undefined;
    const startApiserver = async (): Promise<string> => {
      const child = run('kube-apiserver', apiserverBinary, [
        `--etcd-servers=${etcdUrl}`,
        '--bind-address=127.0.0.1',
        '--advertise-address=127.0.0.1',
        `--secure-port=${apiPort}`,
        // it makes itself a certificate for 127.0.0.1 there, and finds it again after a restart
        `--cert-dir=${files.certificates}`,
        `--token-auth-file=${files.tokens}`,
        '--authorization-mode=Node,RBAC',
        '--service-cluster-ip-range=10.96.0.0/16',
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${files.publicKey}`,
        `--service-account-signing-key-file=${files.privateKey}`,
        // without its controller nothing could be made in a namespace
        '--disable-admission-plugins=ServiceAccount',
        '--endpoint-reconciler-type=none',
        '--shutdown-delay-duration=0s',
        ...(options.apiserverArgs ?? []),
      ]);
      apiserver = child;
      let ca = '';
      await until('kube-apiserver', child, async () => {
        ca = await readFile(join(files.certificates, 'apiserver.crt'), 'utf8');
        const probe = await connect(kubeconfigOf(ca, tokens.admin));
        try {
          // plain text, unlike all else; fails unless the answer is 200
          for await (const _ of await probe.lines({ path: '/readyz', signal, timeoutMs: 5_000 })) break;
          // the bootstrap's last acts: roles, and the namespace that Events go to
          await probe.request({ path: '/api/v1/namespaces/default', signal, timeoutMs: 5_000 });
          return true;
        } finally {
          probe.close();
        }
      });
      return ca;
    };

    const ca = await startApiserver();
    const kubeconfig = kubeconfigOf(ca, tokens.admin);
    const transport = await connect(kubeconfig);
    return {
      server,
      kubeconfig,
      transport,
      kubeconfigOf: (user) => kubeconfigOf(ca, tokens[user]),
      async stopApiserver() {
        if (apiserver) await end(apiserver);
      },
      async startApiserver() {
        await startApiserver();
      },
      async compact() {
        const post = async (path: string, body: object) => {
          const response = await fetch(`${etcdUrl}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
          if (!response.ok) throw new Error(`etcd ${path}: ${response.status} ${await response.text()}`);
          return (await response.json()) as { header: { revision: string } };
        };
        const { header } = await post('range', { key: Buffer.from('/').toString('base64'), limit: 1 });
        await post('compaction', { revision: header.revision, physical: true });
      },
      async stop() {
        transport.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connect(kubeconfig: string): Promise<Transport> {
  return createTransport({ access: await kubeconfigAccess({ text: kubeconfig }), userAgent: 'talos-test' });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Ports that were free just now, asked for together so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
