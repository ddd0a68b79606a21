import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Docker from 'dockerode';
import { DockerProvisioner } from './provisioner.ts';

const network = { cidr: '10.5.0.0/24', gateway: '10.5.0.1', registry: '10.5.0.250', loadBalancer: '10.5.0.251' };
const image = { repository: 'osctl.dev/talos', tag: 'v1', digest: `sha256:${'a'.repeat(64)}`, layout: '/nowhere' };
const node = { name: 'cp-1', role: 'control-plane', address: '10.5.0.2', documents: 'documents' } as const;

for (const [state, expected] of [
  [undefined, ['volume', 'create', 'put', 'start']],
  ['created', ['put', 'start']],
  ['exited', ['start']],
  ['running', []],
] as const) {
  test(`a node that is ${state ?? 'not there'} when its create is run again: ${expected.join(', ') || 'nothing'}`, async () => {
    const calls: string[] = [];
    const container = {
      async putArchive(archive: NodeJS.ReadableStream) {
        for await (const _chunk of archive);
        calls.push('put');
      },
      start: async () => void calls.push('start'),
    };
    const docker = {
      listContainers: async () => (state === undefined ? [] : [{ Names: ['/talos-demo-cp-1'], Id: '1', State: state }]),
      createVolume: async () => void calls.push('volume'),
      async createContainer() {
        calls.push('create');
        return container;
      },
      getContainer: () => container,
    };
    const provisioner = new DockerProvisioner(docker as unknown as Docker);
    await provisioner.createNode('demo', network, image, node, new AbortController().signal);
    assert.deepEqual(calls, expected);
  });
}
