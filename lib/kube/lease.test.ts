import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import pino from 'pino';
import { FakeClock } from '../control/clock.testing.ts';
import type { Clock } from '../control/clock.ts';
import { get, mergePatch, remove } from './apply.ts';
import { FakeApiserver } from './fake-apiserver.testing.ts';
import { LeaderElection, type Leadership } from './lease.ts';
import { LEASES } from './resources.ts';
import { createTransport, type Transport } from './transport.ts';

const at = { namespace: 'talos-system', name: 'operator' };
const live = new AbortController().signal;
let fake: FakeApiserver;
let transport: Transport;
let clock: FakeClock;
let stop: AbortController;
let running: Promise<void>[];

before(async () => {
  fake = await FakeApiserver.start();
  transport = createTransport({ access: fake.access, userAgent: 'test' });
});
after(async () => {
  transport.close();
  await fake.close();
});
beforeEach(() => {
  fake.fault = () => undefined;
  clock = new FakeClock();
  stop = new AbortController();
  running = [];
});
afterEach(async () => {
  fake.fault = () => undefined;
  stop.abort(new Error('the test is over'));
  await Promise.allSettled(running);
  await remove(transport, LEASES, at, { signal: live });
});

/** Moves the clock in small steps, with time for real I/O in between, until the condition holds. */
async function moveUntil(what: string, condition: () => boolean, limitMs = 60_000): Promise<number> {
  const start = clock.monotonic();
  while (!condition()) {
    assert.ok(clock.monotonic() - start < limitMs, `${what}: not within ${limitMs} ms`);
    // an answer under way arrives before time moves on
    for (let turn = 0; turn < 20 && !condition(); turn++) await new Promise((resolve) => setTimeout(resolve, 1));
    if (!condition()) await clock.advance(500);
  }
  return clock.monotonic() - start;
}

function candidate(identity: string, ownClock: Clock = clock) {
  const terms: Leadership[] = [];
  const election = new LeaderElection({
    transport,
    clock: ownClock,
    logger: pino({ level: 'silent' }),
    ...at,
    identity,
    random: () => 0,
  });
  const lead = async (leadership: Leadership) => {
    terms.push(leadership);
    await new Promise((resolve) => leadership.signal.addEventListener('abort', resolve, { once: true }));
  };
  const own = new AbortController();
  const run = election.run(lead, AbortSignal.any([stop.signal, own.signal]));
  running.push(run);
  const end = async () => {
    own.abort(new Error('stop'));
    await run;
  };
  return { election, terms, end };
}

test('a leader that cannot renew stops before a standby may begin', async () => {
  const a = candidate('a');
  await moveUntil('a leads', () => a.terms.length === 1);
  const b = candidate('b');
  await moveUntil('b knows', () => b.election.holder === 'a');
  const lease = await get(transport, LEASES, at, { signal: live });
  assert.equal(lease.spec?.leaseDurationSeconds, 15);
  fake.fault = ({ method, path }) =>
    method === 'PUT' && path.endsWith('/operator') && a.terms.at(-1)?.signal.aborted === false
      ? { kind: 'answer', status: 500 }
      : undefined;
  const lost = await moveUntil('a stops', () => a.terms[0]?.signal.aborted === true);
  assert.ok(lost <= 13_000, `a led on for ${lost} ms`);
  assert.equal(b.terms.length, 0, 'a has stopped before b begins');
});

test('a renewal that fails now and then loses nothing', async () => {
  const a = candidate('a');
  await moveUntil('a leads', () => a.terms.length === 1);
  let puts = 0;
  fake.fault = ({ method }) => (method === 'PUT' && puts++ % 2 === 0 ? { kind: 'answer', status: 503 } : undefined);
  await moveUntil('renewals', () => puts >= 10, 120_000);
  assert.equal(a.terms.length, 1);
  assert.equal(a.terms[0]?.signal.aborted, false);
});

test('a Lease taken by someone else ends the term', async () => {
  const a = candidate('a');
  await moveUntil('a leads', () => a.terms.length === 1);
  await mergePatch(transport, LEASES, at, { spec: { holderIdentity: 'thief' } }, { signal: live });
  await moveUntil('a stops', () => a.terms[0]?.signal.aborted === true);
  assert.match(String(a.terms[0]?.signal.reason), /leadership lost/);
});

test('a release hands over at once, and every term has a larger epoch', async () => {
  const a = candidate('a');
  await moveUntil('a leads', () => a.terms.length === 1);
  const b = candidate('b');
  await moveUntil('b knows', () => b.election.holder === 'a');
  await a.end();
  const took = await moveUntil('b leads', () => b.terms.length === 1);
  assert.ok(took <= 5_000, `took ${took} ms`);
  await b.end();
  const again = candidate('a');
  await moveUntil('a leads again', () => again.terms.length === 1);
  const epochs = [a, b, again].map(({ terms }) => terms[0]?.epoch ?? 0);
  assert.ok(epochs[0]! < epochs[1]! && epochs[1]! < epochs[2]!, epochs.join());
});

test('a leader that throws releases the Lease and tells', async () => {
  const election = new LeaderElection({ transport, clock, logger: pino({ level: 'silent' }), ...at, identity: 'a' });
  const work = election.run(async () => {
    throw new Error('broken');
  }, stop.signal);
  await assert.rejects(work, /broken/);
  const lease = await get(transport, LEASES, at, { signal: live });
  assert.equal(lease.spec?.holderIdentity, '');
});

test('a release that nobody answers is given up by the clock', async () => {
  const a = candidate('a');
  await moveUntil('a leads', () => a.terms.length === 1);
  fake.fault = () => ({ kind: 'hang' });
  let ended = false;
  const ending = a.end().then(() => (ended = true));
  const took = await moveUntil('a ends', () => ended);
  await ending;
  assert.ok(took <= 6_000, `${took} ms`);
});
