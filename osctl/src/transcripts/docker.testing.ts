/** As much of Docker's Engine API as it takes to list a cluster. */
import type { RequestListener } from 'node:http';
import { ago } from './node-looks.testing.ts';

const label = (role: string, node: string, address: string) => ({
  'dev.osctl.cluster': 'demo',
  'dev.osctl.role': role,
  'dev.osctl.node': node,
  'dev.osctl.address': address,
});

export const fakeDocker: RequestListener = (request, response) => {
  const answer = /networks/.test(request.url ?? '')
    ? [
        {
          Name: 'talos-demo',
          Created: new Date(ago(125)).toISOString(),
          Labels: { 'dev.osctl.cluster': 'demo' },
          IPAM: { Config: [{ Subnet: '10.5.0.0/24' }] },
        },
      ]
    : [
        { Id: '2', State: 'exited', Labels: label('worker', 'demo-worker-1', '10.5.0.3') },
        { Id: '1', State: 'running', Labels: label('control-plane', 'demo-cp-1', '10.5.0.2') },
      ];
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
};
