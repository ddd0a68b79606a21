/** What a seed stands for: a cluster, what is wished of it, and what goes wrong meanwhile. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { SimulatedImage } from '@talos/lib/plan/simulated/scenario.ts';
import type { Dice } from './dice.ts';
import { type Mischief, mischiefOf } from './mischief.ts';

const image = (digit: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${digit.repeat(64)}`,
  version: `${digit}.0.0`,
  behaviour,
});

export const IMAGES: Readonly<Record<string, SimulatedImage>> = {
  'osctl.dev/talos:1': image('1'),
  'osctl.dev/talos:2': image('2'),
  'osctl.dev/talos:3': image('3'),
  'osctl.dev/talos:crash': image('4', 'crash'),
  'osctl.dev/talos:no-kubelet': image('5', 'no-kubelet'),
  'osctl.dev/talos:mismatch': image('6', 'mismatch'),
  'osctl.dev/talos:missing': image('7', 'missing'),
};

/** A node that gets this one is not healthy. */
const POISON = 'vm.poison';
export const breaks = ({ system }: PublicDocuments): boolean => system.sysctls?.[POISON] === '1';

/** By what they disturb: nothing, the kubelet, the node; the last one is bad. */
export const CONFIGS: Readonly<Record<string, LayerConfig>> = {
  quiet: { system: { sysctls: { 'vm.swappiness': '10' } } },
  restart: { kubelet: { extraConfig: { maxPods: 100 } } },
  reboot: { cluster: { endpoint: 'https://api.example:6443' } },
  bad: { system: { sysctls: { [POISON]: '1' } } },
};

/** Whether an image or a configuration, by its name, can't work on any node. */
export const isBadWish = (name: string): boolean => name === 'bad' || (IMAGES[name]?.behaviour ?? 'good') !== 'good';

export interface Workload {
  readonly name: string;
  readonly replicas: number;
  /** Of its PodDisruptionBudget; without one everything may go. */
  readonly minAvailable?: number;
}

export interface Timed {
  /** Milliseconds after the first wish. */
  readonly at: number;
  readonly mischief: Mischief;
}

/** How often, of a hundred calls, each of these befalls one. */
export interface Weather {
  /** The request never arrives. */
  readonly lost: number;
  /** It is carried out, and nobody hears of it. */
  readonly unanswered: number;
  /** The caller has given up when it arrives. */
  readonly late: number;
  /** It arrives twice. */
  readonly doubled: number;
  /** The server is overloaded and says so. */
  readonly refused: number;
  /** It takes its time. */
  readonly slow: number;
}

export interface Scenario {
  readonly controlPlanes: number;
  readonly workers: number;
  readonly rollout: NonNullable<Machine['spec']['rollout']>;
  readonly image: string;
  readonly config: string | undefined;
  readonly workloads: readonly Workload[];
  readonly weather: Weather;
  /** After how many of its writes each operator in turn is killed. */
  readonly deaths: readonly Death[];
  readonly mischief: readonly Timed[];
}

/** `before` the write is sent, `after` it was done, or while it is still on its `way`. */
export interface Death {
  readonly writes: number;
  readonly when: 'before' | 'after' | 'way';
}

/** Mischief comes to an end: what is to be seen is that the operator gets over it. */
const MISCHIEF_MS = 150_000;

export function scenarioOf(dice: Dice): Scenario {
  const controlPlanes = dice.pick([1, 1, 3]);
  const workers = dice.between(controlPlanes === 1 ? 1 : 0, 3);
  const stormy = dice.chance(0.5);
  const rate = (most: number): number => (stormy ? dice.next() * most : 0);
  const zones = dice.chance(0.2);
  return {
    controlPlanes,
    workers,
    rollout: {
      maxUnavailable: dice.pick([1, 1, 2, 3, '50%']),
      ...(zones ? { maxUnavailablePerZone: 1 } : {}),
      ...(dice.chance(0.2) ? { stages: [{ nodes: 1, soak: '20s' }] } : {}),
      confirmWithin: '2m',
      prepare: { timeout: '2m' },
      drain: { timeout: '1m', detachTimeout: '10s', onTimeout: dice.pick(['Hold', 'SkipNode']) },
      verify: { steadyFor: '5s', timeout: '1m' },
    },
    image: dice.chance(0.7) ? 'osctl.dev/talos:2' : dice.pick(Object.keys(IMAGES)),
    config: dice.chance(0.3) ? dice.pick(Object.keys(CONFIGS)) : undefined,
    workloads: [
      { name: 'web', replicas: 2, ...(dice.chance(0.6) ? { minAvailable: 1 } : {}) },
      ...(dice.chance(0.3) ? [{ name: 'db', replicas: 1 }] : []),
    ],
    weather: {
      lost: rate(4),
      unanswered: rate(4),
      late: rate(2),
      doubled: rate(3),
      refused: rate(3),
      slow: rate(15),
    },
    deaths: Array.from({ length: dice.pick([0, 1, 1, 2, 3, 5]) }, () => ({
      writes: dice.between(1, 24),
      when: dice.pick(['before', 'after', 'way'] as const),
    })),
    mischief: Array.from({ length: dice.pick([0, 0, 1, 2, 3, 5]) }, () => ({
      at: dice.between(0, MISCHIEF_MS),
      mischief: mischiefOf(dice),
    })).sort((a, b) => a.at - b.at),
  };
}
