/** The programs that a node runs for itself, and their health. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RpcError } from '@talos/lib/rpc/error.ts';
import {
  type RestartServiceResponse,
  type ServiceEvent,
  type ServiceStatus,
  Services,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { NodeConnection } from '../client/nodes.ts';
import { age } from '../output/units.ts';
import { type CommandGroup, tableFromNodes } from './shared.ts';

const COLUMNS = [
  { title: 'SERVICE', value: (row: ServiceStatus) => row.id },
  { title: 'STATE', value: (row: ServiceStatus) => row.state.toLowerCase() },
  { title: 'HEALTH', value: (row: ServiceStatus) => row.health.toLowerCase() },
  { title: 'RESTARTS', value: (row: ServiceStatus) => String(row.restarts), align: 'right' as const },
  { title: 'SINCE', value: (row: ServiceStatus) => age(row.sinceMs, Date.now()), align: 'right' as const },
  { title: 'PID', value: (row: ServiceStatus) => (row.pid === 0 ? '-' : String(row.pid)), align: 'right' as const },
  { title: 'MESSAGE', value: (row: ServiceStatus) => row.message },
];

const EVENT_COLUMNS = [
  { title: 'TIME', value: (row: ServiceEvent) => new Date(row.timeMs).toISOString() },
  { title: 'AGE', value: (row: ServiceEvent) => age(row.timeMs, Date.now()), align: 'right' as const },
  { title: 'STATE', value: (row: ServiceEvent) => row.state.toLowerCase() },
  { title: 'HEALTH', value: (row: ServiceEvent) => row.health.toLowerCase() },
  { title: 'RESTARTS', value: (row: ServiceEvent) => String(row.restarts), align: 'right' as const },
  { title: 'PID', value: (row: ServiceEvent) => (row.pid === 0 ? '-' : String(row.pid)), align: 'right' as const },
  { title: 'MESSAGE', value: (row: ServiceEvent) => row.message },
];

export function addServiceCommands({ program, bind }: CommandGroup): void {
  program
    .command('services')
    .description('the programs that nodes run for themselves, and their health')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Services).list({}, node.unary),
          (answer) => answer.services,
          COLUMNS,
        ),
      ),
    );

  const service = program.command('service').description('one service: what happened to it; start, stop, restart');
  service
    .command('show <id>', { isDefault: true })
    .description('what happened to a service since the node booted (`osctl service ID` for short)')
    .action(
      bind(async (ctx, _options, id) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Services).get({ id }, node.unary),
          (answer) => answer.events,
          EVENT_COLUMNS,
        ),
      ),
    );
  const change = (how: 'start' | 'stop' | 'restart', description: string) =>
    service
      .command(`${how} <id>`)
      .description(description)
      .action(
        bind(async (ctx, _options, id) =>
          tableFromNodes(
            ctx,
            (node) => {
              const timeoutMs = Math.max(ctx.options.timeoutMs, CHANGE_MS);
              const call = () => node.client(Services)[how]({ id }, { ...node.unary, timeoutMs });
              return how === 'restart' && id === DOOR ? throughItself(node, call, timeoutMs) : call();
            },
            (answer) => (answer.service === undefined ? [] : [answer.service]),
            COLUMNS,
          ),
        ),
      );
  change('start', 'start a service that was stopped, or that waits for its next restart; waits until it is active');
  change('stop', 'stop a service; it stays stopped until it is started, or the node boots');
  change('restart', 'stop a service in order and start it again; waits until it is active');
}

/** A service stops in order, and is up again: its own time-outs are shorter. */
const CHANGE_MS = 120_000;
const POLL_MS = 300;
/** It carries the very call that restarts it, and is gone before the answer: what became of it is asked for anew. */
const DOOR = 'apid';

async function throughItself(
  node: NodeConnection,
  restart: () => Promise<RestartServiceResponse>,
  limitMs: number,
): Promise<RestartServiceResponse> {
  const look = async (): Promise<ServiceStatus | undefined> =>
    (await node.client(Services).get({ id: DOOR }, node.unary)).service;
  const before = await look();
  const end = performance.now() + limitMs;
  try {
    return await restart();
  } catch (broken) {
    for (let error = broken; ; ) {
      if (!(error instanceof RpcError) || error.code !== 'UNAVAILABLE' || performance.now() > end) throw error;
      await sleep(POLL_MS, undefined, { signal: node.stream.signal });
      try {
        const service = await look();
        if (service?.health === 'HEALTHY' && service.pid !== before?.pid) return { service };
      } catch (again) {
        error = again;
      }
    }
  }
}
