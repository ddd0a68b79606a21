/**
 * Room for records on a disk that is full: a machine must be mendable then, and each way to mend it (a reboot, the way back to the
 * former system, taking an image away) begins with a record.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AtomicFs } from './fs-atomic.ts';
import { realAtomicFs } from './fs-atomic.ts';

const CHUNKS = 16;
/** Enough for a dozen records each. */
const CHUNK_BYTES = 64 * 1024;

export interface Reserve {
  /** Gives a piece of the room back to the file system; false when there is none left. */
  makeRoom(): boolean;
  /** Takes it again, as far as the disk has it. Never throws. */
  refill(): void;
}

/** Files that hold space and nothing else. */
export function openReserve(directory: string, fs: AtomicFs = realAtomicFs): Reserve {
  const held = (): readonly string[] => {
    try {
      return readdirSync(directory).map((name) => join(directory, name));
    } catch {
      return [];
    }
  };
  const whole = (path: string): boolean => {
    try {
      return statSync(path).size === CHUNK_BYTES;
    } catch {
      return false;
    }
  };
  return {
    makeRoom() {
      const [path] = held();
      if (path === undefined) return false;
      fs.unlink(path);
      return true;
    },
    refill() {
      for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
        const path = join(directory, String(chunk));
        if (whole(path)) continue;
        try {
          mkdirSync(directory, { recursive: true, mode: 0o700 });
          // Not zeroes: a file system may store those as nothing.
          writeFileSync(path, Buffer.alloc(CHUNK_BYTES, 0x55), { mode: 0o600 });
        } catch {
          fs.unlink(path);
          return;
        }
      }
    },
  };
}

/** Whoever writes records through this gets the reserved room when there is no other. */
export function reservedFs(reserve: Reserve, fs: AtomicFs = realAtomicFs): AtomicFs {
  return { ...fs, makeRoom: () => reserve.makeRoom() };
}
