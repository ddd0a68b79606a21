import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE } from '@talos/crds/config/example.ts';
import { checkDocuments } from '@talos/crds/config/index.ts';
import { deniedTarget, withDenied } from './denied.ts';

const { trust } = EXAMPLE_CONTROL_PLANE;
const FAMILY = '5F3A91C20B7744E1D8A6';
const LOST = `${FAMILY}C0FFEE12345678ABCDEF`;
const RENEWED = `${FAMILY}00000000000000000001`;
const OTHER = '40000000000000000000AAAAAAAAAAAAAAAAAAAA';
const deny = (serials: readonly string[], before = trust, own = '') =>
  withDenied(before, { serials: [...serials], accept: false }, own);
const accept = (serials: readonly string[], before = trust) =>
  withDenied(before, { serials: [...serials], accept: true }, '');

test('certificates are refused as programs print them, each once with its heirs, beside those of before', () => {
  const colons = LOST.toLowerCase().match(/../g)!.join(':');
  const once = deny([colons]);
  assert.deepEqual(once, { ...trust, deniedSerials: [LOST] });
  assert.deepEqual(checkDocuments({ ...EXAMPLE_CONTROL_PLANE, trust: once }), []);
  assert.deepEqual(deny([LOST, RENEWED, OTHER], once).deniedSerials, [RENEWED, OTHER]);
  assert.deepEqual(deny([OTHER], once).deniedSerials, [LOST, OTHER]);
});

test('one is accepted again by the number of any of its heirs; without any the trust is as it was', () => {
  const both = deny([LOST, OTHER]);
  assert.deepEqual(accept([RENEWED], both).deniedSerials, [OTHER]);
  assert.deepEqual(accept([OTHER, LOST], both), trust);
  assert.deepEqual(accept([OTHER]), trust);
});

test('nobody refuses themselves, nor what is no serial number, nor more than can be kept', () => {
  assert.throws(() => deny([LOST], trust, RENEWED), { code: 'FAILED_PRECONDITION', reason: 'OWN_CERTIFICATE' });
  for (const wrong of [[], [''], ['rita'], ['0'.repeat(40), 'F'.repeat(41)], ['1\n2']]) {
    assert.throws(() => deny(wrong), { code: 'INVALID_ARGUMENT', reason: 'SERIALS_INVALID' }, JSON.stringify(wrong));
  }
  const many = Array.from({ length: 1_001 }, (_, n) => `4${String(n).padStart(39, '0').split('').reverse().join('')}`);
  assert.throws(() => deny(many), { reason: 'SERIALS_INVALID' });
});

test('the audit log says which', () => {
  assert.equal(deniedTarget({ serials: [LOST, OTHER] }), `${LOST} ${OTHER}`);
  assert.equal(deniedTarget({ serials: [LOST], accept: true }), `accept ${LOST}`);
  assert.equal(deniedTarget({}), '');
});
