/**
 * machined as a program for hostile tests: the API with all its handlers, its store, records and limits, over a machine that is made up,
 * so that no request can do harm. Prints a line of JSON when it listens, and one for each error that its callers were not told.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { EXAMPLE_CONTROL_PLANE } from '@talos/crds/config/example.ts';
import { fakeEtcd, RECORD, startFakeNode } from '../machined/api/fakes.ts';
import { container, image, sandbox, startFakeRuntime } from '../machined/cri/fake-runtime.testing.ts';

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const node = await startFakeNode(EXAMPLE_CONTROL_PLANE, fakeEtcd(600 * 1024), (error, method) =>
  say({ method, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
// As the boot does before it starts apid.
await node.nodeTrust.ensureApid(new AbortController().signal);
node.state.operations.set(RECORD.id, { ...RECORD, state: 'SUCCEEDED', endMs: 2 });
// A capture whose program finds nothing to capture: its container is not what is tested here.
node.state.startTool = async (_input, io) => {
  const stdout = new PassThrough();
  io.stdout(stdout);
  io.stderr(Buffer.from('tcpdump: nothing here: No such device exists\n'));
  stdout.end();
  const exited = Promise.resolve({ code: 1, signal: null });
  return { pid: 0, exited, logged: exited.then(() => {}), kill: () => {} };
};
const runtime = await startFakeRuntime(node.containerd);
runtime.sandboxes = [sandbox('web', 'uid-1')];
runtime.containers = [container({ name: 'web' }, 'app')];
// A kubelet that starts nothing again would be waited for.
runtime.onStopped = ({ metadata }) => {
  runtime.containers = [
    container({ name: 'web' }, 'app', { id: `app-${Date.now()}`, metadata: { ...metadata, attempt: 1 } }),
  ];
};
runtime.images = [image({ id: 'sha256:aa', repoTags: ['osctl.dev/app:1'], size: 10 })];
for (const path of ['var/log/pods/default_web_uid-1/app', 'usr/share/talos'])
  mkdirSync(join(node.root, path), { recursive: true });
writeFileSync(join(node.root, 'usr/share/talos/release.json'), '{}');
writeFileSync(join(node.root, 'var/log/pods/default_web_uid-1/app/0.log'), '2026-01-01T00:00:00Z stdout F hello\n');
symlinkSync('/etc', join(node.root, 'var/log/out'));
say({ socket: node.nodeFiles.machinedSocket });

process.once('SIGTERM', async () => {
  await node[Symbol.asyncDispose]();
  await runtime[Symbol.asyncDispose]();
  process.exit(0);
});
