/** What a program prints on its streams, as one: each piece as it comes, and no faster than it is taken. */
import type { Readable } from 'node:stream';

export interface Piece<Name> {
  readonly name: Name;
  readonly data: Buffer;
}

/**
 * Guarantees: the order of each stream stays; memory is what the streams themselves buffer; one listener of each kind for each stream,
 * however much is printed. Ends when every stream has ended, or broken off: a terminal does so when its program ends.
 */
export async function* printed<Name>(
  streams: readonly { readonly name: Name; readonly stream: Readable }[],
): AsyncGenerator<Piece<Name>, void, undefined> {
  let wake: () => void = () => {};
  const onEvent = (): void => wake();
  for (const { stream } of streams) {
    for (const event of ['readable', 'end', 'close', 'error']) stream.on(event, onEvent);
  }
  try {
    for (;;) {
      let more = false;
      for (const { name, stream } of streams) {
        const data = stream.read() as Buffer | null;
        if (data === null) continue;
        more = true;
        yield { name, data };
      }
      if (more) continue;
      if (streams.every(({ stream }) => stream.readableEnded || stream.destroyed)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    for (const { stream } of streams) {
      for (const event of ['readable', 'end', 'close']) stream.off(event, onEvent);
    }
  }
}
