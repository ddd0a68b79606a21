import { join } from 'node:path';
import type { HostPaths, SlotName } from '../machine/types.ts';

/**
 * Where things are on a node. `prefix` puts a whole node below another directory: tests use it.
 */
export function hostPaths(prefix = '/'): HostPaths {
  return {
    state: join(prefix, 'var/lib/talos'),
    run: join(prefix, 'run/talos'),
    var: join(prefix, 'var'),
    root: prefix,
  };
}

/** Every file and directory that more than one part of the agent knows. Absolute; none of them need exist. */
export interface NodeFiles {
  readonly bootDir: string;
  /** {@link import('../machine/types.ts').BootState} */
  readonly bootState: string;
  /** What init printed in this boot, and machined where its own output is not the node's; made anew at each boot, bounded by the guard in a trial. */
  readonly bootConsole: string;
  /** The last trial that was not confirmed. */
  readonly bootFailed: string;
  /** What the launcher keeps of an attempt that crashed, until the trial is over. */
  readonly bootEvidence: string;
  /** The boots of this node, the newest first: {@link import('../machine/types.ts').BootRecord}. */
  readonly bootHistory: string;
  /** The highest Lease epoch that was ever presented. */
  readonly fencing: string;
  readonly slotsDir: string;
  slot(name: SlotName): string;
  slotRecord(name: SlotName): string;
  readonly configDir: string;
  readonly configCurrent: string;
  readonly configInitial: string;
  configBySlot(name: SlotName): string;
  readonly configHistoryDir: string;
  /** What takes effect with the next boot. */
  readonly configStaged: string;
  /** The way back from what is on try. */
  readonly configTry: string;
  readonly operationsDir: string;
  /** Room for records on a disk that is full, see host/reserve.ts. */
  readonly reserveDir: string;
  /** A reset that has begun, see machine/reset.ts. */
  readonly resetMark: string;
  readonly auditLog: string;
  readonly logsDir: string;
  readonly pkiDir: string;
  readonly etcdDir: string;
  readonly snapshotsDir: string;
  /** Roots of debug containers, each gone with its container; not kept by a reset, and emptied by the next boot. */
  readonly debugDir: string;
  // Below /run/talos, gone with the boot:
  readonly bootInfo: string;
  readonly bootId: string;
  /** machined's verdict on itself, for the guard. */
  readonly trialHealth: string;
  readonly guardPid: string;
  readonly machinedSocketDir: string;
  readonly machinedSocket: string;
  readonly apidDir: string;
  /** Files that are bound over the read-only /etc. */
  readonly etcDir: string;
  readonly cniConfDir: string;
  /** In the slot. */
  readonly release: string;
}

export function nodeFiles(paths: HostPaths): NodeFiles {
  const state = (...parts: string[]) => join(paths.state, ...parts);
  const run = (...parts: string[]) => join(paths.run, ...parts);
  return {
    bootDir: state('boot'),
    bootState: state('boot/state.json'),
    bootConsole: state('boot/console.log'),
    bootFailed: state('boot/failed.json'),
    bootEvidence: state('boot/evidence.json'),
    bootHistory: state('boot/history.json'),
    fencing: state('boot/fencing.json'),
    slotsDir: state('slots'),
    slot: (name) => state('slots', name),
    slotRecord: (name) => state('slots', `${name}.json`),
    configDir: state('config'),
    configCurrent: state('config/current.yaml'),
    configInitial: state('config/initial.yaml'),
    configBySlot: (name) => state('config/by-slot', `${name}.yaml`),
    configHistoryDir: state('config/history'),
    configStaged: state('config/staged.json'),
    configTry: state('config/try.json'),
    operationsDir: state('operations'),
    reserveDir: state('reserve'),
    resetMark: state('boot/reset.json'),
    auditLog: state('audit/audit.log'),
    logsDir: state('logs'),
    pkiDir: state('pki'),
    etcdDir: state('etcd'),
    snapshotsDir: state('snapshots'),
    debugDir: join(paths.var, 'cache/talos-debug'),
    bootInfo: run('boot.json'),
    bootId: run('boot-id'),
    trialHealth: run('trial-health.json'),
    guardPid: run('guard.pid'),
    machinedSocketDir: run('machined'),
    machinedSocket: run('machined/machined.sock'),
    apidDir: run('apid'),
    etcDir: run('etc'),
    cniConfDir: run('cni/net.d'),
    release: join(paths.root, 'usr/share/talos/release.json'),
  };
}
