/** Health by HTTP(S): thin. */
import { request as httpRequest } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { createSecureContext } from 'node:tls';

export interface ProbeTarget {
  readonly url: string;
  /** PEM, for https, and only for it. */
  readonly ca?: string;
  /** Sent as a bearer token. */
  readonly token?: string;
}

/** Errors: anything but 200, with the answer's first words. */
export type Probe = (target: ProbeTarget, signal: AbortSignal) => Promise<void>;

/**
 * A connection of TLS is kept for the next probe, which comes every few seconds. Its
 * context is made once a CA: OpenSSL's memory of one a probe is seen by no collector of V8's, and had grown by 10 MB after some hundreds.
 */
export const createProbe = (): Probe => {
  let held: { readonly ca: string; readonly agent: Agent } | undefined;
  const agentFor = (ca: string): Agent => {
    if (held?.ca !== ca)
      held = {
        ca,
        agent: new Agent({
          secureContext: createSecureContext({ ca }),
          maxCachedSessions: 0,
          keepAlive: true,
          maxFreeSockets: 1,
        }),
      };
    return held.agent;
  };
  return ({ url, ca, token }, signal) =>
    new Promise((resolve, reject) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const call =
        ca === undefined
          ? httpRequest(url, { signal, headers, agent: false })
          : httpsRequest(url, { signal, headers, agent: agentFor(ca) });
      call.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (text.length < 500) text += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${url} answers ${response.statusCode}: ${text.slice(0, 200).trim()}`));
        });
      });
      call.on('error', (error) => reject(new Error(`${url}: ${error.message}`, { cause: error })));
      call.end();
    });
};
