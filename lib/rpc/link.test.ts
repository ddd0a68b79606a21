import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { NOBODY } from './forwarded.ts';
import { type CallEvents, type CallHead, type CallStatus, Link, type LinkCall, MAX_CALLS, PREFACE } from './link.ts';

const directory = mkdtempSync(join(tmpdir(), 'link-'));
const path = join(directory, 'socket');
const OK: CallStatus = { code: 'OK', message: '' };
const HEAD = { path: '/a/B', caller: { ...NOBODY, subject: 'ann', role: 'os:reader' } } as const;
const WINDOW = 256 * 1024;

/** What one side was told of a call, as words; bytes as their sum. */
class Told implements CallEvents {
  readonly words: string[] = [];
  readonly bytes: Buffer[] = [];
  readonly #ended = Promise.withResolvers<CallStatus | undefined>();
  readonly finished = this.#ended.promise;
  onData: (bytes: Buffer) => void = () => {};
  onEnd: () => void = () => {};
  data(bytes: Buffer): void {
    this.bytes.push(Buffer.from(bytes));
    this.onData(bytes);
  }
  end(): void {
    this.words.push('end');
    this.onEnd();
  }
  drain(): void {
    this.words.push('drain');
  }
  over(status: CallStatus | undefined): void {
    this.words.push('over');
    this.#ended.resolve(status);
  }
  get text(): string {
    return Buffer.concat(this.bytes).toString();
  }
}

/** The server's side of each call, and what is done with the next one. */
let served: { readonly head: CallHead; readonly call: LinkCall; readonly told: Told }[] = [];
let serve: (call: LinkCall, told: Told) => void = () => {};
let serverSocket: Socket;
let client: Link;
const server = createServer((socket) => {
  serverSocket = socket;
  socket.once('readable', () => {
    assert.deepEqual(socket.read(PREFACE.length), PREFACE);
    new Link(socket, {
      onCall(head, call) {
        const told = new Told();
        served.push({ head, call, told });
        serve(call, told);
        return told;
      },
    });
  });
});

before(async () => {
  server.listen(path);
  await once(server, 'listening');
});
beforeEach(async () => {
  client?.close();
  served = [];
  serve = () => {};
  client = new Link(connect({ path }));
});
after(() => {
  client.close();
  server.close();
  rmSync(directory, { recursive: true });
});

/** Until `ready` says so: a few turns of the loop, since both sides live in it. */
async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await turn();
}

test('a call: its head, bytes both ways, and a status', async () => {
  serve = (call, told) => {
    told.onEnd = () => {
      call.send(Buffer.from(told.text.toUpperCase()));
      call.finish({ code: 'NOT_FOUND', message: 'nicht da – ü', reason: 'NONE' });
    };
  };
  const told = new Told();
  const call = client.open({ ...HEAD, timeoutMs: 5 }, WINDOW, told);
  call.send(Buffer.from('one '));
  call.send(Buffer.from('two'));
  call.end();
  assert.deepEqual(await told.finished, { code: 'NOT_FOUND', message: 'nicht da – ü', reason: 'NONE' });
  assert.equal(told.text, 'ONE TWO');
  assert.deepEqual(served[0]?.head, { ...HEAD, timeoutMs: 5, window: WINDOW });
  assert.equal(client.calls, 0);
});

test('many calls at once, of every size, are not mixed up', async () => {
  serve = (call, told) => {
    told.onData = (bytes) => {
      call.taken(bytes.length);
      call.send(Buffer.from(bytes));
    };
    told.onEnd = () => call.finish(OK);
  };
  const sizes = [0, 1, 8, 9, 2_047, 2_048, 2_049, 16_384, 65_535, 65_536, 65_537, 300_000, 1_000_000];
  await Promise.all(
    [...sizes, ...sizes].map(async (size, index) => {
      const sent = Buffer.alloc(size, index + 1);
      const told = new Told();
      const call = client.open(HEAD, 32 * 1024, told);
      told.onData = (bytes) => call.taken(bytes.length);
      call.send(sent);
      call.end();
      assert.deepEqual(await told.finished, OK);
      assert.ok(Buffer.concat(told.bytes).equals(sent), `${size} bytes`);
    }),
  );
});

test('what is not taken is not sent beyond the window, and waits for no other call', async () => {
  const sent: string[] = [];
  serve = (call, told) => {
    told.onEnd = () => {
      for (let index = 0; index < 10; index++) call.send(Buffer.alloc(1_000), () => sent.push('part'));
      if (!call.full) call.finish(OK);
    };
  };
  const slow = new Told();
  const first = client.open(HEAD, 4_500, slow);
  first.end();
  await until(() => slow.text.length === 4_500);
  const quick = new Told();
  client.open(HEAD, WINDOW, quick).end();
  assert.deepEqual(await quick.finished, OK);
  assert.equal(slow.text.length, 4_500);
  assert.equal(served[0]?.call.full, true);
  assert.equal(served[0]?.told.words.includes('drain'), false);
  first.taken(4_500);
  await until(() => slow.text.length === 9_000);
  first.taken(4_500);
  await until(() => slow.text.length === 10_000);
  assert.ok(served[0]?.told.words.includes('drain'));
  assert.equal(sent.length, 20, 'whoever sent them may use the memory again');
});

test('an error does not wait for a client that does not read; success comes behind the last byte', async () => {
  for (const [status, length] of [
    [{ code: 'DEADLINE_EXCEEDED', message: 'late' }, 100],
    [OK, 1_000],
  ] as const) {
    let released = 0;
    serve = (call, told) => {
      told.onEnd = () => {
        call.send(Buffer.alloc(1_000), () => released++);
        call.finish(status);
      };
    };
    const told = new Told();
    const call = client.open(HEAD, 100, told);
    told.onData = () => {
      if (status === OK) call.taken(100);
    };
    call.end();
    assert.deepEqual(await told.finished, status);
    assert.equal(told.text.length, length);
    assert.equal(released, 1);
  }
});

test('a client that leaves is told of at once, and its call is over when the server has said so', async () => {
  const told = new Told();
  const call = client.open(HEAD, WINDOW, told);
  await until(() => served.length === 1);
  call.cancel();
  const { call: answering, told: there } = served[0]!;
  assert.equal(await there.finished, undefined);
  assert.equal(client.calls, 1, 'it counts as long as the server may be busy with it');
  let released = false;
  answering.send(Buffer.alloc(1 << 20), () => {
    released = true;
  });
  assert.ok(released && !answering.full, 'what is sent to nobody holds up nobody');
  answering.finish({ code: 'CANCELLED', message: '' });
  assert.equal((await told.finished)?.code, 'CANCELLED');
  assert.deepEqual([told.text, client.calls], ['', 0]);
});

test('when the connection breaks, each call of both sides is told once', async () => {
  const told = [new Told(), new Told()];
  for (const one of told) client.open(HEAD, WINDOW, one).send(Buffer.alloc(200_000));
  await until(() => served.length === 2);
  serverSocket.destroy();
  for (const one of [...told, ...served.map((one) => one.told)]) {
    assert.equal(await one.finished, undefined);
    assert.equal(one.words.filter((word) => word === 'over').length, 1);
  }
  assert.ok(client.closed);
});

test('a client that breaks the rules loses its connection, and nothing else happens', async () => {
  const frame = (number: number, kind: number, payload: Buffer, length = payload.length): Buffer => {
    const header = Buffer.alloc(9);
    header.writeUInt32BE(length, 0);
    header.writeUInt32BE(number, 4);
    header[8] = kind;
    return Buffer.concat([header, payload]);
  };
  const open = frame(1, 0, Buffer.from(JSON.stringify({ ...HEAD, window: 10 })));
  const many = Array.from({ length: MAX_CALLS }, (_, index) =>
    frame(index + 2, 0, Buffer.from(JSON.stringify({ ...HEAD, window: 10 }))),
  );
  for (const [what, bytes] of [
    ['a head that is no JSON', frame(1, 0, Buffer.from('{'))],
    ['a number that is in use', Buffer.concat([open, open])],
    ['more calls than there may be', Buffer.concat([open, ...many])],
    [
      'more bytes than the window',
      Buffer.concat([open, frame(1, 1, Buffer.alloc(64 * 1024)), frame(1, 1, Buffer.alloc(1))]),
    ],
    ['a frame too large', frame(1, 1, Buffer.alloc(0), 2 ** 31)],
    ['a kind that there is not', Buffer.concat([open, frame(1, 9, Buffer.alloc(0))])],
    ['an end that comes twice', Buffer.concat([open, frame(1, 2, Buffer.alloc(0)), frame(1, 2, Buffer.alloc(0))])],
    ['bytes behind the end', Buffer.concat([open, frame(1, 2, Buffer.alloc(0)), frame(1, 1, Buffer.alloc(1))])],
    ['a number cut off', Buffer.concat([open, frame(1, 5, Buffer.alloc(1))])],
  ] as const) {
    const socket = connect({ path });
    socket.on('error', () => {});
    socket.resume();
    socket.write(Buffer.concat([PREFACE, bytes]));
    await once(socket, 'close');
    const told = new Told();
    serve = (call) => call.finish(OK);
    client.open(HEAD, WINDOW, told);
    assert.deepEqual(await told.finished, OK, what);
    serve = () => {};
  }
});

test('frames may come in any pieces', async () => {
  const socket = connect({ path });
  const bytes: Buffer[] = [];
  socket.on('data', (chunk) => bytes.push(chunk));
  serve = (call, told) => {
    told.onEnd = () => {
      call.send(Buffer.from(told.text));
      call.finish(OK);
    };
  };
  const whole: Buffer[] = [];
  // What a client sends, recorded by a server of its own.
  const recorder = createServer((one) => one.on('data', (chunk) => whole.push(chunk)));
  const recorded = join(directory, 'recorder');
  recorder.listen(recorded);
  await once(recorder, 'listening');
  const recording = new Link(connect({ path: recorded }));
  const call = recording.open(HEAD, WINDOW, new Told());
  call.send(Buffer.from('abcdefgh'));
  call.end();
  await until(() => Buffer.concat(whole).includes('abcdefgh') && Buffer.concat(whole).at(-1) === 2);
  recording.close();
  recorder.close();
  const stream = Buffer.concat(whole);
  socket.write(stream.subarray(0, PREFACE.length));
  await until(() => serverSocket.bytesRead >= PREFACE.length);
  for (let at = PREFACE.length; at < stream.length; at++) {
    socket.write(stream.subarray(at, at + 1));
    await turn();
  }
  await until(() => Buffer.concat(bytes).includes('abcdefgh'));
  assert.equal(served.at(-1)?.told.text, 'abcdefgh');
  socket.destroy();
});
