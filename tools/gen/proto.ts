/**
 * proto/**.proto → proto/gen/*.ts: interfaces, enum unions, message tables and service descriptors, and beside them the
 * FileDescriptorProto of each package for gRPC reflection. protobufjs parses; nothing of its own code generation is used.
 */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor.js';

/** Which package goes to which file below proto/gen. A package that is not here is an error, not a guess. */
const OUTPUTS: Readonly<Record<string, string>> = {
  'osctl.v1alpha1': 'osctl/v1alpha1',
  'osctl.internal.v1': 'osctl/internal',
  etcdserverpb: 'etcd',
  'runtime.v1': 'cri',
  'containerd.services.content.v1': 'containerd/content',
  'grpc.health.v1': 'grpc/health',
  'grpc.reflection.v1': 'grpc/reflection',
};

const HEADER = '// Made by `npm run gen` from the .proto files. Do not edit.\n';
const SCALARS = new Set([
  'double',
  'float',
  'int32',
  'uint32',
  'sint32',
  'fixed32',
  'sfixed32',
  'bool',
  'string',
  'bytes',
]);

/** Paths are relative to the root of the project. */
export async function generateProto(): Promise<Map<string, string>> {
  const directory = fileURLToPath(new URL('../../proto/', import.meta.url));
  const files = (await readdir(directory, { recursive: true }))
    .filter((path) => path.endsWith('.proto') && !path.startsWith('gen'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => (target.startsWith(directory) ? target : join(directory, target));
  // one after the other: the asynchronous load adds them in whatever order the disk answers
  root.loadSync(files, { keepCase: true, alternateCommentMode: true });
  root.resolveAll();

  const packages = new Map<string, Package>();
  collect(root, directory, packages);
  const out = new Map<string, string>();
  for (const [name, content] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = OUTPUTS[name];
    if (path === undefined) throw new Error(`package ${name} has no output file in tools/gen/proto.ts`);
    out.set(`proto/gen/${path}.ts`, emitPackage(name, path, content));
    out.set(`proto/gen/${path}.descriptor.ts`, emitDescriptor(name, root));
  }
  return out;
}

interface Package {
  readonly enums: protobuf.Enum[];
  readonly messages: protobuf.Type[];
  readonly services: protobuf.Service[];
}

function collect(namespace: protobuf.NamespaceBase, directory: string, packages: Map<string, Package>): void {
  for (const object of namespace.nestedArray) {
    if (object instanceof protobuf.Type || object instanceof protobuf.Enum || object instanceof protobuf.Service) {
      const name = packageOf(object);
      const content = packages.get(name) ?? { enums: [], messages: [], services: [] };
      packages.set(name, content);
      if (object instanceof protobuf.Enum) content.enums.push(object);
      else if (object instanceof protobuf.Service) content.services.push(object);
      else {
        content.messages.push(object);
        collect(object, directory, packages);
      }
    } else if (object instanceof protobuf.Namespace) collect(object, directory, packages);
  }
}

function packageOf(object: protobuf.ReflectionObject): string {
  let parent = object.parent;
  while (parent instanceof protobuf.Type) parent = parent.parent;
  return parent?.fullName.replace(/^\./, '') ?? '';
}

function emitPackage(name: string, path: string, content: Package): string {
  const names = new Set<string>();
  for (const object of [...content.enums, ...content.messages, ...content.services]) {
    if (names.has(object.name)) throw new Error(`${name}: two things are called ${object.name}`);
    names.add(object.name);
  }
  checkEnumScope(name, content.enums);
  const runtime = `${'../'.repeat(path.split('/').length)}runtime`;
  const kinds = [...new Set(content.services.flatMap((service) => service.methodsArray.map(kindOf)))].sort();
  const lines = [
    HEADER,
    `import { ${content.enums.length > 0 ? 'enumeration, ' : ''}type MessageType, message } from '${runtime}/message.ts';`,
    `import type { ${[...kinds, 'ServiceDescriptor'].join(', ')} } from '${runtime}/service.ts';`,
    '',
    `export type { Init } from '${runtime}/message.ts';`,
    '',
  ];
  for (const type of content.enums) lines.push(...emitEnum(name, type));
  for (const type of content.messages) lines.push(...emitMessage(name, type));
  for (const service of content.services) lines.push(...emitService(name, service));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** In protobuf an enum's values live in the scope around it: protoc refuses what protobufjs lets pass. */
function checkEnumScope(name: string, enums: readonly protobuf.Enum[]): void {
  const seen = new Map<string, string>();
  for (const type of enums) {
    for (const value of Object.keys(type.values)) {
      const key = `${type.parent?.fullName}.${value}`;
      const other = seen.get(key);
      if (other !== undefined) throw new Error(`${name}: value ${value} is in both ${other} and ${type.name}`);
      seen.set(key, type.name);
    }
  }
}

function emitEnum(name: string, type: protobuf.Enum): string[] {
  const names = Object.keys(type.values).map((value) => `'${value}'`);
  const union = `export type ${type.name} = ${names.join(' | ')};`;
  return [
    ...comment(type.comment, ''),
    ...(union.length <= 120
      ? [union]
      : [
          `export type ${type.name} =`,
          ...names.map((value, index) => `  | ${value}${index === names.length - 1 ? ';' : ''}`),
        ]),
    `const ${type.name}Values = enumeration('${name}.${type.name}', {`,
    ...Object.entries(type.values).map(([value, number]) => `  ${value}: ${number},`),
    '});',
    '',
  ];
}

function emitMessage(name: string, type: protobuf.Type): string[] {
  const fields = type.fieldsArray;
  const lines = comment(type.comment, '');
  if (fields.length === 0) lines.push(`export type ${type.name} = Readonly<Record<never, never>>;`);
  else {
    lines.push(`export interface ${type.name} {`);
    for (const field of fields) {
      lines.push(...comment(field.comment, '  '), `  readonly ${camelCase(field.name)}: ${tsType(field)};`);
    }
    lines.push('}');
  }
  const head = `export const ${type.name}: MessageType<${type.name}> = message('${name}.${type.name}', [`;
  if (fields.length === 0) return [...lines, `${head}]);`, ''];
  lines.push(head);
  for (const field of fields) {
    const parts = [`no: ${field.id}`, `name: '${camelCase(field.name)}'`, `type: ${runtimeType(field)}`];
    if (field instanceof protobuf.MapField) parts.push(`mapKey: '${field.keyType}'`);
    else if (field.repeated) parts.push('repeated: true');
    else if (hasPresence(field)) parts.push('optional: true');
    lines.push(`  { ${parts.join(', ')} },`);
  }
  lines.push(']);', '');
  return lines;
}

function emitService(name: string, service: protobuf.Service): string[] {
  const types = service.methodsArray.flatMap((method) => [
    ...comment(method.comment, '  '),
    `  readonly ${lowerFirst(method.name)}: ${kindOf(method)}<${method.resolvedRequestType?.name}, ${method.resolvedResponseType?.name}>;`,
  ]);
  const values = service.methodsArray.map(
    (method) =>
      `    ${lowerFirst(method.name)}: { kind: '${KINDS[kindOf(method)]}', name: '${method.name}', request: ${method.resolvedRequestType?.name}, response: ${method.resolvedResponseType?.name} },`,
  );
  return [
    ...comment(service.comment, ''),
    `export const ${service.name}: ServiceDescriptor<{`,
    ...types,
    `}> = {`,
    `  name: '${name}.${service.name}',`,
    `  methods: {`,
    ...values,
    `  },`,
    `};`,
    '',
  ];
}

const KINDS = { Unary: 'unary', ServerStream: 'server-stream', ClientStream: 'client-stream', Bidi: 'bidi' } as const;

function kindOf(method: protobuf.Method): keyof typeof KINDS {
  if (method.requestStream) return method.responseStream ? 'Bidi' : 'ClientStream';
  return method.responseStream ? 'ServerStream' : 'Unary';
}

function tsType(field: protobuf.Field): string {
  const one = tsValue(field);
  if (field instanceof protobuf.MapField) return `Readonly<Record<string, ${one}>>`;
  if (field.repeated) return `readonly ${one}[]`;
  return field.resolvedType instanceof protobuf.Type || hasPresence(field) ? `${one} | undefined` : one;
}

function tsValue(field: protobuf.Field): string {
  if (field.resolvedType !== null) return field.resolvedType.name;
  switch (runtimeScalar(field)) {
    case 'string':
    case 'int64-string':
    case 'uint64-string':
      return 'string';
    case 'bool':
      return 'boolean';
    case 'bytes':
      return 'Uint8Array';
    default:
      return 'number';
  }
}

function runtimeType(field: protobuf.Field): string {
  if (field.resolvedType instanceof protobuf.Enum) return `${field.resolvedType.name}Values`;
  if (field.resolvedType instanceof protobuf.Type) return `() => ${field.resolvedType.name}`;
  return `'${runtimeScalar(field)}'`;
}

function runtimeScalar(field: protobuf.Field): string {
  if (field.type === 'int64' || field.type === 'uint64') {
    return field.options?.['jstype'] === 'JS_STRING' ? `${field.type}-string` : field.type;
  }
  if (!SCALARS.has(field.type)) throw new Error(`${field.fullName}: ${field.type} is not supported by proto/runtime`);
  return field.type;
}

function hasPresence(field: protobuf.Field): boolean {
  return field.partOf !== null && field.partOf !== undefined;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function comment(text: string | null, indent: string): string[] {
  if (text === null || text === '') return [];
  const lines = text.split('\n').map((line) => line.replaceAll('*/', '*\\/').trimEnd());
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

function emitDescriptor(name: string, root: protobuf.Root): string {
  const set = root.toDescriptor('proto3');
  const file = set.file?.find((candidate) => candidate.package === name);
  if (file === undefined || file === null) throw new Error(`no descriptor for package ${name}`);
  for (const type of file.messageType ?? []) nameMapEntries(`.${name}`, type);
  const bytes = descriptor.FileDescriptorProto.encode(file).finish();
  const base64 = Buffer.from(bytes).toString('base64');
  const lines = base64.match(/.{1,116}/g) ?? [];
  return [
    HEADER,
    '/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */',
    'export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {',
    `  name: '${file.name}',`,
    `  package: '${name}',`,
    '  base64:',
    ...lines.map((line, index) => `    '${line}'${index === lines.length - 1 ? ',' : ' +'}`),
    '};',
    '',
  ].join('\n');
}

/** protoc's name of a map's entry is FieldNameEntry; protobufjs gives it another, and strict readers refuse the file. */
function nameMapEntries(scope: string, type: descriptor.IDescriptorProto): void {
  const own = `${scope}.${type.name}`;
  for (const nested of type.nestedType ?? []) {
    nameMapEntries(own, nested);
    if (!nested.options?.mapEntry) continue;
    const field = type.field?.find((candidate) => candidate.typeName === nested.name);
    if (field?.name === undefined || field.name === null)
      throw new Error(`${own}: no field for map entry ${nested.name}`);
    const camel = camelCase(field.name);
    nested.name = `${camel.charAt(0).toUpperCase()}${camel.slice(1)}Entry`;
    field.typeName = `${own}.${nested.name}`;
  }
}
