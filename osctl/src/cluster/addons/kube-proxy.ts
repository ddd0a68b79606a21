/** Services: kube-proxy in nftables mode. */
import {
  type ComponentImages,
  clusterRoleBinding,
  type KubernetesObject,
  NODE_LOCAL_API,
  requireImage,
  serviceAccount,
} from './objects.ts';

const NAMESPACE = 'kube-system';
const LABELS = { 'app.kubernetes.io/name': 'kube-proxy' };

export function kubeProxyObjects(images: ComponentImages, podCIDR: string): readonly KubernetesObject[] {
  const config = {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clusterCIDR: podCIDR,
    // The node's limits of connection tracking are its own: in a container they belong to the host.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    healthzBindAddress: '127.0.0.1:10256',
    metricsBindAddress: '127.0.0.1:10249',
  };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'kube-proxy', namespace: NAMESPACE } },
    clusterRoleBinding('osctl:kube-proxy', 'system:node-proxier', serviceAccount(NAMESPACE, 'kube-proxy')),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'kube-proxy', namespace: NAMESPACE },
      data: { 'config.json': JSON.stringify(config) },
    },
    daemonSet(requireImage(images, 'kube-proxy')),
  ];
}

function daemonSet(image: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'kube-proxy', namespace: NAMESPACE, labels: LABELS },
    spec: {
      selector: { matchLabels: LABELS },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels: LABELS },
        spec: {
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          serviceAccountName: 'kube-proxy',
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: 'kube-proxy',
              image,
              args: ['--config=/etc/kube-proxy/config.json', '--hostname-override=$(NODE_NAME)'],
              env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }, ...NODE_LOCAL_API],
              resources: { requests: { cpu: '20m', memory: '32Mi' } },
              securityContext: {
                privileged: false,
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] },
              },
              volumeMounts: [{ name: 'config', mountPath: '/etc/kube-proxy' }],
            },
          ],
          volumes: [{ name: 'config', configMap: { name: 'kube-proxy' } }],
        },
      },
    },
  };
}
