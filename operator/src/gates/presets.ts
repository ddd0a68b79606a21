/** The checks that come with the operator, as anyone could write them. What each may read is in deploy/gates. */
import type { Gate, Preset } from '@talos/crds/gate.ts';

type Check = NonNullable<Gate['cel']>;

/** `good` of each object; the message names those that are not. That there are none is suspicious, since someone asked. */
const everyOne = (apiVersion: string, resource: string, good: string): Check => ({
  objects: { apiVersion, resource },
  expression: `size(objects) > 0 && objects.all(o, ${good})`,
  messageExpression: `size(objects) == 0 ? 'there are no ${resource}' : 'not as they should be: ' + objects.filter(o, !(${good})).map(o, o.metadata.namespace + '/' + o.metadata.name).join(', ')`,
});

const checks: Readonly<Record<Preset, Check>> = {
  CephHealthy: everyOne('ceph.rook.io/v1', 'cephclusters', "o.?status.?ceph.?health.orValue('') == 'HEALTH_OK'"),
  LonghornHealthy: everyOne(
    'longhorn.io/v1beta2',
    'volumes',
    "o.?status.?state.orValue('') != 'attached' || o.?status.?robustness.orValue('') == 'healthy'",
  ),
  CloudNativePGHealthy: everyOne(
    'postgresql.cnpg.io/v1',
    'clusters',
    'o.?status.?readyInstances.orValue(0) == o.spec.instances',
  ),
  DeploymentsAvailable: everyOne(
    'apps/v1',
    'deployments',
    'o.?status.?availableReplicas.orValue(0) >= o.?spec.?replicas.orValue(1)',
  ),
};

export function checkOf({ name, namespace }: NonNullable<Gate['preset']>): Check {
  const { objects, ...check } = checks[name];
  return { ...check, objects: { ...objects, ...(namespace === undefined ? {} : { namespace }) } };
}
