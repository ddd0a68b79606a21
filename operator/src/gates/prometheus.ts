/** A question to a Prometheus server, by its HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/). */
import type { Gate } from '@talos/crds/gate.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Finding } from './finding.ts';

type Question = NonNullable<Gate['prometheus']>;

const PATH = '/api/v1/query';
const TIMEOUT_MS = 10_000;
/** An answer that is larger is to no single question. */
const MAX_BYTES = 4 * 1024 * 1024;
/** They fire always: one says that alerting works, the other that there are alerts to be left out. */
const NEVER_COUNT: ReadonlySet<string> = new Set(['Watchdog', 'InfoInhibitor']);

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Errors: what kept the server from answering, as a sentence. */
export async function askPrometheus(question: Question, transport: Transport, signal: AbortSignal): Promise<Finding> {
  const { url, service, query, noFiringAlerts } = question;
  const promql = query ?? 'ALERTS{alertstate="firing"}';
  const body =
    service === undefined
      ? await askByAddress(url ?? '', promql, signal)
      : await askByService(service, promql, transport, signal);
  const samples = samplesOf(body);
  if (noFiringAlerts !== undefined) {
    const names = samples.map(({ metric }) => metric['alertname'] ?? 'an alert without a name');
    const firing = [...new Set(names)].filter(
      (name) => !NEVER_COUNT.has(name) && !(noFiringAlerts.except ?? []).includes(name),
    );
    if (firing.length === 0) return { state: 'Open' };
    return { state: 'Closed', message: `firing: ${listed(firing.toSorted())}` };
  }
  if (samples.length === 0) return { state: 'Closed', message: 'the query yields nothing' };
  const zero = samples.filter(({ value }) => value === 0 || Number.isNaN(value));
  if (zero.length === 0) return { state: 'Open' };
  return { state: 'Closed', message: `the query yields 0 for ${listed(zero.map(({ metric }) => labels(metric)))}` };
}

interface Body {
  readonly status?: string;
  readonly error?: string;
  readonly data?: { readonly resultType?: string; readonly result?: unknown };
}

async function askByAddress(url: string, query: string, signal: AbortSignal): Promise<Body> {
  const address = `${url.replace(/\/+$/, '')}${PATH}?${new URLSearchParams({ query })}`;
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(address, { redirect: 'error', signal: timeout });
    const text = await bounded(response);
    const body = parsed(text);
    if (body?.status === 'success') return body;
    throw new Error(`it refuses the query with ${response.status}: ${body?.error ?? text.slice(0, 200)}`);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`asking ${url}: ${causeOf(error)}`);
  }
}

/** Through the apiserver, which knows where the Service's pods are and whether the operator may. */
async function askByService(
  { namespace, name, port }: NonNullable<Question['service']>,
  query: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Body> {
  const target = port.startsWith('https:') ? `https:${name}:${port.slice('https:'.length)}` : `${name}:${port}`;
  return await transport.request<Body>({
    path: `/api/v1/namespaces/${namespace}/services/${target}/proxy${PATH}`,
    query: { query },
    signal,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  });
}

function parsed(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}

function samplesOf({ status, error, data }: Body): readonly Sample[] {
  const { resultType, result } = data ?? {};
  if (status !== 'success') throw new Error(`Prometheus refuses the query: ${error ?? 'without saying why'}`);
  if (resultType === 'scalar' && Array.isArray(result)) return [{ metric: {}, value: Number(result[1]) }];
  if (resultType !== 'vector' || !Array.isArray(result))
    throw new Error(`the query gives a ${resultType}, not a vector`);
  return (result as { metric: Record<string, string>; value: [number, string] }[]).map(({ metric, value }) => ({
    metric,
    value: Number(value[1]),
  }));
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`it answers with more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const labels = (metric: Sample['metric']): string =>
  `{${Object.entries(metric)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
