/** A throw-away container on a node, for what the OS API does not show. */
import { execFileSync } from 'node:child_process';
import { type DebugEnd, type DebugEndReason, Trace } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { askOneNode, type NodeConnection } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode } from '../context.ts';
import type { Screen } from '../debug/input.ts';
import { clean } from '../output/format.ts';
import { showTransfer } from '../output/transfer.ts';
import { duration } from '../output/units.ts';
import { type CommandGroup, durationMs } from './shared.ts';

interface DebugFlags {
  readonly image: string;
  readonly duration: number;
  readonly idle: number;
}

export function addDebugCommand({ program, bind }: CommandGroup): void {
  program
    .command('debug [command...]')
    .description(
      "run a throw-away container on one node, in its PID and network namespaces, with its files read-only below /host; only where the node's configuration allows it",
    )
    .requiredOption('--image <reference>', 'what it is made of; the node pulls it')
    .addOption(
      new Option('--duration <duration>', 'it is ended after that long, at most 8h')
        .argParser(durationMs)
        .default(3_600_000, '1h'),
    )
    .addOption(
      new Option('--idle <duration>', 'it is ended when nothing is typed or printed for that long, at most 8h')
        .argParser(durationMs)
        .default(900_000, '15m'),
    )
    .addHelpText(
      'after',
      `
Without a command the image's own program runs. On a terminal it has a terminal, with all keys, Ctrl-C too; to leave one that hears
nothing any more: Enter, then ~. Otherwise standard input, output and error are passed on. The exit code is the program's.`,
    )
    .action(
      bind((ctx, flags: DebugFlags, ...command: string[]) =>
        askOneNode(ctx, (node) => debug(ctx, node, flags, command)),
      ),
    );
}

async function debug(
  ctx: CommandContext,
  node: NodeConnection,
  flags: DebugFlags,
  command: readonly string[],
): Promise<ExitCode> {
  const { SessionInput } = await import('../debug/input.ts');
  const stdin = ctx.stdin();
  const screen = stdin.isTTY === true && ctx.stdout.isTTY ? screenOf(ctx) : undefined;
  const start = {
    image: flags.image,
    command: [...command],
    terminal: screen?.size(),
    terminalType: screen === undefined ? '' : (ctx.env['TERM'] ?? ''),
    durationMs: flags.duration,
    idleMs: flags.idle,
  };
  const transfer = showTransfer(ctx.stderr, /[^/@]+(?=@|$)/.exec(flags.image)?.[0] ?? flags.image);
  let input: InstanceType<typeof SessionInput> | undefined;
  const started = Promise.withResolvers<void>();
  const over = new AbortController();
  async function* requests() {
    yield { start };
    await started.promise;
    if (input !== undefined) yield* input.messages();
  }
  let end: DebugEnd | undefined;
  try {
    const signal = AbortSignal.any([ctx.signal, over.signal]);
    for await (const message of node.client(Trace).debug(requests(), { ...node.stream, signal })) {
      if (message.pull !== undefined) transfer.at(message.pull.doneBytes, message.pull.totalBytes);
      if (message.started !== undefined) {
        transfer.clear();
        // Until then keys are not the program's: Ctrl-C ends the pull.
        input = new SessionInput(stdin, screen);
        input.left.addEventListener('abort', () => over.abort(), { once: true });
        started.resolve();
      }
      if (message.stdout.length > 0) ctx.stdout.write(message.stdout);
      if (message.stderr.length > 0) ctx.stderr.write(message.stderr);
      await Promise.all([ctx.stdout.drained(ctx.signal), ctx.stderr.drained(ctx.signal)]);
      end = message.end ?? end;
    }
  } catch (error) {
    if (!over.signal.aborted || ctx.signal.aborted) throw error;
    ctx.stderr.write('\r\nosctl: left; the container is removed\n');
    return EXIT.interrupted;
  } finally {
    // Not later: the line is the program's then.
    if (input === undefined) transfer.clear();
    started.resolve();
    input?.[Symbol.dispose]();
  }
  if (end === undefined) throw new Error('the session broke off before its program ended');
  if (end.reason === 'EXITED') return end.exitCode;
  ctx.stderr.write(`osctl: node ${clean(node.name)}: ${endText(end.reason, flags)}; the container is removed\n`);
  return EXIT.failed;
}

function endText(reason: DebugEndReason, flags: DebugFlags): string {
  switch (reason) {
    case 'DURATION_OVER':
      return `ended after ${duration(flags.duration)} (--duration)`;
    case 'IDLE':
      return `ended after ${duration(flags.idle)} without a word (--idle)`;
    case 'DISK_LOW':
      return "ended because the node's disk is nearly full (osctl df)";
    default:
      return 'ended by the node';
  }
}

/** Of this very process: its size changes while a session lives. */
function screenOf(ctx: CommandContext): Screen {
  const within = (value: number): number => Math.min(Math.max(Math.trunc(value) || 80, 1), 4096);
  return {
    size: () => ({
      columns: within(process.stdout.columns ?? ctx.stdout.columns),
      rows: within(process.stdout.rows ?? ctx.stdout.rows),
    }),
    passThrough() {
      try {
        // Node's raw mode leaves a carriage return before each line feed: a program that draws a whole screen means those alone.
        execFileSync('stty', ['-opost'], { stdio: ['inherit', 'ignore', 'ignore'] });
      } catch {
        // Lines are shown well without; some screens are not.
      }
    },
    onResize(listener) {
      process.stdout.on('resize', listener);
      return () => process.stdout.off('resize', listener);
    },
  };
}
