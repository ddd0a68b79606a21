import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { run } from '../assets/run.ts';
import { fetchGo, type ToolchainOptions } from './go-toolchain.ts';

/** A Go that can build our modules: the command, and the environment that makes it the right version. */
export interface GoToolchain {
  readonly command: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface GoOptions {
  readonly signal?: AbortSignal | undefined;
  /** The oldest Go that will do, as in go.mod: `1.26.0`. */
  readonly minimum: string;
  readonly log?: (line: string) => void;
  /** Where a toolchain is fetched from and to when none is found; without it, none is. */
  readonly fetch?: Omit<ToolchainOptions, 'signal' | 'proxy' | 'onProgress'>;
  /** Where to look, in this order; for tests. */
  readonly candidates?: readonly string[];
}

/** Since 1.21 the go command fetches the toolchain that a go.mod asks for. */
const firstThatFetchesToolchains = '1.21.0';

/**
 * Finds a Go for our modules.
 *
 * A Go that is new enough is used as it is. An older one (≥ 1.21) is told to fetch the newer toolchain from the module
 * proxy, which the modules come from anyway. Debian's own (1.19 in bookworm) can do neither: then, and where there is
 * none at all, we fetch the toolchain from there ourselves.
 * Errors: none found or fetched; the message says what was found and what to install.
 */
export async function ensureGo(options: GoOptions): Promise<GoToolchain> {
  const found: string[] = [];
  let fetching: GoToolchain | null = null;
  for (const command of options.candidates ?? goCandidates()) {
    const version = await goVersion(command, options.signal);
    if (version === null) {
      continue;
    }
    found.push(`${command} is ${version}`);
    if (compareGoVersions(version, options.minimum) >= 0) {
      return { command, version, env: { GOTOOLCHAIN: 'local' } };
    }
    if (fetching === null && compareGoVersions(version, firstThatFetchesToolchains) >= 0) {
      fetching = { command, version: options.minimum, env: { GOTOOLCHAIN: `go${options.minimum}` } };
    }
  }
  if (fetching !== null) {
    options.log?.(`${found[0]}: it will fetch Go ${options.minimum} from the module proxy`);
    return fetching;
  }
  let reason = '';
  let cause: unknown;
  if (options.fetch !== undefined) {
    const { version } = options.fetch.toolchain;
    options.log?.(`there is no Go ≥ ${firstThatFetchesToolchains}: fetching Go ${version} from the module proxy`);
    try {
      const command = await fetchGo({ ...options.fetch, proxy: process.env['GOPROXY'], signal: options.signal });
      return { command, version, env: { GOTOOLCHAIN: 'local', GOROOT: dirname(dirname(command)) } };
    } catch (error) {
      options.signal?.throwIfAborted();
      cause = error;
      reason = `It could not be fetched either: ${(error as Error).message}.`;
    }
  }
  throw new Error(
    [
      `Go ≥ ${firstThatFetchesToolchains} is needed to build what could not be downloaded (Kubernetes, etcd, containerd …), and there is none.`,
      found.length > 0
        ? `Found: ${found.join(', ')}.`
        : 'Looked for `go` in PATH, /usr/local/go/bin and /usr/lib/go-*/bin.',
      reason,
      `Install Go ${options.minimum} or newer from https://go.dev/dl/ (unpack it to /usr/local), or set TALOS_ASSETS_DIR to a directory that has the programs.`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    { cause },
  );
}

/** Go's version, `1.26.8`; null when there is no such command or it is not Go. */
async function goVersion(command: string, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    const output = await run(command, ['env', 'GOVERSION'], { env: { ...process.env, GOTOOLCHAIN: 'local' }, signal });
    return /^go(\d+\.\d+(?:\.\d+)?)/.exec(output)?.[1] ?? null;
  } catch {
    signal?.throwIfAborted();
    return null;
  }
}

export function compareGoVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function goCandidates(): string[] {
  const debian = ['1.26', '1.25', '1.24', '1.23', '1.22', '1.21'].map((version) => `/usr/lib/go-${version}/bin/go`);
  return ['go', '/usr/local/go/bin/go', ...debian].filter((path) => !path.startsWith('/') || isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
