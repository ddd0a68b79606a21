/** Every certificate that the node holds: what for, until when, and who renews it. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { fingerprintOf, shortFingerprint } from '@talos/lib/trust/authorities.ts';
import { readCertificate } from './certificate.ts';

/** Who replaces it before its end: nobody means a person. */
export type Renewer = 'machined' | 'kubelet' | 'nobody';

export interface NodeCertificate {
  /** `apid/server`, `kubernetes/kube-apiserver/tls`, `kubelet/server`, `ca/os`, `join`. */
  readonly name: string;
  readonly subject: string;
  readonly serial: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly renewer: Renewer;
}

export interface InventorySources {
  readonly pkiDir: string;
  /** The kubelet's own: /var/lib/kubelet/pki. */
  readonly kubeletDir: string;
  readonly documents: NodeDocuments;
}

/** Sorted by name. What cannot be read is left out: whoever needs it says so in its own words. */
export async function nodeCertificates(sources: InventorySources): Promise<readonly NodeCertificate[]> {
  const { trust } = sources.documents;
  const held: readonly (readonly [name: string, pem: string | undefined, renewer: Renewer])[] = [
    ['ca/os', trust.osCA.cert, 'nobody'],
    ...(trust.acceptedOSCAs ?? []).map((pem) => [`ca/os-accepted/${shortOf(pem)}`, pem, 'nobody'] as const),
    ['ca/kubernetes', trust.kubernetesCA.cert, 'nobody'],
    ['ca/front-proxy', trust.frontProxyCA?.cert, 'nobody'],
    ['ca/etcd', trust.etcdCA?.cert, 'nobody'],
    ['join', trust.join?.cert, 'nobody'],
    ...(await Promise.all(
      (
        await leavesBelow(sources.pkiDir)
      ).map(async (path) => [nameBelow(sources.pkiDir, path), await text(path), 'machined'] as const),
    )),
    ...(await Promise.all(
      ['client', 'server'].map(
        async (usage) =>
          [
            `kubelet/${usage}`,
            await text(join(sources.kubeletDir, `kubelet-${usage}-current.pem`)),
            'kubelet',
          ] as const,
      ),
    )),
  ];
  const found = held.flatMap(([name, pem, renewer]): NodeCertificate[] => {
    if (pem === undefined) return [];
    try {
      const { subject, serial, notBeforeMs, notAfterMs } = readCertificate(pem);
      return [{ name, subject: subject.CN, serial, notBeforeMs, notAfterMs, renewer }];
    } catch {
      return [];
    }
  });
  // A control plane's kubelet reads machined's certificate; one that it was given before that is not in use.
  const byName = new Map(found.toReversed().map((one) => [one.name, one]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Copies of authorities that lie beside a component's own are not among them. */
async function leavesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true }).catch((): string[] => []);
  return entries
    .filter((entry) => entry.endsWith('.crt') && !/(^|-)ca\.crt$/.test(basename(entry)))
    .map((entry) => join(directory, entry));
}

const nameBelow = (directory: string, path: string): string =>
  relative(directory, join(dirname(path), basename(path, '.crt')));

const shortOf = (pem: string): string => {
  try {
    return shortFingerprint(fingerprintOf(pem));
  } catch {
    return '';
  }
};

const text = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
