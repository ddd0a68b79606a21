/** How a wish becomes a rollout: its tag is resolved once, on a node, and the Rollout says what every node gets. */

import { MAX_LAYERS, MAX_TARGETS } from '@talos/crds/limits.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { Layer } from '../config/layers.ts';
import { block, type Context } from '../context.ts';
import { ownerOfPull } from '../failure/backoff.ts';
import { compareVersions, inOrder, isAvailable } from '../turns/order.ts';
import { layersHash, limits, rolloutName, wishedDigest } from './policy.ts';
import type { Pin } from './pool.ts';

/** The wish has no rollout yet. */
export function begin(
  context: Context,
  hash: string,
  latest: Rollout | undefined,
  layers: readonly Layer[],
  pins: readonly Pin[],
): void {
  const tooLarge = tooLargeBy(layers, pins);
  if (tooLarge !== undefined) {
    block(context, { code: 'WISH_TOO_LARGE', message: tooLarge, owner: 'user' });
    return;
  }
  const os = context.machine.spec.os;
  const generation = Math.max(context.machine.metadata.generation ?? 1, (latest?.spec.generation ?? 0) + 1);
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  const digest = wishedDigest(os) ?? formerDigest(os, latest) ?? resolution?.digest;
  if (digest === undefined && resolution?.error?.retryable !== false) {
    resolve(context, hash);
    return;
  }
  const configHash = layersHash(layers);
  const config = configHash === undefined ? {} : { configHash };
  context.steps.push({
    type: 'create-rollout',
    name: rolloutName(generation, hash),
    spec: {
      generation,
      os,
      targets: [
        { pool: 'default', image: os.image, ...(digest === undefined ? {} : { digest }), ...config },
        ...pins.map((pin) => ({ ...pin, ...config })),
      ],
      ...(layers.length === 0 ? {} : { layers: [...layers] }),
      targetHash: hash,
    },
  });
}

/** Why no Rollout can hold it; the apiserver would refuse it with each pass. */
function tooLargeBy(layers: readonly Layer[], pins: readonly Pin[]): string | undefined {
  const most = MAX_TARGETS - 1;
  if (pins.length > most) {
    return `${pins.length} NodePools have an image of their own, and a rollout holds ${most}: pin fewer`;
  }
  if (layers.length <= MAX_LAYERS) return undefined;
  return `${layers.length} layers of configuration are wished, and a rollout holds ${MAX_LAYERS}: put some of the Machine, NodePools or NodeConfigs together`;
}

/** What the tag was resolved to for the wish before, where only something else has changed: that must not move the OS. */
function formerDigest(os: Rollout['spec']['os'], latest: Rollout | undefined): string | undefined {
  const former = latest?.spec;
  return former?.os.image === os.image && former.os.digest === os.digest ? former.targets[0]?.digest : undefined;
}

/** A node that can pull asks the registry once what the tag stands for: only nodes know mirrors and passwords. */
export function resolve(context: Context, hash: string): void {
  const os = context.machine.spec.os;
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  const via = inOrder(context.snapshot.nodes.filter(isAvailable), context.snapshot, context.policy)[0];
  if (via === undefined) {
    const message = `no node is available to look up ${os.image}`;
    block(context, { code: 'NO_NODE', message, owner: 'cluster' });
    return;
  }
  const operationID = `resolve-${hash.slice(7, 15)}-${context.machine.metadata.generation ?? 1}`;
  const retryAt = (resolution?.time ?? 0) + limits.retryBackoffMs;
  if (resolution?.error === undefined || Math.abs(context.now - resolution.time) >= limits.retryBackoffMs) {
    context.steps.push({
      type: 'resolve-image',
      node: via.name,
      image: os.image,
      operationID,
      targetHash: hash,
      epoch: context.snapshot.leader.epoch,
    });
  }
  const why = resolution?.error === undefined ? '' : `: ${resolution.error.message}`;
  block(context, {
    code: 'RESOLVING_IMAGE',
    message: `${resolution?.node ?? via.name} looks up ${os.image}${why}`,
    owner: resolution?.error === undefined ? 'operator' : ownerOfPull(resolution.error.code),
    ...(resolution?.error === undefined ? {} : { nextCheck: retryAt }),
  });
}

/** Asks a control plane: it holds all Secrets anyway, while another node is to see only those of its own layers. */
export function digestSecrets(context: Context): void {
  const { nodes } = context.snapshot;
  const [via] = nodes
    .filter((node) => node.role === 'control-plane' && node.agent?.reachable === true)
    .toSorted((a, b) => compareVersions(b.agent?.version ?? '', a.agent?.version ?? '') || (a.name < b.name ? -1 : 1));
  if (via !== undefined) context.steps.push({ type: 'digest-secrets', node: via.name });
  const message =
    via === undefined
      ? 'layers refer to Secrets, and no control plane answers that could make the digests of their values'
      : `${via.name} makes the digests of the Secrets that layers refer to`;
  block(context, { code: 'DIGESTING_SECRETS', message, owner: via === undefined ? 'cluster' : 'operator' });
}
