import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { optionsFrom } from './options.ts';

describe('the environment', () => {
  it('needs the name of the node, and says where it comes from', () => {
    assert.throws(() => optionsFrom({}), /NODE_NAME is not set.*spec\.nodeName/);
  });

  it('has defaults for the rest', () => {
    assert.deepEqual(optionsFrom({ NODE_NAME: 'cp-1' }), {
      node: 'cp-1',
      probeAddress: '127.0.0.1:8085',
      logLevel: 'info',
      clientDirectory: undefined,
      serviceAccountDirectory: undefined,
    });
  });
});
