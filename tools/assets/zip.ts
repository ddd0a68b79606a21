import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  content(): Buffer;
}

/**
 * The files of a zip archive in memory, in its directory's order.
 *
 * Ours, because it is needed only for Go modules' zips (stored or deflated, no encryption, under 4 GiB), which Node's
 * zlib does all the real work for. The content is for a checksum to judge: the archive's CRCs are not looked at.
 * Errors: not a zip, damaged, or of a kind that no Go module is.
 */
export function* readZip(zip: Buffer): Generator<ZipEntry> {
  const endSignature = Buffer.from('PK\x05\x06', 'latin1');
  const end = zip.lastIndexOf(endSignature);
  if (end < 0 || end + 22 > zip.length) {
    throw new Error('this is no zip archive: it has no directory');
  }
  const count = zip.readUInt16LE(end + 10);
  let offset = zip.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) {
    throw new Error('this zip archive is too large for us (ZIP64)');
  }
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(offset) !== 0x02014b50) {
      throw new Error(`the zip archive's directory is damaged at ${offset}`);
    }
    const method = zip.readUInt16LE(offset + 10);
    const packed = zip.readUInt32LE(offset + 20);
    const size = zip.readUInt32LE(offset + 24);
    const nameLength = zip.readUInt16LE(offset + 28);
    const local = zip.readUInt32LE(offset + 42);
    const name = zip.toString('utf8', offset + 46, offset + 46 + nameLength);
    offset += 46 + nameLength + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
    yield {
      name,
      content() {
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const raw = zip.subarray(start, start + packed);
        const content = method === 0 ? raw : method === 8 ? inflateRawSync(raw, { maxOutputLength: size + 1 }) : null;
        if (content?.length !== size) {
          throw new Error(`the zip archive's ${name} is damaged`);
        }
        return content;
      },
    };
  }
}
