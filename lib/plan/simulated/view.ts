/** What is true of a node, as one who sees everything would see it. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { AgentView, NodeView, PodRef } from '../types.ts';
import { bootID, isReady, isUp, type SimulatedNode, type World } from './node.ts';
import type { SimulatedPods } from './workload.ts';

export function viewOf(
  world: World,
  node: SimulatedNode,
  hashOf: (documents: PublicDocuments) => string,
  workload: SimulatedPods | undefined,
): NodeView {
  const slots = [node.running, ...(node.other === undefined ? [] : [node.other])];
  const agent: AgentView = {
    reachable: isUp(world, node),
    bootID: bootID(node),
    bootTime: node.bootTime,
    slot: 'a',
    slots: slots.map(({ digest }, index) => ({ name: index === 0 ? 'a' : 'b', digest, bootable: true })),
    digest: node.running.digest,
    configHash: hashOf(node.documents),
    config: {
      hash: hashOf(node.documents),
      documents: node.documents,
      stagedHash: node.staged === undefined ? '' : hashOf(node.staged),
      onTry: node.tried !== undefined && node.tried.until !== Number.POSITIVE_INFINITY,
    },
    version: node.running.version,
    kubernetesVersion: 'v1.37.2',
    ready: isReady(world, node),
    failing:
      node.ailment === 'service' ? [{ id: 'kubelet', message: 'exited with code 1', since: node.kubeletAt }] : [],
    kubeletStartTime: node.kubeletAt,
    ...(node.job === undefined ? {} : { runningOperation: node.job.operationID }),
    operations: [...node.operations],
    ...(node.failedBoot === undefined ? {} : { failedBoot: node.failedBoot }),
    ...(node.trial === undefined
      ? {}
      : {
          trial: {
            operationID: node.trial.operationID,
            awaitsCaller: node.trial.awaitsCaller,
            healthy: isReady(world, node),
          },
        }),
  };
  const two = Array.from(
    { length: node.pods },
    (_, index): PodRef => ({
      namespace: 'default',
      name: `pod-${index}`,
      uid: `${node.uid}-pod-${index}`,
      labels: { app: `app-${index}` },
      terminating: false,
    }),
  );
  return {
    name: node.name,
    uid: node.uid,
    role: node.role,
    labels: node.labels,
    architecture: 'amd64',
    address: '10.5.0.2',
    ready: isReady(world, node),
    heartbeatTime: node.heartbeat,
    unschedulable: node.unschedulable,
    tainted: node.tainted,
    ...(node.tainted ? { pods: workload?.on(node.name) ?? two } : {}),
    volumes: world.now < node.attachedUntil ? ['csi-volume'] : [],
    agent,
  };
}
