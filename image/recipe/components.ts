/** Programs of the components layer: name of the asset → path in the OS image. */
export const COMPONENTS: readonly (readonly [asset: string, path: string])[] = [
  ['kubelet', 'usr/bin/kubelet'],
  ['containerd', 'usr/bin/containerd'],
  ['containerd-shim-runc-v2', 'usr/bin/containerd-shim-runc-v2'],
  ['etcd', 'usr/bin/etcd'],
  ['cni-bridge', 'opt/cni/bin/bridge'],
  ['cni-host-local', 'opt/cni/bin/host-local'],
  ['cni-portmap', 'opt/cni/bin/portmap'],
  ['cni-loopback', 'opt/cni/bin/loopback'],
];

/** Bundles of the agent: name of the bundle → entry point in the node-agent workspace. */
export const BUNDLES: readonly (readonly [bundle: string, entry: string])[] = [
  ['boot', 'src/boot/main.ts'],
  ['guard', 'src/boot/guard.ts'],
  ['machined', 'src/machined/main.ts'],
  ['apid', 'src/apid/main.ts'],
  ['balancer', 'src/balancer/main.ts'],
];

export const REGISTRY_PORT = 5000;

export interface ComponentImage {
  readonly name: string;
  /** asset of the one program, which goes to /usr/bin/<asset> unless `path` is given */
  readonly asset: string;
  readonly path?: string;
  /** more Debian programs beside it, by their paths in the base recipe */
  readonly programs?: readonly string[];
  readonly certificates?: boolean;
  readonly user?: string;
  readonly arguments?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly directories?: readonly (readonly [path: string, mode: number])[];
}

/** The images of a cluster that hold one static program. Kubernetes' own are pinned by digest in the OS image's release.json. */
export const COMPONENT_IMAGES: readonly ComponentImage[] = [
  { name: 'kube-apiserver', asset: 'kube-apiserver', certificates: true },
  { name: 'kube-controller-manager', asset: 'kube-controller-manager', certificates: true },
  { name: 'kube-scheduler', asset: 'kube-scheduler' },
  // It sets rules through nft(8); connection tracking is cleaned through netlink since Kubernetes 1.32, without conntrack(8).
  { name: 'kube-proxy', asset: 'kube-proxy', programs: ['usr/sbin/nft'] },
  { name: 'coredns', asset: 'coredns', certificates: true },
  {
    name: 'flannel',
    asset: 'flanneld',
    programs: ['usr/sbin/nft'],
    certificates: true,
    directories: [['run/flannel', 0o755]],
  },
  { name: 'pause', asset: 'pause', user: '65535:65535' },
  {
    name: 'registry',
    asset: 'registry',
    certificates: true,
    arguments: ['serve', '/etc/distribution/config.yml'],
    directories: [
      ['var/lib/registry', 0o755],
      ['tmp', 0o755],
    ],
    files: {
      'etc/distribution/config.yml': [
        'version: 0.1',
        'log: { level: info, formatter: json, accesslog: { disabled: true } }',
        'storage:',
        '  filesystem: { rootdirectory: /var/lib/registry }',
        '  delete: { enabled: true }',
        `http: { addr: ":${REGISTRY_PORT}" }`,
        '',
      ].join('\n'),
    },
  },
];
