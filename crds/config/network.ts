/** NetworkConfig: how the node resolves names. Its addresses come from the platform. */
import Type, { type Static } from 'typebox';
import { closed, dnsName, ipAddress } from './schema.ts';

export const NetworkConfigSchema = Type.Object(
  {
    nameservers: Type.Array(ipAddress(), { maxItems: 3, description: 'a list of at most 3 IP addresses' }),
    searchDomains: Type.Optional(Type.Array(dnsName(), { maxItems: 6, description: 'a list of at most 6 DNS names' })),
    hosts: Type.Optional(
      Type.Array(
        Type.Object(
          {
            address: ipAddress(),
            names: Type.Array(dnsName(), { minItems: 1, maxItems: 16, description: 'a list of 1 to 16 DNS names' }),
          },
          { ...closed, description: 'a map of address and names' },
        ),
        { maxItems: 256, description: 'a list of at most 256 entries' },
      ),
    ),
  },
  { ...closed, description: 'a map' },
);
export type NetworkConfig = Static<typeof NetworkConfigSchema>;
