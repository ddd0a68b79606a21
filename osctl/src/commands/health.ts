/** The health of a whole cluster: each check with its evidence and what to do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandContext, EXIT, type ExitCode } from '../context.ts';
import type { HealthReport } from '../health/report.ts';
import { renderMachine } from '../output/format.ts';
import { painter } from '../output/style.ts';
import { type CommandGroup, durationMs } from './shared.ts';

const POLL_MS = 1_000;

interface Flags {
  readonly kubeconfig?: string;
  readonly wait?: number;
}

export function addHealthCommand({ program, bind }: CommandGroup): void {
  program
    .command('health')
    .description('check the cluster: each check with what was seen and what to do; exit code 1 when one failed')
    .option(
      '--kubeconfig <path>',
      'for the checks of Kubernetes (default: one of the node, where the role may; else $KUBECONFIG)',
    )
    .option('--wait <duration>', 'check again until none fails, at most this long', durationMs)
    .action(
      bind(async (ctx, flags: Flags) => {
        const report = await examine(ctx, flags);
        if (ctx.options.output === 'table') {
          const { healthText } = await import('../health/text.ts');
          ctx.stdout.write(healthText(report, painter(ctx)));
        } else ctx.stdout.write(renderMachine(ctx.options.output, report));
        return exitCode(report);
      }),
    );
}

function exitCode({ state }: HealthReport): ExitCode {
  return state === 'failed' ? EXIT.failed : EXIT.ok;
}

async function examine(ctx: CommandContext, flags: Flags): Promise<HealthReport> {
  const { collect } = await import('../health/collect.ts');
  const { assess } = await import('../health/checks.ts');
  const end = performance.now() + (flags.wait ?? 0);
  let told = '';
  for (;;) {
    const report = assess(await collect(ctx, { kubeconfig: flags.kubeconfig }));
    ctx.signal.throwIfAborted();
    if (report.state !== 'failed' || performance.now() + POLL_MS > end) return report;
    const failing = report.checks.filter(({ state }) => state === 'failed').map(({ title }) => title);
    const text = `not yet: ${failing.join(', ')}\n`;
    if (text !== told) ctx.stderr.write(text);
    told = text;
    await sleep(POLL_MS, undefined, { signal: ctx.signal });
  }
}
