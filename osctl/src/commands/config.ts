/** A node's configuration: look, change, try, go back. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Config } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { askNodes, askOneNode, finish, machineResults, report } from '../client/nodes.ts';
import { EXIT, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { editText } from '../output/edit.ts';
import { age } from '../output/units.ts';
import { visibleLines } from '../output/visible.ts';
import type { AdoptOptions } from './config-adopt.ts';
import { type ChangeOptions, change, changeText, patchNode, withChangeOptions } from './config-change.ts';
import { type CommandGroup, count, tableFromNodes } from './shared.ts';

export function addConfigCommands({ program, bind }: CommandGroup): void {
  const config = program.command('config').description("nodes' configuration");
  const changing = (name: string, description: string) =>
    withChangeOptions(config.command(name).description(description));

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
              const text = `# ${[`${result.node.name} ${hash}`, ...more].join(', ')}\n${documents}`;
              ctx.stdout.write(ctx.stdout.isTTY ? visibleLines(text) : text);
            }
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
  config
    .command('explain <field>')
    .description('where a value comes from: which layer says it, what it overrides, what is in force on the node')
    .option('--kubeconfig <path>', 'default: $KUBECONFIG, else ~/.kube/config')
    .action(
      bind(async (ctx, options: { kubeconfig?: string }, field) => {
        const { explainOnNode, linesOf, readLayers } = await import('../node-config/explain.ts');
        const { openCluster } = await import('../rollout/kubernetes.ts');
        const transport = await openCluster(options.kubeconfig, ctx.env);
        try {
          const bounded = AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.options.timeoutMs)]);
          const layers = await readLayers(transport, bounded);
          return await tableFromNodes(
            ctx,
            async (node) => {
              const { documents } = await node.client(Config).get({}, node.unary);
              return explainOnNode(field ?? '', documents, layers);
            },
            (fields) => fields.flatMap(linesOf),
            [
              { title: 'FIELD', value: (row) => row.field },
              { title: 'VALUE', value: (row) => row.value },
              { title: 'BY', value: (row) => row.by },
              { title: 'PRIORITY', value: (row) => row.priority, align: 'right' },
              { title: 'STATE', value: (row) => row.state },
            ],
          );
        } finally {
          transport.close();
        }
      }),
    );
  config
    .command('adopt [fields...]')
    .description(
      'what was changed on nodes as layers of the cluster, for kubectl apply; without fields all that drifted',
    )
    .option('--apply', 'apply them, too')
    .option('--name <name>', 'of the layer; default: adopted- and the node')
    .option('--every-node', 'for all nodes, not only for those that were changed')
    .option('--kubeconfig <path>', 'default: $KUBECONFIG, else ~/.kube/config')
    .action(
      bind(async (ctx, options: AdoptOptions, ...fields) => {
        const { adoptCommand } = await import('./config-adopt.ts');
        return adoptCommand(ctx, options, fields.flat());
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
      const edited = await editText(ctx, documents);
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
        const told = errors.map(formatIssue);
        const valid = told.length === 0;
        for (const issue of told) ctx.stderr.write(`osctl: ${options.file}: ${issue}\n`);
        if (valid || ctx.options.output !== 'table')
          printAnswer(ctx, { valid, errors: told }, () => `${options.file}: valid\n`);
        return valid ? EXIT.ok : EXIT.failed;
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

const collect = (one: string, all: readonly string[]): readonly string[] => [...all, one];

async function readText(path: string): Promise<string> {
  try {
    // Not /dev/stdin: a socket, which some programs give their children, cannot be opened by its path.
    return await (path === '-' ? text(process.stdin) : readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}
