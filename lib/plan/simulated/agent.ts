/** What the agent of a simulated node does when it is asked: again is the same as once, and one that is not up does nothing. */
import { impactOf, maskedHash } from '@talos/crds/config/index.ts';
import type { Effect } from '../types.ts';
import { boot, configure, confirm, goBack } from './boots.ts';
import { bootID, finish, isUp, operation, type SimulatedNode, type World } from './node.ts';
import { imageOf } from './scenario.ts';

/** Effects that an agent is asked for. */
export type Asked = Extract<
  Effect,
  {
    readonly type:
      | 'restart-service'
      | 'reboot'
      | 'prepare'
      | 'upgrade'
      | 'configure'
      | 'keep-config'
      | 'revert-config'
      | 'unstage-config'
      | 'confirm';
  }
>;

export function ask(world: World, node: SimulatedNode, step: Asked): void {
  if (!isUp(world, node)) return;
  switch (step.type) {
    case 'restart-service':
      node.kubeletAt = world.now;
      if (node.ailment === 'service') node.ailment = undefined;
      return;
    case 'reboot':
      if (bootID(node) !== step.expectedBootID) return;
      if (node.operations.some(({ id }) => id === step.operationID)) return;
      node.operations.push(operation(step.operationID, 'reboot', step.expectedBootID, node.running.digest));
      finish(node, step.operationID);
      boot(world, node, 20_000);
      if (node.ailment !== 'hardware') node.ailment = undefined;
      return;
    case 'prepare': {
      if (node.operations.some(({ id }) => id === step.operationID)) return;
      const image = imageOf(world.images, step.image);
      node.operations.push(operation(step.operationID, 'prepare', bootID(node), image.digest));
      node.pulls.push({ operationID: step.operationID, image, at: world.now + 8_000 });
      return;
    }
    case 'upgrade': {
      if (bootID(node) !== step.expectedBootID) return;
      if (node.operations.some(({ id }) => id === step.operationID)) return;
      const image = imageOf(world.images, step.image);
      node.operations.push(operation(step.operationID, 'upgrade', step.expectedBootID, image.digest));
      const { operationID, requireConfirm, confirmWithinMs } = step;
      if (node.running === image && node.trial === undefined) {
        finish(node, operationID);
        return;
      }
      const at = world.now + 5_000;
      node.job = { operationID, image, requireConfirm, confirmWithinMs, plain: false, stage: 'stopping', at };
      return;
    }
    case 'configure': {
      if (maskedHash(step.documents) === maskedHash(node.documents)) return;
      if (step.expectedHash !== maskedHash(node.documents) || node.tried !== undefined || node.job !== undefined)
        return;
      if (step.mode === 'with-upgrade') {
        node.staged = step.documents;
        return;
      }
      const reboots = impactOf(node.documents, step.documents).disruption === 'REBOOT';
      node.tried = { before: node.documents, until: world.now + step.tryMs };
      node.staged = undefined;
      configure(world, node, step.documents, reboots ? step.operationID : '');
      return;
    }
    case 'keep-config':
      if (maskedHash(node.documents) === step.configHash) node.tried = undefined;
      return;
    case 'revert-config':
      if (maskedHash(node.documents) !== step.configHash) return;
      // As Config.Rollback: back from the try, else to what was in force before.
      if (node.tried === undefined) configure(world, node, node.former, `config-back-${world.now}`);
      else goBack(world, node);
      return;
    case 'unstage-config':
      node.staged = undefined;
      return;
    case 'confirm':
      if (node.trial?.operationID === step.operationID) confirm(node);
      return;
    default:
      step satisfies never;
  }
}
