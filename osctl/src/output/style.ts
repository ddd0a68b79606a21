/** Colours: on a terminal only, and not where NO_COLOR asks for none (https://no-color.org). */
import { styleText } from 'node:util';
import type { CommandContext } from '../context.ts';

export type Colour = 'red' | 'yellow' | 'green' | 'dim' | 'bold';
export type Paint = (colour: Colour, text: string) => string;

export const plain: Paint = (_colour, text) => text;
const coloured: Paint = (colour, text) => styleText(colour, text, { validateStream: false });

/** How to paint what goes to standard output. */
export function painter({ stdout, env }: Pick<CommandContext, 'stdout' | 'env'>): Paint {
  const wanted = stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return wanted ? coloured : plain;
}
