import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { OciLayout } from '@talos/lib/oci/layout.ts';
import { extract } from 'tar-stream';
import { type ElfFile, isElf, parseElf } from './elf.ts';
import { SIGNATURES } from './policy.ts';

/** What the policy looks at of one file of an image; never its whole content. */
export interface ImageFile {
  readonly path: string;
  readonly type: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly target: string | undefined;
  readonly script: boolean;
  /** a file that is meant to be run or loaded by the kernel, read or not */
  readonly elf: ElfFile | 'unreadable' | undefined;
  /** names of the programs of which tell-tale texts were found */
  readonly signatures: readonly string[];
  /** extended attributes, file capabilities among them */
  readonly attributes: readonly string[];
}

/** Every file of an image, as its layers leave it: a later layer's replaces an earlier one's. */
export async function imageFiles(
  layout: OciLayout,
  image: string | undefined,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ImageFile>> {
  const files = new Map<string, ImageFile>();
  const { manifest } = await layout.resolve(image, { signal });
  for (const layer of manifest.layers) {
    const archive = extract();
    const fed = pipeline([await layout.blob(layer, { signal }), createGunzip(), archive], { signal });
    fed.catch(() => undefined);
    for await (const entry of archive) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      const { header } = entry;
      const path = header.name.replace(/\/$/, '');
      files.set(path, {
        path,
        type: header.type,
        mode: header.mode,
        uid: header.uid,
        gid: header.gid,
        target: header.type === 'symlink' || header.type === 'link' ? header.linkname : undefined,
        attributes: Object.keys((header.pax ?? {}) as object).filter((key) => key.includes('xattr')),
        ...inspect(Buffer.concat(chunks)),
      });
    }
    await fed;
  }
  return files;
}

function inspect(content: Buffer): Pick<ImageFile, 'script' | 'elf' | 'signatures'> {
  return {
    script: content[0] === 0x23 && content[1] === 0x21,
    elf: isElf(content) ? (parseElf(content) ?? 'unreadable') : undefined,
    signatures: isElf(content) ? SIGNATURES.filter(([, text]) => content.includes(text)).map(([name]) => name) : [],
  };
}
