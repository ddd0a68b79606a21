/** Sockets of a network, from /proc/PID/net/{tcp,tcp6,udp,udp6,unix}, with the programs that hold them: proc_pid_net(5). */
import { type FileHandle, open, readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { wordAddress } from './addresses.ts';
import type { NetworkNamespace } from './network-namespaces.ts';
import { int32, wholeNumber } from './numbers.ts';

export type SocketProtocol = 'tcp' | 'udp' | 'unix';
export type SocketStates = 'connected' | 'listening' | 'all';

export interface SocketInfo {
  readonly protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6' | 'unix';
  readonly state: string;
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly receiveQueueBytes: number;
  readonly sendQueueBytes: number;
  readonly userId: number;
  readonly inode: number;
  readonly path: string;
  readonly type: 'stream' | 'datagram' | 'packet' | '';
}
export interface HeldSocket extends SocketInfo {
  /** 0: nobody was found that holds it. */
  readonly pid: number;
  readonly process: string;
}

/** net/tcp_states.h, from 1. */
const TCP_STATES = [
  ...['established', 'syn-sent', 'syn-received', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'closed', 'close-wait'],
  ...['last-ack', 'listen', 'closing', 'new-syn-received'],
] as const;

/** A line of tcp, tcp6, udp or udp6; undefined for the title line and for one that is cut short. Pure. */
export function parseInternetSocket(line: string, protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6'): SocketInfo | undefined {
  const fields = line.trim().split(/\s+/);
  const [, local = '', remote = '', state = '', queues = '', , , userId = '', , inode] = fields;
  const here = endpoint(local);
  const there = endpoint(remote);
  if (here === undefined || there === undefined || inode === undefined) return undefined;
  const [send = '', receive = ''] = queues.split(':');
  const known = TCP_STATES[hex(state) - 1] ?? 'unknown';
  const stream = protocol.startsWith('tcp');
  return {
    protocol,
    // UDP keeps the numbers of TCP: a socket that is not connected is "closed".
    state: stream || known === 'established' ? known : 'unconnected',
    localAddress: here.address,
    localPort: here.port,
    remoteAddress: there.address,
    remotePort: there.port,
    receiveQueueBytes: hex(receive),
    sendQueueBytes: hex(send),
    userId: int32(userId),
    inode: wholeNumber(inode),
    path: '',
    type: stream ? 'stream' : 'datagram',
  };
}

/** linux/net.h: SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET. */
const UNIX_TYPES: Readonly<Record<string, SocketInfo['type']>> = { 1: 'stream', 2: 'datagram', 5: 'packet' };
const UNIX_ACCEPTS = 0x10000;
const UNIX_STATES = ['unconnected', 'connecting', 'established', 'disconnecting'] as const;

/** A line of unix; undefined for the title line and for one that is cut short. Pure. */
export function parseUnixSocket(line: string): SocketInfo | undefined {
  const match =
    /^[0-9a-f]+: [0-9A-F]{8} [0-9A-F]{8} ([0-9A-F]{8}) ([0-9A-F]{4}) ([0-9A-F]{2}) +([0-9]+)(?: (.*))?$/i.exec(line);
  if (match === null) return undefined;
  const [, flags = '', type = '', state = '', inode = '', path = ''] = match;
  const listens = (hex(flags) & UNIX_ACCEPTS) !== 0;
  return {
    protocol: 'unix',
    state: listens ? 'listen' : (UNIX_STATES[hex(state) - 1] ?? 'unknown'),
    localAddress: '',
    localPort: 0,
    remoteAddress: '',
    remotePort: 0,
    receiveQueueBytes: 0,
    sendQueueBytes: 0,
    userId: 0,
    inode: wholeNumber(inode),
    path,
    type: UNIX_TYPES[hex(type)] ?? '',
  };
}

/** Whether one of `states` is meant; a UDP socket that is bound and not connected takes from anybody: it listens. Pure. */
export function isMeant({ state, protocol, localPort, path }: SocketInfo, states: SocketStates): boolean {
  if (states === 'all') return true;
  const listens =
    state === 'listen' || (state === 'unconnected' && (protocol === 'unix' ? path !== '' : localPort !== 0));
  return states === 'listening' ? listens : !listens && state !== 'unconnected';
}

function endpoint(text: string): { readonly address: string; readonly port: number } | undefined {
  const match = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/i.exec(text);
  return match === null ? undefined : { address: wordAddress(match[1] ?? ''), port: hex(match[2] ?? '') };
}
const hex = (text: string): number => (/^[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : 0);

export interface SocketsOptions {
  readonly protocols: ReadonlySet<SocketProtocol>;
  readonly states: SocketStates;
  readonly signal: AbortSignal;
  readonly procRoot?: string;
}

const PIECE = 64 * 1024;

/**
 * Line by line: a node may have a hundred thousand. Ends as soon as `signal` aborts.
 * Memory: an entry for each socket that somebody holds.
 */
export async function* readSockets(
  { pids }: NetworkNamespace,
  { protocols, states, signal, procRoot = '/proc' }: SocketsOptions,
): AsyncGenerator<HeldSocket> {
  const holders = await socketHolders(pids, procRoot, signal);
  for (const [protocol, name] of [
    ['tcp', 'tcp'],
    ['tcp', 'tcp6'],
    ['udp', 'udp'],
    ['udp', 'udp6'],
    ['unix', 'unix'],
  ] as const) {
    if (!protocols.has(protocol)) continue;
    for await (const line of linesOf(pids, procRoot, name, signal)) {
      const socket = name === 'unix' ? parseUnixSocket(line) : parseInternetSocket(line, name);
      if (socket === undefined || !isMeant(socket, states)) continue;
      yield { ...socket, ...(holders.get(socket.inode) ?? { pid: 0, process: '' }) };
    }
  }
}

async function* linesOf(pids: readonly number[], procRoot: string, name: string, signal: AbortSignal) {
  for (const pid of pids) {
    let file: FileHandle;
    try {
      file = await open(join(procRoot, String(pid), 'net', name));
    } catch (error) {
      if (isGone(error)) continue;
      throw error;
    }
    // A line may lie over the end of a piece, and a piece over the end of the process: what came until then stands.
    let rest = '';
    const decoder = new TextDecoder();
    try {
      const buffer = Buffer.allocUnsafe(PIECE);
      for (;;) {
        signal.throwIfAborted();
        const { bytesRead } = await file.read(buffer, 0, PIECE).catch((error: unknown) => {
          if (isGone(error)) return { bytesRead: 0 };
          throw error;
        });
        if (bytesRead === 0) break;
        const lines = (rest + decoder.decode(buffer.subarray(0, bytesRead), { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
      return;
    } finally {
      await file.close();
    }
  }
}

/** Its process has ended since it was listed; or IPv6 is switched off, and no process has such a file. */
const isGone = (error: unknown): boolean =>
  ['ENOENT', 'ESRCH', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '');

/** inode → the first process that holds it. How many descriptors one process may have bounds what is asked for at a time. */
async function socketHolders(pids: readonly number[], procRoot: string, signal: AbortSignal) {
  const holders = new Map<number, { readonly pid: number; readonly process: string }>();
  for (const pid of pids) {
    const directory = join(procRoot, String(pid), 'fd');
    const descriptors = await readdir(directory).catch(() => []);
    const holder = { pid, process: descriptors.length === 0 ? '' : await programName(join(procRoot, String(pid))) };
    for (let start = 0; start < descriptors.length; start += 64) {
      signal.throwIfAborted();
      const batch = descriptors.slice(start, start + 64);
      for (const target of await Promise.all(batch.map((fd) => readlink(join(directory, fd)).catch(() => '')))) {
        const inode = /^socket:\[([0-9]+)\]$/.exec(target)?.[1];
        if (inode !== undefined && !holders.has(Number(inode))) holders.set(Number(inode), holder);
      }
    }
  }
  return holders;
}

async function programName(directory: string): Promise<string> {
  const text = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  const [comm, commandLine] = await Promise.all([text('comm'), text('cmdline')]);
  return nameOfProgram(comm.trim(), commandLine.split('\0'));
}

/** What the kernel calls a process is cut at 15 letters, and Node's is always "MainThread": there the script has the name. Pure. */
export function nameOfProgram(comm: string, [program = '', ...args]: readonly string[]): string {
  const name = basename(program);
  if (name === 'node')
    return basename(args.find((arg) => /\.(mjs|cjs|js|ts)$/.test(arg)) ?? name).replace(/\.[a-z]+$/, '');
  return comm.length === 15 && name.startsWith(comm) ? name : comm;
}
