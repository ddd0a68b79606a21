/** The channel to one agent, and who was seen at its other end. */
import { isIP } from 'node:net';
import { formatAddress } from '@talos/lib/rpc/address.ts';
import { type Channel, clientContext, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Client, Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import { CONTROL_PLANE_UNIT } from '@talos/lib/trust/profiles.ts';
import type { AgentNode, ClientIdentity, IdentitySource } from './types.ts';

/**
 * Guarantees: at most one channel at a time; made with the newest identity; a call reaches only a server whose certificate
 * carries the node's name.
 */
export class Connection {
  readonly node: AgentNode;
  readonly #identity: IdentitySource;
  readonly #port: number;
  #channel: { readonly channel: Channel; readonly identity: ClientIdentity; controlPlane: boolean } | undefined;

  constructor(node: AgentNode, identity: IdentitySource, port: number) {
    this.node = node;
    this.#identity = identity;
    this.#port = port;
  }

  /** What the certificate of the server on the present channel says. */
  get controlPlane(): boolean {
    return this.#channel?.controlPlane ?? false;
  }

  /** Errors: RpcError when the node has no address to dial. */
  client<M extends Methods>(service: ServiceDescriptor<M>): Client<M> {
    return createClient(service, this.#open());
  }

  /** The next call makes a new one. Calls under way end by themselves. */
  close(): void {
    this.#channel?.channel.close();
    this.#channel = undefined;
  }

  #open(): Channel {
    const { name, address } = this.node;
    const identity = this.#identity.current();
    const present = this.#channel;
    if (present !== undefined && same(present.identity, identity)) return present.channel;
    this.close();
    if (isIP(address) === 0) {
      const message = `the Node ${name} has no InternalIP at which its agent could be reached`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NO_ADDRESS' });
    }
    const channel = openChannel({
      address: formatAddress(address, this.#port),
      tls: {
        ...identity,
        serverName: name,
        onServer: ({ units }) => {
          opened.controlPlane = units.includes(CONTROL_PLANE_UNIT);
        },
      },
    });
    const opened = { channel, identity, controlPlane: false };
    this.#channel = opened;
    return channel;
  }
}

/** The same with a TLS context that all connections share, made anew when the identity changes. */
export function withContext(source: IdentitySource): IdentitySource {
  let last: ClientIdentity | undefined;
  return {
    current() {
      const identity = source.current();
      if (last === undefined || !same(last, identity)) last = { ...identity, context: clientContext(identity) };
      return last;
    },
  };
}

function same(a: ClientIdentity, b: ClientIdentity): boolean {
  return a === b || (a.cert === b.cert && a.key === b.key && a.ca === b.ca);
}
