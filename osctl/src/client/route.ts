/** How nodes are reached: directly, or through the tunnel of one of them. Either way TLS ends at the node itself. */
import type { Channel } from '@talos/lib/rpc/channel.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Context } from '../config/file.ts';
import type { NodeTarget } from './targets.ts';

const OS_API_PORT = 50_000;

export interface Way {
  /** host:port to dial. */
  readonly address: string;
  /** What a failed call over it has to do with the way itself, if anything. */
  because(error: Error): Error;
  close(): void;
}

export interface Route {
  to(target: NodeTarget): Promise<Way>;
  close(): void;
}

export const DIRECT: Route = {
  to: async ({ address }) => ({ address: endpointOf(address), because: (error) => error, close() {} }),
  close() {},
};

/** Every node is reached over one connection to `via`, which is made when it is first needed. */
export function throughTunnel(via: NodeTarget, context: Context): Route {
  // Most commands go directly: what the tunnel takes is loaded only for it.
  let opened: Promise<Channel> | undefined;
  const open = async (): Promise<Channel> => {
    const { openChannel } = await import('@talos/lib/rpc/channel.ts');
    return openChannel({ address: endpointOf(via.address), tls: clientTls(context, via) });
  };
  return {
    async to({ address }) {
      opened ??= open();
      const channel = await opened;
      const { openTunnel } = await import('@talos/lib/rpc/tunnel.ts');
      let failure: unknown;
      const tunnel = await openTunnel({
        through: channel,
        target: hostOf(address),
        onError: (error) => {
          failure = error;
        },
      });
      return {
        address: tunnel.address,
        // To the call it is a connection that broke off; why is known to the tunnel.
        because: (error) => (isBroken(error) && failure instanceof RpcError ? wayFailed(via, failure) : error),
        close: () => void tunnel.close(),
      };
    },
    close: () => void opened?.then((channel) => channel.close()),
  };
}

/** A name is a stronger claim than an address: who took over the address cannot take over the name. */
export function clientTls(context: Context, target: NodeTarget) {
  return {
    ca: context.ca,
    cert: context.certificate,
    key: context.key,
    serverName: target.name === target.address ? hostOf(target.address) : target.name,
  };
}

function endpointOf(address: string): string {
  if (/\]:\d+$|^[^:[\]]+:\d+$/.test(address)) return address;
  return `${address.includes(':') && !address.startsWith('[') ? `[${address}]` : address}:${OS_API_PORT}`;
}

/** Without port and brackets: what a certificate says, and what a member is called by. */
function hostOf(address: string): string {
  return endpointOf(address)
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');
}

const isBroken = (error: Error): boolean => error instanceof RpcError && error.code === 'UNAVAILABLE';

function wayFailed(via: NodeTarget, { code, reason, message }: RpcError): RpcError {
  return new RpcError(code, `by way of ${via.name}: ${message}`, { ...(reason !== undefined && { reason }) });
}
