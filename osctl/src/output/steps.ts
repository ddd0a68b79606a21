/** Progress of work in steps: a line that moves on a terminal, plain lines elsewhere. Written to stderr; stdout is for answers. */
import type { Writer } from '../context.ts';
import { duration } from './units.ts';

export interface Steps {
  /** Runs one step; `note` says what it waits for now. */
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
}

const SPINNER = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

export function terminalSteps(out: Writer): Steps {
  return {
    async step(title, work) {
      const start = performance.now();
      let note = '';
      let frame = 0;
      const elapsed = (): string => duration(performance.now() - start);
      const draw = (): void => {
        const text = `${SPINNER[frame++ % SPINNER.length]} ${title} ${elapsed()}${note === '' ? '' : `  ${note}`}`;
        out.write(`\r\u001b[K${text.slice(0, Math.max(20, out.columns - 1))}`);
      };
      const timer = out.isTTY ? setInterval(draw, 120) : undefined;
      if (!out.isTTY) out.write(`… ${title}\n`);
      const finish = (mark: string): void => {
        clearInterval(timer);
        out.write(`${out.isTTY ? '\r\u001b[K' : ''}${mark} ${title} (${elapsed()})\n`);
      };
      try {
        const result = await work((text) => {
          if (!out.isTTY && text !== note) out.write(`    ${text}\n`);
          note = text;
        });
        finish('✓');
        return result;
      } catch (error) {
        finish('✗');
        throw error;
      }
    },
  };
}
