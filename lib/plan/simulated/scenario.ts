/** What a simulated cluster begins with, and what goes wrong in it. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { Role } from '../types.ts';
import type { SimulatedPods } from './workload.ts';

export type Behaviour = 'good' | 'crash' | 'no-kubelet' | 'missing' | 'mismatch';

export interface SimulatedImage {
  readonly digest: string;
  readonly version: string;
  readonly behaviour: Behaviour;
}

/** By reference, e.g. osctl.dev/talos:1. */
export type SimulatedImages = Readonly<Record<string, SimulatedImage>>;

/** What goes wrong on nodes, beside what images bring along. */
export interface Faults {
  /** Whether a node crashes with an image that others work with. */
  readonly crashesOn: (node: string, image: SimulatedImage) => boolean;
  /** Whether a node stays away once it has left for an upgrade. */
  readonly staysAway: (node: string) => boolean;
  /** Whether a node can't work with such documents: services of it are not healthy then. */
  readonly breaks: (documents: PublicDocuments) => boolean;
}

export interface Scenario extends Partial<Faults> {
  readonly controlPlanes: number;
  readonly workers: number;
  readonly images: SimulatedImages;
  /** What every node runs at first. */
  readonly first: string;
  readonly start: number;
  /** What people wish of its rollouts. */
  readonly rollout?: NonNullable<Machine['spec']['rollout']>;
  /** From the reboot of an upgrade until the node is up again (ms). */
  readonly bootMs?: (role: Role) => number;
  /** Without it every node has two pods, that leave when they are asked and are back when the node is open. */
  readonly workload?: SimulatedPods;
}

export const faultsOf = ({ crashesOn, staysAway, breaks }: Scenario): Faults => ({
  crashesOn: crashesOn ?? (() => false),
  staysAway: staysAway ?? (() => false),
  breaks: breaks ?? (() => false),
});

/** `reference`: by digest, as agents are told. */
export function imageOf(images: SimulatedImages, reference: string): SimulatedImage {
  const digest = reference.split('@')[1];
  const image = Object.values(images).find((one) => one.digest === digest);
  if (image === undefined) throw new RangeError(`there is no image ${reference}`);
  return image;
}
