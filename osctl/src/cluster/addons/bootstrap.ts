/** What lets kubelets in: bootstrap tokens, and the right to ask for a client certificate, or to renew it. */
import { BOOTSTRAP_GROUP, bootstrapGroupOf } from '@talos/lib/trust/bootstrap.ts';
import { clusterRoleBinding, group, type KubernetesObject } from './objects.ts';

const SELF_NODE_CLIENT = 'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient';

/** How long kubelets that are new to a cluster are let in after it was made, or made again. */
const TOKEN_LIFETIME_MS = 24 * 3_600_000;

/**
 * A token ends after a day: a node that has joined needs it no more. `osctl cluster create` again makes it anew.
 *
 * Who asks for the first certificate is answered by the operator, which holds the asker to the name that its token is for; the
 * controller manager would approve any name. Renewal it may approve: it holds a node to its own name by itself.
 *
 * @param tokens `id.secret` by the name of the node
 * @param nowMs Unix time
 */
export function bootstrapObjects(tokens: Readonly<Record<string, string>>, nowMs: number): readonly KubernetesObject[] {
  return [
    ...Object.entries(tokens).map(([node, token]) => tokenSecret(node, token, nowMs + TOKEN_LIFETIME_MS)),
    clusterRoleBinding('osctl:node-bootstrappers', 'system:node-bootstrapper', group(BOOTSTRAP_GROUP)),
    clusterRoleBinding('osctl:node-client-renewal', SELF_NODE_CLIENT, group('system:nodes')),
    apiserverToKubelet(),
    clusterRoleBinding('osctl:apiserver-to-kubelet', 'osctl:apiserver-to-kubelet', {
      kind: 'User',
      apiGroup: 'rbac.authorization.k8s.io',
      name: 'kube-apiserver-kubelet-client',
    }),
  ];
}

function tokenSecret(node: string, token: string, endMs: number): KubernetesObject {
  const [id = '', secret = ''] = token.split('.');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `bootstrap-token-${id}`, namespace: 'kube-system' },
    type: 'bootstrap.kubernetes.io/token',
    stringData: {
      description: `lets the kubelet of ${node} ask for its certificate`,
      'token-id': id,
      'token-secret': secret,
      expiration: new Date(endMs).toISOString(),
      'usage-bootstrap-authentication': 'true',
      'auth-extra-groups': [BOOTSTRAP_GROUP, bootstrapGroupOf(node)].join(','),
    },
  };
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
