import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { KnownMember, MembershipFacts } from './membership.ts';
import { hexId, nextStep, quorumWithout } from './membership.ts';

const self = { name: 'cp-2', peerUrl: 'https://10.5.0.3:2380' };
const first: KnownMember = { id: '11', name: 'cp-1', peerUrls: ['https://10.5.0.2:2380'], learner: false };
const facts = (overrides: Partial<MembershipFacts>): MembershipFacts => ({
  self,
  hasData: false,
  bootstrapRequested: false,
  members: undefined,
  others: 2,
  ...overrides,
});

describe('a member', () => {
  test('with data starts with it, whatever the others say', () => {
    for (const members of [undefined, [first]]) {
      assert.equal(nextStep(facts({ hasData: true, bootstrapRequested: true, members })).kind, 'start');
    }
  });

  test('makes a cluster of one when asked to', () => {
    assert.deepEqual(nextStep(facts({ bootstrapRequested: true })), {
      kind: 'start',
      state: 'new',
      initialCluster: 'cp-2=https://10.5.0.3:2380',
    });
  });

  test('joins a cluster that exists, even when a bootstrap was asked for', () => {
    assert.deepEqual(nextStep(facts({ bootstrapRequested: true, members: [first] })), {
      kind: 'add-learner',
      peerUrl: self.peerUrl,
    });
  });

  test('that was added but never started goes on from there', () => {
    const added = { id: '12', name: '', peerUrls: [self.peerUrl], learner: true };
    assert.deepEqual(nextStep(facts({ members: [first, added] })), {
      kind: 'start',
      state: 'existing',
      initialCluster: 'cp-1=https://10.5.0.2:2380,cp-2=https://10.5.0.3:2380',
    });
  });

  test('whose data is lost removes its old self first', () => {
    const old = { id: '12', name: 'cp-2', peerUrls: [self.peerUrl], learner: false };
    assert.deepEqual(nextStep(facts({ members: [first, old] })), { kind: 'remove-old-self', id: '12' });
  });

  test('otherwise waits and says for what', () => {
    assert.deepEqual(nextStep(facts({ others: 0 })), { kind: 'wait', reason: 'waiting for bootstrap' });
  });
});

test('there is never a second cluster: new only when asked for, without data, and with nobody answering', () => {
  const member = fc.record({
    id: fc.stringMatching(/^[1-9]\d{0,8}$/),
    name: fc.constantFrom('', 'cp-1', 'cp-2'),
    peerUrls: fc.subarray(['https://10.5.0.2:2380', self.peerUrl], { minLength: 1 }),
    learner: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.option(fc.array(member, { maxLength: 3 }), { nil: undefined }),
      (hasData, bootstrapRequested, members) => {
        const step = nextStep(facts({ hasData, bootstrapRequested, members }));
        const isNew = step.kind === 'start' && step.state === 'new';
        assert.equal(isNew, bootstrapRequested && !hasData && members === undefined);
        if (hasData) assert.equal(step.kind, 'start');
      },
    ),
  );
});

test('ids are shown as etcdctl shows them', () => {
  assert.equal(hexId('10501334649042878790'), '91bc3c398fb3c146');
});

test('a member may go only while the others keep their quorum without it', () => {
  assert.match(quorumWithout([]) ?? '', /the only member/);
  assert.equal(quorumWithout([true]), undefined);
  assert.match(quorumWithout([false]) ?? '', /0 are healthy, 1 are needed/);
  assert.equal(quorumWithout([true, true]), undefined);
  assert.match(quorumWithout([true, false]) ?? '', /of the 2 other members 1 are healthy, 2 are needed/);
  assert.equal(quorumWithout([true, true, false, true]), undefined);
});
