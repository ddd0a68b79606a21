/** osctl.v1alpha1.Network. Its readers are loaded when somebody asks. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallContext, Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { NetworkNamespace } from '../host/network-namespaces.ts';
import type { SocketProtocol, SocketStates } from '../host/sockets.ts';
import type { ApiDeps } from './deps.ts';
import { invalid } from './input.ts';

type Methods = typeof api.Network.methods;

const PROTOCOLS: readonly SocketProtocol[] = ['tcp', 'udp', 'unix'];
const STATES: readonly SocketStates[] = ['connected', 'listening', 'all'];

/** Errors: RpcError; a pod that is not there, or has no network of its own. */
export async function selectedNetworks(
  selector: { readonly pod: string; readonly all: boolean } | undefined,
  roots: { readonly podLogs: string },
  ctx: CallContext,
): Promise<readonly NetworkNamespace[]> {
  const { pod = '', all = false } = selector ?? {};
  if (pod !== '' && all) throw invalid('network.pod and network.all exclude one another');
  if (pod !== '' && !/^[a-z0-9][a-z0-9.-]{0,252}\/[a-z0-9][a-z0-9.-]{0,252}$/.test(pod)) {
    throw invalid(`network.pod must be namespace/name, and not ${JSON.stringify(pod.slice(0, 100))}`);
  }
  const { networkNamespaces, PodNetworkError } = await import('../host/network-namespaces.ts');
  try {
    return await networkNamespaces({ pod, all }, roots, ctx.signal);
  } catch (error) {
    if (!(error instanceof PodNetworkError)) throw error;
    const code = error.code === 'POD_NOT_FOUND' ? 'NOT_FOUND' : 'FAILED_PRECONDITION';
    throw new RpcError(code, error.message, { reason: error.code, cause: error });
  }
}

/** RFC 1035: letters are not what is held to here, only the length that fits a question. */
const NAME = /^[\x21-\x7e]{1,253}$/;

export function networkHandlers(
  roots: { readonly podLogs: string },
  { config }: Pick<ApiDeps, 'config'>,
): Handlers<Methods> {
  const selected = (selector: api.NetworkSelector | undefined, ctx: CallContext) =>
    selectedNetworks(selector, roots, ctx);
  const ofEach = async <T extends object>(
    spaces: readonly NetworkNamespace[],
    read: (space: NetworkNamespace) => Promise<readonly T[]>,
    ctx: CallContext,
  ): Promise<readonly (T & { readonly pod: string })[]> => {
    const found: (T & { readonly pod: string })[] = [];
    for (const space of spaces) {
      ctx.signal.throwIfAborted();
      found.push(...(await read(space)).map((one) => ({ pod: space.pod, ...one })));
    }
    return found;
  };
  return {
    async interfaces({ network }, ctx) {
      const { readInterfaces } = await import('../host/interfaces.ts');
      return { interfaces: await ofEach(await selected(network, ctx), (space) => readInterfaces(space), ctx) };
    },
    async routes({ network, all }, ctx) {
      const { readRoutes } = await import('../host/routes.ts');
      const routes = await ofEach(await selected(network, ctx), (space) => readRoutes(space), ctx);
      return { routes: all ? routes : routes.filter(({ type }) => type === 'unicast') };
    },
    async *sockets(request, ctx) {
      const asked = request.protocols.length === 0 ? ['tcp', 'udp'] : request.protocols;
      const protocols = new Set(PROTOCOLS.filter((protocol) => asked.includes(protocol)));
      const unknown = asked.find((protocol) => !(PROTOCOLS as readonly string[]).includes(protocol));
      if (unknown !== undefined) throw invalid(`protocols must be of ${PROTOCOLS.join(', ')}`);
      const states = STATES.find((one) => one === (request.states === '' ? 'connected' : request.states));
      if (states === undefined) throw invalid(`states must be one of ${STATES.join(', ')}`);
      const { readSockets } = await import('../host/sockets.ts');
      for (const space of await selected(request.network, ctx)) {
        for await (const socket of readSockets(space, { protocols, states, signal: ctx.signal })) {
          yield { pod: space.pod, ...socket };
        }
      }
    },
    async resolve({ name }, ctx) {
      if (name !== '' && !NAME.test(name))
        throw invalid('name must be a name of at most 253 characters without spaces');
      const { askNameServers } = await import('../host/name-servers.ts');
      return { servers: await askNameServers(config.current().network.nameservers, name, ctx.signal) };
    },
  };
}
