/** What a Machine asks for, with every default filled in. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import { MAX_IN_FLIGHT } from '@talos/crds/limits.ts';
import type { DrainRule, DriftPolicy, Machine, MachineSpec } from '@talos/crds/machine.ts';
import type { LabelSelector } from '@talos/crds/selector.ts';
import type { Layer } from '../config/layers.ts';
import { parseDuration } from '../duration.ts';
import type { Pin } from './pool.ts';

export interface Policy {
  readonly paused: boolean;
  readonly approval: 'Automatic' | 'Manual';
  readonly drift: DriftPolicy;
  /** A number of nodes, or a share of all as a percentage, e.g. 10%. */
  readonly maxUnavailable: number | string;
  /** Nodes that may fail before the rollout halts: a number, or a share of all as a percentage. */
  readonly maxFailures: number | string;
  readonly onHalt: 'Hold' | 'RollBack';
  /** Of the workers of one zone. */
  readonly maxUnavailablePerZone?: number | string;
  readonly zoneLabel: string;
  /** Workers that go first. */
  readonly canaries?: LabelSelector;
  /** Rollouts that are kept. */
  readonly historyLimit: number;
  readonly confirmWithinMs: number;
  readonly prepareTimeoutMs: number;
  readonly drainTimeoutMs: number;
  readonly detachTimeoutMs: number;
  readonly loadBalancerGraceMs: number;
  readonly onDrainTimeout: 'Hold' | 'SkipNode';
  readonly drainRules: readonly DrainRule[];
  readonly steadyForMs: number;
  readonly verifyTimeoutMs: number;
}

/** The same defaults as the schema's, for objects that an apiserver has not defaulted. */
export function policyOf(machine: Machine): Policy {
  const rollout = machine.spec.rollout;
  return {
    paused: rollout?.paused ?? false,
    approval: rollout?.approval ?? 'Automatic',
    drift: machine.spec.driftPolicy ?? 'Report',
    maxUnavailable: rollout?.maxUnavailable ?? 1,
    maxFailures: rollout?.failurePolicy?.maxFailures ?? 0,
    onHalt: rollout?.failurePolicy?.onHalt ?? 'Hold',
    ...(rollout?.maxUnavailablePerZone === undefined ? {} : { maxUnavailablePerZone: rollout.maxUnavailablePerZone }),
    zoneLabel: rollout?.zoneLabel ?? 'topology.kubernetes.io/zone',
    ...(rollout?.canaries === undefined ? {} : { canaries: rollout.canaries }),
    historyLimit: rollout?.historyLimit ?? 20,
    confirmWithinMs: parseDuration(rollout?.confirmWithin ?? '10m'),
    prepareTimeoutMs: parseDuration(rollout?.prepare?.timeout ?? '15m'),
    drainTimeoutMs: parseDuration(rollout?.drain?.timeout ?? '10m'),
    detachTimeoutMs: parseDuration(rollout?.drain?.detachTimeout ?? '30s'),
    loadBalancerGraceMs: parseDuration(rollout?.drain?.loadBalancerGrace ?? '0s'),
    onDrainTimeout: rollout?.drain?.onTimeout ?? 'Hold',
    drainRules: rollout?.drain?.rules ?? [],
    steadyForMs: parseDuration(rollout?.verify?.steadyFor ?? '10s'),
    verifyTimeoutMs: parseDuration(rollout?.verify?.timeout ?? '10m'),
  };
}

/** A number of nodes, or a percentage of `total`, rounded down to no less than one. */
export function countOf(value: number | string, total: number): number {
  return typeof value === 'number' ? value : Math.max(1, Math.floor((total * Number.parseInt(value, 10)) / 100));
}

/** How many of `total` nodes may be unavailable at once. */
export const budgetOf = ({ maxUnavailable }: Pick<Policy, 'maxUnavailable'>, total: number): number =>
  Math.min(MAX_IN_FLIGHT, countOf(maxUnavailable, total));

/** How many of `total` nodes may fail before the rollout halts. */
export const failuresAllowed = ({ maxFailures }: Pick<Policy, 'maxFailures'>, total: number): number =>
  countOf(maxFailures, total);

/** Hash over what a person asked for, before anything is resolved: the same wish is the same rollout. */
export function targetHash(os: MachineSpec['os'], layers: readonly Layer[] = [], pins: readonly Pin[] = []): string {
  const wish = [
    os.image,
    os.digest ?? null,
    ...(layers.length === 0 ? [] : [layers]),
    ...(pins.length === 0 ? [] : [{ pins }]),
  ];
  return `sha256:${createHash('sha256').update(canonicalJson(wish)).digest('hex')}`;
}

/** Over the layers of configuration alone; undefined without any. */
export function layersHash(layers: readonly Layer[]): string | undefined {
  if (layers.length === 0) return undefined;
  return `sha256:${createHash('sha256').update(canonicalJson(layers)).digest('hex')}`;
}

/** The digest that the wish itself names. */
export function wishedDigest(os: MachineSpec['os']): string | undefined {
  return os.digest ?? os.image.split('@')[1];
}

/** The reference by which nodes pull: repository and digest, no tag. */
export function pinned(image: string, digest: string): string {
  const repository = (image.split('@')[0] ?? image).replace(/:[^/:]*$/, '');
  return `${repository}@${digest}`;
}

/** <generation>-<hash8>, as rollouts are named. */
export function rolloutName(generation: number, hash: string): string {
  return `${generation}-${hash.slice('sha256:'.length, 'sha256:'.length + 8)}`;
}

export const limits = {
  /** Turns that a node gets in one rollout before it is held. */
  attempts: 3,
  /** Failures that the Machine remembers, with their evidence. */
  quarantined: 32,
  /** Nodes that pull at once, where no more may be away at once. */
  preparing: 3,
  /** Nodes whose configuration changes at once where that disturbs nothing. */
  configuring: 3,
  /** Times that a node's configuration is repaired for one wish: who changes it again means it. */
  repairs: 3,
  /** By which a try outlasts our own waiting. */
  tryMarginMs: 120_000,
  /** What a node's turn is taken to last before one was measured. */
  turnGuessMs: 300_000,
  /** What a change of configuration without a reboot is taken to last. */
  configureGuessMs: 20_000,
  /** Between two lookups of a tag that fail. */
  retryBackoffMs: 30_000,
  /** How often what waits is looked at when nothing is heard of it. */
  recheckMs: 10_000,
  snapshotTimeoutMs: 120_000,
  handOverTimeoutMs: 60_000,
  applyTimeoutMs: 600_000,
  /** Beyond confirmWithin: shutting down, starting, turning back. */
  rebootMarginMs: 300_000,
  releaseTimeoutMs: 300_000,
} as const;
