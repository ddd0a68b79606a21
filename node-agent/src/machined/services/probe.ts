/** Health by HTTP(S): thin. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface ProbeTarget {
  readonly url: string;
  /** PEM; https only. */
  readonly ca?: string;
  /** Sent as a bearer token. */
  readonly token?: string;
}

/** Errors: anything but 200, with the answer's first words. */
export const probe = ({ url, ca, token }: ProbeTarget, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const options = { signal, agent: false, headers, ...(ca === undefined ? {} : { ca }) };
    const call = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
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
