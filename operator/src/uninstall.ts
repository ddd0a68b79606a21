/** What the operator leaves on nodes, taken away once it is gone: its taint, and the label that goes with it. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { find, mergePatch } from '@talos/lib/kube/apply.ts';
import { isConflict, isNotFound } from '@talos/lib/kube/errors.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, type Node, PODS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { NO_LOAD_BALANCER, TAINT } from '@talos/lib/plan/objects/node.ts';
import { FIELD_MANAGER, NAMESPACE, OPERATOR_PODS } from './resources.ts';

export interface UninstallOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** An operator that ends has 20 s for it; a node that is away holds its pod for longer, and can do nothing meanwhile. */
const GONE_WITHIN_MS = 60_000;
const POLL_MS = 1_000;

/**
 * Names of the nodes that had something. Does nothing where nothing is left, so that it may be done again, after a crash as well.
 * What others have put on a node stays, also under our label's name.
 */
export async function uninstall({ transport, clock, signal, log }: UninstallOptions): Promise<readonly string[]> {
  await operatorsGone({ transport, clock, signal, log });
  const cleaned: string[] = [];
  for (const { metadata } of await list(transport, NODES, { signal })) {
    if (!(await clean(transport, metadata.name, signal))) continue;
    cleaned.push(metadata.name);
    log(`${metadata.name}: ${TAINT.key} and ${NO_LOAD_BALANCER.key} are taken off`);
  }
  log(cleaned.length === 0 ? 'nothing was left on any node' : `${cleaned.length} nodes are open again`);
  return cleaned;
}

/** One that is still there would put on again what is taken off. */
async function operatorsGone({ transport, clock, signal, log }: UninstallOptions): Promise<void> {
  const end = clock.monotonic() + GONE_WITHIN_MS;
  for (;;) {
    const pods = await list(transport, PODS, { namespace: NAMESPACE, labelSelector: OPERATOR_PODS, signal });
    if (pods.length === 0) return;
    const names = pods.map(({ metadata }) => metadata.name).join(', ');
    if (clock.monotonic() >= end) {
      log(`${names} is there still, and has no right to change nodes any more: it is not waited for`);
      return;
    }
    await clock.sleep(POLL_MS, signal);
  }
}

async function clean(transport: Transport, name: string, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    const node = await find(transport, NODES, { name }, { signal });
    const patch = node === undefined ? undefined : patchOf(node);
    if (node === undefined || patch === undefined) return false;
    // A merge patch replaces the list of taints as a whole, which the version makes safe.
    const options = { signal, fieldManager: FIELD_MANAGER, resourceVersion: node.metadata.resourceVersion };
    try {
      await mergePatch(transport, NODES, { name }, patch, options);
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      // A kubelet's heartbeat came in between.
      if (!isConflict(error)) throw error;
    }
  }
}

function patchOf({ metadata, spec }: Node): Readonly<Record<string, unknown>> | undefined {
  const taints = spec?.taints ?? [];
  const others = taints.filter(({ key }) => key !== TAINT.key);
  const { key, value } = NO_LOAD_BALANCER;
  const isOurs = metadata.labels?.[key] === value;
  if (others.length === taints.length && !isOurs) return undefined;
  return {
    ...(isOurs ? { metadata: { labels: { [key]: null } } } : {}),
    ...(others.length === taints.length ? {} : { spec: { taints: others } }),
  };
}
