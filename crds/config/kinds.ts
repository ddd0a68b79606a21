/** The kinds of document that a node's configuration is made of, and what it is as a value. */
import type { ClusterConfig } from './cluster.ts';
import type { KubeletConfig } from './kubelet.ts';
import type { NetworkConfig } from './network.ts';
import type { RegistryConfig } from './registry.ts';
import type { SystemConfig } from './system.ts';
import type { TrustConfig } from './trust.ts';

export const CONFIG_API_VERSION = 'osctl.dev/v1alpha1';

/** Kind → its field in NodeDocuments, in the order in which they are written. */
export const KIND_FIELDS = {
  SystemConfig: 'system',
  NetworkConfig: 'network',
  ClusterConfig: 'cluster',
  KubeletConfig: 'kubelet',
  RegistryConfig: 'registry',
  TrustConfig: 'trust',
} as const;
export type ConfigKind = keyof typeof KIND_FIELDS;
export const CONFIG_KINDS = Object.keys(KIND_FIELDS) as readonly ConfigKind[];

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/**
 * Everything but trust. Documents that may be left out (network, kubelet, registry) are filled with their empty value:
 * a document that is absent and one that is empty mean the same and hash the same.
 */
export interface PublicDocuments {
  readonly system: DeepReadonly<SystemConfig>;
  readonly network: DeepReadonly<NetworkConfig>;
  readonly cluster: DeepReadonly<ClusterConfig>;
  readonly kubelet: DeepReadonly<KubeletConfig>;
  readonly registry: DeepReadonly<RegistryConfig>;
}
/** The whole configuration of a node: the `spec` of each document. */
export interface NodeDocuments extends PublicDocuments {
  readonly trust: DeepReadonly<TrustConfig>;
}
/** What a caller may send: trust only when it is to be replaced. */
export interface SubmittedDocuments extends PublicDocuments {
  readonly trust?: DeepReadonly<TrustConfig>;
}
