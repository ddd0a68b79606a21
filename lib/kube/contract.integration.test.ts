import { describe } from 'node:test';
import { startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { describeContract } from './contract.testing.ts';
import { kubeconfigAccess } from './kubeconfig.ts';

describe('the real apiserver', () => {
  describeContract(async () => {
    const plane = await startControlPlane();
    return {
      access: await kubeconfigAccess({ text: plane.kubeconfig }),
      async loseHistory() {
        await plane.compact();
        // its cache of watched changes would serve old versions still
        await plane.stopApiserver();
        await plane.startApiserver();
      },
      stop: () => plane.stop(),
    };
  });
});
