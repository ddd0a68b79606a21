/** What nodes run on: processors, memory, load, clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CpuTimes,
  Host,
  type LoadResponse,
  type MemoryResponse,
  type Pressure,
  type TimeResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import type { NodeConnection } from '../client/nodes.ts';
import type { Column } from '../output/format.ts';
import { bytes, duration, frequency, offset, percent } from '../output/units.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

/** On platform container all of this is the host's: it says so in a column of its own. */
const OF = { title: 'OF', value: (row: { readonly belongsTo: string }) => row.belongsTo };

export function addHostCommands({ program, bind }: CommandGroup): void {
  program
    .command('cpu')
    .description('the processors of nodes, and how busy they are, measured over an interval')
    .addOption(
      new Option('--interval <duration>', 'between two measurements; 0s: since the boot')
        .argParser(durationMs)
        .default(1_000, '1s'),
    )
    .action(
      bind(async (ctx, options: { interval: number }) =>
        tableFromNodes(ctx, (node) => measureCpu(node, options.interval), cpuRows, CPU_COLUMNS),
      ),
    );

  program
    .command('memory')
    .aliases(['free'])
    .description('the memory of nodes, and what may be used of it')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Host).memory({}, node.unary),
          (answer) => [answer],
          MEMORY_COLUMNS,
        ),
      ),
    );

  program
    .command('load')
    .aliases(['uptime'])
    .description('how much wants to run on nodes, and how long it waits (pressure of the last 10 s)')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Host).load({}, node.unary),
          (answer) => [answer],
          LOAD_COLUMNS,
        ),
      ),
    );

  program
    .command('time')
    .aliases(['date'])
    .description("the clocks of nodes against this computer's")
    .action(bind(async (ctx) => tableFromNodes(ctx, measureClock, (answer) => [answer], TIME_COLUMNS)));
}

/** Of all the time that passed: 0 to 1 each. */
interface CpuShares {
  readonly user: number;
  readonly system: number;
  readonly ioWait: number;
  readonly steal: number;
  readonly idle: number;
}
interface CpuRow {
  readonly name: string;
  readonly shares: CpuShares;
  readonly frequencyHz: number;
  readonly model: string;
  readonly belongsTo: string;
}
const CPU_COLUMNS: readonly Column<CpuRow>[] = [
  { title: 'CPU', value: (row) => row.name },
  { title: 'USER', value: (row) => percent(row.shares.user), align: 'right' },
  { title: 'SYSTEM', value: (row) => percent(row.shares.system), align: 'right' },
  { title: 'IO WAIT', value: (row) => percent(row.shares.ioWait), align: 'right' },
  { title: 'STOLEN', value: (row) => percent(row.shares.steal), align: 'right' },
  { title: 'IDLE', value: (row) => percent(row.shares.idle), align: 'right' },
  { title: 'FREQUENCY', value: (row) => frequency(row.frequencyHz), align: 'right' },
  OF,
  { title: 'MODEL', value: (row) => row.model },
];

async function measureCpu(node: NodeConnection, intervalMs: number) {
  const ask = () => node.client(Host).cpu({}, node.unary);
  const before = intervalMs === 0 ? undefined : await ask();
  if (before !== undefined) await sleep(intervalMs, undefined, { signal: node.unary.signal });
  const now = await ask();
  return {
    ...now,
    shares: cpuShares(before?.total, now.total),
    processors: now.processors.map((processor) => ({
      ...processor,
      shares: cpuShares(before?.processors.find(({ number }) => number === processor.number)?.times, processor.times),
    })),
  };
}

/** How the time between two answers was spent; without the earlier one, all of it since the boot. */
export function cpuShares(before: CpuTimes | undefined, now: CpuTimes | undefined): CpuShares {
  const spent = (name: keyof CpuTimes): number => Math.max(0, (now?.[name] ?? 0) - (before?.[name] ?? 0));
  const parts = {
    user: spent('userMs') + spent('niceMs'),
    system: spent('systemMs') + spent('interruptMs') + spent('softInterruptMs'),
    ioWait: spent('ioWaitMs'),
    steal: spent('stealMs'),
    idle: spent('idleMs'),
  };
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const share = (part: number): number => (total === 0 ? 0 : Math.round((part / total) * 10_000) / 10_000);
  return {
    user: share(parts.user),
    system: share(parts.system),
    ioWait: share(parts.ioWait),
    steal: share(parts.steal),
    idle: share(parts.idle),
  };
}

function cpuRows(answer: Awaited<ReturnType<typeof measureCpu>>): readonly CpuRow[] {
  const { belongsTo, processors, shares, limitMillicores } = answer;
  const limit = limitMillicores === 0 ? '' : `, ${limitMillicores / 1000} allowed to the node`;
  return [
    { name: 'all', shares, frequencyHz: 0, belongsTo, model: `${processors.length} processors${limit}` },
    ...processors.map(({ number, model, ...rest }) => ({ ...rest, name: String(number), model, belongsTo })),
  ];
}

const right = <Row>(title: string, value: (row: Row) => string): Column<Row> => ({ title, value, align: 'right' });

const MEMORY_COLUMNS: readonly Column<MemoryResponse>[] = [
  right('TOTAL', (row) => bytes(row.totalBytes)),
  right('USED', (row) => bytes(row.totalBytes - row.availableBytes)),
  right('AVAILABLE', (row) => bytes(row.availableBytes)),
  right('FREE', (row) => bytes(row.freeBytes)),
  right('CACHED', (row) => bytes(row.buffersBytes + row.cachedBytes + row.slabReclaimableBytes)),
  right('SHARED', (row) => bytes(row.sharedBytes)),
  right('SWAP USED', (row) => (row.swapTotalBytes === 0 ? '-' : bytes(row.swapTotalBytes - row.swapFreeBytes))),
  OF,
  right('CHARGED TO NODE', (row) => (row.chargedBytes === 0 ? '-' : bytes(row.chargedBytes))),
  right('LIMIT', (row) => (row.limitBytes === 0 ? '-' : bytes(row.limitBytes))),
];

const pressure = (of: Pressure | undefined): string =>
  of?.some === undefined ? '-' : percent(of.some.percent10s / 100);
const LOAD_COLUMNS: readonly Column<LoadResponse>[] = [
  right('1 MIN', (row) => row.load1m.toFixed(2)),
  right('5 MIN', (row) => row.load5m.toFixed(2)),
  right('15 MIN', (row) => row.load15m.toFixed(2)),
  right('CPUS', (row) => String(row.processors)),
  right('RUNNABLE', (row) => String(row.runnable)),
  right('TASKS', (row) => String(row.tasks)),
  right('WAIT FOR CPU', (row) => pressure(row.cpu)),
  right('MEMORY', (row) => pressure(row.memory)),
  right('IO', (row) => pressure(row.io)),
  OF,
];

interface ClockReading extends TimeResponse {
  /** The node's clock less this computer's, right to half of the round trip. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
}
const TIME_COLUMNS: readonly Column<ClockReading>[] = [
  { title: 'TIME', value: (row) => new Date(row.timeMs).toISOString() },
  right('OFFSET', (row) => offset(row.offsetMs)),
  right('RIGHT TO', (row) => `±${duration(Math.max(1, Math.ceil(row.roundTripMs / 2)))}`),
  { title: 'SYNCHRONIZED', value: (row) => (row.synchronized ? 'yes' : 'no') },
  right('UPTIME', (row) => duration(row.uptimeMs)),
  {
    title: 'CLOCK OF',
    value: (row) => (row.belongsTo === 'host' ? 'the host (nothing on the node may set it)' : 'the node'),
  },
];

async function measureClock(node: NodeConnection): Promise<ClockReading> {
  const ask = () => node.client(Host).time({}, node.unary);
  await ask(); // connects: the time that takes is no measure of the way
  const sentMs = performance.timeOrigin + performance.now();
  const answer = await ask();
  const roundTripMs = performance.timeOrigin + performance.now() - sentMs;
  return {
    ...answer,
    offsetMs: Math.round(answer.timeMs - (sentMs + roundTripMs / 2)),
    roundTripMs: Math.round(roundTripMs * 10) / 10,
  };
}
