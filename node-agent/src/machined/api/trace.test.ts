import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, beforeEach, describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Upstream } from '@talos/lib/rpc/upstream.ts';
import type { CaptureChunk } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { bringProfiles } from '../../apid/profiles.ts';
import type { ContainerInput } from '../services/runc.ts';
import { tcpdumpArgs } from '../trace/capture.ts';
import { type FakeNode, startFakeNode } from './fakes.ts';

const fails = (code: string, reason?: string) => (error: unknown) =>
  error instanceof RpcError && error.code === code && (reason === undefined || error.reason === reason);

/** Stands in for tcpdump: a pcap file of `packets` packets of 100 bytes, then what the test says; INT ends it with its statistics. */
const tcpdump = (packets: number, then = 'setInterval(() => {}, 1e6)') => `
  const header = Buffer.alloc(24); header.writeUInt32LE(0xa1b2c3d4, 0);
  const packet = Buffer.alloc(116, 1); packet.writeUInt32LE(100, 8); packet.writeUInt32LE(100, 12);
  process.on('SIGINT', () => { console.error('9 packets captured\\n3 packets dropped by kernel'); process.exit(0); });
  process.stdout.on('error', () => {});
  process.stdout.write(Buffer.concat([header, ...Array(${packets}).fill(packet)]), () => { ${then} });`;

describe('Trace', () => {
  let node: FakeNode;
  const started: { readonly input: Omit<ContainerInput, 'systemDirs'>; readonly exited: Promise<unknown> }[] = [];
  before(async () => {
    node = await startFakeNode(EXAMPLE_WORKER);
  });
  after(() => node[Symbol.asyncDispose]());
  beforeEach(() => {
    started.length = 0;
    runs(tcpdump(3));
  });

  function runs(script: string): void {
    node.state.startTool = async (input, io) => {
      const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
      await once(child, 'spawn');
      io.stdout(child.stdout);
      child.stderr.on('data', io.stderr);
      const exited = once(child, 'close').then(([code, signal]) => ({ code, signal }));
      started.push({ input, exited });
      return { pid: child.pid ?? 0, exited, logged: exited.then(() => {}), kill: (signal) => void child.kill(signal) };
    };
  }

  async function captured(
    request: object,
  ): Promise<{ readonly bytes: number; readonly last: CaptureChunk | undefined }> {
    const { trace, call } = node.as('os:operator');
    const chunks = await Array.fromAsync(trace.capture(request, call));
    return { bytes: chunks.reduce((sum, { data }) => sum + data.length, 0), last: chunks.at(-1) };
  }

  test('ends at its time with a summary, and is on record from its start', async () => {
    const { bytes, last } = await captured({ interface: 'eth0', filter: 'port 53', durationMs: 300 });
    assert.equal(bytes, 24 + 3 * 116);
    assert.deepEqual(last?.summary, { packets: 3, bytes: 24 + 3 * 116, dropped: 3, end: 'TIME_LIMIT' });
    const record = node.audited().at(-1);
    assert.deepEqual([record?.['target'], record?.['result']], ['eth0 port 53', 'ACCEPTED']);
    assert.deepEqual(started[0]?.input.capabilities, ['CAP_NET_RAW']);
    assert.equal(started[0]?.input.uid, 52);
  });

  test('ends before the packet that would be too much', async () => {
    const { bytes, last } = await captured({ maxBytes: 24 + 2 * 116 + 100 });
    assert.deepEqual([bytes, last?.summary?.end, last?.summary?.packets], [24 + 2 * 116, 'BYTE_LIMIT', 2]);
  });

  test('a caller that leaves takes the program along, and makes room for the next', async () => {
    const { trace, call } = node.as('os:operator');
    for (let i = 0; i < 4; i++) {
      for await (const _ of trace.capture({}, call)) break;
      await started[i]?.exited;
    }
    const open = [0, 1].map(() => trace.capture({}, call)[Symbol.asyncIterator]());
    for (const one of open) await one.next();
    await assert.rejects(captured({}), fails('RESOURCE_EXHAUSTED', 'TOO_MANY_CAPTURES'));
    for (const one of open) await one.return?.();
    await Promise.all(started.map(({ exited }) => exited));
  });

  test("tcpdump's refusal is the caller's answer", async () => {
    runs(`console.error("tcpdump: can't parse filter expression: syntax error"); process.exit(1)`);
    await assert.rejects(captured({ filter: 'prot 53' }), fails('INVALID_ARGUMENT', 'INVALID_FILTER'));
    runs(`console.error('tcpdump: eth9: No such device exists\\n(No such device exists)'); process.exit(1)`);
    await assert.rejects(captured({ interface: 'eth9' }), fails('NOT_FOUND', 'INTERFACE_NOT_FOUND'));
  });

  test('hostile requests start nothing', async () => {
    for (const request of [
      { interface: '-w/etc/x' },
      { interface: 'eth0;reboot' },
      { interface: 'a'.repeat(16) },
      { filter: 'port 53\nport 54' },
      { filter: 'x'.repeat(1_025) },
      { filter: 'é' },
      { pod: '../../etc' },
      { durationMs: -1 },
      { durationMs: 3_600_001 },
      { maxBytes: 2 ** 33 },
      { packetBytes: 300_000 },
    ]) {
      await assert.rejects(captured(request), fails('INVALID_ARGUMENT'), JSON.stringify(request));
    }
    await assert.rejects(captured({ pod: 'default/nobody' }), fails('NOT_FOUND', 'POD_NOT_FOUND'));
    assert.deepEqual(started, []);
  });

  test('a filter is one argument behind the end of the options; our own connection is left out', () => {
    const args = (filter: string, caller = '10.5.0.9', inNetworkOf?: number) =>
      tcpdumpArgs({ interface: '', filter, caller, packetBytes: 96, inNetworkOf }).slice(-2);
    const own = 'not (host 10.5.0.9 and tcp port 50000)';
    assert.deepEqual(args('-w /etc/passwd'), ['--', `(-w /etc/passwd) and ${own}`]);
    assert.deepEqual(args(''), ['--', own]);
    assert.deepEqual(args('icmp', '10.5.0.9', 42), ['--', 'icmp']);
    assert.deepEqual(args('', ''), ['-s', '96']);
  });

  test('machined profiles itself, one at a time', async () => {
    const { trace, call } = node.as('os:operator');
    const profile = async (kind: 'CPU' | 'HEAP') =>
      JSON.parse(
        Buffer.concat(
          (await Array.fromAsync(trace.profile({ kind, durationMs: 100 }, call))).map(({ data }) => data),
        ).toString(),
      ) as { readonly nodes?: readonly unknown[]; readonly samples?: readonly unknown[]; readonly head?: unknown };
    const both = await Promise.allSettled([profile('CPU'), profile('CPU')]);
    const [refused] = both.filter((one) => one.status === 'rejected');
    assert.ok(fails('RESOURCE_EXHAUSTED', 'PROFILE_RUNNING')(refused?.reason));
    const [cpu] = both.filter((one) => one.status === 'fulfilled');
    assert.ok((cpu?.value.nodes?.length ?? 0) > 0 && cpu?.value.samples !== undefined);
    assert.ok((await profile('HEAP')).head !== undefined);
    await assert.rejects(profile('PROFILE_KIND_UNSPECIFIED' as 'CPU'), fails('INVALID_ARGUMENT'));
  });

  test('apid is profiled beside it, by its own hand', async () => {
    const closed = new AbortController();
    const upstream = new Upstream(node.nodeFiles.machinedSocket);
    const bringing = bringProfiles(upstream, systemClock, closed.signal);
    const { trace, call } = node.as('os:operator');
    const profile = async (kind: 'CPU' | 'HEAP', process: 'APID' | 'MACHINED') =>
      JSON.parse(
        Buffer.concat(
          (await Array.fromAsync(trace.profile({ kind, durationMs: 50, process }, call))).map(({ data }) => data),
        ).toString(),
      ) as { readonly nodes?: readonly unknown[]; readonly head?: unknown };
    // One process stands for both here.
    const both = await Promise.all([profile('CPU', 'APID'), profile('HEAP', 'MACHINED')]);
    assert.ok((both[0].nodes?.length ?? 0) > 0 && both[1].head !== undefined);
    // It asks again for the next.
    assert.ok((await profile('HEAP', 'APID')).head !== undefined);
    assert.equal(node.audited().at(-1)?.['target'], 'HEAP of apid');
    closed.abort();
    await bringing;
    upstream.close();
  });
});
