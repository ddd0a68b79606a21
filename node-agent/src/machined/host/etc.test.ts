import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderEtc } from './etc.ts';

describe('etc', () => {
  it('has the node know itself, its name servers and the hosts of its config', () => {
    const files = renderEtc({
      nodeName: 'demo-cp-1',
      address: '10.5.0.2',
      nameservers: ['10.5.0.1', '1.1.1.1', '9.9.9.9', '8.8.8.8'],
      searchDomains: ['lab.example'],
      hosts: [{ address: '10.5.0.250', names: ['registry', 'osctl.dev'] }],
    });
    assert.equal(files.hostname, 'demo-cp-1\n');
    assert.match(files.hosts, /^10\.5\.0\.2 demo-cp-1$/m);
    assert.match(files.hosts, /^10\.5\.0\.250 registry osctl\.dev$/m);
    assert.equal(
      files['resolv.conf'],
      'search lab.example\nnameserver 10.5.0.1\nnameserver 1.1.1.1\nnameserver 9.9.9.9\n',
    );
  });

  it('leaves resolv.conf empty rather than wrong when there is no name server', () => {
    const files = renderEtc({ nodeName: 'n', address: undefined, nameservers: [], searchDomains: [], hosts: [] });
    assert.equal(files['resolv.conf'], '');
  });
});
