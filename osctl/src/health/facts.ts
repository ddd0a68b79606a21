/** What the checks of a cluster's health are decided on: observed once, as values. */
import type { Machine } from '@talos/crds/machine.ts';
import type {
  EtcdMember,
  EtcdStatusResponse,
  FileSystem,
  StatusResponse,
  VersionResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';

/** Something that was looked at; or why it could not be. */
export type Seen<T> = { readonly seen: true; readonly value: T } | { readonly seen: false; readonly why: string };

export interface Lifetime {
  /** Unix time, ms. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

export interface NodeAnswer {
  readonly version: VersionResponse;
  readonly status: StatusResponse;
  /** Of the node's serving certificate. */
  readonly certificate: Lifetime | undefined;
  /** The node's clock minus ours, ms, and how wrong that can be; undefined where the node does not tell. */
  readonly clock:
    | {
        readonly offsetMs: number;
        readonly errorMs: number;
        /** Somebody tells the node the right time; where the clock is not the node's own, nothing is said. */
        readonly synchronized: boolean | undefined;
      }
    | undefined;
  /** undefined on a worker. */
  readonly etcd: Seen<{ readonly status: EtcdStatusResponse; readonly members: readonly EtcdMember[] }> | undefined;
  readonly disks: Seen<readonly FileSystem[]>;
}

export interface NodeFacts {
  readonly node: string;
  readonly address: string;
  readonly answer: Seen<NodeAnswer>;
}

export interface KubernetesNode {
  readonly name: string;
  readonly ready: boolean;
  /** Why it is not. */
  readonly message: string;
}

export interface KubernetesFacts {
  /** /readyz of the kube-apiserver of each control plane: undefined when it said ok, else why not. */
  readonly apiServers: readonly { readonly node: string; readonly error: string | undefined }[];
  readonly nodes: Seen<readonly KubernetesNode[]>;
  /** undefined: there is none. */
  readonly machine: Seen<Machine | undefined>;
}

export interface HealthFacts {
  readonly context: string;
  readonly nowMs: number;
  readonly client: Lifetime & { readonly subject: string; readonly role: string };
  readonly nodes: readonly NodeFacts[];
  readonly kubernetes: Seen<KubernetesFacts>;
}
