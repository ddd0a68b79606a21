import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EXAMPLE_WORKER, EXAMPLE_WORKER_YAML } from '@talos/crds/config/example.ts';
import { JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
import { type AtomicFs, realAtomicFs } from '../host/fs-atomic.ts';
import { hostPaths, nodeFiles } from '../host/paths.ts';
import { keepConfig } from './keep.ts';
import { remainingMs } from './pending.ts';
import { type OpenedConfigStore, openConfigStore } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'config-store-'));
after(() => rmSync(root, { recursive: true }));
let count = 0;
let now = 1_000;
const BY_ADA = {
  subject: 'ada',
  role: 'os:operator',
  action: 'apply',
  paths: ['NetworkConfig.spec.nameservers'],
} as const;
function node() {
  const files = nodeFiles(hostPaths(join(root, String(count++))));
  mkdirSync(join(files.configDir, 'by-slot'), { recursive: true });
  const open = (fs?: AtomicFs, boot: { slot: 'a' | 'b'; onTrial: boolean } = { slot: 'a', onTrial: false }) =>
    openConfigStore({
      files,
      ...boot,
      now: () => now,
      onListenerError: () => {},
      onUnwritten: () => {},
      ...(fs === undefined ? {} : { fs }),
    });
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
  await store.replace(next, BY_ADA);
  stop();
  await store.replace(EXAMPLE_WORKER, BY_ADA);
  assert.deepEqual(heard, [[['9.9.9.9'], ['10.5.0.1']]]);
  assert.equal(store.hash(), before);
});

/** Runs `change` on a node whose power is cut after the first, second … call of the file system, until one goes through. */
async function cutEverywhere(
  change: (store: OpenedConfigStore) => unknown,
  check: (after: OpenedConfigStore, done: boolean) => void,
  prepare: (store: OpenedConfigStore) => unknown = () => {},
) {
  for (let cut = 0; ; cut++) {
    const { files, open } = node();
    writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
    let left = Number.POSITIVE_INFINITY;
    const power = new Proxy(realAtomicFs, {
      get:
        (target, name: keyof AtomicFs) =>
        (...args: unknown[]) => {
          if (left-- <= 0) throw new Error('power cut');
          return (target[name] as (...args: unknown[]) => unknown)(...args);
        },
    });
    const store = open(power);
    await prepare(store);
    left = cut;
    const done = await Promise.resolve()
      .then(() => change(store))
      .then(
        () => left > 0,
        () => false,
      );
    check(open(), done);
    if (done) return;
  }
}
const CHANGED = { ...EXAMPLE_WORKER, network: { nameservers: ['9.9.9.9'] } };
const nameserver = (store: OpenedConfigStore) => store.current().network.nameservers[0];

test('a power cut at any point of a replacement leaves the old documents or the new ones, and says which', async () => {
  const seen = new Set<string>();
  await cutEverywhere(
    (store) => store.replace(CHANGED, BY_ADA),
    (store, done) => {
      seen.add(nameserver(store) ?? '');
      if (done) assert.equal(nameserver(store), '9.9.9.9');
      const [newest] = store.history();
      assert.equal(newest?.hash, store.hash());
      assert.ok(store.currentRevision() > 0);
    },
  );
  assert.equal(seen.size, 2);
});

test('what is staged takes effect with the next boot, whole, wherever the power is cut', async () => {
  await cutEverywhere(
    (store) => store.stage(CHANGED, BY_ADA),
    (store, done) => {
      if (done) assert.equal(nameserver(store), '9.9.9.9');
      if (nameserver(store) === '9.9.9.9')
        assert.deepEqual([store.history()[0]?.action, store.history()[0]?.subject], ['boot', 'ada']);
      assert.equal(store.staged(), undefined);
    },
  );
});

test('what was not staged for want of space is not there at the next boot; what was staged before is', () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  let noRecord = false;
  const store = open({
    ...realAtomicFs,
    create(path, mode) {
      if (noRecord && path.startsWith(files.configHistoryDir))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      return realAtomicFs.create(path, mode);
    },
  });
  const other = { ...EXAMPLE_WORKER, network: { nameservers: ['8.8.8.8'] } };
  noRecord = true;
  assert.throws(() => store.stage(CHANGED, BY_ADA), { code: 'ENOSPC' });
  assert.equal(store.staged(), undefined);
  noRecord = false;
  store.stage(other, BY_ADA);
  noRecord = true;
  assert.throws(() => store.stage(CHANGED, BY_ADA), { code: 'ENOSPC' });
  assert.equal(nameserver(open()), '8.8.8.8');
});

test('what is on try goes back by itself: the time is kept over cuts and boots, at any point of it', async () => {
  await cutEverywhere(
    (store) => store.try(CHANGED, BY_ADA, 60_000),
    () => {},
  );
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  now = 1_000;
  await open().try(CHANGED, BY_ADA, 60_000);
  now = 60_999;
  assert.equal(nameserver(open()), '9.9.9.9', 'a boot in between changes nothing');
  now = 61_000;
  const store = open();
  assert.equal(nameserver(store), '10.5.0.1');
  assert.deepEqual([store.tried(), store.history()[0]?.action], [undefined, 'revert']);
  now = 1_000;

  await cutEverywhere(
    (store) => store.goBack({ subject: '', role: '' }),
    (store, done) => {
      if (done) assert.deepEqual([nameserver(store), store.tried()], ['10.5.0.1', undefined]);
      else assert.ok(nameserver(store) === '10.5.0.1' || store.tried() !== undefined);
    },
    (store) => store.try(CHANGED, BY_ADA, 60_000),
  );
  await cutEverywhere(
    (store) => store.keep({ subject: 'ada', role: 'os:admin' }),
    (store, done) => {
      assert.equal(nameserver(store), '9.9.9.9');
      if (done) assert.equal(store.tried(), undefined);
    },
    (store) => store.try(CHANGED, BY_ADA, 60_000),
  );
});

test('what was staged for a trial boot stays with it, and goes back with it', () => {
  const trial = { slot: 'b', onTrial: true } as const;
  for (const end of ['turned back', 'confirmed', 'confirmed, and the power cut at once'] as const) {
    const { files, open } = node();
    writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
    open().stage(CHANGED, BY_ADA);
    assert.equal(nameserver(open(undefined, trial)), '9.9.9.9');
    now += 7 * 86_400_000;
    const again = open(undefined, trial);
    assert.deepEqual([nameserver(again), again.tried()?.trialSlot], ['9.9.9.9', 'b'], 'a second attempt of the trial');
    if (end === 'confirmed') again.trialConfirmed();
    const after = open(undefined, end === 'turned back' ? undefined : { slot: 'b', onTrial: false });
    const expected = end === 'turned back' ? ['10.5.0.1', 'revert'] : ['9.9.9.9', 'boot'];
    assert.deepEqual([nameserver(after), after.history()[0]?.action], expected, end);
    assert.deepEqual([after.tried(), after.staged()], [undefined, undefined]);
  }
  now = 1_000;
});

test('what is for a trial boot alone is dropped by any other', () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  open().stage(CHANGED, BY_ADA, true);
  const ordinary = open();
  assert.deepEqual([nameserver(ordinary), ordinary.staged()], ['10.5.0.1', undefined]);
  ordinary.stage(CHANGED, BY_ADA, true);
  assert.equal(nameserver(open(undefined, { slot: 'b', onTrial: true })), '9.9.9.9');
});

test('the way back from a trial boot is on disk before it, wherever the power is cut', () => {
  for (let cut = 0; ; cut++) {
    const { files, open } = node();
    writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
    open().stage(CHANGED, BY_ADA);
    let left = cut;
    const power = new Proxy(realAtomicFs, {
      get:
        (target, name: keyof AtomicFs) =>
        (...args: unknown[]) => {
          if (left-- <= 0) throw new Error('power cut');
          return (target[name] as (...args: unknown[]) => unknown)(...args);
        },
    });
    try {
      open(power, { slot: 'b', onTrial: true });
    } catch {
      // the power was cut
    }
    const whole = left > 0;
    const back = open();
    // Without a trial, what is still staged takes effect as it was asked for: with the next boot.
    if (back.history()[0]?.action === 'revert') assert.equal(nameserver(back), '10.5.0.1');
    else assert.equal(back.history()[0]?.action, 'boot');
    if (whole) {
      assert.equal(nameserver(back), '10.5.0.1');
      return;
    }
  }
});

test('a clock that was set back does not make a try longer', () => {
  const tried = { subject: '', role: '', hash: '', before: '', deadlineMs: 100_000, durationMs: 60_000 };
  assert.deepEqual(
    [remainingMs(tried, 90_000), remainingMs(tried, 0), remainingMs(tried, 200_000)],
    [10_000, 60_000, 0],
  );
});

test('a clock that jumps over a boot ends a try early or leaves it its whole time, never more', async () => {
  for (const jump of JUMPS_MS) {
    const { files, open } = node();
    writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
    now = 1_000;
    await open().try(CHANGED, BY_ADA, 60_000);
    now += jump;
    const store = open();
    const tried = store.tried();
    if (jump > 0) assert.deepEqual([nameserver(store), tried], ['10.5.0.1', undefined]);
    else assert.equal(tried && remainingMs(tried, now), 60_000);
    now = 1_000;
  }
});

test('the last 20 revisions are remembered, with who, when and what, and without trust', async () => {
  const { files, open } = node();
  writeFileSync(files.configInitial, EXAMPLE_WORKER_YAML);
  const store = open();
  for (let n = 1; n <= 25; n++) await store.replace({ ...CHANGED, network: { nameservers: [`9.9.9.${n}`] } }, BY_ADA);
  const history = open().history();
  assert.deepEqual([history.length, history[0]?.revision, history.at(-1)?.revision], [20, 26, 7]);
  const { revision: _r, hash: _h, ...rest } = history[0]!;
  assert.deepEqual(rest, { ...BY_ADA, timeMs: now });
  assert.equal(store.revision(7)?.network.nameservers[0], '9.9.9.6');
  assert.equal(store.revision(6), undefined);
  const kept = readFileSync(join(files.configHistoryDir, '00000026.json'), 'utf8');
  assert.doesNotMatch(kept, /PRIVATE KEY|bootstrapToken/);
  assert.equal(statSync(join(files.configHistoryDir, '00000026.json')).mode & 0o777, 0o600);
});
