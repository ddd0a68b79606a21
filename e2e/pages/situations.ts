/**
 * What the reader of a page is in when a page is about something that is wrong. A page says `<!-- situation: NAME -->` where it
 * starts; it ends with the page, however that ended.
 */
import type { TestCluster } from '../harness/cluster.ts';
import { command } from '../harness/command.ts';
import { VERSION } from '../harness/images.ts';
import { halted } from '../harness/rollout.ts';
import { workloadImage } from '../harness/workload.ts';
import {
  certificateEndsSoon,
  cpusNotReserved,
  kubeletBroken,
  nameServerGone,
  nodeCertificateEndsSoon,
  settingTakenOut,
} from './sick-node.ts';

export interface Situation {
  begin(cluster: TestCluster): Promise<void>;
  /** Also when it did not begin, or only in part. The Machine is put back anyway, by the scenario. */
  end?(cluster: TestCluster): Promise<void>;
}

export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'certificate-ends-soon': certificateEndsSoon,
  'cpus-not-reserved': cpusNotReserved,
  'kubelet-broken': kubeletBroken,
  'name-server-gone': nameServerGone,
  'node-certificate-ends-soon': nodeCertificateEndsSoon,
  'setting-taken-out': settingTakenOut,
  /** The Machine is paused: what it asks for is looked at, and no node is touched. */
  'machine-paused': {
    async begin(cluster) {
      const patch = JSON.stringify({ spec: { rollout: { paused: true } } });
      await cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'merge', '-p', patch]);
    },
  },
  /** The first worker is switched off. */
  'node-stopped': {
    async begin(cluster) {
      await command('docker', ['stop', `talos-${cluster.name}-${cluster.name}-worker-1`]);
    },
    async end(cluster) {
      await command('docker', ['start', `talos-${cluster.name}-${cluster.name}-worker-1`]);
    },
  },
  /** A pod `web` in the namespace default, on the first worker. */
  'pod-web': {
    async begin(cluster) {
      const nodeName = `${cluster.name}-worker-1`;
      const container = {
        name: 'web',
        image: await workloadImage(cluster),
        command: ['/usr/bin/node', '-e', "require('node:http').createServer((_, answer) => answer.end()).listen(8080)"],
      };
      await cluster.apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', namespace: 'default' },
        spec: { nodeName, terminationGracePeriodSeconds: 0, containers: [container] },
      });
      await cluster.kubectl(['wait', '--for=condition=Ready', 'pod/web', '--timeout=60s']);
    },
    async end(cluster) {
      await cluster.kubectl(['delete', 'pod', 'web', '--ignore-not-found']);
    },
  },
  /** The Machine asks for an image that no node can get; the rollout halts with the first that tried, and nothing was disturbed. */
  'rollout-halted': {
    async begin(cluster) {
      await cluster.wantImage(`${VERSION.second}@sha256:${'0'.repeat(64)}`);
      await halted(cluster, 120_000);
    },
  },
};
