/**
 * Messages that are made in the buffer they are sent from. A message of bytes is otherwise copied three times on its way out, each
 * time into new memory: of a file of 1 GiB that is 3 GiB of garbage, and V8 spent more time collecting it than all else took.
 */

/** A message with its gRPC frame around it; a handler may yield it in place of the message's value. */
export class FramedMessage {
  readonly bytes: Buffer;
  readonly #release: () => void;

  constructor(bytes: Buffer, release: () => void) {
    this.bytes = bytes;
    this.#release = release;
  }

  /** The message without its frame, for who frames it again. */
  get message(): Buffer {
    return this.bytes.subarray(FRAME_BYTES);
  }

  /** Sent, or never to be: its buffer may be used again. */
  release(): void {
    this.#release();
  }
}

const FRAME_BYTES = 5;
/** Frame, tag and a length of up to 4 bytes of 7 bits. */
const HEAD_BYTES = FRAME_BYTES + 1 + 4;
const LENGTH_DELIMITED = 2;

/**
 * Messages with one field of bytes (number `field`, below 16), filled by `fill`, which says how many bytes it has put there; 0 ends it.
 * The next one is filled while its forerunner is sent.
 *
 * Guarantees: no more than `buffers` × `size` bytes are held, however slow the reader; ends when the signal fires.
 * Errors: those of `fill`.
 */
export async function* framedBytes(
  fill: (target: Buffer) => Promise<number>,
  options: { readonly field: number; readonly size: number; readonly buffers: number; readonly signal: AbortSignal },
): AsyncGenerator<FramedMessage> {
  const { field, size, signal } = options;
  const free: Buffer[] = [];
  let made = 0;
  let over = false;
  let wake: () => void = () => {};
  const end = () => {
    over = true;
    wake();
  };
  const take = async (): Promise<Buffer | undefined> => {
    while (!over) {
      const own = free.pop();
      if (own !== undefined) return own;
      if (made < options.buffers) {
        made++;
        return Buffer.allocUnsafeSlow(HEAD_BYTES + size);
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return undefined;
  };
  const filled = async (): Promise<FramedMessage | undefined> => {
    const own = await take();
    if (own === undefined || over) return undefined;
    const length = await fill(own.subarray(HEAD_BYTES));
    if (length === 0) return undefined;
    return new FramedMessage(own.subarray(writeHead(own, field, length), HEAD_BYTES + length), () => {
      free.push(own);
      wake();
    });
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    for (let next = filled(); ; ) {
      const message = await next;
      if (message === undefined) return;
      next = filled();
      next.catch(() => {}); // it is looked at when its turn comes, if the reader is still there then
      yield message;
    }
  } finally {
    end(); // nothing is filled any more: what it is filled from may be closed
    signal.removeEventListener('abort', end);
  }
}

/** Right before the content; returns where it begins. */
function writeHead(buffer: Buffer, field: number, length: number): number {
  const varint: number[] = [];
  for (let rest = length; ; rest >>>= 7) {
    varint.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  const start = HEAD_BYTES - FRAME_BYTES - 1 - varint.length;
  buffer[start] = 0;
  buffer.writeUInt32BE(1 + varint.length + length, start + 1);
  buffer[start + FRAME_BYTES] = (field << 3) | LENGTH_DELIMITED;
  buffer.set(varint, start + FRAME_BYTES + 1);
  return start;
}
