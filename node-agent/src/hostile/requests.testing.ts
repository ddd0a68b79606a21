/** Requests as nobody should send them, made from the description of what a method takes. */
import type { MessageType } from '@talos/proto/runtime/message.ts';
import fc from 'fast-check';

/** Bytes of an HTTP/2 stream, and whether it is gRPC's framing that is broken: then INTERNAL is what gRPC has for it. */
export interface HostileCall {
  readonly what: string;
  readonly body: readonly Uint8Array[];
  readonly framing: boolean;
}

type Field = MessageType<object>['fields'][number];

/** Names and paths that mean something to somebody, and text that has broken other programs. */
const TEXTS = [
  ...[
    '',
    '.',
    '..',
    '/',
    '/var/log',
    '/var/log/out/passwd',
    '/var/log/../lib/talos/pki',
    '/proc/1/environ',
    '//',
    '/dev/zero',
  ],
  ...['/usr/share/talos/release.json', '/var/lib/talos', '/dev/sda', 'a\0b', '/var/log\0/../..', '/var/log/%2e%2e/x'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'NaN', '-1', '1e999', '0x10'],
  ...[
    'kubelet',
    'etcd',
    'machined',
    'kernel',
    'up-1',
    'taken',
    'boot-1',
    'default/web',
    'default/web/app',
    '../../x/y',
    '//a',
  ],
  ...[
    'services',
    'kind',
    'certificates',
    'configuration',
    'tcp',
    'unix',
    'all',
    'eth0',
    'lo',
    'port 53',
    'service',
    'operation',
  ],
  ...[
    'osctl.dev/app:1',
    'sha256:aa',
    `osctl.dev/talos@sha256:${'a'.repeat(64)}`,
    'osctl.v1alpha1.System',
    'grpc.health.v1.Health',
  ],
  ...['\u001b[2J\u001b]0;x\u0007', '\u202eabc', '\r\n', '\ufffd', '💥', '%s%n', '$(id)', "' or 1=1", 'x'.repeat(5_000)],
  ...[
    '{',
    '[]',
    '---\n',
    'a: &a [*a]\n',
    `${'- '.repeat(400)}x`,
    'apiVersion: osctl.dev/v1alpha1\nkind: SystemConfig\nspec: {}\n',
  ],
  '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n',
  `apiVersion: osctl.dev/v1alpha1\nkind: ${'x'.repeat(300)}\nspec: {__proto__: {a: 1}}\n`,
];
const NUMBERS = [0, 1, -1, 2, 50, 1_000, 65_536, 2 ** 31 - 1, -(2 ** 31)];
const LARGE = [...NUMBERS, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), 1_795_000_000_000];

function valueOfType(type: Field['type'], depth: number): fc.Arbitrary<unknown> {
  if (typeof type === 'function') return messageOf(type(), depth + 1);
  if (typeof type === 'object') return fc.constantFrom(...Object.keys(type.values));
  switch (type) {
    case 'string':
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
        fc.string({ unit: 'binary', maxLength: 40 }),
      );
    case 'bool':
      return fc.boolean();
    case 'bytes':
      return fc.uint8Array({ maxLength: 100 });
    case 'double':
    case 'float':
      return fc.double();
    case 'uint32':
    case 'fixed32':
      return fc.oneof(fc.constantFrom(...NUMBERS.filter((number) => number >= 0)), fc.nat());
    case 'uint64':
      return fc.constantFrom(...LARGE.filter((number) => number >= 0));
    case 'int64-string':
    case 'uint64-string':
      return fc.constantFrom('0', '1', '9223372036854775807');
    case 'int64':
      return fc.oneof(fc.constantFrom(...LARGE), fc.maxSafeInteger());
    default:
      return fc.oneof(fc.constantFrom(...NUMBERS), fc.integer());
  }
}

/** Messages that a client of ours could send. */
export function messageOf(type: MessageType<object>, depth = 0): fc.Arbitrary<object> {
  if (depth > 3) return fc.constant({});
  const fields = type.fields.map((field): [string, fc.Arbitrary<unknown>] => {
    const one = valueOfType(field.type, depth);
    if (field.mapKey !== undefined)
      return [field.name, fc.dictionary(fc.constantFrom('a', '__proto__', ''), one, { maxKeys: 3 })];
    return [field.name, field.repeated ? fc.array(one, { maxLength: 5 }) : one];
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const varint = (value: bigint): number[] => {
  const out: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    out.push(rest > 0x7fn ? Number(rest & 0x7fn) | 0x80 : Number(rest));
    if (rest <= 0x7fn) return out;
  }
};
const tag = (number: number, wire: number): number[] => varint(BigInt(number) * 8n + BigInt(wire));
const bytesField = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([...tag(number, 2), ...varint(BigInt(bytes.length))]), bytes]);

function nested(number: number, depth: number): Buffer {
  let bytes: Buffer = Buffer.alloc(0);
  for (let level = 0; level < depth; level++) bytes = bytesField(number, bytes);
  return bytes;
}

/** Bytes that are no message, or one that our definition does not know. */
function damagedOf(type: MessageType<object>, whole: Uint8Array): fc.Arbitrary<readonly [string, Uint8Array]> {
  const numbers = [...type.fields.map(({ no }) => no), 15_000];
  const number = fc.constantFrom(...numbers);
  const at = fc.nat({ max: Math.max(0, whole.length - 1) });
  const before = (bytes: Uint8Array | readonly number[]) => Buffer.concat([Buffer.from(bytes), whole]);
  const garbage = fc.uint8Array({ minLength: 1, maxLength: 300 });
  return fc.oneof(
    garbage.map((bytes) => ['random bytes', bytes] as const),
    at.map((cut) => ['truncated', whole.subarray(0, cut)] as const),
    fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([index, bits]) => {
      const bytes = Buffer.from(whole);
      if (bytes.length > 0) bytes[index]! ^= bits;
      return ['a flipped byte', bytes] as const;
    }),
    fc.tuple(at, garbage).map(([index, more]) => {
      return ['bytes put in', Buffer.concat([whole.subarray(0, index), more, whole.subarray(index)])] as const;
    }),
    fc
      .tuple(number, fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7), garbage)
      .map(
        ([no, wire, more]) => [`field ${no} of wire type ${wire}`, Buffer.from([...tag(no, wire), ...more])] as const,
      ),
    number.map((no) => [`varint without end in ${no}`, before([...tag(no, 0), ...Array(11).fill(0xff)])] as const),
    number.map((no) => [`largest varint in ${no}`, before([...tag(no, 0), ...varint(2n ** 64n - 1n)])] as const),
    fc
      .tuple(number, fc.constantFrom(2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 63n))
      .map(([no, length]) => [`length ${length} in ${no}`, before([...tag(no, 2), ...varint(length)])] as const),
    fc
      .tuple(number, fc.constantFrom(150, 3_000))
      .map(([no, depth]) => [`${depth} deep in ${no}`, nested(no, depth)] as const),
    fc.constantFrom(150, 20_000).map((depth) => [`${depth} groups`, Buffer.alloc(depth, tag(9, 3)[0])] as const),
    number.map(
      (no) =>
        [`not UTF-8 in ${no}`, before(bytesField(no, Buffer.from([0xc0, 0x80, 0xff, 0xed, 0xa0, 0x80])))] as const,
    ),
    number.map((no) => [`1 MiB in ${no}`, bytesField(no, Buffer.alloc(1 << 20, 0x61))] as const),
    fc.constant(['field number 0', before([0, 0])] as const),
    fc.constant(['unknown fields', before(bytesField(15_000, Buffer.from('new')))] as const),
    fc.constant([
      '10 000 times the same',
      Buffer.concat(Array<Uint8Array>(whole.length < 100 ? 10_000 : 1).fill(whole)),
    ] as const),
  );
}

const frame = (bytes: Uint8Array, length = bytes.length, flag = 0): Buffer => {
  const head = Buffer.alloc(5);
  head[0] = flag;
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, bytes]);
};

/** What a method takes, and how it is spoilt: half of it is well-formed, for what is in it is what handlers have to bear. */
export function hostileCall(type: MessageType<object>): fc.Arbitrary<HostileCall> {
  const good = messageOf(type).map((message) => type.encode(message));
  const call = (what: string, body: readonly Uint8Array[], framing = false): HostileCall => ({ what, body, framing });
  return fc.oneof(
    { weight: 8, arbitrary: good.map((bytes) => call('a message', [frame(bytes)])) },
    {
      weight: 6,
      arbitrary: good.chain((bytes) => damagedOf(type, bytes)).map(([what, bytes]) => call(what, [frame(bytes)])),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc.constant(call('no message', [], true)),
        good.map((bytes) => call('two messages', [frame(bytes), frame(bytes)], true)),
        good.map((bytes) => call('100 messages', Array<Uint8Array>(100).fill(frame(bytes)), true)),
        good.map((bytes) =>
          call(
            'byte by byte',
            [...frame(bytes.subarray(0, 200))].map((byte) => Buffer.of(byte)),
            bytes.length > 200,
          ),
        ),
        good.map((bytes) => call('a longer length than there is', [frame(bytes, bytes.length + 7)], true)),
        good.map((bytes) => call('a shorter length', [frame(bytes, bytes.length >> 1)], true)),
        good.map((bytes) => call('4 GiB announced', [frame(bytes, 0xffffffff)], true)),
        good.map((bytes) => call('compressed, they say', [frame(bytes, bytes.length, 1)], true)),
        good.map((bytes) => call('a flag that there is not', [frame(bytes, bytes.length, 0xff)], true)),
        fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => call('no frame at all', [bytes], true)),
      ),
    },
  );
}
