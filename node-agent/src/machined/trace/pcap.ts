/** The pcap file format as tcpdump writes it, far enough to cut a stream between packets. Pure. */

const FILE_HEADER = 24;
const PACKET_HEADER = 16;
/** Little-endian with microseconds: tcpdump writes its host's order, and every architecture of ours is little-endian. */
const MAGIC = 0xa1b2c3d4;
/** What libpcap takes for whole packets at most; anything larger is no packet. */
export const MAX_PACKET = 262_144;

export class PcapError extends Error {
  override readonly name = 'PcapError';
}

/**
 * Puts the pieces of a stream together to whole packets and stops before the first that would exceed `maxBytes`.
 * Memory: one packet and one piece.
 */
export class PacketCutter {
  readonly #maxBytes: number;
  #rest: Buffer = Buffer.alloc(0);
  #inFile = false;
  packets = 0;
  /** Given so far. */
  bytes = 0;
  full = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The file's next bytes; undefined when there is no whole packet yet. Errors: PcapError. */
  push(piece: Uint8Array): Uint8Array | undefined {
    if (this.full) return undefined;
    const data = this.#rest.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#rest, piece]);
    let end = 0;
    if (!this.#inFile) {
      if (data.length < FILE_HEADER) {
        this.#rest = data;
        return undefined;
      }
      if (data.readUInt32LE(0) !== MAGIC) throw new PcapError('this is no pcap file');
      this.#inFile = true;
      end = FILE_HEADER;
    }
    while (data.length >= end + PACKET_HEADER) {
      const kept = data.readUInt32LE(end + 8);
      if (kept > MAX_PACKET) throw new PcapError(`a packet of ${kept} bytes`);
      const next = end + PACKET_HEADER + kept;
      if (data.length < next) break;
      if (this.bytes + next > this.#maxBytes) {
        this.full = true;
        break;
      }
      end = next;
      this.packets++;
    }
    this.#rest = this.full ? Buffer.alloc(0) : Buffer.from(data.subarray(end));
    this.bytes += end;
    return end === 0 ? undefined : data.subarray(0, end);
  }
}
