/** Bytes of a client that are no message: the client's fault, told as such. */
import type { MessageType } from '@talos/proto/runtime/message.ts';
import { RpcError } from './error.ts';

/** Errors: INVALID_ARGUMENT (MALFORMED_REQUEST). */
export function decodeRequest<T extends object>(type: MessageType<T>, bytes: Uint8Array): T {
  try {
    return type.decode(bytes);
  } catch (cause) {
    const message = `what was sent is not a message ${type.name}; is the client's definition of the API the node's?`;
    throw new RpcError('INVALID_ARGUMENT', message, { reason: 'MALFORMED_REQUEST', cause });
  }
}

/**
 * Stands in for a request that could not be read, until there is a call that can be ended for it: an error in grpc-js' deserializer
 * would be told as this server's own, and seen by nobody.
 */
export class Malformed {
  readonly error: RpcError;

  constructor(error: RpcError) {
    this.error = error;
  }

  static or<T extends object>(type: MessageType<T>): (bytes: Uint8Array) => T | Malformed {
    return (bytes) => {
      try {
        return decodeRequest(type, bytes);
      } catch (error) {
        return new Malformed(error as RpcError);
      }
    };
  }
}
