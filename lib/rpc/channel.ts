/** One connection to one endpoint of gRPC: made lazily, remade by itself, shared by all clients on it. */
import { isIP } from 'node:net';
import { checkServerIdentity, createSecureContext } from 'node:tls';
import { type ChannelOptions, credentials, Client as GrpcClient } from '@grpc/grpc-js';
import { type Address, parseAddress } from './address.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

export interface ClientTls {
  /** PEM. The only authority that is believed. */
  readonly ca: string;
  /** PEM of the client's own certificate and key. */
  readonly cert: string;
  readonly key: string;
  /** The name that the server's certificate must carry; default: the address's host. */
  readonly serverName?: string | undefined;
  /** Told of the server of each new connection, once its certificate and its name are verified. Must not throw. */
  readonly onServer?: ((server: ServerIdentity) => void) | undefined;
}

/** What a verified serving certificate says. */
export interface ServerIdentity {
  /** OU of its subject. */
  readonly units: readonly string[];
  /** When it begins and ceases to be good, Unix time, ms. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

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

function hostOf(tls: ClientTls, address: Address): string {
  return tls.serverName ?? (address.kind === 'tcp' ? address.host : 'localhost');
}

/** RFC 6066 forbids addresses in the server name; what is checked is `hostOf` all the same. */
function sniName(tls: ClientTls, address: Address): string {
  const host = hostOf(tls, address);
  return isIP(host) === 0 ? host : 'node.invalid';
}

function tlsCredentials(tls: ClientTls, address: Address) {
  const context = createSecureContext({ ca: tls.ca, cert: tls.cert, key: tls.key, minVersion: 'TLSv1.3' });
  const expected = hostOf(tls, address);
  return credentials.createFromSecureContext(context, {
    // called only when the chain is good; TLS 1.3 has proved the key by then
    checkServerIdentity: (_sni, certificate) => {
      const error = checkServerIdentity(expected, certificate);
      if (error === undefined) {
        tls.onServer?.({
          units: [certificate.subject.OU ?? []].flat(),
          notBeforeMs: Date.parse(certificate.valid_from),
          notAfterMs: Date.parse(certificate.valid_to),
        });
      }
      return error;
    },
  });
}
