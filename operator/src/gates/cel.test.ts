import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { presets } from '@talos/crds/gate.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { evaluateCel } from './cel.ts';
import { checkOf } from './presets.ts';

const ask = (expression: string, objects: unknown = [], messageExpression?: string) =>
  evaluateCel(
    { expression, messageExpression, objects: JSON.stringify(objects) },
    { clock: systemClock, signal: new AbortController().signal },
  );

describe('CEL of a gate', () => {
  it('sees whole numbers as ints, fields that are not there, and lists', async () => {
    const objects = [{ spec: { replicas: 3 }, status: { readyReplicas: 3 } }];
    assert.deepEqual(await ask('objects.all(o, o.status.readyReplicas + 1 > o.spec.replicas)', objects), {
      value: true,
    });
    assert.deepEqual(await ask('objects.all(o, o.?status.?none.orValue(0) == 0)', objects), { value: true });
    assert.deepEqual(await ask('size(objects) == 2', objects), { value: false });
  });

  it('says why it is closed in the words of who wrote it', async () => {
    const objects = [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }];
    assert.deepEqual(await ask('size(objects) == 0', objects, "objects.map(o, o.metadata.name).join(' and ')"), {
      value: false,
      message: 'a and b',
    });
    assert.deepEqual(await ask('size(objects) == 0', objects, '1'), {
      value: false,
      message: 'its messageExpression gives no string',
    });
  });

  for (const [what, expression, expected] of [
    ['does not compile', 'objects.all(o, ', /Unexpected token/],
    ['names what is not there', 'pods.size() == 0', /Unknown variable: pods/],
    ['gives no boolean', '1 + 1', /gives no boolean/],
    ['fails on an object', 'objects[7].status == 1', /index/i],
    ['reaches for the host', 'process.exit(0)', /process/],
  ] as const) {
    it(`has no value where the expression ${what}`, async () => {
      const answer = await ask(expression, [{}]);
      assert.match('error' in answer ? answer.error : 'a value', expected);
    });
  }

  it('is ended when it runs away, in time and in memory', async () => {
    const evil = [{ text: `${'a'.repeat(60)}!` }];
    const slow = await ask("objects[0].text.matches('^(a+)+$')", evil);
    assert.match('error' in slow ? slow.error : 'a value', /longer than 2 s/);
    const many = Array.from({ length: 1_500 }, (_, index) => ({ index }));
    const large = await ask('objects.all(a, objects.map(b, objects.map(c, [a, b, c])).size() == 0)', many);
    assert.match('error' in large ? large.error : 'a value', /memory|longer/);
  });

  it('ends with the term of who asks', async () => {
    const stop = new AbortController();
    const asked = evaluateCel(
      { expression: "objects[0].matches('^(a+)+$')", objects: JSON.stringify([`${'a'.repeat(60)}!`]) },
      { clock: systemClock, signal: stop.signal },
    );
    stop.abort(new Error('the term has ended'));
    await assert.rejects(asked, /the term has ended/);
  });
});

describe('presets', () => {
  const metadata = { name: 'x', namespace: 'n' };
  const examples: Readonly<Record<(typeof presets)[number], { good: object[]; bad: object[] }>> = {
    CephHealthy: {
      good: [{ metadata, status: { ceph: { health: 'HEALTH_OK' } } }],
      bad: [
        { metadata, status: { ceph: { health: 'HEALTH_WARN' } } },
        { metadata, spec: {} },
      ],
    },
    LonghornHealthy: {
      good: [
        { metadata, status: { state: 'attached', robustness: 'healthy' } },
        { metadata, status: { state: 'detached', robustness: 'unknown' } },
      ],
      bad: [{ metadata, status: { state: 'attached', robustness: 'degraded' } }],
    },
    CloudNativePGHealthy: {
      good: [{ metadata, spec: { instances: 3 }, status: { readyInstances: 3 } }],
      bad: [
        { metadata, spec: { instances: 3 }, status: { readyInstances: 2 } },
        { metadata, spec: { instances: 3 } },
      ],
    },
    DeploymentsAvailable: {
      good: [
        { metadata, spec: { replicas: 2 }, status: { availableReplicas: 2 } },
        { metadata, spec: { replicas: 0 }, status: {} },
      ],
      bad: [
        { metadata, spec: { replicas: 2 }, status: { availableReplicas: 1 } },
        { metadata, spec: {} },
      ],
    },
  };
  for (const name of presets) {
    it(`${name} tells the good from the bad, and names them`, async () => {
      const { expression, messageExpression } = checkOf({ name, namespace: 'n' });
      const { good, bad } = examples[name];
      assert.deepEqual(await ask(expression, good, messageExpression), { value: true });
      for (const one of bad) {
        const answer = await ask(expression, [...good, one], messageExpression);
        assert.deepEqual(answer, { value: false, message: 'not as they should be: n/x' });
      }
      const none = await ask(expression, [], messageExpression);
      assert.match('message' in none ? (none.message ?? '') : '', /^there are no /);
    });
  }
});
