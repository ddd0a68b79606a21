/** The operator as it is shipped, as a process of its own, with the rights of its account. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { ControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { bundle, nodeBinary } from '@talos/image/bundle.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, issue } from '@talos/lib/trust/x509.ts';
import { NAMESPACE } from '@talos/operator/src/resources.ts';
import { install } from '@talos/operator/src/testing/install.testing.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { parse } from 'yaml';
import { cpuMsOf, memoryOf } from '../processes.ts';

/** As audit logs name the operator. */
export const USER = `system:serviceaccount:${NAMESPACE}:talos-operator`;

const SAMPLE_MS = 500;

export interface OperatorProcess {
  /** The most that was seen since the last call, in MB. */
  peakRssMb(): number;
  rssMb(): Promise<number>;
  /** What it has taken of processors so far. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

export interface OperatorProcessOptions {
  readonly plane: ControlPlane;
  readonly directory: string;
  /** Of the OS API. */
  readonly ca: CertAndKey;
  readonly signal: AbortSignal;
}

/** Errors: it has ended, and what it printed last. */
export async function startOperator(options: OperatorProcessOptions): Promise<OperatorProcess> {
  const { plane, directory, ca, signal } = options;
  const probePort = await freePort();
  const installed = await install(plane, signal);
  installed.transport.close();
  const client = await issue({ ca, ...osClient({ role: 'os:operator', subject: 'talos-operator' }) });
  const mount = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    await mkdir(join(directory, name));
    for (const [file, content] of Object.entries(files)) await writeFile(join(directory, name, file), content);
    return join(directory, name);
  };
  const program = join(directory, 'operator.mjs');
  await writeFile(program, (await bundle('operator/src/main.ts')).content);
  const { hostname, port } = new URL(plane.server);
  const child = spawn(nodeBinary('amd64'), [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: directory,
    env: {
      // of the image
      MALLOC_ARENA_MAX: '2',
      ...(await environmentOfPod()),
      NODE_NAME: 'bench',
      KUBERNETES_SERVICE_HOST: hostname,
      KUBERNETES_SERVICE_PORT: port,
      TALOS_PROBE_ADDRESS: `127.0.0.1:${probePort}`,
      TALOS_METRICS_PORT: '',
      TALOS_SERVICE_ACCOUNT_DIRECTORY: await mount('account', {
        token: installed.token,
        'ca.crt': installed.ca,
        namespace: NAMESPACE,
      }),
      TALOS_CLIENT_DIRECTORY: await mount('client', {
        'ca.crt': ca.cert,
        'tls.crt': client.certPem,
        'tls.key': client.keyPem,
      }),
    },
  });
  // However this process ends, it does not outlive it; who runs the control plane ends at once then.
  const kill = () => void child.kill('SIGKILL');
  const signals = ['SIGTERM', 'SIGINT'] as const;
  process.prependOnceListener('exit', kill);
  for (const name of signals) process.prependOnceListener(name, kill);
  const log = createWriteStream(join(directory, 'operator.log'));
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const pid = child.pid ?? 0;
  const rssMb = async (): Promise<number> => ((await memoryOf(pid))?.rssBytes ?? 0) / 1e6;
  let peak = 0;
  const timer = setInterval(async () => {
    peak = Math.max(peak, await rssMb());
  }, SAMPLE_MS);
  while (
    !(await fetch(`http://127.0.0.1:${probePort}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) {
      const text = await readFile(join(directory, 'operator.log'), 'utf8');
      throw new Error(`the operator has ended with ${child.exitCode}:\n${text.slice(-2_000)}`);
    }
    await systemClock.sleep(100, signal);
  }
  return {
    rssMb,
    peakRssMb() {
      const seen = peak;
      peak = 0;
      return seen;
    },
    cpuMs: async () => (await cpuMsOf(pid)) ?? Number.NaN,
    async stop() {
      clearInterval(timer);
      await end(child);
      process.off('exit', kill);
      for (const name of signals) process.off(name, kill);
      log.end();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What deploy/base sets to plain values. */
async function environmentOfPod(): Promise<Record<string, string>> {
  const daemonSet = parse(await readFile(join(projectRoot, 'deploy/base/operator.yaml'), 'utf8')) as {
    spec: { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } };
  };
  const entries = daemonSet.spec.template.spec.containers[0]?.env ?? [];
  return Object.fromEntries(entries.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}
