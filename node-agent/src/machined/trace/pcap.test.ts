import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PacketCutter, PcapError } from './pcap.ts';

function header(): Buffer {
  const buffer = Buffer.alloc(24);
  buffer.writeUInt32LE(0xa1b2c3d4, 0);
  return buffer;
}

export function packet(size: number): Buffer {
  const buffer = Buffer.alloc(16 + size, 0xee);
  buffer.writeUInt32LE(size, 8);
  buffer.writeUInt32LE(size, 12);
  return buffer;
}

test('however the stream is cut in pieces, what comes out is whole packets within the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }),
      fc.integer({ min: 24, max: 3_000 }),
      (sizes, cuts, maxBytes) => {
        const file = Buffer.concat([header(), ...sizes.map(packet)]);
        const cutter = new PacketCutter(maxBytes);
        const given: Uint8Array[] = [];
        for (let at = 0, i = 0; at < file.length; i++) {
          const size = cuts[i % cuts.length]!;
          const out = cutter.push(file.subarray(at, at + size));
          if (out !== undefined) given.push(out);
          at += size;
        }
        let expected = 24;
        let packets = 0;
        for (const size of sizes) {
          if (expected + 16 + size > maxBytes) break;
          expected += 16 + size;
          packets++;
        }
        assert.deepEqual(Buffer.concat(given), file.subarray(0, expected));
        assert.deepEqual([cutter.bytes, cutter.packets, cutter.full], [expected, packets, packets < sizes.length]);
      },
    ),
  );
});

test('what is no pcap file, or no packet, is refused', () => {
  assert.throws(() => new PacketCutter(1_000).push(Buffer.alloc(24)), PcapError);
  const huge = packet(0);
  huge.writeUInt32LE(300_000, 8);
  assert.throws(() => new PacketCutter(1_000).push(Buffer.concat([header(), huge])), /a packet of 300000 bytes/);
});
