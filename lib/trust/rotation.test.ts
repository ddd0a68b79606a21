import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  afterStep,
  lateClients,
  nextStep,
  type RotatingNode,
  type RotationFacts,
  remainingSteps,
  type SeenClient,
} from './rotation.ts';

const node = (name: string): RotatingNode => ({
  name,
  controlPlane: name.startsWith('cp'),
  accepted: ['old'],
  server: 'old',
  join: name.startsWith('cp') ? '' : 'old',
  current: true,
});
const start = (names: readonly string[], clients: readonly SeenClient[] = []): RotationFacts => ({
  target: 'new',
  nodes: names.map(node),
  self: { serial: 'ADA', authority: 'old', believes: ['old'] },
  clients,
  leaveClients: [],
});
const client = (subject: string, authority: string, seenMs = 0, role = 'os:reader'): SeenClient => ({
  subject,
  role,
  serial: `4${Buffer.from(subject.padEnd(20)).toString('hex').slice(0, 39)}`.toUpperCase(),
  authority,
  firstSeenMs: seenMs,
  lastSeenMs: seenMs,
});

describe('the rotation of an authority', () => {
  it('accepts, issues, waits for clients, serves, and withdraws last', () => {
    assert.deepEqual(remainingSteps(start(['cp-1', 'w-1'], [client('rita', 'old')])), [
      { kind: 'accept', nodes: ['cp-1', 'w-1'] },
      { kind: 'learn' },
      { kind: 'issue', nodes: ['cp-1'] },
      { kind: 'issue', nodes: ['w-1'] },
      { kind: 'renew' },
      { kind: 'clients', clients: [client('rita', 'old')] },
      { kind: 'serve', nodes: ['cp-1', 'w-1'] },
      { kind: 'withdraw', nodes: ['cp-1', 'w-1'] },
      { kind: 'forget' },
    ]);
  });

  it('refuses no client that was renewed, wherever it is cut and begun again', () => {
    // A step reaches some of its nodes, in any order, some of whose doors lag behind; a client renews whenever the nodes issue.
    const cut = fc.record({ reached: fc.array(fc.nat(9), { maxLength: 3 }), lag: fc.boolean(), renews: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 6 }),
        fc.array(cut, { maxLength: 40 }),
        (ids, cuts) => {
          const names = ids.map((id) => (id % 2 === 0 || ids.length === 1 ? `cp-${id}` : `w-${id}`));
          let facts = start(names, [client('rita', 'old')]);
          // What the door of each node has in force.
          let doors = facts.nodes;
          let other = facts.self;
          const check = () => {
            for (const who of [facts.self, other]) {
              for (const { name, accepted, server } of doors) {
                assert.ok(accepted.includes(who.authority), `${name} refuses a client of ${who.authority}`);
                assert.ok(
                  who.believes.includes(server),
                  `a client does not believe ${name}, which serves with ${server}`,
                );
              }
            }
          };
          for (const { reached, lag, renews } of cuts) {
            const step = nextStep(facts);
            let part = step;
            if ('nodes' in step) {
              const some = step.nodes.filter((_, index) => reached.includes(index));
              part = { ...step, nodes: some.length > 0 ? some : step.nodes };
            }
            if (part.kind === 'clients') {
              // Nothing is done about other clients but to wait for them.
              if (!renews || facts.nodes.some(({ accepted }) => accepted[0] !== 'new')) continue;
              other = { ...other, authority: 'new', believes: ['new', 'old'] };
              facts = { ...facts, clients: [client('rita', 'old'), client('rita', 'new', 10)] };
            } else {
              facts = afterStep(facts, part);
            }
            if ('nodes' in part && part.kind !== 'settle' && lag) {
              const lagging = part.nodes;
              facts = {
                ...facts,
                nodes: facts.nodes.map((one) => (lagging.includes(one.name) ? { ...one, current: false } : one)),
              };
            }
            doors = facts.nodes.map((one, index) => (one.current ? one : doors[index]!));
            check();
          }
        },
      ),
    );
  });

  it('goes on after a cut at every point, to the same end', () => {
    const whole = remainingSteps(start(['cp-1', 'cp-2', 'w-1']));
    let facts = start(['cp-1', 'cp-2', 'w-1']);
    for (const [index, step] of whole.entries()) {
      assert.deepEqual(remainingSteps(facts), whole.slice(index));
      facts = afterStep(facts, step);
    }
    assert.deepEqual(nextStep(facts), { kind: 'done' });
  });

  it('waits for whoever uses the former authority, also a copy of a client that was renewed', () => {
    const names = (clients: readonly SeenClient[]) =>
      lateClients('new', clients, ['w-1']).map(({ subject }) => subject);
    assert.deepEqual(names([client('rita', 'old', 5)]), ['rita']);
    assert.deepEqual(names([client('rita', 'old', 5), client('rita', 'new', 9)]), []);
    // A call that ended a little later is the same client's.
    assert.deepEqual(names([client('rita', 'old', 9_000), client('rita', 'new', 9)]), []);
    assert.deepEqual(names([client('rita', 'old', 90_000), client('rita', 'new', 9)]), ['rita']);
    // Of a member it is known what it joins with; of another node it is not.
    assert.deepEqual(names([client('w-1', 'old', 5, 'os:join'), client('w-2', 'old', 5, 'os:join')]), ['w-2']);
  });

  it('leaves clients behind only when told to, by name or serial number', () => {
    const [rita, eve] = [client('rita', 'old', 2), client('eve', 'old', 1)];
    const waitsFor = (...leaveClients: readonly string[]) =>
      remainingSteps({ ...start(['cp-1'], [rita, eve]), leaveClients }).find(({ kind }) => kind === 'clients');
    assert.deepEqual(waitsFor('eve'), { kind: 'clients', clients: [rita] });
    assert.deepEqual(waitsFor(rita.serial), { kind: 'clients', clients: [eve] });
    assert.equal(waitsFor('eve', rita.serial), undefined);
  });
});
