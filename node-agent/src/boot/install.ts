import * as fs from 'node:fs';
import { join } from 'node:path';
import type { NodeFiles } from '../machined/host/paths.ts';
import type { Syscalls } from '../machined/host/syscalls.ts';
import type { SlotRecord } from '../machined/machine/types.ts';
import type { BootStore } from './store.ts';

export interface InstallInput {
  readonly root: string;
  readonly image: string;
  readonly digest: string;
  /** Mount points below `root`: what is mounted there is not the image's. */
  readonly mountPoints: ReadonlySet<string>;
  readonly now: number;
}

/**
 * A first start: the container's own root, which is the image's, becomes slot a.
 *
 * Guarantees: the record is written last, when all of the slot is on disk, so a cut leaves a slot that is not bootable and is made
 * anew at the next start. Owners, modes, times, symlinks and hard links are kept.
 */
export function installOwnRoot(
  store: BootStore,
  files: NodeFiles,
  syscalls: Syscalls,
  input: InstallInput,
): SlotRecord {
  if (!/^sha256:[0-9a-f]{64}$/.test(input.digest)) {
    throw new Error(
      `First start: TALOS_IMAGE_DIGEST is "${input.digest}", but the slot's digest has to be known: run the container with -e TALOS_IMAGE_DIGEST=sha256:…`,
    );
  }
  store.removeRecord('a');
  const target = files.slot('a');
  fs.rmSync(target, { recursive: true, force: true });
  copyTree(input.root, target, input.mountPoints);
  const fd = fs.openSync(target, 'r');
  try {
    syscalls.syncfs(fd);
  } finally {
    fs.closeSync(fd);
  }
  const record: SlotRecord = {
    digest: input.digest,
    version: readVersion(target),
    image: input.image,
    completeTime: input.now,
  };
  store.writeRecord('a', record);
  return record;
}

/** The version that the root file system says it is. */
export function readVersion(root: string): string {
  const path = join(root, 'usr/share/talos/release.json');
  const release = JSON.parse(fs.readFileSync(path, 'utf8')) as { readonly version?: unknown };
  if (typeof release.version !== 'string') throw new Error(`${path} has no version`);
  return release.version;
}

/** Copies a root file system. What is mounted over it is left as the empty directory or file that it was mounted on. */
export function copyTree(source: string, target: string, mountPoints: ReadonlySet<string>): void {
  const links = new Map<string, string>();
  const copy = (from: string, to: string): void => {
    const stat = fs.lstatSync(from);
    const mounted = from !== source && mountPoints.has(from);
    if (stat.isDirectory()) {
      fs.mkdirSync(to, { recursive: true });
      if (!mounted) for (const name of fs.readdirSync(from)) copy(join(from, name), join(to, name));
    } else if (stat.isSymbolicLink()) {
      fs.symlinkSync(fs.readlinkSync(from), to);
    } else if (stat.isFile()) {
      const key = `${stat.dev}:${stat.ino}`;
      const known = stat.nlink > 1 && !mounted ? links.get(key) : undefined;
      if (known !== undefined) {
        fs.linkSync(known, to);
        return;
      }
      if (mounted) fs.writeFileSync(to, '');
      else fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
      links.set(key, to);
    } else {
      // Device nodes, sockets and pipes: the image has none, whatever is here came with the container.
      return;
    }
    fs.lchownSync(to, stat.uid, stat.gid);
    if (!stat.isSymbolicLink()) fs.chmodSync(to, stat.mode & 0o7777);
    fs.lutimesSync(to, stat.atimeMs / 1000, stat.mtimeMs / 1000);
  };
  copy(source, target);
}
