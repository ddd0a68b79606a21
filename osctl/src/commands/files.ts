/** Files of a node: ls, cat, cp. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileInfo, Files } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, askOneNode, finish, type NodeConnection, report } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { clean, renderLine } from '../output/format.ts';
import { showTransfer } from '../output/transfer.ts';
import { bytes } from '../output/units.ts';
import { visibleLines } from '../output/visible.ts';
import { type CommandGroup, count, tableFromNodes } from './shared.ts';

const TYPES: Readonly<Record<string, string>> = {
  directory: 'd',
  symlink: 'l',
  socket: 's',
  fifo: 'p',
  block: 'b',
  character: 'c',
};
const RECURSIVE_DEPTH = 32;
const TO_STDOUT = '-';

const MODIFIED = {
  title: 'MODIFIED',
  value: (row: FileInfo) => (row.modifiedMs === 0 ? '-' : new Date(row.modifiedMs).toISOString()),
};
const LONG = [
  { title: 'MODE', value: modeText },
  { title: 'OWNER', value: (row: FileInfo) => `${row.userId}:${row.groupId}` },
  { title: 'SIZE', value: (row: FileInfo) => bytes(row.sizeBytes), align: 'right' as const },
  MODIFIED,
  { title: 'PATH', value: pathText },
];

export function addFileCommands({ program, bind }: CommandGroup): void {
  program
    .command('ls <path>')
    .description('list a directory of nodes: mode, owner, size, time and path of each entry')
    .option('--depth <levels>', 'how deep below it', count, 1)
    .option('-r, --recursive', `all that is below it, ${RECURSIVE_DEPTH} levels deep and 100,000 entries at most`)
    .action(
      bind(async (ctx, options: { depth: number; recursive?: boolean }, path) => {
        const depth = options.recursive === true ? RECURSIVE_DEPTH : options.depth;
        return tableFromNodes(
          ctx,
          async (node) => Array.fromAsync(node.client(Files).list({ path, depth }, node.stream)),
          (answer) => answer,
          LONG,
        );
      }),
    );

  program
    .command('cat <path>')
    .description('write a file of one node to standard output; as it is, but harmless to a terminal')
    .action(
      bind(async (ctx, _options, path) => {
        await askOneNode(ctx, async (node) => {
          const decoder = new TextDecoder();
          for await (const { data } of node.client(Files).read({ path }, node.stream)) {
            // In a pipe bytes, not text: the file may be anything. Its reader may be slower than the node.
            ctx.stdout.write(ctx.stdout.isTTY ? visibleLines(decoder.decode(data, { stream: true })) : data);
            await ctx.stdout.drained(ctx.signal);
          }
        });
        return EXIT.ok;
      }),
    );

  program
    .command('cp <from> <to>')
    .description('copy a file or a directory of nodes to this computer')
    .addHelpText(
      'after',
      `
FROM is NODE:PATH, or PATH of the nodes of -n; TO is a directory to put it into, the name that it gets, or - for standard
output (a directory then comes as a tar archive). Of several nodes it is put into TO/NODE/.

A file that was cut is left as TO.<version>.part: the same command goes on where it was, if the file is still the same.
Links stay links; sockets, FIFOs and devices are left out.`,
    )
    .action(
      bind(async (ctx, _options, from, to) => {
        const { node, path } = parseSource(from);
        const own =
          node === undefined ? ctx : { ...ctx, options: { ...ctx.options, nodes: [...ctx.options.nodes, node] } };
        return to === TO_STDOUT ? copyToStdout(own, path) : copyToDisk(own, path, to);
      }),
    );
}

/** NODE:PATH or PATH; paths of nodes are absolute, so the colon before the first slash is the one. */
export function parseSource(from: string): { readonly node: string | undefined; readonly path: string } {
  const slash = from.indexOf('/');
  if (slash === 0) return { node: undefined, path: from };
  const node = from.slice(0, slash - 1);
  if (slash < 2 || from[slash - 1] !== ':' || node === '') {
    throw new UsageError(`"${from}" is neither NODE:PATH nor an absolute PATH, e.g. demo-worker-1:/var/log`);
  }
  return { node, path: from.slice(slash) };
}

async function copyToStdout(ctx: CommandContext, path: string): Promise<ExitCode> {
  if (ctx.stdout.isTTY)
    throw new UsageError('the copy would go to the terminal: osctl cat shows a file, or add > FILE');
  const { archiveOf, isDirectory } = await import('../files/copy.ts');
  const write = async (data: Uint8Array): Promise<void> => {
    ctx.stdout.write(data);
    await ctx.stdout.drained(ctx.signal);
  };
  let leftOut = 0;
  await askOneNode(ctx, async (node) => {
    try {
      for await (const { data } of node.client(Files).read({ path }, node.stream)) await write(data);
    } catch (error) {
      if (!isDirectory(error)) throw error;
      const onLeftOut = (name: string, why: string): void => {
        leftOut += tellLeftOut(ctx, node, name, why);
      };
      for await (const data of archiveOf(node, path, onLeftOut)) await write(data);
    }
  });
  return leftOut === 0 ? EXIT.ok : EXIT.failed;
}

async function copyToDisk(ctx: CommandContext, path: string, to: string): Promise<ExitCode> {
  const { copyFrom } = await import('../files/copy.ts');
  let leftOut = 0;
  const results = await askNodes(
    ctx,
    async (node) => {
      const directory = join(to, node.name);
      if (node.several) await mkdir(directory, { recursive: true });
      const transfer = showTransfer(ctx.stderr, node.several ? `${node.name}:${path}` : path);
      try {
        return await copyFrom(node, path, node.several ? directory : to, {
          signal: ctx.signal,
          onProgress: (done, total) => transfer.at(done, total),
          onBytes: (done) => transfer.at(done, 0),
          onResume: (offset) => {
            transfer.clear();
            ctx.stderr.write(`osctl: going on from ${bytes(offset)}\n`);
          },
          onLeftOut: (name, why) => {
            transfer.clear();
            leftOut += tellLeftOut(ctx, node, name, why);
          },
        });
      } finally {
        transfer.clear();
      }
    },
    (result) => {
      report(ctx, result);
      if (!result.ok) return;
      const { path: copied, files, bytes: size } = result.value;
      if (ctx.options.output === 'table') {
        const what = files === 1 ? '1 file' : `${files} files`;
        ctx.stdout.write(`${clean(`${copied}: ${what}, ${bytes(size)}`)}\n`);
      } else ctx.stdout.write(renderLine({ node: result.node.name, ...result.value }));
    },
  );
  const code = finish(ctx, results);
  return leftOut === 0 ? code : EXIT.failed;
}

/** 1 for what should have come: what is no file at all is told only. */
function tellLeftOut(ctx: CommandContext, node: NodeConnection, name: string, why: string): 0 | 1 {
  ctx.stderr.write(`osctl: ${clean(`node ${node.name}: ${name} is left out: ${why}`)}\n`);
  return /^a (socket|fifo|block|character) is not copied$/.test(why) ? 0 : 1;
}

function pathText(row: FileInfo): string {
  const target = row.linkTarget === '' ? '' : ` -> ${row.linkTarget}`;
  return `${row.path}${target}${row.error === '' ? '' : ` (${row.error})`}`;
}

function modeText(file: FileInfo): string {
  const letters = 'rwxrwxrwx';
  const bits = [...letters].map((letter, index) => ((file.mode >> (8 - index)) & 1 ? letter : '-')).join('');
  return `${TYPES[file.type] ?? '-'}${bits}`;
}
