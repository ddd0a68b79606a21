/**
 * The Kubernetes API of a context's cluster through each of its control planes. Loaded only by the commands that use it.
 *
 * The credentials come from the cluster itself by the OS API, so that it is certainly this cluster's; who may not have them
 * (only os:admin may) is let in by a kubeconfig file.
 */
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Access } from '@talos/lib/kube/access.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Kubernetes } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes } from '../client/nodes.ts';
import type { NodeTarget } from '../client/targets.ts';
import type { CommandContext } from '../context.ts';

/** Long enough for one command. */
const LIFETIME_MS = 15 * 60_000;
const API_PORT = 6443;

export interface ControlPlaneApi {
  readonly node: string;
  readonly transport: Transport;
}

export interface ControlPlanes extends Disposable {
  readonly apis: readonly ControlPlaneApi[];
}

/** Why there is no way to the Kubernetes API: said to the user, the rest of the command goes on. */
export class NoAccess extends Error {
  override readonly name = 'NoAccess';
}

export interface ControlPlaneOptions {
  /** The control planes that answer the OS API. */
  readonly nodes: readonly NodeTarget[];
  /** The role that the context's certificate has. */
  readonly role: string;
  /** A file that the user named. */
  readonly kubeconfig: string | undefined;
}

/** Errors: NoAccess. */
export async function openControlPlanes(ctx: CommandContext, options: ControlPlaneOptions): Promise<ControlPlanes> {
  if (options.nodes.length === 0) throw new NoAccess('no control plane answers the OS API');
  const credentials = await findAccess(ctx, options);
  const apis = options.nodes.map(({ name, address }) => ({
    node: name,
    transport: createTransport({
      access: { ...credentials, server: new URL(`https://${hostOf(address)}:${API_PORT}`) },
      userAgent: 'osctl',
    }),
  }));
  return {
    apis,
    [Symbol.dispose]: () => {
      for (const { transport } of apis) transport.close();
    },
  };
}

async function findAccess(ctx: CommandContext, { nodes, role, kubeconfig }: ControlPlaneOptions): Promise<Access> {
  if (kubeconfig !== undefined) return fromFile(kubeconfig);
  let why = `the role ${role} may not have a kubeconfig of the node (os:admin may)`;
  if (role === 'os:admin') {
    for (const { name } of nodes) {
      const one = { ...ctx, options: { ...ctx.options, nodes: [name] } };
      const call = { lifetimeMs: LIFETIME_MS };
      const [result] = await askNodes(
        one,
        (node) => node.client(Kubernetes).kubeconfig(call, node.unary),
        () => {},
      );
      if (result?.ok) return kubeconfigAccess({ text: result.value.kubeconfig });
      if (result !== undefined && !(result.error instanceof RpcError)) throw result.error;
      why = `${name}: ${result?.error.message}`;
    }
  }
  const file = ctx.env['KUBECONFIG'] || join(ctx.env['HOME'] ?? homedir(), '.kube', 'config');
  try {
    return await fromFile(file);
  } catch (error) {
    if (!(error instanceof NoAccess)) throw error;
    throw new NoAccess(`${why}; and ${error.message}`);
  }
}

async function fromFile(path: string): Promise<Access> {
  try {
    await access(path);
    return await kubeconfigAccess({ path });
  } catch (error) {
    throw new NoAccess(`cannot use the kubeconfig ${path}: ${(error as Error).message}`);
  }
}

/** Without the port of the OS API, where the context names one. */
function hostOf(address: string): string {
  const bare = address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1');
  return bare.includes(':') ? `[${bare}]` : bare;
}
