/** Clients of one node: calls with one request on the lean channel; what streams requests on grpc-js, which is loaded with the first. */
import type { ChannelConfig } from '@talos/lib/rpc/channel.ts';
import type { ClientTls } from '@talos/lib/rpc/client-tls.ts';
import { openLeanChannel } from '@talos/lib/rpc/lean.ts';
import {
  type AnyMethod,
  type CallOptions,
  type Client,
  type Methods,
  methodPath,
  type ServiceDescriptor,
} from '@talos/lib/rpc/service.ts';

export interface Calls {
  client<M extends Methods>(service: ServiceDescriptor<M>): Client<M>;
  close(): void;
}

type Streaming = Readonly<Record<string, (requests: unknown, options?: CallOptions) => AsyncIterable<object>>>;

export function openCalls(config: ChannelConfig & { readonly tls: ClientTls }): Calls {
  const lean = openLeanChannel(config);
  let heavy: ReturnType<typeof openHeavy> | undefined;
  const call = (service: ServiceDescriptor, key: string, method: AnyMethod): unknown => {
    const path = methodPath(service, method);
    const streaming = async (): Promise<Streaming> => {
      heavy ??= openHeavy(config);
      return (await heavy).client(service) as unknown as Streaming;
    };
    switch (method.kind) {
      case 'unary':
        return async (request: object, options: CallOptions = {}) =>
          method.response.decode(await lean.unary(path, method.request.encode(request), options));
      case 'server-stream':
        return async function* (request: object, options: CallOptions = {}) {
          const messages = lean.stream(path, method.request.encode(request), options);
          for await (const message of messages) yield method.response.decode(message);
        };
      case 'client-stream':
        return async (requests: unknown, options?: CallOptions) => (await streaming())[key]?.(requests, options);
      case 'bidi':
        return async function* (requests: unknown, options?: CallOptions) {
          yield* (await streaming())[key]?.(requests, options) ?? [];
        };
    }
  };
  return {
    client: <M extends Methods>(service: ServiceDescriptor<M>) =>
      Object.fromEntries(
        Object.entries(service.methods).map(([key, method]) => [key, call(service, key, method)]),
      ) as Client<M>,
    close() {
      lean.close();
      void heavy?.then(({ channel }) => channel.close());
    },
  };
}

async function openHeavy(config: ChannelConfig) {
  const [{ openChannel }, { createClient }] = await Promise.all([
    import('@talos/lib/rpc/channel.ts'),
    import('@talos/lib/rpc/client.ts'),
  ]);
  const channel = openChannel(config);
  return { channel, client: (service: ServiceDescriptor) => createClient(service, channel) };
}
