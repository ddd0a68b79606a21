/** Messages that a client has compressed: https://github.com/grpc/grpc/blob/master/doc/compression.md */
import { gunzipSync, inflateSync } from 'node:zlib';
import { RpcError } from './error.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

/** What is understood, for grpc-accept-encoding. */
export const ENCODINGS = 'identity,deflate,gzip';

/** Errors: UNIMPLEMENTED for another encoding, RESOURCE_EXHAUSTED for a message that is too large, INVALID_ARGUMENT for one that is damaged. */
export function unpack(message: Buffer, encoding: string): Buffer {
  const inflate = encoding === 'gzip' ? gunzipSync : encoding === 'deflate' ? inflateSync : undefined;
  if (inflate === undefined) throw new RpcError('UNIMPLEMENTED', `messages can be ${ENCODINGS}, not "${encoding}"`);
  try {
    // At once: of this size it is a few milliseconds.
    return inflate(message, { maxOutputLength: MAX_MESSAGE_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RpcError('RESOURCE_EXHAUSTED', `a message is larger than ${MAX_MESSAGE_BYTES} when it is unpacked`);
    }
    throw new RpcError('INVALID_ARGUMENT', `a message is no ${encoding}`, { reason: 'MALFORMED_REQUEST', cause });
  }
}
