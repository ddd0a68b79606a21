/** What osctl keeps of the clusters that it made: their secrets, beside the configuration file. */
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createSecrets, parseSecrets, type SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { stringify } from 'yaml';
import type { ConfigFile, Context } from '../config/file.ts';
import { parsePrivateYaml, writePrivateFile } from '../config/private-file.ts';

export class ClusterStore {
  readonly #config: ConfigFile;

  constructor(config: ConfigFile) {
    this.#config = config;
  }

  #directory(cluster: string): string {
    return join(dirname(this.#config.path), 'clusters', cluster);
  }

  /** Where the secrets of a cluster lie that osctl made. */
  secretsPath(cluster: string): string {
    return join(this.#directory(cluster), 'secrets.yaml');
  }

  /** The cluster's secrets, made and stored when there are none yet. Mode 0600. */
  async secrets(cluster: string): Promise<SecretsBundle> {
    const path = this.secretsPath(cluster);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text !== undefined) return parseSecrets(parsePrivateYaml(text));
    const secrets = await createSecrets({ clusterName: cluster, now: Date.now() });
    await writePrivateFile(path, stringify(secrets));
    return secrets;
  }

  /** Adds the cluster's context and makes it the current one. */
  async saveContext(cluster: string, context: Context): Promise<void> {
    await this.#config.update((data) => ({
      currentContext: cluster,
      contexts: { ...data.contexts, [cluster]: context },
    }));
  }

  async forget(cluster: string): Promise<void> {
    await rm(this.#directory(cluster), { recursive: true, force: true });
    await this.#config.update((data) => {
      if (data.contexts[cluster] === undefined) return data;
      const contexts = Object.fromEntries(Object.entries(data.contexts).filter(([name]) => name !== cluster));
      return {
        currentContext: data.currentContext === cluster ? (Object.keys(contexts)[0] ?? '') : data.currentContext,
        contexts,
      };
    });
  }
}
