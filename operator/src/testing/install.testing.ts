/** Installs what deploy/base installs, but for the DaemonSet: kinds, namespace, account and its rights. */
import { readFile } from 'node:fs/promises';
import type { ControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { apply } from '@talos/lib/kube/apply.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { list } from '@talos/lib/kube/list.ts';
import { defineResource, type KubeObject, type ResourceType } from '@talos/lib/kube/objects.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { parse, parseAllDocuments } from 'yaml';
import { MACHINES, NAMESPACE, NODE_CONFIGS, NODE_POOLS, NODE_STATES, ROLLOUTS } from '../resources.ts';

const TYPES: Readonly<Record<string, { readonly plural: string; readonly namespaced: boolean }>> = {
  CustomResourceDefinition: { plural: 'customresourcedefinitions', namespaced: false },
  Namespace: { plural: 'namespaces', namespaced: false },
  ServiceAccount: { plural: 'serviceaccounts', namespaced: true },
  ClusterRole: { plural: 'clusterroles', namespaced: false },
  ClusterRoleBinding: { plural: 'clusterrolebindings', namespaced: false },
  Role: { plural: 'roles', namespaced: true },
  ValidatingAdmissionPolicy: { plural: 'validatingadmissionpolicies', namespaced: false },
  ValidatingAdmissionPolicyBinding: { plural: 'validatingadmissionpolicybindings', namespaced: false },
  RoleBinding: { plural: 'rolebindings', namespaced: true },
};

const FILES = [
  'crds/manifests/machines.yaml',
  'crds/manifests/nodeconfigs.yaml',
  'crds/manifests/nodepools.yaml',
  'crds/manifests/nodestates.yaml',
  'crds/manifests/rollouts.yaml',
  'deploy/base/namespace.yaml',
  'deploy/base/rbac.yaml',
  'deploy/base/approval.yaml',
];

/** What the operator's pod would have: the token of its service account. */
export interface Installed {
  readonly token: string;
  /** PEM. */
  readonly ca: string;
  /** As the service account, with its rights and no others. */
  readonly transport: Transport;
}

export async function install(plane: ControlPlane, signal: AbortSignal): Promise<Installed> {
  const { transport } = plane;
  for (const file of FILES) {
    const text = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');
    for (const document of parseAllDocuments(text)) {
      const object = document.toJS() as KubeObject;
      await apply(transport, typeOf(object), object, { signal, fieldManager: 'test' });
    }
  }
  const ours: readonly ResourceType[] = [MACHINES, NODE_CONFIGS, NODE_POOLS, NODE_STATES, ROLLOUTS];
  for (const type of ours) {
    // a kind is served a moment after it is defined
    while (
      !(await list(transport, type, { signal }).then(
        () => true,
        () => false,
      ))
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const { status } = await transport.request<{ status: { token: string } }>({
    method: 'POST',
    path: `/api/v1/namespaces/${NAMESPACE}/serviceaccounts/talos-operator/token`,
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
    signal,
  });
  const kubeconfig = parse(plane.kubeconfig) as {
    clusters: { cluster: { 'certificate-authority-data': string } }[];
    users: { user: { token: string } }[];
  };
  const ca = Buffer.from(kubeconfig.clusters[0]?.cluster['certificate-authority-data'] ?? '', 'base64').toString();
  const text = JSON.stringify({ ...kubeconfig, users: [{ name: 'test', user: { token: status.token } }] });
  const access = await kubeconfigAccess({ text });
  return { token: status.token, ca, transport: createTransport({ access, userAgent: 'talos-operator/test' }) };
}

function typeOf({ apiVersion = '', kind = '' }: KubeObject): ResourceType {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const type = TYPES[kind];
  if (type === undefined || group === undefined || version === undefined) throw new TypeError(`unknown kind ${kind}`);
  return defineResource({ group, version, kind, ...type });
}
