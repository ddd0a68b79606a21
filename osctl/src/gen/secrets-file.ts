/** A cluster's secrets in a file of their own. */
import { readFile } from 'node:fs/promises';
import { parseSecrets, type SecretsBundle } from '@talos/lib/trust/secrets.ts';
import { stringify } from 'yaml';
import { parsePrivateYaml, writePrivateFile } from '../config/private-file.ts';
import { UsageError } from '../context.ts';

/** Errors: UsageError that names the file and what is wrong with it; no value of it is in the message. */
export async function readSecrets(path: string): Promise<SecretsBundle> {
  try {
    return parseSecrets(parsePrivateYaml(await readFile(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

/** Whole or not at all, readable by its owner only. */
export async function writeSecrets(path: string, secrets: SecretsBundle): Promise<void> {
  await writePrivateFile(path, stringify(secrets));
}
