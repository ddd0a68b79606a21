import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Init } from '@talos/lib/rpc/service.ts';
import type { DebugInput, DebugStart } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { DebugRequest } from '../debug/session.ts';
import { type FakeNode, startFakeNode } from './fakes.ts';

const fails = (code: string, reason?: string) => (error: unknown) =>
  error instanceof RpcError && error.code === code && (reason === undefined || error.reason === reason);
const IMAGE = 'osctl.dev/tools:1';
const METHOD = '/osctl.v1alpha1.Trace/Debug';

describe('Trace.Debug', () => {
  let node: FakeNode;
  const asked: DebugRequest[] = [];
  before(async () => {
    node = await startFakeNode(EXAMPLE_WORKER);
    node.state.debug = echo;
  });
  after(() => node[Symbol.asyncDispose]());
  afterEach(() => {
    asked.length = 0;
    node.state.debug = echo;
  });

  /** Prints what is typed, and ends with it. */
  const echo: FakeNode['state']['debug'] = async function* (request, input) {
    asked.push(request);
    yield { started: { digest: 'sha256:aa', command: request.command } };
    for (let next = await input.next(); !next.done; next = await input.next()) yield { stdout: next.value.stdin };
    yield { end: { reason: 'EXITED', exitCode: 4 } };
  };

  const allow = (allowDebug: boolean) =>
    node.config.replace({ ...EXAMPLE_WORKER, system: { ...EXAMPLE_WORKER.system, allowDebug } }, {
      subject: 'ann',
      role: 'os:admin',
      paths: [],
    } as never);
  const run = async (start: Init<DebugStart>, ...more: readonly Init<DebugInput>[]) => {
    const { trace, call } = node.as('os:admin');
    async function* messages() {
      yield { start };
      yield* more;
    }
    return Array.fromAsync(trace.debug(messages(), call));
  };
  const lastRecord = () => {
    const { method, target, result, reason } = node.audited().at(-1) ?? {};
    return { method, target, result, reason };
  };

  test('is refused where the configuration does not allow it, saying what would; the record has the command', async () => {
    const command = ['sh', '-c', 'cat /host/etc/*'];
    await assert.rejects(
      run({ image: IMAGE, command }),
      (error) => fails('FAILED_PRECONDITION', 'DEBUG_NOT_ALLOWED')(error) && /allowDebug: true/.test(String(error)),
    );
    assert.deepEqual(lastRecord(), {
      method: METHOD,
      target: `${IMAGE} ["sh","-c","cat /host/etc/*"]`,
      result: 'FAILED_PRECONDITION',
      reason: 'DEBUG_NOT_ALLOWED',
    });
    assert.deepEqual(asked, []);
  });

  test('where it is allowed it runs, on record with all of its command from its start', async () => {
    await allow(true);
    const command = ['sh', '-c', `echo ${'long '.repeat(700)}`];
    node.state.debug = async function* (...call) {
      assert.deepEqual(lastRecord(), {
        method: METHOD,
        target: `${IMAGE} ${JSON.stringify(command)}`,
        result: 'ACCEPTED',
        reason: undefined,
      });
      yield* echo(...call);
    };
    const answers = await run({ image: IMAGE, command }, { stdin: Buffer.from('hello') });
    assert.equal(String(answers[1]?.stdout), 'hello');
    assert.deepEqual(answers.at(-1)?.end, { reason: 'EXITED', exitCode: 4 });
    assert.deepEqual(asked, [
      {
        id: 'debug-0',
        image: IMAGE,
        command,
        terminal: undefined,
        terminalType: '',
        durationMs: 3_600_000,
        idleMs: 900_000,
      },
    ]);
    assert.deepEqual(
      node.state.events
        .slice(-2)
        .map(({ type, subject, action, message, fields }) => [type, subject, action, message, fields['by']]),
      [
        ['debug', 'debug-0', 'started', IMAGE, 'ann'],
        ['debug', 'debug-0', 'ended', 'exited, exit code 4', 'ann'],
      ],
    );
    assert.equal(node.audited().filter(({ method, result }) => method === METHOD && result === 'ACCEPTED').length, 1);
  });

  test('a few at once; who leaves makes room; what is no longer allowed ends', async () => {
    await allow(true);
    const { trace, call } = node.as('os:admin');
    const leave = new AbortController();
    async function* waiting() {
      yield { start: { image: IMAGE, command: [] } };
      await new Promise(() => {});
    }
    const open = [0, 1].map(() => trace.debug(waiting(), { ...call, signal: leave.signal })[Symbol.asyncIterator]());
    for (const one of open) await one.next();
    assert.deepEqual(new Set(asked.map(({ id }) => id)), new Set(['debug-0', 'debug-1']));
    await assert.rejects(run({ image: IMAGE }), fails('RESOURCE_EXHAUSTED', 'TOO_MANY_DEBUG_CONTAINERS'));
    await open[0]?.return?.();
    // The node hears of it a moment later.
    for (;;) {
      const again = await run({ image: IMAGE }).catch(() => undefined);
      if (again !== undefined) break;
    }
    node.state.debug = async function* (_request, _input, signal) {
      yield { started: { digest: 'sha256:aa', command: [] } };
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    await open[1]?.return?.();
    const running = trace.debug(waiting(), call)[Symbol.asyncIterator]();
    await running.next();
    await allow(false);
    await assert.rejects(running.next(), fails('FAILED_PRECONDITION', 'DEBUG_NOT_ALLOWED'));
  });

  test('hostile requests start nothing', async () => {
    await allow(true);
    const hostile: readonly Init<DebugStart>[] = [
      { image: '' },
      { image: '../../etc' },
      { image: `${IMAGE} --privileged` },
      { image: 'x'.repeat(513) },
      { image: IMAGE, command: ['sh', 'a\0b'] },
      { image: IMAGE, command: [''] },
      { image: IMAGE, command: ['x'.repeat(4_001)] },
      { image: IMAGE, command: Array(2_000).fill('') },
      { image: IMAGE, terminal: { columns: 0, rows: 24 } },
      { image: IMAGE, terminal: { columns: 80, rows: 4_097 } },
      { image: IMAGE, terminalType: '../x' },
      { image: IMAGE, terminalType: 'xterm\nLD_PRELOAD=/x' },
      { image: IMAGE, durationMs: -1 },
      { image: IMAGE, idleMs: 8 * 3_600_000 + 1 },
    ];
    for (const start of hostile) await assert.rejects(run(start), fails('INVALID_ARGUMENT'), JSON.stringify(start));
    const { trace, call } = node.as('os:admin');
    const first = async (message: Init<DebugInput>) =>
      Array.fromAsync(
        trace.debug(
          (async function* () {
            yield message;
          })(),
          call,
        ),
      );
    await assert.rejects(first({ stdin: Buffer.from('rm -rf /') }), fails('INVALID_ARGUMENT'));
    await assert.rejects(Array.fromAsync(trace.debug((async function* () {})(), call)), fails('INVALID_ARGUMENT'));
    assert.deepEqual(asked, []);
    assert.deepEqual(node.internalErrors, []);
  });
});
