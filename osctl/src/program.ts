/** The commands of osctl, as a value: run by main.ts, described by the reference, completed by the shells. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { addExamples } from './commands/examples.ts';
import { type CommandGroup, durationMs } from './commands/shared.ts';
import type { Writer } from './context.ts';
import { OUTPUT_FORMATS } from './output/format.ts';

interface Group {
  /** Their names, also the shorter ones. */
  readonly commands: readonly string[];
  readonly load: () => Promise<(group: CommandGroup) => void>;
}

/** In the order of the help. Loaded and built is only the group of the command that is asked for: its start is its speed. */
const GROUPS: readonly Group[] = [
  { commands: ['health'], load: async () => (await import('./commands/health.ts')).addHealthCommand },
  { commands: ['support'], load: async () => (await import('./commands/support.ts')).addSupportCommand },
  { commands: ['dashboard'], load: async () => (await import('./commands/dashboard.ts')).addDashboardCommand },
  { commands: ['cluster'], load: async () => (await import('./commands/cluster.ts')).addClusterCommands },
  { commands: ['gen'], load: async () => (await import('./commands/gen.ts')).addGenCommands },
  { commands: ['deny', 'audit'], load: async () => (await import('./commands/trust.ts')).addTrustCommands },
  { commands: ['rotate-ca'], load: async () => (await import('./commands/rotate-ca.ts')).addRotateCommand },
  { commands: ['context'], load: async () => (await import('./commands/contexts.ts')).addContextCommands },
  { commands: ['version', 'status'], load: async () => (await import('./commands/system.ts')).addSystemCommands },
  {
    commands: ['processes', 'ps', 'top'],
    load: async () => (await import('./commands/processes.ts')).addProcessesCommand,
  },
  {
    commands: ['cpu', 'memory', 'free', 'load', 'uptime', 'time', 'date'],
    load: async () => (await import('./commands/host.ts')).addHostCommands,
  },
  {
    commands: ['disks', 'lsblk', 'mounts', 'df', 'du'],
    load: async () => (await import('./commands/storage.ts')).addStorageCommands,
  },
  {
    commands: ['interfaces', 'routes', 'resolve', 'netstat', 'ss'],
    load: async () => (await import('./commands/network.ts')).addNetworkCommands,
  },
  { commands: ['services', 'service'], load: async () => (await import('./commands/services.ts')).addServiceCommands },
  {
    commands: ['logs', 'dmesg', 'events', 'boots'],
    load: async () => (await import('./commands/logs.ts')).addLogCommands,
  },
  {
    commands: ['containers', 'stats', 'container'],
    load: async () => (await import('./commands/containers.ts')).addContainerCommands,
  },
  { commands: ['images', 'image'], load: async () => (await import('./commands/images.ts')).addImageCommands },
  { commands: ['get'], load: async () => (await import('./commands/get.ts')).addGetCommand },
  { commands: ['ls', 'cat', 'cp'], load: async () => (await import('./commands/files.ts')).addFileCommands },
  { commands: ['config'], load: async () => (await import('./commands/config.ts')).addConfigCommands },
  {
    commands: ['upgrade', 'prepare', 'rollback', 'reboot', 'shutdown', 'reset', 'wipe', 'confirm'],
    load: async () => (await import('./commands/lifecycle.ts')).addLifecycleCommands,
  },
  {
    commands: ['operation', 'failed-boot'],
    load: async () => (await import('./commands/operations.ts')).addOperationCommands,
  },
  { commands: ['rollout'], load: async () => (await import('./commands/rollout.ts')).addRolloutCommands },
  { commands: ['pcap', 'profile'], load: async () => (await import('./commands/trace.ts')).addTraceCommands },
  { commands: ['debug'], load: async () => (await import('./commands/debug.ts')).addDebugCommand },
  { commands: ['bootstrap', 'etcd'], load: async () => (await import('./commands/etcd.ts')).addEtcdCommands },
  { commands: ['kubeconfig'], load: async () => (await import('./commands/kubernetes.ts')).addKubernetesCommands },
  { commands: ['completion'], load: async () => (await import('./commands/completion.ts')).addCompletionCommand },
];

/** Where the program speaks; and what an action becomes for commander. */
export interface ProgramOptions {
  readonly stdout: Pick<Writer, 'write' | 'columns'>;
  readonly stderr: Pick<Writer, 'write' | 'columns'>;
  readonly bind: CommandGroup['bind'];
}

/** With the commands that `argv` may be about; with all of them where that is not clear, or no `argv` is given. */
export async function buildProgram(
  { stdout, stderr, bind }: ProgramOptions,
  argv: readonly string[] = [],
): Promise<Command> {
  const program = new Command('osctl')
    .description('looks into the nodes of a Talos cluster and mends them, by the OS API')
    .version(version(), '-V, --version', 'version of osctl itself')
    .addOption(
      new Option('-n, --nodes <nodes>', 'names, addresses or @groups, comma-separated (default: those of the context)')
        .argParser((text: string, all: readonly string[] = []) => [
          ...all,
          ...text.split(',').filter((one) => one !== ''),
        ])
        .default([], 'none'),
    )
    .option('--via <node>', 'reach the nodes through the tunnel of this one; TLS ends at each of them')
    .option('--context <name>', 'which cluster (default: the current context)')
    .addOption(new Option('-o, --output <format>', 'form of the answer').choices(OUTPUT_FORMATS).default('table'))
    .addOption(
      new Option('--timeout <duration>', 'bound on each call that is no stream')
        .argParser(durationMs)
        .default(20_000, '20s'),
    )
    .showHelpAfterError('(see osctl --help)')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
    })
    .exitOverride();
  const asked = firstWord(argv, program);
  const group = GROUPS.filter(({ commands }) => commands.includes(asked));
  const adding = await Promise.all((group.length > 0 ? group : GROUPS).map(({ load }) => load()));
  for (const add of adding) add({ program, bind });
  addExamples(program);
  return program;
}

/** The first that is neither an option of every command nor the value of one. */
function firstWord(argv: readonly string[], program: Command): string {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (!word.startsWith('-')) return word;
    if (program.options.some(({ short, long, required }) => required && (word === short || word === long))) index++;
  }
  return '';
}

/** The package's own, wherever this code lies in it: src/ in the checkout, dist/ when installed. */
function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
