/** gRPC's framing: each message behind one byte that says whether it is compressed, and four that say how long it is. */
import { RpcError } from './error.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

export const FRAME_BYTES = 5;
/** Of a message that has been announced so much memory is taken at once; more when it has come. */
const AT_ONCE = 512 * 1024;
const NOTHING = Buffer.alloc(0);

export function frame(message: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(FRAME_BYTES + message.length);
  out[0] = 0;
  out.writeUInt32BE(message.length, 1);
  out.set(message, FRAME_BYTES);
  return out;
}

/**
 * Puts the messages of one stream together from the pieces in which they come.
 *
 * Guarantees: what it holds of a message takes no more than twice the bytes that have come, or AT_ONCE. A piece is not kept: the smallest
 * takes a hundred times its size, and lies in memory that others share.
 */
export class Unframer {
  /** Of a message that is not whole. */
  #held = NOTHING;
  #have = 0;
  /** How many bytes there must be to go on: a frame's head, then all of it. */
  #need = FRAME_BYTES;

  readonly #unpack: ((message: Buffer) => Buffer) | undefined;

  /** Without `unpack` compressed messages are refused. */
  constructor(unpack?: (message: Buffer) => Buffer) {
    this.#unpack = unpack;
  }

  /** Bytes of a message that is not whole yet. */
  get held(): number {
    return this.#have;
  }

  /** Whether nothing of a message is missing. */
  get whole(): boolean {
    return this.#have === 0;
  }

  /** The messages that `piece` completes. Errors: RpcError for one that is too large or compressed. */
  *add(piece: Buffer): Generator<Buffer, void, undefined> {
    let bytes = piece;
    if (this.#have > 0) {
      this.#hold(piece);
      if (this.#have < this.#need) return;
      bytes = this.#held.subarray(0, this.#have);
      // Given away with the messages.
      this.#held = NOTHING;
      this.#have = 0;
    }
    let at = 0;
    this.#need = FRAME_BYTES;
    try {
      while (bytes.length - at >= FRAME_BYTES) {
        const length = bytes.readUInt32BE(at + 1);
        const packed = bytes[at] !== 0;
        if (packed && this.#unpack === undefined) {
          throw new RpcError('UNIMPLEMENTED', 'compressed messages are not supported here');
        }
        if (length > MAX_MESSAGE_BYTES) {
          throw new RpcError('RESOURCE_EXHAUSTED', `a message of ${length} bytes is larger than ${MAX_MESSAGE_BYTES}`);
        }
        const start = at + FRAME_BYTES;
        if (bytes.length < start + length) {
          this.#need = FRAME_BYTES + length;
          break;
        }
        at = start + length;
        const message = bytes.subarray(start, at);
        yield packed && this.#unpack !== undefined ? this.#unpack(message) : message;
      }
    } finally {
      // Also of one who has had enough.
      if (at < bytes.length) this.#hold(bytes.subarray(at));
    }
  }

  #hold(piece: Buffer): void {
    const size = this.#have + piece.length;
    if (size > this.#held.length) {
      const most = Math.max(AT_ONCE, 2 * this.#held.length);
      const larger = Buffer.allocUnsafe(Math.max(size, Math.min(this.#need, most)));
      this.#held.copy(larger, 0, 0, this.#have);
      this.#held = larger;
    }
    piece.copy(this.#held, this.#have);
    this.#have = size;
  }
}
