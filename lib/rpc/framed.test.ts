import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Files } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Channel, openChannel } from './channel.ts';
import { createClient } from './client.ts';
import { FramedMessage, framedBytes } from './framed.ts';
import { serializer } from './grpc.ts';
import { RpcServer } from './server.ts';

const SIZE = 256 * 1024;
const TOTAL = 20 * SIZE + 77;
const directory = mkdtempSync(join(tmpdir(), 'framed-'));
const buffers = new Set<ArrayBufferLike>();
let filled = 0;
let server: RpcServer;
let channel: Channel;

before(async () => {
  server = new RpcServer({ trustForwardedIdentity: true }).add(Files, {
    async *read(_request, { signal }) {
      filled = 0;
      yield { offsetBytes: 3 };
      const fill = async (target: Buffer) => {
        const length = Math.min(target.length, TOTAL - filled);
        for (let index = 0; index < length; index += 64) target[index] = (filled + index) % 251;
        buffers.add(target.buffer);
        filled += length;
        return length;
      };
      yield* framedBytes(fill, { field: 1, size: SIZE, buffers: 3, signal });
    },
  });
  await server.listen(`unix:${join(directory, 'socket')}`);
  channel = openChannel({ address: `unix:${join(directory, 'socket')}` });
});
after(async () => {
  channel.close();
  await server.close();
  rmSync(directory, { recursive: true });
});

test('messages made in place are what the client reads, between others, out of a few buffers', async () => {
  let offset = 0;
  let first = true;
  for await (const { data, offsetBytes } of createClient(Files, channel).read({ path: '/' })) {
    if (first) assert.equal(offsetBytes, 3);
    first = false;
    for (let index = 0; index < data.length; index += 64) assert.equal(data[index], (offset + index) % 251);
    offset += data.length;
  }
  assert.equal(offset, TOTAL);
  assert.ok(buffers.size <= 3, `${buffers.size} buffers`);
});

test('a reader that pauses holds the buffers up, and lets go of the source when it leaves', async () => {
  const items = createClient(Files, channel).read({ path: '/' })[Symbol.asyncIterator]();
  await items.next();
  await items.next();
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(filled < TOTAL, 'all was read ahead of a reader that does not read');
  await items.return?.(undefined);
});

test('the next message is filled while one is sent; nothing is filled once the reader has left', async () => {
  const { signal } = new AbortController();
  let fills = 0;
  const fill = async () => {
    fills++;
    return 8;
  };
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  const frames = framedBytes(fill, { field: 1, size: 8, buffers: 2, signal });
  const { value } = await frames.next();
  await turns();
  assert.equal(fills, 2);
  await frames.next();
  await frames.return(undefined);
  value?.release();
  await turns();
  assert.equal(fills, 2, 'what it is filled from is closed by now');
});

test('a failure to fill is told after what was filled before it', async () => {
  const { signal } = new AbortController();
  let fills = 0;
  const fill = async () => {
    if (++fills === 2) throw new Error('EIO');
    return 8;
  };
  const frames = framedBytes(fill, { field: 1, size: 8, buffers: 2, signal });
  assert.equal((await frames.next()).done, false);
  await assert.rejects(frames.next(), /EIO/);
});

test('who knows of no frames sends the message by itself', () => {
  const { response } = Files.methods.read;
  const plain = serializer(response)({ data: Buffer.from('abc') });
  const framed = new FramedMessage(Buffer.concat([Buffer.from([0, 0, 0, 0, plain.length]), plain]), () => {});
  assert.deepEqual(serializer(response)(framed), plain);
});

test('lengths of one to three bytes are written as the smallest that they need', async () => {
  const { signal } = new AbortController();
  for (const length of [1, 127, 128, 16_383, 16_384, 300_000]) {
    let left = length;
    const fill = async (target: Buffer) => {
      const now = left;
      target.fill('x', 0, now);
      left = 0;
      return now;
    };
    for await (const framed of framedBytes(fill, { field: 1, size: length, buffers: 1, signal })) {
      const { bytes, message } = framed;
      assert.deepEqual(message, serializer(Files.methods.read.response)({ data: Buffer.alloc(length, 'x') }));
      assert.equal(bytes.readUInt32BE(1), message.length);
      framed.release();
    }
  }
});

test('ends when its reader has gone while it waits for a buffer', async () => {
  const leave = new AbortController();
  const options = { field: 1, size: 8, buffers: 1, signal: leave.signal };
  const frames = framedBytes(async () => 8, options);
  await frames.next();
  const waiting = frames.next();
  leave.abort();
  assert.equal((await waiting).done, true);
});
