/** osctl.v1alpha1.Services */
import { join } from 'node:path';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { readLog } from '../services/logs.ts';
import { MustRunError } from '../services/supervisor.ts';
import { readContainerLog } from './container-logs.ts';
import { serviceMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

type Methods = typeof api.Services.methods;
type Deps = Pick<ApiDeps, 'supervisor' | 'files' | 'nodeFiles' | 'clock'>;

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
      const options = {
        tailLines: count(request.tailLines, 'tail_lines'),
        sinceMs: count(request.sinceMs, 'since_ms'),
        follow: request.follow,
        signal: ctx.signal,
        sleep: deps.clock.sleep,
      };
      if (request.id.includes('/')) {
        const [namespace, pod, container, ...rest] = request.id.split('/');
        if (!namespace || !pod || !container || rest.length > 0) {
          throw invalid('id must be a service, or namespace/pod/container');
        }
        const lines = readContainerLog(deps.files, { namespace, pod, container }, options);
        for await (const line of lines) yield { timeMs: line.timeMs, line: line.text, source: line.stream };
        return;
      }
      const id = request.id === OWN_LOG ? request.id : known(request.id);
      for await (const record of readLog(join(deps.nodeFiles.logsDir, `${id}.log`), options)) {
        yield { timeMs: record.timeMs, line: Buffer.from(record.line), source: id };
      }
    },
  };
}
