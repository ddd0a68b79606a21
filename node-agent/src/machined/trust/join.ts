/** How a worker gets its serving certificate: it asks the control planes, with a certificate that is good for nothing else. */

import type { NodeDocuments } from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { acceptedAuthorities, bundleOf } from '@talos/lib/trust/authorities.ts';
import { Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { isSignedBy } from './certificate.ts';

export interface JoinDeps {
  readonly documents: () => NodeDocuments;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * One round over the control planes; whoever supervises the caller repeats it with back-off.
 *
 * Errors: no join certificate in the config, or what each control plane answered.
 */
export const requestServing =
  ({ documents, clock }: JoinDeps) =>
  async (csrPem: string, node: string, signal: AbortSignal): Promise<string> => {
    const { cluster, trust } = documents();
    if (trust.join === undefined)
      throw new Error('the configuration has no TrustConfig.spec.join: a worker needs it for its certificate');
    const accepted = acceptedAuthorities(trust);
    const answers: string[] = [];
    for (const address of cluster.controlPlanes) {
      const endpoint = `${address.includes(':') ? `[${address}]` : address}:50000`;
      using channel = openChannel({
        address: endpoint,
        tls: { ca: bundleOf(accepted), cert: trust.join.cert, key: trust.join.key },
      });
      try {
        const { certificatePem } = await createClient(Trust, channel).issueServer(
          { csrPem, node },
          { signal, timeoutMs: 5_000 },
        );
        if (accepted.some((ca) => isSignedBy(certificatePem, ca, clock.now()))) return certificatePem;
        answers.push(`${endpoint}: its certificate is not signed by our CA`);
      } catch (error) {
        signal.throwIfAborted();
        answers.push(`${endpoint}: ${(error as Error).message}`);
      }
    }
    throw new Error(`no control plane issued a serving certificate (${answers.join('; ')})`);
  };
