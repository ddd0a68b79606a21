/** Nodes for tests: real mutual TLS and the real services of the OS API, with answers that a test chooses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ServerTls } from '@talos/lib/rpc/listener.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import type { Handlers, Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '@talos/lib/trust/x509.ts';
import { ConfigFile, type Context } from './config/file.ts';
import type { ExitCode, Input, Writer } from './context.ts';
import { run } from './main.ts';

const HOUR_MS = 3_600_000;

/** A service with the answers of a test. */
export type Served = (server: RpcServer) => void;
export function serve<M extends Methods>(service: ServiceDescriptor<M>, handlers: Partial<Handlers<M>>): Served {
  return (server) => void server.add(service, handlers);
}

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export class FakeCluster {
  readonly directory: string;
  readonly configPath: string;
  readonly ca: CertAndKey;
  readonly #servers = new Map<string, RpcServer>();
  readonly #members: Record<string, string> = {};

  private constructor(directory: string, ca: CertAndKey) {
    this.directory = directory;
    this.configPath = join(directory, 'config.yaml');
    this.ca = ca;
  }

  static async start(): Promise<FakeCluster> {
    // A day old: nothing that it signs is older than itself.
    const now = Date.now() - 24 * HOUR_MS;
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 48 * HOUR_MS, now });
    const cluster = new FakeCluster(await mkdtemp(join(tmpdir(), 'osctl-test-')), ca);
    await cluster.saveContext();
    return cluster;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.close()));
    await rm(this.directory, { recursive: true, force: true });
  }

  /** A client certificate of this cluster, and what is overridden of its context. */
  async saveContext(overrides: Partial<Context> & { readonly now?: number } = {}): Promise<void> {
    const { now, ...context } = overrides;
    const own = await issue({
      ca: this.ca,
      ...osClient({ role: 'os:admin', subject: 'ada', lifetimeMs: HOUR_MS }),
      ...(now !== undefined && { now }),
    });
    await new ConfigFile(this.configPath).save({
      currentContext: 'test',
      contexts: {
        test: {
          endpoints: [],
          nodes: [],
          members: this.#members,
          groups: {},
          ca: this.ca.cert,
          certificate: own.certPem,
          key: own.keyPem,
          ...context,
        },
      },
    });
  }

  /** Starts a node, or one of the same name and address again: a reboot. */
  async node(name: string, ...services: readonly Served[]): Promise<void> {
    const own = await issue({
      ca: this.ca,
      ...osServer({ nodeName: name, addresses: ['127.0.0.1'], controlPlane: true }),
    });
    const server = new RpcServer({ tls: { ca: this.ca.cert, cert: own.certPem, key: own.keyPem } });
    for (const add of services) add(server);
    this.#members[name] = await server.listen(this.#members[name] ?? '127.0.0.1:0');
    this.#servers.set(name, server);
    await this.saveContext();
  }

  /** Whom the node lets in and what it shows itself from now on. */
  replaceTls(name: string, tls: ServerTls): void {
    this.#servers.get(name)?.replaceTls(tls);
  }

  /** The node goes away; calls under way break off. */
  async stop(name: string): Promise<void> {
    await this.#servers.get(name)?.close();
  }

  run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return runCaptured(argv, {
      ...options,
      env: { HOME: this.directory, OSCTL_CONFIG: this.configPath, ...options.env },
    });
  }
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Default: empty. */
  readonly stdin?: Input;
  /** Standard output and error are a terminal of that size. */
  readonly terminal?: { readonly columns: number; readonly rows: number };
  /** Told whatever goes to standard output, as it is written. */
  readonly onOutput?: (soFar: string) => void;
  /** The same of standard error. */
  readonly onError?: (soFar: string) => void;
}

/** One command line, in this process. */
export async function runCaptured(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const chunks: { readonly out: Uint8Array[]; readonly err: Uint8Array[] } = { out: [], err: [] };
  const text = (parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString('utf8');
  const writer = (parts: Uint8Array[], told?: (soFar: string) => void): Writer => ({
    write: (data) => {
      parts.push(typeof data === 'string' ? Buffer.from(data) : data);
      told?.(text(parts));
    },
    drained: async () => {},
    isTTY: options.terminal !== undefined,
    columns: options.terminal?.columns ?? 120,
    rows: options.terminal?.rows ?? Number.POSITIVE_INFINITY,
  });
  const code = await run(argv, {
    stdout: writer(chunks.out, options.onOutput),
    stderr: writer(chunks.err, options.onError),
    stdin: () => options.stdin ?? Readable.from([]),
    env: options.env ?? {},
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, stdout: text(chunks.out), stderr: text(chunks.err) };
}
