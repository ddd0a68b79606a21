/** A way to a member that only another member can reach: a local address whose connections go through Tunnel.Connect. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { Tunnel } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Channel } from './channel.ts';
import { createClient } from './client.ts';
import { pump } from './streams.ts';

export interface OpenTunnel {
  /** For openChannel, with `serverName` set to the target's name: TLS ends at the target, not here. */
  readonly address: string;
  /** Ends the connections too. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface TunnelOptions {
  readonly through: Channel;
  /** Address or name of the member, as the one that it goes through knows it. */
  readonly target: string;
  /** Why a connection did not come about or broke off: who connected sees no more than that it did. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Guarantees: each local connection is a call of its own on `through`, which stays the caller's to close. Listens on the
 * loopback only; whoever else connects there still needs a certificate of the target's authority.
 */
export async function openTunnel(options: TunnelOptions): Promise<OpenTunnel> {
  const closed = new AbortController();
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    carry(socket, options, closed.signal).catch((error: unknown) => {
      if (!closed.signal.aborted) options.onError?.(error);
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const close = async () => {
    closed.abort();
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function carry(socket: Socket, options: TunnelOptions, signal: AbortSignal): Promise<void> {
  async function* outgoing() {
    yield { target: options.target };
    for await (const data of socket.iterator({ destroyOnReturn: false })) yield { data: data as Buffer };
  }
  async function* incoming() {
    const chunks = createClient(Tunnel, options.through).connect(outgoing(), { signal });
    for await (const { data } of chunks) yield data;
  }
  await pump(incoming(), socket, signal);
  socket.end();
}
