/** The images that nodes keep: for pods, and the OS images in their slots. */
import { type Image, Images } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import type { CommandContext } from '../context.ts';
import type { Column } from '../output/format.ts';
import { bytes, shortDigest } from '../output/units.ts';
import { follow, type OperationOptions } from './follow.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

const COLUMNS: readonly Column<Image>[] = [
  { title: 'IMAGE', value: nameText },
  { title: 'ID', value: (row) => shortDigest(row.id) },
  { title: 'SIZE', value: (row) => (row.sizeBytes === 0 ? '-' : bytes(row.sizeBytes)), align: 'right' },
  { title: 'PINNED', value: (row) => (row.pinned ? 'yes' : '-') },
  { title: 'USED BY', value: usersText },
];

export function addImageCommands({ program, bind }: CommandGroup): void {
  program
    .command('images')
    .description("the images that nodes keep: pods', who uses them, and the OS images in the slots")
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Images).list({}, node.unary),
          (answer) => answer.images,
          COLUMNS,
        ),
      ),
    );

  const image = program.command('image').description("pull and remove pods' images");
  image
    .command('pull <image>')
    .description('pull an image ahead of the pods that need it, by the mirrors of the node')
    .option('--operation-id <id>', 'name of the operation; the same again attaches to it (default: a new one)')
    .option('--no-wait', 'return once the node has taken it on')
    .addOption(
      new Option('--wait-timeout <duration>', 'how long to follow it').argParser(durationMs).default(1_800_000, '30m'),
    )
    .action(
      bind(async (ctx, options: OperationOptions, name) =>
        follow(ctx, options, (node, operationId) =>
          node.client(Images).pull({ guard: { operationId }, image: name }, node.stream),
        ),
      ),
    );
  image
    .command('rm <image>')
    .description('remove an image, by a name or its id, that no container uses')
    .action(
      bind(async (ctx, _options, name) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Images).remove({ image: name }, bounded(ctx, node.unary)),
          (answer) => (answer.removed === undefined ? [] : [answer.removed]),
          COLUMNS,
        ),
      ),
    );
  image
    .command('gc')
    .description('remove every image that no container uses, running or not; prints what was removed')
    .option('--dry-run', 'only print what would be')
    .action(
      bind(async (ctx, options: { dryRun?: boolean }) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Images).collect({ dryRun: options.dryRun ?? false }, bounded(ctx, node.unary)),
          (answer) => answer.removed,
          COLUMNS,
        ),
      ),
    );
}

/** The runtime frees the space before it answers. */
const bounded = <Options extends object>(ctx: CommandContext, options: Options) => ({
  ...options,
  timeoutMs: Math.max(ctx.options.timeoutMs, 120_000),
});

/** A tag where there is one; else what it was pulled by. */
function nameText({ names, id }: Image): string {
  const name = names[0] ?? id;
  return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1');
}

function usersText({ usedBy }: Image): string {
  return usedBy.length > 2 ? `${usedBy[0]} and ${usedBy.length - 1} more` : usedBy.join(', ');
}
