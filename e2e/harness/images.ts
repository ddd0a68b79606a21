/** The images that scenarios use, built once by content. */
import { join } from 'node:path';
import { buildImage } from '@talos/image/build.ts';
import { buildComponentImages } from '@talos/image/components.ts';
import type { Progress } from '@talos/tools/progress.ts';
import { projectRoot } from '@talos/tools/run.ts';

/** Versions by what they are for. */
export const VERSION = {
  /** What clusters start with. */
  first: '1.0.0',
  /** A good upgrade. */
  second: '1.1.0',
  /** The agent ends at once. */
  crash: '1.2.0',
  /** The agent runs, the kubelet never does. */
  noKubelet: '1.3.0',
} as const;

export interface TestImages {
  /** An OCI layout with everything. */
  readonly directory: string;
  /** Version → digest of the OS image. */
  readonly digests: Readonly<Record<string, string>>;
}

export function imagesDirectory(): string {
  return join(process.env['TALOS_CACHE'] ?? join(projectRoot, '.cache'), 'e2e', 'images');
}

export async function buildTestImages(options: {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** false: only the two good ones. */
  readonly faults: boolean;
}): Promise<TestImages> {
  const { signal, progress } = options;
  const out = imagesDirectory();
  await buildComponentImages({ out, signal, progress });
  const digests: Record<string, string> = {};
  const build = async (version: string, variant?: 'crash' | 'no-kubelet'): Promise<void> => {
    digests[version] = (await buildImage({ version, out, signal, progress, ...(variant && { variant }) })).digest;
  };
  await build(VERSION.first);
  await build(VERSION.second);
  if (options.faults) {
    await build(VERSION.crash, 'crash');
    await build(VERSION.noKubelet, 'no-kubelet');
  }
  return { directory: out, digests };
}
