import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type KubeconfigParams, renderKubeconfig } from '@talos/lib/trust/kubeconfig.ts';
import { writeFileAtomic, writeJsonAtomic } from '../host/fs-atomic.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import { forgetOtherCpuPolicy } from './cpu-manager-state.ts';
import type { ServiceDeps } from './deps.ts';
import { isControlPlane } from './deps.ts';
import { renderKubeletConfig, renderKubeletFlags, settableLabels } from './kubelet-config.ts';

export const staticPodPath = (deps: Pick<ServiceDeps, 'paths'>): string =>
  join(deps.paths.run, 'kubernetes', 'manifests');

/**
 * Bare, not in a container: it mounts volumes for pods into the node's own mount namespace and manages the node's cgroups; a
 * container that may do this is none.
 */
export const kubelet = (deps: ServiceDeps): ServiceDefinition => {
  const directory = join(deps.paths.run, 'kubernetes');
  const configFile = join(directory, 'kubelet.json');
  /** A control plane's is our own; a worker's is written by the kubelet, and kept, once it has been given a certificate. */
  const kubeconfig = (): string =>
    isControlPlane(deps) ? join(directory, 'kubelet-kubeconfig') : '/var/lib/kubelet/kubeconfig';
  const bootstrapKubeconfig = join(directory, 'bootstrap-kubeconfig');
  const writeKubeconfig = (path: string, user: string, credential: KubeconfigParams['credential']): void => {
    const { cluster, trust } = deps.documents();
    const target = { clusterName: cluster.name, server: 'https://127.0.0.1:7445', ca: trust.kubernetesCA.cert };
    writeFileAtomic(path, renderKubeconfig({ ...target, user, credential }));
  };
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
      if (isControlPlane(deps)) {
        writeKubeconfig(kubeconfig(), 'kubelet', { kind: 'certificate-files', ...(await deps.trust.ensureKubelet()) });
      } else {
        const token = documents.trust.bootstrapToken ?? '';
        writeKubeconfig(bootstrapKubeconfig, 'kubelet-bootstrap', { kind: 'token', token });
      }
      const policy = documents.kubelet.extraConfig?.cpuManagerPolicy ?? 'none';
      if (await forgetOtherCpuPolicy('/var/lib/kubelet', policy)) {
        deps.log.info({ policy }, 'the note of another CPU manager policy removed');
      }
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
            kubeconfig: kubeconfig(),
            bootstrapKubeconfig: isControlPlane(deps) ? undefined : bootstrapKubeconfig,
          }),
        ],
        group: 'kubelet',
        log,
      }),
    checkHealth: (signal) => deps.probe({ url: 'http://127.0.0.1:10248/healthz' }, signal),
  };
};
