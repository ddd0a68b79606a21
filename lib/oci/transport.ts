import { OciError } from './error.ts';

export interface RegistryMirrors {
  readonly [host: string]: { readonly endpoints: readonly string[] };
}

export interface RegistryAuth {
  readonly [host: string]: { readonly username: string; readonly password: string };
}

export interface TransportOptions {
  /**
   * Where a host's images are fetched instead, in order. The list is the whole list: the host itself is only asked when it is in it,
   * so that an air-gapped cluster, or a name that nobody serves, never reaches out by accident.
   */
  readonly mirrors?: RegistryMirrors;
  /** By the name in the reference, or by the `host:port` of an endpoint (which goes first). */
  readonly auth?: RegistryAuth;
  readonly fetch?: typeof fetch;
}

export interface RegistryRequest {
  readonly host: string;
  readonly repository: string;
  /** below /v2/<repository>/, or the absolute URL of an upload */
  readonly path: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | Uint8Array<ArrayBuffer>;
  readonly access: 'pull' | 'pull,push';
  readonly signal: AbortSignal;
}

/**
 * Requests to a registry (distribution-spec v1.1): endpoints in order, basic and bearer authentication, status codes turned into
 * OciErrors. Redirects are fetch's, which drops credentials when they lead to another origin.
 */
export class RegistryTransport {
  readonly #mirrors: RegistryMirrors;
  readonly #auth: RegistryAuth;
  readonly #fetch: typeof fetch;
  /** by endpoint, repository and access: the Authorization header that was accepted last */
  readonly #authorizations = new Map<string, string>();

  constructor(options: TransportOptions) {
    this.#mirrors = options.mirrors ?? {};
    this.#auth = options.auth ?? {};
    this.#fetch = options.fetch ?? fetch;
  }

  endpoints(host: string): readonly URL[] {
    const mirror = this.#mirrors[host];
    const texts = mirror?.endpoints ?? [`https://${host === 'docker.io' ? 'registry-1.docker.io' : host}`];
    return texts.map((text) => {
      const url = URL.parse(text);
      if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new OciError('MALFORMED', `mirror ${JSON.stringify(text)} of ${host} is not an http or https URL`);
      }
      return url;
    });
  }

  /** One request to the first endpoint that answers it; the last failure when none does. */
  async request(request: RegistryRequest): Promise<Response> {
    let failure: unknown;
    for (const endpoint of this.endpoints(request.host)) {
      try {
        return await this.requestAt(endpoint, request);
      } catch (error) {
        request.signal.throwIfAborted();
        // A mirror that lacks an image says NOT_FOUND, which must not hide that another could not be asked at all.
        if (!(failure instanceof OciError) || failure.code === 'NOT_FOUND') failure = error;
      }
    }
    throw failure ?? new OciError('NOT_FOUND', `registry ${request.host} has an empty list of mirrors`);
  }

  /** Errors: UNREACHABLE (no connection, 429, 5xx), UNAUTHORIZED, NOT_FOUND, MALFORMED (any other refusal). */
  async requestAt(endpoint: URL, request: RegistryRequest): Promise<Response> {
    const base = endpoint.pathname === '/' ? '' : endpoint.pathname.replace(/\/$/, '');
    const url = /^https?:/.test(request.path)
      ? new URL(request.path)
      : new URL(`${base}/v2/${request.repository}/${request.path}`, endpoint);
    const key = `${endpoint.href} ${request.repository} ${request.access}`;
    // An upload URL may point anywhere the registry likes; our credentials go to the endpoint itself only.
    const ours = url.origin === endpoint.origin;
    let response = await this.#send(url, request, ours ? this.#authorizations.get(key) : undefined);
    if (response.status === 401 && ours) {
      const authorization = await this.#authorize(endpoint, request, response.headers.get('www-authenticate') ?? '');
      if (authorization !== undefined) {
        await discard(response);
        this.#authorizations.set(key, authorization);
        response = await this.#send(url, request, authorization);
      }
    }
    if (response.ok) return response;
    const detail = await errorDetail(response);
    const what = `${request.method ?? 'GET'} ${url.origin}${url.pathname}: ${response.status}${detail}`;
    switch (response.status) {
      case 401:
      case 403:
        throw new OciError('UNAUTHORIZED', `${what}; check the credentials for ${request.host}`);
      case 404:
        throw new OciError('NOT_FOUND', what);
      default:
        throw new OciError(response.status === 429 || response.status >= 500 ? 'UNREACHABLE' : 'MALFORMED', what);
    }
  }

  async #send(url: URL, request: RegistryRequest, authorization: string | undefined): Promise<Response> {
    try {
      return await this.#fetch(url, {
        method: request.method ?? 'GET',
        headers: { ...request.headers, ...(authorization === undefined ? {} : { authorization }) },
        signal: request.signal,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
    } catch (cause) {
      request.signal.throwIfAborted();
      throw new OciError('UNREACHABLE', `${request.method ?? 'GET'} ${url.origin}${url.pathname}: ${reason(cause)}`, {
        cause,
      });
    }
  }

  async #authorize(endpoint: URL, request: RegistryRequest, challenge: string): Promise<string | undefined> {
    const account = this.#auth[endpoint.host] ?? this.#auth[request.host];
    const basic =
      account === undefined
        ? undefined
        : `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
    if (/^basic\b/i.test(challenge)) return basic;
    if (!/^bearer\b/i.test(challenge)) return undefined;

    const fields = new Map([...challenge.matchAll(/([a-z]+)="([^"]*)"/gi)].map((m) => [m[1]!.toLowerCase(), m[2]!]));
    const realm = URL.parse(fields.get('realm') ?? '');
    if (realm === null || !/^https?:$/.test(realm.protocol)) return undefined;
    // A password never goes out in the clear because a challenge asked for it.
    if (basic !== undefined && endpoint.protocol === 'https:' && realm.protocol !== 'https:') return undefined;
    const service = fields.get('service');
    if (service !== undefined) realm.searchParams.set('service', service);
    realm.searchParams.set('scope', fields.get('scope') ?? `repository:${request.repository}:${request.access}`);
    const { body: _, ...bare } = request;
    const response = await this.#send(realm, { ...bare, method: 'GET', headers: {} }, basic);
    if (!response.ok) {
      await discard(response);
      throw new OciError(
        'UNAUTHORIZED',
        `${realm.origin} refused a token for ${request.repository}: ${response.status}`,
      );
    }
    const body = (await response.json().catch(() => ({}))) as { token?: unknown; access_token?: unknown };
    const token = body.token ?? body.access_token;
    return typeof token === 'string' ? `Bearer ${token}` : undefined;
  }
}

/** Frees the connection of a response whose body nobody reads. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

/** What a registry says in its error body, bounded: it is a stranger's text. */
async function errorDetail(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const { value } = await reader.read().catch(() => ({ value: undefined }));
  await reader.cancel().catch(() => undefined);
  if (value === undefined) return '';
  const text = Buffer.from(value).toString('utf8').slice(0, 2048);
  const message = /"message"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  return message === undefined ? '' : ` (${message})`;
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || cause.name : String(cause);
}
