/** Messages are small; what can be large is a stream of chunks. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Of a unary call whose caller names none. */
export const UNARY_TIMEOUT_MS = 30_000;
