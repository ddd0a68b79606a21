/**
 * Text of others on a terminal. A program's log may hold anything, also what moves the cursor, renames the window or answers in the
 * reader's place; direction marks make a line read otherwise than it is. Shown as escapes, as `cat -v` and `less` do; in a pipe the
 * bytes are what they were (as with `kubectl logs`).
 */

/** Tabs are none of it. */
export const UNSAFE = /(?![\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A line. Tabs stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** Text of several lines: their ends stay, too. */
export function visibleLines(text: string): string {
  return text.replace(UNSAFE, (char) => (char === '\n' ? char : escaped(char)));
}

/** The same text in JSON or in double-quoted YAML, where an escape says what the character does. */
export function escapedInQuotes(text: string): string {
  return text.replace(UNSAFE, (char) => (char === '\n' ? char : `\\u${hex(char, 4)}`));
}

function escaped(char: string): string {
  return (char.codePointAt(0) ?? 0) > 0xff ? `\\u${hex(char, 4)}` : `\\x${hex(char, 2)}`;
}

const hex = (char: string, width: number): string => (char.codePointAt(0) ?? 0).toString(16).padStart(width, '0');
