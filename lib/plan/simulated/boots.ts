/** What happens on a node as time passes: pulls come to their end, it boots, its trial is decided, documents come into force and go. */
import { impactOf, type PublicDocuments } from '@talos/crds/config/index.ts';
import { bootID, finish, isReady, operation, type SimulatedNode, type World } from './node.ts';

export function tick(world: World, node: SimulatedNode): void {
  for (const pull of node.pulls.filter(({ at }) => at <= world.now)) {
    node.pulls = node.pulls.filter((other) => other !== pull);
    if (pull.image.behaviour === 'mismatch') {
      const message = 'what the registry sent has another digest';
      finish(node, pull.operationID, {
        code: 'DIGEST_MISMATCH',
        message,
        retryable: false,
        condemnsImage: true,
      });
    } else {
      node.other = pull.image;
      finish(node, pull.operationID);
    }
  }
  const { job } = node;
  if (job === undefined && node.downUntil === Number.POSITIVE_INFINITY) return;
  if (job !== undefined && job.at <= world.now) {
    if (job.stage === 'stopping') {
      job.stage = 'down';
      job.at = world.now + 5_000;
      node.downUntil = Number.POSITIVE_INFINITY;
    } else {
      node.job = undefined;
      if (job.plain) {
        finish(node, job.operationID);
        boot(world, node, 0);
        return;
      }
      const { operationID, image, requireConfirm } = job;
      const bootMs = world.faults.staysAway(node.name) ? Number.POSITIVE_INFINITY : world.bootMs(node.role);
      if (node.staged !== undefined) {
        node.tried = { before: node.documents, until: Number.POSITIVE_INFINITY };
        node.former = node.documents;
        node.documents = node.staged;
        node.staged = undefined;
      }
      node.trial = {
        operationID,
        awaitsCaller: requireConfirm,
        until: world.now + bootMs + job.confirmWithinMs,
        back: node.running,
        image,
      };
      node.other = node.running;
      node.running = image;
      boot(world, node, bootMs);
      if (image.behaviour === 'crash' || world.faults.crashesOn(node.name, image))
        turnBack(world, node, 'crashed', true);
    }
  }
  if (node.tried !== undefined && world.now >= node.tried.until && node.job === undefined) goBack(world, node);
  if (node.trial !== undefined && world.now >= node.trial.until) {
    const sick = node.running.behaviour === 'no-kubelet' || world.faults.breaks(node.documents);
    turnBack(world, node, sick ? 'unhealthy' : 'unconfirmed', sick);
  }
  if (node.trial !== undefined && !node.trial.awaitsCaller && isReady(world, node)) confirm(node);
  if (isReady(world, node)) node.heartbeat = world.now;
  // Pods come back to a node that is open to them.
  if (!node.tainted && !node.unschedulable && isReady(world, node)) node.pods = 2;
}

function turnBack(world: World, node: SimulatedNode, cause: string, condemnsImage: boolean): void {
  const { trial } = node;
  if (trial === undefined) return;
  const message = `the trial boot ended: ${cause}`;
  node.failedBoot = {
    operationID: trial.operationID,
    digest: trial.image.digest,
    cause,
    message,
    condemnsImage,
    time: world.now,
    lastLines: ['the end'],
  };
  node.other = trial.image;
  node.running = trial.back;
  node.trial = undefined;
  // What the trial boot brought along goes with it.
  if (node.tried?.until === Number.POSITIVE_INFINITY) {
    node.former = node.documents;
    node.documents = node.tried.before;
    node.tried = undefined;
  }
  finish(node, trial.operationID, { code: 'TRIAL_FAILED', message, retryable: !condemnsImage, condemnsImage });
  boot(world, node, 5_000);
}

export function confirm(node: SimulatedNode): void {
  if (node.trial !== undefined) finish(node, node.trial.operationID);
  node.trial = undefined;
  if (node.tried?.until === Number.POSITIVE_INFINITY) node.tried = undefined;
}

/** Puts documents in force, with the reboot under that id if they need one, and the kubelet's restart otherwise. */
export function configure(world: World, node: SimulatedNode, documents: PublicDocuments, rebootID: string): void {
  const { disruption } = impactOf(node.documents, documents);
  node.former = node.documents;
  node.documents = documents;
  if (disruption === 'SERVICE_RESTART') node.kubeletAt = world.now + 2_000;
  if (disruption !== 'REBOOT') return;
  if (!node.operations.some(({ id }) => id === rebootID)) {
    node.operations.push(operation(rebootID, 'reboot', bootID(node)));
  }
  const rest = { image: node.running, requireConfirm: false, confirmWithinMs: 0, plain: true } as const;
  node.job = { operationID: rebootID, ...rest, stage: 'stopping', at: world.now + 5_000 };
}

export function goBack(world: World, node: SimulatedNode): void {
  const { tried } = node;
  if (tried === undefined || tried.until === Number.POSITIVE_INFINITY) return;
  node.tried = undefined;
  configure(world, node, tried.before, `config-back-${world.now}`);
}

export function boot(world: World, node: SimulatedNode, afterMs: number): void {
  node.boots += 1;
  node.downUntil = world.now + afterMs;
  node.bootTime = world.now + afterMs;
  node.kubeletAt = world.now + afterMs + 3_000;
  node.pods = node.tainted ? 0 : node.pods;
}

/** It loses power: what its agent did is broken off, the slot that is not on trial boots. */
export function cutPower(world: World, node: SimulatedNode): void {
  const interrupted = { code: 'INTERRUPTED', message: 'the node lost power', retryable: true, condemnsImage: false };
  for (const { id, state } of node.operations)
    if (state === 'running' && node.trial?.operationID !== id) finish(node, id, interrupted);
  node.job = undefined;
  node.pulls = [];
  node.staged = undefined;
  boot(world, node, 5_000);
}
