/**
 * The kinds there are. Each reads what its one writer holds: the supervisor its services, machine/operations.ts its records,
 * config/store.ts the documents, boot/ and the upgrade the slots, trust/ the certificates, the kernel mounts and addresses.
 */
import { networkInterfaces } from 'node:os';
import { CONFIG_KINDS, digestKey, KIND_FIELDS, maskSecrets, type NodeDocuments } from '@talos/crds/config/index.ts';
import { listContainers } from '../cri/containers.ts';
import { listImages } from '../cri/images.ts';
import { askCri } from '../cri/runtime.ts';
import { POD_GROUPS } from '../cri/usage.ts';
import { readGroups } from '../host/cgroup-usage.ts';
import { currentMounts } from '../host/mounts.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { Boots, ConfigStore, Machine, OperationRecord, Supervisor } from '../machine/types.ts';
import { certificates } from './certificates.ts';
import { columns, type ResourceItem, type ResourceKind } from './types.ts';

export interface KindSources {
  readonly machine: Pick<Machine, 'status' | 'operations'>;
  readonly supervisor: Pick<Supervisor, 'list' | 'unmet'>;
  readonly config: Pick<ConfigStore, 'current' | 'hash'>;
  readonly boots: Pick<Boots, 'list'>;
  /** undefined on a worker. */
  readonly etcd: { members(signal: AbortSignal): Promise<readonly object[]> } | undefined;
  readonly nodeFiles: Pick<NodeFiles, 'pkiDir' | 'apidDir'>;
  readonly release: { readonly kubernetesVersion: string };
  /** Of the container runtime. */
  readonly containerd: string;
}

/** What no event tells is looked at this often while somebody watches. */
const POLL_MS = 5_000;

export function resourceKinds(sources: KindSources): readonly ResourceKind[] {
  const { machine, supervisor, config } = sources;
  return [
    {
      name: 'node',
      description: 'what this node is and does',
      columns: columns(
        'ROLE /role',
        'STAGE /stage',
        'READY /ready',
        'VERSION /version',
        'KUBERNETES /kubernetesVersion',
        'SLOT /slot',
        'BOOT /bootId',
      ),
      changesWith: ['stage', 'service', 'config', 'operation', 'boot'],
      list() {
        const { system } = config.current();
        const { boot, stage, slots, fencingEpoch } = machine.status();
        const unmet = supervisor.unmet();
        const spec = {
          role: system.role,
          stage,
          ready: unmet.length === 0 && (stage === 'RUNNING' || stage === 'UPGRADING'),
          unmet,
          version: slots[boot.slot]?.version ?? '',
          kubernetesVersion: sources.release.kubernetesVersion,
          slot: boot.slot,
          bootId: boot.bootId,
          configHash: config.hash(),
          fencingEpoch,
        };
        return [{ id: system.nodeName, spec }];
      },
    },
    {
      name: 'service',
      description: 'the programs that the node runs for itself',
      columns: columns(
        'STATE /state',
        'HEALTH /health',
        'RESTARTS /restarts',
        'SINCE /sinceMs TIME',
        'MESSAGE /message',
      ),
      changesWith: ['service'],
      list: () => supervisor.list().map(({ id, ...spec }) => ({ id, spec })),
    },
    {
      name: 'slot',
      description: 'the OS images that can be booted',
      columns: columns('ROLE /roles', 'VERSION /version', 'DIGEST /digest', 'COMPLETE /completeTime TIME'),
      changesWith: ['operation', 'boot', 'stage'],
      list: () => slots(machine.status()),
    },
    {
      name: 'operation',
      description: 'what the node was asked to do, and how it ended',
      columns: columns('TYPE /type', 'STATE /state', 'PHASE /phase', 'STARTED /startMs TIME', 'MESSAGE /message'),
      changesWith: ['operation'],
      list: () => machine.operations.list().map(operation),
    },
    {
      name: 'boot',
      description: 'the boots of the node, and how each ended',
      columns: columns(
        'STARTED /startMs TIME',
        'VERSION /version',
        'SLOT /slot',
        'ENDED /end/reason',
        'WHY /end/message',
      ),
      changesWith: ['boot'],
      list: () => sources.boots.list().map(({ bootId: id, ...spec }) => ({ id, spec: { ...spec } })),
    },
    {
      name: 'document',
      description: 'the configuration in force, secrets as digests',
      columns: columns('FIELDS /fields'),
      changesWith: ['config'],
      list: () => documents(config.current()),
    },
    {
      name: 'trust',
      description: 'keys and tokens of the configuration, in the clear',
      sensitive: true,
      columns: columns('FIELDS /fields'),
      changesWith: ['config'],
      list() {
        const { trust } = config.current();
        return [{ id: 'TrustConfig', spec: { fields: Object.keys(trust), document: trust } }];
      },
    },
    {
      name: 'certificate',
      description: 'certificates on the node, without their keys',
      columns: columns('SUBJECT /subject', 'ISSUER /issuer', 'ENDS /notAfterMs TIME', 'NAMES /names', 'SERIAL /serial'),
      changesWith: ['config'],
      pollMs: 60_000,
      list: () => certificates(sources.nodeFiles),
    },
    {
      name: 'member',
      description: "etcd's members; none are known to a worker",
      columns: columns('NAME /name', 'LEADER /leader', 'LEARNER /learner', 'HEALTHY /healthy', 'PEERS /peerUrls'),
      changesWith: [],
      pollMs: POLL_MS,
      list: async (signal) =>
        ((await sources.etcd?.members(signal)) ?? []).map((member) => {
          const { id, ...spec } = member as { readonly id: string };
          return { id, spec };
        }),
    },
    {
      name: 'balancer-member',
      description: "apiservers that the node's balancer passes connections on to",
      columns: columns('PORT /port'),
      changesWith: ['config'],
      list: () => config.current().cluster.controlPlanes.map((id) => ({ id, spec: { port: 6443 } })),
    },
    {
      name: 'container',
      description: "pods' containers, the newest run of each",
      columns: columns('STATE /state', 'PID /pid', 'RESTARTS /restarts', 'CREATED /createdMs TIME', 'IMAGE /image'),
      changesWith: [],
      pollMs: POLL_MS,
      async list(signal) {
        const groups = await readGroups([POD_GROUPS], signal);
        const found = await askCri(sources.containerd, (cri) => listContainers(cri, groups, { all: false, signal }));
        return found.map(({ id, ...spec }) => ({ id, spec }));
      },
    },
    {
      name: 'image',
      description: 'images that the container runtime keeps',
      columns: columns('NAMES /names', 'SIZE /sizeBytes BYTES', 'PINNED /pinned', 'USED-BY /usedBy'),
      changesWith: ['operation'],
      pollMs: POLL_MS,
      list: async (signal) =>
        (await askCri(sources.containerd, (cri) => listImages(cri, signal))).map(({ id, ...spec }) => ({ id, spec })),
    },
    {
      name: 'mount',
      description: "what is mounted where, pods' volumes included",
      columns: columns('TYPE /fsType', 'OPTIONS /options'),
      changesWith: [],
      pollMs: POLL_MS,
      list: mounts,
    },
    {
      name: 'address',
      description: "addresses of the node's interfaces",
      columns: columns('INTERFACE /interface', 'FAMILY /family', 'MAC /mac'),
      changesWith: [],
      pollMs: POLL_MS,
      list: addresses,
    },
  ];
}

function slots({ boot, state, slots }: ReturnType<Machine['status']>): readonly ResourceItem[] {
  return (['a', 'b'] as const).flatMap((id) => {
    const record = slots[id];
    if (record === undefined) return [];
    const roles = [
      ...(id === boot.slot ? ['booted'] : []),
      ...(id === state.active ? ['active'] : []),
      ...(id === state.previous ? ['previous'] : []),
      ...(id === state.trial?.slot ? ['trial'] : []),
    ];
    return [{ id, spec: { ...record, roles } }];
  });
}

/** What was asked for may be long, and its hash is for machined alone. */
function operation({ id, request: _request, requestHash: _hash, ...spec }: OperationRecord): ResourceItem {
  return { id, spec };
}

function documents(current: NodeDocuments): readonly ResourceItem[] {
  const masked = maskSecrets(current, digestKey(current.trust));
  return CONFIG_KINDS.flatMap((id) => {
    const field = KIND_FIELDS[id];
    if (field === 'trust') return [];
    const document = masked[field];
    return [{ id, spec: { fields: Object.keys(document), document } }];
  });
}

/** One over another at the same place: the last is the one that is seen. */
function mounts(): readonly ResourceItem[] {
  return [...new Map(currentMounts().map(({ mountPoint, ...spec }) => [mountPoint, spec]))].map(([id, spec]) => ({
    id,
    spec,
  }));
}

function addresses(): readonly ResourceItem[] {
  return Object.entries(networkInterfaces()).flatMap(([name, found]) =>
    (found ?? []).map(({ address, family, mac, cidr, internal }) => ({
      id: `${name}/${address}`,
      spec: { interface: name, family, mac, cidr: cidr ?? '', internal },
    })),
  );
}
