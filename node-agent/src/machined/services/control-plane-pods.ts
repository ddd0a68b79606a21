/** The control plane's static pods: pure. The image's entrypoint is the program; here are its arguments. */
import type { Release } from './release.ts';
import { imageOf } from './release.ts';

export interface ControlPlaneInput {
  readonly release: Release;
  readonly address: string;
  readonly podCIDR: string;
  readonly serviceCIDR: string;
  /** Holds a directory for each component, readable to its user only. */
  readonly pkiDir: string;
  /** Changes when certificates or kubeconfigs do, so that the kubelet starts the pod anew. */
  readonly trustHash: string;
}

export const staticPodUser = 65_534;
/** Each component sees its own directory only, here. */
const pki = '/pki';
export type ControlPlaneComponent = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler';
type Manifest = Readonly<Record<string, unknown>>;

interface Shape {
  readonly name: ControlPlaneComponent;
  readonly args: readonly string[];
  readonly port: number;
  readonly probes: { readonly live: string; readonly ready: string };
  readonly cpu: string;
  readonly memory: string;
}

const pod = (input: ControlPlaneInput, shape: Shape): Manifest => {
  const probe = (path: string, failureThreshold: number, periodSeconds: number) => ({
    httpGet: { host: '127.0.0.1', path, port: shape.port, scheme: 'HTTPS' },
    failureThreshold,
    periodSeconds,
    timeoutSeconds: 15,
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: shape.name,
      namespace: 'kube-system',
      labels: { component: shape.name, tier: 'control-plane' },
      annotations: { 'osctl.dev/trust-hash': input.trustHash },
    },
    spec: {
      hostNetwork: true,
      priorityClassName: 'system-node-critical',
      priority: 2_000_001_000,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 20,
      // A static pod gets no tolerations from admission: without it a NoExecute taint takes the control plane down.
      tolerations: [{ operator: 'Exists', effect: 'NoExecute' }],
      securityContext: {
        runAsUser: staticPodUser,
        runAsGroup: staticPodUser,
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: shape.name,
          image: imageOf(input.release, shape.name),
          imagePullPolicy: 'IfNotPresent',
          args: shape.args,
          resources: { requests: { cpu: shape.cpu, memory: shape.memory } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          startupProbe: probe(shape.probes.live, 60, 2),
          livenessProbe: probe(shape.probes.live, 8, 10),
          readinessProbe: probe(shape.probes.ready, 3, 1),
          volumeMounts: [{ name: 'pki', mountPath: pki, readOnly: true }],
        },
      ],
      volumes: [{ name: 'pki', hostPath: { path: `${input.pkiDir}/${shape.name}`, type: 'Directory' } }],
    },
  };
};

/** TLS 1.3 for the apiserver's own clients would shut out webhooks' and people's older tools; 1.2 is Kubernetes's own floor. */
const serving = [
  `--tls-cert-file=${pki}/tls.crt`,
  `--tls-private-key-file=${pki}/tls.key`,
  '--tls-min-version=VersionTLS12',
  '--profiling=false',
];

const frontProxy = [`--requestheader-client-ca-file=${pki}/front-proxy-ca.crt`];

export const renderApiServer = (input: ControlPlaneInput): Manifest =>
  pod(input, {
    name: 'kube-apiserver',
    port: 6443,
    probes: { live: '/livez', ready: '/readyz' },
    cpu: '200m',
    memory: '256Mi',
    args: [
      `--advertise-address=${input.address}`,
      '--bind-address=0.0.0.0',
      '--secure-port=6443',
      ...serving,
      '--allow-privileged=true',
      // In the file: nobody is anonymous but at the health endpoints.
      `--authentication-config=${pki}/authentication.yaml`,
      '--authorization-mode=Node,RBAC',
      '--enable-admission-plugins=NodeRestriction',
      '--enable-bootstrap-token-auth=true',
      `--client-ca-file=${pki}/ca.crt`,
      // Its own member only: no newer apiserver then meets an older etcd, and a lost member costs one apiserver.
      '--etcd-servers=https://127.0.0.1:2379',
      `--etcd-cafile=${pki}/etcd-ca.crt`,
      `--etcd-certfile=${pki}/etcd-client.crt`,
      `--etcd-keyfile=${pki}/etcd-client.key`,
      `--kubelet-certificate-authority=${pki}/ca.crt`,
      `--kubelet-client-certificate=${pki}/kubelet-client.crt`,
      `--kubelet-client-key=${pki}/kubelet-client.key`,
      '--kubelet-preferred-address-types=InternalIP,Hostname',
      `--proxy-client-cert-file=${pki}/front-proxy-client.crt`,
      `--proxy-client-key-file=${pki}/front-proxy-client.key`,
      ...frontProxy,
      '--requestheader-allowed-names=front-proxy-client',
      '--requestheader-extra-headers-prefix=X-Remote-Extra-',
      '--requestheader-group-headers=X-Remote-Group',
      '--requestheader-username-headers=X-Remote-User',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${pki}/service-account.pub`,
      `--service-account-signing-key-file=${pki}/service-account.key`,
      `--service-cluster-ip-range=${input.serviceCIDR}`,
      // Without it a stop waits for watches, which don't end, until it is killed: 20 s of every reboot.
      '--shutdown-watch-termination-grace-period=2s',
    ],
  });

export const renderControllerManager = (input: ControlPlaneInput): Manifest =>
  pod(input, {
    name: 'kube-controller-manager',
    port: 10_257,
    probes: { live: '/healthz', ready: '/healthz' },
    cpu: '50m',
    memory: '64Mi',
    args: [
      '--bind-address=127.0.0.1',
      ...serving,
      ...clientOfOwnApiServer,
      ...frontProxy,
      `--client-ca-file=${pki}/ca.crt`,
      `--cluster-signing-cert-file=${pki}/ca.crt`,
      `--cluster-signing-key-file=${pki}/ca.key`,
      `--root-ca-file=${pki}/ca.crt`,
      `--service-account-private-key-file=${pki}/service-account.key`,
      '--use-service-account-credentials=true',
      '--controllers=*,bootstrapsigner,tokencleaner',
      '--allocate-node-cidrs=true',
      `--cluster-cidr=${input.podCIDR}`,
      `--service-cluster-ip-range=${input.serviceCIDR}`,
      '--leader-elect=true',
    ],
  });

export const renderScheduler = (input: ControlPlaneInput): Manifest =>
  pod(input, {
    name: 'kube-scheduler',
    port: 10_259,
    probes: { live: '/livez', ready: '/readyz' },
    cpu: '50m',
    memory: '64Mi',
    args: [
      '--bind-address=127.0.0.1',
      ...serving,
      ...clientOfOwnApiServer,
      ...frontProxy,
      `--client-ca-file=${pki}/ca.crt`,
      '--leader-elect=true',
    ],
  });

const clientOfOwnApiServer = [
  `--kubeconfig=${pki}/kubeconfig`,
  `--authentication-kubeconfig=${pki}/kubeconfig`,
  `--authorization-kubeconfig=${pki}/kubeconfig`,
];

/** File name → manifest, as the kubelet's static pod directory is to hold them. */
export const renderControlPlane = (input: ControlPlaneInput): ReadonlyMap<string, string> =>
  new Map(
    [renderApiServer(input), renderControllerManager(input), renderScheduler(input)].map((manifest) => [
      `${(manifest['metadata'] as { name: string }).name}.json`,
      `${JSON.stringify(manifest, null, 2)}\n`,
    ]),
  );

/** JSON is YAML. Anonymous requests reach the health endpoints only, for load balancers' sake. */
export const renderAuthentication = (): string =>
  `${JSON.stringify(
    {
      apiVersion: 'apiserver.config.k8s.io/v1',
      kind: 'AuthenticationConfiguration',
      anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }] },
    },
    null,
    2,
  )}\n`;
