/** What nodes and what runs on them have said: logs, dmesg, events; and how their boots ended. */
import {
  type Boot,
  type BootEnd,
  type Event,
  type LogLine,
  Services,
  System,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { InvalidArgumentError } from 'commander';
import { clean } from '../output/format.ts';
import { age, shortDigest } from '../output/units.ts';
import { visible } from '../output/visible.ts';
import { type CommandGroup, count, durationMs, linesFromNodes, tableFromNodes } from './shared.ts';

interface LogOptions {
  readonly follow?: boolean;
  readonly tail?: number;
  readonly since?: number;
  readonly previous?: boolean;
  readonly previousBoot?: boolean;
}

const ON_A_TERMINAL =
  'On a terminal, control characters in a line are shown as escapes such as \\x1b; in a pipe every line is as it was written.';

export function addLogCommands({ program, bind }: CommandGroup): void {
  const lines = (command: string, description: string) =>
    program
      .command(command)
      .description(description)
      .option('-f, --follow', 'wait for more lines')
      .option('--tail <lines>', 'only the last lines', count)
      .option(
        '--since <time>',
        'only lines since then: a duration such as 10m, or a time such as 2026-01-02T15:04:05Z',
        since,
      );

  lines('logs <id>', 'the log of a service (osctl services), or of a container of a pod (namespace/pod/container)')
    .option('-p, --previous', 'of a container: its run before the newest')
    .option('--previous-boot', "what was logged before the node's last boot")
    .addHelpText(
      'after',
      `\nSeveral nodes' lines are put in the order of their times, each with its node's name.\n${ON_A_TERMINAL}`,
    )
    .action(
      bind(async (ctx, options: LogOptions, id) =>
        linesFromNodes(
          ctx,
          (node) =>
            node.client(Services).logs({ ...range(options), id, previous: options.previous ?? false }, node.stream),
          { line: logLine, machine: logValue, timeOf: ({ timeMs }) => timeMs, follow: options.follow ?? false },
        ),
      ),
    );

  lines('dmesg', "the kernel's log")
    .option('--previous-boot', "what the kernel said before the node's last boot")
    .addHelpText('after', `\n${ON_A_TERMINAL}`)
    .action(
      bind(async (ctx, options: LogOptions) =>
        linesFromNodes(ctx, (node) => node.client(System).kernelLog(range(options), node.stream), {
          line: logLine,
          machine: logValue,
          timeOf: ({ timeMs }) => timeMs,
          follow: options.follow ?? false,
        }),
      ),
    );

  program
    .command('events')
    .description('what happens on nodes: stages, phases, services, operations, configuration')
    .option('-f, --follow', 'wait for more events')
    .option('--tail <events>', 'only the last events', count, 100)
    .option('--since <id>', 'events after this id', count)
    .option(
      '--type <types>',
      'only these, comma-separated: stage, phase, service, operation, config, boot, access, debug',
      words,
    )
    .action(
      bind(async (ctx, options: { follow?: boolean; tail: number; since?: number; type?: readonly string[] }) =>
        linesFromNodes(
          ctx,
          (node) =>
            node.client(System).events(
              {
                follow: options.follow ?? false,
                tail: options.since === undefined ? options.tail : 0,
                sinceId: options.since ?? 0,
                types: options.type ?? [],
              },
              node.stream,
            ),
          { line: eventLine, timeOf: ({ timeMs }) => timeMs, follow: options.follow ?? false },
        ),
      ),
    );

  program
    .command('boots')
    .description('the last boots of nodes, the newest first, and how each of them ended')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(System).boots({}, node.unary),
          (answer) => answer.boots,
          [
            { title: 'BOOT', value: (row: Boot) => row.bootId.slice(0, 8) },
            { title: 'STARTED', value: (row) => new Date(row.startMs).toISOString() },
            { title: 'VERSION', value: (row) => row.version },
            { title: 'DIGEST', value: (row) => shortDigest(row.digest) },
            { title: 'SLOT', value: (row) => `${row.slot}${row.trial ? ' (trial)' : ''}` },
            { title: 'LOGS', value: (row) => (row.logsKept ? 'yes' : 'no') },
            { title: 'ENDED', value: (row) => (row.end === undefined ? '' : new Date(row.end.timeMs).toISOString()) },
            { title: 'HOW', value: (row) => reasonText(row.end) },
            { title: 'WHY', value: (row) => row.end?.message ?? '' },
          ],
        ),
      ),
    );
}

const range = ({ follow, tail, since, previousBoot }: LogOptions) => ({
  follow: follow ?? false,
  tailLines: tail ?? 0,
  sinceMs: since ?? 0,
  bootsAgo: previousBoot === true ? 1 : 0,
});

/** A duration back from now, or a time with its zone → Unix ms. */
function since(text: string): number {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    const timeMs = Date.parse(text);
    if (!Number.isNaN(timeMs) && /(Z|[+-]\d\d:\d\d)$/.test(text)) return timeMs;
    throw new InvalidArgumentError(
      `"${text}" is not a time such as 2026-01-02T15:04:05Z or 2026-01-02T15:04:05+01:00.`,
    );
  }
  return Date.now() - durationMs(text);
}

function words(text: string): readonly string[] {
  return text.split(',').filter((word) => word !== '');
}

/** REQUESTED → "requested" */
export function reasonText(end: BootEnd | undefined): string {
  return end === undefined ? '-' : end.reason.toLowerCase().replaceAll('_', ' ');
}

/** "power lost 3m ago" */
export function lastRebootText(end: BootEnd | undefined): string {
  if (end === undefined) return '-';
  const by = end.requestedBy === '' ? '' : ` by ${clean(end.requestedBy)}`;
  return `${reasonText(end)}${by} ${age(end.timeMs, Date.now())} ago`;
}

/** A line of a log for programs: its bytes as text. */
function logValue(line: LogLine): object {
  return { ...line, line: new TextDecoder().decode(line.line) };
}

function logLine({ timeMs, line }: LogLine, forTerminal: boolean): Uint8Array | string {
  const time = timeMs === 0 ? '' : `${new Date(timeMs).toISOString()} `;
  return forTerminal ? `${time}${visible(new TextDecoder().decode(line))}` : Buffer.concat([Buffer.from(time), line]);
}

function eventLine(event: Event): string {
  const fields = Object.entries(event.fields).map(([key, value]) => ` ${key}=${value}`);
  return clean(
    `${new Date(event.timeMs).toISOString()} ${event.type}/${event.subject} ${event.action}${event.message === '' ? '' : `: ${event.message}`}${fields.join('')}`,
  );
}
