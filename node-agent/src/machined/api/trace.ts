/** osctl.v1alpha1.Trace. What does the work is loaded when somebody asks. */
import { isIP } from 'node:net';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApidProfiles } from './apid-profiles.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';
import { selectedNetworks } from './network.ts';

type Methods = typeof api.Trace.methods;
type Deps = Pick<ApiDeps, 'clock' | 'startTool' | 'audit'> & {
  readonly podLogs: string;
  readonly apidProfiles: Pick<ApidProfiles, 'profile'>;
};

const MINUTE_MS = 60_000;
const MiB = 1024 * 1024;
const MAX_PACKET = 262_144;
const MAX_CAPTURES = 2;
const CHUNK = 64 * 1024;
/** Names that Linux takes, but for the ones that only mischief would choose. */
const INTERFACE = /^[A-Za-z0-9_][A-Za-z0-9_.@:-]{0,14}$/;
const FILTER = /^[\x20-\x7e]{0,1024}$/;

export function traceHandlers(deps: Deps): Omit<Handlers<Methods>, 'debug'> {
  /** Numbers of the captures under way. */
  const capturing = new Set<number>();
  const profiling = new Set<'MACHINED' | 'APID'>();
  return {
    async *capture(request, ctx) {
      if (request.interface !== '' && !INTERFACE.test(request.interface)) {
        throw invalid('interface must be the name of a network interface');
      }
      if (!FILTER.test(request.filter)) {
        throw invalid('filter must be at most 1024 characters of printable ASCII', 'INVALID_FILTER');
      }
      const durationMs = within(request.durationMs, 'duration_ms', MINUTE_MS, 60 * MINUTE_MS);
      const maxBytes = within(request.maxBytes, 'max_bytes', 64 * MiB, 4096 * MiB);
      const packetBytes = within(request.packetBytes, 'packet_bytes', MAX_PACKET, MAX_PACKET);
      const [space] = await selectedNetworks({ pod: request.pod, all: false }, deps, ctx);
      const slot = [...Array(MAX_CAPTURES).keys()].find((one) => !capturing.has(one));
      if (slot === undefined) {
        throw new RpcError('RESOURCE_EXHAUSTED', `${MAX_CAPTURES} captures run on this node; wait for one to end`, {
          reason: 'TOO_MANY_CAPTURES',
        });
      }
      capturing.add(slot);
      // Now, and not at its end, which may be an hour away.
      deps.audit.accepted(ctx, request);
      try {
        const { capture } = await import('../trace/capture.ts');
        yield* capture(deps, {
          id: `capture-${slot}`,
          interface: request.interface,
          filter: request.filter,
          inNetworkOf: request.pod === '' ? undefined : space?.pids[0],
          caller: isIP(ctx.caller.address) === 0 ? '' : ctx.caller.address,
          durationMs,
          maxBytes,
          packetBytes,
          signal: ctx.signal,
        });
      } finally {
        capturing.delete(slot);
      }
    },
    async *profile(request, ctx) {
      const { kind } = request;
      if (kind !== 'CPU' && kind !== 'HEAP') throw invalid('kind must be CPU or HEAP');
      const durationMs = within(request.durationMs, 'duration_ms', 10_000, MINUTE_MS);
      const target = request.process === 'APID' ? 'APID' : 'MACHINED';
      if (profiling.has(target)) {
        const message = `${target.toLowerCase()} is being profiled already; wait for that to end`;
        throw new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'PROFILE_RUNNING' });
      }
      profiling.add(target);
      let data: Buffer;
      try {
        if (target === 'APID') data = await deps.apidProfiles.profile(kind, durationMs, ctx.signal);
        else {
          const { profile } = await import('@talos/lib/control/profile.ts');
          data = Buffer.from(await profile(kind, durationMs, deps.clock, ctx.signal));
        }
      } finally {
        profiling.delete(target);
      }
      for (let at = 0; at < data.length; at += CHUNK) yield { data: data.subarray(at, at + CHUNK) };
    },
  };
}

function within(value: number, name: string, initial: number, max: number): number {
  if (count(value, name) > max) throw invalid(`${name} must be ${max} at most`);
  return value === 0 ? initial : value;
}
