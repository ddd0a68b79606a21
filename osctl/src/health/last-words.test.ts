import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWords } from './last-words.ts';

for (const [what, lines, words] of [
  [
    "a kubelet's, which ends with its flags",
    [
      'I1123 09:00:00.000001       7 server.go:1] "Starting"',
      'E1123 09:00:00.000002       7 run.go:72] "command failed" err="failed to run Kubelet: no CPU is reserved"',
      'I1123 09:00:00.000003       7 trace.go:1] "Done"',
      '',
    ],
    '"command failed" err="failed to run Kubelet: no CPU is reserved"',
  ],
  [
    "etcd's and pino's",
    ['{"level":"fatal","msg":"cannot open","error":"file is torn"}', '{"level":"info","msg":"later"}'],
    'cannot open: file is torn',
  ],
  ["the agent's programs'", ['{"level":60,"msg":"gives up","err":{"message":"EADDRINUSE"}}'], 'gives up: EADDRINUSE'],
  [
    "containerd's",
    ['level=info msg=a', 'time=x level=fatal msg="no"', 'level=info msg=b'],
    'time=x level=fatal msg="no"',
  ],
  ['of one that says nothing of errors', ['one', 'two'], 'two'],
  ['of one that says nothing', ['', '  '], undefined],
] as const) {
  test(`the last words ${what}`, () => assert.equal(lastWords(lines), words));
}

test('a long line is cut', () => {
  assert.equal(lastWords(['x'.repeat(1_000)])?.length, 241);
});
