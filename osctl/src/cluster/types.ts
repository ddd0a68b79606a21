/** What a cluster on this computer is made of, whatever provides its machines. */

export type NodeRole = 'control-plane' | 'worker';

export interface NodeSpec {
  readonly name: string;
  readonly role: NodeRole;
  readonly address: string;
  /** YAML documents put in place before the first start. Holds secrets. */
  readonly documents: string;
}

export interface ClusterNetwork {
  /** e.g. 10.5.0.0/24 */
  readonly cidr: string;
  readonly gateway: string;
  readonly registry: string;
  readonly loadBalancer: string;
}

/** An OS or component image that is at hand as an OCI layout. */
export interface ImageSource {
  /** Without a tag: osctl.dev/talos */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  /** Directory of the OCI layout. */
  readonly layout: string;
}

export interface NodeSummary {
  readonly name: string;
  readonly role: NodeRole;
  readonly address: string;
  /** running | exited | created | …, as the provisioner says. */
  readonly state: string;
}
export interface ClusterSummary {
  readonly name: string;
  readonly provisioner: string;
  readonly network: string;
  readonly nodes: readonly NodeSummary[];
  readonly createdMs: number;
}

/**
 * Provides the machines of clusters on this computer. Everything it makes carries the cluster's name, so that `destroy`
 * needs no record of what was made.
 *
 * Guarantees: each method is idempotent; a thing that is there already with the same shape is left as it is.
 * Errors: ClusterError.
 */
export interface Provisioner {
  readonly name: string;
  list(signal: AbortSignal): Promise<readonly ClusterSummary[]>;
  createNetwork(cluster: string, signal: AbortSignal): Promise<ClusterNetwork>;
  /** A registry for the cluster. Resolves to the base URL by which this computer reaches it. */
  createRegistry(cluster: string, network: ClusterNetwork, image: ImageSource, signal: AbortSignal): Promise<string>;
  /** The base URL of a cluster's registry, as this computer reaches it. */
  registryUrl(cluster: string): Promise<string>;
  /** Makes the OS image known to the machines' provider, from the cluster's registry. */
  loadImage(cluster: string, registryUrl: string, image: ImageSource, signal: AbortSignal): Promise<void>;
  createNode(
    cluster: string,
    network: ClusterNetwork,
    image: ImageSource,
    node: NodeSpec,
    signal: AbortSignal,
  ): Promise<void>;
  /** One address for several control planes. */
  createLoadBalancer(
    cluster: string,
    network: ClusterNetwork,
    image: ImageSource,
    members: readonly string[],
    signal: AbortSignal,
  ): Promise<void>;
  /** Removes everything with the cluster's name; nothing there is no error. */
  destroy(cluster: string, signal: AbortSignal): Promise<void>;
}

/** A step of making or removing a cluster failed; the message says which, why and what to do. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
