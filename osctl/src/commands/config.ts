/** A node's configuration: look, change, try, go back. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type ApplyConfigResponse, type ApplyMode, Config, type Operation } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, Option } from 'commander';
import { askNodes, askOneNode, finish, machineResults, type NodeConnection, report } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { age, duration } from '../output/units.ts';
import {
  followOne,
  newOperationId,
  type OperationOptions,
  sayHowToComeBack,
  watching,
  withOperationOptions,
} from './follow.ts';
import { type CommandGroup, count, durationMs, tableFromNodes } from './shared.ts';

interface ChangeOptions extends OperationOptions {
  readonly mode: keyof typeof MODES;
  readonly keepWithin: number;
  readonly dryRun?: boolean;
}
const MODES = { auto: 'AUTO', 'no-reboot': 'NO_REBOOT', staged: 'STAGED', try: 'TRY' } as const satisfies Record<
  string,
  ApplyMode
>;

/** What every request that changes documents carries. */
type Change = ReturnType<typeof changeOf>;
const changeOf = (options: ChangeOptions, operationId: string) => ({
  dryRun: options.dryRun ?? false,
  mode: MODES[options.mode],
  tryMs: options.mode === 'try' ? options.keepWithin : 0,
  operationId,
});

export function addConfigCommands({ program, bind }: CommandGroup): void {
  const config = program.command('config').description("nodes' configuration");
  const changing = (name: string, description: string): Command =>
    withOperationOptions(
      config
        .command(name)
        .description(description)
        .addOption(
          new Option(
            '--mode <mode>',
            'auto: now, with the reboot it may need; no-reboot: refuse one; staged: with the next boot; try: back again unless kept',
          )
            .choices(Object.keys(MODES))
            .default('auto'),
        )
        .addOption(
          new Option('--keep-within <duration>', 'for --mode try: goes back unless `osctl config keep` comes in time')
            .argParser(durationMs)
            .default(60_000, '1m'),
        )
        .option('--dry-run', 'only show the difference and what it would disturb'),
    );

  config
    .command('get')
    .description('the documents in force; trust is left out, other secrets are masked')
    .addOption(new Option('--revision <number>', 'those of an earlier revision').argParser(count).default(0, 'now'))
    .option('--staged', 'those that wait for the next boot')
    .action(
      bind(async (ctx, options: { revision: number; staged?: boolean }) => {
        const results = await askNodes(
          ctx,
          (node) =>
            node.client(Config).get({ revision: options.revision, staged: options.staged ?? false }, node.unary),
          (result) => {
            report(ctx, result);
            if (result.ok && ctx.options.output === 'table') {
              const { hash, documents, tryDeadlineMs, stagedHash } = result.value;
              const more = [
                ...(tryDeadlineMs === 0 ? [] : [`on try until ${new Date(tryDeadlineMs).toISOString()}`]),
                ...(stagedHash === '' || options.staged === true ? [] : ['another is staged for the next boot']),
              ];
              ctx.stdout.write(`# ${[`${result.node.name} ${hash}`, ...more].join(', ')}\n${documents}`);
            }
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
  changing('apply', 'replace the documents of nodes; says what it disturbs')
    .requiredOption('-f, --file <path>', 'YAML documents, all but trust; - reads standard input')
    .option('--expected-hash <hash>', 'refuse when the configuration is another one by now')
    .action(
      bind(async (ctx, options: ChangeOptions & { file: string; expectedHash?: string }) => {
        const documents = await readText(options.file);
        const expectedHash = options.expectedHash ?? '';
        return change(ctx, options, (node, request) =>
          node.client(Config).apply({ ...request, documents, expectedHash }, node.unary),
        );
      }),
    );
  changing('patch', 'change only some fields, on each node of what it has')
    .option(
      '-p, --patch <text>',
      'documents to merge, or a list of JSON patch operations; may be repeated',
      collect,
      [],
    )
    .option('--patch-file <path>', 'the same from a file; - reads standard input; may be repeated', collect, [])
    .action(
      bind(async (ctx, options: ChangeOptions & { patch: readonly string[]; patchFile: readonly string[] }) => {
        const patches = [...options.patch, ...(await Promise.all(options.patchFile.map(readText)))];
        if (patches.length === 0) throw new UsageError('what is to be changed? Use --patch or --patch-file');
        const { patchDocuments } = await import('../node-config/patch.ts');
        return change(ctx, options, (node, request) => patchNode(node, request, (now) => patchDocuments(now, patches)));
      }),
    );
  changing('edit', 'change the documents of one node in your editor ($VISUAL, $EDITOR)').action(
    bind(async (ctx, options: ChangeOptions) => {
      const { documents, hash } = await askOneNode(ctx, (node) => node.client(Config).get({}, node.unary));
      const edited = await edit(ctx, documents);
      if (edited === documents) {
        ctx.stderr.write('nothing was changed\n');
        return EXIT.ok;
      }
      const code = await change(ctx, options, (node, request) =>
        node.client(Config).apply({ ...request, documents: edited, expectedHash: hash }, node.unary),
      );
      if (code !== EXIT.ok) {
        const kept = join(await mkdtemp(join(tmpdir(), 'osctl-edit-')), 'node.yaml');
        await writeFile(kept, edited, { mode: 0o600 });
        ctx.stderr.write(`what you wrote is kept in ${kept}\n`);
      }
      return code;
    }),
  );
  config
    .command('validate')
    .description('check documents here, without a node')
    .requiredOption('-f, --file <path>', 'YAML documents; - reads standard input')
    .action(
      bind(async (ctx, options: { file: string }) => {
        const { formatIssue, parseDocuments } = await import('@talos/crds/config/index.ts');
        const { errors } = parseDocuments(await readText(options.file));
        for (const issue of errors) ctx.stderr.write(`osctl: ${options.file}: ${formatIssue(issue)}\n`);
        if (errors.length === 0) ctx.stdout.write(`${options.file}: valid\n`);
        return errors.length === 0 ? EXIT.ok : EXIT.failed;
      }),
    );
  config
    .command('diff')
    .description('how nodes differ from documents, or from an earlier revision of their own')
    .option('-f, --file <path>', 'YAML documents, all but trust; - reads standard input')
    .addOption(new Option('--revision <number>', 'what going back to it would change').argParser(count))
    .action(
      bind(async (ctx, options: { file?: string; revision?: number }) => {
        const { file, revision } = options;
        if ((file === undefined) === (revision === undefined)) throw new UsageError('name either --file or --revision');
        const documents = file === undefined ? '' : await readText(file);
        const results = await askNodes(
          ctx,
          (node) =>
            revision === undefined
              ? node.client(Config).apply({ documents, dryRun: true }, node.unary)
              : node.client(Config).rollback({ revision, dryRun: true }, node.unary),
          (result) => {
            report(ctx, result);
            if (result.ok && ctx.options.output === 'table')
              ctx.stdout.write(changeText(result.node.name, result.value, 'differs'));
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
  config
    .command('keep')
    .description('keep what is on try')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Config).keep({}, node.unary),
          (answer) => [answer],
          [
            { title: 'KEPT', value: (row) => (row.alreadyKept ? 'yes (it was already)' : 'yes') },
            { title: 'HASH', value: (row) => row.hash },
          ],
        ),
      ),
    );
  config
    .command('history')
    .description('who changed what and when; the last 20 revisions, the newest first')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Config).history({}, node.unary),
          (answer) => answer.revisions,
          [
            { title: 'REVISION', value: (row) => String(row.revision), align: 'right' },
            { title: 'AGE', value: (row) => age(row.timeMs, Date.now()), align: 'right' },
            { title: 'ACTION', value: (row) => `${row.action}${row.inForce ? ' (in force)' : ''}` },
            { title: 'BY', value: (row) => (row.subject === '' ? 'the node' : row.subject) },
            { title: 'CHANGED', value: (row) => row.paths.join(' ') || '-' },
          ],
        ),
      ),
    );
  changing(
    'rollback [revision]',
    'go back to an earlier revision (default: the one before); trust stays as it is',
  ).action(
    bind(async (ctx, options: ChangeOptions, revision) => {
      const asked = revision === undefined ? 0 : count(revision);
      return change(ctx, options, (node, request) =>
        node.client(Config).rollback({ ...request, revision: asked }, node.unary),
      );
    }),
  );
}

/** Makes a change on every node, says what it did, and follows the reboot where it began one. */
async function change(
  ctx: CommandContext,
  options: ChangeOptions,
  send: (node: NodeConnection, request: Change) => Promise<ApplyConfigResponse>,
): Promise<ExitCode> {
  const operationId = newOperationId(options);
  const request = changeOf(options, operationId);
  const table = ctx.options.output === 'table';
  let rebooting = false;
  const results = await askNodes(
    ctx,
    async (node): Promise<ApplyConfigResponse & { readonly operation?: Operation }> => {
      const answer = await send(node, request);
      if (table) ctx.stdout.write(changeText(node.name, answer, doneText(answer, options)));
      if (answer.operationId === '' || !options.wait) return answer;
      rebooting = true;
      const following = { operationId: answer.operationId, wait: true, goesDown: false, limitMs: options.waitTimeout };
      return { ...answer, operation: await followOne(ctx, node, watching(node, answer.operationId), following) };
    },
    (result) => report(ctx, result),
  );
  if (rebooting) sayHowToComeBack(ctx, operationId);
  if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
  return finish(ctx, results);
}

function doneText({ applied, tryDeadlineMs }: ApplyConfigResponse, { mode, keepWithin }: ChangeOptions): string {
  if (!applied) return 'not applied (dry run)';
  if (mode === 'staged') return 'staged for the next boot';
  return tryDeadlineMs === 0
    ? 'applied'
    : `applied on try: it goes back in ${duration(keepWithin)} unless \`osctl config keep\` comes before`;
}

function changeText(node: string, { diff, disruption, restarts }: ApplyConfigResponse, done: string): string {
  if (diff === '') return `${node}  nothing changes\n`;
  const needs =
    disruption === 'SERVICE_RESTART'
      ? `restarts ${restarts.join(', ')}`
      : disruption === 'REBOOT'
        ? 'takes effect with a reboot'
        : 'disturbs nothing';
  return `${diff}${node}  ${done}; it ${needs}\n`;
}

/** How often a patch is made anew when somebody else was faster. */
const ATTEMPTS = 3;

async function patchNode(
  node: NodeConnection,
  request: Change,
  patch: (documents: string) => string,
): Promise<ApplyConfigResponse> {
  for (let attempt = 1; ; attempt += 1) {
    const { documents, hash } = await node.client(Config).get({}, node.unary);
    try {
      return await node
        .client(Config)
        .apply({ ...request, documents: patch(documents), expectedHash: hash }, node.unary);
    } catch (error) {
      if (!(error instanceof RpcError) || error.reason !== 'CONFIG_CHANGED' || attempt === ATTEMPTS) throw error;
    }
  }
}

async function edit(ctx: CommandContext, text: string): Promise<string> {
  const editor = ctx.env['VISUAL'] ?? ctx.env['EDITOR'] ?? 'vi';
  const directory = await mkdtemp(join(tmpdir(), 'osctl-edit-'));
  const path = join(directory, 'node.yaml');
  try {
    await writeFile(path, text, { mode: 0o600 });
    // By a shell, as everybody does: an editor may be a command with arguments.
    const child = spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('exit', resolve).once('error', reject),
    );
    if (code !== 0) throw new UsageError(`the editor (${editor}) ended with status ${code}: nothing is changed`);
    return await readFile(path, 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const collect = (one: string, all: readonly string[]): readonly string[] => [...all, one];

async function readText(path: string): Promise<string> {
  try {
    // Not /dev/stdin: a socket, which some programs give their children, cannot be opened by its path.
    return await (path === '-' ? text(process.stdin) : readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}
