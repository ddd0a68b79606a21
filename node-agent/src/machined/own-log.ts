/** What machined itself says: on the node's console and, since nobody can log in to look there, in a file that the API reads. */
import { writeSync } from 'node:fs';
import pino, { type DestinationStream, type Logger } from 'pino';
import { openLog } from './services/logs.ts';

/**
 * Without a path only on the console.
 *
 * Guarantees: a disk that takes nothing costs lines and nothing else. During a trial the console is a file, too: pino's own destination
 * would end machined there, and the image would be blamed.
 */
export function openOwnLog(path: string | undefined, console = 1): Logger {
  const streams = [{ stream: consoleOf(console) }, ...(path === undefined ? [] : [{ stream: fileOf(path) }])];
  return pino({ base: { name: 'machined' } }, pino.multistream(streams));
}

function consoleOf(fd: number): DestinationStream {
  return {
    write(line) {
      try {
        writeSync(fd, line);
      } catch {
        // ENOSPC, EPIPE: nobody takes it.
      }
    },
  };
}

function fileOf(path: string): DestinationStream {
  try {
    const file = openLog(path, { now: Date.now });
    return { write: (line) => file.write(Buffer.from(line)) };
  } catch {
    return { write: () => {} };
  }
}
