/**
 * The terminal as a whole screen with keys.
 *
 * Plain escape sequences (ECMA-48, which every terminal of today has) and no library: what we need is the alternate screen, a
 * hidden cursor, raw keys, and above all that it is always given back; a library of widgets would be most of osctl's start.
 */
import type { Paint } from '../output/style.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[H\u001b[J';
const LEAVE = '\u001b[?25h\u001b[?1049l';
/** The frame appears at once, where the terminal knows how: no flicker. */
const [BEGIN_FRAME, END_FRAME] = ['\u001b[?2026h', '\u001b[?2026l'];

const SEQUENCES: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
};

export interface Terminal extends Disposable {
  readonly paint: Paint;
  size(): { readonly columns: number; readonly rows: number };
  draw(lines: readonly string[]): void;
}

export interface TerminalHandlers {
  readonly onKey: (key: string) => void;
  readonly onResize: () => void;
}

/** What a chunk of input says: letters, control characters, and names of arrows. Other sequences are dropped whole. */
export function keysOf(chunk: string): readonly string[] {
  const keys: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  for (const [key] of chunk.matchAll(/\u001b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?|[\s\S]/gu)) {
    if (!key.startsWith('\u001b')) keys.push(key);
    else {
      const name = SEQUENCES[key.slice(1)];
      if (name !== undefined) keys.push(name);
    }
  }
  return keys;
}

/** Guarantees: the terminal is as it was after disposal, an exit, or an uncaught error, whose text is then seen. */
export function openTerminal(paint: Paint, { onKey, onResize }: TerminalHandlers): Terminal {
  const { stdin, stdout } = process;
  const onData = (chunk: Buffer): void => keysOf(chunk.toString('utf8')).forEach(onKey);
  let open = true;
  const restore = (): void => {
    if (!open) return;
    open = false;
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.off('data', onData);
    stdin.pause();
    stdout.off('resize', onResize);
    process.off('exit', restore);
    process.off('uncaughtExceptionMonitor', restore);
    stdout.write(LEAVE);
  };
  process.on('exit', restore);
  process.on('uncaughtExceptionMonitor', restore);
  stdout.write(ENTER);
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.on('data', onData);
  stdout.on('resize', onResize);
  return {
    paint,
    size: () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 }),
    draw(lines) {
      if (!open) return;
      const frame = lines.map((line) => `${line}\u001b[K`).join('\r\n');
      stdout.write(`${BEGIN_FRAME}\u001b[H${frame}\u001b[J${END_FRAME}`);
    },
    [Symbol.dispose]: restore,
  };
}
