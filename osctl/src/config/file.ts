/**
 * The contexts of osctl: ~/.config/osctl/config.yaml, or the file that OSCTL_CONFIG names.
 *
 * Holds private keys: written with mode 0600, whole or not at all.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { UsageError } from '../context.ts';
import { parsePrivateYaml, writePrivateFile } from './private-file.ts';

/** One cluster and who we are in it. Certificates and keys are PEM. */
export interface Context {
  /** Node addresses that are asked when no -n is given to a command about one node; control planes by habit. */
  readonly endpoints: readonly string[];
  /** Nodes asked by default. */
  readonly nodes: readonly string[];
  /** Node name → address, so that -n takes names as well. */
  readonly members: Readonly<Record<string, string>>;
  /** Group → names or addresses of nodes: `-n @workers`. The group `all` is every member and not written here. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** What groups may be called. */
export const GROUP_NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export interface ConfigData {
  readonly currentContext: string;
  readonly contexts: Readonly<Record<string, Context>>;
}

const EMPTY: ConfigData = { currentContext: '', contexts: {} };

export function configPath(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['OSCTL_CONFIG'];
  if (named !== undefined && named !== '') return named;
  return join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config'), 'osctl', 'config.yaml');
}

export class ConfigFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Errors: UsageError, naming the file and the field that is wrong. A file that is not there is an empty one. */
  async load(): Promise<ConfigData> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
      throw new UsageError(`cannot read ${this.path}: ${(error as Error).message}`);
    }
    return parseConfig(text, this.path);
  }

  async save(data: ConfigData): Promise<void> {
    await writePrivateFile(this.path, stringify(data));
  }

  async update(change: (data: ConfigData) => ConfigData): Promise<void> {
    await this.save(change(await this.load()));
  }

  /** Errors: UsageError when there is no such context, listing those that are there. */
  async context(name: string | undefined): Promise<{ readonly name: string; readonly context: Context }> {
    const data = await this.load();
    const wanted = name ?? data.currentContext;
    const context = data.contexts[wanted];
    if (context !== undefined) return { name: wanted, context };
    const known = Object.keys(data.contexts);
    if (known.length === 0) {
      throw new UsageError(
        `${this.path} has no context yet; make a cluster with \`osctl cluster create NAME\`, or add one with \`osctl context merge FILE\``,
      );
    }
    const asked = wanted === '' ? 'no context is current' : `there is no context "${wanted}"`;
    throw new UsageError(
      `${asked} in ${this.path}; contexts: ${known.join(', ')} (choose one with --context or \`osctl context use NAME\`)`,
    );
  }
}

/** Errors: UsageError, naming the file and the field that is wrong. */
export function parseConfig(text: string, path: string): ConfigData {
  return checkConfig(parseYaml(text, path), path);
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parsePrivateYaml(text);
  } catch (error) {
    throw new UsageError(`${path} is not YAML: ${(error as Error).message}`);
  }
}

/** Errors: UsageError with the path of the wrong field. */
function checkConfig(value: unknown, path: string): ConfigData {
  if (value === null || value === undefined) return EMPTY;
  const root = record(value, path, '');
  const contexts: Record<string, Context> = {};
  for (const [name, raw] of Object.entries(record(root['contexts'] ?? {}, path, 'contexts'))) {
    const at = `contexts.${name}`;
    const entry = record(raw, path, at);
    contexts[name] = {
      endpoints: strings(entry['endpoints'] ?? [], path, `${at}.endpoints`),
      nodes: strings(entry['nodes'] ?? [], path, `${at}.nodes`),
      members: Object.fromEntries(
        Object.entries(record(entry['members'] ?? {}, path, `${at}.members`)).map(([node, address]) => [
          node,
          string(address, path, `${at}.members.${node}`),
        ]),
      ),
      groups: Object.fromEntries(
        Object.entries(record(entry['groups'] ?? {}, path, `${at}.groups`)).map(([group, nodes]) => [
          group,
          strings(nodes, path, `${at}.groups.${group}`),
        ]),
      ),
      ca: string(entry['ca'], path, `${at}.ca`),
      certificate: string(entry['certificate'], path, `${at}.certificate`),
      key: string(entry['key'], path, `${at}.key`),
    };
  }
  return { currentContext: string(root['currentContext'] ?? '', path, 'currentContext'), contexts };
}

function record(value: unknown, path: string, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageError(`${path}: ${at === '' ? 'the file' : at} must be a map`);
}
function string(value: unknown, path: string, at: string): string {
  if (typeof value === 'string') return value;
  throw new UsageError(`${path}: ${at} must be a string`);
}
function strings(value: unknown, path: string, at: string): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new UsageError(`${path}: ${at} must be a list of strings`);
}
