import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '@talos/tools/progress.ts';
import { buildImage, type Variant } from './build.ts';
import { buildComponentImages } from './components.ts';

const HELP = `Builds the OS image as an OCI layout and prints its digest, size and number of files.

Usage: npm run image -- --version V --out DIR [--variant crash|no-kubelet] [--components] [-o json]

  --version V     version of the image; its name is osctl.dev/talos:V
  --out DIR       directory of the OCI layout; other images in it stay
  --variant NAME  an image with a fault, for tests: crash (machined exits at once), no-kubelet (the kubelet never comes up)
  --components    also the images of the cluster's components, into the same layout
  -o, --output    text (default) or json
  --help          this text
`;

export async function main(args: readonly string[], signal: AbortSignal): Promise<number> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  const { version, out, variant, output = 'text' } = values;
  if (
    version === undefined ||
    out === undefined ||
    !['text', 'json'].includes(output) ||
    !(variant === undefined || variant === 'crash' || variant === 'no-kubelet')
  ) {
    process.stderr.write(HELP);
    return 2;
  }
  const progress = createProgress();
  try {
    const built = await build(version, resolve(out), variant, values.components === true, signal, progress);
    progress.stop();
    process.stdout.write(output === 'json' ? `${JSON.stringify(built)}\n` : table(built));
    return 0;
  } catch (error) {
    progress.stop();
    if (signal.aborted) return 130;
    process.stderr.write(`image: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      version: { type: 'string' },
      out: { type: 'string' },
      variant: { type: 'string' },
      components: { type: 'boolean' },
      output: { type: 'string', short: 'o' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

interface Row {
  readonly name: string;
  readonly digest: string;
  readonly sizeBytes: number;
  readonly unpackedBytes?: number;
  readonly files?: number;
}

async function build(
  version: string,
  out: string,
  variant: Variant | undefined,
  components: boolean,
  signal: AbortSignal,
  progress: ReturnType<typeof createProgress>,
): Promise<readonly Row[]> {
  const image = await buildImage({ version, out, signal, progress, ...(variant === undefined ? {} : { variant }) });
  if (!components) return [image];
  const others = await buildComponentImages({ out, signal, progress });
  return [image, ...[...others.values()].map(({ ref, digest, sizeBytes }) => ({ name: ref, digest, sizeBytes }))];
}

function table(rows: readonly Row[]): string {
  return rows
    .map(({ name, digest, sizeBytes, unpackedBytes, files }) => {
      const size = `${(sizeBytes / 1e6).toFixed(1)} MB`;
      const more =
        unpackedBytes === undefined ? '' : `, ${(unpackedBytes / 1e6).toFixed(1)} MB unpacked, ${files} files`;
      return `${name}\n  digest ${digest}\n  size   ${size}${more}\n`;
    })
    .join('');
}

const abort = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort(new Error(name)));
process.exitCode = await main(process.argv.slice(2), abort.signal);
