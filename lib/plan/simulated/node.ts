/** A node of a simulated cluster: its machine, its agent and its kubelet as one value that time and the agent change. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { FailedBootView, OperationView, Role } from '../types.ts';
import type { Faults, SimulatedImage, SimulatedImages } from './scenario.ts';

/** What a node lives in. */
export interface World {
  readonly now: number;
  readonly images: SimulatedImages;
  readonly faults: Faults;
  readonly bootMs: (role: Role) => number;
}

interface Job {
  readonly operationID: string;
  readonly image: SimulatedImage;
  readonly requireConfirm: boolean;
  readonly confirmWithinMs: number;
  /** It boots what it runs anyway: a change of its configuration asked for that. */
  readonly plain: boolean;
  stage: 'stopping' | 'down';
  at: number;
}

export interface SimulatedNode {
  name: string;
  uid: string;
  role: Role;
  boots: number;
  bootTime: number;
  running: SimulatedImage;
  other: SimulatedImage | undefined;
  operations: OperationView[];
  trial:
    | { operationID: string; awaitsCaller: boolean; until: number; back: SimulatedImage; image: SimulatedImage }
    | undefined;
  failedBoot: FailedBootView | undefined;
  job: Job | undefined;
  pulls: { operationID: string; image: SimulatedImage; at: number }[];
  downUntil: number;
  unreachableUntil: number;
  kubeletAt: number;
  heartbeat: number;
  tainted: boolean;
  taintSeen: boolean;
  unschedulable: boolean;
  labels: Record<string, string>;
  pods: number;
  stuckUntil: number;
  documents: PublicDocuments;
  /** In force before these documents. */
  former: PublicDocuments;
  staged: PublicDocuments | undefined;
  /** What it goes back to; without an end it stays and goes with the trial boot. */
  tried: { readonly before: PublicDocuments; readonly until: number } | undefined;
  /** `service`: kubelet fails until it is restarted; `kernel`: until the node boots anew; `hardware`: whatever is done. */
  ailment: 'service' | 'kernel' | 'hardware' | undefined;
  /** Until then a volume is attached, whatever pods there are. */
  attachedUntil: number;
}

export function newNode(name: string, uid: string, role: Role, image: SimulatedImage, now: number): SimulatedNode {
  const early = now - 60_000;
  return {
    name,
    uid,
    role,
    boots: 1,
    bootTime: early,
    running: image,
    other: undefined,
    operations: [],
    trial: undefined,
    failedBoot: undefined,
    job: undefined,
    pulls: [],
    downUntil: 0,
    unreachableUntil: 0,
    kubeletAt: early,
    heartbeat: now,
    tainted: false,
    taintSeen: false,
    unschedulable: false,
    labels: { 'kubernetes.io/hostname': name },
    pods: 2,
    stuckUntil: 0,
    documents: documentsOf(name, role),
    former: documentsOf(name, role),
    staged: undefined,
    tried: undefined,
    attachedUntil: 0,
    ailment: undefined,
  };
}

/** What a node of a new cluster has of its own. */
function documentsOf(nodeName: string, role: Role): PublicDocuments {
  return {
    system: { nodeName, role },
    network: { nameservers: ['10.5.0.1'] },
    cluster: {
      name: 'simulated',
      endpoint: 'https://10.5.0.2:6443',
      controlPlanes: ['10.5.0.2'],
      podCIDR: '10.244.0.0/16',
      serviceCIDR: '10.96.0.0/12',
      dnsDomain: 'cluster.local',
    },
    kubelet: {},
    registry: {},
  };
}

/** Whether its machine runs and can be reached. */
export const isUp = ({ now }: World, node: SimulatedNode): boolean =>
  now >= node.downUntil && now >= node.unreachableUntil;

/** Whether it does its work, whoever has seen that. */
export const isReady = ({ now, faults }: World, node: SimulatedNode): boolean =>
  now >= node.downUntil &&
  node.ailment === undefined &&
  node.running.behaviour !== 'no-kubelet' &&
  now >= node.kubeletAt + 2_000 &&
  !faults.breaks(node.documents);

export const bootID = ({ name, boots }: SimulatedNode): string => `${name}-boot-${boots}`;

export const operation = (id: string, type: string, fromBootID: string, digest?: string): OperationView => ({
  id,
  type,
  state: 'running',
  phase: type === 'prepare' ? 'pull' : 'stop-services',
  message: '',
  fromBootID,
  ...(digest === undefined ? {} : { digest }),
});

/** Ends an operation that runs. */
export function finish(node: SimulatedNode, id: string, error?: OperationView['error']): void {
  node.operations = node.operations.map((one) =>
    one.id === id && one.state === 'running'
      ? { ...one, state: error === undefined ? 'succeeded' : 'failed', ...(error === undefined ? {} : { error }) }
      : one,
  );
}
