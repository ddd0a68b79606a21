import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { recorded } from './recorded.testing.ts';
import { isMeant, nameOfProgram, parseInternetSocket, parseUnixSocket, readSockets } from './sockets.ts';

const lines = (name: string) => recorded(name).split('\n');
const signal = new AbortController().signal;

test('sockets of TCP and UDP', () => {
  const tcp = lines('pod/tcp').flatMap((line) => parseInternetSocket(line, 'tcp') ?? []);
  assert.equal(tcp.length, 6);
  assert.deepEqual(tcp[4], {
    protocol: 'tcp',
    state: 'established',
    localAddress: '10.244.0.3',
    localPort: 41_550,
    remoteAddress: '10.96.0.1',
    remotePort: 443,
    receiveQueueBytes: 0,
    sendQueueBytes: 0,
    userId: 65_532,
    inode: 3_018_241,
    path: '',
    type: 'stream',
  });
  const tcp6 = lines('pod/tcp6').flatMap((line) => parseInternetSocket(line, 'tcp6') ?? []);
  assert.deepEqual(
    tcp6
      .filter((socket) => isMeant(socket, 'listening'))
      .map(({ localAddress, localPort }) => [localAddress, localPort]),
    [
      ['::', 8181],
      ['::', 8080],
      ['::', 5353],
    ],
  );
  assert.deepEqual([tcp6[3]?.state, tcp6[3]?.remoteAddress], ['time-wait', '::ffff:10.244.0.1']);
  const [udp6] = lines('pod/udp6').flatMap((line) => parseInternetSocket(line, 'udp6') ?? []);
  assert.deepEqual([udp6?.state, udp6?.localPort, udp6?.type], ['unconnected', 5353, 'datagram']);
  assert.ok(udp6 !== undefined && isMeant(udp6, 'listening') && !isMeant(udp6, 'connected'));
});

test('unix sockets', () => {
  const found = lines('node/unix').flatMap((line) => parseUnixSocket(line) ?? []);
  assert.deepEqual(
    found.slice(1, 3).map(({ state, path, type, inode }) => [state, path, type, inode]),
    [
      ['listen', '/var/lib/kubelet/device-plugins/kubelet.sock', 'stream', 3_014_157],
      ['established', '', 'stream', 3_016_416],
    ],
  );
  const abstract = parseUnixSocket('0000000000000000: 00000002 00000000 00010000 0005 01 7 @a b');
  assert.deepEqual([abstract?.path, abstract?.type], ['@a b', 'packet']);
});

test('the queue of a listening one, and of one that sends', () => {
  const line = '   1: 0100007F:8001 00000000:0000 0A 00000005:0000000B 00:00000000 00000000     0        0 77 1 x';
  const socket = parseInternetSocket(line, 'tcp');
  assert.deepEqual([socket?.sendQueueBytes, socket?.receiveQueueBytes], [5, 11]);
});

test('of this very machine: a socket is found with its process', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const found = await Array.fromAsync(
    readSockets({ pod: '', pids: [process.pid] }, { protocols: new Set(['tcp']), states: 'listening', signal }),
  );
  server.close();
  const own = found.find(({ localPort, protocol }) => localPort === port && protocol === 'tcp');
  assert.deepEqual([own?.state, own?.localAddress, own?.pid], ['listen', '127.0.0.1', process.pid]);
  assert.equal(own?.process, 'sockets.test');
});

test('programs by names that people know', () => {
  for (const [comm, argv, name] of [
    ['kubelet', ['/usr/bin/kubelet', '--config=/x'], 'kubelet'],
    ['kube-controller', ['/usr/bin/kube-controller-manager'], 'kube-controller-manager'],
    ['MainThread', ['/usr/bin/node', '--v8-pool-size=1', '/usr/lib/talos/apid.mjs'], 'apid'],
    ['MainThread', ['/usr/bin/node'], 'node'],
    ['nginx', ['nginx: worker process'], 'nginx'],
    ['kthreadd', [''], 'kthreadd'],
  ] as const) {
    assert.equal(nameOfProgram(comm, argv), name);
  }
});

test('a process that has ended is passed over', async () => {
  const gone = 2 ** 22 + 1;
  const options = { protocols: new Set(['tcp', 'udp', 'unix'] as const), states: 'all', signal } as const;
  assert.deepEqual(await Array.fromAsync(readSockets({ pod: 'a/b', pids: [gone] }, options)), []);
  assert.ok((await Array.fromAsync(readSockets({ pod: 'a/b', pids: [gone, process.pid] }, options))).length > 0);
});
