/** What machined itself says: on the node's console and, since nobody can log in to look there, in a file that the API reads. */
import { writeSync } from 'node:fs';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogFile } from './services/logs.ts';

/**
 * Without a file only on the console.
 *
 * Guarantees: a disk that takes nothing costs lines and nothing else. During a trial the console is a file, too: pino's own destination
 * would end machined there, and the image would be blamed.
 */
export function openOwnLog(open: (() => LogFile) | undefined, console = 1): Logger {
  const streams = [{ stream: consoleOf(console) }, ...(open === undefined ? [] : [{ stream: fileOf(open) }])];
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

function fileOf(open: () => LogFile): DestinationStream {
  try {
    const file = open();
    return { write: (line) => file.write(Buffer.from(line)) };
  } catch {
    return { write: () => {} };
  }
}
