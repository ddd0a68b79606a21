import { join } from 'node:path';
import { PASSING_ON_FLAGS } from '@talos/lib/control/memory.ts';
import { writeJsonAtomic } from '../host/fs-atomic.ts';
import { nodeFiles } from '../host/paths.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import { apidUser } from '../trust/leaves.ts';
import { startContainer } from './container.ts';
import type { ServiceDeps } from './deps.ts';
import { smallNode, smallNodeEnv } from './deps.ts';
import { connectTo } from './tcp.ts';

export const apidPort = 50_000;

/** The door. It sees its own keys and the directory of machined's socket: of the directory, since a restarted server makes a new inode. */
export const apid = (deps: ServiceDeps): ServiceDefinition => {
  const { apidDir, machinedSocketDir } = nodeFiles(deps.paths);
  return {
    id: 'apid',
    dependsOn: [],
    requiredForHealth: true,
    container: true,
    mustRun: 'the node can be reached by nothing else; to start it anew: osctl service restart apid',
    stopGraceMs: 3_000,
    async prepare(signal) {
      await deps.trust.ensureApid(signal);
      writeApidConfig(deps);
    },
    start: (log) =>
      startContainer(
        deps,
        {
          id: 'apid',
          hostname: deps.documents().system.nodeName,
          uid: apidUser,
          args: [...smallNode(64), ...PASSING_ON_FLAGS, '/usr/lib/talos/apid.mjs'],
          env: { ...smallNodeEnv, TALOS_NODE_NAME: deps.documents().system.nodeName },
          readOnly: [
            apidDir,
            machinedSocketDir,
            '/etc/passwd',
            '/etc/group',
            '/etc/hosts',
            '/etc/nsswitch.conf',
            '/etc/resolv.conf',
            join(deps.paths.root, 'etc/ssl/certs'),
          ],
          pidsLimit: 64,
        },
        log,
      ),
    checkHealth: (signal) => connectTo({ host: '127.0.0.1', port: apidPort }, signal),
  };
};

/** Called at start and when the config changes: apid looks at the file every few seconds. Names of others are not known here. */
export const writeApidConfig = (deps: Pick<ServiceDeps, 'paths' | 'documents' | 'address'>): void => {
  const { cluster, system, trust } = deps.documents();
  const others = cluster.controlPlanes.filter((address) => address !== deps.address);
  writeJsonAtomic(
    join(nodeFiles(deps.paths).apidDir, 'config.json'),
    {
      members: [
        { name: system.nodeName, address: deps.address },
        ...others.map((address) => ({ name: address, address })),
      ],
      deniedSerials: trust.deniedSerials ?? [],
    },
    { mode: 0o444 },
  );
};
