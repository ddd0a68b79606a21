/** What a node is and does: version, status, dmesg, events. */
import {
  type Event,
  type LogLine,
  type StatusResponse,
  System,
  type VersionResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { clean } from '../output/format.ts';
import { age, duration, shortDigest } from '../output/units.ts';
import { type CommandGroup, count, linesFromNodes, tableFromNodes } from './shared.ts';

export function addSystemCommands({ program, bind }: CommandGroup): void {
  program
    .command('version')
    .description('versions of the OS, Kubernetes and the agent on nodes')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(System).version({}, node.unary),
          (answer: VersionResponse) => [answer],
          [
            { title: 'VERSION', value: (row) => row.version },
            { title: 'KUBERNETES', value: (row) => row.kubernetesVersion },
            { title: 'DIGEST', value: (row) => shortDigest(row.digest) },
            { title: 'PLATFORM', value: (row) => row.platform },
            { title: 'KERNEL', value: (row) => row.kernel },
          ],
        ),
      ),
    );

  program
    .command('status')
    .description('what nodes are doing: stage, boot, slots, health, a trial boot under way')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(System).status({}, node.unary),
          (answer: StatusResponse) => [answer],
          [
            { title: 'ROLE', value: (row) => row.role },
            { title: 'STAGE', value: (row) => row.stage.toLowerCase() },
            { title: 'READY', value: (row) => (row.ready ? 'yes' : 'no') },
            { title: 'VERSION', value: (row) => row.version },
            { title: 'SLOT', value: slotText },
            { title: 'UPTIME', value: (row) => duration(row.uptimeMs), align: 'right' },
            { title: 'BOOT', value: (row) => row.bootId.slice(0, 8) },
            {
              title: 'OPERATION',
              value: (row) =>
                row.runningOperation === undefined ? '-' : `${row.runningOperation.type} ${row.runningOperation.id}`,
            },
            { title: 'WHY', value: whyText },
          ],
        ),
      ),
    );

  program
    .command('dmesg')
    .description("the kernel's log")
    .option('-f, --follow', 'wait for more lines')
    .option('--tail <lines>', 'only the last lines', count)
    .action(
      bind(async (ctx, options: { follow?: boolean; tail?: number }) =>
        linesFromNodes(
          ctx,
          (node) =>
            node
              .client(System)
              .kernelLog({ follow: options.follow ?? false, tailLines: options.tail ?? 0 }, node.stream),
          logText,
          logValue,
        ),
      ),
    );

  program
    .command('events')
    .description('what happens on nodes: stages, phases, services, operations, configuration')
    .option('-f, --follow', 'wait for more events')
    .option('--tail <events>', 'only the last events', count, 100)
    .option('--since <id>', 'events after this id', count)
    .action(
      bind(async (ctx, options: { follow?: boolean; tail: number; since?: number }) =>
        linesFromNodes(
          ctx,
          (node) =>
            node.client(System).events(
              {
                follow: options.follow ?? false,
                tail: options.since === undefined ? options.tail : 0,
                sinceId: options.since ?? 0,
              },
              node.stream,
            ),
          eventText,
        ),
      ),
    );
}

function slotText(status: StatusResponse): string {
  const slots = status.slots;
  if (slots === undefined) return '-';
  return slots.trial === undefined
    ? slots.booted
    : `${slots.booted} (trial, ${duration(slots.trial.remainingMs)} left)`;
}

function whyText(status: StatusResponse): string {
  if (status.unmet.length > 0) return status.unmet.join('; ');
  const failed = status.lastFailedBoot;
  return failed === undefined
    ? ''
    : `${failed.version} was turned back ${age(failed.timeMs, Date.now())} ago: ${failed.cause}`;
}

/** A line of a log for programs: its bytes as text. */
export function logValue(line: LogLine): object {
  return { ...line, line: new TextDecoder().decode(line.line) };
}

export function logText(line: LogLine): string {
  const time = line.timeMs === 0 ? '' : `${new Date(line.timeMs).toISOString()} `;
  return `${time}${clean(new TextDecoder().decode(line.line))}`;
}

function eventText(event: Event): string {
  const fields = Object.entries(event.fields).map(([key, value]) => ` ${key}=${value}`);
  return clean(
    `${new Date(event.timeMs).toISOString()} ${event.type}/${event.subject} ${event.action}${event.message === '' ? '' : `: ${event.message}`}${fields.join('')}`,
  );
}
