/** What a node tells of itself, in Prometheus' words: base units, counters in _total, no label of an unbounded set. Pure. */
import type { CpuTimes } from '../host/cpu.ts';
import type { DiskCounters } from '../host/disks.ts';
import type { MachineStatus, OperationRecord, ServiceStatus } from '../machine/types.ts';
import type { NodeCertificate } from '../trust/inventory.ts';
import type { Family, Sample } from './exposition.ts';

export interface Facts {
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly machine: MachineStatus;
  readonly services: readonly ServiceStatus[];
  readonly operations: readonly OperationRecord[];
  readonly certificates: readonly NodeCertificate[];
  readonly cpu: CpuTimes;
  readonly load: { readonly load1m: number; readonly load5m: number; readonly load15m: number };
  /** As /proc/meminfo names them, in bytes. */
  readonly memory: Readonly<Record<string, number>>;
  readonly fileSystems: readonly {
    readonly mountPoint: string;
    readonly sizeBytes: number;
    readonly availableBytes: number;
    readonly inodes: number;
    readonly inodesFree: number;
  }[];
  readonly disks: ReadonlyMap<string, DiskCounters>;
  readonly calls: readonly { readonly method: string; readonly code: string; readonly count: number }[];
  readonly refusals: ReadonlyMap<string, number>;
  /** Of machined itself. */
  readonly residentBytes: number;
}

type Kind = Family['type'];
const family = (type: Kind, name: string, help: string, samples: readonly Sample[]): Family => ({
  name: `talos_${name}`,
  help,
  type,
  samples,
});
const one = (type: Kind, name: string, help: string, value: number | undefined): Family =>
  family(type, name, help, value === undefined ? [] : [{ value }]);
const seconds = (ms: number): number => ms / 1000;
const flag = (is: boolean): number => (is ? 1 : 0);

export function familiesOf(facts: Facts): readonly Family[] {
  return [...agent(facts), ...host(facts), ...services(facts), ...slots(facts), ...work(facts), ...trust(facts)];
}

function agent({ version, kubernetesVersion, machine, calls, refusals, residentBytes }: Facts): readonly Family[] {
  return [
    family('gauge', 'build_info', 'Versions that the node runs; the value is 1.', [
      { labels: { version, kubernetes_version: kubernetesVersion }, value: 1 },
    ]),
    one('gauge', 'healthy', 'Whether every service that the node needs is healthy.', flag(machine.agentHealthy)),
    one('gauge', 'machined_resident_memory_bytes', 'Memory of the agent’s main program.', residentBytes),
    family(
      'counter',
      'api_calls_total',
      'Calls of the OS API that have ended, by gRPC status, since the agent was started.',
      calls.map(({ count, ...labels }) => ({ labels, value: count })),
    ),
    family(
      'counter',
      'api_refusals_total',
      'Calls and connections that the door has refused, since the agent was started.',
      [...refusals].map(([reason, value]) => ({ labels: { reason }, value })),
    ),
  ];
}

function host({ cpu, load, memory, fileSystems, disks }: Facts): readonly Family[] {
  const times: readonly (readonly [mode: string, ms: number])[] = [
    ['user', cpu.userMs],
    ['nice', cpu.niceMs],
    ['system', cpu.systemMs],
    ['idle', cpu.idleMs],
    ['iowait', cpu.ioWaitMs],
    ['irq', cpu.interruptMs],
    ['softirq', cpu.softInterruptMs],
    ['steal', cpu.stealMs],
  ];
  const ofDisks = (value: (counters: DiskCounters) => number): readonly Sample[] =>
    [...disks].map(([device, counters]) => ({ labels: { device }, value: value(counters) }));
  const ofFileSystems = (value: (one: Facts['fileSystems'][number]) => number): readonly Sample[] =>
    fileSystems.map((fileSystem) => ({ labels: { mountpoint: fileSystem.mountPoint }, value: value(fileSystem) }));
  return [
    family(
      'counter',
      'cpu_seconds_total',
      'How all processors have spent their time since the kernel’s boot.',
      times.map(([mode, ms]) => ({ labels: { mode }, value: seconds(ms) })),
    ),
    one('gauge', 'load1', 'Tasks that run, want to run or wait for a disk, over 1 minute.', load.load1m),
    one('gauge', 'load5', 'The same over 5 minutes.', load.load5m),
    one('gauge', 'load15', 'The same over 15 minutes.', load.load15m),
    one('gauge', 'memory_total_bytes', 'Memory that there is.', memory['MemTotal']),
    one('gauge', 'memory_available_bytes', 'Memory that is free, or freed as soon as needed.', memory['MemAvailable']),
    one('gauge', 'memory_free_bytes', 'Memory that nobody uses.', memory['MemFree']),
    one('gauge', 'memory_cached_bytes', 'Memory that holds the contents of files.', memory['Cached']),
    family(
      'gauge',
      'filesystem_size_bytes',
      'Size of a file system.',
      ofFileSystems((one) => one.sizeBytes),
    ),
    family(
      'gauge',
      'filesystem_available_bytes',
      'What is left of a file system.',
      ofFileSystems((one) => one.availableBytes),
    ),
    family(
      'gauge',
      'filesystem_files',
      'Inodes of a file system.',
      ofFileSystems((one) => one.inodes),
    ),
    family(
      'gauge',
      'filesystem_files_free',
      'Inodes that are left.',
      ofFileSystems((one) => one.inodesFree),
    ),
    family(
      'counter',
      'disk_read_bytes_total',
      'Bytes read from a disk.',
      ofDisks((one) => one.readBytes),
    ),
    family(
      'counter',
      'disk_written_bytes_total',
      'Bytes written to a disk.',
      ofDisks((one) => one.writeBytes),
    ),
  ];
}

function services({ services: all }: Facts): readonly Family[] {
  const each = (value: (service: ServiceStatus) => number): readonly Sample[] =>
    all.map((service) => ({ labels: { service: service.id }, value: value(service) }));
  return [
    family(
      'gauge',
      'service_running',
      'Whether a service of the node runs.',
      each((one) => flag(one.state === 'ACTIVE')),
    ),
    family(
      'gauge',
      'service_healthy',
      'Whether it is healthy.',
      each((one) => flag(one.health === 'HEALTHY')),
    ),
    family(
      'counter',
      'service_restarts_total',
      'How often it was started anew, since the node’s boot.',
      each((one) => one.restarts),
    ),
  ];
}

function slots({ machine }: Facts): readonly Family[] {
  const { boot, state, slots: records } = machine;
  const each = (value: (slot: string) => number): readonly Sample[] =>
    Object.entries(records).map(([slot, record]) => ({
      labels: { slot, version: record.version },
      value: value(slot),
    }));
  return [
    family(
      'gauge',
      'slot_active',
      'Whether the next boot is of this slot.',
      each((slot) => flag(state.active === slot)),
    ),
    family(
      'gauge',
      'slot_booted',
      'Whether this boot is of this slot.',
      each((slot) => flag(boot.slot === slot)),
    ),
    one('gauge', 'trial_boot', 'Whether this boot is the trial of an upgrade.', flag(boot.trial !== null)),
  ];
}

function work({ operations }: Facts): readonly Family[] {
  const counted = Map.groupBy(operations, ({ type, state }) => `${type} ${state}`);
  return [
    family(
      'gauge',
      'operations',
      'Operations that the node remembers, by how they stand.',
      [...counted].map(([key, all]) => {
        const [type = '', state = ''] = key.split(' ');
        return { labels: { type, state: state.toLowerCase() }, value: all.length };
      }),
    ),
  ];
}

function trust({ certificates }: Facts): readonly Family[] {
  return [
    family(
      'gauge',
      'certificate_not_after_seconds',
      'When a certificate of the node ends, Unix time.',
      certificates.map(({ name, notAfterMs }) => ({ labels: { certificate: name }, value: seconds(notAfterMs) })),
    ),
  ];
}
