/**
 * A capture of packets: Debian's tcpdump in a container of its own, as a user of its own with the one capability that raw sockets
 * need, in the node's network or in a pod's. It compiles the filter too, so that a hostile one meets a program that may do nothing
 * else. What it writes is taken no faster than the caller reads; what does not fit is dropped by the kernel, and counted.
 */
import type { Readable } from 'node:stream';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { RunningProcess } from '../machine/types.ts';
import type { ContainerInput } from '../services/runc.ts';
import { PacketCutter } from './pcap.ts';

export interface CaptureOptions {
  /** Of the container. */
  readonly id: string;
  readonly interface: string;
  readonly filter: string;
  /** A process in the pod's network; undefined: the node's network. */
  readonly inNetworkOf: number | undefined;
  /** Who asks; packets of its connection to the OS API would beget packets. Empty: unknown. */
  readonly caller: string;
  readonly durationMs: number;
  readonly maxBytes: number;
  readonly packetBytes: number;
  readonly signal: AbortSignal;
}

export interface CaptureDeps {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly startTool: StartTool;
}

/** Starts a program of the node's image in a container; its stdout is the caller's, at the caller's pace. */
export type StartTool = (
  input: Omit<ContainerInput, 'systemDirs'>,
  io: { readonly stdout: (stream: Readable) => void; readonly stderr: (chunk: Uint8Array) => void },
) => Promise<RunningProcess>;

export type CaptureEnd = 'TIME_LIMIT' | 'BYTE_LIMIT' | 'INTERFACE_GONE';
export interface CaptureSummary {
  readonly packets: number;
  readonly bytes: number;
  readonly dropped: number;
  readonly end: CaptureEnd;
}

const CAPTURE_USER = 52;
const OS_API_PORT = 50_000;
const STDERR_LIMIT = 4_096;

/** Yields pieces of the file, then its summary. Errors: RpcError; tcpdump's own words where it refused something. */
export async function* capture(
  deps: CaptureDeps,
  options: CaptureOptions,
): AsyncGenerator<{ readonly data: Uint8Array } | { readonly summary: CaptureSummary }> {
  let stdout: Readable | undefined;
  let said = '';
  const program = await deps.startTool(containerOf(options), {
    stdout: (stream) => {
      stdout = stream;
    },
    stderr: (chunk) => {
      said = `${said}${Buffer.from(chunk).toString('latin1')}`.slice(-STDERR_LIMIT);
    },
  });
  const over = new AbortController();
  const kill = (): void => program.kill('SIGKILL');
  options.signal.addEventListener('abort', kill, { once: true });
  let end: CaptureEnd = 'INTERFACE_GONE';
  const timer = deps.clock
    .sleep(options.durationMs, over.signal)
    .then(() => {
      end = 'TIME_LIMIT';
      // It writes what it has, and how much it missed.
      program.kill('SIGINT');
    })
    .catch(() => {});
  const cutter = new PacketCutter(options.maxBytes);
  try {
    if (options.signal.aborted) kill();
    for await (const piece of stdout ?? []) {
      const data = cutter.push(piece as Buffer);
      if (data !== undefined) yield { data };
      if (!cutter.full) continue;
      end = 'BYTE_LIMIT';
      program.kill('SIGINT');
      break;
    }
    const { code, signal } = await program.exited;
    await program.logged;
    options.signal.throwIfAborted();
    if (cutter.bytes === 0) throw refusal(said, options, signal ?? `exit code ${code}`);
    const dropped = Number(/(\d+) packets? dropped by kernel/.exec(said)?.[1] ?? 0);
    yield { summary: { packets: cutter.packets, bytes: cutter.bytes, dropped, end } };
  } finally {
    // The caller may have left in the middle.
    kill();
    over.abort();
    options.signal.removeEventListener('abort', kill);
    await timer;
    await program.exited;
  }
}

function containerOf(options: CaptureOptions): Omit<ContainerInput, 'systemDirs'> {
  return {
    id: options.id,
    hostname: 'capture',
    uid: CAPTURE_USER,
    args: tcpdumpArgs(options),
    readOnly: [],
    pidsLimit: 4,
    capabilities: ['CAP_NET_RAW'],
    ...(options.inNetworkOf !== undefined && { networkNamespace: `/proc/${options.inNetworkOf}/ns/net` }),
  };
}

/** No promiscuous mode; each packet is written as it comes; the filter is one argument, after which there are no options. */
export function tcpdumpArgs(
  options: Pick<CaptureOptions, 'interface' | 'filter' | 'packetBytes' | 'caller' | 'inNetworkOf'>,
): readonly string[] {
  const own =
    options.caller === '' || options.inNetworkOf !== undefined
      ? ''
      : `not (host ${options.caller} and tcp port ${OS_API_PORT})`;
  const filter = options.filter === '' || own === '' ? `${options.filter}${own}` : `(${options.filter}) and ${own}`;
  return [
    '/usr/bin/tcpdump',
    ...['-i', options.interface === '' ? 'any' : options.interface, '-p', '-n', '-U', '-w', '-'],
    ...['-s', String(options.packetBytes)],
    ...(filter === '' ? [] : ['--', filter]),
  ];
}

function refusal(said: string, options: CaptureOptions, how: string): RpcError {
  // Before its complaint it may say what it listens on, and how.
  const lines = said.split('\n').filter((line) => /^tcpdump: (?!listening on|data link type)/.test(line));
  const reason = lines.map((line) => line.slice('tcpdump: '.length)).join('; ');
  if (/No such device|SIOCGIFHWADDR|doesn't exist/i.test(reason)) {
    const message = `there is no interface ${options.interface} here (osctl interfaces names them): ${reason}`;
    return new RpcError('NOT_FOUND', message, { reason: 'INTERFACE_NOT_FOUND' });
  }
  if (options.filter !== '' && reason !== '') {
    const message = `the filter was not understood: ${reason}; pcap-filter(7) says how it is written`;
    return new RpcError('INVALID_ARGUMENT', message, { reason: 'INVALID_FILTER' });
  }
  return new RpcError('INTERNAL', `tcpdump ended with ${how}: ${reason || said.trim()}`, { reason: 'CAPTURE_FAILED' });
}
