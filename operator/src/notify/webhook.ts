/** One notice, sent as a CloudEvent 1.0 in structured JSON. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Notice } from '@talos/crds/machine.ts';

export interface WebhookRequest {
  readonly url: string;
  /** Bearer; only ever sent to https. */
  readonly token: string | undefined;
  readonly body: string;
  readonly signal: AbortSignal;
  /** PEM, beside those that Node trusts. */
  readonly ca?: string;
}

export type Answer =
  | { readonly kind: 'taken' }
  /** Sent again it would be refused again. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** `source`: the cluster, as its Machine's uid; with the id it tells one event from all others. */
export function cloudEvent(notice: Notice, machineUid: string): string {
  const { id, type, subject, time, message } = notice;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: `/osctl.dev/machines/${machineUid}`,
    type: `dev.osctl.${type}`,
    subject,
    time,
    datacontenttype: 'application/json',
    data: { message },
  });
}

/** Those say something about the event itself. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** Follows no redirect: the token is for who was named. Never rejects; no message holds the URL, which may be a secret, or the token. */
export function send({ url, token, body, signal, ca }: WebhookRequest): Promise<Answer> {
  const target = new URL(url);
  const isSecure = target.protocol === 'https:';
  const failed = (error: Error): Answer => {
    const { code } = error as NodeJS.ErrnoException;
    const why = signal.aborted ? 'no answer in time' : (code ?? 'the connection broke');
    return { kind: 'failed', message: `${target.hostname}: ${why}` };
  };
  return new Promise<Answer>((resolve) => {
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'talos-operator',
      ...(token !== undefined && isSecure ? { authorization: `Bearer ${token}` } : {}),
    };
    const options = { method: 'POST', headers, signal, agent: false, ...(ca === undefined ? {} : { ca }) } as const;
    const call = (isSecure ? requestHttps : requestHttp)(target, options, (response) => {
      const status = response.statusCode ?? 0;
      response.on('error', () => {});
      response.destroy();
      if (status >= 200 && status < 300) resolve({ kind: 'taken' });
      else if (REFUSALS.has(status)) resolve({ kind: 'refused', message: `${target.hostname} answered ${status}` });
      else resolve({ kind: 'failed', message: `${target.hostname} answered ${status}` });
    });
    call.on('error', (error) => resolve(failed(error)));
    call.end(body);
  });
}
