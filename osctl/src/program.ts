/** The commands of osctl, as a value: run by main.ts, described by the reference, completed by the shells. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { addClusterCommands } from './commands/cluster.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommands } from './commands/config.ts';
import { addContainerCommands } from './commands/containers.ts';
import { addContextCommands } from './commands/contexts.ts';
import { addDashboardCommand } from './commands/dashboard.ts';
import { addDebugCommand } from './commands/debug.ts';
import { addEtcdCommands } from './commands/etcd.ts';
import { addExamples } from './commands/examples.ts';
import { addFileCommands } from './commands/files.ts';
import { addGenCommands } from './commands/gen.ts';
import { addGetCommand } from './commands/get.ts';
import { addHealthCommand } from './commands/health.ts';
import { addHostCommands } from './commands/host.ts';
import { addImageCommands } from './commands/images.ts';
import { addKubernetesCommands } from './commands/kubernetes.ts';
import { addLifecycleCommands } from './commands/lifecycle.ts';
import { addLogCommands } from './commands/logs.ts';
import { addNetworkCommands } from './commands/network.ts';
import { addOperationCommands } from './commands/operations.ts';
import { addProcessesCommand } from './commands/processes.ts';
import { addRolloutCommands } from './commands/rollout.ts';
import { addRotateCommand } from './commands/rotate-ca.ts';
import { addServiceCommands } from './commands/services.ts';
import { type CommandGroup, durationMs } from './commands/shared.ts';
import { addStorageCommands } from './commands/storage.ts';
import { addSupportCommand } from './commands/support.ts';
import { addSystemCommands } from './commands/system.ts';
import { addTraceCommands } from './commands/trace.ts';
import { addTrustCommands } from './commands/trust.ts';
import type { Writer } from './context.ts';
import { OUTPUT_FORMATS } from './output/format.ts';

/** Where the program speaks; and what an action becomes for commander. */
export interface ProgramOptions {
  readonly stdout: Pick<Writer, 'write' | 'columns'>;
  readonly stderr: Pick<Writer, 'write' | 'columns'>;
  readonly bind: CommandGroup['bind'];
}

export function buildProgram({ stdout, stderr, bind }: ProgramOptions): Command {
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
  const group: CommandGroup = { program, bind };
  addHealthCommand(group);
  addSupportCommand(group);
  addDashboardCommand(group);
  addClusterCommands(group);
  addGenCommands(group);
  addTrustCommands(group);
  addRotateCommand(group);
  addContextCommands(group);
  addSystemCommands(group);
  addProcessesCommand(group);
  addHostCommands(group);
  addStorageCommands(group);
  addNetworkCommands(group);
  addServiceCommands(group);
  addLogCommands(group);
  addContainerCommands(group);
  addImageCommands(group);
  addGetCommand(group);
  addFileCommands(group);
  addConfigCommands(group);
  addLifecycleCommands(group);
  addOperationCommands(group);
  addRolloutCommands(group);
  addTraceCommands(group);
  addDebugCommand(group);
  addEtcdCommands(group);
  addKubernetesCommands(group);
  addCompletionCommand(group);
  addExamples(program);
  return program;
}

/** The package's own, wherever this code lies in it: src/ in the checkout, dist/ when installed. */
function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
