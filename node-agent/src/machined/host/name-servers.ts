/** What the node's name servers say, each asked by itself: the C library only tells what came of all of them together. */
import { Resolver } from 'node:dns/promises';

export type NameServerResult =
  | 'answered'
  | 'no-such-name'
  | 'server-failed'
  | 'refused'
  | 'unreachable'
  /** Nothing came back in time. */
  | 'silent';

export interface NameServerAnswer {
  readonly server: string;
  readonly result: NameServerResult;
  readonly addresses: readonly string[];
  readonly tookUs: number;
}

/** A resolver of the C library gives up on a server after 5 s; whoever waits for longer than this is not served well. */
const TIMEOUT_MS = 2_000;
/** Every name server knows of the root zone, or knows at least whom to ask. */
const ROOT = '.';

/** In the order of `servers`, asked all at once. `name` empty: the root zone. Errors: the signal's reason. */
export async function askNameServers(
  servers: readonly string[],
  name: string,
  signal: AbortSignal,
  timeoutMs = TIMEOUT_MS,
): Promise<readonly NameServerAnswer[]> {
  return Promise.all(servers.map((server) => ask(server, name, signal, timeoutMs)));
}

async function ask(server: string, name: string, signal: AbortSignal, timeoutMs: number): Promise<NameServerAnswer> {
  signal.throwIfAborted();
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  resolver.setServers([server]);
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const begin = performance.now();
  try {
    const asked = name === '' ? [resolver.resolveNs(ROOT)] : [resolver.resolve4(name), resolver.resolve6(name)];
    const told = await Promise.allSettled(asked);
    signal.throwIfAborted();
    const addresses = name === '' ? [] : told.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    // Of two questions one may have no answer of its kind: the better one counts.
    const results = told.map((one) => (one.status === 'fulfilled' ? 'answered' : resultOf(one.reason)));
    const result = RANK.find((one) => results.includes(one)) ?? 'silent';
    return { server, result, addresses, tookUs: Math.round((performance.now() - begin) * 1000) };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

const RANK: readonly NameServerResult[] = [
  'answered',
  'no-such-name',
  'server-failed',
  'refused',
  'unreachable',
  'silent',
];

/** By c-ares' codes, https://nodejs.org/api/dns.html#error-codes. */
function resultOf(error: unknown): NameServerResult {
  switch ((error as NodeJS.ErrnoException).code) {
    // There is such a name, without addresses of this kind.
    case 'ENODATA':
      return 'answered';
    case 'ENOTFOUND':
      return 'no-such-name';
    case 'EREFUSED':
      return 'refused';
    case 'ECONNREFUSED':
      return 'unreachable';
    case 'ETIMEOUT':
    case 'ECANCELLED':
      return 'silent';
    default:
      return 'server-failed';
  }
}
