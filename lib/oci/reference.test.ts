import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReference, parseReference, pinned } from './reference.ts';

const digest = `sha256:${'a1'.repeat(32)}`;

test('references are spelled out by the usual rules', () => {
  const cases: readonly [string, string][] = [
    ['osctl.dev/talos:1.0', 'osctl.dev/talos:1.0'],
    ['osctl.dev/talos', 'osctl.dev/talos:latest'],
    [`osctl.dev/talos@${digest}`, `osctl.dev/talos@${digest}`],
    [`osctl.dev/talos:1.0@${digest}`, `osctl.dev/talos:1.0@${digest}`],
    ['10.5.0.250:5000/a/b__c/d-e:v1', '10.5.0.250:5000/a/b__c/d-e:v1'],
    ['localhost/x', 'localhost/x:latest'],
    ['alpine', 'docker.io/library/alpine:latest'],
    ['org/app:2', 'docker.io/org/app:2'],
  ];
  for (const [text, expected] of cases) assert.equal(formatReference(parseReference(text)), expected);
});

test('a reference that is none is refused', () => {
  const bad = [
    '',
    'osctl.dev/',
    'osctl.dev/Talos',
    'osctl.dev/talos:',
    'osctl.dev/talos:a b',
    'osctl.dev/../etc/passwd',
    'osctl.dev/talos@sha256:abc',
    `osctl.dev/talos@sha512:${'a'.repeat(128)}`,
    'os ctl.dev/talos',
    'http://osctl.dev/talos',
    'osctl.dev//talos',
    `osctl.dev/${'a'.repeat(300)}`,
  ];
  for (const text of bad) assert.throws(() => parseReference(text), { code: 'MALFORMED' }, text);
});

test('pinning drops the tag', () => {
  assert.equal(formatReference(pinned(parseReference('osctl.dev/talos:1.0'), digest)), `osctl.dev/talos@${digest}`);
});
