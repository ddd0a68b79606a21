/** Kubernetes objects as the add-ons write them: plain JSON, applied server-side as they are. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Image references by component name, each pinned by digest. */
export type ComponentImages = Readonly<Record<string, string>>;

export function clusterRoleBinding(
  name: string,
  role: string,
  subject: Readonly<Record<string, string>>,
): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [subject],
  };
}

export function group(name: string): Readonly<Record<string, string>> {
  return { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name };
}

export function serviceAccount(namespace: string, name: string): Readonly<Record<string, string>> {
  return { kind: 'ServiceAccount', namespace, name };
}

export function requireImage(images: ComponentImages, component: string): string {
  const image = images[component];
  if (image === undefined)
    throw new Error(`there is no image of ${component} at hand; have: ${Object.keys(images).join(', ')}`);
  return image;
}

/** The pod reaches the API by the node's own balancer: it works while kube-proxy does not. */
export const NODE_LOCAL_API = [
  { name: 'KUBERNETES_SERVICE_HOST', value: '127.0.0.1' },
  { name: 'KUBERNETES_SERVICE_PORT', value: '7445' },
] as const;
