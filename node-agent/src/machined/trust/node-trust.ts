/** The node's certificates on disk: made, checked, renewed. */

import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { doorState } from '@talos/lib/rpc/listener.ts';
import { acceptedAuthorities, bundleOf } from '@talos/lib/trust/authorities.ts';
import { renderKubeconfig } from '@talos/lib/trust/kubeconfig.ts';
import { osServer } from '@talos/lib/trust/profiles.ts';
import type { CertAndKey } from '@talos/lib/trust/x509.ts';
import { writeFileAtomic } from '../host/fs-atomic.ts';
import { nodeFiles } from '../host/paths.ts';
import type { HostPaths } from '../machine/types.ts';
import { renderAuthentication, staticPodUser } from '../services/control-plane-pods.ts';
import { isSignedBy, isWithin, readCertificate } from './certificate.ts';
import type { Authority, Leaf } from './leaves.ts';
import { apidUser, controlPlaneLeaves, etcdUser, renewalReason } from './leaves.ts';
import type { Signer } from './signer.ts';

export interface NodeTrustDeps {
  readonly paths: HostPaths;
  readonly documents: () => NodeDocuments;
  /** This node's own address within the cluster. */
  readonly address: string;
  readonly now: () => number;
  readonly signer: Signer;
  readonly onIssued: (path: string, reason: string) => void;
  /** Worker: asks a control plane for a serving certificate. See join.ts. */
  readonly requestServing: (csrPem: string, nodeName: string, signal: AbortSignal) => Promise<string>;
}

export interface NodeTrust {
  /** etcd's and machined's client certificates. Control planes only. */
  ensureEtcd(): Promise<void>;
  /** All that the static pods read. Returns a hash that changes with what they read. Control planes only. */
  ensureControlPlane(): Promise<string>;
  /**
   * apid's directory below /run, complete. On a worker without a valid certificate on disk this asks the control planes; with one
   * it needs no network. Its authority may be any that is accepted, with `serve` only the issuing one. One at a time.
   * Errors: no control plane would issue one.
   */
  ensureApid(signal: AbortSignal, options?: { readonly serve: boolean }): Promise<void>;
  /** What is in apid's directory: the serving certificate, and doorState of a door that has it in force. */
  apidFiles(): { readonly server: string; readonly state: string };
  /**
   * The kubelet's own client certificate, which it reads again when it is renewed. Control planes only: that of a worker is asked
   * for by its kubelet, and whoever approves it approves no control plane's name.
   */
  ensureKubelet(): Promise<{ readonly cert: string; readonly key: string }>;
  /** The CA file that kubelets check their clients by. */
  ensureKubeletCa(): string;
  etcdClientTls(): { readonly ca: string; readonly cert: string; readonly key: string };
}

export const createNodeTrust = (deps: NodeTrustDeps): NodeTrust => {
  const files = nodeFiles(deps.paths);
  const at = (path: string): string => join(files.pkiDir, path);

  const authority = (name: Authority): CertAndKey => {
    const found = deps.documents().trust[name];
    if (found?.key === undefined)
      throw new Error(`the configuration has no key of ${name}: TrustConfig.spec.${name}.key`);
    return { cert: found.cert, key: found.key };
  };

  /** One user's directory: nobody else, not even the group, looks in. */
  const put = (path: string, content: string, uid: number): void => {
    const directory = dirname(path);
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileAtomic(path, content, { mode: 0o400 });
    own(path, uid);
    own(directory, uid);
    chmodSync(directory, 0o500);
  };

  const reasonFor = (leaf: Leaf, authorities: readonly string[]): string | undefined => {
    const [cert, key] = [`${at(leaf.path)}.crt`, `${at(leaf.path)}.key`];
    if (!existsSync(cert) || !existsSync(key)) return 'there is none yet';
    try {
      const certPem = readFileSync(cert, 'utf8');
      // By a clock that is wrong for certain (or at the end of all) nothing better can be made: what is there stays.
      const isPossible = authorities.some((ca) => isWithin(readCertificate(ca), deps.now()));
      const now = isPossible ? deps.now() : readCertificate(certPem).notBeforeMs;
      if (!isSignedByOne(certPem, authorities, now)) return 'it is not signed by the present CA, or not valid now';
      const matches = new X509Certificate(certPem).checkPrivateKey(createPrivateKey(readFileSync(key)));
      if (!matches) return 'its key is another: a write was cut off between the two';
      return renewalReason(readCertificate(certPem), leaf.profile, now);
    } catch {
      return 'it can not be read';
    }
  };

  const isSignedByOne = (certPem: string, authorities: readonly string[], now = deps.now()): boolean =>
    authorities.some((ca) => isSignedBy(certPem, ca, now));

  const ensure = async (leaf: Leaf, accepted?: readonly string[]): Promise<void> => {
    const ca = authority(leaf.authority);
    const reason = reasonFor(leaf, accepted ?? [ca.cert]);
    if (reason !== undefined) {
      const { certPem, keyPem } = await deps.signer.issue({ ca, ...leaf.profile, now: deps.now() });
      put(`${at(leaf.path)}.key`, keyPem, leaf.uid);
      put(`${at(leaf.path)}.crt`, certPem, leaf.uid);
      deps.onIssued(leaf.path, reason);
    }
    put(`${at(leaf.path)}.key`, readFileSync(`${at(leaf.path)}.key`, 'utf8'), leaf.uid);
    put(`${at(leaf.path)}.crt`, readFileSync(`${at(leaf.path)}.crt`, 'utf8'), leaf.uid);
  };

  const ensureAll = async (prefixes: readonly string[], accepted?: readonly string[]): Promise<readonly Leaf[]> => {
    const leaves = controlPlaneLeaves(deps.documents(), deps.address).filter((leaf) =>
      prefixes.some((prefix) => leaf.path.startsWith(prefix)),
    );
    for (const leaf of leaves) await ensure(leaf, accepted);
    return leaves;
  };

  const componentKubeconfig = (component: string): string =>
    renderKubeconfig({
      clusterName: deps.documents().cluster.name,
      server: 'https://127.0.0.1:6443',
      ca: deps.documents().trust.kubernetesCA.cert,
      user: component,
      credential: {
        kind: 'certificate',
        cert: readFileSync(at(`kubernetes/${component}/client.crt`), 'utf8'),
        key: readFileSync(at(`kubernetes/${component}/client.key`), 'utf8'),
      },
    });

  let apidQueue: Promise<void> = Promise.resolve();
  const ensureApid = async (serve: boolean, signal: AbortSignal): Promise<void> => {
    const documents = deps.documents();
    const { nodeName } = documents.system;
    const accepted = acceptedAuthorities(documents.trust);
    const good = serve ? [documents.trust.osCA.cert] : accepted;
    if (documents.system.role === 'control-plane') {
      await ensureAll(['apid/'], good);
    } else {
      const profile = osServer({ nodeName, addresses: [deps.address], controlPlane: false });
      const leaf: Leaf = { path: 'apid/server', uid: apidUser, authority: 'osCA', profile };
      const reason = reasonFor(leaf, good);
      if (reason !== undefined) {
        const { csrPem, keyPem } = await deps.signer.createCsr({ subject: { CN: nodeName } });
        const certPem = await deps.requestServing(csrPem, nodeName, signal).catch((error: unknown) => {
          // Past its half-life only: it serves on, and the next look tries again.
          if (stillGood(leaf, good)) return undefined;
          throw error;
        });
        if (certPem !== undefined) {
          if (!isSignedByOne(certPem, good)) throw new Error('a control plane still issues with the former authority');
          put(`${at(leaf.path)}.key`, keyPem, apidUser);
          put(`${at(leaf.path)}.crt`, certPem, apidUser);
          deps.onIssued(leaf.path, reason);
        }
      }
    }
    // In /run, since apid's container is to see nothing of /var. The key before the certificate, whose change apid looks for.
    for (const [name, content] of [
      ['ca.crt', bundleOf(accepted)],
      ['server.key', readFileSync(at('apid/server.key'), 'utf8')],
      ['server.crt', readFileSync(at('apid/server.crt'), 'utf8')],
    ] as const) {
      put(join(files.apidDir, name), content, apidUser);
    }
    chmodSync(files.apidDir, 0o700);
  };

  return {
    async ensureEtcd() {
      put(at('etcd/ca.crt'), authority('etcdCA').cert, etcdUser);
      await ensureAll(['etcd/', 'etcd-client/']);
    },

    async ensureControlPlane() {
      const leaves = await ensureAll(['kubernetes/']);
      const { trust } = deps.documents();
      const serviceAccountKey = trust.serviceAccountKey;
      if (serviceAccountKey === undefined)
        throw new Error('the configuration has no TrustConfig.spec.serviceAccountKey');
      const serviceAccountPublic = createPublicKey(serviceAccountKey).export({ format: 'pem', type: 'spki' }) as string;
      const kubernetes = authority('kubernetesCA');
      const contents: readonly (readonly [string, string])[] = [
        ['kube-apiserver/ca.crt', kubernetes.cert],
        ['kube-apiserver/etcd-ca.crt', authority('etcdCA').cert],
        ['kube-apiserver/front-proxy-ca.crt', authority('frontProxyCA').cert],
        ['kube-apiserver/service-account.key', serviceAccountKey],
        ['kube-apiserver/service-account.pub', serviceAccountPublic],
        ['kube-apiserver/authentication.yaml', renderAuthentication()],
        ['kube-controller-manager/ca.crt', kubernetes.cert],
        ['kube-controller-manager/ca.key', kubernetes.key],
        ['kube-controller-manager/front-proxy-ca.crt', authority('frontProxyCA').cert],
        ['kube-controller-manager/service-account.key', serviceAccountKey],
        ['kube-controller-manager/kubeconfig', componentKubeconfig('kube-controller-manager')],
        ['kube-scheduler/ca.crt', kubernetes.cert],
        ['kube-scheduler/front-proxy-ca.crt', authority('frontProxyCA').cert],
        ['kube-scheduler/kubeconfig', componentKubeconfig('kube-scheduler')],
      ];
      for (const [path, content] of contents) put(at(`kubernetes/${path}`), content, staticPodUser);
      const hash = createHash('sha256');
      for (const leaf of leaves) hash.update(readFileSync(`${at(leaf.path)}.crt`));
      for (const [, content] of contents) hash.update(content);
      return hash.digest('hex').slice(0, 16);
    },

    ensureApid(signal, { serve } = { serve: false }) {
      // A key and its certificate are two files: two at once could leave one of each.
      const done = apidQueue.then(() => ensureApid(serve, signal));
      apidQueue = done.catch(() => {});
      return done;
    },

    apidFiles() {
      const [ca, cert] = ['ca.crt', 'server.crt'].map((name) => readFileSync(join(files.apidDir, name), 'utf8'));
      return { server: cert ?? '', state: doorState({ ca: ca ?? '', cert: cert ?? '' }) };
    },

    async ensureKubelet() {
      await ensureAll(['kubelet/']);
      return { cert: at('kubelet/client.crt'), key: at('kubelet/client.key') };
    },

    ensureKubeletCa() {
      const path = join(deps.paths.run, 'kubernetes', 'ca.crt');
      writeFileAtomic(path, deps.documents().trust.kubernetesCA.cert, { mode: 0o444 });
      return path;
    },

    etcdClientTls: () => ({
      ca: authority('etcdCA').cert,
      cert: readFileSync(at('etcd-client/machined.crt'), 'utf8'),
      key: readFileSync(at('etcd-client/machined.key'), 'utf8'),
    }),
  };

  function stillGood(leaf: Leaf, authorities: readonly string[]): boolean {
    const cert = `${at(leaf.path)}.crt`;
    return existsSync(cert) && isSignedByOne(readFileSync(cert, 'utf8'), authorities);
  }
};

/** Tests run without the right to give files away; a node's machined is root. */
const own = (path: string, uid: number): void => {
  if (process.getuid?.() === 0) chownSync(path, uid, uid);
};
