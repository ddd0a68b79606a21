/**
 * Messages as tables: the generated files describe each message's fields, this file reads and writes them with
 * protobufjs' Reader and Writer. Tables instead of generated code keep the bundles small and need no eval.
 */
import { isUtf8 } from 'node:buffer';
import protobuf from 'protobufjs/minimal.js';

/** What a caller writes: any field may be left out, and then has its default. */
export type Init<T> = T extends Uint8Array | string | number | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Init<E>[]
    : T extends object
      ? { readonly [K in keyof T]?: Init<T[K]> | undefined }
      : T;

/**
 * 64-bit integers are JS numbers, rounded to the nearest double; 'uint64-string' and 'int64-string' (`jstype = JS_STRING`)
 * are exact decimal strings, for identifiers.
 */
export type ScalarType =
  | 'double'
  | 'float'
  | 'int32'
  | 'uint32'
  | 'sint32'
  | 'fixed32'
  | 'sfixed32'
  | 'int64'
  | 'uint64'
  | 'int64-string'
  | 'uint64-string'
  | 'bool'
  | 'string'
  | 'bytes';

export interface EnumType {
  readonly name: string;
  /** Name → number. The entry with number 0 is the default and stands for numbers that this build does not know. */
  readonly values: Readonly<Record<string, number>>;
  readonly names: ReadonlyMap<number, string>;
}

export function enumeration(name: string, values: Readonly<Record<string, number>>): EnumType {
  return { name, values, names: new Map(Object.entries(values).map(([key, value]) => [value, key])) };
}

export interface Field {
  readonly no: number;
  readonly name: string;
  /** A function is another message; it is called late, so that messages can refer to one another in any order. */
  readonly type: ScalarType | EnumType | (() => MessageType<object>);
  readonly repeated?: true;
  /** The type of a map's keys; `type` is that of its values. */
  readonly mapKey?: 'string' | 'int32' | 'uint32';
  /** Has presence: undefined when unset (proto3 `optional`, members of a oneof). Messages always have it. */
  readonly optional?: true;
}

export interface MessageType<T extends object> {
  /** Fully qualified, e.g. osctl.v1alpha1.VersionRequest */
  readonly name: string;
  readonly fields: readonly Field[];
  /** All fields present: defaults filled in. */
  create(init?: Init<T>): T;
  /** Errors: RangeError naming the field when a value does not fit its type. */
  encode(init: Init<T>): Uint8Array;
  /** Errors: Error when the bytes are not a message, a string that is not UTF-8 among them; unknown fields are skipped. */
  decode(bytes: Uint8Array): T;
}

type Loose = Record<string, unknown>;

const MAX_DEPTH = 100;

export function message<T extends object>(name: string, fields: readonly Field[]): MessageType<T> {
  const byNumber = new Map(fields.map((field) => [field.no, field]));
  const self: Internal = {
    name,
    fields,
    byNumber,
    create: (init) => create(self, init as Loose | undefined),
    encode: (init) => {
      const writer = protobuf.Writer.create();
      write(self, init as Loose, writer);
      return writer.finish();
    },
    decode: (bytes) => read(self, protobuf.Reader.create(bytes), bytes.length, 0),
  };
  return self as unknown as MessageType<T>;
}

interface Internal extends MessageType<Loose> {
  readonly byNumber: ReadonlyMap<number, Field>;
}

function create(type: Internal, init: Loose = {}): Loose {
  const out: Loose = {};
  for (const field of type.fields) {
    const value = init[field.name];
    if (field.mapKey !== undefined) {
      const map: Loose = {};
      for (const [key, entry] of Object.entries((value ?? {}) as Loose)) put(map, key, createValue(field, entry));
      out[field.name] = map;
    } else if (field.repeated) {
      out[field.name] = ((value ?? []) as unknown[]).map((entry) => createValue(field, entry));
    } else {
      out[field.name] = value === undefined ? unset(field) : createValue(field, value);
    }
  }
  return out;
}

function createValue(field: Field, value: unknown): unknown {
  return typeof field.type === 'function' ? create(field.type() as unknown as Internal, value as Loose) : value;
}

function unset(field: Field): unknown {
  if (field.optional || typeof field.type === 'function') return undefined;
  return zero(field.type);
}

function zero(type: ScalarType | EnumType): unknown {
  if (typeof type === 'object') return enumName(type, 0);
  switch (type) {
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'bytes':
      return new Uint8Array(0);
    case 'int64-string':
    case 'uint64-string':
      return '0';
    default:
      return 0;
  }
}

/** A key named __proto__ must become a property like any other. */
function put(target: Loose, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function enumName(type: EnumType, number: number): string {
  return type.names.get(number) ?? type.names.get(0)!;
}

// Wire types, https://protobuf.dev/programming-guides/encoding/
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

function wireType(type: Field['type']): number {
  if (typeof type === 'function') return BYTES;
  if (typeof type === 'object') return VARINT;
  switch (type) {
    case 'string':
    case 'bytes':
      return BYTES;
    case 'double':
      return FIXED64;
    case 'float':
    case 'fixed32':
    case 'sfixed32':
      return FIXED32;
    default:
      return VARINT;
  }
}

function write(type: Internal, init: Loose, writer: protobuf.Writer): void {
  for (const field of type.fields) {
    const value = init[field.name];
    if (value === undefined || value === null) continue;
    const where = `${type.name}.${field.name}`;
    if (field.mapKey !== undefined) {
      for (const [key, entry] of Object.entries(value as Loose)) {
        writer.uint32((field.no << 3) | BYTES).fork();
        writer.uint32((1 << 3) | wireType(field.mapKey));
        writeValue(field.mapKey, field.mapKey === 'string' ? key : Number(key), writer, where);
        writer.uint32((2 << 3) | wireType(field.type));
        writeValue(field.type, entry, writer, where);
        writer.ldelim();
      }
    } else if (field.repeated) {
      const entries = value as readonly unknown[];
      if (entries.length === 0) continue;
      if (wireType(field.type) === BYTES) {
        for (const entry of entries) {
          writer.uint32((field.no << 3) | BYTES);
          writeValue(field.type, entry, writer, where);
        }
      } else {
        writer.uint32((field.no << 3) | BYTES).fork();
        for (const entry of entries) writeValue(field.type, entry, writer, where);
        writer.ldelim();
      }
    } else {
      if (!field.optional && isZero(field.type, value)) continue;
      writer.uint32((field.no << 3) | wireType(field.type));
      writeValue(field.type, value, writer, where);
    }
  }
}

function isZero(type: Field['type'], value: unknown): boolean {
  if (typeof type === 'function') return false;
  if (typeof type === 'object') return type.values[value as string] === 0;
  if (type === 'bytes') return (value as Uint8Array).length === 0;
  if (type === 'uint64-string' || type === 'int64-string') return value === '0' || value === '';
  return value === zero(type);
}

function writeValue(type: Field['type'], value: unknown, writer: protobuf.Writer, where: string): void {
  if (typeof type === 'function') {
    writer.fork();
    write(type() as unknown as Internal, value as Loose, writer);
    writer.ldelim();
    return;
  }
  if (typeof type === 'object') {
    const number = Object.hasOwn(type.values, value as string) ? type.values[value as string] : undefined;
    if (number === undefined) throw new RangeError(`${where}: ${JSON.stringify(value)} is not a value of ${type.name}`);
    writer.int32(number);
    return;
  }
  switch (type) {
    case 'string':
      if (typeof value !== 'string') throw new RangeError(`${where}: expected a string, got ${typeof value}`);
      // A lone half of a pair is not UTF-8, and other languages' readers would refuse all of the message for it.
      writer.string(value.toWellFormed());
      return;
    case 'bool':
      writer.bool(value === true);
      return;
    case 'bytes':
      if (!(value instanceof Uint8Array)) throw new RangeError(`${where}: expected bytes, got ${typeof value}`);
      writer.bytes(value);
      return;
    case 'double':
    case 'float':
      writer[type](value as number);
      return;
    case 'int64':
    case 'uint64':
      if (!Number.isSafeInteger(value) || (type === 'uint64' && (value as number) < 0)) {
        throw new RangeError(`${where}: ${String(value)} is not a safe ${type}`);
      }
      writer[type](value as number);
      return;
    case 'int64-string':
    case 'uint64-string':
      writeExact(type, String(value), writer, where);
      return;
    default:
      if (!Number.isInteger(value) || Math.abs(value as number) > 0xffffffff) {
        throw new RangeError(`${where}: ${String(value)} is not ${type}`);
      }
      writer[type](value as number);
  }
}

function writeExact(
  type: 'int64-string' | 'uint64-string',
  text: string,
  writer: protobuf.Writer,
  where: string,
): void {
  if (!/^-?\d{1,20}$/.test(text)) throw new RangeError(`${where}: ${JSON.stringify(text)} is not a decimal integer`);
  const value = BigInt(text);
  const fits = type === 'uint64-string' ? BigInt.asUintN(64, value) === value : BigInt.asIntN(64, value) === value;
  if (!fits) throw new RangeError(`${where}: ${text} does not fit 64 bits`);
  const bits = BigInt.asUintN(64, value);
  const low = Number(bits & 0xffffffffn) | 0;
  const high = Number(bits >> 32n) | 0;
  writer.uint64({ low, high, unsigned: true } as protobuf.Long);
}

function read(type: Internal, reader: protobuf.Reader, end: number, depth: number): Loose {
  if (depth > MAX_DEPTH) throw new Error(`${type.name}: nested deeper than ${MAX_DEPTH} messages`);
  const out = create(type);
  while (reader.pos < end) {
    const tag = reader.uint32();
    const wire = tag & 7;
    const field = type.byNumber.get(tag >>> 3);
    if (field === undefined) {
      reader.skipType(wire);
    } else if (field.mapKey !== undefined && wire === BYTES) {
      readEntry(field, reader, out[field.name] as Loose, depth);
    } else if (field.repeated && wire === BYTES && wireType(field.type) !== BYTES) {
      const stop = reader.uint32() + reader.pos;
      while (reader.pos < stop) (out[field.name] as unknown[]).push(readValue(field.type, reader, depth));
    } else if (wire !== wireType(field.type) || field.mapKey !== undefined) {
      reader.skipType(wire); // another type under our number: unknown to us
    } else if (field.repeated) {
      (out[field.name] as unknown[]).push(readValue(field.type, reader, depth));
    } else {
      out[field.name] = readValue(field.type, reader, depth);
    }
  }
  if (reader.pos !== end) throw new Error(`${type.name}: truncated`);
  return out;
}

function readEntry(field: Field, reader: protobuf.Reader, target: Loose, depth: number): void {
  const end = reader.uint32() + reader.pos;
  let key: unknown = zero(field.mapKey!);
  let value: unknown =
    typeof field.type === 'function' ? create(field.type() as unknown as Internal) : zero(field.type);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === ((1 << 3) | wireType(field.mapKey!))) key = readValue(field.mapKey!, reader, depth);
    else if (tag === ((2 << 3) | wireType(field.type))) value = readValue(field.type, reader, depth);
    else reader.skipType(tag & 7);
  }
  if (reader.pos !== end) throw new Error('a map entry that is truncated');
  put(target, String(key), value);
}

function readValue(type: Field['type'], reader: protobuf.Reader, depth: number): unknown {
  if (typeof type === 'function') {
    const length = reader.uint32();
    if (length > reader.len - reader.pos) throw new RangeError('truncated');
    return read(type() as unknown as Internal, reader, reader.pos + length, depth + 1);
  }
  if (typeof type === 'object') return enumName(type, reader.int32());
  switch (type) {
    case 'int64':
      return Number(BigInt.asIntN(64, readVarint64(reader)));
    case 'uint64':
      return Number(readVarint64(reader));
    case 'int64-string':
      return BigInt.asIntN(64, readVarint64(reader)).toString();
    case 'uint64-string':
      return readVarint64(reader).toString();
    case 'bytes':
      return reader.bytes();
    case 'string':
      return readString(reader);
    default:
      return reader[type]();
  }
}

/** protobufjs replaces what is not UTF-8; the standard has it refused, and two different requests would be the same to us. */
function readString(reader: protobuf.Reader): string {
  const bytes = reader.bytes();
  if (!isUtf8(bytes)) throw new Error('a string that is not UTF-8');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** protobufjs gives Long objects or rounded numbers, depending on what is installed; neither is wanted. */
function readVarint64(reader: protobuf.Reader): bigint {
  let low = 0;
  let high = 0;
  for (let index = 0; index < 10; index++) {
    const byte = reader.buf[reader.pos];
    if (byte === undefined || reader.pos >= reader.len) throw new RangeError('truncated varint');
    reader.pos++;
    const bits = byte & 0x7f;
    const shift = index * 7;
    if (shift < 28) low |= bits << shift;
    else if (shift === 28) {
      low |= bits << 28;
      high |= bits >>> 4;
    } else high |= bits << (shift - 32);
    if ((byte & 0x80) === 0) return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  }
  throw new RangeError('invalid varint');
}
