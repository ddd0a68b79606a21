/**
 * Everything that a fresh control plane needs before its nodes can join and run pods, in the order in which it is applied.
 * The operator and its resources come after these (see operator.ts).
 */
import { bootstrapObjects } from './bootstrap.ts';
import { coreDnsObjects } from './coredns.ts';
import { flannelObjects } from './flannel.ts';
import { kubeProxyObjects } from './kube-proxy.ts';
import type { ComponentImages, KubernetesObject } from './objects.ts';

export interface AddonOptions {
  /** `id.secret` of each worker. */
  readonly bootstrapTokens: Readonly<Record<string, string>>;
  /** Unix time. */
  readonly nowMs: number;
  readonly images: ComponentImages;
  readonly podCIDR: string;
  readonly serviceCIDR: string;
  readonly dnsDomain: string;
  readonly nodes: number;
  readonly nameservers: readonly string[];
}

export function addonObjects(options: AddonOptions): readonly KubernetesObject[] {
  return [
    ...bootstrapObjects(options.bootstrapTokens, options.nowMs),
    ...flannelObjects(options.images, options.podCIDR),
    ...kubeProxyObjects(options.images, options.podCIDR),
    ...coreDnsObjects(options.images, {
      clusterIP: dnsAddress(options.serviceCIDR),
      domain: options.dnsDomain,
      replicas: Math.min(2, options.nodes),
      forward: options.nameservers.length > 0,
    }),
  ];
}

/** The tenth address of the services' range, as the field does it: 10.96.0.0/12 → 10.96.0.10. */
export function dnsAddress(serviceCIDR: string): string {
  const [address = ''] = serviceCIDR.split('/');
  return `${address.split('.').slice(0, 3).join('.')}.10`;
}
