/** The DaemonSets that make a node's network: on every node whatever its state, on the host's network, with few capabilities. */
import type { KubernetesObject } from './objects.ts';

export interface NodeNetworkAgent {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly args: readonly string[];
  readonly env: readonly object[];
  /** What it may do beyond an ordinary process. Everything else is dropped: privileged pods cannot start on every host. */
  readonly capabilities: readonly string[];
  readonly volumeMounts: readonly object[];
  readonly volumes: readonly object[];
}

export function nodeNetworkDaemonSet(agent: NodeNetworkAgent): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': agent.name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: agent.name, namespace: agent.namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          serviceAccountName: agent.name,
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: agent.name,
              image: agent.image,
              args: agent.args,
              env: agent.env,
              resources: { requests: { cpu: '20m', memory: '32Mi' } },
              securityContext: {
                privileged: false,
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'], add: agent.capabilities },
              },
              volumeMounts: agent.volumeMounts,
            },
          ],
          volumes: agent.volumes,
        },
      },
    },
  };
}
