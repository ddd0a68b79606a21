/** osctl.v1alpha1.Kubernetes */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import { renderKubeconfig } from '@talos/lib/trust/kubeconfig.ts';
import { adminClient } from '@talos/lib/trust/profiles.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApiDeps } from './deps.ts';
import { invalid } from './input.ts';

type Methods = typeof api.Kubernetes.methods;

const DAY_MS = 24 * 3_600_000;
const MIN_LIFETIME_MS = 60_000;
const MAX_LIFETIME_MS = 365 * DAY_MS;

export function kubernetesHandlers({
  config,
  clock,
  signer,
}: Pick<ApiDeps, 'config' | 'clock' | 'signer'>): Handlers<Methods> {
  return {
    async kubeconfig(request, ctx) {
      const lifetimeMs = request.lifetimeMs === 0 ? DAY_MS : request.lifetimeMs;
      if (!Number.isSafeInteger(lifetimeMs) || lifetimeMs < MIN_LIFETIME_MS || lifetimeMs > MAX_LIFETIME_MS) {
        throw invalid('lifetime_ms must be from one minute to 365 days, or 0 for 24 h');
      }
      const { cluster, trust } = config.current();
      const { cert, key } = trust.kubernetesCA;
      if (key === undefined) {
        const message = `this node is a worker and holds no key to make a kubeconfig with; ask a control plane: ${cluster.controlPlanes.join(', ')}`;
        throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NOT_A_CONTROL_PLANE' });
      }
      // The user is the caller, so that the apiserver's audit log names a person and not everybody's "admin".
      const subject = `admin:${ctx.caller.subject}`;
      const made = await signer.issue({ ca: { cert, key }, ...adminClient({ subject, lifetimeMs }), now: clock.now() });
      return {
        kubeconfig: renderKubeconfig({
          clusterName: cluster.name,
          server: cluster.endpoint,
          ca: cert,
          user: 'admin',
          credential: { kind: 'certificate', cert: made.certPem, key: made.keyPem },
        }),
      };
    },
  };
}
