/** The certificates on the node's disk, by what is in them. Keys lie beside them and are never opened. */
import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { certificatesOf } from '@talos/lib/trust/authorities.ts';
import type { NodeFiles } from '../host/paths.ts';
import { readCertificate } from '../trust/certificate.ts';
import type { ResourceItem } from './types.ts';

const KUBELET_PKI = '/var/lib/kubelet/pki';
const DEPTH = 3;
const MAX_BYTES = 64 * 1024;

/** In the order of their paths; the second of a bundle is `PATH#2`. Guarantees: what cannot be read as a certificate is left out. */
export async function certificates(
  { pkiDir, apidDir }: Pick<NodeFiles, 'pkiDir' | 'apidDir'>,
  kubeletPki = KUBELET_PKI,
): Promise<readonly ResourceItem[]> {
  const found: ResourceItem[] = [];
  const roots = [
    ['pki', pkiDir],
    ['apid', apidDir],
    ['kubelet', kubeletPki],
  ] as const;
  for (const [name, root] of roots) {
    for (const path of await files(root, DEPTH)) {
      const id = join(name, relative(root, path));
      const specs = await read(path).catch(() => []);
      found.push(
        ...specs.map((spec, index) => ({ id: index === 0 ? id : `${id}#${index + 1}`, spec: { ...spec, path } })),
      );
    }
  }
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

async function files(directory: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const paths: string[] = [];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && depth > 0) paths.push(...(await files(path, depth - 1)));
    // The kubelet's are certificate and key in one file, the one in use behind a link.
    else if (/\.(crt|pem)$/.test(entry.name)) paths.push(path);
  }
  return paths;
}

/** Errors: one is not a certificate. */
async function read(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const text = await readFile(path, 'utf8');
  return certificatesOf(text.slice(0, MAX_BYTES)).map(describe);
}

function describe(pem: string): Readonly<Record<string, unknown>> {
  const { subject, serial, notBeforeMs, notAfterMs, dnsNames, ipAddresses, isCA } = readCertificate(pem);
  const issuer = /^CN=(.*)$/m.exec(new X509Certificate(pem).issuer)?.[1] ?? '';
  const who = [subject.CN, ...subject.O].filter((part) => part !== '').join(' ');
  return { subject: who, issuer, serial, notBeforeMs, notAfterMs, names: [...dnsNames, ...ipAddresses], isCA };
}
