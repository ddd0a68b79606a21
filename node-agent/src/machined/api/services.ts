/** osctl.v1alpha1.Services */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { KERNEL_LOG } from '../services/kernel-log.ts';
import { MustRunError } from '../services/supervisor.ts';
import { type PastBoot, pastBoot } from './boots.ts';
import { readContainerLog } from './container-logs.ts';
import { serviceMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

type Methods = typeof api.Services.methods;
type Deps = Pick<ApiDeps, 'supervisor' | 'files' | 'logs' | 'boots' | 'clock'>;

/** What a service of machined's may be called; a log's file name is made of it. */
const SERVICE_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** machined has a log, and nobody who supervises it. */
const OWN_LOG = 'machined';

function mustRun(message: string): RpcError {
  return new RpcError('FAILED_PRECONDITION', message, { reason: 'SERVICE_MUST_RUN' });
}

export function servicesHandlers(deps: Deps): Handlers<Methods> {
  const known = (id: string): string => {
    if (SERVICE_ID.test(id) && deps.supervisor.get(id) !== undefined) return id;
    const all = deps.supervisor.list().map((service) => service.id);
    const message = `no service ${JSON.stringify(id.slice(0, 64))} on this node; there are ${all.join(', ')}`;
    throw new RpcError('NOT_FOUND', message, { reason: 'SERVICE_NOT_FOUND' });
  };
  const change = async (how: 'start' | 'stop' | 'restart', asked: string, signal: AbortSignal) => {
    if (asked === OWN_LOG) {
      throw mustRun(`machined is the node itself and can't be told to ${how}: osctl reboot, or osctl shutdown`);
    }
    const id = known(asked);
    try {
      return { service: serviceMessage(await deps.supervisor[how](id, signal)) };
    } catch (error) {
      if (error instanceof RpcError || signal.aborted) throw error;
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof MustRunError) throw mustRun(why);
      throw new RpcError('ABORTED', `${how} ${id}: ${why}`, { reason: `${how.toUpperCase()}_FAILED`, cause: error });
    }
  };
  /** A service that the node had in an earlier boot. */
  const knownThen = (id: string, boot: PastBoot): string => {
    const ids = deps.logs.ids(boot.bootId).filter((one) => one !== KERNEL_LOG);
    if (ids.includes(id)) return id;
    const message = `no log of service ${JSON.stringify(id.slice(0, 64))} of that boot; there are ${ids.join(', ')}`;
    throw new RpcError('NOT_FOUND', message, { reason: 'LOG_NOT_FOUND' });
  };
  return {
    async list() {
      return { services: deps.supervisor.list().map(serviceMessage) };
    },
    async get(request) {
      const id = known(request.id);
      const { events, dropped } = deps.supervisor.history(id);
      return { service: serviceMessage(deps.supervisor.get(id)!), events, droppedEvents: dropped };
    },
    start: (request, ctx) => change('start', request.id, ctx.signal),
    stop: (request, ctx) => change('stop', request.id, ctx.signal),
    restart: (request, ctx) => change('restart', request.id, ctx.signal),
    async *logs(request, ctx) {
      const { follow, previous } = request;
      const options = {
        tailLines: count(request.tailLines, 'tail_lines'),
        sinceMs: count(request.sinceMs, 'since_ms'),
        signal: ctx.signal,
      };
      const boot = pastBoot(deps, request);
      if (request.id.includes('/')) {
        const [namespace, pod, container, ...rest] = request.id.split('/');
        if (!namespace || !pod || !container || rest.length > 0) {
          throw invalid('id must be a service, or namespace/pod/container');
        }
        if (previous && boot !== undefined) throw invalid('previous and boots_ago exclude each other');
        const lines = readContainerLog(
          deps.files,
          { namespace, pod, container },
          { ...options, follow: follow && !previous, previous, during: boot, clock: deps.clock },
        );
        for await (const line of lines) yield { timeMs: line.timeMs, line: line.text, source: line.stream };
        return;
      }
      if (previous)
        throw invalid(
          'only a container (namespace/pod/container) has a previous run; of a service all runs are in its log',
        );
      const id =
        request.id === OWN_LOG ? request.id : boot === undefined ? known(request.id) : knownThen(request.id, boot);
      const records = deps.logs.read(id, { ...options, follow, bootId: boot?.bootId });
      for await (const record of records) yield { timeMs: record.timeMs, line: record.line, source: id };
    },
  };
}
