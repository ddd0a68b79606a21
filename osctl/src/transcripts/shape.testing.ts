/** Holds JSON to the shapes of commands/answers.ts. */
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Field, MessageType } from '@talos/proto/runtime/message.ts';
import { ANSWERS } from '../commands/answers.ts';

type Shape =
  | { readonly kind: 'anything' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'value'; readonly is: 'string' | 'number' | 'boolean' | readonly string[] }
  | { readonly kind: 'either'; readonly of: readonly [Shape, Shape] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, { readonly optional: boolean; shape(): Shape }> };

const ANYTHING: Shape = { kind: 'anything' };

/** What of a command's JSON is not as commands/answers.ts says; empty: all is. */
export function undocumented(path: string, stdout: string): readonly string[] {
  const answer = ANSWERS[path];
  switch (answer?.form) {
    case undefined:
    case 'none':
      return [];
    case 'document':
      return mismatches(answer.shape, JSON.parse(stdout));
    case 'stream':
      return stdout
        .trimEnd()
        .split('\n')
        .flatMap((line) => mismatches(answer.shape, JSON.parse(line)));
    case 'nodes': {
      const [shape, may] = answer.shape.endsWith('?') ? [answer.shape.slice(0, -1), '?'] : [answer.shape, ''];
      const answers = JSON.parse(stdout) as readonly { readonly error?: unknown }[];
      return answers.flatMap((one) =>
        mismatches(
          one.error === undefined
            ? `{node, address, result${may}: ${shape}}`
            : '{node, address, error: {code, reason, message}}',
          one,
        ),
      );
    }
  }
}

/** What is not as the shape says, each with the path to it. Errors: the shape itself is wrong. */
export function mismatches(shape: string, value: unknown): readonly string[] {
  return differences(parseShape(shape), value, '$');
}

function differences(shape: Shape, value: unknown, at: string): readonly string[] {
  switch (shape.kind) {
    case 'anything':
      return value === undefined ? [`${at} is not there`] : [];
    case 'value': {
      const fits = typeof shape.is === 'string' ? typeof value === shape.is : shape.is.includes(String(value));
      return fits ? [] : [`${at} is ${JSON.stringify(value)}, not ${shape.is}`];
    }
    case 'list':
      if (!Array.isArray(value)) return [`${at} is no list`];
      return value.flatMap((one, index) => differences(shape.of, one, `${at}[${index}]`));
    case 'either': {
      const [first, second] = shape.of.map((one) => differences(one, value, at)) as [
        readonly string[],
        readonly string[],
      ];
      return first.length === 0 || second.length === 0 ? [] : [...first, ...second];
    }
    case 'map':
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
      const has = value as Readonly<Record<string, unknown>>;
      if (shape.kind === 'map')
        return Object.entries(has).flatMap(([key, one]) => differences(shape.of, one, `${at}.${key}`));
      const undocumented = Object.keys(has).filter((name) => !shape.fields.has(name));
      return [
        ...undocumented.map((name) => `${at}.${name} is not documented`),
        ...[...shape.fields].flatMap(([name, field]) =>
          has[name] === undefined && field.optional ? [] : differences(field.shape(), has[name], `${at}.${name}`),
        ),
      ];
    }
  }
}

/** either = both { "|" both };  both = one { "&" one };  one = name | "[" either "]" | "{" name ["?"] [":" either], … "}" */
function parseShape(text: string): Shape {
  const tokens = text.match(/\w+|\S/g) ?? [];
  let next = 0;
  const take = (expected?: string): string => {
    const token = tokens[next++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`the shape "${text}" has ${token ?? 'an end'} where ${expected ?? 'more'} should be`);
    }
    return token;
  };
  const taken = (token: string): boolean => tokens[next] === token && next++ >= 0;
  const either = (): Shape => {
    let shape = both();
    while (taken('|')) shape = { kind: 'either', of: [shape, both()] };
    return shape;
  };
  const both = (): Shape => {
    let shape = one();
    while (taken('&')) shape = joined(shape, one());
    return shape;
  };
  const one = (): Shape => {
    if (taken('[')) {
      const of = either();
      take(']');
      return { kind: 'list', of };
    }
    if (!taken('{')) return messageShape(take());
    const fields = new Map<string, { optional: boolean; shape(): Shape }>();
    do {
      const name = take();
      const optional = taken('?');
      const shape = taken(':') ? either() : ANYTHING;
      fields.set(name, { optional, shape: () => shape });
    } while (taken(','));
    take('}');
    return { kind: 'object', fields };
  };
  const shape = either();
  if (next < tokens.length) throw new Error(`the shape "${text}" goes on with ${tokens[next]} after its end`);
  return shape;
}

/** The later one's fields replace those of the same name. */
function joined(a: Shape, b: Shape): Shape {
  if (a.kind !== 'object' || b.kind !== 'object') throw new Error('only objects have fields to be joined by &');
  return { kind: 'object', fields: new Map([...a.fields, ...b.fields]) };
}

function messageShape(name: string): Shape {
  const type = (api as unknown as Readonly<Record<string, MessageType<object> | undefined>>)[name];
  if (type === undefined) throw new Error(`the OS API has no message ${name}`);
  return shapeOf(type);
}

function shapeOf(type: MessageType<object>): Shape {
  const fields = type.fields.map((field) => {
    const many = field.repeated === true || field.mapKey !== undefined;
    const optional = field.optional === true || (typeof field.type === 'function' && !many);
    return [field.name, { optional, shape: () => fieldShape(field) }] as const;
  });
  return { kind: 'object', fields: new Map(fields) };
}

function fieldShape(field: Field): Shape {
  const own = valueShape(field.type);
  if (field.mapKey !== undefined) return { kind: 'map', of: own };
  return field.repeated ? { kind: 'list', of: own } : own;
}

function valueShape(type: Field['type']): Shape {
  if (typeof type === 'function') return shapeOf(type());
  if (typeof type === 'object') return { kind: 'value', is: Object.keys(type.values) };
  switch (type) {
    case 'bool':
      return { kind: 'value', is: 'boolean' };
    case 'string':
    case 'int64-string':
    case 'uint64-string':
    // Of a log line: the reference says that its bytes are text.
    case 'bytes':
      return { kind: 'value', is: 'string' };
    default:
      return { kind: 'value', is: 'number' };
  }
}
