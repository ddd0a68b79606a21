/** osctl.v1alpha1.System */
import { arch, release as kernelRelease } from 'node:os';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { KernelLogError, readKernelLog } from '../host/kmsg.ts';
import { readProcesses } from '../host/proc.ts';
import { EVENT_TYPES, type MachineEvent } from '../machine/types.ts';
import { KERNEL_LOG, keptKernelLine } from '../services/kernel-log.ts';
import { bootsMessage, pastBoot } from './boots.ts';
import { failedBootMessage, serviceMessage, slotsMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

type Methods = typeof api.System.methods;
type Deps = Pick<
  ApiDeps,
  | 'machine'
  | 'supervisor'
  | 'config'
  | 'events'
  | 'etcd'
  | 'logs'
  | 'boots'
  | 'syscalls'
  | 'clock'
  | 'release'
  | 'platform'
>;

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

export function systemHandlers(deps: Deps): Handlers<Methods> {
  return {
    async version() {
      const status = deps.machine.status();
      const booted = status.slots[status.boot.slot];
      return {
        version: booted?.version ?? deps.release.version,
        kubernetesVersion: deps.release.kubernetesVersion,
        image: booted?.image ?? '',
        digest: booted?.digest ?? '',
        platform: deps.platform,
        architecture: ARCHITECTURES[arch()] ?? arch(),
        kernel: kernelRelease(),
        agent: deps.release.version,
        components: { ...deps.release.components, node: process.versions.node },
      };
    },
    async status() {
      return statusMessage(deps);
    },
    async processes(request, ctx) {
      const takenUs = Number(deps.syscalls.monotonicNs() / 1000n);
      const processes = await readProcesses(ctx.signal, { proportional: !request.withoutProportional });
      return { processes, takenUs };
    },
    async boots() {
      return bootsMessage(deps);
    },
    async *kernelLog(request, ctx) {
      const options = {
        tailLines: count(request.tailLines, 'tail_lines'),
        sinceMs: count(request.sinceMs, 'since_ms'),
        follow: request.follow,
        signal: ctx.signal,
      };
      const { sinceMs } = options;
      const boot = pastBoot(deps, request);
      if (boot !== undefined) {
        const kept = deps.logs.read(KERNEL_LOG, { ...options, bootId: boot.bootId });
        for await (const record of kept) yield logLine(keptKernelLine(record));
        return;
      }
      try {
        for await (const line of readKernelLog({ ...options, syscalls: deps.syscalls, clock: deps.clock })) {
          if (sinceMs === 0 || line.timeMs === 0 || line.timeMs >= sinceMs) yield logLine(line);
        }
      } catch (error) {
        if (error instanceof KernelLogError) {
          throw new RpcError('FAILED_PRECONDITION', error.message, {
            reason: 'KERNEL_LOG_NOT_PERMITTED',
            cause: error,
          });
        }
        throw error;
      }
    },
    async *events(request, ctx) {
      const tail = count(request.tail, 'tail');
      const sinceId = count(request.sinceId, 'since_id');
      const types = eventTypes(request.types);
      const wanted = (event: MachineEvent) =>
        types.length === 0 || event.action === 'lost' || types.includes(event.type);
      const kept = deps.events.tail(Number.MAX_SAFE_INTEGER);
      const newest = kept.at(-1)?.id ?? 0;
      if (sinceId > 0 && tail === 0 && request.follow) {
        // The bus itself says so when events after that id are lost.
        for await (const event of deps.events.follow(sinceId, ctx.signal)) if (wanted(event)) yield eventMessage(event);
        return;
      }
      // Before anything is yielded: what happens meanwhile is in `follow`.
      const past = sinceId > 0 ? kept.filter((event) => event.id > sinceId) : tail > 0 ? kept : [];
      const matching = past.filter(wanted);
      for (const event of tail > 0 ? matching.slice(-tail) : matching) yield eventMessage(event);
      if (!request.follow) return;
      for await (const event of deps.events.follow(newest, ctx.signal)) if (wanted(event)) yield eventMessage(event);
    },
  };
}

function eventTypes(types: readonly string[]): readonly string[] {
  for (const type of types) {
    if (!EVENT_TYPES.some((one) => one === type)) {
      throw invalid(
        `types: there is no type ${JSON.stringify(type.slice(0, 64))}; there are ${EVENT_TYPES.join(', ')}`,
      );
    }
  }
  return types;
}

const logLine = (line: { readonly timeMs: number; readonly text: string; readonly facility: string }) => ({
  timeMs: line.timeMs,
  line: Buffer.from(line.text),
  source: line.facility,
});
const eventMessage = (event: MachineEvent) => ({ ...event });

function statusMessage(deps: Deps): api.Init<api.StatusResponse> {
  const status = deps.machine.status();
  const { system } = deps.config.current();
  const unmet = deps.supervisor.unmet();
  const uptimeMs = Number((deps.syscalls.monotonicNs() - BigInt(status.boot.startedMonotonicNs)) / 1_000_000n);
  const booted = status.slots[status.boot.slot];
  const running = deps.machine.operations.running();
  return {
    node: system.nodeName,
    bootId: status.boot.bootId,
    role: system.role,
    stage: status.stage,
    ready: unmet.length === 0 && (status.stage === 'RUNNING' || status.stage === 'UPGRADING'),
    unmet,
    slots: slotsMessage(status),
    configHash: deps.config.hash(),
    services: deps.supervisor.list().map(serviceMessage),
    bootTimeMs: deps.clock.now() - uptimeMs,
    uptimeMs,
    version: booted?.version ?? deps.release.version,
    digest: booted?.digest ?? '',
    kubernetesVersion: deps.release.kubernetesVersion,
    runningOperation: running === undefined ? undefined : { id: running.id, type: running.type },
    lastFailedBoot: status.lastFailedBoot === undefined ? undefined : failedBootMessage(status.lastFailedBoot),
    fencingEpoch: status.fencingEpoch,
    etcdBootstrapped: deps.etcd?.bootstrapped() ?? false,
    bootPhases: status.bootPhases,
    lastReboot: deps.boots.last(),
  };
}
