/** Messages are small; what can be large is a stream of chunks. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
