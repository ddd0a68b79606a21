/** ClusterConfig: the cluster that the node is part of. */
import Type, { type Static } from 'typebox';
import { cidr, closed, dnsName, ipAddress, label } from './schema.ts';

export const ClusterConfigSchema = Type.Object(
  {
    name: label(),
    /** Where people reach the Kubernetes API. Nodes use their own balancer. */
    endpoint: Type.String({
      pattern: '^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$',
      maxLength: 300,
      description: 'a URL such as https://10.5.0.251:6443',
    }),
    /** Addresses of the control planes: members of every node's API balancer, peers of etcd. */
    controlPlanes: Type.Array(ipAddress(), {
      minItems: 1,
      maxItems: 9,
      uniqueItems: true,
      description: 'a list of 1 to 9 different IP addresses',
    }),
    podCIDR: cidr(),
    serviceCIDR: cidr(),
    dnsDomain: dnsName(),
  },
  { ...closed, description: 'a map' },
);
export type ClusterConfig = Static<typeof ClusterConfigSchema>;
