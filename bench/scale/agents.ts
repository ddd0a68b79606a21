/** Agents of nodes that are not there: real TLS, real gRPC, a certificate and an address each; what they do takes its time and is nothing. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, issue } from '@talos/lib/trust/x509.ts';
import { type Init, Lifecycle, type Operation, type StatusResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';

/** What the parts of a node's turn take. */
export const TIMES = {
  /** Pulling and verifying, ahead of the turn. */
  pullMs: 1_000,
  /** From the call until the node's end: pods and services stop. */
  stopMs: 2_000,
  /** Until its agent answers from the new slot. */
  downMs: 8_000,
  /** Until its services are healthy and its kubelet has reported. */
  startMs: 10_000,
} as const;

/** The port on which agents are expected. */
const PORT = 50_000;

export interface Release {
  readonly version: string;
  readonly digest: string;
}

export interface SimulatedAgentOptions {
  readonly name: string;
  /** 127.x.y.z */
  readonly address: string;
  readonly ca: CertAndKey;
  readonly runs: Release;
  /** What every image that is not the one that it runs stands for. */
  readonly wanted: Release;
  /** Its kubelet has started and reports. */
  readonly onReady: (name: string) => void;
}

export class SimulatedAgent {
  readonly name: string;
  /** Upgrades that it has taken on. */
  upgrades = 0;
  readonly #options: SimulatedAgentOptions;
  readonly #operations: Init<Operation>[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #slots: { readonly a: Release; readonly b: Release | undefined };
  #active: 'a' | 'b' = 'a';
  #booted: 'a' | 'b' = 'a';
  #boots = 1;
  #bootTime = Date.now() - 3_600_000;
  #ready = true;
  #trial: string | undefined;
  #certificate: { readonly certPem: string; readonly keyPem: string } | undefined;
  #server: RpcServer | undefined;
  #stopped = false;

  constructor(options: SimulatedAgentOptions) {
    this.#options = options;
    this.name = options.name;
    this.#slots = { a: options.runs, b: undefined };
  }

  async start(): Promise<this> {
    const { ca, name, address } = this.#options;
    this.#certificate = await issue({ ca, ...osServer({ nodeName: name, addresses: [address], controlPlane: false }) });
    await this.#listen();
    return this;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#server?.close();
  }

  async #listen(): Promise<void> {
    const { ca, address } = this.#options;
    const server = new RpcServer({
      tls: { ca: ca.cert, cert: this.#certificate?.certPem ?? '', key: this.#certificate?.keyPem ?? '' },
    });
    server.add(System, { status: async () => this.#status() });
    server.add(Lifecycle, {
      listOperations: async () => ({ operations: this.#operations }),
      prepare: (request) => this.#begin('prepare', request, () => this.#prepare()),
      upgrade: (request) => {
        if (request.guard?.expectedBootId !== this.#bootID()) {
          throw new RpcError('FAILED_PRECONDITION', 'it has booted since', { reason: 'BOOT_ID_CHANGED' });
        }
        return this.#begin('upgrade', request, (id) => this.#upgrade(id));
      },
      confirm: async ({ operationId }) => {
        this.#trial = undefined;
        this.#active = this.#booted;
        this.#settle(operationId);
        return {};
      },
    });
    await server.listen(`${address}:${PORT}`);
    this.#server = server;
  }

  async *#begin(
    type: string,
    { guard, image }: { readonly guard?: { readonly operationId: string } | undefined; readonly image: string },
    act: (id: string) => void,
  ) {
    const id = guard?.operationId ?? '';
    let operation = this.#operations.find((one) => one.id === id);
    if (operation === undefined) {
      const now = Date.now();
      operation = { id, type, state: 'RUNNING_OPERATION', startMs: now, fromBootId: this.#bootID(), image };
      this.#operations.push(operation);
      act(id);
    }
    yield { operation };
  }

  #prepare(): void {
    this.#after(TIMES.pullMs, () => {
      this.#slots = { ...this.#slots, b: this.#options.wanted };
      for (const { id, type, state } of this.#operations) {
        if (type === 'prepare' && state === 'RUNNING_OPERATION') this.#settle(id ?? '');
      }
    });
  }

  #upgrade(id: string): void {
    this.upgrades += 1;
    this.#after(TIMES.stopMs, () => {
      const gone = this.#server?.close();
      this.#after(TIMES.downMs, async () => {
        await gone;
        this.#boots += 1;
        this.#bootTime = Date.now();
        this.#booted = 'b';
        this.#trial = id;
        this.#ready = false;
        await this.#listen();
        this.#after(TIMES.startMs, () => {
          this.#ready = true;
          this.#options.onReady(this.name);
        });
      });
    });
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) act();
    }, ms);
    this.#timers.add(timer);
  }

  #settle(id: string): void {
    const index = this.#operations.findIndex((operation) => operation.id === id);
    const { digest, version } = this.#options.wanted;
    this.#operations[index] = {
      ...this.#operations[index],
      state: 'SUCCEEDED',
      endMs: Date.now(),
      result: { bootId: this.#bootID(), slot: 'b', digest, version },
    };
  }

  #bootID = (): string => `${this.name}-${this.#boots}`;

  #status(): Init<StatusResponse> {
    const running = this.#slots[this.#booted] ?? this.#slots.a;
    const operation = this.#operations.find(({ state }) => state === 'RUNNING_OPERATION');
    const slots = (['a', 'b'] as const).flatMap((name) => {
      const release = this.#slots[name];
      return release === undefined ? [] : [{ name, ...release, image: '', bootable: true }];
    });
    return {
      node: this.name,
      bootId: this.#bootID(),
      bootTimeMs: this.#bootTime,
      role: 'worker',
      stage: 'RUNNING',
      ready: this.#ready,
      ...running,
      kubernetesVersion: 'v1.37.2',
      configHash: `sha256:${'c'.repeat(64)}`,
      slots: {
        active: this.#active,
        booted: this.#booted,
        slots,
        ...(this.#trial === undefined
          ? {}
          : { trial: { slot: 'b', operationId: this.#trial, awaitsCaller: true, agentHealthy: this.#ready } }),
      },
      services: ['apid', 'balancer', 'containerd', 'kubelet'].map((id) => ({
        id,
        state: 'ACTIVE' as const,
        health: 'HEALTHY' as const,
        sinceMs: this.#bootTime,
      })),
      ...(operation === undefined ? {} : { runningOperation: { id: operation.id ?? '', type: operation.type ?? '' } }),
    };
  }
}
