/** What went wrong with an image, a layout or a registry; stable, so that callers can decide on it. */
export type OciErrorCode = 'NOT_FOUND' | 'DIGEST_MISMATCH' | 'UNREACHABLE' | 'UNAUTHORIZED' | 'MALFORMED' | 'NO_SPACE';

/** The one error type of lib/oci. An aborted call rejects with the signal's own reason instead. */
export class OciError extends Error {
  readonly code: OciErrorCode;

  constructor(code: OciErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OciError';
    this.code = code;
  }
}

/** Wraps an error of the local file system: a full disk or quota becomes NO_SPACE, everything else passes as it is. */
export function fromFileSystem(error: unknown, what: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OciError('NO_SPACE', `${what}: no space left on the device; free some and try again`, { cause: error });
  }
  return error;
}
