/** Strangers at a door of ours, as a program of their own: its argument says how many, from where, and what they do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { duplexPair } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { fileURLToPath } from 'node:url';

export interface Flood {
  /** `silent`: says nothing. `stalled`: begins a handshake and does not go on. `handshake`: proves to have no certificate. */
  readonly kind: 'silent' | 'stalled' | 'handshake';
  /** On 127.0.0.1. */
  readonly port: number;
  /** Addresses of this host, taken by turns, so that the door can tell them from others. */
  readonly from: readonly string[];
  /** When this many have connected, it stands, and goes on. */
  readonly connections: number;
  /** Open at once. */
  readonly atOnce: number;
}

/** Addresses that every host has. */
export const MANY_ADDRESSES: readonly string[] = Array.from({ length: 250 }, (_, n) => `127.0.1.${n + 1}`);

/** `prefix`: a program that runs it, somewhere else. `stands` rejects when it ends before. */
export function startFlood(
  flood: Flood,
  prefix: readonly string[] = [],
): { readonly stands: Promise<void>; stop(): Promise<void> } {
  const program = [process.execPath, fileURLToPath(import.meta.url), JSON.stringify(flood)];
  const [command, ...args] = [...prefix, ...program];
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const stands = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', () => resolve());
    ended.then(() => reject(new Error('the flood ended by itself')), reject);
  });
  return {
    stands,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Opens the next one when the door has closed one, for as long as it lives: no answer can be one that waited for the end. */
function rush(flood: Flood, hello: Buffer): void {
  let begun = 0;
  let connected = 0;
  const next = (): void => {
    const to = { host: '127.0.0.1', port: flood.port, localAddress: flood.from[begun++ % flood.from.length]! };
    const socket: Socket =
      flood.kind === 'handshake'
        ? connectTls({ ...to, ALPNProtocols: ['h2'], rejectUnauthorized: false })
        : connect(to);
    socket.on('error', () => {});
    socket.once('connect', () => {
      if (flood.kind === 'stalled') socket.write(hello);
      if (++connected === flood.connections) console.log('stands');
    });
    socket.resume();
    socket.once('close', next);
  };
  for (let i = 0; i < flood.atOnce; i++) next();
}

/** With which a client begins a handshake. */
export async function firstBytes(): Promise<Buffer> {
  const [near, far] = duplexPair();
  const socket = connectTls({ socket: near, ALPNProtocols: ['h2'] });
  const [bytes] = (await once(far, 'data')) as [Buffer];
  socket.destroy();
  return bytes;
}

if (import.meta.main) rush(JSON.parse(process.argv[2]!) as Flood, await firstBytes());
