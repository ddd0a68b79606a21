/** Services: kube-proxy in nftables mode. */

import { nodeNetworkDaemonSet } from './node-network.ts';
import {
  type ComponentImages,
  clusterRoleBinding,
  type KubernetesObject,
  NODE_LOCAL_API,
  requireImage,
  serviceAccount,
} from './objects.ts';

const NAMESPACE = 'kube-system';

export function kubeProxyObjects(images: ComponentImages, podCIDR: string): readonly KubernetesObject[] {
  const config = {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clusterCIDR: podCIDR,
    // The node's limits of connection tracking are its own: in a container they belong to the host.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    // To all: the load balancers of clouds ask it which nodes can pass a service's connections on. It says nothing else.
    healthzBindAddress: '0.0.0.0:10256',
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
  return nodeNetworkDaemonSet({
    name: 'kube-proxy',
    namespace: NAMESPACE,
    image,
    args: ['--config=/etc/kube-proxy/config.json', '--hostname-override=$(NODE_NAME)'],
    env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }, ...NODE_LOCAL_API],
    capabilities: ['NET_ADMIN'],
    volumeMounts: [{ name: 'config', mountPath: '/etc/kube-proxy' }],
    volumes: [{ name: 'config', configMap: { name: 'kube-proxy' } }],
  });
}
