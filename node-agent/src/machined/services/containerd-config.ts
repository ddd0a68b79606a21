/** What containerd reads: pure. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';

export interface ContainerdInput {
  readonly pauseImage: string;
  readonly certsDir: string;
  readonly cniConfDir: string;
  readonly cniTemplate: string;
}

/**
 * config.toml, version 3, for containerd 2.
 *
 * `restrict_oom_score_adj`: a node that is a container may have no CAP_SYS_RESOURCE, without which an oom_score_adj can't be
 * lowered. `disable_apparmor`: the profile would be loaded into the kernel of the host we run on.
 */
export const renderContainerdConfig = (input: ContainerdInput): string => `version = 3
root = "/var/lib/containerd"
state = "/run/containerd"
disabled_plugins = [
  "io.containerd.internal.v1.opt",
  "io.containerd.internal.v1.tracing",
  "io.containerd.nri.v1.nri",
  "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.erofs",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.tracing.processor.v1.otlp",
]

[grpc]
  address = "/run/containerd/containerd.sock"

[plugins."io.containerd.cri.v1.images"]
  snapshotter = "overlayfs"
  max_concurrent_downloads = 6

  [plugins."io.containerd.cri.v1.images".pinned_images]
    sandbox = ${quoted(input.pauseImage)}

  [plugins."io.containerd.cri.v1.images".registry]
    config_path = ${quoted(input.certsDir)}

[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = true
  disable_apparmor = true
  enable_unprivileged_ports = true
  enable_unprivileged_icmp = true

  [plugins."io.containerd.cri.v1.runtime".containerd]
    default_runtime_name = "runc"

    [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"

      [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
        BinaryName = "/usr/sbin/runc"
        SystemdCgroup = false

  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["/opt/cni/bin"]
    conf_dir = ${quoted(input.cniConfDir)}
    conf_template = ${quoted(input.cniTemplate)}
    max_conf_num = 1
`;

/** TOML's basic strings escape as JSON's do, but for /, which JSON.stringify leaves alone. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * The pod network's configuration as a template: containerd fills it in when the kubelet hands it the node's pod CIDR. Routes between
 * nodes and masquerading towards the world are flannel's; only its CNI plugin's job is done here.
 */
export const renderCniTemplate = (): string => `${JSON.stringify(
  {
    cniVersion: '1.0.0',
    name: 'talos',
    plugins: [
      {
        type: 'bridge',
        bridge: 'cni0',
        isGateway: true,
        isDefaultGateway: true,
        ipMasq: false,
        hairpinMode: true,
        ipam: { type: 'host-local', ranges: '@RANGES@', dataDir: '/run/talos/cni/ipam' },
      },
      { type: 'portmap', capabilities: { portMappings: true }, backend: 'nftables' },
    ],
  },
  null,
  2,
).replace('"@RANGES@"', '[{{range $i, $range := .PodCIDRRanges}}{{if $i}}, {{end}}[{"subnet": "{{$range}}"}]{{end}}]')}
`;

/**
 * `<registry host>/hosts.toml` → content. Read by containerd at each pull, so a change needs no restart.
 * Credentials go to the host that they are configured for only: a mirror does not get its original's.
 */
export const renderRegistryHosts = (registry: NodeDocuments['registry']): ReadonlyMap<string, string> => {
  const section = (endpoint: string, host: string): string => {
    const credentials = registry.auth?.[host];
    const lines = [`\n[host.${quoted(endpoint)}]`, '  capabilities = ["pull", "resolve"]'];
    if (credentials !== undefined) {
      const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
      lines.push(`  [host.${quoted(endpoint)}.header]`, `    Authorization = ${quoted(`Basic ${basic}`)}`);
    }
    return `${lines.join('\n')}\n`;
  };
  const hosts = new Set([...Object.keys(registry.mirrors ?? {}), ...Object.keys(registry.auth ?? {})]);
  return new Map(
    [...hosts].map((host) => {
      const own = `https://${host === 'docker.io' ? 'registry-1.docker.io' : host}`;
      const mirrors = (registry.mirrors?.[host]?.endpoints ?? []).map((endpoint) =>
        section(endpoint, new URL(endpoint).host),
      );
      const credentials = registry.auth?.[host] === undefined ? '' : section(own, host);
      return [host, `server = ${quoted(own)}\n${mirrors.join('')}${credentials}`];
    }),
  );
};
