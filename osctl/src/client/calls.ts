/** Clients of one node: unary calls on the lean channel, streams on grpc-js, which is loaded with the first of them. */
import type { ChannelConfig } from '@talos/lib/rpc/channel.ts';
import type { ClientTls } from '@talos/lib/rpc/client-tls.ts';
import {
  type AnyMethod,
  type CallOptions,
  type Client,
  type Methods,
  methodPath,
  type ServiceDescriptor,
} from '@talos/lib/rpc/service.ts';
import { openUnaryChannel } from '@talos/lib/rpc/unary.ts';

export interface Calls {
  client<M extends Methods>(service: ServiceDescriptor<M>): Client<M>;
  close(): void;
}

type Streaming = Readonly<Record<string, (request: unknown, options?: CallOptions) => AsyncIterable<object>>>;

export function openCalls(config: ChannelConfig & { readonly tls: ClientTls }): Calls {
  const unary = openUnaryChannel(config);
  let heavy: ReturnType<typeof openHeavy> | undefined;
  const call = (service: ServiceDescriptor, key: string, method: AnyMethod): unknown => {
    const path = methodPath(service, method);
    if (method.kind === 'unary') {
      return async (request: object, options: CallOptions = {}) =>
        method.response.decode(await unary.call(path, method.request.encode(request), options));
    }
    const streaming = async (): Promise<Streaming> => {
      heavy ??= openHeavy(config);
      return (await heavy).client(service) as unknown as Streaming;
    };
    if (method.kind === 'client-stream') {
      return async (request: unknown, options?: CallOptions) => (await streaming())[key]?.(request, options);
    }
    return async function* (request: unknown, options?: CallOptions) {
      yield* (await streaming())[key]?.(request, options) ?? [];
    };
  };
  return {
    client: <M extends Methods>(service: ServiceDescriptor<M>) =>
      Object.fromEntries(
        Object.entries(service.methods).map(([key, method]) => [key, call(service, key, method)]),
      ) as Client<M>,
    close() {
      unary.close();
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
