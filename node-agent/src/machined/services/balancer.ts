import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../host/fs-atomic.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import { balancerUser } from '../trust/leaves.ts';
import { startContainer } from './container.ts';
import type { ServiceDeps } from './deps.ts';
import { isControlPlane, smallNode, smallNodeEnv } from './deps.ts';
import { connectTo } from './tcp.ts';

const apiServer = (address: string): string => `${address.includes(':') ? `[${address}]` : address}:6443`;
const directoryOf = (deps: Pick<ServiceDeps, 'paths'>): string => join(deps.paths.run, 'balancer');

export const balancerPort = 7445;

/** A container without a right but to connect: it passes TLS on and holds no key. */
export const balancer = (deps: ServiceDeps): ServiceDefinition => ({
  id: 'balancer',
  dependsOn: [],
  requiredForHealth: true,
  container: true,
  stopGraceMs: 2_000,
  async prepare() {
    writeBalancerMembers(deps);
  },
  start: (log) =>
    startContainer(
      deps,
      {
        id: 'balancer',
        hostname: deps.documents().system.nodeName,
        uid: balancerUser,
        args: [
          ...smallNode(16),
          '/usr/lib/talos/balancer.mjs',
          `--listen=127.0.0.1:${balancerPort}`,
          `--members-file=${join(directoryOf(deps), 'members')}`,
          ...(isControlPlane(deps) ? [`--prefer=${apiServer(deps.address)}`] : []),
        ],
        env: smallNodeEnv,
        readOnly: [directoryOf(deps)],
        pidsLimit: 32,
      },
      log,
    ),
  checkHealth: (signal) => connectTo({ host: '127.0.0.1', port: balancerPort }, signal),
});

/** Called at start and when ClusterConfig.controlPlanes changes: the program watches the file. */
export const writeBalancerMembers = (deps: Pick<ServiceDeps, 'paths' | 'documents'>): void => {
  const members = deps.documents().cluster.controlPlanes.map(apiServer);
  writeFileAtomic(join(directoryOf(deps), 'members'), `${members.join('\n')}\n`, { mode: 0o444 });
  chmodSync(directoryOf(deps), 0o755);
};
