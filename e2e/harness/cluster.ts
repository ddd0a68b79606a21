/**
 * A cluster under test, through the same doors as a user's: osctl, kubectl, and the plug of a node's power.
 *
 * One cluster is shared by the scenarios that leave it as they found it; its whereabouts are in the file that
 * TALOS_E2E_CLUSTER names.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '@talos/tools/run.ts';
import { type CommandOptions, type CommandResult, command, tryCommand } from './command.ts';

export interface ClusterFacts {
  readonly name: string;
  readonly configPath: string;
  readonly kubeconfig: string;
  readonly kubectl: string;
  readonly images: string;
  /** OS version → digest. */
  readonly digests: Readonly<Record<string, string>>;
  /** Where each command line of osctl leaves a line (recorded-osctl.ts). */
  readonly typed?: string;
  /** Whether all stories are told, not only some. */
  readonly everyStory?: boolean;
}

export interface NodeStatus {
  readonly bootId: string;
  readonly version: string;
  readonly digest: string;
  readonly stage: string;
  readonly ready: boolean;
  readonly role: string;
  readonly unmet: readonly string[];
  readonly slots?: {
    readonly active: string;
    readonly booted: string;
    readonly trial?: { readonly awaitsCaller: boolean; readonly agentHealthy: boolean };
  };
  readonly lastFailedBoot?: { readonly cause: string; readonly version: string; readonly lastLines: readonly string[] };
  readonly lastReboot?: { readonly reason: string; readonly operationId?: string };
  readonly services: readonly {
    readonly id: string;
    readonly state: string;
    readonly health: string;
    readonly restarts: number;
  }[];
}

export interface OperationRecord {
  readonly id: string;
  readonly type: string;
  readonly state: 'RUNNING_OPERATION' | 'SUCCEEDED' | 'FAILED_OPERATION';
  readonly phase: string;
  readonly message: string;
  readonly error?: { readonly code: string; readonly message: string; readonly retryable: boolean };
  readonly result?: { readonly version: string; readonly slot: string };
}

export const OSCTL = join(projectRoot, 'e2e', 'harness', 'recorded-osctl.ts');

export class TestCluster {
  readonly facts: ClusterFacts;

  constructor(facts: ClusterFacts) {
    this.facts = facts;
  }

  /** The shared one. */
  static shared(): TestCluster {
    const path = process.env['TALOS_E2E_CLUSTER'];
    if (path === undefined)
      throw new Error('scenarios run under `npm run e2e`, which makes the cluster that they share');
    return new TestCluster(JSON.parse(readFileSync(path, 'utf8')) as ClusterFacts);
  }

  get name(): string {
    return this.facts.name;
  }

  get env(): Readonly<Record<string, string>> {
    const { configPath, kubeconfig, typed } = this.facts;
    return { OSCTL_CONFIG: configPath, KUBECONFIG: kubeconfig, ...(typed !== undefined && { TALOS_E2E_TYPED: typed }) };
  }

  osctl(args: readonly string[], options: CommandOptions = {}): Promise<string> {
    return command(process.execPath, [OSCTL, ...args], { ...options, env: { ...this.env, ...options.env } });
  }

  tryOsctl(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    return tryCommand(process.execPath, [OSCTL, ...args], { ...options, env: { ...this.env, ...options.env } });
  }

  kubectl(args: readonly string[], options: CommandOptions = {}): Promise<string> {
    return command(this.facts.kubectl, args, { ...options, env: { ...this.env, ...options.env } });
  }

  tryKubectl(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    return tryCommand(this.facts.kubectl, args, { ...options, env: { ...this.env, ...options.env } });
  }

  apply(object: unknown): Promise<string> {
    return this.kubectl(['apply', '-f', '-'], { input: JSON.stringify(object) });
  }

  async get<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.kubectl(['get', ...args, '-o', 'json'])) as T;
  }

  async nodes(role?: 'control-plane' | 'worker'): Promise<readonly string[]> {
    const { items } = await this.get<{ readonly items: readonly KubernetesNode[] }>('nodes');
    const isControlPlane = (node: KubernetesNode): boolean =>
      'node-role.kubernetes.io/control-plane' in (node.metadata.labels ?? {});
    return items
      .filter((node) => role === undefined || isControlPlane(node) === (role === 'control-plane'))
      .map((node) => node.metadata.name)
      .sort();
  }

  async node(name: string): Promise<KubernetesNode> {
    return this.get<KubernetesNode>('node', name);
  }

  /** What the agent says of its node. */
  async status(node: string): Promise<NodeStatus> {
    const [answer] = JSON.parse(await this.osctl(['-n', node, '-o', 'json', 'status'])) as readonly {
      readonly result: NodeStatus;
    }[];
    if (answer === undefined) throw new Error(`no answer of ${node}`);
    return answer.result;
  }

  /** Pulls the plug of a node: SIGKILL to the container's init, from outside, so that the engine starts it again. */
  async cutPower(node: string): Promise<void> {
    process.kill(await this.initOf(node), 'SIGKILL');
  }

  /** The node's PID 1, as the computer that runs the test counts. */
  async initOf(node: string): Promise<number> {
    const container = `talos-${this.name}-${node}`;
    const pid = Number((await command('docker', ['inspect', '-f', '{{.State.Pid}}', container])).trim());
    if (pid <= 1) throw new Error(`${container} does not run`);
    return pid;
  }

  /** What the agent knows of an operation; undefined when it has never heard of it. */
  async operation(node: string, id: string): Promise<OperationRecord | undefined> {
    const { status, stdout, stderr } = await this.tryOsctl(['-n', node, '-o', 'json', 'operation', 'get', id]);
    if (status === 0) return JSON.parse(stdout) as OperationRecord;
    if (stderr.includes(`There is no operation ${id}`)) return undefined;
    throw new Error(stderr);
  }

  /** Asks for an OS image: what a user does to upgrade. */
  async wantImage(
    version: string,
    options: { readonly digest?: string; readonly confirmWithin?: string; readonly paused?: boolean } = {},
  ): Promise<void> {
    await this.apply({
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'Machine',
      metadata: { name: 'cluster' },
      spec: {
        os: { image: `osctl.dev/talos:${version}`, ...(options.digest !== undefined && { digest: options.digest }) },
        rollout: {
          ...(options.confirmWithin !== undefined && { confirmWithin: options.confirmWithin }),
          ...(options.paused !== undefined && { paused: options.paused }),
        },
      },
    });
  }

  async machine(): Promise<Machine> {
    return this.get<Machine>('machine', 'cluster');
  }
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}
export interface KubernetesNode {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly unschedulable?: boolean; readonly taints?: readonly { readonly key: string }[] };
  readonly status: { readonly conditions: readonly Condition[]; readonly nodeInfo: { readonly bootID: string } };
}
export interface Machine {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly os: { readonly image: string } };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly conditions?: readonly Condition[];
    readonly rollout?: string;
    readonly nodes?: { readonly total: number; readonly updated: number; readonly unavailable: number };
    readonly inFlight?: readonly { readonly node: string; readonly uid: string }[];
    readonly quarantine?: readonly {
      readonly digest?: string;
      readonly image: string;
      readonly node: string;
      readonly reason: string;
      readonly evidence?: unknown;
    }[];
    readonly blockedBy?: readonly { readonly code: string; readonly message: string }[];
  };
}

export function condition(
  object: { readonly status?: { readonly conditions?: readonly Condition[] } },
  type: string,
): Condition | undefined {
  return object.status?.conditions?.find((one) => one.type === type);
}

export function isReady(node: KubernetesNode): boolean {
  return node.status.conditions.some((one) => one.type === 'Ready' && one.status === 'True');
}

/** Passes errors of commands on as "not yet": the API may be away while its node reboots. */
export async function eventually<T>(
  what: string,
  limitMs: number,
  probe: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = performance.now() + limitMs;
  let last = 'nothing yet';
  while (performance.now() < end) {
    try {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(500);
  }
  throw new Error(`waited ${limitMs / 1000} s for ${what}; last: ${last}`);
}

export async function saveFacts(path: string, facts: ClusterFacts): Promise<void> {
  await writeFile(path, JSON.stringify(facts), { mode: 0o600 });
}
