/** Tunnel.Connect: bytes to another member's OS API and back. TLS ends there, so nothing here is trusted with anything. */
import { connect, type Socket } from 'node:net';
import { formatAddress } from '@talos/lib/rpc/address.ts';
import { RpcError, toRpcError } from '@talos/lib/rpc/error.ts';
import { frame, messagesOf, type RawCall, respond } from '@talos/lib/rpc/raw.ts';
import { abortable, pump, unlessAborted } from '@talos/lib/rpc/streams.ts';
import { TunnelChunk } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApidConfig } from './config.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Never rejects. `onRefused` is told of targets that are no members. */
export async function serveTunnel(
  call: RawCall,
  config: ApidConfig,
  port: number,
  signal: AbortSignal,
  onRefused: () => void,
): Promise<void> {
  const answer = respond(call.stream);
  let socket: Socket | undefined;
  try {
    const chunks = chunksOf(call, signal);
    const first = await chunks.next();
    if (first.done) throw new RpcError('INVALID_ARGUMENT', 'the tunnel ended before it named its target');
    const target = memberAddress(config, first.value.target);
    if (target === undefined) {
      onRefused();
      const message = `${JSON.stringify(first.value.target)} is not a member of this cluster`;
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
    yield TunnelChunk.decode(message);
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

function memberAddress(config: ApidConfig, target: string): string | undefined {
  return config.members.find(({ name, address }) => name === target || address === target)?.address;
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
