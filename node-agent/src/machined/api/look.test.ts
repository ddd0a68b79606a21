/** Host, Storage and Network: what a caller is told of the machine that the tests run on. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { RpcError, type StatusName } from '@talos/lib/rpc/error.ts';
import { type FakeNode, startFakeNode } from './fakes.ts';

let node: FakeNode;
before(async () => {
  node = await startFakeNode(EXAMPLE_WORKER);
});
after(() => node[Symbol.asyncDispose]());
const reader = () => node.as('os:reader');
const fails = (code: StatusName, reason?: string) => (error: unknown) =>
  error instanceof RpcError && error.code === code && (reason === undefined || error.reason === reason);

describe('Host', () => {
  test('processors, memory, load and clock are those of the host that a container runs on', async () => {
    const { host, call } = reader();
    const [cpu, memory, load, time] = await Promise.all([
      host.cpu({}, call),
      host.memory({}, call),
      host.load({}, call),
      host.time({}, call),
    ]);
    assert.deepEqual(new Set([cpu, memory, load, time].map(({ belongsTo }) => belongsTo)), new Set(['host']));
    assert.deepEqual([cpu.processors.length, load.processors], [cpus().length, cpus().length]);
    assert.ok((cpu.total?.userMs ?? 0) > 0 && cpu.processors.every(({ times }) => times !== undefined));
    assert.equal(memory.totalBytes, totalmem());
    assert.ok(memory.availableBytes > 0 && memory.availableBytes < memory.totalBytes);
    assert.ok(Math.abs(time.timeMs - Date.now()) < 60_000 && time.uptimeMs > 0);
  });
});

describe('Storage', () => {
  test('disks, mounts and how full they are', async () => {
    const { storage, call } = reader();
    assert.equal((await storage.disks({}, call)).belongsTo, 'host');
    const { mounts } = await storage.mounts({}, call);
    assert.ok(mounts.some(({ mountPoint, type }) => mountPoint === '/proc' && type === 'proc'));
    const { fileSystems } = await storage.fileSystems({}, call);
    assert.ok(fileSystems.some(({ mountPoints, sizeBytes }) => mountPoints.includes('/') && sizeBytes > 0));
    assert.ok(!fileSystems.some(({ type }) => type === 'proc'));
  });
  test('who fills a directory; roots with secrets are for admins, and their answers are recorded', async () => {
    mkdirSync(join(node.root, 'var/log/pods/a'), { recursive: true });
    writeFileSync(join(node.root, 'var/log/pods/a/0.log'), Buffer.alloc(50_000));
    const { storage, call } = reader();
    const found = await Array.fromAsync(storage.usage({ path: '/var/log', depth: 2 }, call));
    assert.deepEqual(
      found.map(({ path }) => path),
      ['/var/log/pods/a', '/var/log/pods', '/var/log'],
    );
    assert.ok((found.at(-1)?.sizeBytes ?? 0) >= 50_000);
    const secret = { path: '/var/lib/talos/config', depth: 0 };
    await assert.rejects(Array.fromAsync(storage.usage(secret, call)), fails('PERMISSION_DENIED', 'ROLE_TOO_SMALL'));
    assert.equal((await Array.fromAsync(storage.usage(secret, node.as('os:admin').call))).length, 1);
    assert.deepEqual([node.audited().at(-1)?.['target'], node.audited().at(-1)?.['result']], [secret.path, 'ACCEPTED']);
    const whole = { path: '/var', depth: 1 };
    await assert.rejects(Array.fromAsync(storage.usage(whole, call)), fails('PERMISSION_DENIED', 'ROLE_TOO_SMALL'));
    const all = await Array.fromAsync(storage.usage(whole, node.as('os:admin').call));
    assert.ok(all.some(({ path }) => path === '/var/log') && all.at(-1)?.path === '/var');
    await assert.rejects(
      Array.fromAsync(storage.usage({ path: '/root' }, call)),
      fails('PERMISSION_DENIED', 'PATH_NOT_ALLOWED'),
    );
    await assert.rejects(
      Array.fromAsync(storage.usage({ path: '/var/log', depth: -1 }, call)),
      fails('INVALID_ARGUMENT'),
    );
  });
});

describe('Network', () => {
  test('interfaces, routes, and a socket with its program', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { network, call } = reader();
    const { interfaces } = await network.interfaces({}, call);
    assert.ok(
      interfaces.some(({ name, pod, addresses }) => name === 'lo' && pod === '' && addresses.includes('127.0.0.1/8')),
    );
    const { routes } = await network.routes({}, call);
    assert.ok(routes.every(({ type }) => type === 'unicast'));
    const sockets = await Array.fromAsync(network.sockets({ states: 'listening', protocols: ['tcp'] }, call));
    server.close();
    assert.equal(sockets.find(({ localPort }) => localPort === port)?.pid, process.pid);
  });
  test('every name server of the configuration is asked', async () => {
    const { network, call } = reader();
    const { servers } = await network.resolve({}, call);
    assert.deepEqual(
      servers.map(({ server }) => server),
      EXAMPLE_WORKER.network.nameservers,
    );
  });
  test('bad requests, and a pod that is not there', async () => {
    const { network, call } = reader();
    for (const name of ['a b', 'a'.repeat(254), '\u001b[2J']) {
      await assert.rejects(network.resolve({ name }, call), fails('INVALID_ARGUMENT'));
    }
    for (const bad of [
      { protocols: ['sctp'] },
      { states: 'some' },
      { network: { pod: 'x' } },
      { network: { pod: '../..' } },
    ]) {
      await assert.rejects(Array.fromAsync(network.sockets(bad, call)), fails('INVALID_ARGUMENT'), JSON.stringify(bad));
    }
    await assert.rejects(network.interfaces({ network: { pod: 'a/b', all: true } }, call), fails('INVALID_ARGUMENT'));
    await assert.rejects(network.routes({ network: { pod: 'a/b' } }, call), fails('NOT_FOUND', 'POD_NOT_FOUND'));
  });
});
