/** Tunnel.Connect: bytes to another member's OS API and back. TLS ends there, so nothing here is trusted with anything. */
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { formatAddress } from '@talos/lib/rpc/address.ts';
import { RpcError, toRpcError } from '@talos/lib/rpc/error.ts';
import { frame } from '@talos/lib/rpc/frames.ts';
import { decodeRequest } from '@talos/lib/rpc/malformed.ts';
import { messagesOf, type RawCall, respond } from '@talos/lib/rpc/raw.ts';
import { abortable, pump, unlessAborted } from '@talos/lib/rpc/streams.ts';
import { TunnelChunk } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApidConfig } from './config.ts';

const CONNECT_TIMEOUT_MS = 10_000;

export interface TunnelOptions {
  readonly members: ApidConfig['members'];
  /** PEM bundle of the authorities of members' serving certificates. */
  readonly ca: string;
  /** Where members listen. */
  readonly port: number;
  readonly signal: AbortSignal;
  /** Told once whether the target is a member, before any byte of the caller's goes there. */
  readonly onTarget: (target: string, isMember: boolean) => void;
}

/** Never rejects. */
export async function serveTunnel(call: RawCall, options: TunnelOptions): Promise<void> {
  const { port, signal } = options;
  const answer = respond(call.stream);
  let socket: Socket | undefined;
  try {
    const chunks = chunksOf(call, signal);
    const first = await chunks.next();
    if (first.done) throw new RpcError('INVALID_ARGUMENT', 'the tunnel ended before it named its target');
    const asked = first.value.target;
    const target = await memberAddress(asked, options);
    options.onTarget(asked, target !== undefined);
    if (target === undefined) {
      const message = `${JSON.stringify(asked)} is not a member of this cluster, or cannot be reached from here`;
      throw new RpcError('PERMISSION_DENIED', message, { reason: 'TARGET_NOT_MEMBER' });
    }
    socket = await dial(target, port, signal);
    const sending = send(first.value.data, chunks, socket, signal);
    const receiving = pump(framed(socket), call.stream, signal);
    // The member closing ends the tunnel; the client closing its side only ends that direction.
    await Promise.race([receiving, sending.then(() => receiving)]);
    answer.end();
  } catch (error) {
    answer.end(toRpcError(error, signal));
  } finally {
    socket?.destroy();
  }
}

async function* chunksOf(call: RawCall, signal: AbortSignal): AsyncGenerator<TunnelChunk, void, undefined> {
  for await (const message of abortable(messagesOf(call.stream.iterator({ destroyOnReturn: false })), signal)) {
    yield decodeRequest(TunnelChunk, message);
  }
}

async function* framed(socket: Socket): AsyncGenerator<Buffer, void, undefined> {
  for await (const data of socket.iterator({ destroyOnReturn: false })) yield frame(TunnelChunk.encode({ data }));
}

async function send(
  first: Uint8Array,
  chunks: AsyncIterable<TunnelChunk>,
  socket: Socket,
  signal: AbortSignal,
): Promise<void> {
  async function* all() {
    if (first.length > 0) yield first;
    for await (const { data } of chunks) if (data.length > 0) yield data;
  }
  await pump(all(), socket, signal);
  socket.end();
}

/**
 * Control planes are known by the configuration. Of workers there is no list, and none that could be out of date: whoever listens
 * at the address has to show a serving certificate of our authority for it, as it would to any client.
 */
async function memberAddress(target: string, options: TunnelOptions): Promise<string | undefined> {
  const known = options.members.find(({ name, address }) => name === target || address === target);
  if (known !== undefined) return known.address;
  return isIP(target) !== 0 && (await provesMembership(target, options)) ? target : undefined;
}

async function provesMembership(host: string, { ca, port, signal }: TunnelOptions): Promise<boolean> {
  // Checked against the address that is dialled. TLS 1.3 shows the server's certificate before it asks for ours, of which there is none.
  const socket = connectTls({ host, port, ca, minVersion: 'TLSv1.3', ALPNProtocols: ['h2'] });
  socket.on('error', () => {});
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT_MS)]) });
    return socket.authorized;
  } catch {
    signal.throwIfAborted();
    return false;
  } finally {
    socket.destroy();
  }
}

async function dial(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  try {
    await unlessAborted(connected, AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT_MS)]));
    return socket;
  } catch (cause) {
    socket.destroy();
    signal.throwIfAborted();
    const message = `the member at ${formatAddress(host, port)} cannot be reached from here`;
    throw new RpcError('UNAVAILABLE', message, { reason: 'MEMBER_UNREACHABLE', cause });
  }
}
