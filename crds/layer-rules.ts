/** What must hold of a layer beyond its fields' shapes, as far as one layer alone can say it. The rest is judged where layers are merged. */
import { isIP } from 'node:net';
import type { LayerConfig } from './layer.ts';
import type { Rule } from './schema.ts';

type Part<K extends keyof LayerConfig> = NonNullable<LayerConfig[K]>;
type ExtraConfig = NonNullable<Part<'kubelet'>['extraConfig']>;

const isAddress = (text: string | undefined): boolean => text === undefined || isIP(text) !== 0;

/** The same in every kind that has a layer at spec.config. */
export const LAYER_RULES: readonly Rule[] = [
  {
    at: '/spec/config/network',
    field: 'nameservers',
    cel: '!has(self.nameservers) || self.nameservers.all(address, isIP(address))',
    message: 'nameservers must be IP addresses such as 10.5.0.2',
    holds: ({ nameservers = [] }: Part<'network'>) => nameservers.every(isAddress),
  },
  {
    at: '/spec/config/network',
    field: 'hosts',
    cel: '!has(self.hosts) || self.hosts.all(host, isIP(host.address))',
    message: 'the address of each of hosts must be an IP address such as 10.5.0.2',
    holds: ({ hosts = [] }: Part<'network'>) => hosts.every(({ address }) => isAddress(address)),
  },
  {
    at: '/spec/config/cluster',
    field: 'controlPlanes',
    cel: '!has(self.controlPlanes) || self.controlPlanes.all(address, isIP(address))',
    message: 'controlPlanes must be IP addresses such as 10.5.0.2',
    holds: ({ controlPlanes = [] }: Part<'cluster'>) => controlPlanes.every(isAddress),
  },
  {
    at: '/spec/config/cluster',
    field: 'endpoint',
    cel: "!has(self.endpoint) || self.endpoint.matches(':0*([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$')",
    message: 'endpoint must end in a port from 1 to 65535',
    holds: ({ endpoint }: Part<'cluster'>) => {
      const port = Number(/:([0-9]+)$/.exec(endpoint ?? ':1')?.[1]);
      return port >= 1 && port <= 65_535;
    },
  },
  {
    at: '/spec/config/kubelet',
    field: 'nodeLabels',
    cel: "!has(self.nodeLabels) || self.nodeLabels.all(label, !label.matches('^([^/]*[.])?(kubernetes|k8s)[.]io/') || label.matches('^([^/]*[.])?(kubelet|node)[.]kubernetes[.]io/') || label.startsWith('topology.kubernetes.io/'))",
    message:
      'nodeLabels must be labels that a kubelet may give itself: of kubernetes.io only those of node.kubernetes.io, kubelet.kubernetes.io and topology.kubernetes.io',
    holds: ({ nodeLabels = {} }: Part<'kubelet'>) =>
      Object.keys(nodeLabels).every(
        (label) =>
          !/^([^/]*[.])?(kubernetes|k8s)[.]io\//.test(label) ||
          /^([^/]*[.])?(kubelet|node)[.]kubernetes[.]io\//.test(label) ||
          label.startsWith('topology.kubernetes.io/'),
      ),
  },
  {
    at: '/spec/config/kubelet/extraConfig',
    field: 'imageGCLowThresholdPercent',
    cel: '!has(self.imageGCLowThresholdPercent) || !has(self.imageGCHighThresholdPercent) || self.imageGCLowThresholdPercent < self.imageGCHighThresholdPercent',
    message: 'imageGCLowThresholdPercent must be less than imageGCHighThresholdPercent',
    holds: ({ imageGCLowThresholdPercent: low = -1, imageGCHighThresholdPercent: high = 101 }: ExtraConfig) =>
      low < high,
  },
];
