/** gRPC's framing: each message behind one byte that says whether it is compressed, and four that say how long it is. */
import { RpcError } from './error.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

export const FRAME_BYTES = 5;

export function frame(message: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(FRAME_BYTES + message.length);
  out[0] = 0;
  out.writeUInt32BE(message.length, 1);
  out.set(message, FRAME_BYTES);
  return out;
}

/** Puts the messages of one stream together from the pieces in which they come. */
export class Unframer {
  #parts: Buffer[] = [];
  #have = 0;
  /** How many bytes there must be to go on: a frame's head, then all of it. */
  #need = FRAME_BYTES;

  readonly #unpack: ((message: Buffer) => Buffer) | undefined;

  /** Without `unpack` compressed messages are refused. */
  constructor(unpack?: (message: Buffer) => Buffer) {
    this.#unpack = unpack;
  }

  /** Whether nothing of a message is missing. */
  get whole(): boolean {
    return this.#have === 0;
  }

  /** The messages that `piece` completes. Errors: RpcError for one that is too large or compressed. */
  *add(piece: Buffer): Generator<Buffer, void, undefined> {
    this.#parts.push(piece);
    this.#have += piece.length;
    while (this.#have >= this.#need) {
      const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts, this.#have);
      this.#parts = [bytes];
      const length = bytes.readUInt32BE(1);
      const packed = bytes[0] !== 0;
      if (packed && this.#unpack === undefined) {
        throw new RpcError('UNIMPLEMENTED', 'compressed messages are not supported here');
      }
      if (length > MAX_MESSAGE_BYTES) {
        throw new RpcError('RESOURCE_EXHAUSTED', `a message of ${length} bytes is larger than ${MAX_MESSAGE_BYTES}`);
      }
      const end = FRAME_BYTES + length;
      this.#need = end;
      if (this.#have < end) return;
      this.#have -= end;
      this.#parts = this.#have === 0 ? [] : [bytes.subarray(end)];
      this.#need = FRAME_BYTES;
      const message = bytes.subarray(FRAME_BYTES, end);
      yield packed && this.#unpack !== undefined ? this.#unpack(message) : message;
    }
  }
}
