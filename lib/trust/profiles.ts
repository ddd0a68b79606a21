/** What each certificate of a cluster says. Pure; `issue({ ca, ...profile })` makes it. */
import type { Role } from '../rpc/roles.ts';
import type { CertificateProfile } from './x509.ts';

const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS;

/** The organizational unit of a control plane's serving certificate. IssueServer never grants it. */
export const CONTROL_PLANE_UNIT = 'control-plane';

// --- OS API, signed by the OS CA ---

export function osServer(params: {
  readonly nodeName: string;
  readonly addresses: readonly string[];
  readonly controlPlane: boolean;
}): CertificateProfile {
  return {
    subject: { CN: params.nodeName, ...(params.controlPlane && { OU: [CONTROL_PLANE_UNIT] }) },
    dnsNames: [params.nodeName],
    ipAddresses: params.addresses,
    usages: ['server'],
    lifetimeMs: YEAR_MS,
  };
}

export const OS_CLIENT_LIFETIME_MS: Readonly<Record<Role, number>> = {
  'os:admin': YEAR_MS,
  'os:operator': 7 * DAY_MS,
  'os:reader': YEAR_MS,
  'os:etcd:backup': YEAR_MS,
  // in a worker's configuration, which nothing renews: as long as the CA
  'os:join': 10 * YEAR_MS,
};

export function osClient(params: {
  readonly role: Role;
  readonly subject: string;
  readonly lifetimeMs?: number;
}): CertificateProfile {
  return {
    subject: { CN: params.subject, O: [params.role] },
    usages: ['client'],
    lifetimeMs: params.lifetimeMs ?? OS_CLIENT_LIFETIME_MS[params.role],
  };
}

// --- Kubernetes, signed by its CA; names and groups are Kubernetes' own ---

export function apiserverServing(params: {
  readonly nodeName: string;
  /** Of the node, of load balancers, 127.0.0.1 for the API balancer, the first address of the service CIDR. */
  readonly addresses: readonly string[];
  readonly dnsDomain: string;
  readonly extraNames?: readonly string[];
}): CertificateProfile {
  return {
    subject: { CN: 'kube-apiserver' },
    dnsNames: [
      'kubernetes',
      'kubernetes.default',
      'kubernetes.default.svc',
      `kubernetes.default.svc.${params.dnsDomain}`,
      'localhost',
      params.nodeName,
      ...(params.extraNames ?? []),
    ],
    ipAddresses: ['127.0.0.1', '::1', ...params.addresses],
    usages: ['server'],
    lifetimeMs: YEAR_MS,
  };
}

export function apiserverKubeletClient(): CertificateProfile {
  // Of no group: what it may do with kubelets is bound to its name, and with the API itself it has no business.
  return kubernetesClient('kube-apiserver-kubelet-client', []);
}

/** The name and group by which the Node authorizer knows a kubelet. */
export const nodeUser = (nodeName: string): string => `system:node:${nodeName}`;
export const NODE_GROUP = 'system:nodes';

/** A control plane's own; those of workers are signed by Kubernetes, on request. */
export function kubeletClient(params: { readonly nodeName: string }): CertificateProfile {
  return kubernetesClient(nodeUser(params.nodeName), [NODE_GROUP]);
}

export function controllerManagerClient(): CertificateProfile {
  return kubernetesClient('system:kube-controller-manager', []);
}

export function schedulerClient(): CertificateProfile {
  return kubernetesClient('system:kube-scheduler', []);
}

export function adminClient(params: { readonly subject?: string; readonly lifetimeMs: number }): CertificateProfile {
  return { ...kubernetesClient(params.subject ?? 'admin', ['system:masters']), lifetimeMs: params.lifetimeMs };
}

/** Signed by the front-proxy CA; the name that --requestheader-allowed-names expects. */
export function frontProxyClient(): CertificateProfile {
  return kubernetesClient('front-proxy-client', []);
}

function kubernetesClient(CN: string, O: readonly string[]): CertificateProfile {
  return { subject: { CN, O }, usages: ['client'], lifetimeMs: YEAR_MS };
}

// --- etcd, signed by its CA ---

export function etcdServer(params: {
  readonly nodeName: string;
  readonly addresses: readonly string[];
}): CertificateProfile {
  return {
    subject: { CN: params.nodeName },
    dnsNames: ['localhost', params.nodeName],
    ipAddresses: ['127.0.0.1', '::1', ...params.addresses],
    // etcd's own gateway dials its client URL with the serving certificate
    usages: ['server', 'client'],
    lifetimeMs: YEAR_MS,
  };
}

/** Members are servers and clients of one another. */
export function etcdPeer(params: {
  readonly nodeName: string;
  readonly addresses: readonly string[];
}): CertificateProfile {
  return etcdServer(params);
}

export function etcdClient(params: { readonly subject: string }): CertificateProfile {
  return { subject: { CN: params.subject }, usages: ['client'], lifetimeMs: YEAR_MS };
}
