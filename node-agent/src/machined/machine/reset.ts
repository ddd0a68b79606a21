/**
 * Giving a node back: what is wiped, and how that survives a cut at any moment.
 *
 *     store the mark (leave) → leave etcd → store the mark (wipe) → stop everything → wipe → remove the mark → boot or power off
 *
 * A boot that finds the mark goes on from there before anything of the node is used (main.ts): no half-wiped node comes up.
 * One that cannot leave etcd removes the mark and boots as ever, unless the reset was forced (leave-etcd.ts).
 */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseNodeDocuments } from '@talos/crds/config/index.ts';
import { otherSlot } from '../../boot/state.ts';
import { type AtomicFs, readJson, realAtomicFs, removeDurably, writeJsonAtomic } from '../host/fs-atomic.ts';
import type { MountInfo } from '../host/mounts.ts';
import type { NodeFiles } from '../host/paths.ts';
import { MNT_DETACH, type Syscalls } from '../host/syscalls.ts';
import type { BootHistory } from './boots.ts';
import type { HostPaths, OperationRecord, ResetPlan, ResetScope, SlotName } from './types.ts';

export interface ResetMark extends ResetScope {
  readonly version: 1;
  readonly operationId: string;
  /** Wiped even when it cannot leave etcd. */
  readonly force: boolean;
  readonly step: 'leave-etcd' | 'wipe';
}

/** What is said before anything is done. Pure. */
export function resetPlan(
  { keepSystem, powerOff }: ResetScope,
  paths: Pick<HostPaths, 'var' | 'state'>,
  node: { readonly controlPlane: boolean; readonly blockers: readonly string[] },
): ResetPlan {
  const { state } = paths;
  const item = (name: string, path: string, wiped: boolean) => ({ name, path, wiped });
  const system = !keepSystem;
  return {
    items: [
      item("pods' data and logs, images, the kubelet's identity", `${paths.var}/*`, true),
      ...(node.controlPlane ? [item("etcd's data", join(state, 'etcd'), true)] : []),
      item('configuration in force, its history', join(state, 'config'), system),
      item('certificates and keys of the node', join(state, 'pki'), system),
      item('OS images in both slots', join(state, 'slots'), system),
      item('logs, audit log, records of operations, snapshots', state, system),
      item('documents of the first start, with their keys', join(state, 'config/initial.yaml'), system && powerOff),
    ],
    afterwards: powerOff
      ? keepSystem
        ? 'The node powers off; started again, it joins with the configuration it has.'
        : 'The node powers off and holds no secret any more; to start again it needs documents put in place anew.'
      : keepSystem
        ? 'The node boots the same system and joins with the configuration it has.'
        : 'The node boots as from its first start: the system of its first image, the documents of its first start.',
    blockers: node.blockers,
  };
}

export interface WipeDeps {
  readonly paths: HostPaths;
  readonly files: NodeFiles;
  /** Whose file system this process runs in: it goes with the next first start. */
  readonly slot: SlotName;
  readonly mounts: () => readonly MountInfo[];
  readonly syscalls: Pick<Syscalls, 'umount2'>;
  readonly boots: Pick<BootHistory, 'forgetOthers'>;
  /** Through which the mark is written: a full node must be resettable. */
  readonly fs?: AtomicFs;
}

export interface Resets {
  pending(): ResetMark | undefined;
  mark(mark: ResetMark): void;
  unmark(): void;
  /**
   * Assumptions: the services are stopped.
   * Guarantees: idempotent; what is mounted is let go of and never wiped through. What makes the node boot goes last, the mark stays.
   * Errors: something below stays mounted; those of the file system.
   */
  wipe(mark: ResetMark): Promise<void>;
}

export function createResets(deps: WipeDeps): Resets {
  const { paths, files, boots, fs = realAtomicFs } = deps;
  return {
    pending() {
      const read = readJson(files.resetMark, checkMark, fs);
      if (read.kind === 'damaged')
        throw new Error(`The mark of a reset that has begun cannot be read: ${read.message}`);
      return read.kind === 'ok' ? read.value : undefined;
    },
    mark: (mark) => writeJsonAtomic(files.resetMark, mark, { fs }),
    unmark: () => removeDurably(files.resetMark, fs),
    async wipe(mark) {
      detachBelow(deps);
      if (mark.keepSystem) {
        await removeAllBut(paths.var, [paths.state]);
        await rm(files.etcdDir, { recursive: true, force: true });
        await rm(join(paths.state, 'etcd-bootstrap.json'), { force: true });
        return;
      }
      const record = join(files.operationsDir, `${mark.operationId}.json`);
      const keep = [files.resetMark, record, files.slot(deps.slot), ...(mark.powerOff ? [] : [files.configInitial])];
      if (!mark.powerOff) {
        // An older leader's word is not to count again on a node that comes back, and it can say why it was away.
        keep.push(files.fencing, files.bootHistory);
        boots.forgetOthers();
      }
      // Without these the next start is a first one: until all else is gone, it must be a boot that goes on here.
      const bootable = [
        files.bootState,
        files.slotRecord('a'),
        files.slotRecord('b'),
        files.slot(otherSlot(deps.slot)),
      ];
      await removeAllBut(paths.var, [...keep, ...bootable]);
      await removeAllBut(paths.var, keep);
    },
  };
}

/** Why a node that is wiped could not come up again from the documents of its first start; undefined: it can. */
export function firstStartHurts(
  { configInitial }: Pick<NodeFiles, 'configInitial'>,
  nowMs: number,
): string | undefined {
  try {
    const { join: pair } = parseNodeDocuments(readFileSync(configInitial)).trust;
    const endMs = pair === undefined ? Number.POSITIVE_INFINITY : new X509Certificate(pair.cert).validToDate.getTime();
    if (endMs > nowMs) return undefined;
    return `the certificate to join with in ${configInitial} ended on ${new Date(endMs).toISOString()}, so it would not get another one; keep the system, or power off and put new documents in place`;
  } catch {
    return `${configInitial} is missing or not understood, so there is nothing to come up with; keep the system, or power off`;
  }
}

/** A cut before the operation was stored as begun in earnest must not read as "nothing happened" after the wipe. */
export function noteWipe(files: NodeFiles, { operationId }: ResetMark, fs: AtomicFs): void {
  const path = join(files.operationsDir, `${operationId}.json`);
  const read = readJson(path, (value) => value as OperationRecord, fs);
  if (read.kind === 'ok' && read.value.state === 'RUNNING')
    writeJsonAtomic(path, { ...read.value, phase: 'wipe' }, { fs });
}

/** Deepest first: pods' volumes, which may be other people's file systems. */
function detachBelow({ paths, mounts, syscalls }: WipeDeps): void {
  const below = () =>
    mounts()
      .map(({ mountPoint }) => mountPoint)
      .filter((path) => path.startsWith(`${paths.var}/`));
  for (const path of below().sort((a, b) => b.length - a.length)) syscalls.umount2(path, MNT_DETACH);
  const left = below();
  if (left.length > 0) throw new Error(`Nothing is wiped: ${left.slice(0, 3).join(', ')} would not be unmounted`);
}

/** Everything below `directory` but the files and directories in `keep`. */
async function removeAllBut(directory: string, keep: readonly string[]): Promise<void> {
  let names: readonly string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  for (const name of names) {
    const path = join(directory, name);
    if (keep.includes(path)) continue;
    if (keep.some((kept) => kept.startsWith(`${path}/`))) await removeAllBut(path, keep);
    else await rm(path, { recursive: true, force: true });
  }
}

function checkMark(value: unknown): ResetMark {
  const mark = value as ResetMark;
  const known = typeof mark === 'object' && mark !== null && mark.version === 1;
  if (!known || typeof mark.operationId !== 'string' || !['leave-etcd', 'wipe'].includes(mark.step))
    throw new Error('not a mark of this version');
  // A mark of an agent that did not store it says nothing of force, and nothing is not yes.
  return { ...mark, force: mark.force === true };
}
