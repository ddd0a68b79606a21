/** An answer that is not put together from nodes': one document for programs, text for people. */
import type { CommandContext } from '../context.ts';
import { renderMachine } from './format.ts';

export function printAnswer(ctx: CommandContext, value: unknown, forPeople: () => string): void {
  const { output } = ctx.options;
  ctx.stdout.write(output === 'table' ? forPeople() : renderMachine(output, value));
}
