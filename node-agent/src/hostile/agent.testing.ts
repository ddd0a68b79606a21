/** The agent's two processes for hostile tests: the real apid as a node starts it, and before it machined.testing.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundle } from '@talos/image/bundle.ts';
import { PASSING_ON_FLAGS, smallNodeFlags } from '@talos/lib/control/memory.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '@talos/lib/trust/x509.ts';

const HOUR_MS = 3_600_000;

export interface ClientTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export interface Agent extends AsyncDisposable {
  readonly port: number;
  /** A certificate of that role; of another authority when `by` is one. */
  tls(role: Role, by?: CertAndKey): Promise<ClientTls>;
  /** Of both; one that has ended has none any more. */
  readonly processes: Readonly<Record<'apid' | 'machined', ChildProcess>>;
  /** The most that each ever had in memory, in MB. */
  peaks(): Promise<Readonly<Record<'apid' | 'machined', number>>>;
  /** Errors that callers were not told, as machined would log them. */
  readonly hidden: readonly { readonly method: string; readonly error: string }[];
}

export async function startAgent(): Promise<Agent> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-hostile-'));
  const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
  const server = await issue({ ca, ...osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: false }) });
  const hidden: { method: string; error: string }[] = [];

  const machined = spawn(
    process.execPath,
    [...smallNodeFlags(64), fileURLToPath(new URL('machined.testing.ts', import.meta.url))],
    { env: { MALLOC_ARENA_MAX: '2', TMPDIR: directory }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const socket = await heard<string>(machined, (line, tell) => {
    if (typeof line['socket'] === 'string') tell(line['socket']);
    if (typeof line['error'] === 'string') hidden.push({ method: String(line['method']), error: line['error'] });
  });

  const write = (name: string, content: string | Uint8Array) => writeFile(join(directory, name), content);
  await Promise.all([
    write('ca.crt', ca.cert),
    write('server.crt', server.certPem),
    write('server.key', server.keyPem),
    write('config.json', '{}'),
    write('apid.mjs', (await bundle('node-agent/src/apid/main.ts')).content),
  ]);
  const apid = spawn(
    process.execPath,
    [...smallNodeFlags(64), ...PASSING_ON_FLAGS, join(directory, 'apid.mjs'), join(directory, 'config.json')],
    {
      env: {
        MALLOC_ARENA_MAX: '2',
        TALOS_APID_ADDRESS: '127.0.0.1:0',
        TALOS_APID_METRICS_ADDRESS: '127.0.0.1:0',
        TALOS_MACHINED_SOCKET: socket,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const address = await heard<string>(apid, (line, tell) => {
    if (line['msg'] === 'listening') tell(String(line['address']));
  });
  const processes = { apid, machined };

  return {
    port: Number(address.split(':')[1]),
    processes,
    hidden,
    async tls(role, by = ca) {
      const { certPem, keyPem } = await issue({
        ca: by,
        ...osClient({ role, subject: 'eve', lifetimeMs: HOUR_MS / 2 }),
      });
      return { ca: ca.cert, cert: certPem, key: keyPem };
    },
    async peaks() {
      return { apid: await peakOf(apid), machined: await peakOf(machined) };
    },
    async [Symbol.asyncDispose]() {
      apid.kill('SIGKILL');
      machined.kill('SIGTERM');
      if (machined.exitCode === null && machined.signalCode === null) await once(machined, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Resolves with the first thing that `take` tells of the lines of JSON that the program prints; it goes on being asked. */
async function heard<T>(
  program: ChildProcess,
  take: (line: Readonly<Record<string, unknown>>, tell: (value: T) => void) => void,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  program.once('exit', (code, signal) =>
    reject(new Error(`${program.spawnargs.at(-1)} ended early: ${signal ?? code}`)),
  );
  createInterface({ input: program.stdout! }).on('line', (line) => take(JSON.parse(line) as never, resolve));
  return promise;
}

async function peakOf(program: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${program.pid}/status`, 'utf8');
  return (Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024) / 1e6;
}
