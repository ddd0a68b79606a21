import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { optionsFrom } from './options.ts';

describe('the environment', () => {
  it('needs the name of the node, and says where it comes from', () => {
    assert.throws(() => optionsFrom({}), /NODE_NAME is not set.*spec\.nodeName/);
  });

  it('takes a port for the metrics, and nothing else', () => {
    assert.equal(optionsFrom({ NODE_NAME: 'cp-1', TALOS_METRICS_PORT: '50003' }).metricsPort, 50_003);
    assert.throws(() => optionsFrom({ NODE_NAME: 'cp-1', TALOS_METRICS_PORT: ':50003' }), /TALOS_METRICS_PORT/);
  });

  it('has defaults for the rest', () => {
    assert.deepEqual(optionsFrom({ NODE_NAME: 'cp-1' }), {
      node: 'cp-1',
      probeAddress: '127.0.0.1:8085',
      metricsPort: undefined,
      logLevel: 'info',
      clientDirectory: undefined,
      serviceAccountDirectory: undefined,
    });
  });
});
