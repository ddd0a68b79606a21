/** osctl.v1alpha1.Trace.Debug: who may, and what a request has to be like. What does the work is loaded when somebody asks. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { DebugRequest } from '../debug/session.ts';
import { terminalSize } from '../debug/size.ts';
import type { ApiDeps } from './deps.ts';
import { count, imageReference, invalid } from './input.ts';

type Methods = typeof api.Trace.methods;
type Deps = Pick<ApiDeps, 'clock' | 'audit' | 'config' | 'debug' | 'events'>;

const MAX_CONTAINERS = 2;
const HOUR_MS = 3_600_000;
const MAX_MS = 8 * HOUR_MS;
const IDLE_MS = 15 * 60_000;
/** What an audit record holds of it, less the image's own limit. */
const MAX_COMMAND_BYTES = 4_000;
/** A client that opens a call and says nothing holds no more than the call. */
const FIRST_MESSAGE_MS = 10_000;

export function debugHandlers(deps: Deps): Pick<Handlers<Methods>, 'debug'> {
  /** Numbers of the containers that are there. */
  const running = new Set<number>();
  return {
    async *debug(requests, ctx) {
      const input = requests[Symbol.asyncIterator]();
      const start = await firstOf(input, deps.clock, ctx.signal);
      deps.audit.about(ctx, start);
      const request = requestOf(start);
      if (!isAllowed(deps.config.current())) throw notAllowed();
      const slot = [...Array(MAX_CONTAINERS).keys()].find((one) => !running.has(one));
      if (slot === undefined) {
        const message = `${MAX_CONTAINERS} debug containers run on this node; wait for one to end`;
        throw new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'TOO_MANY_DEBUG_CONTAINERS' });
      }
      running.add(slot);
      const revoked = new AbortController();
      const forget = deps.config.onChange((next) => {
        if (!isAllowed(next)) revoked.abort(notAllowed());
      });
      // Now, and not at its end, which may be hours away.
      deps.audit.accepted(ctx, start);
      const id = `debug-${slot}`;
      // Whoever looks at the node sees that somebody is in it; with what command is for the audit's readers.
      const tell = (action: 'started' | 'ended', message: string): void =>
        deps.events.emit({ type: 'debug', subject: id, action, message, fields: { by: ctx.caller.subject } });
      tell('started', request.image);
      let how = 'cut off';
      try {
        const signal = AbortSignal.any([ctx.signal, revoked.signal]);
        for await (const output of deps.debug({ ...request, id }, input, signal)) {
          if (output.end) how = endOf(output.end);
          yield output;
        }
      } finally {
        tell('ended', how);
        forget();
        running.delete(slot);
      }
    },
  };
}

/** Such as "duration over, exit code 137". */
const endOf = ({ reason, exitCode }: api.Init<api.DebugEnd>): string =>
  `${String(reason).toLowerCase().replaceAll('_', ' ')}, exit code ${exitCode}`;

const isAllowed = ({ system }: NodeDocuments): boolean => system.allowDebug === true;

const notAllowed = (): RpcError =>
  new RpcError(
    'FAILED_PRECONDITION',
    "this node's configuration does not allow debug containers; to allow them: osctl config patch --patch '{kind: SystemConfig, spec: {allowDebug: true}}'",
    { reason: 'DEBUG_NOT_ALLOWED' },
  );

async function firstOf(
  input: AsyncIterator<api.DebugInput>,
  clock: Deps['clock'],
  signal: AbortSignal,
): Promise<api.DebugStart> {
  const over = new AbortController();
  const late = clock.sleep(FIRST_MESSAGE_MS, AbortSignal.any([over.signal, signal])).then(() => undefined);
  late.catch(() => {});
  try {
    const first = await Promise.race([input.next(), late]);
    const start = first === undefined || first.done ? undefined : first.value.start;
    if (start === undefined) throw invalid('the first message must carry start: image and command');
    return start;
  } finally {
    over.abort();
  }
}

/** Errors: RpcError saying what is wrong. */
function requestOf(start: api.DebugStart): Omit<DebugRequest, 'id'> {
  const image = imageReference(start.image);
  const { command, terminal, terminalType } = start;
  if (command.some((one) => one.includes('\0'))) throw invalid('command must be words without NUL');
  if (command[0] === '') throw invalid('command must begin with the name of a program');
  if (Buffer.byteLength(JSON.stringify(command)) + image.length > MAX_COMMAND_BYTES) {
    const message = `image and command must be ${MAX_COMMAND_BYTES} bytes at most, so that the audit record holds all of them; give a longer script on standard input`;
    throw invalid(message, 'COMMAND_TOO_LONG');
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$|^$/.test(terminalType)) {
    throw invalid('terminal_type must be the name of a terminal, such as xterm');
  }
  return {
    image,
    command,
    terminal: terminal === undefined ? undefined : terminalSize(terminal),
    terminalType,
    durationMs: within(start.durationMs, 'duration_ms', HOUR_MS),
    idleMs: within(start.idleMs, 'idle_ms', IDLE_MS),
  };
}

function within(value: number, name: string, initial: number): number {
  if (count(value, name) > MAX_MS) throw invalid(`${name} must be ${MAX_MS} at most`);
  return value === 0 ? initial : value;
}
