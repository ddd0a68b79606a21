/**
 * TrustConfig: whom the node trusts and how it proves who it is. CA keys are on control planes only.
 * A document of its own because os:operator can neither read nor replace it.
 */
import Type, { type Static } from 'typebox';
import { certificate, closed, privateKey } from './schema.ts';

const authority = () =>
  Type.Object(
    { cert: certificate(), key: Type.Optional(privateKey()) },
    { ...closed, description: 'a map of cert and, on a control plane, key' },
  );
const pair = () =>
  Type.Object({ cert: certificate(), key: privateKey() }, { ...closed, description: 'a map of cert and key' });

export const TrustConfigSchema = Type.Object(
  {
    /** Signs everything of the OS API, and is accepted. */
    osCA: authority(),
    /** Further authorities of the OS API whose certificates are good: while one replaces another. */
    acceptedOSCAs: Type.Optional(
      Type.Array(certificate(), { maxItems: 8, description: 'a list of at most 8 certificates' }),
    ),
    /** Worker: the certificate of role os:join with which it asks a control plane for its serving certificate. */
    join: Type.Optional(pair()),
    kubernetesCA: authority(),
    frontProxyCA: Type.Optional(pair()),
    etcdCA: Type.Optional(pair()),
    /** EC P-256; signs service accounts' tokens. */
    serviceAccountKey: Type.Optional(privateKey()),
    /** Worker: with which its kubelet asks for its first certificate; good for this node's name only. */
    bootstrapToken: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9]{6}\\.[a-z0-9]{16}$',
        maxLength: 23,
        description: 'a token of the form abcdef.0123456789abcdef',
        secret: true,
      }),
    ),
    /** Of the digests that stand for secret values where the configuration is shown; the same on every node, 32 bytes in base64. */
    digestKey: Type.String({
      pattern: '^[A-Za-z0-9+/]{43}=$',
      maxLength: 44,
      description: '32 bytes in base64',
      secret: true,
    }),
    /** Serial numbers (hexadecimal) of certificates that the OS API refuses before their time. */
    deniedSerials: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-fA-F]{1,40}$', description: 'a serial number in hexadecimal' }), {
        maxItems: 1000,
        description: 'a list of at most 1000 serial numbers',
      }),
    ),
  },
  { ...closed, description: 'a map' },
);
export type TrustConfig = Static<typeof TrustConfigSchema>;
