/** Agents for tests: the real server of lib/rpc with real certificates, and answers that the test sets. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { fingerprintOf } from '@talos/lib/trust/authorities.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '@talos/lib/trust/x509.ts';
import {
  Config,
  Etcd,
  type EtcdMember,
  type GetConfigResponse,
  type Init,
  Lifecycle,
  type Operation,
  type PrepareRequest,
  type StatusResponse,
  System,
  Trust,
  type UpgradeRequest,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ClientIdentity } from './types.ts';

const HOUR_MS = 3_600_000;

export class TestTrust {
  readonly ca: CertAndKey;

  constructor(ca: CertAndKey) {
    this.ca = ca;
  }

  static async create(): Promise<TestTrust> {
    return new TestTrust(await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 24 * HOUR_MS }));
  }

  async client(subject = 'talos-operator'): Promise<ClientIdentity> {
    const { certPem, keyPem } = await issue({ ca: this.ca, ...osClient({ role: 'os:operator', subject }) });
    return { ca: this.ca.cert, cert: certPem, key: keyPem };
  }
}

export interface FakeAgentOptions {
  readonly trust: TestTrust;
  /** Of the certificate. */
  readonly name: string;
  readonly controlPlane?: boolean;
  /** 127.0.0.x:port */
  readonly listen: string;
}

export class FakeAgent {
  readonly name: string;
  status: Init<StatusResponse>;
  operations: Init<Operation>[] = [];
  members: Init<EtcdMember>[] | undefined;
  config: Init<GetConfigResponse> = {};
  configReads = 0;
  /** Thrown by the next mutation. */
  refuse: RpcError | undefined;
  /** While set, Status is not answered before it resolves. */
  hold: Promise<void> | undefined;
  polls = 0;
  /** How often its operations were read. */
  lists = 0;
  /** That were ever opened. */
  connections = 0;
  readonly calls: { readonly method: string; readonly request: unknown; readonly subject: string }[] = [];
  address = '';
  readonly #options: FakeAgentOptions;
  #server: RpcServer | undefined;

  constructor(options: FakeAgentOptions) {
    this.#options = options;
    this.name = options.name;
    this.status = {
      node: options.name,
      bootId: 'boot-1',
      bootTimeMs: 1_000,
      ready: true,
      version: '1.0.0',
      digest: `sha256:${'a'.repeat(64)}`,
      slots: { booted: 'a', slots: [{ name: 'a', digest: `sha256:${'a'.repeat(64)}`, bootable: true }] },
      services: [{ id: 'kubelet', state: 'ACTIVE', sinceMs: 9_000 }],
    };
  }

  async start(): Promise<this> {
    const { trust, name, controlPlane = false, listen } = this.#options;
    const ip = listen.split(':')[0]!;
    const own = await issue({ ca: trust.ca, ...osServer({ nodeName: name, addresses: [ip], controlPlane }) });
    const server = new RpcServer({
      tls: { ca: trust.ca.cert, cert: own.certPem, key: own.keyPem },
      admit: () => {
        this.connections++;
        return undefined;
      },
    });
    const note = (method: string, request: unknown, ctx: { readonly caller: { readonly subject: string } }) => {
      this.calls.push({ method, request, subject: ctx.caller.subject });
      const refused = this.refuse;
      this.refuse = undefined;
      if (refused !== undefined) throw refused;
    };
    const begin = async function* (this: FakeAgent, type: string, request: PrepareRequest | UpgradeRequest) {
      const operation: Init<Operation> = { id: request.guard!.operationId, type, state: 'RUNNING_OPERATION' };
      this.operations = [operation];
      this.status = { ...this.status, runningOperation: { id: operation.id!, type } };
      yield { operation };
      await new Promise(() => {}); // goes on until the caller leaves
    }.bind(this);
    server.add(System, {
      status: async () => {
        this.polls++;
        await this.hold;
        return this.status;
      },
    });
    server.add(Lifecycle, {
      listOperations: async () => {
        this.lists++;
        return { operations: this.operations };
      },
      prepare: (request, ctx) => {
        note('prepare', request, ctx);
        return begin('prepare', request);
      },
      upgrade: (request, ctx) => {
        note('upgrade', request, ctx);
        return begin('upgrade', request);
      },
      confirm: async (request, ctx) => {
        note('confirm', request, ctx);
        return {};
      },
    });
    server.add(Config, {
      get: async () => {
        this.configReads++;
        return this.config;
      },
      apply: async (request, ctx) => {
        note('apply', request, ctx);
        return { hash: 'sha256:made' };
      },
      keep: async (request, ctx) => {
        note('keep', request, ctx);
        return {};
      },
      rollback: async (request, ctx) => {
        note('rollback', request, ctx);
        return {};
      },
      digest: async ({ values }) => ({ digests: values.map((value) => `hmac-sha256:of-${value}`) }),
    });
    server.add(Etcd, {
      members: async () => {
        if (this.members === undefined) throw new RpcError('UNAVAILABLE', 'etcd does not run');
        return { members: this.members };
      },
      snapshotToDisk: async (request, ctx) => {
        note('snapshotToDisk', request, ctx);
        return {};
      },
      moveLeader: async (request, ctx) => {
        note('moveLeader', request, ctx);
        return {};
      },
    });
    server.add(Trust, {
      renewSelf: async (request, ctx) => {
        note('renewSelf', request, ctx);
        const profile = osClient({ role: 'os:operator', subject: ctx.caller.subject });
        const { certPem } = await issue({ ca: trust.ca, csr: request.csrPem, ...profile });
        return { certificatePem: certPem, caPem: trust.ca.cert };
      },
      authorities: async () => {
        const issuing = fingerprintOf(trust.ca.cert);
        return { issuing, accepted: [{ fingerprint: issuing }] };
      },
    });
    this.address = await server.listen(this.address || listen);
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  get ip(): string {
    return this.address.split(':')[0]!;
  }

  get port(): number {
    return Number(this.address.split(':')[1]);
  }
}
