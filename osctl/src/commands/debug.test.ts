import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { after, before, beforeEach, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type DebugEndReason, type DebugInput, type DebugStart, Trace } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, type RunOptions, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
let asked: DebugStart | undefined;
let inputs: string[] = [];
/** Settles when the node has seen the call end. */
let ended = Promise.withResolvers<void>();

before(async () => {
  cluster = await FakeCluster.start();
  const trace = serve(Trace, {
    async *debug(requests, ctx) {
      ctx.signal.addEventListener('abort', () => ended.resolve());
      const input = requests[Symbol.asyncIterator]();
      asked = (await input.next()).value?.start;
      const [program, word = ''] = asked?.command ?? [];
      if (program === 'forbidden') throw new RpcError('FAILED_PRECONDITION', 'not allowed here');
      yield { pull: { doneBytes: 5, totalBytes: 10 } };
      if (program === 'broken') return;
      yield { started: { digest: 'sha256:aa', command: asked?.command ?? [] } };
      if (program === 'limit') {
        yield { end: { reason: word as DebugEndReason, exitCode: 137 } };
        return;
      }
      yield { stdout: Buffer.from('out ') };
      yield { stderr: Buffer.from('err') };
      const said = (one: DebugInput) =>
        one.size === undefined ? Buffer.from(one.stdin).toString() : `${one.size.columns}x${one.size.rows}`;
      for (let next = await input.next(); !next.done; next = await input.next()) {
        inputs.push(said(next.value));
        if (inputs.join('').includes('bye')) break;
      }
      yield { stdout: Buffer.from([0xff, 0x00]) };
      yield { end: { reason: 'EXITED', exitCode: Number(word) } };
    },
  });
  await cluster.node('w-1', trace);
  await cluster.node('w-2', trace);
});
after(() => cluster.close());
beforeEach(() => {
  asked = undefined;
  inputs = [];
  ended = Promise.withResolvers();
});

const debug = (command: readonly string[], options: RunOptions & { readonly flags?: readonly string[] } = {}) =>
  cluster.run(['-n', 'w-1', 'debug', '--image', 'tools:1', ...(options.flags ?? []), '--', ...command], options);

/** A terminal of which a test is the keyboard. */
function keyboard() {
  const raw: boolean[] = [];
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  return { keys, raw };
}
const TERMINAL = { columns: 101, rows: 33 };

test('passes on what is piped, both outputs apart, and the exit code', async () => {
  const { code, stdout, stderr } = await debug(['sh', '7', '-x', ''], {
    stdin: Readable.from([Buffer.from('one\n'), 'two\n']),
    flags: ['--duration', '2m', '--idle', '30s'],
  });
  assert.equal(code, 7);
  assert.equal(stdout, Buffer.from([...Buffer.from('out '), 0xff, 0]).toString());
  assert.equal(stderr, 'err');
  assert.equal(inputs.join(''), 'one\ntwo\n');
  assert.deepEqual(asked, {
    image: 'tools:1',
    command: ['sh', '7', '-x', ''],
    terminal: undefined,
    terminalType: '',
    durationMs: 120_000,
    idleMs: 30_000,
  });
});

test('on a terminal every key is passed on, its type and size are told, and it is given back', async () => {
  const { keys, raw } = keyboard();
  const { code } = await debug(['sh', '0'], {
    stdin: keys,
    terminal: TERMINAL,
    env: { TERM: 'screen-256color' },
    onOutput: (soFar) => {
      if (soFar !== 'out ') return;
      keys.write('\x03');
      keys.write('~/x\rbye');
    },
  });
  assert.equal(code, 0);
  assert.equal(inputs.join(''), '\x03~/x\rbye');
  assert.deepEqual(raw, [true, false]);
  assert.equal(asked?.terminalType, 'screen-256color');
  assert.ok((asked?.terminal?.columns ?? 0) > 0 && (asked?.terminal?.rows ?? 0) > 0);
  assert.ok(keys.destroyed, 'nobody is kept alive by it');
});

test('~. leaves a node that says nothing, which hears of it', async () => {
  const { keys, raw } = keyboard();
  keys.write('ls\r~.');
  const { code, stderr } = await debug(['sh', '0'], { stdin: keys, terminal: TERMINAL });
  assert.equal(code, 130);
  assert.match(stderr, /osctl: left; the container is removed\n$/);
  await ended.promise;
  assert.doesNotMatch(inputs.join(''), /~/);
  assert.deepEqual(raw, [true, false]);
});

test('an interrupt ends the session on the node', async () => {
  const interrupt = new AbortController();
  const { code } = await debug(['sh', '0'], {
    stdin: new PassThrough(),
    signal: interrupt.signal,
    onOutput: () => interrupt.abort(new Error('interrupted')),
  });
  assert.equal(code, 130);
  await ended.promise;
});

test('a limit is told and is a failure, as is a session that broke off, or never began', async () => {
  for (const [reason, text] of [
    ['DURATION_OVER', /node w-1: ended after 1h \(--duration\); the container is removed/],
    ['IDLE', /ended after 15m without a word \(--idle\)/],
    ['DISK_LOW', /the node's disk is nearly full/],
  ] as const) {
    const { code, stderr } = await debug(['limit', reason]);
    assert.equal(code, 1);
    assert.match(stderr, text);
  }
  const broken = await debug(['broken']);
  assert.deepEqual([broken.code, /broke off/.test(broken.stderr)], [1, true]);
  const { keys, raw } = keyboard();
  const refused = await debug(['forbidden'], { stdin: keys, terminal: TERMINAL });
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /node w-1.*not allowed here/);
  assert.deepEqual(raw, [], 'the terminal was left alone');
});

test('is about one node, and an image', async () => {
  assert.equal((await cluster.run(['-n', 'w-1,w-2', 'debug', '--image', 'tools:1'])).code, 2);
  assert.equal((await cluster.run(['-n', 'w-1', 'debug', '--', 'sh'])).code, 2);
});
