/** Runs one command line of osctl: signals, exit codes, what goes to which stream. */
import { once } from 'node:events';
import { type Command, CommanderError } from 'commander';
import type { Action } from './commands/shared.ts';
import { ConfigFile, configPath } from './config/file.ts';
import { type CommandContext, type DueContext, EXIT, type ExitCode, UsageError, type Writer } from './context.ts';
import type { OutputFormat } from './output/format.ts';
import { visibleLines } from './output/visible.ts';
import { buildProgram } from './program.ts';

interface RawGlobals {
  readonly nodes: readonly string[];
  readonly via?: string;
  readonly context?: string;
  readonly output: OutputFormat;
  readonly timeout: number;
}

export interface Environment {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly stdin: CommandContext['stdin'];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Runs one command line. Never throws: every failure is a line on stderr and an exit code. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const { stdout, stderr, env, signal } = environment;
  if (argv[0] === '__complete') return answerShell(argv.slice(1), environment);
  let code: ExitCode = EXIT.ok;
  let due: DueContext | undefined;
  const bind =
    <Options>(action: Action<Options>) =>
    async (...args: unknown[]) => {
      // commander hands over arguments, then options, then the command.
      const command = args.at(-1) as Command;
      const options = args.at(-2) as Options;
      const positional = args
        .slice(0, -2)
        .flat()
        .filter((one): one is string => typeof one === 'string');
      const globals = command.optsWithGlobals<RawGlobals>();
      const context: CommandContext = {
        ...environment,
        config: new ConfigFile(configPath(env)),
        options: {
          nodes: globals.nodes,
          via: globals.via,
          context: globals.context,
          output: globals.output,
          timeoutMs: globals.timeout,
        },
      };
      const onDue = (one: DueContext): void => {
        due = one;
      };
      code = await action({ ...context, onDue }, options, ...positional);
      if (due === undefined || code !== EXIT.ok || signal.aborted) return;
      const { renewInTime } = await import('./trust/renew-in-time.ts');
      await renewInTime(context, due);
    };
  try {
    const program = await buildProgram({ stdout, stderr, bind }, argv);
    await program.parseAsync([...argv], { from: 'user' });
    return signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const message = error instanceof Error ? error.message : String(error);
    if (signal.aborted) {
      stderr.write('osctl: interrupted\n');
      return EXIT.interrupted;
    }
    stderr.write(`osctl: ${visibleLines(message)}\n`);
    if (env['OSCTL_DEBUG'] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

/** A shell asks what may come next: no command of ours, so that no one finds it in the help. */
async function answerShell(words: readonly string[], environment: Environment): Promise<ExitCode> {
  const { complete } = await import('./completion/answer.ts');
  const config = new ConfigFile(configPath(environment.env));
  const options = { nodes: [], via: undefined, context: undefined, output: 'table', timeoutMs: 0 } as const;
  environment.stdout.write(await complete({ ...environment, config, options }, words));
  return EXIT.ok;
}

function writer(stream: NodeJS.WriteStream): Writer {
  return {
    write: (data) => void stream.write(data),
    drained: async (signal) => {
      if (stream.writableNeedDrain) await once(stream, 'drain', { signal });
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 100,
    rows: stream.rows ?? Number.POSITIVE_INFINITY,
  };
}

export async function main(): Promise<void> {
  const controller = new AbortController();
  const interrupt = (): void => {
    // The second time the reader means it.
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
    controller.abort(new Error('interrupted'));
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  // `osctl … | head` is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    stdin: () => process.stdin,
    env: process.env,
    signal: controller.signal,
  });
}

if (import.meta.main) await main();
