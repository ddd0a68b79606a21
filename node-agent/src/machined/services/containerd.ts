import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RuntimeService } from '@talos/proto/gen/cri.ts';
import { containerdAddress, stopPods } from '../cri/pods.ts';
import { writeFileAtomic } from '../host/fs-atomic.ts';
import { nodeFiles } from '../host/paths.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import { renderCniTemplate, renderContainerdConfig, renderRegistryHosts } from './containerd-config.ts';
import type { ServiceDeps } from './deps.ts';
import { imageOf } from './release.ts';

/** No pod holds up a reboot for longer than this. */
const podGraceBoundSeconds = 30;

/** Bare, not in a container: it makes containers. It needs the node's mounts, namespaces, cgroups and network as they are. */
export const containerd = (deps: ServiceDeps): ServiceDefinition => {
  const configFile = join(deps.paths.run, 'containerd', 'config.toml');
  const certsDir = join(deps.paths.run, 'containerd', 'certs.d');
  const cniTemplate = join(deps.paths.run, 'cni', 'template.json');
  const { cniConfDir } = nodeFiles(deps.paths);
  // Kept for the next check, which comes every few seconds.
  let held: Channel | undefined;
  return {
    id: 'containerd',
    dependsOn: [],
    requiredForHealth: true,
    stopGraceMs: 10_000,
    async prepare() {
      mkdirSync(cniConfDir, { recursive: true });
      writeFileAtomic(
        configFile,
        renderContainerdConfig({ pauseImage: imageOf(deps.release, 'pause'), certsDir, cniConfDir, cniTemplate }),
      );
      writeFileAtomic(cniTemplate, renderCniTemplate());
      writeRegistryHosts(deps);
    },
    start: (log) =>
      deps.processes.spawn({ argv: ['/usr/bin/containerd', '--config', configFile], group: 'containerd', log }),
    async checkHealth(signal) {
      held ??= openChannel({ address: containerdAddress });
      try {
        const { status } = await createClient(RuntimeService, held).status({}, { signal, timeoutMs: 4_000 });
        const ready = status?.conditions.find((condition) => condition.type === 'RuntimeReady');
        if (ready?.status !== true)
          throw new Error(`containerd is not ready: ${ready?.message ?? 'it gives no condition'}`);
      } catch (error) {
        held?.close();
        held = undefined;
        throw error;
      }
    },
    async beforeStop(signal) {
      await stopPods({
        address: containerdAddress,
        graceBoundSeconds: podGraceBoundSeconds,
        signal,
        onClass: (name, pods) => deps.log.info({ class: name, pods }, 'stopping pods'),
      });
    },
  };
};

/** Called at start and when RegistryConfig changes: containerd reads the files at each pull, so no restart is needed. */
export const writeRegistryHosts = (deps: Pick<ServiceDeps, 'paths' | 'documents'>): void => {
  const certsDir = join(deps.paths.run, 'containerd', 'certs.d');
  const wanted = renderRegistryHosts(deps.documents().registry);
  mkdirSync(certsDir, { recursive: true, mode: 0o700 });
  for (const [host, content] of wanted) writeFileAtomic(join(certsDir, host, 'hosts.toml'), content);
  for (const present of existsSync(certsDir) ? readdirSync(certsDir) : []) {
    if (!wanted.has(present)) rmSync(join(certsDir, present), { recursive: true });
  }
};
