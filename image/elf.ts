/** What the dynamic linker would want to know of an ELF file. */
export interface ElfFile {
  readonly machine: 'amd64' | 'arm64' | 'other';
  /** the dynamic linker it asks for; undefined for static programs and libraries */
  readonly interpreter: string | undefined;
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  readonly runPath: string | undefined;
}

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const DT_NEEDED = 1n;
const DT_STRTAB = 5n;
const DT_SONAME = 14n;
const DT_RPATH = 15n;
const DT_RUNPATH = 29n;

export function isElf(content: Uint8Array): boolean {
  return (
    content.length >= 4 && content[0] === 0x7f && content[1] === 0x45 && content[2] === 0x4c && content[3] === 0x46
  );
}

/**
 * Reads the dynamic section of a 64-bit little-endian ELF file (System V ABI, "Dynamic Linking"), so that neither the build nor the
 * policy needs binutils or runs what it looks at. Returns undefined for anything that is no such file or a damaged one.
 */
export function parseElf(content: Buffer): ElfFile | undefined {
  if (!isElf(content) || content.length < 64 || content[4] !== 2 || content[5] !== 1) return undefined;
  try {
    return read(content);
  } catch (error) {
    // An offset beyond the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: bigint;
  readonly fileSize: number;
}

function read(content: Buffer): ElfFile {
  const machineNumber = content.readUInt16LE(18);
  const tableOffset = Number(content.readBigUInt64LE(32));
  const entrySize = content.readUInt16LE(54);
  const count = content.readUInt16LE(56);
  const segments: Segment[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = tableOffset + index * entrySize;
    segments.push({
      type: content.readUInt32LE(at),
      offset: Number(content.readBigUInt64LE(at + 8)),
      address: content.readBigUInt64LE(at + 16),
      fileSize: Number(content.readBigUInt64LE(at + 32)),
    });
  }
  const interp = segments.find((segment) => segment.type === PT_INTERP);
  const dynamic = segments.find((segment) => segment.type === PT_DYNAMIC);
  const tags: (readonly [bigint, bigint])[] = [];
  for (let at = dynamic?.offset ?? 0, end = at + (dynamic?.fileSize ?? 0); at + 16 <= end; at += 16) {
    const tag = content.readBigInt64LE(at);
    if (tag === 0n) break;
    tags.push([tag, content.readBigUInt64LE(at + 8)]);
  }
  const strings = fileOffset(segments, tags.find(([tag]) => tag === DT_STRTAB)?.[1]);
  const text = (wanted: bigint): string[] =>
    strings === undefined
      ? []
      : tags.filter(([tag]) => tag === wanted).map(([, value]) => stringAt(content, strings + Number(value)));
  return {
    machine: machineNumber === 62 ? 'amd64' : machineNumber === 183 ? 'arm64' : 'other',
    interpreter: interp === undefined ? undefined : stringAt(content, interp.offset),
    needed: text(DT_NEEDED),
    soname: text(DT_SONAME)[0],
    runPath: text(DT_RUNPATH)[0] ?? text(DT_RPATH)[0],
  };
}

function fileOffset(segments: readonly Segment[], address: bigint | undefined): number | undefined {
  if (address === undefined) return undefined;
  const segment = segments.find(
    (s) => s.type === PT_LOAD && address >= s.address && address < s.address + BigInt(s.fileSize),
  );
  return segment === undefined ? undefined : segment.offset + Number(address - segment.address);
}

function stringAt(content: Buffer, offset: number): string {
  const end = content.indexOf(0, offset);
  if (offset > content.length || end < 0) throw new RangeError('a string beyond the end of the file');
  return content.toString('utf8', offset, end);
}
