import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { forgetOtherCpuPolicy } from './cpu-manager-state.ts';

const directory = mkdtempSync(join(tmpdir(), 'cpu-manager-'));
after(() => rmSync(directory, { recursive: true }));
const path = join(directory, 'cpu_manager_state');

// Versions 2 and 4 of the checkpoint.
const V2 = '{"policyName":"none","defaultCpuSet":"","checksum":1353318690}';
const V4 = `{"policyName":"","defaultCpuSet":"","checksum":1,"data":${JSON.stringify('{"policyName":"none","defaultCpuSet":""}')},"dataChecksum":2}`;

for (const [what, content, policy, removed] of [
  ['of another policy', V2, 'static', true],
  ['of another policy, in its newest form', V4, 'static', true],
  ['of this policy', V2, 'none', false],
  ['of this policy, in its newest form', V4, 'none', false],
  ['torn', V2.slice(0, 20), 'static', false],
] as const) {
  test(`a note ${what} is ${removed ? 'removed' : 'left'}`, async () => {
    writeFileSync(path, content);
    assert.equal(await forgetOtherCpuPolicy(directory, policy), removed);
    assert.equal(existsSync(path), !removed);
  });
}

test('where there is none there is nothing to do', async () => {
  rmSync(path, { force: true });
  assert.equal(await forgetOtherCpuPolicy(directory, 'static'), false);
});
