import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { createCA, issue } from '@talos/lib/trust/x509.ts';
import { apiServerReadiness } from './readiness.ts';

test('asks for /readyz over one connection, and tells why a member is not ready', async (t) => {
  const ca = await createCA({ commonName: 'test', algorithm: 'ecdsa-p256', lifetimeMs: 3_600_000 });
  const { certPem, keyPem } = await issue({
    ca,
    algorithm: 'ecdsa-p256',
    subject: { CN: 'kube-apiserver' },
    ipAddresses: ['127.0.0.1'],
    usages: ['server'],
    lifetimeMs: 3_600_000,
  });
  let status: number | 'silence' = 200;
  const connections: TLSSocket[] = [];
  const server = createServer({ cert: certPem, key: keyPem }, (request, answer) => {
    assert.equal(request.url, '/readyz');
    if (status !== 'silence') answer.writeHead(status).end('etcd failed: reason withheld');
  });
  server.on('secureConnection', (socket) => connections.push(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const readiness = await apiServerReadiness(60_000);

  await readiness(address);
  status = 500;
  await assert.rejects(readiness(address), /\/readyz answers 500/);
  status = 200;
  await readiness(address);
  assert.equal(connections.length, 1);

  status = 'silence';
  const impatient = await apiServerReadiness(100);
  await assert.rejects(impatient(address), /no answer within 100 ms/);
  // What gave no answer is not asked over the same connection again.
  const [, silent] = connections;
  if (silent?.closed === false) await once(silent, 'close');
  status = 200;
  await readiness(address);
});
