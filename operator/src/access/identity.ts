/** The operator's own client certificate: read from its mounted Secret, renewed at half of its life and when the OS CA is replaced. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@talos/lib/control/clock.ts';
import { mergePatch } from '@talos/lib/kube/apply.ts';
import { SECRETS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import {
  authorityOf,
  certificatesOf,
  fingerprintOf,
  issuerOf,
  parseAuthorities,
} from '@talos/lib/trust/authorities.ts';
import type { Logger } from 'pino';
import type { Agents, ClientIdentity, IdentitySource } from '../nodes/types.ts';

export const CLIENT_DIRECTORY = '/var/run/secrets/osctl.dev/client';
export const CLIENT_SECRET = 'talos-operator-client';

/** The kubelet refreshes a mounted Secret about once a minute. */
const REREAD_MS = 60_000;
const RETRY_MS = 60_000;
/** How long a rotation of the OS CA waits for the operator at most; also covers a wall clock that jumps. */
const LOOK_EVERY_MS = 15_000;

export interface Identity extends IdentitySource {
  /** Validity of the current certificate, Unix times in milliseconds. */
  validity(): { readonly notBefore: number; readonly notAfter: number };
  /** Takes over a certificate ahead of the mounted files. Errors: TypeError when it is not usable. */
  adopt(identity: ClientIdentity): void;
  /** Reads the files again, now. Keeps the current certificate when they are not usable. */
  reload(): Promise<void>;
}

export interface IdentityOptions {
  readonly directory?: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the reading. */
  readonly signal: AbortSignal;
}

/**
 * Guarantees: what `current` gives is always a key with its own certificate, signed by the CA beside it; files that change
 * win over what was there before; files that stay the same never undo an `adopt`.
 * Errors: when the files are missing or do not belong together; key material is in no message.
 */
export async function loadIdentity(options: IdentityOptions): Promise<Identity> {
  const { clock, signal, directory = CLIENT_DIRECTORY } = options;
  const logger = options.logger.child({ component: 'identity' });
  let onDisk = await readIdentity(directory);
  let current = checked(onDisk);

  const reload = async () => {
    try {
      const read = await readIdentity(directory);
      if (read.cert === onDisk.cert && read.key === onDisk.key && read.ca === onDisk.ca) return;
      const next = checked(read);
      onDisk = read;
      if (next.identity.cert === current.identity.cert && next.identity.ca === current.identity.ca) return;
      current = next;
      logger.info({ notAfter: iso(next.notAfter) }, 'client certificate read anew');
    } catch (err) {
      // a volume being swapped may be unreadable for a moment; the certificate in hand is good for a while yet
      logger.warn({ err }, 'client certificate not read');
    }
  };

  const follow = async () => {
    while (!signal.aborted) {
      await clock.sleep(REREAD_MS, signal);
      await reload();
    }
  };
  follow().catch(() => {});

  return {
    current: () => current.identity,
    validity: () => ({ notBefore: current.notBefore, notAfter: current.notAfter }),
    adopt(identity) {
      current = checked(identity);
    },
    reload,
  };
}

export interface RenewalOptions {
  readonly identity: Identity;
  readonly agents: Pick<Agents, 'controlPlanes' | 'renewSelf' | 'authorities'>;
  readonly transport: Transport;
  readonly namespace: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Renews whenever it is due, until the signal aborts. For the leader only: the Secret has one writer. */
export async function runRenewal(options: RenewalOptions, signal: AbortSignal): Promise<void> {
  const { identity, clock } = options;
  const logger = options.logger.child({ component: 'identity' });
  try {
    while (!signal.aborted) {
      const due = renewalTime(identity.validity());
      if (clock.now() < due && !(await replaced(options, signal))) {
        await clock.sleep(Math.min(due - clock.now(), LOOK_EVERY_MS), signal);
        continue;
      }
      try {
        const { notAfter } = await renew(options, signal);
        logger.info({ notAfter: iso(notAfter) }, 'client certificate renewed');
      } catch (err) {
        if (signal.aborted) return;
        logger.error({ err, notAfter: iso(identity.validity().notAfter) }, 'client certificate not renewed');
        await clock.sleep(RETRY_MS, signal);
        // another leader may have done it
        await identity.reload();
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Whether the first control plane that says so issues with, or accepts, other authorities than the certificate knows. */
async function replaced({ identity, agents, logger }: RenewalOptions, signal: AbortSignal): Promise<boolean> {
  const { ca, cert } = identity.current();
  const [node] = agents.controlPlanes();
  if (node === undefined) return false;
  try {
    const { accepted, issuing } = await agents.authorities({ node, signal });
    const believed = certificatesOf(ca).map((pem) => fingerprintOf(pem));
    return issuing !== issuerOf(cert, ca) || [...accepted].sort().join() !== [...believed].sort().join();
  } catch (err) {
    signal.throwIfAborted();
    // an agent of before does not know the question; whether it answers at all is the poll's business
    logger.debug({ err, node }, 'authorities not told');
    return false;
  }
}

/** Half of its life. */
export function renewalTime(validity: { readonly notBefore: number; readonly notAfter: number }): number {
  return (validity.notBefore + validity.notAfter) / 2;
}

/** Errors: no control plane answers or signs (AggregateError), what it signed is not what was asked for, the Secret's. */
export async function renew(options: RenewalOptions, signal: AbortSignal): Promise<{ readonly notAfter: number }> {
  const { identity, agents, transport, namespace } = options;
  const { createCsr } = await import('@talos/lib/trust/x509.ts'); // 3 MB that are needed twice a week
  const { cert } = identity.current();
  const subject = new X509Certificate(cert).subject;
  const { csrPem, keyPem } = await createCsr({ subject: { CN: 'talos-operator' } });
  const failures: unknown[] = [];
  for (const node of agents.controlPlanes()) {
    let next: ClientIdentity;
    try {
      const { certificatePem, caPem } = await agents.renewSelf({ node, csrPem, signal });
      next = { ca: caPem, cert: certificatePem, key: keyPem };
      checked(next);
      if (new X509Certificate(certificatePem).subject !== subject) {
        throw new TypeError(`${node} signed a client certificate for another subject`);
      }
    } catch (error) {
      signal.throwIfAborted();
      failures.push(error);
      continue;
    }
    // Stored first: one that only this process knows would be lost with it, and the stored one would end.
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    await mergePatch(
      transport,
      SECRETS,
      { namespace, name: CLIENT_SECRET },
      { data: { 'ca.crt': base64(next.ca), 'tls.crt': base64(next.cert), 'tls.key': base64(next.key) } },
      { signal, fieldManager: 'talos-operator' },
    );
    identity.adopt(next);
    return { notAfter: identity.validity().notAfter };
  }
  throw new AggregateError(
    failures,
    failures.length === 0
      ? 'renewing the client certificate: no control plane answers; it is tried again in a minute'
      : `renewing the client certificate: none of ${failures.length} control planes signed it; it is tried again in a minute`,
  );
}

interface Checked {
  readonly identity: ClientIdentity;
  readonly notBefore: number;
  readonly notAfter: number;
}

function checked(identity: ClientIdentity): Checked {
  const problem = (what: string, cause?: unknown) =>
    new TypeError(`the operator's client certificate cannot be used: ${what}`, { cause });
  let certificate: X509Certificate;
  let authorities: readonly X509Certificate[];
  try {
    certificate = new X509Certificate(identity.cert);
    authorities = parseAuthorities(identity.ca);
  } catch (cause) {
    throw problem('tls.crt or ca.crt is not a certificate in PEM form', cause);
  }
  let matches: boolean;
  try {
    matches = certificate.checkPrivateKey(createPrivateKey(identity.key));
  } catch {
    throw problem('tls.key is not a private key in PEM form'); // without the cause: it may quote the key
  }
  if (!matches) throw problem('tls.key is not the key of tls.crt');
  if (authorityOf(certificate, authorities) === undefined) {
    throw problem('tls.crt is not signed by ca.crt');
  }
  return {
    identity,
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
  };
}

async function readIdentity(directory: string): Promise<ClientIdentity> {
  const read = async (name: string) => {
    try {
      return await readFile(join(directory, name), 'utf8');
    } catch (cause) {
      const message = `reading the operator's client certificate ${join(directory, name)}: it must be mounted from the Secret ${CLIENT_SECRET}`;
      throw new Error(message, { cause });
    }
  };
  const [ca, cert, key] = await Promise.all([read('ca.crt'), read('tls.crt'), read('tls.key')]);
  return { ca, cert, key };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
