/** The container that is a node: pure, so that what a node may do on its host can be read in one place. */
import type { ContainerCreateOptions, HostConfig } from 'dockerode';
import type { ImageSource, NodeSpec } from '../types.ts';

export const CLUSTER_LABEL = 'dev.osctl.cluster';
export const ROLE_LABEL = 'dev.osctl.role';
export const NODE_LABEL = 'dev.osctl.node';
export const ADDRESS_LABEL = 'dev.osctl.address';

/**
 * What a node needs: it mounts, makes namespaces and networks, and runs others' containers. SYS_TIME is missing on purpose
 * (time is not namespaced: a node must not set its host's clock), SYS_RESOURCE because some hosts have not got it and nothing
 * needs it.
 */
export const NODE_CAPABILITIES: readonly string[] = [
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'AUDIT_WRITE',
  'BLOCK_SUSPEND',
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYSLOG',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_CHROOT',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_TTY_CONFIG',
  'WAKE_ALARM',
];

/** The type definitions lag behind the Engine API (1.41). */
type NodeHostConfig = HostConfig & { readonly CgroupnsMode: 'private' };

export function containerName(cluster: string, name: string): string {
  return `talos-${cluster}-${name}`;
}

export function nodeContainer(
  cluster: string,
  networkName: string,
  image: ImageSource,
  imageName: string,
  node: NodeSpec,
): ContainerCreateOptions {
  return {
    name: containerName(cluster, node.name),
    Hostname: node.name,
    Image: imageName,
    Env: [`TALOS_IMAGE=${image.repository}`, `TALOS_IMAGE_DIGEST=${image.digest}`, 'TALOS_PLATFORM=container'],
    Labels: {
      [CLUSTER_LABEL]: cluster,
      [ROLE_LABEL]: node.role,
      [NODE_LABEL]: node.name,
      [ADDRESS_LABEL]: node.address,
    },
    StopSignal: 'SIGTERM',
    // More than the node takes at the most to stop pods and services in order.
    StopTimeout: 170,
    HostConfig: hostConfig(cluster, networkName, node),
    NetworkingConfig: {
      EndpointsConfig: { [networkName]: { IPAMConfig: { IPv4Address: node.address } } },
    },
  };
}

function hostConfig(cluster: string, networkName: string, node: NodeSpec): NodeHostConfig {
  return {
    CapDrop: ['ALL'],
    CapAdd: [...NODE_CAPABILITIES],
    SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined', 'label=disable'],
    // What Docker hides from ordinary containers, a node's kubelet has to see and set.
    MaskedPaths: [],
    ReadonlyPaths: [],
    CgroupnsMode: 'private',
    // Exit 0 is power off and stays off; anything else is the node's power cycle.
    RestartPolicy: { Name: 'on-failure' },
    Tmpfs: { '/run': 'rw,exec,mode=755', '/tmp': 'rw,exec,mode=1777' },
    Mounts: [{ Type: 'volume', Source: containerName(cluster, node.name), Target: '/var', ReadOnly: false }],
    NetworkMode: networkName,
    LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '2' } },
  };
}
