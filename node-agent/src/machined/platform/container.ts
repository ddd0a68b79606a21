import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { planCgroups, setUpCgroups } from '../host/cgroups.ts';
import { currentMounts, prepareDev, shareRoot } from '../host/mounts.ts';
import { EXIT } from '../host/reboot.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { HostPaths } from '../machine/types.ts';
import type { Platform } from './platform.ts';

const VAR_DIRECTORIES = [
  'lib',
  'log',
  'log/pods',
  'log/containers',
  'tmp',
  'cache',
  'lib/talos',
  'lib/kubelet',
  'lib/cni',
];

/** A node that is a container of Docker's: clock, disk and kernel are somebody else's; exit codes are the power switch. */
export function containerPlatform(syscalls: Syscalls, paths: HostPaths): Platform {
  return {
    kind: 'container',
    phases: [
      { name: 'mounts', run: () => shareRoot(syscalls) },
      { name: 'devices', run: () => prepareDev(paths.root) },
      { name: 'cgroups', run: () => setUpCgroups(syscalls, planCgroups(currentMounts())) },
      {
        name: 'directories',
        run: () => {
          for (const directory of VAR_DIRECTORIES) mkdirSync(join(paths.var, directory), { recursive: true });
        },
      },
    ],
    address(preferred) {
      const own = Object.entries(networkInterfaces())
        // Bridges and pairs of pods come and go on a node that restarts; the engine's interfaces are called eth*.
        .filter(([name]) => name.startsWith('eth'))
        .flatMap(([, addresses]) => addresses ?? [])
        .filter(({ internal, scopeid }) => !internal && !scopeid);
      const found =
        own.find(({ address }) => preferred.includes(address)) ?? own.find(({ family }) => family === 'IPv4') ?? own[0];
      if (found === undefined) throw new Error('The node has no address on eth0: attach the container to a network');
      return found.address;
    },
    power(how) {
      process.exit(how === 'reboot' ? EXIT.reboot : EXIT.powerOff);
    },
  };
}
