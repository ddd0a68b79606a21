/** The programs that a node runs for itself, and their health. */
import { type ServiceEvent, type ServiceStatus, Services } from '@talos/proto/gen/osctl/v1alpha1.ts';
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
            (node) =>
              node
                .client(Services)
                [how]({ id }, { ...node.unary, timeoutMs: Math.max(ctx.options.timeoutMs, 120_000) }),
            (answer) => (answer.service === undefined ? [] : [answer.service]),
            COLUMNS,
          ),
        ),
      );
  change('start', 'start a service that was stopped, or that waits for its next restart; waits until it is active');
  change('stop', 'stop a service; it stays stopped until it is started, or the node boots');
  change('restart', 'stop a service in order and start it again; waits until it is active');
}
