/** Pod network: flannel with the host-gw backend. Nodes share a layer 2 network, so plain routes do; containerd writes the CNI config. */

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

export function flannelObjects(images: ComponentImages, podCIDR: string): readonly KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'flannel', namespace: NAMESPACE } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'flannel' },
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
        { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] },
      ],
    },
    clusterRoleBinding('flannel', 'flannel', serviceAccount(NAMESPACE, 'flannel')),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'flannel', namespace: NAMESPACE },
      data: {
        'net-conf.json': JSON.stringify({ Network: podCIDR, EnableNFTables: true, Backend: { Type: 'host-gw' } }),
      },
    },
    daemonSet(requireImage(images, 'flannel')),
  ];
}

function daemonSet(image: string): KubernetesObject {
  return nodeNetworkDaemonSet({
    name: 'flannel',
    namespace: NAMESPACE,
    image,
    args: ['--ip-masq', '--kube-subnet-mgr'],
    env: [
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
      ...NODE_LOCAL_API,
    ],
    capabilities: ['NET_ADMIN', 'NET_RAW'],
    volumeMounts: [
      { name: 'run', mountPath: '/run/flannel' },
      { name: 'config', mountPath: '/etc/kube-flannel' },
    ],
    volumes: [
      { name: 'run', hostPath: { path: '/run/flannel', type: 'DirectoryOrCreate' } },
      { name: 'config', configMap: { name: 'flannel' } },
    ],
  });
}
