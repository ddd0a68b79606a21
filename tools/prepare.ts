/**
 * What tests on real parts need, found or made before any of them starts, so that no test's time is a build's time:
 * a Docker Engine, the programs that nodes run, the shells that osctl completes for.
 */
import { getAssets } from './assets/index.ts';
import { ensureDocker } from './host/docker.ts';
import { unpackedShells } from './host/shells.ts';
import { createProgress } from './progress.ts';

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => controller.abort(new Error(`ended by ${name}`)));

try {
  await ensureDocker({ signal: controller.signal, log: (line) => console.log(line) });
  const progress = createProgress();
  await getAssets(['kube-apiserver', 'etcd', 'kubectl', 'registry', 'helm'], { signal: controller.signal, progress });
  await unpackedShells({ signal: controller.signal, progress });
  progress.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
