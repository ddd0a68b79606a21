/** Pod network: flannel with the host-gw backend. Nodes share a layer 2 network, so plain routes do; containerd writes the CNI config. */
import {
  type ComponentImages,
  clusterRoleBinding,
  type KubernetesObject,
  NODE_LOCAL_API,
  requireImage,
  serviceAccount,
} from './objects.ts';

const NAMESPACE = 'kube-system';
const LABELS = { 'app.kubernetes.io/name': 'flannel' };

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
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'flannel', namespace: NAMESPACE, labels: LABELS },
    spec: {
      selector: { matchLabels: LABELS },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels: LABELS },
        spec: {
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          serviceAccountName: 'flannel',
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: 'flannel',
              image,
              args: ['--ip-masq', '--kube-subnet-mgr'],
              env: [
                { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
                { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
                ...NODE_LOCAL_API,
              ],
              resources: { requests: { cpu: '20m', memory: '32Mi' } },
              securityContext: {
                privileged: false,
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW'] },
              },
              volumeMounts: [
                { name: 'run', mountPath: '/run/flannel' },
                { name: 'config', mountPath: '/etc/kube-flannel' },
              ],
            },
          ],
          volumes: [
            { name: 'run', hostPath: { path: '/run/flannel', type: 'DirectoryOrCreate' } },
            { name: 'config', configMap: { name: 'flannel' } },
          ],
        },
      },
    },
  };
}
