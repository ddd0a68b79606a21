import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { ApidProfiles } from './apid-profiles.ts';

const fails = (reason: string) => (error: unknown) => error instanceof RpcError && error.reason === reason;
const piece = (id: number, text: string, last = false, error = '') => ({ id, data: Buffer.from(text), last, error });
const never = new AbortController().signal;
const setUp = () => {
  const clock = new FakeClock();
  const stopping = new AbortController();
  return { clock, stopping, profiles: new ApidProfiles(clock, stopping.signal) };
};

describe('profiles of apid', () => {
  it('are told to whoever waits, once, and put together from their pieces', async () => {
    const { profiles } = setUp();
    const told = profiles.next(never);
    const wanted = profiles.profile('HEAP', 1_000, never);
    const { id, heap, durationMs } = await told;
    assert.deepEqual([heap, durationMs], [true, 1_000]);
    const second = profiles.next(never);
    profiles.deliver(piece(id, '{"head":'));
    profiles.deliver(piece(id, '{}}', true));
    assert.equal(String(await wanted), '{"head":{}}');
    const other = profiles.profile('CPU', 1_000, never);
    assert.equal((await second).id, id + 1);
    profiles.deliver(piece(id + 1, 'x', true));
    await other;
  });

  it('are not waited for for ever, and of none that is not wanted is anything kept', async () => {
    const { clock, profiles } = setUp();
    const wanted = profiles.profile('CPU', 10_000, never);
    assert.throws(() => profiles.deliver(piece(1, 'before it was told', true)), fails('PROFILE_NOT_WANTED'));
    const { id } = await profiles.next(never);
    assert.throws(() => profiles.deliver(piece(id + 1, 'of another', true)), fails('PROFILE_NOT_WANTED'));
    const late = assert.rejects(wanted, fails('PROFILE_NOT_BROUGHT'));
    await clock.advance(25_000);
    await late;
    assert.throws(() => profiles.deliver(piece(id, 'too late', true)), fails('PROFILE_NOT_WANTED'));
  });

  it('are no larger than a profile is', async () => {
    const { profiles } = setUp();
    const wanted = assert.rejects(profiles.profile('CPU', 1_000, never), fails('PROFILE_FAILED'));
    const { id } = await profiles.next(never);
    const data = Buffer.alloc(1024 * 1024);
    for (let n = 0; n <= 32; n++) profiles.deliver({ id, data, last: false, error: '' });
    await wanted;
  });

  it('end with who asks, with the apid that waits, and with the agent', async () => {
    const { profiles, stopping } = setUp();
    const gone = new AbortController();
    const wanted = assert.rejects(profiles.profile('CPU', 1_000, gone.signal), /gone/);
    const died = new AbortController();
    await profiles.next(never);
    const waiting = assert.rejects(profiles.next(died.signal), /died/);
    gone.abort(new Error('gone'));
    died.abort(new Error('died'));
    await Promise.all([wanted, waiting]);
    const last = assert.rejects(profiles.next(never), /stopping/);
    stopping.abort(new Error('stopping'));
    await last;
  });
});
