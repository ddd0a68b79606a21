/** What lets kubelets in: the bootstrap token, and the right to ask for (and be given) a client certificate. */
import { clusterRoleBinding, group, type KubernetesObject } from './objects.ts';

const NODE_CLIENT = 'system:certificates.k8s.io:certificatesigningrequests:nodeclient';
const SELF_NODE_CLIENT = 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient';

/** How long kubelets that are new to a cluster are let in after it was made, or made again. */
const TOKEN_LIFETIME_MS = 24 * 3_600_000;

/**
 * The token ends after a day because every worker's configuration holds it, and whoever holds it while it lasts is given a
 * kubelet's certificate for any name. A node that has joined needs it no more. `osctl cluster create` again makes it anew.
 *
 * @param token `id.secret`, of the cluster's secrets
 * @param nowMs Unix time
 */
export function bootstrapObjects(token: string, nowMs: number): readonly KubernetesObject[] {
  const [id = '', secret = ''] = token.split('.');
  const expiration = new Date(nowMs + TOKEN_LIFETIME_MS).toISOString();
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: `bootstrap-token-${id}`, namespace: 'kube-system' },
      type: 'bootstrap.kubernetes.io/token',
      stringData: {
        'token-id': id,
        'token-secret': secret,
        expiration,
        'usage-bootstrap-authentication': 'true',
        'auth-extra-groups': 'system:bootstrappers:nodes',
      },
    },
    clusterRoleBinding('osctl:node-bootstrappers', 'system:node-bootstrapper', group('system:bootstrappers:nodes')),
    clusterRoleBinding('osctl:node-client-approval', NODE_CLIENT, group('system:bootstrappers:nodes')),
    clusterRoleBinding('osctl:node-client-renewal', SELF_NODE_CLIENT, group('system:nodes')),
    apiserverToKubelet(),
    clusterRoleBinding('osctl:apiserver-to-kubelet', 'osctl:apiserver-to-kubelet', {
      kind: 'User',
      apiGroup: 'rbac.authorization.k8s.io',
      name: 'kube-apiserver-kubelet-client',
    }),
  ];
}

/** Logs, exec and metrics of pods go through the apiserver to the kubelet, as this user. */
function apiserverToKubelet(): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'osctl:apiserver-to-kubelet' },
    rules: [
      {
        apiGroups: [''],
        resources: ['nodes/proxy', 'nodes/stats', 'nodes/log', 'nodes/metrics', 'nodes/healthz', 'nodes/pods'],
        verbs: ['*'],
      },
    ],
  };
}
