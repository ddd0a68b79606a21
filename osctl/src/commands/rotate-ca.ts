/** A new authority of the OS API in the place of the present one, while everybody works. */
import { existsSync } from 'node:fs';
import { fingerprintOf } from '@talos/lib/trust/authorities.ts';
import type { RotationStep } from '@talos/lib/trust/rotation.ts';
import type { SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { Option } from 'commander';
import { identityOf } from '../config/identity.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { confirmed } from '../output/ask.ts';
import { renderMachine } from '../output/format.ts';
import { terminalSteps } from '../output/steps.ts';
import type { SeenNode } from '../trust/observe.ts';
import { type CommandGroup, durationMs } from './shared.ts';

interface RotateFlags {
  readonly secrets?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly leaveClients: readonly string[];
  readonly waitTimeout: number;
}

export function addRotateCommand({ program, bind }: CommandGroup): void {
  program
    .command('rotate-ca')
    .description(
      'replace the OS CA, which signs everything of the OS API, without refusing anybody; shows first what that means',
    )
    .option(
      '--secrets <file>',
      'of osctl gen secrets, brought up to date here (default: those of the cluster that osctl made)',
    )
    .option('--dry-run', 'only show the steps that are left')
    .option('--yes', 'do not ask')
    .addOption(
      new Option(
        '--leave-clients <clients>',
        'names or serial numbers of clients that are not waited for, comma-separated: they are refused in the end',
      )
        .argParser((text: string, all: readonly string[]) => [...all, ...text.split(',').filter((one) => one !== '')])
        .default([], 'none'),
    )
    .addOption(
      new Option('--wait-timeout <duration>', 'how long to wait for clients')
        .argParser(durationMs)
        .default(120_000, '2m'),
    )
    .action(bind(rotateCa));
}

async function rotateCa(given: CommandContext, flags: RotateFlags): Promise<ExitCode> {
  const { everyNode, factsOf, seeNodes } = await import('../trust/observe.ts');
  const { remainingSteps } = await import('@talos/lib/trust/rotation.ts');
  const ctx = everyNode(given);
  const { name, context } = await ctx.config.context(ctx.options.context);
  const { role } = identityOf(context, `${ctx.config.path}: contexts.${name}`);
  if (role !== 'os:admin') throw new UsageError(`the role os:admin is needed; context ${name} has ${role || 'none'}`);
  const path = flags.secrets ?? (await ownSecrets(ctx, name));
  const { readSecrets, writeSecrets } = await import('../gen/secrets-file.ts');
  let secrets = await readSecrets(path);

  const nodes = await seeNodes(ctx);
  checkOwner(nodes, secrets, path);
  // Of an authority that is yet to be made it is known that nobody knows it.
  const target = secrets.nextOSCA === undefined ? '' : fingerprintOf(secrets.nextOSCA.cert);
  const planned = remainingSteps(await factsOf(ctx, nodes, target, flags.leaveClients));
  if (ctx.options.output === 'table') ctx.stdout.write(await planText(nodes, secrets, planned));
  if (flags.dryRun === true) {
    if (ctx.options.output !== 'table')
      ctx.stdout.write(renderMachine(ctx.options.output, shown(secrets, planned, false)));
    return EXIT.ok;
  }
  if (flags.yes !== true && !(await confirmed(ctx, `Replace the OS CA of ${name}?`))) {
    ctx.stderr.write('nothing was changed\n');
    return EXIT.failed;
  }

  // Stored before any node knows it: whatever happens, its key is not lost.
  const { createOSCA } = await import('@talos/lib/trust/secrets.ts');
  const now = Date.now();
  const made = `OS CA ${new Date(now).toISOString().slice(0, 19)}Z`;
  const next = secrets.nextOSCA ?? (await createOSCA(secrets.clusterName, now, made));
  secrets = { ...secrets, nextOSCA: next };
  await writeSecrets(path, secrets);

  const { rotate } = await import('../trust/rotate.ts');
  const steps = await rotate(ctx, {
    next,
    leaveClients: flags.leaveClients,
    waitMs: flags.waitTimeout,
    steps: terminalSteps(ctx.stderr),
  });
  const { nextOSCA: _next, ...rest } = secrets;
  await writeSecrets(path, { ...rest, osCA: next });
  if (ctx.options.output === 'table') ctx.stdout.write(`the OS CA of ${name} is ${await certificateText(next.cert)}\n`);
  else ctx.stdout.write(renderMachine(ctx.options.output, shown({ ...secrets, osCA: next }, steps, true)));
  return EXIT.ok;
}

async function ownSecrets(ctx: CommandContext, name: string): Promise<string> {
  const { ClusterStore } = await import('../cluster/store.ts');
  const path = new ClusterStore(ctx.config).secretsPath(name);
  if (existsSync(path)) return path;
  throw new UsageError(`the secrets of ${name} are not in ${path}: name the file of osctl gen secrets with --secrets`);
}

/** Errors: UsageError when a node issues with an authority of which the secrets know nothing. */
function checkOwner(nodes: readonly SeenNode[], secrets: SecretsBundle, path: string): void {
  const own = [secrets.osCA, ...(secrets.nextOSCA === undefined ? [] : [secrets.nextOSCA])].map(({ cert }) =>
    fingerprintOf(cert),
  );
  const foreign = nodes.filter(({ says }) => !own.includes(says.issuing)).map(({ name }) => name);
  if (foreign.length === 0) return;
  throw new UsageError(
    `${path} is not of this cluster, or out of date: ${foreign.join(', ')} have another OS CA than it`,
  );
}

async function planText(
  nodes: readonly SeenNode[],
  secrets: SecretsBundle,
  steps: readonly RotationStep[],
): Promise<string> {
  const { authorityText, stepText } = await import('../trust/rotate.ts');
  const accepted = new Map(nodes.flatMap(({ says }) => says.accepted.map((one) => [one.fingerprint, one] as const)));
  return [
    ...[...accepted.values()].map((one) => `accepted    ${authorityText(one)}`),
    `will be     ${secrets.nextOSCA === undefined ? 'made when it begins' : await certificateText(secrets.nextOSCA.cert)}`,
    ...(steps.length === 0 ? ['nothing is left to do'] : steps.map((step, index) => `${index + 1}. ${stepText(step)}`)),
    '',
  ].join('\n');
}

async function certificateText(pem: string): Promise<string> {
  const { authorityText } = await import('../trust/rotate.ts');
  const { X509Certificate } = await import('node:crypto');
  const subject = /^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1] ?? '';
  return authorityText({ fingerprint: fingerprintOf(pem), subject });
}

/** For programs: nothing of a key. */
function shown({ osCA, nextOSCA }: SecretsBundle, steps: readonly RotationStep[], done: boolean): object {
  const target = done ? osCA : nextOSCA;
  return {
    done,
    authority: target === undefined ? '' : fingerprintOf(target.cert),
    steps: steps.map((step) => ({
      step: step.kind,
      nodes: 'nodes' in step ? step.nodes : [],
      clients: step.kind === 'clients' ? step.clients : [],
    })),
  };
}
