import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the user may set, by environment. */
export interface AssetSettings {
  /** Files named like the assets, used as they are. TALOS_ASSETS_DIR */
  readonly directory: string | null;
  /** `.cache/assets` in the project, or below TALOS_CACHE. */
  readonly cache: string;
  /**
   * Base URL of a mirror of the release downloads: `<mirror>/<host>/<path>` of the official URL. TALOS_ASSETS_MIRROR
   * It is asked before the official host. Where the manifest has no sum, the checksum file comes from it too: such a
   * mirror must be trusted.
   */
  readonly mirror: string | null;
  /** Base URL of a Debian mirror; the security archive is taken to be beside it. TALOS_DEBIAN_MIRROR */
  readonly debianMirror: string;
  readonly debianSnapshot: string;
}

export function settingsFromEnvironment(env: NodeJS.ProcessEnv = process.env): AssetSettings {
  const project = resolve(import.meta.dirname, '../..');
  const path = (value: string) => resolve(value.replace(/^~(?=\/|$)/, homedir()));
  const url = (value: string) => value.replace(/\/+$/, '');
  return {
    directory: env['TALOS_ASSETS_DIR'] ? path(env['TALOS_ASSETS_DIR']) : null,
    cache: join(env['TALOS_CACHE'] ? path(env['TALOS_CACHE']) : join(project, '.cache'), 'assets'),
    mirror: env['TALOS_ASSETS_MIRROR'] ? url(env['TALOS_ASSETS_MIRROR']) : null,
    debianMirror: url(env['TALOS_DEBIAN_MIRROR'] || 'http://deb.debian.org/debian'),
    debianSnapshot: 'https://snapshot.debian.org/archive',
  };
}
