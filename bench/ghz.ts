/** ghz, an ordinary client that makes load. */

import { join } from 'node:path';
import { getAsset } from '@talos/tools/assets/index.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { mustRun } from './child.ts';

export interface Load {
  /** host:port */
  readonly address: string;
  /** What the server's certificate has to be for. */
  readonly serverName: string;
  /** Paths of PEM files. */
  readonly files: { readonly ca: string; readonly cert: string; readonly key: string };
  readonly seconds: number;
}

/** As many as one client may have open, and a few for whoever else asks. */
const CONCURRENCY = 50;
const CONNECTIONS = 10;
export const METHOD = 'osctl.v1alpha1.System.Version';

/** Calls per second. Errors: a call that failed, with its code. */
export async function callsPerSecond(ghz: string, load: Load, signal: AbortSignal): Promise<number> {
  const { files, address, serverName, seconds } = load;
  const protos = join(projectRoot, 'proto');
  const { stdout } = await mustRun(
    ghz,
    [
      ...['--proto', join(protos, 'osctl/v1alpha1/system.proto'), '--import-paths', protos, '--call', METHOD],
      ...['--cacert', files.ca, '--cert', files.cert, '--key', files.key, '--cname', serverName],
      ...['--concurrency', String(CONCURRENCY), '--connections', String(CONNECTIONS)],
      ...['--duration', `${seconds}s`, '--duration-stop', 'wait', '--format', 'json', '--data', '{}', address],
    ],
    { signal },
  );
  return parseReport(stdout);
}

/** Errors: a report of calls that failed, or none. */
export function parseReport(report: string): number {
  const { rps, statusCodeDistribution } = JSON.parse(report) as {
    readonly rps?: number;
    readonly statusCodeDistribution?: Readonly<Record<string, number>>;
  };
  const failed = Object.entries(statusCodeDistribution ?? {}).filter(([code]) => code !== 'OK');
  if (failed.length > 0)
    throw new Error(`calls failed: ${failed.map(([code, count]) => `${count} ${code}`).join(', ')}`);
  if (rps === undefined || statusCodeDistribution?.['OK'] === undefined) throw new Error('ghz reports no call');
  return rps;
}

export function getGhz(signal: AbortSignal): Promise<string> {
  return getAsset('ghz', { signal });
}
