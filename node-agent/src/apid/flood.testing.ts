/** Strangers at apid's door, as a thread of their own: `workerData` says how many, from where, and what they do. */
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { parentPort, workerData } from 'node:worker_threads';

export interface Flood {
  /** `silent`: connects and says nothing. `handshake`: proves to have no certificate. */
  readonly kind: 'silent' | 'handshake';
  readonly port: number;
  /** Addresses of this host, taken by turns, so that the door can tell them from others. */
  readonly from: readonly string[];
  /** After this many have ended it says `done`, and goes on. */
  readonly connections: number;
  /** Open at once. */
  readonly atOnce: number;
}

const flood = workerData as Flood;
let ended = 0;
let begun = 0;

/** Opens the next one when the door has closed one, for as long as the thread lives: no answer can be one that waited for the end. */
function next(): void {
  const to = { host: '127.0.0.1', port: flood.port, localAddress: flood.from[begun++ % flood.from.length]! };
  const socket: Socket =
    flood.kind === 'silent' ? connect(to) : connectTls({ ...to, ALPNProtocols: ['h2'], rejectUnauthorized: false });
  socket.on('error', () => {});
  socket.once('close', () => {
    if (++ended === flood.connections) parentPort?.postMessage('done');
    next();
  });
}

for (let i = 0; i < flood.atOnce; i++) next();
