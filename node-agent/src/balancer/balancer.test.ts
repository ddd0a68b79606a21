import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, test } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { systemClock } from '@talos/lib/control/clock.ts';
import type { Balancer } from './balancer.ts';
import { startBalancer } from './balancer.ts';
import type { ReadinessCheck } from './readiness.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const serveOn = (
  port: number,
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; stop: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const open = new Set<Socket>();
    const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
      onConnection(socket);
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const stop = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          for (const socket of open) socket.destroy();
        });
      cleanups.push(() => stop());
      resolve({ port: (server.address() as { port: number }).port, stop });
    });
  });

/** A member that says its name and closes. */
const named = (name: string, port = 0) => serveOn(port, (socket) => socket.end(name));

const balance = async (
  members: readonly string[],
  options: { prefer?: string; maxConnections?: number; readiness?: ReadinessCheck } = {},
): Promise<Balancer> => {
  const balancer = await startBalancer({
    listen: '127.0.0.1:0',
    clock: systemClock,
    log() {},
    probeIntervalMs: 5,
    connectTimeoutMs: 500,
    ...options,
  });
  cleanups.push(() => balancer.close());
  balancer.setMembers(members);
  return balancer;
};

const ask = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(text));
  });

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the balancer', () => {
  test('goes to another member when one dies, and back when it returns', async () => {
    const [a, b] = [await named('a'), await named('b')];
    const own = `127.0.0.1:${a.port}`;
    const balancer = await balance([own, `127.0.0.1:${b.port}`], { prefer: own });
    assert.equal(await ask(balancer.port), 'a');
    await a.stop();
    assert.equal(await ask(balancer.port), 'b');
    await until(() => balancer.members().some((member) => member.standing === 'dead'));
    await named('a again', a.port);
    await until(() => balancer.members().every((member) => member.standing === 'ready'));
    assert.equal(await ask(balancer.port), 'a again');
  });

  test('spares a member that takes connections but is not ready, and leaves it those that it has', async () => {
    const [a, b] = [await serveOn(0, (socket) => socket.on('data', () => socket.end('a'))), await named('b')];
    const own = `127.0.0.1:${a.port}`;
    const unready = new Set<string>();
    const readiness: ReadinessCheck = async (address) => {
      if (unready.has(address)) throw new Error('/readyz answers 500');
    };
    const balancer = await balance([own, `127.0.0.1:${b.port}`], { prefer: own, readiness });
    const open = connect(balancer.port, '127.0.0.1');
    await until(() => balancer.members()[0]?.connections === 1);
    unready.add(own);
    await until(() => balancer.members()[0]?.standing === 'unready');
    assert.equal(await ask(balancer.port), 'b');
    const answer = new Promise<string>((resolve) => open.once('data', (chunk) => resolve(String(chunk))));
    open.write('still there?');
    assert.equal(await answer, 'a');
    // Better than nothing.
    await b.stop();
    const last = connect(balancer.port, '127.0.0.1');
    last.write('anybody?');
    assert.equal(await new Promise<string>((resolve) => last.once('data', (chunk) => resolve(String(chunk)))), 'a');
    open.destroy();
    last.destroy();
    unready.clear();
    await until(() => balancer.members()[0]?.standing === 'ready');
  });

  test('says no in words of TLS, which a kubelet does not try again for ten seconds, when nobody takes a connection', async () => {
    const dead = await named('x');
    await dead.stop();
    const balancer = await balance([`127.0.0.1:${dead.port}`]);
    const empty = await balance([]);
    for (const { port } of [balancer, empty]) {
      const refused = new Promise((_resolve, reject) => {
        connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }).once('error', reject);
      });
      await assert.rejects(refused, { code: 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR' });
    }
  });

  test('passes a half-close on: an answer may follow the end of the question', async () => {
    const { port } = await serveOn(0, (socket) => {
      const hash = createHash('sha256');
      socket.on('data', (chunk) => hash.update(chunk));
      socket.on('end', () => socket.end(hash.digest('hex')));
    });
    const balancer = await balance([`127.0.0.1:${port}`]);
    const question = randomBytes(3_000_000);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect({ port: balancer.port, host: '127.0.0.1', allowHalfOpen: true });
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
      socket.end(question);
    });
    assert.equal(answer, createHash('sha256').update(question).digest('hex'));
  });

  test('reads no more than the other side takes', async () => {
    const held: Socket[] = [];
    const { port } = await serveOn(0, (socket) => held.push(socket.pause()));
    const balancer = await balance([`127.0.0.1:${port}`]);
    const client = connect(balancer.port, '127.0.0.1');
    cleanups.push(async () => client.destroy());
    const chunk = Buffer.alloc(1024 * 1024);
    let written = 0;
    // Buffers of the kernel on both legs are some MiB; without back-pressure all 200 would vanish into our memory.
    const stuck = new Promise<boolean>((resolve) => {
      const fill = (): void => {
        if (written++ >= 200) resolve(false);
        else if (client.write(chunk)) setImmediate(fill);
        else {
          const timer = setTimeout(() => resolve(true), 300);
          client.once('drain', () => {
            clearTimeout(timer);
            fill();
          });
        }
      };
      fill();
    });
    assert.equal(await stuck, true);
    await until(() => held.length > 0);
  });

  test('takes connections away from a member that was removed', async () => {
    const { port } = await serveOn(0, (socket) => socket.resume());
    const balancer = await balance([`127.0.0.1:${port}`]);
    const client = connect(balancer.port, '127.0.0.1');
    await until(() => balancer.members()[0]?.connections === 1);
    const closed = new Promise((resolve) => client.on('error', () => undefined).once('close', resolve));
    client.resume();
    balancer.setMembers([]);
    await closed;
    assert.deepEqual(balancer.members(), []);
  });

  test('bounds its connections', async () => {
    const { port } = await serveOn(0, (socket) => socket.resume());
    const balancer = await balance([`127.0.0.1:${port}`], { maxConnections: 1 });
    const first = connect(balancer.port, '127.0.0.1');
    cleanups.push(async () => first.destroy());
    await until(() => balancer.members()[0]?.connections === 1);
    const second = connect(balancer.port, '127.0.0.1');
    await new Promise((resolve) => second.on('error', () => undefined).once('close', resolve));
    assert.equal(balancer.members()[0]?.connections, 1);
  });
});
