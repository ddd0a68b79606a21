/** Who may read the metrics: whom the apiserver knows by their bearer token, and lets get /metrics. */
import { createHash } from 'node:crypto';
import type { Clock } from '@talos/lib/control/clock.ts';
import { create } from '@talos/lib/kube/apply.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';

interface TokenReview extends KubeObject {
  readonly spec: { readonly token: string };
  readonly status?: {
    readonly authenticated?: boolean;
    readonly user?: {
      readonly username?: string;
      readonly uid?: string;
      readonly groups?: readonly string[];
      readonly extra?: Readonly<Record<string, readonly string[]>>;
    };
  };
}
interface SubjectAccessReview extends KubeObject {
  readonly spec: {
    readonly user?: string;
    readonly uid?: string;
    readonly groups?: readonly string[];
    readonly extra?: Readonly<Record<string, readonly string[]>>;
    readonly nonResourceAttributes: { readonly path: string; readonly verb: string };
  };
  readonly status?: { readonly allowed?: boolean };
}

const TOKEN_REVIEWS = defineResource<TokenReview>({
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'TokenReview',
  plural: 'tokenreviews',
  namespaced: false,
});
const SUBJECT_ACCESS_REVIEWS = defineResource<SubjectAccessReview>({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
  namespaced: false,
});

export type Verdict = 'allowed' | 'unknown' | 'forbidden' | 'busy';

const ALLOWED_MS = 60_000;
const REFUSED_MS = 10_000;
const REMEMBERED = 100;
const AT_ONCE = 2;
const TIMEOUT_MS = 5_000;

/**
 * Guarantees: tokens are kept as digests only, and in no message; a flood of strangers asks the apiserver no more than twice at a time.
 * Errors: the apiserver's, when it does not answer: nobody is let in then who was not a minute before.
 */
export function createScrapers(options: { readonly transport: Transport; readonly clock: Clock }) {
  const { transport, clock } = options;
  const known = new Map<string, { readonly verdict: Verdict; readonly until: number }>();
  let asking = 0;

  const ask = async (token: string): Promise<Verdict> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { status } = await create(transport, TOKEN_REVIEWS, { spec: { token } }, { signal });
    if (status?.authenticated !== true) return 'unknown';
    const { username, uid, groups, extra } = status.user ?? {};
    const review = await create(
      transport,
      SUBJECT_ACCESS_REVIEWS,
      {
        spec: {
          ...(username === undefined ? {} : { user: username }),
          ...(uid === undefined ? {} : { uid }),
          ...(groups === undefined ? {} : { groups: [...groups] }),
          ...(extra === undefined ? {} : { extra }),
          nonResourceAttributes: { path: '/metrics', verb: 'get' },
        },
      },
      { signal },
    );
    return review.status?.allowed === true ? 'allowed' : 'forbidden';
  };

  return {
    async admit(authorization: string | undefined): Promise<Verdict> {
      const token = /^Bearer +([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return 'unknown';
      const key = createHash('sha256').update(token).digest('base64');
      const now = clock.monotonic();
      const before = known.get(key);
      if (before !== undefined && now < before.until) return before.verdict;
      if (asking >= AT_ONCE) return 'busy';
      asking++;
      try {
        const verdict = await ask(token);
        known.delete(key);
        known.set(key, { verdict, until: now + (verdict === 'allowed' ? ALLOWED_MS : REFUSED_MS) });
        if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
        return verdict;
      } finally {
        asking--;
      }
    },
  };
}
