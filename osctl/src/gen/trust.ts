/** Certificates that osctl makes from a cluster's secrets. */

import type { NodeDocuments } from '@talos/crds/config/index.ts';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { bundleOf } from '@talos/lib/trust/authorities.ts';
import { bootstrapTokenOf } from '@talos/lib/trust/bootstrap.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import type { SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { type CertAndKey, issue } from '@talos/lib/trust/x509.ts';
import type { Context } from '../config/file.ts';

interface Member {
  readonly name: string;
  readonly role: 'control-plane' | 'worker';
  readonly address: string;
}

interface ClientIdentity {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

export async function clientIdentity(
  secrets: SecretsBundle,
  client: { readonly role: Role; readonly subject: string; readonly lifetimeMs?: number },
): Promise<ClientIdentity> {
  const { certPem, keyPem } = await issue({ ca: secrets.osCA, ...osClient(client) });
  return { ca: bundleOf([secrets.osCA.cert, ...next(secrets)]), certificate: certPem, key: keyPem };
}

/** While `osctl rotate-ca` is under way, its end is believed and accepted as well. */
function next({ nextOSCA }: SecretsBundle): readonly string[] {
  return nextOSCA === undefined ? [] : [nextOSCA.cert];
}

/** A context for an administrator. Control planes are its endpoints. */
export async function clientContext(secrets: SecretsBundle, members: readonly Member[]): Promise<Context> {
  return {
    endpoints: members.filter((member) => member.role === 'control-plane').map((member) => member.address),
    nodes: [],
    members: Object.fromEntries(members.map((member) => [member.name, member.address])),
    groups: {
      'control-planes': members.filter((member) => member.role === 'control-plane').map((member) => member.name),
      workers: members.filter((member) => member.role === 'worker').map((member) => member.name),
    },
    ...(await clientIdentity(secrets, { role: 'os:admin', subject: 'admin' })),
  };
}

/** For the operator's Secret: short-lived, because the operator renews it by itself. */
export function operatorClient(secrets: SecretsBundle): Promise<ClientIdentity> {
  return clientIdentity(secrets, { role: 'os:operator', subject: 'talos-operator' });
}

/**
 * The trust document of a node. CA keys go to control planes only; a worker gets a certificate with which it may ask a control
 * plane for a serving certificate of its own name, and a token with which its kubelet may ask for one of that name, and nothing
 * else: what is stolen from one node cannot speak for another.
 */
export async function nodeTrust(
  secrets: SecretsBundle,
  node: { readonly name: string; readonly role: 'control-plane' | 'worker' },
): Promise<NodeDocuments['trust']> {
  const { osCA, kubernetesCA, frontProxyCA, etcdCA, serviceAccountKey, digestKey } = secrets;
  const accepted = secrets.nextOSCA === undefined ? {} : { acceptedOSCAs: [secrets.nextOSCA.cert] };
  if (node.role === 'control-plane') {
    return { osCA, ...accepted, kubernetesCA, frontProxyCA, etcdCA, serviceAccountKey, digestKey };
  }
  const join = await joinClient(osCA, node.name);
  return {
    osCA: { cert: osCA.cert },
    ...accepted,
    join,
    kubernetesCA: { cert: kubernetesCA.cert },
    digestKey,
    bootstrapToken: bootstrapTokenOf(node.name, secrets.bootstrapToken),
  };
}

/** With what a worker asks a control plane for its serving certificate. */
export async function joinClient(ca: CertAndKey, node: string): Promise<CertAndKey> {
  const { certPem, keyPem } = await issue({ ca, ...osClient({ role: 'os:join', subject: node }) });
  return { cert: certPem, key: keyPem };
}
