import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EscapeKeys } from './escape.ts';

/** What the program gets of keys that come in these pieces, and whether the person left. */
function typed(...pieces: readonly string[]): readonly [string, boolean] {
  const keys = new EscapeKeys();
  let text = '';
  for (const piece of pieces) {
    const { data, leave } = keys.take(Buffer.from(piece));
    text += Buffer.from(data).toString();
    if (leave) return [text, true];
  }
  return [text, false];
}

test('~. leaves at the start of a line only, however it comes', () => {
  assert.deepEqual(typed('~.'), ['', true]);
  assert.deepEqual(typed('ls\r~.rest'), ['ls\r', true]);
  assert.deepEqual(typed('ls\n', '~', '.'), ['ls\n', true]);
  assert.deepEqual(typed('cat ~.bashrc\r'), ['cat ~.bashrc\r', false]);
});

test('every other key is the program’s', () => {
  assert.deepEqual(typed('~/bin\r'), ['~/bin\r', false]);
  assert.deepEqual(typed('~~.\r'), ['~.\r', false]);
  assert.deepEqual(typed('~', '\r', '~', 'x.'), ['~\r~x.', false]);
  const keys = '\x03\x1a\x1b[A\x00ü€';
  assert.deepEqual(typed(keys), [keys, false]);
});
