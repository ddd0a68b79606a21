/** Which leader's word counts: the newest whose epoch this node has seen. */
import { type AtomicFs, isDiskFull, readJson, writeJsonAtomic } from '../host/fs-atomic.ts';
import { refused } from './refused.ts';

export interface Fencing {
  /** 0: none was seen. */
  epoch(): number;
  /** Errors: FAILED_PRECONDITION (STALE_EPOCH) for one older than was seen. 0 is never stale. */
  check(epoch: number): void;
  /** As `check`; older ones are stale from now on, also after a boot. */
  fence(epoch: number): void;
}

export function openFencing(options: {
  readonly path: string;
  readonly fs: AtomicFs;
  readonly onError: (error: unknown, doing: string) => void;
}): Fencing {
  const { path, fs, onError } = options;
  let seen = read(path);
  const check = (epoch: number) => {
    if (epoch === 0 || epoch >= seen) return;
    throw refused(
      'STALE_EPOCH',
      `Epoch ${epoch} is older than ${seen}, which this node has seen: another leader is in charge`,
    );
  };
  return {
    epoch: () => seen,
    check,
    fence(epoch) {
      check(epoch);
      if (epoch <= seen) return;
      seen = epoch;
      try {
        writeJsonAtomic(path, { epoch }, { fs });
      } catch (error) {
        // It counts for this boot; what may go on without being stored must.
        if (!isDiskFull(error)) throw error;
        onError(error, 'storing the fencing epoch');
      }
    },
  };
}

function read(path: string): number {
  const found = readJson(path, (value) => {
    const { epoch } = value as { readonly epoch?: unknown };
    if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) throw new Error('epoch is no whole number');
    return epoch;
  });
  return found.kind === 'ok' ? found.value : 0;
}
