/**
 * The way out of a session whose other end hears nothing any more: Enter, then `~.`, as with ssh. All other keys, Ctrl-C too, are the
 * program's. Pure.
 */

const [TILDE, DOT, CR, LF] = [...Buffer.from('~.\r\n')] as [number, number, number, number];

export class EscapeKeys {
  /** A session begins at the beginning of a line. */
  #state: 'line-start' | 'tilde' | 'within' = 'line-start';

  /** What of the typed is for the program, and whether the person wants to leave. `~~` at the start of a line is one `~`. */
  take(typed: Uint8Array): { readonly data: Uint8Array; readonly leave: boolean } {
    const kept: number[] = [];
    for (const byte of typed) {
      const before = this.#state;
      if (before === 'tilde' && byte === DOT) return { data: Uint8Array.from(kept), leave: true };
      if (before === 'line-start' && byte === TILDE) {
        this.#state = 'tilde';
        continue;
      }
      if (before === 'tilde' && byte !== TILDE) kept.push(TILDE);
      kept.push(byte);
      this.#state = byte === CR || byte === LF ? 'line-start' : 'within';
    }
    return { data: Uint8Array.from(kept), leave: false };
  }
}
