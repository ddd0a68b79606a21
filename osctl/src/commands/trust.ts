/** What was done on nodes, by whose certificate; and which are refused. */
import { type AuditRecord, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { aboutAll } from '../client/targets.ts';
import { UsageError } from '../context.ts';
import { clean } from '../output/format.ts';
import { type CommandGroup, count, durationMs, linesFromNodes, tableFromNodes } from './shared.ts';

export function addTrustCommands({ program, bind }: CommandGroup): void {
  program
    .command('deny [serials...]')
    .description(
      'refuse client certificates before their end, with all that were renewed from them; on every node unless -n says otherwise; without a serial number: which are refused',
    )
    .option('--accept', 'accept them again')
    .action(
      bind(async (given, options: { accept?: boolean }, ...rest) => {
        const serials = rest.flat();
        const accept = options.accept ?? false;
        if (serials.length === 0 && accept)
          throw new UsageError('name the serial numbers that are to be accepted again');
        const ctx = aboutAll(given, (await given.config.context(given.options.context)).context);
        return tableFromNodes(
          ctx,
          async (node) => {
            const trust = node.client(Trust);
            const { denied } =
              serials.length === 0
                ? await trust.authorities({}, node.unary)
                : await trust.deny({ serials, accept }, node.unary);
            return { denied };
          },
          ({ denied }) => (denied.length === 0 ? ['none'] : denied),
          [{ title: 'DENIED', value: (serial: string) => serial }],
        );
      }),
    );

  program
    .command('audit')
    .description('who did what on nodes, when and from where; and who was refused')
    .option('-f, --follow', 'wait for more records')
    .option('--tail <records>', 'only the last records', count, 100)
    .addOption(new Option('--since <duration>', 'records of that time, all of them').argParser(durationMs))
    .option('--refused', 'only who was refused')
    .action(
      bind(async (ctx, options: { follow?: boolean; tail: number; since?: number; refused?: boolean }) => {
        const sinceMs = options.since === undefined ? 0 : Date.now() - options.since;
        const request = {
          tail: options.since === undefined ? options.tail : 0,
          sinceMs,
          follow: options.follow ?? false,
          refusedOnly: options.refused ?? false,
        };
        return linesFromNodes(ctx, (node) => node.client(Trust).audit(request, node.stream), {
          line: recordText,
          timeOf: ({ timeMs }) => timeMs,
          follow: request.follow,
        });
      }),
    );
}

/** /osctl.v1alpha1.Lifecycle/Reboot → Lifecycle.Reboot */
function recordText(record: AuditRecord): string {
  const { subject, role, address, target, result, reason } = record;
  const method = record.method.replace(/^\/osctl\.v1alpha1\./, '').replace('/', '.') || 'connection';
  return clean(
    [
      new Date(record.timeMs).toISOString(),
      result,
      method,
      ...(target === '' ? [] : [JSON.stringify(target)]),
      `by ${subject} (${role === '' ? 'no role' : role}) from ${address}`,
      ...(reason === '' ? [] : [reason]),
      ...(record.count > 1 ? [`${record.count} times`] : []),
    ].join(' '),
  );
}
