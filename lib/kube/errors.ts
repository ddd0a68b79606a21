/** The parts of metav1.Status that callers use. */
export interface StatusBody {
  readonly kind?: 'Status';
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: {
    readonly name?: string;
    readonly kind?: string;
    readonly retryAfterSeconds?: number;
    readonly causes?: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[];
  };
}

/** The apiserver answered, and said no. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status, or the code inside a watch's ERROR event. */
  readonly status: number;
  /** metav1.StatusReason: NotFound, Conflict, AlreadyExists, Expired, Invalid, Forbidden …; '' when there is none. */
  readonly reason: string;
  readonly details: NonNullable<StatusBody['details']>;
  /** What the server asked to wait for; respected by controllers as the least delay. */
  readonly retryAfterMs: number | undefined;

  constructor(attempt: string, status: number, body: StatusBody, retryAfterMs?: number) {
    super(`${attempt}: ${body.message || `the API server answered ${status}`}`);
    this.status = status;
    this.reason = body.reason ?? '';
    this.details = body.details ?? {};
    const inBody = body.details?.retryAfterSeconds;
    this.retryAfterMs = retryAfterMs ?? (inBody ? inBody * 1000 : undefined);
  }
}

/** No (whole) answer came from the apiserver: refused, reset, timed out, not understood. It may have acted nevertheless. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

export function isNotFound(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 404;
}

/** A resourceVersion that is no longer current, or a field that another manager owns. */
export function isConflict(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 409 && error.reason !== 'AlreadyExists';
}

export function isAlreadyExists(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 409 && error.reason === 'AlreadyExists';
}

/** The asked-for point in history is compacted away: list anew. */
export function isGone(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 410 || error.reason === 'Expired' || error.reason === 'Gone');
}

/** `retryAfterMs` says how long to wait, when the server said so. */
export function isTooManyRequests(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 429;
}

/** The object was refused by its schema, by CEL or by an admission policy: trying again as it is cannot help. */
export function isInvalid(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 422 || error.status === 400);
}
