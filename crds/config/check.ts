/** What no schema says: how fields and documents depend on one another. Pure. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { type ConfigIssue, joinPath } from './issue.ts';
import type { ConfigKind, PublicDocuments, SubmittedDocuments } from './kinds.ts';

type Add = (kind: ConfigKind, path: readonly (string | number)[], message: string) => void;

/** `trust` of the node in force is checked against a new role, so pass it in when the submission carries none. */
export function checkDocuments(documents: SubmittedDocuments): ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  const add: Add = (kind, path, message) => issues.push({ path: joinPath(kind, ['spec', ...path]), message });
  checkAddresses(documents, add);
  checkKubelet(documents, add);
  checkRegistry(documents, add);
  if (documents.trust !== undefined) checkTrust(documents.system.role, documents.trust, add);
  return issues;
}

function checkAddresses({ network, cluster }: PublicDocuments, add: Add): void {
  network.nameservers.forEach((address, index) => {
    if (isIP(address) === 0) add('NetworkConfig', ['nameservers', index], 'must be an IP address such as 10.5.0.2');
  });
  network.hosts?.forEach((entry, index) => {
    if (isIP(entry.address) === 0) {
      add('NetworkConfig', ['hosts', index, 'address'], 'must be an IP address such as 10.5.0.2');
    }
  });

  const port = Number(/:([0-9]+)$/.exec(cluster.endpoint)?.[1]);
  if (port < 1 || port > 65_535) add('ClusterConfig', ['endpoint'], 'must end in a port from 1 to 65535');

  const pods = parseCidr(cluster.podCIDR);
  const services = parseCidr(cluster.serviceCIDR);
  if (pods === undefined) add('ClusterConfig', ['podCIDR'], 'must be an address range such as 10.244.0.0/16');
  if (services === undefined) add('ClusterConfig', ['serviceCIDR'], 'must be an address range such as 10.96.0.0/12');
  if (
    pods !== undefined &&
    services !== undefined &&
    (contains(pods, services.address) || contains(services, pods.address))
  ) {
    add('ClusterConfig', ['serviceCIDR'], 'must not overlap ClusterConfig.spec.podCIDR');
  }
  cluster.controlPlanes.forEach((address, index) => {
    const path = ['controlPlanes', index];
    if (isIP(address) === 0) add('ClusterConfig', path, 'must be an IP address such as 10.5.0.2');
    for (const [name, range] of [['podCIDR', pods] as const, ['serviceCIDR', services] as const]) {
      if (range !== undefined && isIP(address) !== 0 && contains(range, address)) {
        add('ClusterConfig', path, `must not be inside ClusterConfig.spec.${name}`);
      }
    }
  });
}

interface Cidr {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly list: BlockList;
}
function parseCidr(text: string): Cidr | undefined {
  const [address = '', bits = ''] = text.split('/');
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return undefined;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return { address, family, list };
}
const contains = (range: Cidr, address: string): boolean =>
  (isIP(address) === 4 ? 'ipv4' : 'ipv6') === range.family && range.list.check(address, range.family);

function checkKubelet({ kubelet }: PublicDocuments, add: Add): void {
  for (const label of Object.keys(kubelet.nodeLabels ?? {})) {
    const prefix = label.includes('/') ? label.slice(0, label.indexOf('/')) : '';
    const ours = /(^|\.)(kubernetes|k8s)\.io$/.test(prefix);
    // NodeRestriction: with another one the kubelet cannot register, and the node would never be Ready.
    const allowed =
      /(^|\.)(kubelet\.kubernetes\.io|node\.kubernetes\.io)$/.test(prefix) ||
      label.startsWith('topology.kubernetes.io/');
    if (ours && !allowed) {
      add('KubeletConfig', ['nodeLabels', label], 'is a label that a kubelet may not give itself (NodeRestriction)');
    }
  }
  const high = kubelet.extraConfig?.imageGCHighThresholdPercent ?? 85;
  const low = kubelet.extraConfig?.imageGCLowThresholdPercent ?? 80;
  if (low >= high) {
    add(
      'KubeletConfig',
      ['extraConfig', 'imageGCLowThresholdPercent'],
      `must be less than imageGCHighThresholdPercent (${low} is not less than ${high})`,
    );
  }
  const soft = Object.keys(kubelet.extraConfig?.evictionSoft ?? {});
  for (const signal of soft) {
    if (kubelet.extraConfig?.evictionSoftGracePeriod?.[signal] === undefined) {
      add('KubeletConfig', ['extraConfig', 'evictionSoftGracePeriod', signal], 'is required by evictionSoft');
    }
  }
}

/** Of the right shape and nevertheless none: http://10.5.0.256, a port above 65535. */
function checkRegistry({ registry }: PublicDocuments, add: Add): void {
  for (const [host, { endpoints }] of Object.entries(registry.mirrors ?? {})) {
    endpoints.forEach((endpoint, index) => {
      if (URL.canParse(endpoint)) return;
      add('RegistryConfig', ['mirrors', host, 'endpoints', index], 'must be a URL such as http://10.5.0.250:5000');
    });
  }
}

const WORKER_ONLY = ['join', 'bootstrapToken'] as const;
const CONTROL_PLANE_ONLY = ['frontProxyCA', 'etcdCA', 'serviceAccountKey'] as const;

function checkTrust(role: string, trust: NonNullable<SubmittedDocuments['trust']>, add: Add): void {
  if (role === 'worker') {
    for (const name of ['osCA', 'kubernetesCA'] as const) {
      if (trust[name].key !== undefined) {
        add('TrustConfig', [name, 'key'], 'must not be on a worker: keys of authorities live on control planes only');
      }
    }
    for (const name of CONTROL_PLANE_ONLY) {
      if (trust[name] !== undefined) add('TrustConfig', [name], 'must not be on a worker');
    }
    for (const name of WORKER_ONLY) {
      if (trust[name] === undefined) add('TrustConfig', [name], 'is required on a worker');
    }
  } else {
    for (const name of ['osCA', 'kubernetesCA'] as const) {
      if (trust[name].key === undefined) add('TrustConfig', [name, 'key'], 'is required on a control plane');
    }
    for (const name of CONTROL_PLANE_ONLY) {
      if (trust[name] === undefined) add('TrustConfig', [name], 'is required on a control plane');
    }
  }
  for (const name of ['osCA', 'join', 'kubernetesCA', 'frontProxyCA', 'etcdCA'] as const) {
    const value = trust[name];
    if (value !== undefined) checkPair(name, value, name !== 'join', add);
  }
  trust.acceptedOSCAs?.forEach((pem, index) => {
    const cert = parseCertificate(pem);
    const path = ['acceptedOSCAs', index];
    if (cert === undefined) add('TrustConfig', path, 'must be a certificate in PEM');
    else if (!cert.ca) add('TrustConfig', path, 'must be the certificate of an authority (CA:TRUE)');
  });
  if (trust.serviceAccountKey !== undefined && parseKey(trust.serviceAccountKey) === undefined) {
    add('TrustConfig', ['serviceAccountKey'], 'must be a private key in PEM');
  }
}

/** A key that does not fit its certificate would show only at the next join, on another node. */
function checkPair(
  name: string,
  pair: { readonly cert: string; readonly key?: string },
  isCA: boolean,
  add: Add,
): void {
  const cert = parseCertificate(pair.cert);
  if (cert === undefined) {
    add('TrustConfig', [name, 'cert'], 'must be a certificate in PEM');
    return;
  }
  if (isCA && !cert.ca) add('TrustConfig', [name, 'cert'], 'must be the certificate of an authority (CA:TRUE)');
  if (pair.key === undefined) return;
  const key = parseKey(pair.key);
  if (key === undefined) add('TrustConfig', [name, 'key'], 'must be a private key in PEM');
  else if (!cert.checkPrivateKey(key))
    add('TrustConfig', [name, 'key'], `must belong to TrustConfig.spec.${name}.cert`);
}

// The library's own messages can quote the input: what is wrong is said by us instead.
function parseCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
function parseKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
