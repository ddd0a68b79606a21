/** osctl: the command line of the OS API. Assembles the commands; each file in commands/ adds its own. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addClusterCommands } from './commands/cluster.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommands } from './commands/config.ts';
import { addContextCommands } from './commands/contexts.ts';
import { addEtcdCommands } from './commands/etcd.ts';
import { addFileCommands } from './commands/files.ts';
import { addGenCommands } from './commands/gen.ts';
import { addKubernetesCommands } from './commands/kubernetes.ts';
import { addLifecycleCommands } from './commands/lifecycle.ts';
import { addServiceCommands } from './commands/services.ts';
import { type Action, type CommandGroup, durationMs } from './commands/shared.ts';
import { addSystemCommands } from './commands/system.ts';
import { ConfigFile, configPath } from './config/file.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError, type Writer } from './context.ts';
import { OUTPUT_FORMATS, type OutputFormat } from './output/format.ts';

interface RawGlobals {
  readonly nodes: readonly string[];
  readonly context?: string;
  readonly output: OutputFormat;
  readonly timeout: number;
}

export interface Environment {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** commander shows what an argument's parser threw only when it is of its own class. */
function argument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };
}

export function buildProgram(environment: Environment, done: (code: ExitCode) => void): Command {
  const program = new Command('osctl')
    .description('looks into the nodes of a Talos cluster and mends them, by the OS API')
    .addOption(
      new Option('-n, --nodes <nodes>', 'addresses or names, comma-separated (default: those of the context)')
        .argParser((text: string, all: readonly string[] = []) => [
          ...all,
          ...text.split(',').filter((one) => one !== ''),
        ])
        .default([], 'none'),
    )
    .option('--context <name>', 'which cluster (default: the current context)')
    .addOption(new Option('-o, --output <format>', 'form of the answer').choices(OUTPUT_FORMATS).default('table'))
    .addOption(
      new Option('--timeout <duration>', 'bound on each call').argParser(argument(durationMs)).default(20_000, '20s'),
    )
    .showHelpAfterError('(see osctl --help)')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      getOutHelpWidth: () => environment.stdout.columns,
      getErrHelpWidth: () => environment.stderr.columns,
    })
    .exitOverride();
  program.addHelpText(
    'after',
    `
Examples:
  osctl cluster create demo --workers 2        a cluster on this computer
  osctl -n 10.5.0.3 services                   what runs on a node
  osctl -n demo-cp-1,demo-worker-1 logs kubelet -f
  osctl -n 10.5.0.3 upgrade osctl.dev/talos:1.1.0
  osctl kubeconfig ~/.kube/config

Environment:
  OSCTL_CONFIG    the file of contexts (default ~/.config/osctl/config.yaml)

Exit codes: 0 done, 1 failed on at least one node, 2 wrong command line, 130 interrupted`,
  );

  const group: CommandGroup = {
    program,
    bind:
      <Options>(action: Action<Options>) =>
      async (...args: unknown[]) => {
        // commander hands over arguments, then options, then the command.
        const command = args.at(-1) as Command;
        const options = args.at(-2) as Options;
        const positional = args.slice(0, -2).filter((one): one is string => typeof one === 'string');
        const globals = command.optsWithGlobals<RawGlobals>();
        const context: CommandContext = {
          ...environment,
          config: new ConfigFile(configPath(environment.env)),
          options: {
            nodes: globals.nodes,
            context: globals.context,
            output: globals.output,
            timeoutMs: globals.timeout,
          },
        };
        done(await action(context, options, ...positional));
      },
  };
  addClusterCommands(group);
  addGenCommands(group);
  addContextCommands(group);
  addSystemCommands(group);
  addServiceCommands(group);
  addFileCommands(group);
  addConfigCommands(group);
  addLifecycleCommands(group);
  addEtcdCommands(group);
  addKubernetesCommands(group);
  addCompletionCommand(group);
  return program;
}

/** Runs one command line. Never throws: every failure is a line on stderr and an exit code. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = buildProgram(environment, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return environment.signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (environment.signal.aborted) {
      environment.stderr.write('osctl: interrupted\n');
      return EXIT.interrupted;
    }
    const message = error instanceof Error ? error.message : String(error);
    environment.stderr.write(`osctl: ${message}\n`);
    if (environment.env['OSCTL_DEBUG'] !== undefined && error instanceof Error)
      environment.stderr.write(`${error.stack}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

function writer(stream: NodeJS.WriteStream): Writer {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 100,
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
    env: process.env,
    signal: controller.signal,
  });
}

if (import.meta.main) await main();
