/** Pods that scenarios run. Their image is the operator's: it holds Node and is in the cluster's registry anyway. */
import type { TestCluster } from './cluster.ts';

export async function workloadImage(cluster: TestCluster): Promise<string> {
  const operator = await cluster.get<{ spec: { template: { spec: { containers: { image: string }[] } } } }>(
    'daemonset',
    'talos-operator',
    '-n',
    'talos-system',
  );
  const image = operator.spec.template.spec.containers[0]?.image;
  if (image === undefined) throw new Error('the operator has no image');
  return image;
}

export interface WebServerOptions {
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  /** Adds a PodDisruptionBudget with this minAvailable. */
  readonly minAvailable?: number;
  /** How long a pod that is to end serves on. */
  readonly preStopSeconds?: number;
  /** Makes the Service one that is reached from outside, at this port of the nodes. */
  readonly nodePort?: number;
}

/** A Deployment whose pods answer with their own name, spread over nodes, a Service before it, perhaps a PodDisruptionBudget. */
export async function webServer(cluster: TestCluster, options: WebServerOptions): Promise<unknown> {
  const labels = { app: options.name };
  const metadata = { name: options.name, namespace: options.namespace };
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          replicas: options.replicas,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              terminationGracePeriodSeconds: 2 + (options.preStopSeconds ?? 0),
              topologySpreadConstraints: [
                {
                  maxSkew: 1,
                  topologyKey: 'kubernetes.io/hostname',
                  whenUnsatisfiable: 'ScheduleAnyway',
                  labelSelector: { matchLabels: labels },
                },
              ],
              containers: [
                {
                  name: 'web',
                  image: await workloadImage(cluster),
                  command: ['/usr/bin/node', '-e'],
                  args: [
                    `process.on('SIGTERM', () => process.exit(0));
                     require('node:http').createServer((_, answer) => answer.end(require('node:os').hostname())).listen(8080);`,
                  ],
                  ports: [{ containerPort: 8080 }],
                  readinessProbe: { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 },
                  ...(options.preStopSeconds !== undefined && {
                    lifecycle: { preStop: { sleep: { seconds: options.preStopSeconds } } },
                  }),
                },
              ],
            },
          },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata,
        spec: {
          selector: labels,
          ports: [
            { port: 80, targetPort: 8080, ...(options.nodePort !== undefined && { nodePort: options.nodePort }) },
          ],
          ...(options.nodePort !== undefined && { type: 'NodePort' }),
        },
      },
      ...(options.minAvailable === undefined
        ? []
        : [
            {
              apiVersion: 'policy/v1',
              kind: 'PodDisruptionBudget',
              metadata,
              spec: { minAvailable: options.minAvailable, selector: { matchLabels: labels } },
            },
          ]),
    ],
  };
}

export async function deleteNamespace(cluster: TestCluster, namespace: string): Promise<void> {
  await cluster.kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait=false']);
}
