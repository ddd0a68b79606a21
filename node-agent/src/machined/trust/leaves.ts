/** Which certificates a node makes for itself and where they lie: pure. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import {
  apiserverKubeletClient,
  apiserverServing,
  controllerManagerClient,
  etcdClient,
  etcdPeer,
  etcdServer,
  frontProxyClient,
  kubeletClient,
  osServer,
  schedulerClient,
} from '@talos/lib/trust/profiles.ts';
import type { CertificateInfo, CertificateProfile } from '@talos/lib/trust/x509.ts';
import { nthAddress } from '../services/cidr.ts';
import { staticPodUser } from '../services/control-plane-pods.ts';

export const apidUser = 50;
export const balancerUser = 51;
export const etcdUser = 60;

export type Authority = 'osCA' | 'kubernetesCA' | 'frontProxyCA' | 'etcdCA';

export interface Leaf {
  /** Below pki/: `<path>.crt` and `<path>.key`. The directory is its user's alone, so that one program can't read another's. */
  readonly path: string;
  readonly uid: number;
  readonly authority: Authority;
  readonly profile: CertificateProfile;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Everything that a control plane issues itself. A worker issues nothing: it holds no CA key. */
export const controlPlaneLeaves = (documents: NodeDocuments, address: string): readonly Leaf[] => {
  const { cluster, system } = documents;
  const nodeName = system.nodeName;
  const endpoint = new URL(cluster.endpoint).hostname.replace(/^\[|\]$/g, '');
  const endpointIsAddress = /^[0-9.]+$|:/.test(endpoint);
  const pods: readonly (readonly [string, string, Authority, CertificateProfile])[] = [
    [
      'kube-apiserver',
      'tls',
      'kubernetesCA',
      apiserverServing({
        nodeName,
        dnsDomain: cluster.dnsDomain,
        addresses: unique([address, nthAddress(cluster.serviceCIDR, 1), ...(endpointIsAddress ? [endpoint] : [])]),
        extraNames: endpointIsAddress ? [] : [endpoint],
      }),
    ],
    ['kube-apiserver', 'kubelet-client', 'kubernetesCA', apiserverKubeletClient()],
    ['kube-apiserver', 'front-proxy-client', 'frontProxyCA', frontProxyClient()],
    ['kube-apiserver', 'etcd-client', 'etcdCA', etcdClient({ subject: 'kube-apiserver' })],
    ['kube-controller-manager', 'tls', 'kubernetesCA', localServing('kube-controller-manager')],
    ['kube-controller-manager', 'client', 'kubernetesCA', controllerManagerClient()],
    ['kube-scheduler', 'tls', 'kubernetesCA', localServing('kube-scheduler')],
    ['kube-scheduler', 'client', 'kubernetesCA', schedulerClient()],
  ];
  return [
    ...pods.map(([directory, name, authority, profile]) => ({
      path: `kubernetes/${directory}/${name}`,
      uid: staticPodUser,
      authority,
      profile,
    })),
    {
      path: 'etcd/server',
      uid: etcdUser,
      authority: 'etcdCA',
      profile: etcdServer({ nodeName, addresses: [address] }),
    },
    { path: 'etcd/peer', uid: etcdUser, authority: 'etcdCA', profile: etcdPeer({ nodeName, addresses: [address] }) },
    { path: 'kubelet/client', uid: 0, authority: 'kubernetesCA', profile: kubeletClient({ nodeName }) },
    { path: 'etcd-client/machined', uid: 0, authority: 'etcdCA', profile: etcdClient({ subject: 'machined' }) },
    {
      path: 'apid/server',
      uid: apidUser,
      authority: 'osCA',
      profile: osServer({ nodeName, addresses: [address], controlPlane: true }),
    },
  ];
};

const localServing = (name: string): CertificateProfile => ({
  subject: { CN: name },
  dnsNames: ['localhost'],
  ipAddresses: ['127.0.0.1'],
  usages: ['server'],
  lifetimeMs: 365 * 24 * 3_600_000,
});

/** Why a certificate has to be made anew, or undefined when it is good until the next look. */
export const renewalReason = (
  info: Pick<CertificateInfo, 'subject' | 'notBeforeMs' | 'notAfterMs' | 'dnsNames' | 'ipAddresses'>,
  wanted: CertificateProfile,
  nowMs: number,
): string | undefined => {
  // Half of its life: there is as much time again to notice that renewal does not work.
  if (nowMs >= info.notBeforeMs + (info.notAfterMs - info.notBeforeMs) / 2) return 'half of its life is over';
  if (nowMs < info.notBeforeMs) return 'it is not valid yet: the clock was wrong when it was made, or is now';
  if (info.subject.CN !== wanted.subject.CN) return `it is for ${info.subject.CN}`;
  const same = (have: readonly string[], want: readonly string[]): boolean =>
    [...have].sort().join('\n') === [...new Set(want)].sort().join('\n');
  if (!same(info.subject.O, wanted.subject.O ?? []) || !same(info.subject.OU, wanted.subject.OU ?? [])) {
    return 'its groups are others';
  }
  if (!same(info.dnsNames, wanted.dnsNames ?? [])) return 'its names are others';
  if (!same(info.ipAddresses.map(plain), (wanted.ipAddresses ?? []).map(plain))) return 'its addresses are others';
  return undefined;
};

/** IPv6 addresses have more than one spelling. */
const plain = (address: string): string => (address.includes(':') ? new URL(`http://[${address}]`).hostname : address);
