/** The containers of pods as the runtime knows them, and the restart of one. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Container as CriContainer } from '@talos/proto/gen/cri.ts';
import type { GroupUsage } from '../host/cgroup-usage.ts';
import { type Cri, LABELS } from './runtime.ts';
import { graceSeconds } from './shutdown.ts';

export interface ContainerView {
  /** namespace/pod/container */
  readonly id: string;
  readonly image: string;
  readonly state: 'CONTAINER_CREATED' | 'CONTAINER_RUNNING' | 'CONTAINER_EXITED' | 'CONTAINER_STATE_UNSPECIFIED';
  readonly pid: number;
  readonly restarts: number;
  readonly createdMs: number;
  readonly finishedMs: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly runtimeId: string;
}

const STATES = {
  CONTAINER_CREATED: 'CONTAINER_CREATED',
  CONTAINER_RUNNING: 'CONTAINER_RUNNING',
  CONTAINER_EXITED: 'CONTAINER_EXITED',
  CONTAINER_UNKNOWN: 'CONTAINER_STATE_UNSPECIFIED',
} as const;

const fromNs = (nanoseconds: number): number => Math.floor(nanoseconds / 1e6);

export const containerId = ({ labels }: Pick<CriContainer, 'labels'>): string =>
  [labels[LABELS.namespace], labels[LABELS.pod], labels[LABELS.container]].join('/');

/** Containers of pods in the order of their ids; of each the newest run, or `all`. `groups` tell their processes. */
export async function listContainers(
  cri: Cri,
  groups: readonly GroupUsage[],
  options: { readonly all: boolean; readonly signal: AbortSignal },
): Promise<readonly ContainerView[]> {
  const { containers } = await cri.runtime.listContainers({}, { signal: options.signal });
  const pids = new Map(groups.map(({ path, pids }) => [path.slice(path.lastIndexOf('/') + 1), pids[0] ?? 0]));
  const shown = options.all ? containers : newestRuns(containers);
  const views = await Promise.all(
    shown.map(async (container) => {
      const view = viewOf(container, pids.get(container.id) ?? 0);
      return container.state === 'CONTAINER_EXITED' ? { ...view, ...(await endOf(cri, container.id, options)) } : view;
    }),
  );
  return views.sort((a, b) => a.id.localeCompare(b.id) || b.createdMs - a.createdMs);
}

/** A pod made anew under its old name (a static pod) begins to count again: the newest is the one made last. */
function newestRuns(containers: readonly CriContainer[]): readonly CriContainer[] {
  const newest = new Map<string, CriContainer>();
  for (const container of containers) {
    const id = containerId(container);
    if (container.createdAt >= (newest.get(id)?.createdAt ?? 0)) newest.set(id, container);
  }
  return [...newest.values()];
}

function viewOf(container: CriContainer, pid: number): ContainerView {
  return {
    id: containerId(container),
    // What the kubelet resolved is an id; what was asked for is in an annotation of the image since CRI 1.29.
    image: container.image?.userSpecifiedImage || container.image?.image || container.imageRef,
    state: STATES[container.state],
    pid: container.state === 'CONTAINER_RUNNING' ? pid : 0,
    restarts: container.metadata?.attempt ?? 0,
    createdMs: fromNs(container.createdAt),
    finishedMs: 0,
    exitCode: 0,
    reason: '',
    runtimeId: container.id,
  };
}

async function endOf(
  cri: Cri,
  id: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<Partial<ContainerView>> {
  try {
    const { status } = await cri.runtime.containerStatus({ containerId: id }, { signal });
    if (status === undefined) return {};
    return { finishedMs: fromNs(status.finishedAt), exitCode: status.exitCode, reason: status.reason };
  } catch (error) {
    // Removed since it was listed.
    if (error instanceof RpcError && error.code === 'NOT_FOUND') return {};
    throw error;
  }
}

export interface ContainerName {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

const MAX_GRACE_SECONDS = 300;
const POLL_MS = 250;

/**
 * Stops a container with its grace and waits for the kubelet to start it again.
 * `started` is undefined when it has not within `waitMs`: the pod's restart policy, or its back-off.
 * Errors: NOT_FOUND; FAILED_PRECONDITION when it does not run.
 */
export async function restartContainer(
  cri: Cri,
  name: ContainerName,
  options: {
    readonly graceSeconds: number;
    readonly waitMs: number;
    readonly signal: AbortSignal;
    readonly clock: Pick<Clock, 'sleep' | 'monotonic'>;
  },
): Promise<{ readonly stopped: ContainerView; readonly started: ContainerView | undefined }> {
  const { signal, clock } = options;
  const labelSelector = {
    [LABELS.namespace]: name.namespace,
    [LABELS.pod]: name.pod,
    [LABELS.container]: name.container,
  };
  const newest = async () =>
    newestRuns((await cri.runtime.listContainers({ filter: { labelSelector } }, { signal })).containers)[0];

  const running = await newest();
  const id = `${name.namespace}/${name.pod}/${name.container}`;
  if (running === undefined) {
    throw new RpcError('NOT_FOUND', `no container ${id} on this node; osctl containers lists them`, {
      reason: 'CONTAINER_NOT_FOUND',
    });
  }
  if (running.state !== 'CONTAINER_RUNNING') {
    const message = `container ${id} does not run, so there is nothing to stop: the kubelet starts it again by itself if its pod's restart policy says so; osctl logs ${id} tells why it ended`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'CONTAINER_NOT_RUNNING' });
  }
  const grace = options.graceSeconds > 0 ? options.graceSeconds : graceSeconds(running.annotations, MAX_GRACE_SECONDS);
  await cri.runtime.stopContainer(
    { containerId: running.id, timeout: grace },
    { signal, timeoutMs: (grace + 10) * 1_000 },
  );
  const stopped = {
    ...viewOf(running, 0),
    state: STATES.CONTAINER_EXITED,
    ...(await endOf(cri, running.id, { signal })),
  };
  const deadline = clock.monotonic() + options.waitMs;
  while (clock.monotonic() < deadline) {
    const now = await newest();
    if (now !== undefined && now.id !== running.id && now.state === 'CONTAINER_RUNNING') {
      return { stopped, started: viewOf(now, 0) };
    }
    await clock.sleep(POLL_MS, signal);
  }
  return { stopped, started: undefined };
}
