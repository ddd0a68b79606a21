import { join } from 'node:path';
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
    stopGraceMs: 3_000,
    prepare: (signal) => deps.trust.ensureApid(signal),
    start: (log) =>
      startContainer(
        deps,
        {
          id: 'apid',
          hostname: deps.documents().system.nodeName,
          uid: apidUser,
          args: [...smallNode(64), '/usr/lib/talos/apid.mjs'],
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
