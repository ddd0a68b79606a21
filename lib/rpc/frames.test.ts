import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { frame, Unframer } from './frames.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

describe('messages out of pieces', () => {
  it('come out as they were put in, however they were cut', () => {
    const sizes = fc.array(fc.oneof(fc.nat(20), fc.nat(3_000), fc.constant(600 * 1024)), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.array(fc.oneof(fc.nat(7), fc.nat(100_000)), { maxLength: 30 }), (lengths, cuts) => {
        const messages = lengths.map((length, index) => Buffer.alloc(length, index + 1));
        const all = Buffer.concat(messages.map(frame));
        const frames = new Unframer();
        const out: Buffer[] = [];
        // What was given is written over at once: it is shared with others.
        const add = (piece: Buffer) => {
          const own = Buffer.from(piece);
          for (const message of frames.add(own)) out.push(Buffer.from(message));
          own.fill(0xff);
        };
        let at = 0;
        for (const cut of cuts) {
          add(all.subarray(at, at + cut));
          at = Math.min(all.length, at + cut);
        }
        add(all.subarray(at));
        assert.equal(frames.whole, true);
        assert.deepEqual(
          out.map((message) => [message.length, message[0]]),
          messages.map((message) => [message.length, message[0]]),
        );
        assert.ok(out.every((message, index) => message.equals(messages[index]!)));
      }),
      { numRuns: 50 },
    );
  });

  it('hold no piece, however small it is', () => {
    const frames = new Unframer();
    const message = Buffer.from('put together from one byte at a time');
    const byte = Buffer.alloc(1);
    const out: string[] = [];
    for (const value of frame(message)) {
      byte[0] = value;
      for (const whole of frames.add(byte)) out.push(whole.toString());
    }
    assert.deepEqual(out, [message.toString()]);
  });

  it('stay what they are when the next ones come', () => {
    const frames = new Unframer();
    const both = Buffer.concat([frame(Buffer.alloc(100, 1)), frame(Buffer.alloc(100, 2))]);
    assert.deepEqual([...frames.add(both.subarray(0, 50))], []);
    const [first] = frames.add(both.subarray(50, 150));
    const [second] = frames.add(both.subarray(150));
    assert.ok(first?.equals(Buffer.alloc(100, 1)) && second?.equals(Buffer.alloc(100, 2)));
  });

  it('are refused as soon as their length is known when it is too large', () => {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(MAX_MESSAGE_BYTES + 1, 1);
    assert.throws(() => [...new Unframer().add(head)], { code: 'RESOURCE_EXHAUSTED' });
    const packed = frame(Buffer.from('x'));
    packed[0] = 1;
    assert.throws(() => [...new Unframer().add(packed)], { code: 'UNIMPLEMENTED' });
  });
});
