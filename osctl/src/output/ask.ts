/** A question to the person at the terminal. */
import { createInterface } from 'node:readline/promises';
import { type CommandContext, UsageError } from '../context.ts';

/** true: the answer was "yes", in full. Errors: UsageError where nobody is there to be asked. */
export async function confirmed(ctx: CommandContext, question: string): Promise<boolean> {
  if (!ctx.stderr.isTTY || !process.stdin.isTTY)
    throw new UsageError('nobody can be asked here: add --yes when it is meant');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await prompt.question(`${question} Type yes to go on: `, { signal: ctx.signal })).trim() === 'yes';
  } finally {
    prompt.close();
  }
}
