/** One connection to one endpoint of gRPC: made lazily, remade by itself, shared by all clients on it. */
import { createSecureContext, type SecureContext } from 'node:tls';
import { type ChannelOptions, credentials, Client as GrpcClient } from '@grpc/grpc-js';
import { type Address, parseAddress } from './address.ts';
import { type ClientTls, identityCheck, MIN_TLS, sniName } from './client-tls.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

export type { ClientTls, ServerIdentity } from './client-tls.ts';

export interface ChannelConfig {
  /** host:port, [v6]:port or unix:/path */
  readonly address: string;
  readonly tls?: ClientTls | undefined;
}

export interface Channel {
  readonly address: string;
  /** Of this package only. */
  readonly grpc: GrpcClient;
  close(): void;
  [Symbol.dispose](): void;
}

/**
 * Guarantees: TLS 1.3 only; nothing is dialled before the first call; proxies from the environment are not used.
 * Errors: TypeError for an address that is none; PEM that does not parse.
 */
export function openChannel(config: ChannelConfig): Channel {
  const address = parseAddress(config.address);
  const options: ChannelOptions = {
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.enable_channelz': 0,
    'grpc.enable_retries': 0,
    'grpc.enable_http_proxy': 0,
    'grpc.use_local_subchannel_pool': 1,
    'grpc.service_config_disable_resolution': 1,
    'grpc.initial_reconnect_backoff_ms': 200,
    'grpc.max_reconnect_backoff_ms': 5_000,
    // Only while a call is open: etcd and containerd answer pings on idle connections with a GOAWAY.
    ...(address.kind === 'tcp' && { 'grpc.keepalive_time_ms': 15_000, 'grpc.keepalive_timeout_ms': 10_000 }),
    ...(address.kind === 'unix' && { 'grpc.default_authority': 'localhost' }),
  };
  const grpc =
    config.tls === undefined
      ? new GrpcClient(target(config.address, address), credentials.createInsecure(), options)
      : new GrpcClient(target(config.address, address), tlsCredentials(config.tls, address), {
          ...options,
          'grpc.ssl_target_name_override': sniName(config.tls, address),
        });
  const close = () => grpc.close();
  return { address: config.address, grpc, close, [Symbol.dispose]: close };
}

function target(text: string, address: Address): string {
  return address.kind === 'unix' ? text : `dns:${text}`;
}

function tlsCredentials(tls: ClientTls, address: Address) {
  const checkServerIdentity = identityCheck(tls, address);
  return credentials.createFromSecureContext(tls.context ?? clientContext(tls), { checkServerIdentity });
}

/** For many channels with the same identity: made once, they share it. Errors: PEM that does not parse. */
export function clientContext({ ca, cert, key }: Pick<ClientTls, 'ca' | 'cert' | 'key'>): SecureContext {
  return createSecureContext({ ca, cert, key, minVersion: MIN_TLS });
}
