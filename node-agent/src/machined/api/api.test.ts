import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { configHash, digestKey, renderDocuments, type SubmittedDocuments } from '@talos/crds/config/index.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError, type StatusName } from '@talos/lib/rpc/error.ts';
import { createCsr, isSignedBy, parseCertificate } from '@talos/lib/trust/x509.ts';
import { Health } from '@talos/proto/gen/grpc/health.ts';
import { ServerReflection } from '@talos/proto/gen/grpc/reflection.ts';
import { Audit, Metrics } from '@talos/proto/gen/osctl/internal.ts';
import { openLogStore } from '../services/log-store.ts';
import { type FakeNode, fakeEtcd, RECORD, startFakeNode } from './fakes.ts';

const fails = (code: StatusName, reason?: string) => (error: unknown) => {
  assert.ok(error instanceof RpcError, String(error));
  assert.equal(error.code, code, error.message);
  if (reason !== undefined) assert.equal(error.reason, reason);
  return true;
};
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
const text = (chunks: readonly { readonly data: Uint8Array }[]) =>
  Buffer.concat(chunks.map(({ data }) => data)).toString();

let node: FakeNode;
let worker: FakeNode;
before(async () => {
  node = await startFakeNode(EXAMPLE_CONTROL_PLANE, fakeEtcd(600 * 1024));
  worker = await startFakeNode(EXAMPLE_WORKER);
});
after(async () => {
  await node[Symbol.asyncDispose]();
  await worker[Symbol.asyncDispose]();
});
const lastAudit = () => node.audited().at(-1)!;

describe('the door behind the door', () => {
  test('the socket and its directory are closed to others', () => {
    assert.equal(statSync(node.nodeFiles.machinedSocketDir).mode & 0o777, 0o750);
    assert.equal(statSync(node.nodeFiles.machinedSocket).mode & 0o777, 0o660);
  });
  test('without a role nothing is answered, and that is recorded', async () => {
    const { system, call } = node.as('');
    await assert.rejects(system.version({}, call), fails('UNAUTHENTICATED', 'NO_ROLE'));
    const { subject, method, result } = lastAudit();
    assert.deepEqual([subject, method, result], ['ann', '/osctl.v1alpha1.System/Version', 'UNAUTHENTICATED']);
  });
  test('health and what methods there are is for any certificate', async () => {
    const { call } = node.as('', 'anyone');
    const health = createClient(Health, node.channel);
    for (const service of ['', 'osctl.v1alpha1.System']) {
      assert.equal((await health.check({ service }, call)).status, 'SERVING');
    }
    await assert.rejects(health.check({ service: 'nope' }, call), fails('NOT_FOUND'));
    for await (const { status } of health.watch({}, call)) {
      assert.equal(status, 'SERVING');
      break;
    }
    const reflection = createClient(ServerReflection, node.channel);
    async function* ask() {
      yield { listServices: '' };
    }
    const [answer] = await all(reflection.serverReflectionInfo(ask(), call));
    const names = answer?.listServicesResponse?.service.map(({ name }) => name) ?? [];
    assert.ok(names.includes('osctl.v1alpha1.Lifecycle') && !names.some((name) => name.includes('internal')));
  });
  test('the metrics hold what the node is asked for, and are given to the door only', async () => {
    const { system, call } = node.as('os:reader');
    await system.version({}, call);
    const { text: bytes } = await createClient(Metrics, node.channel).collect({});
    const metrics = Buffer.from(bytes).toString();
    for (const line of [
      /^talos_build_info\{version="1\.0\.0",kubernetes_version="v1\.37\.2"\} 1$/m,
      /^talos_api_calls_total\{method="osctl\.v1alpha1\.System\/Version",code="OK"\} \d+$/m,
      /^talos_cpu_seconds_total\{mode="idle"\} [\d.]+$/m,
      /^talos_memory_available_bytes \d+$/m,
      /^talos_filesystem_available_bytes\{mountpoint="\/var"\} \d+$/m,
      /^talos_service_restarts_total\{service="kubelet"\} \d+$/m,
      /^talos_slot_booted\{slot="a",version="[^"]+"\} 1$/m,
      /^talos_certificate_not_after_seconds\{certificate="ca\/os"\} \d+$/m,
    ]) {
      assert.match(metrics, line);
    }
    // Each family once, and every line one of a family: what Prometheus insists on.
    const families = [...metrics.matchAll(/^# TYPE (\S+) (counter|gauge)$/gm)].map(([, name]) => name);
    assert.equal(new Set(families).size, families.length);
    for (const line of metrics
      .trimEnd()
      .split('\n')
      .filter((one) => !one.startsWith('#'))) {
      assert.ok(families.includes(/^[a-z0-9_]+/.exec(line)?.[0]), line);
    }
  });
  test('what the door decided is taken from apid itself, and from nobody else', async () => {
    const audit = createClient(Audit, node.channel);
    const refusal = { subject: 'eve', method: '/x/Y', reason: 'ROLE_TOO_SMALL', count: 3, timeMs: 1000, serial: 'AB' };
    await audit.record({ entries: [refusal] });
    const { time, subject, serial, result, reason, count } = lastAudit();
    assert.deepEqual(
      [time, subject, serial, result, reason, count],
      ['1970-01-01T00:00:01.000Z', 'eve', 'AB', 'REFUSED', 'ROLE_TOO_SMALL', 3],
    );
    await audit.record({ entries: [{ ...refusal, reason: '', target: '10.5.0.4' }] });
    assert.deepEqual(
      [lastAudit()['result'], lastAudit()['reason'], lastAudit()['target']],
      ['ACCEPTED', undefined, '10.5.0.4'],
    );
    await assert.rejects(audit.record({ entries: [refusal] }, node.as('os:admin').call), fails('PERMISSION_DENIED'));
  });
});

describe('System', () => {
  test('version and status', async () => {
    const { system, call } = node.as('os:reader');
    const version = await system.version({}, call);
    assert.deepEqual(
      [version.version, version.digest, version.image, version.platform, version.components['etcd']],
      ['1.0.0', 'sha256:aa', 'osctl.dev/talos', 'container', '3.6.16'],
    );
    const status = await system.status({}, call);
    assert.deepEqual(
      [status.node, status.role, status.stage, status.ready, status.fencingEpoch, status.etcdBootstrapped],
      ['example-cp-1', 'control-plane', 'RUNNING', true, 7, true],
    );
    assert.deepEqual(
      status.slots?.slots.map(({ name, bootable }) => [name, bootable]),
      [
        ['a', true],
        ['b', false],
      ],
    );
    assert.equal(status.configHash, node.config.hash());
    assert.equal(status.services[0]?.id, 'kubelet');
    assert.ok(status.uptimeMs > 0 && status.bootTimeMs < Date.now());
  });
  test('is not ready while something is unmet', async () => {
    node.state.unmet = ['kubelet: not healthy'];
    const status = await node.as('os:reader').system.status({}, node.as('os:reader').call);
    node.state.unmet = [];
    assert.deepEqual([status.ready, status.unmet], [false, ['kubelet: not healthy']]);
  });
  test('processes', async () => {
    const { processes } = await node.as('os:reader').system.processes({}, node.as('os:reader').call);
    assert.ok(processes.some((info) => info.pid === process.pid));
  });
  test('events: the tail, those since, and those to come', async () => {
    const { system, call } = node.as('os:reader');
    const emit = (subject: string) =>
      node.state.events.push({
        id: node.state.events.length + 1,
        timeMs: 1,
        bootId: 'b',
        type: 'phase',
        subject,
        action: 'x',
        message: '',
        fields: {},
      });
    for (const subject of ['one', 'two', 'three']) emit(subject);
    const newest = node.state.events.length;
    assert.deepEqual(
      (await all(system.events({ tail: 2 }, call))).map((event) => event.subject),
      ['two', 'three'],
    );
    assert.deepEqual(
      (await all(system.events({ sinceId: newest - 1 }, call))).map((event) => event.subject),
      ['three'],
    );
    assert.deepEqual(await all(system.events({}, call)), []);
    const seen: string[] = [];
    for await (const event of system.events({ tail: 1, follow: true }, call)) {
      seen.push(event.subject);
      if (seen.length === 1) emit('four');
      else break;
    }
    assert.deepEqual(seen, ['three', 'four']);
    assert.deepEqual(await all(system.events({ tail: 9, types: ['config'] }, call)), []);
    assert.equal((await all(system.events({ tail: 2, types: ['phase', 'config'] }, call))).length, 2);
    await assert.rejects(all(system.events({ types: ['fase'] }, call)), fails('INVALID_ARGUMENT'));
    await assert.rejects(all(system.events({ tail: -1 }, call)), fails('INVALID_ARGUMENT'));
  });
});

describe('Services', () => {
  test('list and restart', async () => {
    const { services, call } = node.as('os:operator');
    assert.equal((await services.list({}, call)).services[0]?.pid, 42);
    assert.equal((await services.restart({ id: 'kubelet' }, call)).service?.state, 'ACTIVE');
    assert.deepEqual(
      [lastAudit()['target'], lastAudit()['result'], lastAudit()['role']],
      ['kubelet', 'OK', 'os:operator'],
    );
    const { service, events, droppedEvents } = await services.get({ id: 'kubelet' }, call);
    assert.deepEqual([service?.pid, events[0]?.message, droppedEvents], [42, 'exit code 1', 7]);
    assert.equal((await services.stop({ id: 'kubelet' }, call)).service?.state, 'STOPPED');
    assert.ok(node.audited().some(({ method, target }) => `${method} ${target}`.endsWith('Services/Stop kubelet')));
    await assert.rejects(services.stop({ id: 'machined' }, call), fails('FAILED_PRECONDITION', 'SERVICE_MUST_RUN'));
    for (const id of ['', 'nope', '../machined', 'a'.repeat(500)]) {
      await assert.rejects(services.restart({ id }, call), fails('NOT_FOUND', 'SERVICE_NOT_FOUND'));
    }
    assert.equal(lastAudit()['result'], 'NOT_FOUND');
    node.state.restart = () => Promise.reject(new Error('exited with 1'));
    await assert.rejects(services.restart({ id: 'kubelet' }, call), fails('ABORTED', 'RESTART_FAILED'));
  });
  test("a service's log", async () => {
    const { services, call } = node.as('os:reader');
    const log = node.logs.open('kubelet');
    for (const [second, line] of ['a', 'b'].entries())
      log.record(Date.UTC(2026, 0, 1, 0, 0, second), Buffer.from(line));
    const lines = await all(services.logs({ id: 'kubelet', tailLines: 1 }, call));
    assert.deepEqual(
      lines.map(({ timeMs, line, source }) => [timeMs, Buffer.from(line).toString(), source]),
      [[Date.parse('2026-01-01T00:00:01Z'), 'b', 'kubelet']],
    );
    await assert.rejects(all(services.logs({ id: '../config/current' }, call)), fails('INVALID_ARGUMENT'));
    await assert.rejects(all(services.logs({ id: 'nope' }, call)), fails('NOT_FOUND'));
    await assert.rejects(all(services.logs({ id: 'kubelet', previous: true }, call)), fails('INVALID_ARGUMENT'));
  });
  test('logs of the boot before: of services, of the kernel, of containers by their time; and why it ended', async () => {
    const { services, system, call } = node.as('os:reader');
    const none = services.logs({ id: 'kubelet', bootsAgo: 1 }, call);
    await assert.rejects(all(none), fails('NOT_FOUND', 'BOOT_NOT_FOUND'));
    const record = { slot: 'a', version: '1.0.0', digest: '', trialOperationId: '' } as const;
    const about = { operationId: 'r1', operationType: 'reboot', requestedBy: 'ada', lastLines: [] };
    const end = { ...about, reason: 'REQUESTED', message: 'asked', timeMs: 9 } as const;
    const [start, now] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)];
    node.state.boots = [
      { ...record, bootId: 'boot-1', startMs: now },
      { ...record, bootId: 'boot-0', startMs: start, end },
      { ...record, bootId: 'boot-x', startMs: 1, end },
    ];
    const before = openLogStore({ directory: node.nodeFiles.logsDir, bootId: 'boot-0', now: () => start });
    before.open('kubelet').write(Buffer.from('then\n'));
    before.open('kernel').record(start, Buffer.from('daemon: it burns'));
    const lines = async (items: AsyncIterable<{ readonly line: Uint8Array; readonly source: string }>) =>
      (await all(items)).map(({ line, source }) => `${source} ${Buffer.from(line)}`);
    assert.deepEqual(await lines(services.logs({ id: 'kubelet', bootsAgo: 1 }, call)), ['kubelet then']);
    assert.deepEqual(await lines(system.kernelLog({ bootsAgo: 1 }, call)), ['daemon it burns']);
    for (const [request, ...expected] of [
      [{ id: 'kubelet', bootsAgo: 2 }, 'NOT_FOUND', 'LOG_NOT_KEPT'],
      [{ id: 'nope', bootsAgo: 1 }, 'NOT_FOUND', 'LOG_NOT_FOUND'],
      [{ id: '../boot-1/kubelet', bootsAgo: 1 }, 'INVALID_ARGUMENT'],
      [{ id: 'kubelet', bootsAgo: 1, follow: true }, 'INVALID_ARGUMENT'],
    ] as const) {
      await assert.rejects(all(services.logs(request, call)), fails(...(expected as [StatusName, string?])));
    }
    const directory = join(node.root, 'var/log/pods/default_job_1/main');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, '3.log'), '2026-01-01T05:00:00.123456789Z stdout F then\n');
    writeFileSync(join(directory, '4.log'), '2026-01-02T05:00:00.123456789Z stdout F now\n');
    const ofJob = { id: 'default/job/main' };
    assert.deepEqual(await lines(services.logs(ofJob, call)), ['stdout now']);
    assert.deepEqual(await lines(services.logs({ ...ofJob, previous: true }, call)), ['stdout then']);
    assert.deepEqual(await lines(services.logs({ ...ofJob, bootsAgo: 1 }, call)), ['stdout then']);

    const { boots } = await system.boots({}, call);
    assert.deepEqual(
      boots.map((boot) => [boot.bootId, boot.logsKept, boot.end?.reason, boot.end?.requestedBy]),
      [
        ['boot-1', true, undefined, undefined],
        ['boot-0', true, 'REQUESTED', 'ada'],
        ['boot-x', false, 'REQUESTED', 'ada'],
      ],
    );
    assert.equal((await system.status({}, call)).lastReboot?.message, 'asked');
  });
  test("a pod's log, over rotation and restart; links in it lead nowhere", async () => {
    const { services, call } = node.as('os:reader');
    const directory = join(node.root, 'var/log/pods/kube-system_dns_1234/coredns');
    mkdirSync(directory, { recursive: true });
    const stamp = (second: number) => `2026-01-01T00:00:0${second}.123456789Z`;
    writeFileSync(join(directory, '0.log'), `${stamp(0)} stdout F one\n${stamp(1)} stderr F two\n`);
    const seen: string[] = [];
    for await (const line of services.logs({ id: 'kube-system/dns/coredns', tailLines: 1, follow: true }, call)) {
      seen.push(`${line.source} ${Buffer.from(line.line)}`);
      if (seen.length === 1) {
        renameSync(join(directory, '0.log'), join(directory, '0.log.20260101'));
        appendFileSync(join(directory, '0.log.20260101'), `${stamp(2)} stdout F late\n`);
        writeFileSync(join(directory, '0.log'), `${stamp(2)} stdout F three\n`);
      } else if (seen.length === 3) appendFileSync(join(directory, '0.log'), `${stamp(3)} stdout P four\n`);
      else if (seen.length === 4) writeFileSync(join(directory, '1.log'), `${stamp(4)} stdout F again\n`);
      else if (seen.length === 5) break;
    }
    assert.deepEqual(seen, ['stderr two', 'stdout late', 'stdout three', 'stdout four', 'stdout again']);
    const since = await all(services.logs({ id: 'kube-system/dns/coredns', sinceMs: Date.parse(stamp(9)) }, call));
    assert.deepEqual(since, []);
    for (const id of ['a/b', 'a/b/c/d', 'kube-system/dns/..', 'A/b/c', '/etc/passwd']) {
      await assert.rejects(all(services.logs({ id }, call)), fails('INVALID_ARGUMENT'));
    }
    await assert.rejects(
      all(services.logs({ id: 'kube-system/dns/other' }, call)),
      fails('NOT_FOUND', 'LOG_NOT_FOUND'),
    );
  });
});

describe('Files', () => {
  test('read and list', async () => {
    const { files, call } = node.as('os:reader');
    mkdirSync(join(node.root, 'var/log'), { recursive: true });
    writeFileSync(join(node.root, 'var/log/big'), Buffer.alloc(1_000_000, 'y'));
    const chunks = await all(files.read({ path: '/var/log/big', offsetBytes: 10, limitBytes: 600_000 }, call));
    assert.equal(text(chunks).length, 600_000);
    assert.ok(chunks.length > 1);
    const paths = (await all(files.list({ path: '/var/log', depth: 1 }, call))).map((entry) => entry.path);
    assert.ok(paths.includes('/var/log/big'));
    await assert.rejects(all(files.read({ path: '/var/log/../../etc' }, call)), fails('INVALID_ARGUMENT'));
    await assert.rejects(all(files.read({ path: '/var/log/big', offsetBytes: -1 }, call)), fails('INVALID_ARGUMENT'));
    await assert.rejects(all(files.read({ path: '/var/log/none' }, call)), fails('NOT_FOUND'));
    await assert.rejects(all(files.read({ path: '/root/x' }, call)), fails('PERMISSION_DENIED', 'PATH_NOT_ALLOWED'));
  });
  test('reading on where it was cut: only of the same file, else from its start', async () => {
    const { files, call } = node.as('os:reader');
    writeFileSync(join(node.root, 'var/log/part'), 'one two');
    const read = async (ifVersion: string) => {
      const chunks = await all(files.read({ path: '/var/log/part', offsetBytes: 4, ifVersion }, call));
      return { file: chunks[0]?.file, told: [chunks[0]?.offsetBytes, text(chunks)] };
    };
    const { file, told } = await read('');
    assert.deepEqual([file?.sizeBytes, told], [7, [4, 'two']]);
    assert.deepEqual((await read(file?.version ?? '')).told, [4, 'two']);
    appendFileSync(join(node.root, 'var/log/part'), ' three');
    assert.deepEqual((await read(file?.version ?? '')).told, [0, 'one two three']);
  });
  test('a directory as an archive; no more of it than may be read one by one', async () => {
    const { files, call } = node.as('os:reader');
    mkdirSync(join(node.root, 'var/log/dir'), { recursive: true });
    writeFileSync(join(node.root, 'var/log/dir/x'), 'content');
    assert.match(text(await all(files.archive({ path: '/var/log/dir' }, call))), /^x\0.*content/s);
    await assert.rejects(
      all(files.archive({ path: '/var/log/dir/x' }, call)),
      fails('FAILED_PRECONDITION', 'PATH_NOT_A_DIRECTORY'),
    );
    await assert.rejects(
      all(files.archive({ path: '/var/lib/talos/pki' }, call)),
      fails('PERMISSION_DENIED', 'ROLE_TOO_SMALL'),
    );
    assert.deepEqual(
      [lastAudit()['method'], lastAudit()['target']],
      ['/osctl.v1alpha1.Files/Archive', '/var/lib/talos/pki'],
    );
  });
  test('roots with secrets are for admins; both answers are recorded', async () => {
    const path = '/var/lib/talos/config/current.yaml';
    for (const role of ['os:reader', 'os:operator', 'os:etcd:backup'] as const) {
      const { files, call } = node.as(role);
      await assert.rejects(all(files.read({ path }, call)), fails('PERMISSION_DENIED', 'ROLE_TOO_SMALL'));
      assert.deepEqual(
        [lastAudit()['target'], lastAudit()['result'], lastAudit()['role']],
        [path, 'PERMISSION_DENIED', role],
      );
    }
    const { files, call } = node.as('os:admin');
    assert.match(text(await all(files.read({ path }, call))), /TrustConfig/);
    assert.deepEqual([lastAudit()['target'], lastAudit()['result']], [path, 'ACCEPTED']);
  });
});

describe('Lifecycle', () => {
  const image = `osctl.dev/talos@sha256:${'a'.repeat(64)}`;
  const guard = { operationId: 'up-1', expectedBootId: 'boot-1', fencingEpoch: 8 };
  const accepted = { ...guard, requestedBy: 'ann' };

  test('an upgrade is asked for in full, followed to its result, and recorded when it is accepted', async () => {
    const { lifecycle, call } = node.as('os:operator');
    const done = {
      ...RECORD,
      state: 'SUCCEEDED',
      result: { bootId: 'boot-2', slot: 'b', digest: 'sha256:bb', version: '2' },
    } as const;
    node.state.watched = async function* () {
      assert.equal(lastAudit()['result'], 'ACCEPTED');
      yield { ...RECORD, phase: 'unpack' };
      yield done;
    };
    const progress = await all(lifecycle.upgrade({ guard, image, requireConfirm: true }, call));
    assert.deepEqual(
      progress.map(({ operation }) => [operation?.state, operation?.phase, operation?.result?.bootId]),
      [
        ['RUNNING_OPERATION', 'pull', undefined],
        ['RUNNING_OPERATION', 'unpack', undefined],
        ['SUCCEEDED', 'pull', 'boot-2'],
      ],
    );
    assert.deepEqual(node.state.calls.at(-1), [
      'upgrade',
      { ...accepted, image, requireConfirm: true, confirmWithinMs: 600_000, stage: false },
    ]);
    const ofUpgrade = node.audited().filter((line) => line['method'] === '/osctl.v1alpha1.Lifecycle/Upgrade');
    assert.deepEqual(
      ofUpgrade.map((line) => [line['target'], line['result']]),
      [[`up-1 ${image}`, 'ACCEPTED']],
    );
  });
  test('a stream that ends without a result is a failure', async () => {
    node.state.watched = async function* () {
      yield { ...RECORD, phase: 'reboot' };
    };
    const { lifecycle, call } = node.as('os:operator');
    await assert.rejects(all(lifecycle.reboot({ guard }, call)), fails('UNAVAILABLE', 'OPERATION_UNFINISHED'));
  });
  test('bad input never reaches the machine', async () => {
    const { lifecycle, call } = node.as('os:operator');
    const count = node.state.calls.length;
    for (const bad of [
      () => lifecycle.reboot({}, call),
      () => lifecycle.reboot({ guard: { operationId: '' } }, call),
      () => lifecycle.reboot({ guard: { operationId: 'Not-Allowed' } }, call),
      () => lifecycle.reboot({ guard: { operationId: '../../x' } }, call),
      () => lifecycle.reboot({ guard: { operationId: 'x'.repeat(64) } }, call),
      () => lifecycle.reboot({ guard: { ...guard, fencingEpoch: -1 } }, call),
      () => lifecycle.upgrade({ guard, image: '' }, call),
      () => lifecycle.upgrade({ guard, image: 'a b' }, call),
      () => lifecycle.upgrade({ guard, image, confirmWithinMs: 5 }, call),
      () => lifecycle.upgrade({ guard, image, confirmWithinMs: 1e15 }, call),
      () => lifecycle.watchOperation({ id: '..' }, call),
    ]) {
      await assert.rejects(all(bad()), fails('INVALID_ARGUMENT'));
    }
    await assert.rejects(lifecycle.confirm({ operationId: '' }, call), fails('INVALID_ARGUMENT'));
    assert.equal(node.state.calls.length, count);
  });
  test('what the machine refuses is told and recorded', async () => {
    const { lifecycle, call } = node.as('os:operator');
    const taken = { guard: { operationId: 'taken' } };
    await assert.rejects(all(lifecycle.rollback(taken, call)), fails('ALREADY_EXISTS', 'OPERATION_ID_TAKEN'));
    assert.deepEqual([lastAudit()['result'], lastAudit()['reason']], ['ALREADY_EXISTS', 'OPERATION_ID_TAKEN']);
  });
  test('operations can be asked for', async () => {
    const { lifecycle, call } = node.as('os:reader');
    const error = { code: 'TRIAL_FAILED', message: 'no', retryable: false, condemnsImage: true };
    node.state.operations.set('up-9', { ...RECORD, id: 'up-9', state: 'FAILED', error });
    assert.equal((await lifecycle.getOperation({ id: 'up-9' }, call)).error?.condemnsImage, true);
    assert.equal((await lifecycle.listOperations({}, call)).operations.length, 1);
    const watched = await all(lifecycle.watchOperation({ id: 'up-9' }, call));
    assert.deepEqual(
      watched.map(({ operation }) => operation?.state),
      ['FAILED_OPERATION'],
    );
    await assert.rejects(lifecycle.getOperation({ id: 'none' }, call), fails('NOT_FOUND', 'OPERATION_NOT_FOUND'));
    assert.deepEqual(await lifecycle.confirm({ operationId: 'up-9' }, call), { alreadyConfirmed: false });
  });
  test('a client that goes away ends the watching', async () => {
    let ended = () => {};
    const gone = new Promise<void>((resolve) => {
      ended = resolve;
    });
    node.state.watched = async function* () {
      try {
        for (;;) {
          yield { ...RECORD };
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        ended();
      }
    };
    const { lifecycle, call } = node.as('os:operator');
    for await (const _progress of lifecycle.shutdown({ guard }, call)) break;
    await gone;
  });
  test('a slow client holds the machine back, not its memory', async () => {
    let made = 0;
    const big = 'x'.repeat(64 * 1024);
    node.state.watched = async function* () {
      for (; made < 2000; made++) yield { ...RECORD, message: big };
      yield { ...RECORD, state: 'SUCCEEDED' };
    };
    const { lifecycle, call } = node.as('os:operator');
    let read = 0;
    for await (const _progress of lifecycle.reboot({ guard }, call)) {
      if (++read < 5) continue;
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
      break;
    }
    assert.ok(made < 500, `${made} messages were made for a client that read ${read}`);
  });
});

describe('Config', () => {
  const current = () => node.config.current();
  const submit = (changes: Partial<SubmittedDocuments>, { trust = false } = {}) => {
    const { trust: kept, ...rest } = current();
    return renderDocuments({ ...rest, ...(trust ? { trust: kept } : {}), ...changes });
  };
  const withPassword = { registry: { auth: { 'osctl.dev': { username: 'u', password: 'hunter2' } } } };

  test('a dry run says what would happen, and nothing happens', async () => {
    const { config, call } = node.as('os:operator');
    const documents = submit({ kubelet: { extraConfig: { maxPods: 50 } } });
    const before = node.config.hash();
    const answer = await config.apply({ documents, dryRun: true }, call);
    assert.deepEqual([answer.disruption, answer.restarts, answer.applied], ['SERVICE_RESTART', ['kubelet'], false]);
    assert.match(answer.diff, /^\+ +maxPods: 50$/m);
    assert.equal(node.config.hash(), before);
  });
  test('applied, it is stored, told and restarts what it must; sent again, it is a success', async () => {
    const { config, call } = node.as('os:operator');
    const restarted: string[] = [];
    node.state.restart = async (id) => {
      restarted.push(id);
      throw new Error('not now');
    };
    const documents = submit({ kubelet: { extraConfig: { maxPods: 60 } } });
    const expectedHash = node.config.hash();
    const answer = await config.apply({ documents, expectedHash, fencingEpoch: 7 }, call);
    assert.deepEqual([answer.applied, answer.hash, restarted], [true, node.config.hash(), ['kubelet']]);
    assert.match(readFileSync(node.nodeFiles.configCurrent, 'utf8'), /maxPods: 60[\s\S]*TrustConfig/);
    assert.ok(node.state.events.some((event) => event.type === 'config' && event.fields['hash'] === answer.hash));
    const again = await config.apply({ documents, expectedHash }, call);
    assert.deepEqual([again.applied, again.diff, again.disruption], [true, '', 'NONE']);
    assert.equal(restarted.length, 1);
  });
  test('what needs a reboot gets one, but in the mode that refuses it and the one that waits for it', async () => {
    const { config, call } = node.as('os:operator');
    node.state.restart = () => assert.fail('restarted');
    const documents = submit({ cluster: { ...current().cluster, dnsDomain: 'c.local' }, kubelet: {} });
    await assert.rejects(
      config.apply({ documents, mode: 'NO_REBOOT' }, call),
      fails('FAILED_PRECONDITION', 'NEEDS_REBOOT'),
    );
    const staged = await config.apply({ documents, mode: 'STAGED' }, call);
    assert.deepEqual([staged.applied, staged.operationId, current().cluster.dnsDomain], [true, '', 'cluster.local']);
    const shown = await config.get({ staged: true }, call);
    assert.match(shown.documents, /dnsDomain: c\.local/);
    assert.deepEqual([shown.hash, shown.stagedHash], [staged.hash, staged.hash]);
    const answer = await config.apply({ documents, operationId: 'config-1' }, call);
    assert.deepEqual([answer.disruption, answer.applied, answer.operationId], ['REBOOT', true, 'config-1']);
    assert.deepEqual(node.state.calls.at(-1), [
      'reboot',
      { operationId: 'config-1', expectedBootId: '', fencingEpoch: 0, requestedBy: 'ann', mode: 'graceful' },
    ]);
    await assert.rejects(config.get({ staged: true }, call), fails('NOT_FOUND', 'NOTHING_STAGED'));
  });
  test('what is on try is kept or goes back, and lets nothing else in meanwhile', async () => {
    const { config, call } = node.as('os:operator');
    const before = node.config.hash();
    const documents = submit({ network: { nameservers: ['1.1.1.1'] } });
    const answer = await config.apply({ documents, mode: 'TRY', tryMs: 60_000 }, call);
    assert.ok(answer.tryDeadlineMs > Date.now());
    const other = submit({ network: { nameservers: ['8.8.8.8'] } });
    await assert.rejects(config.apply({ documents: other }, call), fails('FAILED_PRECONDITION', 'CONFIG_ON_TRY'));
    const mistaken = config.rollback({ expectedHash: before }, call);
    await assert.rejects(mistaken, fails('FAILED_PRECONDITION', 'CONFIG_CHANGED'));
    const back = await config.rollback({ expectedHash: answer.hash }, call);
    assert.deepEqual([back.hash, node.config.hash()], [before, before]);
    // Sent again, as by a caller whose answer was lost: it does not go on to what was on try.
    const again = config.rollback({ expectedHash: answer.hash }, call);
    await assert.rejects(again, fails('FAILED_PRECONDITION', 'CONFIG_CHANGED'));
    assert.equal(node.config.hash(), before);
    await assert.rejects(config.keep({}, call), fails('FAILED_PRECONDITION', 'NO_TRY'));

    await config.apply({ documents, mode: 'TRY' }, call);
    await assert.rejects(config.keep({ expectedHash: before }, call), fails('FAILED_PRECONDITION', 'CONFIG_CHANGED'));
    assert.deepEqual(await config.keep({}, call), { alreadyKept: false, hash: answer.hash });
    assert.deepEqual(await config.keep({}, call), { alreadyKept: true, hash: answer.hash });
    await assert.rejects(config.apply({ documents, mode: 'TRY', tryMs: 5 }, call), fails('INVALID_ARGUMENT'));
    const { revisions } = await config.history({}, call);
    assert.deepEqual(
      revisions.slice(0, 4).map(({ action, subject, inForce }) => [action, subject, inForce]),
      [
        ['keep', 'ann', true],
        ['try', 'ann', false],
        ['revert', 'ann', false],
        ['try', 'ann', false],
      ],
    );
    assert.deepEqual(revisions[1]?.paths, ['NetworkConfig.spec.nameservers']);
  });
  test('an earlier revision comes back, with the trust of now', async () => {
    const { config, call } = node.as('os:operator');
    const was = node.config.hash();
    await config.apply({ documents: submit({ network: { nameservers: ['7.7.7.7'] } }) }, call);
    const dry = await config.rollback({ dryRun: true }, call);
    assert.match(dry.diff, /^- +- 7\.7\.7\.7$/m);
    const back = await config.rollback({}, call);
    assert.deepEqual([back.applied, node.config.hash()], [true, was]);
    await assert.rejects(config.rollback({ revision: 99_999 }, call), fails('NOT_FOUND', 'NO_REVISION'));
  });
  test('a change raises the fencing epoch: an older leader is refused everywhere after it', async () => {
    const { config, call } = node.as('os:operator');
    await config.apply({ documents: submit({ network: { nameservers: ['5.5.5.5'] } }), fencingEpoch: 9 }, call);
    await assert.rejects(
      config.apply({ documents: submit({ network: { nameservers: ['5.5.5.6'] } }), fencingEpoch: 8 }, call),
      fails('FAILED_PRECONDITION', 'STALE_EPOCH'),
    );
  });
  test('secrets go in, never out, and survive being read and sent back', async () => {
    const { config, call } = node.as('os:operator');
    const applied = await config.apply({ documents: submit(withPassword) }, call);
    const shown = await config.get({}, call);
    assert.ok(!`${applied.diff}${shown.documents}`.includes('hunter2') && !shown.documents.includes('PRIVATE KEY'));
    assert.equal(shown.hash, configHash(current(), digestKey(current().trust)));
    const again = await config.apply({ documents: shown.documents.replace('username: u', 'username: v') }, call);
    assert.ok(again.applied);
    assert.deepEqual(current().registry.auth, { 'osctl.dev': { username: 'v', password: 'hunter2' } });
    await config.apply({ documents: submit({ registry: {} }) }, call);
    assert.ok((await config.apply({ documents: shown.documents }, call)).applied, 'remembered from before');
    assert.deepEqual(current().registry.auth, withPassword.registry.auth);
    const invented = shown.documents.replace(/hmac-sha256:\w/, 'hmac-sha256:z');
    await assert.rejects(config.apply({ documents: invented }, call), fails('INVALID_ARGUMENT', 'CONFIG_INVALID'));
    const { digests } = await config.digest({ values: ['hunter2', 'other'] }, call);
    assert.ok(digests.length === 2 && shown.documents.includes(digests[0] ?? ''));
    for (const values of [[''], ['x'.repeat(8193)], Array(65).fill('x')]) {
      await assert.rejects(config.digest({ values }, call), fails('INVALID_ARGUMENT'));
    }
    await config.apply({ documents: submit({ registry: {} }) }, call);
  });
  test('trust is for admins', async () => {
    const documents = submit({ trust: { ...current().trust, deniedSerials: ['ABCDEF'] } });
    const operator = node.as('os:operator');
    await assert.rejects(
      operator.config.apply({ documents, dryRun: true }, operator.call),
      fails('PERMISSION_DENIED', 'TRUST_NEEDS_ADMIN'),
    );
    assert.deepEqual([lastAudit()['target'], lastAudit()['reason']], ['dry run', 'TRUST_NEEDS_ADMIN']);
    const admin = node.as('os:admin');
    const answer = await admin.config.apply({ documents }, admin.call);
    assert.ok(answer.applied && !answer.diff.includes('ABCDEF'));
    assert.deepEqual(current().trust.deniedSerials, ['ABCDEF']);
  });
  test('what must not be is refused, with every reason, and nothing is stored', async () => {
    const { config, call } = node.as('os:operator');
    const before = node.config.hash();
    await assert.rejects(config.apply({ documents: 'a: [' }, call), fails('INVALID_ARGUMENT', 'CONFIG_INVALID'));
    await assert.rejects(
      config.apply({ documents: submit({ system: { nodeName: 'x', role: 'worker' } }) }, call),
      (error: RpcError) => /osCA.key: must not be on a worker[\s\S]*join: is required/.test(error.message),
    );
    const documents = submit({ network: { nameservers: ['9.9.9.9'] } });
    await assert.rejects(
      config.apply({ documents, expectedHash: 'sha256:0' }, call),
      fails('FAILED_PRECONDITION', 'CONFIG_CHANGED'),
    );
    await assert.rejects(
      config.apply({ documents, fencingEpoch: 6 }, call),
      fails('FAILED_PRECONDITION', 'STALE_EPOCH'),
    );
    node.state.running = RECORD;
    await assert.rejects(config.apply({ documents }, call), fails('FAILED_PRECONDITION', 'OPERATION_RUNNING'));
    node.state.running = undefined;
    assert.equal(node.config.hash(), before);
  });
});

describe('Kubernetes and Trust', () => {
  const ca = EXAMPLE_CONTROL_PLANE.trust.osCA.cert;

  test('a kubeconfig names who asked for it', async () => {
    const { kubernetes, call } = node.as('os:admin');
    const { kubeconfig } = await kubernetes.kubeconfig({ lifetimeMs: 3_600_000 }, call);
    const pem = Buffer.from(/client-certificate-data: (\S+)/.exec(kubeconfig)![1]!, 'base64').toString();
    const info = parseCertificate(pem);
    assert.deepEqual([info.subject.CN, info.subject.O], ['admin:ann', ['system:masters']]);
    assert.ok(info.notAfterMs <= Date.now() + 3_600_000 && isSignedBy(pem, ca));
    assert.deepEqual([lastAudit()['method'], lastAudit()['result']], ['/osctl.v1alpha1.Kubernetes/Kubeconfig', 'OK']);
    await assert.rejects(kubernetes.kubeconfig({ lifetimeMs: 1 }, call), fails('INVALID_ARGUMENT'));
  });
  test('a worker says which nodes can', async () => {
    const { kubernetes, trust, call } = worker.as('os:admin');
    await assert.rejects(
      kubernetes.kubeconfig({}, call),
      (error: RpcError) => error.code === 'FAILED_PRECONDITION' && /10\.5\.0\.2/.test(error.message),
    );
    await assert.rejects(trust.renewSelf({ csrPem: 'x' }, call), fails('FAILED_PRECONDITION', 'NOT_A_CONTROL_PLANE'));
  });
  test('a serving certificate has the names that the agent says, whatever the request says', async () => {
    const { trust, call } = node.as('os:join', 'example-worker-1', '10.5.0.3');
    const { csrPem } = await createCsr({
      subject: { CN: 'example-cp-1', O: ['os:admin'], OU: ['control-plane'] },
      dnsNames: ['example-cp-1'],
      ipAddresses: ['10.5.0.2'],
    });
    const { certificatePem, notAfterMs, caPem } = await trust.issueServer({ csrPem, node: 'example-worker-1' }, call);
    const info = parseCertificate(certificatePem);
    assert.deepEqual(info.subject, { CN: 'example-worker-1', O: [], OU: [] });
    assert.deepEqual([info.dnsNames, info.ipAddresses, info.isCA], [['example-worker-1'], ['10.5.0.3'], false]);
    assert.deepEqual([info.notAfterMs, caPem.trim()], [notAfterMs, ca.trim()]);
    assert.ok(isSignedBy(certificatePem, ca));
    assert.equal(lastAudit()['target'], 'example-worker-1');

    for (const [who, address, name, reason] of [
      ['example-worker-1', '10.5.0.3', 'example-worker-2', 'NODE_NAME_MISMATCH'],
      ['example-cp-1', '10.5.0.3', 'example-cp-1', 'CONTROL_PLANE_NAME'],
      ['example-join', '10.5.0.4', 'example-worker-2', 'NODE_NAME_MISMATCH'],
      ['example-worker-1', '10.5.0.2', 'example-worker-1', 'CONTROL_PLANE_NAME'],
      ['example-worker-1', '', 'example-worker-1', 'PEER_UNKNOWN'],
    ] as const) {
      const other = node.as('os:join', who, address);
      await assert.rejects(
        other.trust.issueServer({ csrPem, node: name }, other.call),
        fails('PERMISSION_DENIED', reason),
      );
    }
    for (const [csr, name] of [
      ['', 'example-worker-1'],
      ['-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----', 'example-worker-1'],
      [csrPem.replace(/[A-Za-z0-9+/]{4}(?==*\n-----END)/, 'AAAA'), 'example-worker-1'],
      [csrPem, 'Not_A_Name'],
    ] as const) {
      await assert.rejects(trust.issueServer({ csrPem: csr, node: name }, call), fails('INVALID_ARGUMENT'));
    }
  });
  test('the audit log is told, with who was refused', async () => {
    const { trust, call } = node.as('os:reader', 'rita', '10.5.0.9', 'AB12');
    await assert.rejects(trust.issueServer({ csrPem: 'x', node: 'other' }, call), fails('PERMISSION_DENIED'));
    const [last] = await all(trust.audit({ tail: 1, refusedOnly: true }, call));
    assert.deepEqual(
      [last?.subject, last?.serial, last?.method, last?.target, last?.result],
      ['rita', 'AB12', '/osctl.v1alpha1.Trust/IssueServer', 'other', 'PERMISSION_DENIED'],
    );
    await assert.rejects(all(trust.audit({ tail: 1_000_000 }, call)), fails('INVALID_ARGUMENT'));
  });
  test('a renewal lasts as long as what was renewed, a week at least, and never longer than its role may', async () => {
    const DAY_MS = 24 * 3_600_000;
    const { csrPem } = await createCsr({ subject: { CN: 'x' } });
    const days = async (role: 'os:reader' | 'os:operator', former: number) => {
      const { trust, call } = node.as(role, 'rita', '10.5.0.9', 'AB12');
      const metadata = { ...call.metadata, 'talos-lifetime': String(former * DAY_MS) };
      const { notAfterMs } = await trust.renewSelf({ csrPem }, { metadata });
      return Math.round((notAfterMs - Date.now()) / DAY_MS);
    };
    assert.deepEqual(
      [await days('os:reader', 1), await days('os:reader', 30), await days('os:reader', 9_000)],
      [7, 30, 365],
    );
    assert.equal(await days('os:operator', 30), 7);
  });
  test('a renewal is for the same caller and role', async () => {
    const serial = '4F00112233445566778899AABBCCDDEEFF001122';
    const { trust, call } = node.as('os:operator', 'operator', '10.5.0.9', serial);
    const { csrPem } = await createCsr({ subject: { CN: 'eve', O: ['os:admin'] } });
    const info = parseCertificate((await trust.renewSelf({ csrPem }, call)).certificatePem);
    assert.deepEqual([info.subject.CN, info.subject.O, info.dnsNames], ['operator', ['os:operator'], []]);
    assert.ok(info.notAfterMs <= Date.now() + 7 * 24 * 3_600_000);
    // and of one family, by which they are denied together
    assert.match(info.serial, /^4F001122334455667788(?!99AABBCCDDEEFF001122)[0-9A-F]{20}$/);
  });
});

describe('Etcd', () => {
  test('status, members, leader', async () => {
    const { etcd, call } = node.as('os:admin');
    assert.equal((await etcd.status({}, call)).version, '3.6.16');
    assert.equal((await etcd.members({}, call)).members[0]?.healthy, true);
    assert.deepEqual(await etcd.moveLeader({}, call), { leaderId: 'b2', moved: true });
    await assert.rejects(etcd.bootstrap({}, call), fails('ALREADY_EXISTS', 'ETCD_HAS_DATA'));
  });
  test('a snapshot comes in small pieces and ends with its hash', async () => {
    const { etcd, call } = node.as('os:etcd:backup');
    const chunks = await all(etcd.snapshot({}, call));
    const whole = text(chunks);
    assert.equal(whole.length, 600 * 1024 + 3);
    assert.ok(chunks.every((chunk) => chunk.data.length <= 256 * 1024));
    assert.equal(chunks.at(-1)?.sha256, createHash('sha256').update(whole).digest('hex'));
    assert.deepEqual(
      chunks.map((chunk) => chunk.remainingBytes),
      [352_259, 90_115, 3, 0, 0],
    );
  });
  test('on disk the newest three are kept', async () => {
    const { etcd, call } = node.as('os:operator');
    const paths: string[] = [];
    for (const name of ['s1', 's2', 's3', 's4']) paths.push((await etcd.snapshotToDisk({ name }, call)).path);
    assert.throws(() => statSync(paths[0]!), /ENOENT/);
    assert.equal(statSync(paths[3]!).size, 600 * 1024 + 3);
    assert.equal(statSync(paths[3]!).mode & 0o777, 0o600);
    for (const name of ['', '../x', 'A'])
      await assert.rejects(etcd.snapshotToDisk({ name }, call), fails('INVALID_ARGUMENT'));
  });
  test('several that are asked for at once are each written whole', async () => {
    const { etcd, call } = node.as('os:operator');
    const names = ['s5', 's6', 's5', 's7', 's8', 's8'];
    const written = await Promise.all(names.map((name) => etcd.snapshotToDisk({ name }, call)));
    assert.deepEqual(new Set(written.map(({ sizeBytes }) => sizeBytes)), new Set([600 * 1024 + 3]));
    const left = readdirSync(node.nodeFiles.snapshotsDir);
    assert.equal(left.length, 3, left.join(', '));
  });
  test('a snapshot that is cut short is not taken for a whole one', async () => {
    const cut = {
      ...fakeEtcd(1),
      snapshot: async function* () {
        yield { data: Buffer.from('half'), remainingBytes: 9 };
      },
    };
    await using other = await startFakeNode(EXAMPLE_CONTROL_PLANE, cut);
    const { etcd, call } = other.as('os:admin');
    await assert.rejects(all(etcd.snapshot({}, call)), fails('DATA_LOSS', 'SNAPSHOT_CUT'));
    await assert.rejects(etcd.snapshotToDisk({ name: 'x' }, call), fails('DATA_LOSS', 'SNAPSHOT_CUT'));
    assert.deepEqual(readdirSync(other.nodeFiles.snapshotsDir), []);
  });
  test('is not there on a worker', async () => {
    const { etcd, call } = worker.as('os:admin');
    await assert.rejects(etcd.status({}, call), fails('UNIMPLEMENTED', 'NOT_A_CONTROL_PLANE'));
    await assert.rejects(all(etcd.snapshot({}, call)), fails('UNIMPLEMENTED'));
  });
});

test('no secret is in the audit log, and nothing failed inside', () => {
  const log = readFileSync(node.nodeFiles.auditLog, 'utf8');
  for (const secret of ['hunter2', 'PRIVATE', 'zzzzzz.']) assert.ok(!log.includes(secret));
  assert.deepEqual([...node.internalErrors, ...worker.internalErrors], []);
  assert.ok(!node.state.calls.some((call) => call instanceof Error));
});
