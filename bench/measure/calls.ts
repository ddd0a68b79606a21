/** How many small calls a node answers beside a bare grpc-js server, and what they cost the agent in memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@talos/lib/rpc/client.ts';
import { methodPath } from '@talos/lib/rpc/service.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, issue } from '@talos/lib/trust/x509.ts';
import { System, VersionResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type BenchCluster, type BenchNode, osApiAddress, workerOf } from '../cluster.ts';
import type { EchoInput } from '../echo.ts';
import { callsPerSecond, type Load } from '../ghz.ts';
import { alternate, median } from '../statistics.ts';
import { agentBytes, largestDuring } from './growth.ts';

const ROUNDS = 4;
const ROUND_S = 3;
const LIFETIME_MS = 3_600_000;
const ECHO_NAME = 'echo';

export async function measureCalls(
  cluster: BenchCluster,
  ghz: string,
  directory: string,
  /** Whether this user may look at the memory of the nodes' processes. */
  readable: boolean,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const node = workerOf(cluster);
  const ca = await cluster.authority();
  const files = await clientFiles(directory, ca);
  const load = (address: string, serverName: string): Load => ({ address, serverName, files, seconds: ROUND_S });
  const figures = new Map<string, number>();
  const echo = await startEcho(await echoInput(cluster, node, ca), signal);
  try {
    const ours = () => callsPerSecond(ghz, load(osApiAddress(node), node.name), signal);
    const theirs = () => callsPerSecond(ghz, load(`127.0.0.1:${echo.port}`, ECHO_NAME), signal);
    if (readable) {
      // Apart from the others: who reads memory takes processor time, too.
      const idle = await agentBytes(node, signal);
      figures.set('agent PSS growth, unary calls', ((await largestDuring(node, ours, signal)) - idle) / 1e6);
    }
    const { own, bare } = await alternate({ own: ours, bare: theirs }, ROUNDS);
    figures.set('unary calls', median(own));
    figures.set('unary calls, bare', median(bare));
    figures.set('unary calls : bare', median(own) / median(bare));
    return figures;
  } finally {
    await echo.stop();
  }
}

async function clientFiles(directory: string, ca: CertAndKey): Promise<Load['files']> {
  const home = await mkdtemp(join(directory, 'ghz-'));
  const subject = 'ghz';
  const { certPem, keyPem } = await issue({ ca, ...osClient({ role: 'os:reader', subject, lifetimeMs: LIFETIME_MS }) });
  const files = { ca: join(home, 'ca.crt'), cert: join(home, 'client.crt'), key: join(home, 'client.key') };
  await writeFile(files.ca, ca.cert);
  await writeFile(files.cert, certPem);
  await writeFile(files.key, keyPem, { mode: 0o600 });
  return files;
}

async function echoInput(cluster: BenchCluster, node: BenchNode, ca: CertAndKey): Promise<EchoInput> {
  using channel = cluster.osApi(node);
  const answer = VersionResponse.encode(await createClient(System, channel).version({}));
  const own = osServer({ nodeName: ECHO_NAME, addresses: ['127.0.0.1'], controlPlane: false });
  const { certPem, keyPem } = await issue({ ca, ...own, lifetimeMs: LIFETIME_MS });
  return {
    ca: ca.cert,
    cert: certPem,
    key: keyPem,
    path: methodPath(System, System.methods.version),
    answer: Buffer.from(answer).toString('base64'),
  };
}

async function startEcho(
  input: EchoInput,
  signal: AbortSignal,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'echo.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  child.stdin.end(JSON.stringify(input));
  for await (const line of createInterface(child.stdout)) return { port: Number(line), stop };
  await stop();
  throw new Error('the server that the OS API is compared with did not start');
}
