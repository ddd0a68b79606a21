/** The values of Secrets that layers refer to. They leave this file for the node that they are sent to, and for nowhere else. */
import { isSecretDigest, mapSecrets, type PublicDocuments } from '@talos/crds/config/index.ts';
import type { Secret } from '@talos/lib/kube/resources.ts';
import { type SecretKeyView, type SecretsView, secretRefsOf } from '@talos/lib/plan/index.ts';
import { MACHINE_NAME, NAMESPACE } from '../resources.ts';
import type { Caches } from './caches.ts';

/** As many as an agent takes at once. */
const AT_ONCE = 64;
const LONGEST = 8192;
/** Values that were digested, former ones too: a node under way finishes with what it began. */
const REMEMBERED = 1024;

export class SecretValues {
  /** Counts up when digests have come in. */
  learned = 0;
  readonly #caches: Pick<Caches, 'machines' | 'nodeConfigs' | 'nodePools' | 'secrets'>;
  readonly #digests = new Map<string, string>();
  readonly #values = new Map<string, string>();
  #impossible: string | undefined;

  constructor(caches: Pick<Caches, 'machines' | 'nodeConfigs' | 'nodePools' | 'secrets'>) {
    this.#caches = caches;
  }

  /** Without values. */
  view(): SecretsView {
    const secrets = new Map<string, Map<string, SecretKeyView>>();
    for (const { name, key, value } of this.#referred()) {
      const keys = secrets.get(name) ?? new Map<string, SecretKeyView>();
      secrets.set(name, keys);
      if (value === undefined) continue;
      const why = unfit(value);
      const digest = this.#digests.get(value);
      if (digest === undefined && this.#impossible !== undefined) {
        keys.set(key, { kind: 'unfit', why: this.#impossible });
      } else if (why !== undefined) keys.set(key, { kind: 'unfit', why });
      else keys.set(key, digest === undefined ? { kind: 'undigested' } : { kind: 'known', digest });
    }
    return { namespace: NAMESPACE, secrets };
  }

  /** Has the digests made that are not known yet, some of them at a time. */
  async learn(digest: (values: readonly string[]) => Promise<readonly string[]>): Promise<void> {
    const wanted = this.#referred().flatMap(({ value }) =>
      value === undefined || unfit(value) !== undefined || this.#digests.has(value) ? [] : [value],
    );
    const values = [...new Set(wanted)].slice(0, AT_ONCE);
    if (values.length === 0) return;
    const digests = await digest(values);
    for (const [index, value] of values.entries()) {
      const made = digests[index];
      if (made === undefined || !isSecretDigest(made)) throw new Error('the node made no digest of a secret');
      this.#digests.set(value, made);
      this.#values.set(made, value);
    }
    for (const [made, value] of this.#values) {
      if (this.#values.size <= REMEMBERED) break;
      this.#values.delete(made);
      this.#digests.delete(value);
    }
    this.learned += 1;
  }

  /** The agents are too old for it. Holds for this term of leadership: by the next one they may have been upgraded. */
  giveUp(node: string): void {
    this.#impossible = `can't be used yet: the agent of ${node} is of a version that makes no digests`;
    this.learned += 1;
  }

  /** The documents as a node is to get them. A digest of something else stays: the node knows what it had there. */
  reveal(documents: PublicDocuments): PublicDocuments {
    return mapSecrets(documents, (digest) => this.#values.get(digest) ?? digest);
  }

  /** The nodes' key is another one: all digests are made anew. */
  forget(): void {
    this.#digests.clear();
    this.#values.clear();
  }

  /** One entry for each reference to a Secret that is there; without a value where it has no such key. */
  #referred(): readonly { readonly name: string; readonly key: string; readonly value: string | undefined }[] {
    const { machines, nodeConfigs, nodePools, secrets } = this.#caches;
    const layers = [...nodePools.list(), ...nodeConfigs.list()];
    const configs = [machines.get(MACHINE_NAME)?.spec.config, ...layers.map(({ spec }) => spec.config)];
    return configs.flatMap(secretRefsOf).flatMap(({ name, key }) => {
      const secret = secrets.get(`${NAMESPACE}/${name}`);
      if (secret === undefined) return [];
      const { data = {} } = secret;
      const encoded = Object.hasOwn(data, key) ? data[key] : undefined;
      return [
        { name, key, value: encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8') },
      ];
    });
  }
}

/** Why a value can't be one of a configuration. */
function unfit(value: string): string | undefined {
  if (value === '') return 'is empty';
  if (value.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (isSecretDigest(value)) return 'is a digest, not a value';
  if (value.includes('\uFFFD')) return 'is no UTF-8 text';
  // Made by `echo`, most often, and never accepted by a registry.
  if (/[\p{Cc}]/u.test(value)) return 'has a line break or another control character in it';
  return undefined;
}

/** Annotations may hold the whole Secret once more. */
export function slimSecret({ metadata, data }: Secret): Secret {
  const { name, namespace, uid, resourceVersion } = metadata;
  return {
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    ...(data === undefined ? {} : { data }),
  };
}
