/** What the kubelet reads: pure. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { nthAddress } from './cidr.ts';

export interface KubeletInput {
  readonly documents: NodeDocuments;
  readonly clientCaFile: string;
  readonly staticPodPath: string;
  readonly resolvConf: string;
  /** The node is a container: its disk is its host's, whose fullness is not ours to answer with evictions. */
  readonly container: boolean;
}

/** Of `kubernetes.io` and `k8s.io`, a kubelet may give itself these only (KEP-279; kubelet.io/apis/well_known_labels.go). */
const ownLabels = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);
const ownPrefixes = ['kubelet.kubernetes.io', 'node.kubernetes.io'];

/** The labels that a kubelet may set; it refuses to start with another one of Kubernetes's own name space. */
export const settableLabels = (
  labels: Readonly<Record<string, string>>,
): { readonly settable: Readonly<Record<string, string>>; readonly refused: readonly string[] } => {
  const allowed = (key: string): boolean => {
    const domain = key.includes('/') ? (key.split('/')[0] as string) : '';
    const kubernetes = /(^|\.)(kubernetes|k8s)\.io$/.test(domain);
    return !kubernetes || ownLabels.has(key) || ownPrefixes.some((own) => domain === own || domain.endsWith(`.${own}`));
  };
  const entries = Object.entries(labels);
  return {
    settable: Object.fromEntries(entries.filter(([key]) => allowed(key))),
    refused: entries.map(([key]) => key).filter((key) => !allowed(key)),
  };
};

export const controlPlaneTaint = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' } as const;

/** KubeletConfiguration, kubelet.config.k8s.io/v1beta1. What the document may set is laid over our own, never over what holds the OS together. */
export const renderKubeletConfig = (input: KubeletInput): Readonly<Record<string, unknown>> => {
  const { cluster, kubelet, system } = input.documents;
  const taints = [
    ...(system.role === 'control-plane' ? [controlPlaneTaint] : []),
    ...(kubelet.registerWithTaints ?? []),
  ];
  return {
    ...(input.container
      ? {
          evictionHard: {
            'memory.available': '100Mi',
            'nodefs.available': '0%',
            'nodefs.inodesFree': '0%',
            'imagefs.available': '0%',
          },
          imageGCHighThresholdPercent: 100,
        }
      : {}),
    serializeImagePulls: false,
    maxParallelImagePulls: 4,
    ...kubelet.extraConfig,
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: '0.0.0.0',
    port: 10250,
    readOnlyPort: 0,
    healthzBindAddress: '127.0.0.1',
    healthzPort: 10248,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: input.clientCaFile },
    },
    authorization: { mode: 'Webhook' },
    // A control plane's client certificate is made and renewed by machined.
    rotateCertificates: system.role === 'worker',
    serverTLSBootstrap: true,
    tlsMinVersion: 'VersionTLS12',
    clusterDNS: [nthAddress(cluster.serviceCIDR, 10)],
    clusterDomain: cluster.dnsDomain,
    resolvConf: input.resolvConf,
    containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
    cgroupDriver: 'cgroupfs',
    failCgroupV1: false,
    failSwapOn: false,
    // No CAP_SYS_RESOURCE in a node that is a container: oom_score_adj and some sysctls can't be set, which this gate forgives.
    ...(input.container ? { featureGates: { KubeletInUserNamespace: true } } : {}),
    staticPodPath: input.staticPodPath,
    // /usr is read-only, and flex volumes are nobody's any more.
    volumePluginDir: '/var/lib/kubelet/plugins/exec',
    // machined stops pods itself; the kubelet's own way needs logind on D-Bus.
    shutdownGracePeriod: '0s',
    shutdownGracePeriodCriticalPods: '0s',
    enableServer: true,
    ...(taints.length > 0 ? { registerWithTaints: taints } : {}),
  };
};

export const renderKubeletFlags = (input: {
  readonly documents: NodeDocuments;
  readonly address: string;
  readonly configFile: string;
  readonly kubeconfig: string;
  /** With which it asks for its first certificate, where it has to. */
  readonly bootstrapKubeconfig: string | undefined;
}): readonly string[] => {
  const labels = Object.entries(settableLabels(input.documents.kubelet.nodeLabels ?? {}).settable);
  return [
    `--config=${input.configFile}`,
    ...(input.bootstrapKubeconfig === undefined ? [] : [`--bootstrap-kubeconfig=${input.bootstrapKubeconfig}`]),
    `--kubeconfig=${input.kubeconfig}`,
    '--root-dir=/var/lib/kubelet',
    '--cert-dir=/var/lib/kubelet/pki',
    `--hostname-override=${input.documents.system.nodeName}`,
    `--node-ip=${input.address}`,
    ...(labels.length > 0 ? [`--node-labels=${labels.map(([key, value]) => `${key}=${value}`).join(',')}`] : []),
  ];
};
