/** Control groups under the names that people know: services, pods, containers. Pure. */
import type { Container, PodSandbox } from '@talos/proto/gen/cri.ts';
import type { GroupUsage } from '../host/cgroup-usage.ts';
import { SERVICE_GROUPS } from '../host/cgroups.ts';
import { containerId } from './containers.ts';

export const POD_GROUPS = '/kubepods';

export interface Usage extends Pick<GroupUsage, 'cpuTimeUs' | 'memoryBytes' | 'memoryLimitBytes' | 'processes'> {
  readonly kind: 'SERVICE_USAGE' | 'POD_USAGE' | 'CONTAINER_USAGE';
  readonly id: string;
}

export interface Names {
  readonly sandboxes: readonly PodSandbox[];
  readonly containers: readonly Container[];
}

/**
 * Services first, then each pod and its containers. A pod or container that the runtime does not know, or did not tell, goes by
 * the name of its group. The sandbox's own group (the pause program) is in its pod's sum only.
 */
export function usagesOf(groups: readonly GroupUsage[], names: Names): readonly Usage[] {
  const pods = new Map(
    names.sandboxes.map(({ metadata }) => [metadata?.uid ?? '', `${metadata?.namespace}/${metadata?.name}`]),
  );
  const containers = new Map(names.containers.map((container) => [container.id, containerId(container)]));
  const sandboxes = new Set(names.sandboxes.map(({ id }) => id));
  const usages: Usage[] = [];
  for (const group of groups) {
    const { cpuTimeUs, memoryBytes, memoryLimitBytes, processes } = group;
    const add = (kind: Usage['kind'], id: string) =>
      usages.push({ kind, id, cpuTimeUs, memoryBytes, memoryLimitBytes, processes });
    const parts = group.path.split('/').slice(1);
    const [top, service] = parts;
    // A group that nobody is in any more is of a service that does not run.
    if (`/${top}` === SERVICE_GROUPS && parts.length === 2 && processes > 0) add('SERVICE_USAGE', service!);
    if (`/${top}` !== POD_GROUPS) continue;
    const at = parts.findIndex((part) => /^pod[0-9a-f-]{20,}$/.test(part));
    if (at < 0 || parts.length > at + 2) continue;
    const pod = pods.get(parts[at]!.slice('pod'.length)) ?? parts[at]!;
    const container = parts[at + 1];
    if (container === undefined) add('POD_USAGE', pod);
    else if (!sandboxes.has(container)) add('CONTAINER_USAGE', containers.get(container) ?? `${pod}/${container}`);
  }
  const rank = { SERVICE_USAGE: 0, POD_USAGE: 1, CONTAINER_USAGE: 1 } as const;
  return usages.sort((a, b) => rank[a.kind] - rank[b.kind] || a.id.localeCompare(b.id));
}
