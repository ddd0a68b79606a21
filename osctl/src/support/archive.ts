/** A .tar.gz that is written as its files come, whole or not at all, readable by its owner only. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

export interface Archive {
  /** Files come one after the other, whoever adds them: at most one is in the pipe. */
  add(path: string, content: string | Uint8Array): Promise<void>;
  /** Makes the file appear under its name. */
  finish(): Promise<void>;
  /** Leaves nothing. After `finish` it does nothing. */
  abandon(): Promise<void>;
}

export function createArchive(path: string, mtime: Date): Archive {
  const partial = `${path}.partial`;
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(partial, { mode: 0o600 }));
  written.catch(() => {});
  let turn: Promise<void> = Promise.resolve();
  let finished = false;
  const write = (name: string, content: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      written.catch(reject);
      tar.entry({ name, size: content.length, mtime, mode: 0o600 }, content, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  return {
    add(name, content) {
      turn = turn.then(() => write(name, Buffer.from(content as Uint8Array)));
      return turn;
    },
    async finish() {
      await turn;
      tar.finalize();
      await written;
      await rename(partial, path);
      finished = true;
    },
    async abandon() {
      if (finished) return;
      tar.destroy();
      await written.catch(() => {});
      await rm(partial, { force: true });
    },
  };
}
