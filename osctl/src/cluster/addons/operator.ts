/** The operator and its custom resources: the same manifests as `kubectl apply -k deploy/base`, with the image pinned. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ClusterError } from '../types.ts';
import { type ComponentImages, type KubernetesObject, requireImage } from './objects.ts';

export const OPERATOR_NAMESPACE = 'talos-system';
/** The operator's client certificate of the OS API. */
export const OPERATOR_SECRET = 'talos-operator-client';
const OPERATOR_REPOSITORY = 'osctl.dev/operator';

/** The manifests of this version: in the checkout deploy/base, in an installed package beside the bundle. */
export function manifestsDirectory(here = import.meta.dirname): string {
  const packed = join(here, 'manifests/deploy/base');
  return existsSync(packed) ? packed : resolve(here, '../../../../deploy/base');
}

/** Errors: ClusterError when the manifests are not there. */
export async function operatorObjects(
  images: ComponentImages,
  directory = manifestsDirectory(),
): Promise<readonly KubernetesObject[]> {
  const image = requireImage(images, 'operator');
  return (await kustomization(directory)).map((object) => pinImage(object, image));
}

export function operatorSecret(tls: {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: OPERATOR_SECRET, namespace: OPERATOR_NAMESPACE },
    type: 'kubernetes.io/tls',
    stringData: { 'ca.crt': tls.ca, 'tls.crt': tls.certificate, 'tls.key': tls.key },
  };
}

/** Only `resources` of a kustomization are read: our base has nothing else that changes an object's meaning. */
async function kustomization(directory: string): Promise<readonly KubernetesObject[]> {
  const text = await readFile(join(directory, 'kustomization.yaml'), 'utf8').catch((error: Error) => {
    throw new ClusterError(`the operator's manifests are not at ${directory}: ${error.message}`);
  });
  const { resources = [] } = (parseAllDocuments(text)[0]?.toJS() ?? {}) as { resources?: readonly string[] };
  const objects: KubernetesObject[] = [];
  for (const resource of resources) {
    const path = join(directory, resource);
    if ((await stat(path)).isDirectory()) {
      objects.push(...((await readdir(path)).includes('kustomization.yaml') ? await kustomization(path) : []));
    } else {
      const documents = parseAllDocuments(await readFile(path, 'utf8'));
      objects.push(
        ...documents.map((document) => document.toJS() as KubernetesObject).filter((object) => object !== null),
      );
    }
  }
  return objects;
}

function pinImage(object: KubernetesObject, image: string): KubernetesObject {
  if (object.kind !== 'DaemonSet') return object;
  const text = JSON.stringify(object).replace(
    new RegExp(`"${OPERATOR_REPOSITORY}(:[^"]*)?"`, 'g'),
    JSON.stringify(image),
  );
  return JSON.parse(text) as KubernetesObject;
}
