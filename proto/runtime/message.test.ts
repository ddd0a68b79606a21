import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { Member } from '../gen/etcd.ts';
import { LogLine, Operation, SnapshotChunk, StatusResponse, VersionResponse } from '../gen/osctl/v1alpha1.ts';
import { enumeration, type MessageType, message } from './message.ts';

const directory = fileURLToPath(new URL('../', import.meta.url));

/** protobufjs' own reader and writer of the same .proto files is the reference. */
async function reference(file: string): Promise<protobuf.Root> {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => directory + target;
  return await root.load(file, { keepCase: false });
}

describe('messages', () => {
  it('are the same bytes as the reference makes', async () => {
    const root = await reference('osctl/v1alpha1/lifecycle.proto');
    const type = root.lookupType('osctl.v1alpha1.StatusResponse');
    const value = {
      node: 'demo-cp-1',
      stage: 'RUNNING' as const,
      ready: true,
      unmet: ['kubelet is starting', ''],
      slots: { active: 'a', slots: [{ name: 'a', bootable: true }, { name: 'b' }] },
      services: [
        { id: 'etcd', state: 'ACTIVE' as const, health: 'HEALTHY' as const, restarts: -1, dependsOn: ['containerd'] },
      ],
      bootTimeMs: 1_795_000_000_123,
      fencingEpoch: -7,
    };
    const theirs = type.encode(type.fromObject(value)).finish();
    const ours = StatusResponse.encode(value);
    assert.deepEqual(Buffer.from(ours), Buffer.from(theirs));
    const back = StatusResponse.decode(theirs);
    assert.equal(back.bootTimeMs, 1_795_000_000_123);
    assert.equal(back.fencingEpoch, -7);
    assert.equal(back.services[0]?.restarts, -1);
    assert.equal(back.slots?.slots[1]?.bootable, false);
  });

  it('have every field after decoding', () => {
    assert.deepEqual(Operation.decode(new Uint8Array(0)), {
      id: '',
      type: '',
      state: 'OPERATION_STATE_UNSPECIFIED',
      phase: '',
      message: '',
      done: 0,
      total: 0,
      unit: '',
      startMs: 0,
      endMs: 0,
      fromBootId: '',
      error: undefined,
      result: undefined,
      image: '',
      phases: [],
      parts: [],
    });
  });

  it('carry maps, also with keys that JavaScript treats specially', () => {
    const components = Object.fromEntries([
      ['etcd', '3.6.16'],
      ['', 'empty'],
    ]);
    Object.defineProperty(components, '__proto__', { value: 'x', enumerable: true });
    const back = VersionResponse.decode(VersionResponse.encode({ components })).components;
    assert.deepEqual(Object.entries(back).sort(), [
      ['', 'empty'],
      ['__proto__', 'x'],
      ['etcd', '3.6.16'],
    ]);
  });

  it('keep identifiers of 64 bits exact', () => {
    const id = '10501334649042878790';
    assert.equal(Member.decode(Member.encode({ id })).id, id);
    assert.equal(Member.decode(Member.encode({})).id, '0');
    assert.throws(() => Member.encode({ id: '18446744073709551616' }), /does not fit 64 bits/);
  });

  it('carry numbers from the whole range of signed and unsigned integers', () => {
    interface Numbers {
      readonly values: readonly number[];
      readonly unsigned: number;
    }
    const type: MessageType<Numbers> = message('test.Numbers', [
      { no: 1, name: 'values', type: 'int64', repeated: true },
      { no: 2, name: 'unsigned', type: 'uint64' },
    ]);
    const values = [
      0,
      1,
      -1,
      127,
      128,
      2 ** 31,
      -(2 ** 31),
      2 ** 32,
      2 ** 35,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
    ];
    const back = type.decode(type.encode({ values, unsigned: Number.MAX_SAFE_INTEGER }));
    assert.deepEqual(back, { values, unsigned: Number.MAX_SAFE_INTEGER });
    assert.throws(() => type.encode({ unsigned: -1 }), /test\.Numbers\.unsigned: -1 is not a safe uint64/);
  });

  it('skip what they do not know, and read an unknown enum value as the default', () => {
    const state = enumeration('test.State', { NONE: 0, NEW: 9 });
    const newer: MessageType<{ timeMs: number; extra: string; source: string; state: string }> = message('test.Newer', [
      { no: 1, name: 'timeMs', type: 'int64' },
      { no: 3, name: 'source', type: 'string' },
      { no: 90, name: 'extra', type: 'string' },
      { no: 91, name: 'state', type: state },
    ]);
    const bytes = newer.encode({ timeMs: 5, extra: 'new', source: 'etcd', state: 'NEW' });
    assert.deepEqual(LogLine.decode(bytes), { timeMs: 5, line: new Uint8Array(0), source: 'etcd' });

    const older: MessageType<{ state: string }> = message('test.Older', [
      { no: 91, name: 'state', type: enumeration('test.State', { NONE: 0 }) },
    ]);
    assert.equal(older.decode(bytes).state, 'NONE');
  });

  it('carry text as UTF-8 and nothing else as text', () => {
    const back = LogLine.decode(LogLine.encode({ source: 'half of a pair: \ud83d' }));
    assert.equal(back.source, 'half of a pair: \ufffd');
    const components = { ['\udca5']: 'x' };
    assert.deepEqual(VersionResponse.decode(VersionResponse.encode({ components })).components, { '\ufffd': 'x' });
    for (const text of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0xbd], [0xf0, 0x9f]]) {
      const bytes = Buffer.from([0x1a, text.length, ...text]);
      assert.throws(() => LogLine.decode(bytes), /not UTF-8/);
    }
  });

  it('refuse a map whose entry is longer than it says', () => {
    const whole = Buffer.from(VersionResponse.encode({ components: { a: 'bcd' } }));
    const length = whole.indexOf(8);
    assert.equal(length, 1);
    whole[length] = 6;
    assert.throws(() => VersionResponse.decode(whole));
  });

  it('refuse bytes that are cut off, and values of the wrong type', () => {
    const bytes = SnapshotChunk.encode({ data: new Uint8Array(100), remainingBytes: 2 ** 40 });
    for (let length = 1; length < bytes.length; length++) {
      if (length === 102) continue; // exactly behind the first field: a whole message
      assert.throws(() => SnapshotChunk.decode(bytes.subarray(0, length)), `${length} bytes`);
    }
    assert.throws(() => LogLine.encode({ source: 5 as never }), /osctl\.v1alpha1\.LogLine\.source: expected a string/);
    assert.throws(
      () => Operation.encode({ state: 'toString' as never }),
      /"toString" is not a value of osctl\.v1alpha1\.OperationState/,
    );
  });
});

describe('hostile bytes', () => {
  it('give a message or an error, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const type of [StatusResponse, VersionResponse, Operation] as const) {
          try {
            assert.deepEqual(Object.keys(type.decode(bytes)), Object.keys(type.create()));
          } catch (error) {
            assert.ok(error instanceof Error && !(error instanceof assert.AssertionError), String(error));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that nest without end are refused before the stack ends', () => {
    interface Nested {
      readonly inner: Nested | undefined;
    }
    const nested: MessageType<Nested> = message('test.Nested', [{ no: 1, name: 'inner', type: () => nested }]);
    let bytes = Buffer.alloc(0);
    for (let depth = 0; depth < 2000; depth++) {
      const length = protobuf.Writer.create().uint32(bytes.length).finish();
      bytes = Buffer.concat([Buffer.from([10]), length, bytes]);
    }
    assert.throws(() => nested.decode(bytes), /nested deeper than 100/);
  });
});
