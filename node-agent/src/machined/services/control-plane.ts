import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../host/fs-atomic.ts';
import { nodeFiles } from '../host/paths.ts';
import type { RunningProcess, ServiceDefinition } from '../machine/types.ts';
import { renderControlPlane } from './control-plane-pods.ts';
import type { ServiceDeps } from './deps.ts';
import { staticPodPath } from './kubelet.ts';

/**
 * The static pods, as a service without a program of its own: its start hands the manifests to the kubelet, which happens only
 * once etcd answers and the certificates are there; its health is the apiserver's. The pods themselves are stopped through the
 * CRI (see cri/), after the kubelet, so its own stop has nothing to do.
 */
export const controlPlane = (deps: ServiceDeps): ServiceDefinition => ({
  id: 'control-plane',
  dependsOn: ['etcd', 'kubelet'],
  requiredForHealth: true,
  mustRun:
    "its pods are the kubelet's and would run on; to start one anew: osctl container restart NAMESPACE/POD/CONTAINER",
  stopGraceMs: 1_000,
  async prepare() {
    const trustHash = await deps.trust.ensureControlPlane();
    const { cluster } = deps.documents();
    const manifests = renderControlPlane({
      release: deps.release,
      address: deps.address,
      podCIDR: cluster.podCIDR,
      serviceCIDR: cluster.serviceCIDR,
      pkiDir: join(nodeFiles(deps.paths).pkiDir, 'kubernetes'),
      trustHash,
    });
    const directory = staticPodPath(deps);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const [name, content] of manifests) {
      const path = join(directory, name);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileAtomic(path, content);
    }
    for (const name of readdirSync(directory)) if (!manifests.has(name)) rmSync(join(directory, name));
  },
  async start() {
    const { promise: exited, resolve } = Promise.withResolvers<Awaited<RunningProcess['exited']>>();
    return { pid: 0, exited, logged: Promise.resolve(), kill: () => resolve({ code: 0, signal: null }) };
  },
  checkHealth: (signal) =>
    deps.probe({ url: 'https://127.0.0.1:6443/readyz', ca: deps.documents().trust.kubernetesCA.cert }, signal),
});
