/** What the services are made from. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { smallNodeFlags } from '@talos/lib/control/memory.ts';
import type { Etcd } from '../etcd/etcd.ts';
import type { Processes } from '../host/processes.ts';
import type { HostPaths } from '../machine/types.ts';
import type { NodeTrust } from '../trust/node-trust.ts';
import type { Probe } from './probe.ts';
import type { Release } from './release.ts';

export interface ServiceDeps {
  readonly paths: HostPaths;
  readonly processes: Processes;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly documents: () => NodeDocuments;
  readonly release: Release;
  /** This node's address within the cluster. */
  readonly address: string;
  readonly trust: NodeTrust;
  readonly etcd: Etcd;
  /** 'container': the disk and the clock are somebody else's, and CAP_SYS_RESOURCE is missing. */
  readonly platform: 'container' | 'metal';
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

export const isControlPlane = (deps: Pick<ServiceDeps, 'documents'>): boolean =>
  deps.documents().system.role === 'control-plane';

/** A small Node program of the node's own, as it is started. */
export const smallNode = (oldSpaceMiB: number): readonly string[] => ['/usr/bin/node', ...smallNodeFlags(oldSpaceMiB)];
export const smallNodeEnv = { MALLOC_ARENA_MAX: '2' } as const;
