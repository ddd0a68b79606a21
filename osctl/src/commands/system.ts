/** What a node is and does: version, status. */
import { type StatusResponse, System, type VersionResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { age, duration, shortDigest } from '../output/units.ts';
import { lastRebootText } from './logs.ts';
import { type CommandGroup, tableFromNodes } from './shared.ts';

export function addSystemCommands({ program, bind }: CommandGroup): void {
  program
    .command('version')
    .description('versions of the OS, Kubernetes and the agent on nodes')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(System).version({}, node.unary),
          (answer: VersionResponse) => [answer],
          [
            { title: 'VERSION', value: (row) => row.version },
            { title: 'KUBERNETES', value: (row) => row.kubernetesVersion },
            { title: 'DIGEST', value: (row) => shortDigest(row.digest) },
            { title: 'PLATFORM', value: (row) => row.platform },
            { title: 'KERNEL', value: (row) => row.kernel },
          ],
        ),
      ),
    );

  program
    .command('status')
    .description('what nodes are doing: stage, boot, slots, health, a trial boot under way')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(System).status({}, node.unary),
          (answer: StatusResponse) => [answer],
          [
            { title: 'ROLE', value: (row) => row.role },
            { title: 'STAGE', value: (row) => row.stage.toLowerCase() },
            { title: 'READY', value: (row) => (row.ready ? 'yes' : 'no') },
            { title: 'VERSION', value: (row) => row.version },
            { title: 'SLOT', value: slotText },
            { title: 'UPTIME', value: (row) => duration(row.uptimeMs), align: 'right' },
            { title: 'BOOT', value: (row) => row.bootId.slice(0, 8) },
            { title: 'LAST REBOOT', value: (row) => lastRebootText(row.lastReboot) },
            {
              title: 'OPERATION',
              value: (row) =>
                row.runningOperation === undefined ? '-' : `${row.runningOperation.type} ${row.runningOperation.id}`,
            },
            { title: 'WHY', value: whyText },
          ],
        ),
      ),
    );
}

function slotText(status: StatusResponse): string {
  const slots = status.slots;
  if (slots === undefined) return '-';
  return slots.trial === undefined
    ? slots.booted
    : `${slots.booted} (trial, ${duration(slots.trial.remainingMs)} left)`;
}

function whyText(status: StatusResponse): string {
  if (status.unmet.length > 0) return status.unmet.join('; ');
  const failed = status.lastFailedBoot;
  return failed === undefined
    ? ''
    : `${failed.version} was turned back ${age(failed.timeMs, Date.now())} ago: ${failed.cause}`;
}
