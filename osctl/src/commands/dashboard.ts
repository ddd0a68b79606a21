/** A screen that shows the cluster as it is now. */
import { EXIT, UsageError } from '../context.ts';
import type { CommandGroup } from './shared.ts';

export function addDashboardCommand({ program, bind }: CommandGroup): void {
  program
    .command('dashboard')
    .description('nodes, load, services and logs on one screen that is kept up to date; q quits')
    .action(
      bind(async (ctx) => {
        if (!ctx.stdout.isTTY) {
          throw new UsageError(
            'the dashboard needs a terminal; in a pipe use osctl status, services, processes or logs',
          );
        }
        const { runDashboard } = await import('../dashboard/run.ts');
        await runDashboard(ctx);
        return EXIT.ok;
      }),
    );
}
