/** Sends what Machine.status.notifications holds as pending, one after the other, beside everything else that the operator does. */
import type { Machine, Notice, Notifications } from '@talos/crds/machine.ts';
import { type BackoffPolicy, backoffDelay } from '@talos/lib/control/backoff.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { find } from '@talos/lib/kube/apply.ts';
import { SECRETS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Delivery } from '@talos/lib/plan/index.ts';
import type { Logger } from 'pino';
import { NAMESPACE } from '../resources.ts';
import { type Answer, cloudEvent, send } from './webhook.ts';

/** Of the Secrets that a token may come from: else whoever may write the Machine could have any sent to a URL of their own. */
export const TOKEN_TYPE = 'osctl.dev/notification-token';
const TOKEN_KEY = 'token';
const BACKOFF: BackoffPolicy = { baseMs: 1_000, maxMs: 300_000, factor: 2, jitter: 0.2 };
const TIMEOUT_MS = 10_000;

export interface NotifierMetrics {
  notified?(result: Answer['kind']): void;
  pending?(count: number): void;
}

export interface NotifierOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends it; what is pending is the next leader's. */
  readonly signal: AbortSignal;
  readonly metrics?: NotifierMetrics | undefined;
  /** PEM, beside the authorities that Node trusts. */
  readonly ca?: string;
}

export interface Notifier {
  /** Takes what is stored as pending by now. Returns at once. */
  sync(machine: Machine | undefined): void;
  delivery(): Delivery;
}

interface Wish {
  readonly settings: Notifications;
  readonly machineUid: string;
  readonly pending: readonly Notice[];
}

export function createNotifier(options: NotifierOptions): Notifier {
  const { clock, signal, metrics } = options;
  const logger = options.logger.child({ component: 'notifier' });
  const delivered = new Set<string>();
  const refused = new Set<string>();
  let failure: Delivery['failure'];
  let failures = 0;
  let wish: Wish | undefined;
  /** Set while the loop sleeps: another URL need not wait for the old one's back-off. */
  let waiting: AbortController | undefined;
  let running = false;

  const next = () => wish?.pending.find(({ id }) => !delivered.has(id) && !refused.has(id));

  const attempt = async (notice: Notice, { settings, machineUid }: Wish): Promise<Answer> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const { tokenSecret: name } = settings;
    let token: string | undefined;
    if (name !== undefined) {
      const secret = await find(options.transport, SECRETS, { namespace: NAMESPACE, name }, { signal: limit });
      const value = secret?.type === TOKEN_TYPE ? secret.data?.[TOKEN_KEY] : undefined;
      token = value === undefined ? undefined : Buffer.from(value, 'base64').toString().trim();
      if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
        const message = `there is no Secret ${NAMESPACE}/${name} of type ${TOKEN_TYPE} with a key ${TOKEN_KEY} that can be sent`;
        return { kind: 'failed', message };
      }
    }
    const body = cloudEvent(notice, machineUid);
    const ca = options.ca === undefined ? {} : { ca: options.ca };
    return send({ url: settings.url, token, body, signal: limit, ...ca });
  };

  const run = async (): Promise<void> => {
    for (let notice = next(); notice !== undefined && wish !== undefined; notice = next()) {
      const { id } = notice;
      const answer = await attempt(notice, wish).catch((error: unknown): Answer => {
        const why = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', message: `the token could not be read: ${why}` };
      });
      if (signal.aborted) return;
      metrics?.notified?.(answer.kind);
      if (answer.kind === 'failed') {
        failure = { since: failure?.since ?? clock.now(), message: answer.message };
        failures++;
        if (failures === 1) logger.warn({ notice: id, why: answer.message }, 'webhook takes no notifications');
        waiting = new AbortController();
        const wake = AbortSignal.any([signal, waiting.signal]);
        await clock.sleep(backoffDelay(BACKOFF, failures), wake).catch(() => {});
        waiting = undefined;
        if (signal.aborted) return;
        continue;
      }
      if (answer.kind === 'refused') {
        refused.add(id);
        logger.error({ notice: id, why: answer.message }, 'webhook refused a notification, which is dropped');
      } else delivered.add(id);
      if (failures > 0) logger.info('webhook takes notifications again');
      failure = undefined;
      failures = 0;
    }
  };

  return {
    sync(machine) {
      const settings = machine?.spec.notifications;
      const pending = machine?.status?.notifications?.pending ?? [];
      const isOther = settings?.url !== wish?.settings.url || settings?.tokenSecret !== wish?.settings.tokenSecret;
      wish = settings === undefined ? undefined : { settings, machineUid: machine?.metadata.uid ?? '', pending };
      metrics?.pending?.(pending.length);
      // What is no longer stored as pending was noted: it need not be remembered.
      const stored = new Set(pending.map(({ id }) => id));
      for (const known of [delivered, refused]) for (const id of known) if (!stored.has(id)) known.delete(id);
      if (isOther) {
        failures = 0;
        failure = undefined;
        waiting?.abort();
      }
      if (running || signal.aborted || next() === undefined) return;
      running = true;
      run()
        .catch((err: unknown) => logger.error({ err }, 'notifier failed'))
        .finally(() => {
          running = false;
        });
    },
    delivery: () => ({ delivered: new Set(delivered), refused: new Set(refused), failure }),
  };
}
