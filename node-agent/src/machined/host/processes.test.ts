import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processes } from './processes.ts';

const sink = () => {
  const chunks: Uint8Array[] = [];
  return {
    path: '',
    write: (chunk: Uint8Array) => void chunks.push(chunk),
    text: () => Buffer.concat(chunks).toString(),
  };
};
const node = process.execPath;

describe('processes', () => {
  it('gives the output to the log and tells how the program ended', async () => {
    const all = processes();
    const log = sink();
    const running = await all.spawn({
      argv: [node, '-e', 'console.log("hello"); process.stdin.on("end", () => process.exit(3)).resume()'],
      log,
    });
    assert.deepEqual(
      all.running().map(({ pid }) => pid),
      [running.pid],
    );
    assert.deepEqual(await running.exited, { code: 3, signal: null });
    assert.equal(log.text(), 'hello\n');
    assert.deepEqual(all.running(), []);
    running.kill('SIGKILL'); // the pid may be another's by now: nothing is sent
  });

  it('has all that a program printed in its log before that is said to be whole', async () => {
    const log = sink();
    const script = 'process.stdout.write("x".repeat(1 << 20)); process.stdout.write("end", () => process.exit(0))';
    const running = await processes().spawn({ argv: [node, '-e', script], log });
    await running.logged;
    assert.ok(log.text().endsWith('end'));
  });

  it('does not wait for ever for the output of a child that was left behind', async () => {
    const log = sink();
    const running = await processes().spawn({ argv: ['/bin/sh', '-c', 'sleep 60 & echo $!'], log });
    await running.logged;
    process.kill(Number(log.text()), 'SIGKILL');
  });

  it('passes on nothing of its own environment', async () => {
    const text = await processes().run({
      argv: [node, '-p', 'Object.keys(process.env).sort().join()'],
      env: { A: '1' },
    });
    assert.equal(text, 'A,PATH\n');
  });

  it('says what a failed program printed', async () => {
    await assert.rejects(
      processes().run({ argv: [node, '-e', 'console.error("no such table"); process.exit(2)'] }),
      /exited with 2: no such table/,
    );
    await assert.rejects(
      processes().run({ argv: ['/does/not/exist'] }),
      /Could not start \/does\/not\/exist: .*ENOENT/,
    );
  });

  it('kills a program whose caller went away', async () => {
    const controller = new AbortController();
    const run = processes().run({ argv: [node, '-e', 'setInterval(() => {}, 1000)'], signal: controller.signal });
    controller.abort(new Error('gone'));
    await assert.rejects(run, /gone/);
  });
});
