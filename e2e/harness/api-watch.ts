/** The Kubernetes API as a node sees it, by the node's own balancer, while something is done to the control plane. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '@talos/tools/run.ts';
import type { ApiReport, Asked } from './api-asker.ts';
import type { TestCluster } from './cluster.ts';

const ASKER = join(projectRoot, 'e2e', 'harness', 'api-asker.ts');
const BALANCER = 'https://127.0.0.1:7445';

export interface ApiWatch {
  /** Errors: the asker ended before, with its last words. */
  stop(): Promise<ApiReport>;
}

/** Assumptions: root, for the node's network; the node is not rebooted meanwhile. */
export async function watchApi(cluster: TestCluster, node: string): Promise<ApiWatch> {
  const pid = String(await cluster.initOf(node));
  const asker = [process.execPath, ASKER, '--kubeconfig', cluster.facts.kubeconfig, '--server', BALANCER];
  const child = spawn('nsenter', ['--target', pid, '--net', '--', ...asker], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  ended.catch(() => {});
  let stopped: Promise<ApiReport> | undefined;
  return {
    stop: () => {
      stopped ??= (async () => {
        child.kill('SIGTERM');
        const [said, complaints] = await ended;
        if (said === '') throw new Error(`the asker on ${node} has ended: ${complaints}`);
        return JSON.parse(said) as ApiReport;
      })();
      return stopped;
    },
  };
}

export function describeApi({ fresh, kept, stalledMs }: ApiReport): string {
  const one = (name: string, { answered, failures, gaps }: Asked): string =>
    [
      `${name}: ${answered} answers, ${failures.length} failures; longest gaps ${gaps
        .slice(0, 5)
        .map(({ at, ms }) => `${ms} ms (to ${at.slice(11, 23)})`)
        .join(', ')}`,
      ...failures.slice(0, 8),
    ].join('\n    ');
  return `${one('new connections', fresh)}\n  ${one('the kept one', kept)}\n  the asker itself was held up for ${stalledMs} ms at most`;
}
