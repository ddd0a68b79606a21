/** osctl.v1alpha1.Containers */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type ContainerView, listContainers, restartContainer } from '../cri/containers.ts';
import { askCri } from '../cri/runtime.ts';
import { type Names, POD_GROUPS, type Usage, usagesOf } from '../cri/usage.ts';
import { readGroups } from '../host/cgroup-usage.ts';
import { SERVICE_GROUPS } from '../host/cgroups.ts';
import { parseStat } from '../host/proc.ts';
import type { ServiceStatus } from '../machine/types.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

type Methods = typeof api.Containers.methods;
type Deps = Pick<ApiDeps, 'machine' | 'supervisor' | 'clock' | 'containerd'>;

/** How long the kubelet is given to start a container again before the answer says that it has not. */
const STARTED_WITHIN_MS = 60_000;
/** A runtime that hangs must not take the numbers along: they are there without its names. */
const NAMES_WITHIN_MS = 3_000;
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export function containersHandlers(deps: Deps): Handlers<Methods> {
  const { supervisor, clock } = deps;

  const own = (): readonly ContainerView[] => {
    const { boot, slots } = deps.machine.status();
    const { image: name = '', digest = '' } = slots[boot.slot] ?? {};
    const image = name.includes('@') ? name : `${name}@${digest}`;
    return supervisor
      .list()
      .filter(({ container }) => container)
      .map((service) => ownContainer(service, image));
  };

  const names = async (signal: AbortSignal): Promise<Names> => {
    try {
      return await askCri(deps.containerd, async ({ runtime }) => {
        const bound = { signal, timeoutMs: NAMES_WITHIN_MS };
        const [{ items }, { containers }] = await Promise.all([
          runtime.listPodSandbox({}, bound),
          runtime.listContainers({}, bound),
        ]);
        return { sandboxes: items, containers };
      });
    } catch (error) {
      if (signal.aborted) throw error;
      return { sandboxes: [], containers: [] };
    }
  };

  return {
    async list(request, { signal }) {
      const groups = await readGroups([POD_GROUPS], signal);
      const pods = await askCri(deps.containerd, (cri) => listContainers(cri, groups, { all: request.all, signal }));
      return { containers: [...own(), ...pods] };
    },
    async stats(_request, { signal }) {
      const [known, groups] = await Promise.all([names(signal), readGroups([SERVICE_GROUPS, POD_GROUPS], signal)]);
      const sampledMs = Math.round(clock.monotonic());
      const grouped = usagesOf(groups, known);
      // machined itself, and a service whose host would not give it a group.
      const bare = [{ id: 'machined', pid: process.pid }, ...supervisor.list()].filter(
        ({ id, pid }) => pid > 0 && !grouped.some((usage) => usage.kind === 'SERVICE_USAGE' && usage.id === id),
      );
      const alone = await Promise.all(bare.map(({ id, pid }) => usageOfProcess(id, pid)));
      return {
        sampledMs,
        cpus: availableParallelism(),
        usages: [...alone.filter((usage) => usage !== undefined), ...grouped],
      };
    },
    async restart(request, { signal }) {
      const graceSeconds = count(request.graceSeconds, 'grace_seconds');
      const [namespace, pod, container, ...rest] = request.id.split('/');
      if (supervisor.get(request.id) !== undefined) {
        throw invalid(`${request.id} is a service of the node's own: osctl service restart ${request.id}`);
      }
      if (!namespace || !pod || !container || rest.length > 0) throw invalid('id must be namespace/pod/container');
      for (const name of [namespace, pod, container]) {
        if (!NAME.test(name)) throw invalid('namespace, pod and container must be Kubernetes names');
      }
      if (graceSeconds > 3_600) throw invalid('grace_seconds must be 3600 at most');
      return askCri(deps.containerd, (cri) =>
        restartContainer(
          cri,
          { namespace, pod, container },
          { graceSeconds, waitMs: STARTED_WITHIN_MS, signal, clock },
        ),
      );
    },
  };
}

function ownContainer(service: ServiceStatus, image: string): ContainerView {
  const running = service.pid > 0;
  return {
    id: service.id,
    image,
    state: running ? 'CONTAINER_RUNNING' : 'CONTAINER_EXITED',
    pid: service.pid,
    restarts: service.restarts,
    createdMs: service.sinceMs,
    finishedMs: running ? 0 : service.sinceMs,
    exitCode: 0,
    reason: running ? '' : service.message,
    runtimeId: '',
  };
}

/** undefined when it has ended. */
async function usageOfProcess(id: string, pid: number): Promise<Usage | undefined> {
  const [stat, status] = await Promise.all(
    ['stat', 'status'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  );
  const parsed = parseStat(stat ?? '');
  if (parsed === undefined) return undefined;
  const resident = Number(/^VmRSS:\s+([0-9]+) kB/m.exec(status ?? '')?.[1] ?? 0);
  return {
    kind: 'SERVICE_USAGE',
    id,
    cpuTimeUs: parsed.cpuTimeMs * 1_000,
    memoryBytes: resident * 1_024,
    memoryLimitBytes: 0,
    processes: 1,
  };
}
