/** The certificate by which osctl asks is made anew by itself, after a command that went well, at half of its life. */
import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identityOf } from '../config/identity.ts';
import type { CommandContext, DueContext } from '../context.ts';
import { clean } from '../output/format.ts';
import { duration } from '../output/units.ts';
import { renewContext, renewersOf } from './renew.ts';

/** The command is done: nobody is to wait for long. */
const LIMIT_MS = 3_000;
const AGAIN_MS = 3_600_000;
/** Of the life: while more is left, there will be other commands. */
const TELL_BELOW = 0.2;

/** Never fails: why it did not work is told on stderr once the end is near, and tried again by a command of an hour later. */
export async function renewInTime(ctx: CommandContext, due: DueContext): Promise<void> {
  const { name, context } = await ctx.config.context(due.name);
  // By the command itself, or by another osctl.
  if (context.certificate !== due.certificate) return;
  const triedAt = `${ctx.config.path}.renewal`;
  const lastMs = await stat(triedAt).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (Math.abs(Date.now() - lastMs) < AGAIN_MS) return;
  try {
    await access(dirname(ctx.config.path), constants.W_OK);
    const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(LIMIT_MS)]);
    const options = { ...ctx.options, context: name, timeoutMs: LIMIT_MS };
    await renewContext({ ...ctx, signal, options }, renewersOf(context));
  } catch (error) {
    await writeFile(triedAt, '').catch(() => {});
    const { notBeforeMs, notAfterMs } = identityOf(context, name);
    const leftMs = notAfterMs - Date.now();
    if (leftMs > (notAfterMs - notBeforeMs) * TELL_BELOW) return;
    const why = (error as Error).message;
    ctx.stderr.write(
      `osctl: ${clean(`the certificate of context ${name} ends in ${duration(leftMs)}; it could not be renewed: ${why}`)}\n`,
    );
  }
}
