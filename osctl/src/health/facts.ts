/** What the checks of a cluster's health are decided on: observed once, as values. */
import type { Machine } from '@talos/crds/machine.ts';
import type {
  EtcdMember,
  EtcdStatusResponse,
  FileSystem,
  NameServerAnswer,
  StatusResponse,
  VersionResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Finding } from './report.ts';

/** Something that was looked at; or why it could not be. */
export type Seen<T> = { readonly seen: true; readonly value: T } | { readonly seen: false; readonly why: string };

export interface Lifetime {
  /** Unix time, ms. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

/** A certificate on a node's disk. */
export interface HeldCertificate extends Lifetime {
  /** Where it lies: pki/apid/server.crt, kubelet/kubelet-client-current.pem … */
  readonly id: string;
  readonly subject: string;
  readonly serial: string;
  readonly isCA: boolean;
}

/** What a disk is full of. */
export interface DiskUse {
  /** Directories, the largest first; none where the role may not look. */
  readonly consumers: readonly { readonly path: string; readonly allocatedBytes: number }[];
  /** Images that no container runs from. */
  readonly unusedImages: number;
  readonly unusedImageBytes: number;
}

export interface NodeAnswer {
  readonly version: VersionResponse;
  readonly status: StatusResponse;
  /** Of the node's serving certificate. */
  readonly certificate: Lifetime | undefined;
  /** Others that it holds, as far as it tells. */
  readonly certificates: readonly HeldCertificate[];
  /** Service → the line of its log that says why it ended; of those that do not stay up. */
  readonly lastWords: ReadonlyMap<string, string>;
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
  /** Of the node's data; undefined unless that is nearly full. */
  readonly diskUse: DiskUse | undefined;
  readonly nameServers: Seen<readonly NameServerAnswer[]>;
}

export interface Answered extends NodeAnswer {
  readonly node: string;
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

export function unseen(node: string, { why }: Extract<Seen<unknown>, { seen: false }>): Finding {
  return { state: 'unknown', node, evidence: why, action: 'upgrade the node to a version that tells' };
}
