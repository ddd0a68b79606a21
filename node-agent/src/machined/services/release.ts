/** /usr/share/talos/release.json: what belongs together in this OS image. */

export interface Release {
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly components: Readonly<Record<string, string>>;
  /** Name → reference with digest. */
  readonly images: Readonly<Record<string, string>>;
}

const strings = (value: unknown, what: string): Readonly<Record<string, string>> => {
  if (typeof value !== 'object' || value === null) throw new Error(`release.json: ${what} is not a map`);
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry !== 'string') throw new Error(`release.json: ${what}.${key} is not a string`);
  }
  return value as Record<string, string>;
};

/** Errors: the text is not a release, saying what of it; the image is then unusable. */
export const parseRelease = (text: string): Release => {
  const value = JSON.parse(text) as Record<string, unknown>;
  const { version, kubernetesVersion } = value;
  if (typeof version !== 'string' || typeof kubernetesVersion !== 'string') {
    throw new Error('release.json: version or kubernetesVersion is missing');
  }
  return {
    version,
    kubernetesVersion,
    components: strings(value['components'] ?? {}, 'components'),
    images: strings(value['images'] ?? {}, 'images'),
  };
};

export const imageOf = (release: Release, name: string): string => {
  const image = release.images[name];
  if (image === undefined) throw new Error(`release.json of ${release.version} names no image ${name}`);
  return image;
};
