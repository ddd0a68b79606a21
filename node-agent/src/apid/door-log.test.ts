import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { systemClock } from '@talos/lib/control/clock.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { Upstream } from '@talos/lib/rpc/upstream.ts';
import { Audit, type Entry } from '@talos/proto/gen/osctl/internal.ts';
import { DoorLog } from './door-log.ts';

const EVE = { subject: 'eve', role: 'os:reader', address: '10.5.0.9', serial: 'A1' } as never;
let directory: string;
let machined: RpcServer;
let upstream: Upstream;
let recorded: Entry[];
let answer: () => Promise<void>;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'door-log-'));
  machined = new RpcServer({ trustForwardedIdentity: true });
  machined.add(Audit, {
    async record({ entries }) {
      recorded.push(...entries);
      await answer();
      return {};
    },
  });
  await machined.listen(`unix:${directory}/machined.sock`);
  upstream = new Upstream(`${directory}/machined.sock`);
});
after(async () => {
  upstream.close();
  await machined.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  recorded = [];
  answer = async () => {};
});

test('equal refusals are one entry with their count', async () => {
  const log = new DoorLog(upstream, systemClock);
  for (const method of ['/x/A', '/x/B', '/x/A']) log.add(EVE, method, 'ROLE_TOO_SMALL');
  await log.flush();
  assert.deepEqual(
    recorded.map(({ method, count }) => [method, count]),
    [
      ['/x/A', 2],
      ['/x/B', 1],
    ],
  );
});

test('a flush waits for the one that is under way', async () => {
  const asked = Promise.withResolvers<void>();
  const slow = Promise.withResolvers<void>();
  answer = () => {
    asked.resolve();
    return slow.promise;
  };
  const log = new DoorLog(upstream, systemClock);
  log.add(EVE, '/x/A', 'ROLE_TOO_SMALL');
  const first = log.flush();
  await asked.promise;
  let over = false;
  const second = log.flush().then(() => {
    over = true;
  });
  await turn();
  assert.equal(over, false);
  slow.resolve();
  await Promise.all([first, second]);
});

test('what machined does not take is offered again, together with what came meanwhile', async () => {
  answer = async () => {
    throw new Error('the disk is full');
  };
  const log = new DoorLog(upstream, systemClock);
  log.add(EVE, '/x/A', 'ROLE_TOO_SMALL');
  await log.flush();
  answer = async () => {};
  recorded = [];
  log.add(EVE, '/x/A', 'ROLE_TOO_SMALL');
  await log.flush();
  assert.deepEqual(
    recorded.map(({ method, count }) => [method, count]),
    [['/x/A', 2]],
  );
});
