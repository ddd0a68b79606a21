import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER, EXAMPLE_WORKER_YAML } from '@talos/crds/config/example.ts';
import { renderDocuments } from '@talos/crds/config/index.ts';
import { type AtomicFs, realAtomicFs } from '../host/fs-atomic.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { keepConfig } from './keep.ts';
import { openConfigStore } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'config-store-'));
after(() => rmSync(root, { recursive: true }));
let count = 0;
function node() {
  const files = nodeFiles(hostPaths(join(root, String(count++))));
  mkdirSync(join(files.configDir, 'by-slot'), { recursive: true });
  const open = (fs?: AtomicFs) =>
    openConfigStore({ files, slot: 'a', onListenerError: () => {}, ...(fs === undefined ? {} : { fs }) });
  return { files, open };
}

test('the first start takes the initial documents and stores them', () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  const store = open();
  assert.equal(store.source, 'initial');
  assert.equal(statSync(files.configCurrent).mode & 0o777, 0o600);
  rmSync(files.configInitial);
  const again = open();
  assert.deepEqual([again.source, again.hash()], ['current', store.hash()]);
});

test('with no documents it says where to put them; with bad ones, what is wrong and where', () => {
  const { files, open } = node();
  assert.throws(open, /neither .*current.yaml nor .*initial.yaml/);
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML.replace('role: worker', 'role: wroker'));
  assert.throws(open, /initial.yaml:\nSystemConfig.spec.role: must be control-plane or worker/);
  assert.throws(() => statSync(files.configCurrent), /ENOENT/);
});

test('documents of a newer agent are left alone; those confirmed with this slot count', () => {
  const { files, open } = node();
  const newer = EXAMPLE_WORKER_YAML.replace('  role: worker\n', '  role: worker\n  futureField: 1\n');
  writeFileSync(files.configCurrent, newer);
  assert.throws(open, /futureField: is not a field/);
  writeFileSync(files.configBySlot('a'), EXAMPLE_WORKER_YAML);
  assert.equal(open().source, 'by-slot');
  assert.equal(readFileSync(files.configCurrent, 'utf8'), newer);
  assert.equal(keepConfig(files, 'a'), 'not understood');
  assert.equal(open().source, 'by-slot', 'and so at the boot after that one');
});

test('what is kept for a slot is what is in force there', () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  open();
  rmSync(join(files.configDir, 'by-slot'), { recursive: true });
  assert.equal(keepConfig(files, 'a'), 'kept');
  const { ino, mode } = statSync(files.configBySlot('a'));
  assert.equal(mode & 0o777, 0o600);
  assert.equal(readFileSync(files.configBySlot('a'), 'utf8'), readFileSync(files.configCurrent, 'utf8'));
  keepConfig(files, 'a');
  assert.equal(statSync(files.configBySlot('a')).ino, ino, 'nothing is written twice');
});

test('replacing tells every listener, and none of them can stop the others', async () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  const store = open();
  const next = { ...EXAMPLE_WORKER, network: { nameservers: ['9.9.9.9'] } };
  const heard: unknown[] = [];
  store.onChange(() => {
    throw new Error('a broken listener');
  });
  const stop = store.onChange((now, before) => heard.push([now.network.nameservers, before.network.nameservers]));
  const before = store.hash();
  await store.replace(next);
  stop();
  await store.replace(EXAMPLE_WORKER);
  assert.deepEqual(heard, [[['9.9.9.9'], ['10.5.0.1']]]);
  assert.equal(store.hash(), before);
});

test('a power cut at any point of a replacement leaves the old documents or the new ones', async () => {
  const hashes = new Set<string>();
  for (let cut = 0; ; cut++) {
    const { files, open } = node();
    writeFileSync(files.configCurrent, renderDocuments(EXAMPLE_WORKER));
    let calls = 0;
    const power = new Proxy(realAtomicFs, {
      get:
        (target, name: keyof AtomicFs) =>
        (...args: unknown[]) => {
          if (calls++ === cut) throw new Error('power cut');
          return (target[name] as (...args: unknown[]) => unknown)(...args);
        },
    });
    const store = open(power);
    const done = await store.replace({ ...EXAMPLE_CONTROL_PLANE, network: { nameservers: ['9.9.9.9'] } }).then(
      () => true,
      () => false,
    );
    hashes.add(open().hash());
    if (done) break;
    assert.equal(store.current().network.nameservers[0], '10.5.0.1', 'what was not stored must not be in force');
  }
  assert.equal(hashes.size, 2);
});
