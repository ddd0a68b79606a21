import { dirname } from 'node:path';
import type { AtomicFs } from '../machined/host/fs-atomic.ts';

export class PowerCut extends Error {}

/**
 * A file system in memory that forgets like a real one: what was written but not synced may be gone or torn after a cut, and so may be
 * a rename whose directory was not synced. `cutAfter` counts system calls.
 */
export function faultyFs() {
  interface File {
    data: Buffer;
    synced: Buffer;
  }
  let live = new Map<string, File>();
  let durable = new Map<string, File>();
  const open = new Map<number, { path: string; file?: File }>();
  let nextFd = 3;
  let left = Number.POSITIVE_INFINITY;

  const step = () => {
    if (left <= 0) throw new PowerCut();
    left -= 1;
  };
  const at = (fd: number) => open.get(fd) ?? assertNever(`fd ${fd} is not open`);
  const fs: AtomicFs = {
    mkdirp: () => step(),
    create(path) {
      step();
      const file = { data: Buffer.alloc(0), synced: Buffer.alloc(0) };
      live.set(path, file);
      open.set(nextFd, { path, file });
      return nextFd++;
    },
    openDir(path) {
      step();
      open.set(nextFd, { path });
      return nextFd++;
    },
    write(fd, data) {
      step();
      const { file } = at(fd);
      if (file) file.data = Buffer.concat([file.data, data]);
    },
    fsync(fd) {
      step();
      const { path, file } = at(fd);
      if (file) {
        file.synced = Buffer.from(file.data);
        return;
      }
      for (const name of durable.keys()) if (dirname(name) === path && !live.has(name)) durable.delete(name);
      for (const [name, entry] of live) if (dirname(name) === path) durable.set(name, entry);
    },
    close: (fd) => void open.delete(fd),
    rename(from, to) {
      step();
      const file = live.get(from);
      if (file === undefined) throw Object.assign(new Error(`ENOENT ${from}`), { code: 'ENOENT' });
      live.delete(from);
      live.set(to, file);
    },
    unlink(path) {
      step();
      live.delete(path);
    },
    read: (path) => live.get(path)?.data,
  };
  return {
    fs,
    cutAfter(calls: number) {
      left = calls;
    },
    /** The power is back. `luck` decides what of the unsynced made it to the disk. */
    powerOn(luck: { readonly names: boolean; readonly bytes: number }) {
      left = Number.POSITIVE_INFINITY;
      open.clear();
      const names = luck.names ? live : durable;
      durable = new Map();
      live = new Map();
      for (const [path, file] of names) {
        const whole = file.data.equals(file.synced);
        const data = whole ? file.data : Buffer.from(file.data.subarray(0, Math.floor(file.data.length * luck.bytes)));
        const kept = { data, synced: Buffer.from(data) };
        live.set(path, kept);
        durable.set(path, kept);
      }
    },
  };
}

function assertNever(message: string): never {
  throw new Error(message);
}
