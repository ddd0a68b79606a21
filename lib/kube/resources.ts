import type {
  EventsV1Event,
  V1CertificateSigningRequest,
  V1ConfigMap,
  V1DaemonSet,
  V1Lease,
  V1Namespace,
  V1Node,
  V1Pod,
  V1PodDisruptionBudget,
  V1Secret,
} from '@kubernetes/client-node';
import { defineResource, type KubeObject } from './objects.ts';

/**
 * A client-node type as it is on the wire: dates are RFC 3339 strings there, and metadata is always set. Types only:
 * importing their code would cost 100 MB.
 */
export type Raw<T> = T extends Date
  ? string
  : T extends readonly (infer U)[]
    ? readonly Raw<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Raw<T[K]> }
      : T;

type Wire<T> = KubeObject & Omit<Raw<T>, 'metadata' | 'apiVersion' | 'kind'>;

export type Node = Wire<V1Node>;
export type Pod = Wire<V1Pod>;
export type Namespace = Wire<V1Namespace>;
export type Secret = Wire<V1Secret>;
export type ConfigMap = Wire<V1ConfigMap>;
export type DaemonSet = Wire<V1DaemonSet>;
export type PodDisruptionBudget = Wire<V1PodDisruptionBudget>;
export type CertificateSigningRequest = Wire<V1CertificateSigningRequest>;
export type Lease = Wire<V1Lease>;
export type Event = Wire<EventsV1Event>;

const core = { group: '', version: 'v1' } as const;

export const NODES = defineResource<Node>({ ...core, kind: 'Node', plural: 'nodes', namespaced: false });
export const PODS = defineResource<Pod>({ ...core, kind: 'Pod', plural: 'pods', namespaced: true });
export const NAMESPACES = defineResource<Namespace>({
  ...core,
  kind: 'Namespace',
  plural: 'namespaces',
  namespaced: false,
});
export const SECRETS = defineResource<Secret>({ ...core, kind: 'Secret', plural: 'secrets', namespaced: true });
export const CONFIG_MAPS = defineResource<ConfigMap>({
  ...core,
  kind: 'ConfigMap',
  plural: 'configmaps',
  namespaced: true,
});
export const DAEMON_SETS = defineResource<DaemonSet>({
  group: 'apps',
  version: 'v1',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  namespaced: true,
});
export const POD_DISRUPTION_BUDGETS = defineResource<PodDisruptionBudget>({
  group: 'policy',
  version: 'v1',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  namespaced: true,
});
export const CERTIFICATE_SIGNING_REQUESTS = defineResource<CertificateSigningRequest>({
  group: 'certificates.k8s.io',
  version: 'v1',
  kind: 'CertificateSigningRequest',
  plural: 'certificatesigningrequests',
  namespaced: false,
});
export const LEASES = defineResource<Lease>({
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
});
export const EVENTS = defineResource<Event>({
  group: 'events.k8s.io',
  version: 'v1',
  kind: 'Event',
  plural: 'events',
  namespaced: true,
});
