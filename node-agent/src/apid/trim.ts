/**
 * Gives back what the C library keeps, malloc_trim(3): the remains of thousands of short HTTP/2 streams lie so scattered in its heap that
 * it gave nothing back by itself, 30 MB after a rush of small calls.
 */
import { loadKoffi } from '../koffi.ts';

/** Does nothing where there is no such call. */
export function heapTrimmer(): () => void {
  try {
    const trim = loadKoffi().load(null).func('int malloc_trim(size_t pad)');
    return () => void trim(0);
  } catch {
    return () => {};
  }
}
