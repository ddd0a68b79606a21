/** Files of a node: ls, cat. */
import { type FileInfo, Files } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askOneNode } from '../client/nodes.ts';
import { EXIT } from '../context.ts';
import { bytes } from '../output/units.ts';
import { type CommandGroup, count, tableFromNodes } from './shared.ts';

const TYPES: Readonly<Record<string, string>> = {
  directory: 'd',
  symlink: 'l',
  socket: 's',
  fifo: 'p',
  block: 'b',
  character: 'c',
};

export function addFileCommands({ program, bind }: CommandGroup): void {
  program
    .command('ls <path>')
    .description('list a directory of nodes')
    .option('--depth <levels>', 'how deep below it', count, 1)
    .action(
      bind(async (ctx, options: { depth: number }, path) =>
        tableFromNodes(
          ctx,
          async (node) => Array.fromAsync(node.client(Files).list({ path, depth: options.depth }, node.stream)),
          (answer) => answer,
          [
            { title: 'MODE', value: modeText },
            { title: 'OWNER', value: (row: FileInfo) => `${row.userId}:${row.groupId}` },
            { title: 'SIZE', value: (row) => bytes(row.sizeBytes), align: 'right' },
            {
              title: 'MODIFIED',
              value: (row) => (row.modifiedMs === 0 ? '-' : new Date(row.modifiedMs).toISOString()),
            },
            {
              title: 'PATH',
              value: (row) =>
                `${row.path}${row.linkTarget === '' ? '' : ` -> ${row.linkTarget}`}${row.error === '' ? '' : ` (${row.error})`}`,
            },
          ],
        ),
      ),
    );

  program
    .command('cat <path>')
    .description('write a file of one node to standard output, as it is')
    .action(
      bind(async (ctx, _options, path) => {
        await askOneNode(ctx, async (node) => {
          for await (const chunk of node.client(Files).read({ path }, node.stream)) {
            // Bytes, not text: the file may be anything, and the reader may be slower than the node.
            ctx.stdout.write(chunk.data);
            await ctx.stdout.drained(ctx.signal);
          }
        });
        return EXIT.ok;
      }),
    );
}

function modeText(file: FileInfo): string {
  const letters = 'rwxrwxrwx';
  const bits = [...letters].map((letter, index) => ((file.mode >> (8 - index)) & 1 ? letter : '-')).join('');
  return `${TYPES[file.type] ?? '-'}${bits}`;
}
