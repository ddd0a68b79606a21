/**
 * Building blocks of the documents' schemas. Every string, list and map is bounded: a configuration is read by a process
 * with 60 MB of memory, and the cost of a CEL rule over it must be known.
 *
 * A description is what an error says is expected ("must be …"), so it is written as the end of that sentence.
 */
import Type from 'typebox';

const IPV4 = '(?:[0-9]{1,3}\\.){3}[0-9]{1,3}';
const IPV6 = '[0-9a-fA-F:]*:[0-9a-fA-F:.]*';

/** RFC 1123 label: what a Node's name, a host name and a certificate's DNS name may all be. */
export const label = () =>
  Type.String({
    pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
    maxLength: 63,
    description: 'a name of lower-case letters, digits and hyphens, at most 63 long',
  });

export const dnsName = () =>
  Type.String({
    pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$',
    maxLength: 253,
    description: 'a DNS name in lower case',
  });

/** The shape only; check.ts parses it. */
export const ipAddress = () =>
  Type.String({ pattern: `^(?:${IPV4}|${IPV6})$`, maxLength: 45, description: 'an IP address such as 10.5.0.2' });

export const cidr = () =>
  Type.String({
    pattern: `^(?:${IPV4}|${IPV6})/[0-9]{1,3}$`,
    maxLength: 49,
    description: 'an address range such as 10.244.0.0/16',
  });

/** `host[:port]` of a registry; `_default`-like wildcards are not a thing here. */
export const registryHost = '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$';

export const certificate = () =>
  Type.String({
    pattern: '^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$',
    maxLength: 16_384,
    description: 'a certificate in PEM',
  });

export const privateKey = () =>
  Type.String({
    pattern: '^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$',
    maxLength: 16_384,
    description: 'a private key in PEM',
    secret: true,
  });

/** Nothing that the schema does not name gets through: a misspelt field must not be silently without effect. */
export const closed = { additionalProperties: false } as const;
