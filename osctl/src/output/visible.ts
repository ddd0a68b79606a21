/**
 * Text of others on a terminal. A program's log may hold anything, also what moves the cursor, renames the window or answers in the
 * reader's place; direction marks make a line read otherwise than it is. Shown as escapes, as `cat -v` and `less` do; in a pipe the
 * bytes are what they were (as with `kubectl logs`).
 */

const UNSAFE = /(?![\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A line. Tabs stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** Text of several lines: their ends stay, too. */
export function visibleLines(text: string): string {
  return text.replace(UNSAFE, (char) => (char === '\n' ? char : escaped(char)));
}

function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\x${code.toString(16).padStart(2, '0')}`;
}
