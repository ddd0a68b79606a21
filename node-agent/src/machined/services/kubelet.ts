import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderKubeconfig } from '@talos/lib/trust/kubeconfig.ts';
import { writeFileAtomic, writeJsonAtomic } from '../host/fs-atomic.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import type { ServiceDeps } from './deps.ts';
import { renderKubeletConfig, renderKubeletFlags, settableLabels } from './kubelet-config.ts';
import { probe } from './probe.ts';

export const staticPodPath = (deps: Pick<ServiceDeps, 'paths'>): string =>
  join(deps.paths.run, 'kubernetes', 'manifests');

/**
 * Bare, not in a container: it mounts volumes for pods into the node's own mount namespace and manages the node's cgroups; a
 * container that may do this is none.
 */
export const kubelet = (deps: ServiceDeps): ServiceDefinition => {
  const directory = join(deps.paths.run, 'kubernetes');
  const configFile = join(directory, 'kubelet.json');
  const bootstrapKubeconfig = join(directory, 'bootstrap-kubeconfig');
  return {
    id: 'kubelet',
    dependsOn: ['containerd', 'balancer'],
    requiredForHealth: true,
    stopGraceMs: 10_000,
    async prepare() {
      const documents = deps.documents();
      const clientCaFile = deps.trust.ensureKubeletCa();
      for (const path of [staticPodPath(deps), '/var/lib/kubelet/plugins/exec', '/var/log/pods']) {
        mkdirSync(path, { recursive: true });
      }
      writeJsonAtomic(
        configFile,
        renderKubeletConfig({
          documents,
          clientCaFile,
          staticPodPath: staticPodPath(deps),
          resolvConf: '/etc/resolv.conf',
          container: deps.platform === 'container',
        }),
      );
      writeFileAtomic(
        bootstrapKubeconfig,
        renderKubeconfig({
          clusterName: documents.cluster.name,
          server: 'https://127.0.0.1:7445',
          ca: documents.trust.kubernetesCA.cert,
          user: 'kubelet-bootstrap',
          credential: { kind: 'token', token: documents.trust.bootstrapToken },
        }),
      );
      const { refused } = settableLabels(documents.kubelet.nodeLabels ?? {});
      if (refused.length > 0)
        deps.log.warn({ labels: refused }, 'labels left out: a kubelet may not give them to itself');
    },
    start: (log) =>
      deps.processes.spawn({
        argv: [
          '/usr/bin/kubelet',
          ...renderKubeletFlags({
            documents: deps.documents(),
            address: deps.address,
            configFile,
            bootstrapKubeconfig,
          }),
        ],
        log,
      }),
    checkHealth: (signal) => probe({ url: 'http://127.0.0.1:10248/healthz' }, signal),
  };
};
