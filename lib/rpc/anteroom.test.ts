import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Anteroom, originOf } from './anteroom.ts';

const LIMITS = { silent: 4, waiting: 4, handshakes: 2, timeoutMs: 10_000 };

/** Comes and speaks at once. */
function arrives(room: Anteroom, key: string, origin: string, nowMs = 0) {
  return room.enter(key, origin, nowMs) ?? room.spoke(key, nowMs);
}

/** A handshake that comes to nothing. */
function wastes(room: Anteroom, origin: string, times: number, nowMs = 0): void {
  for (let n = 0; n < times; n++) {
    arrives(room, `${origin} ${n}`, origin, nowMs);
    assert.equal(room.next(nowMs)?.key, `${origin} ${n}`);
    room.left(`${origin} ${n}`, nowMs);
  }
}

describe('who waits until it is known who they are', () => {
  it('ends the oldest that is silent for one more, and none that has spoken', () => {
    const room = new Anteroom(LIMITS);
    arrives(room, 'spoke', 'a');
    for (const key of ['1', '2', '3', '4']) assert.equal(room.enter(key, 'a', 0), undefined);
    assert.equal(room.enter('5', 'b', 0)?.key, '1');
    assert.equal(room.spoke('1', 0), undefined);
    assert.equal(room.size, 5);
  });

  it('takes whoever has wasted the least first, then whoever came first', () => {
    const room = new Anteroom(LIMITS);
    wastes(room, 'bad', 3);
    wastes(room, 'worse', 5);
    for (const origin of ['worse', 'bad', 'new', 'other']) arrives(room, origin, origin);
    assert.deepEqual([room.next(0)?.key, room.next(0)?.key], ['new', 'other']);
    room.left('new', 0);
    room.left('other', 0);
    assert.deepEqual([room.next(0)?.key, room.next(0)?.key], ['bad', 'worse']);
  });

  it('prefers who was known lately to who is new', () => {
    const room = new Anteroom(LIMITS);
    arrives(room, '1', 'friend');
    assert.equal(room.next(0)?.key, '1');
    room.known('1', 0);
    arrives(room, '2', 'new');
    arrives(room, '3', 'friend');
    assert.equal(room.next(0)?.key, '3');
  });

  it('ends a handshake of whoever has wasted more, at once; of an equal only when it has had its time', () => {
    const room = new Anteroom(LIMITS);
    wastes(room, 'bad', 3);
    for (const key of ['bad', 'fair']) arrives(room, key, key);
    assert.deepEqual([room.next(0)?.key, room.next(0)?.key], ['fair', 'bad']);
    arrives(room, 'new', 'new');
    assert.deepEqual(room.next(0), {
      key: 'new',
      instead: { key: 'bad', origin: 'bad', sinceMs: 0, why: 'too many handshakes' },
    });
    arrives(room, 'newer', 'newer');
    assert.equal(room.next(100), undefined);
    const turn = room.next(300);
    assert.deepEqual([turn?.key, turn?.instead?.key], ['newer', 'fair']);
  });

  it('lets no one that has wasted much end the handshake of who has not', () => {
    const room = new Anteroom(LIMITS);
    wastes(room, 'bad', 3);
    for (const key of ['1', '2']) {
      arrives(room, key, 'slow');
      assert.equal(room.next(0)?.key, key);
    }
    arrives(room, 'bad', 'bad');
    assert.equal(room.next(5_000), undefined);
    room.known('1', 5_000);
    assert.equal(room.next(5_000)?.key, 'bad');
  });

  it('turns away the oldest of whoever has wasted the most when too many wait', () => {
    const room = new Anteroom(LIMITS);
    wastes(room, 'bad', 3);
    for (const key of ['bad 8', 'bad 9', 'new', 'newer']) arrives(room, key, key.split(' ')[0]!);
    assert.equal(arrives(room, 'newest', 'newest')?.key, 'bad 8');
  });

  it('forgets with time, and who comes to hang up without a word has wasted nothing', () => {
    const room = new Anteroom(LIMITS);
    for (let n = 0; n < 10; n++) {
      room.enter(`probe ${n}`, 'machined', 0);
      room.left(`probe ${n}`, 0);
    }
    wastes(room, 'once', 1);
    arrives(room, '1', 'once', 200_000);
    for (const key of ['2', '3']) arrives(room, key, 'machined', 200_000);
    assert.equal(room.next(200_000)?.key, '2');
    assert.equal(room.next(200_000)?.key, '3');
    // Equal, but for what is left of it.
    assert.equal(room.next(200_300)?.instead?.key, '2');
  });

  it('names those who take too long to speak, or wait for too long', () => {
    const room = new Anteroom(LIMITS);
    room.enter('silent', 'a', 0);
    arrives(room, 'waits', 'b', 5_000);
    assert.deepEqual(room.overdue(9_999), []);
    assert.deepEqual(
      room.overdue(10_000).map(({ key }) => key),
      ['silent'],
    );
    assert.deepEqual(
      room.overdue(15_000).map(({ key }) => key),
      ['waits'],
    );
    assert.equal(room.size, 0);
  });

  it('gives a client its handshake at once, however many others come from however many addresses', () => {
    const nowMs = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(29), { minLength: 1, maxLength: 60 }), (strangers) => {
        const room = new Anteroom({ silent: 64, waiting: 16, handshakes: 4, timeoutMs: 10_000 });
        for (let n = 0; n < 30; n++) wastes(room, `stranger ${n}`, 1 + (n % 3), nowMs);
        for (const [index, n] of strangers.entries()) {
          arrives(room, `${index}`, `stranger ${n}`, nowMs);
          room.next(nowMs);
        }
        arrives(room, 'client', 'client', nowMs);
        for (const [index, n] of strangers.entries()) arrives(room, `later ${index}`, `stranger ${n}`, nowMs);
        assert.equal(room.next(nowMs)?.key, 'client');
        for (const _stranger of strangers) assert.notEqual(room.next(nowMs)?.instead?.key, 'client');
      }),
    );
  });

  it('lets newcomers in while strangers come from more addresses than can be remembered', () => {
    const room = new Anteroom({ silent: 1_024, waiting: 64, handshakes: 16, timeoutMs: 10_000 });
    const underWay = new Map<string, number>();
    const turn = (nowMs: number) => {
      for (let next = room.next(nowMs); next !== undefined; next = room.next(nowMs)) {
        if (next.instead !== undefined) underWay.delete(next.instead.key);
        underWay.set(next.key, nowMs);
      }
    };
    let newcomers = 0;
    let known = 0;
    for (let n = 0; n < 10_000; n++) {
      // 200 a second, three times as many as there are handshakes for; none ever answers.
      const nowMs = n * 5;
      arrives(room, `stranger ${n}`, `stranger ${n % 5_000}`, nowMs);
      if (n % 50 === 25) {
        newcomers += 1;
        arrives(room, `newcomer ${n}`, `newcomer ${n}`, nowMs);
      }
      turn(nowMs);
      // A client answers within 30 ms.
      for (const [key, sinceMs] of underWay) {
        if (!key.startsWith('newcomer') || nowMs - sinceMs < 30) continue;
        room.known(key, nowMs);
        underWay.delete(key);
        known += 1;
      }
    }
    assert.ok(known >= newcomers / 5, `${known} of ${newcomers}`);
  });

  it('does not forget who was known for any number of strangers', () => {
    const room = new Anteroom(LIMITS);
    arrives(room, 'first', 'friend');
    assert.equal(room.next(0)?.key, 'first');
    room.known('first', 0);
    for (let n = 0; n < 5_000; n++) wastes(room, `stranger ${n}`, 1);
    for (const origin of ['new', 'friend']) arrives(room, origin, origin);
    assert.equal(room.next(0)?.key, 'friend');
  });

  it('blames none for a full room, unless it has several there', () => {
    const room = new Anteroom(LIMITS);
    for (const key of ['1', '2', '3', '4']) arrives(room, key, key);
    assert.equal(arrives(room, '5', '5')?.key, '5', 'of equals the last');
    assert.equal(arrives(room, '4 again', '4')?.key, '4', 'of several of one the oldest');
    assert.deepEqual([room.next(0)?.key, room.next(0)?.key], ['1', '2']);
    arrives(room, '5 again', '5');
    for (const key of ['1', '2']) room.known(key, 0);
    assert.deepEqual([room.next(0)?.key, room.next(0)?.key], ['3', '5 again']);
  });

  it('holds no more than its limits', () => {
    const limits = { silent: 5, waiting: 3, handshakes: 2, timeoutMs: 10 };
    const most = limits.silent + limits.waiting + limits.handshakes;
    const step = fc.record({
      what: fc.constantFrom('enter', 'spoke', 'next', 'known', 'left', 'late'),
      n: fc.nat(20),
      after: fc.nat(8),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const room = new Anteroom(limits);
        const inside = new Set<string>();
        const gone = (key: string | undefined) => {
          if (key !== undefined) assert.ok(inside.delete(key), `${key} was turned away twice`);
        };
        let nowMs = 0;
        for (const { what, n, after } of steps) {
          nowMs += after;
          const key = `${n}`;
          if (what === 'enter' && !inside.has(key)) {
            gone(room.enter(key, `origin ${n % 4}`, nowMs)?.key);
            inside.add(key);
          } else if (what === 'spoke') gone(room.spoke(key, nowMs)?.key);
          else if (what === 'next') gone(room.next(nowMs)?.instead?.key);
          else if (what === 'late') for (const late of room.overdue(nowMs)) gone(late.key);
          else if (what === 'left') {
            room.left(key, nowMs);
            inside.delete(key);
          }
          assert.ok(room.size === inside.size && room.size <= most);
        }
      }),
    );
  });
});

describe('whose an address is', () => {
  it('is the address of IPv4, and the network of 64 bits of IPv6', () => {
    const networks = {
      '10.5.0.3': '10.5.0.3',
      '::ffff:10.5.0.3': '10.5.0.3',
      '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
      '2001:db8::1': '2001:db8:0:0::/64',
      '2001:db8:1:2::': '2001:db8:1:2::/64',
      'fe80::1%eth0': 'fe80:0:0:0::/64',
      '::1': '0:0:0:0::/64',
      '': '',
    };
    for (const [address, network] of Object.entries(networks)) assert.equal(originOf(address), network, address);
  });
});
