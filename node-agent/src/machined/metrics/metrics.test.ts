import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallCounts } from './calls.ts';
import { exposition } from './exposition.ts';

test('the text is what Prometheus reads, whatever a label holds', () => {
  assert.equal(
    exposition([
      {
        name: 'talos_x_total',
        help: 'Of two\nlines, a \\ too.',
        type: 'counter',
        samples: [{ labels: { path: 'a "b"\\\n', code: 'OK' }, value: 2 }, { value: 0.5 }],
      },
      { name: 'talos_nothing', help: 'Not there.', type: 'gauge', samples: [] },
    ]),
    [
      '# HELP talos_x_total Of two\\nlines, a \\\\ too.',
      '# TYPE talos_x_total counter',
      'talos_x_total{path="a \\"b\\"\\\\\\n",code="OK"} 2',
      'talos_x_total 0.5',
      '',
    ].join('\n'),
  );
});

test('calls are counted by method and code', () => {
  const counts = new CallCounts();
  counts.ended('/osctl.v1alpha1.System/Version', 'OK');
  counts.ended('/osctl.v1alpha1.System/Version', 'OK');
  counts.ended('/osctl.v1alpha1.System/Version', 'CANCELLED');
  counts.refused('ROLE_TOO_SMALL', 3);
  assert.deepEqual(counts.calls(), [
    { method: 'osctl.v1alpha1.System/Version', code: 'OK', count: 2 },
    { method: 'osctl.v1alpha1.System/Version', code: 'CANCELLED', count: 1 },
  ]);
  assert.deepEqual([...counts.refusals], [['ROLE_TOO_SMALL', 3]]);
});
