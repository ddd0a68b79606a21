/** Makes docs/reference/osctl-json.md: what `-o json` prints, from the table of answers and the OS API's own definition. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWERS, type Answer } from 'osctl/src/commands/answers.ts';
import protobuf from 'protobufjs';
import { projectRoot } from '../run.ts';

export async function generateJsonReference(): Promise<Map<string, string>> {
  const root = new protobuf.Root();
  const proto = join(projectRoot, 'proto');
  root.resolvePath = (_origin, target) => (target.startsWith(proto) ? target : join(proto, target));
  const files = globSync('osctl/v1alpha1/*.proto', { cwd: proto }).sort();
  root.loadSync(files, { keepCase: false, alternateCommentMode: true });
  root.resolveAll();
  const types = reachable(
    root,
    Object.values(ANSWERS).flatMap((answer) => (answer.form === 'none' ? [] : messagesOf(answer.shape))),
  );
  const parts = [
    '<!-- Generated from osctl/src/commands/answers.ts and proto/ by `npm run gen`. Do not edit. -->',
    '# What osctl prints with -o json',
    'These shapes are stable: fields are added, never renamed, taken away or given another meaning. With `-o yaml` they are the same in YAML.',
    [
      '- **nodes**: one document, a list with an entry for each node in the order in which they were named: `{node, address, result}` where it answered, `{node, address, error: {code, reason, message}}` where it did not. `code` is a status of gRPC, `reason` a stable word of ours or empty. The exit code is 0 only when every node answered.',
      '- **stream**: one object a line, as they come. Bytes of a log line are text.',
      '- **document**: one document of its own shape.',
      '- **none**: the same whatever -o says.',
    ].join('\n'),
    'Numbers are numbers, 64-bit ones too; names ending with `Ms` are milliseconds (of Unix time where it is a time), with `Bytes` bytes. Enumerations are their names. Fields of a message that are not set are `""`, `0`, `false`, `[]` or `{}`; a message that is not set is left out.',
    'Of the shapes below, a name is a message; `{a, b?: [Usage]}` is an object with exactly these fields, `?` after one that may be left out; `[…]` is a list; `A & B` has the fields of both; `A | B` is one of the two.',
    '## Commands',
    ['| command | form | |', '| --- | --- | --- |', ...Object.entries(ANSWERS).map(row)].join('\n'),
    '## Messages',
    ...types.flatMap(describe),
  ];
  return new Map([['docs/reference/osctl-json.md', `${parts.join('\n\n')}\n`]]);
}

function row([path, answer]: [string, Answer]): string {
  const text = [...(answer.form === 'none' ? [] : [shapeText(answer)]), answer.note ?? []].flat().join('; ');
  return `| \`osctl ${path}\` | ${answer.form} | ${text.replaceAll('|', '\\|')} |`;
}

/** A message alone is its link; of a larger shape the links of its messages follow it. */
function shapeText({ form, shape }: Exclude<Answer, { form: 'none' }>): string {
  const names = messagesOf(shape);
  const links = names.length === 0 ? '' : ` (${names.map(link).join(', ')})`;
  const text = shape === names[0] ? link(shape) : `\`${shape}\`${links}`;
  return form === 'nodes' ? `\`result\` is ${text}` : text;
}

/** Of all words in a shape, messages are those that begin with a capital letter. */
function messagesOf(shape: string): readonly string[] {
  return [...new Set(shape.match(/\b[A-Z]\w*/g))];
}

/** The messages named and all that they hold, in the order of their names. Errors: for a name that the OS API does not have. */
function reachable(root: protobuf.Root, names: readonly string[]): readonly (protobuf.Type | protobuf.Enum)[] {
  const found = new Map<string, protobuf.Type | protobuf.Enum>();
  const visit = (one: protobuf.Type | protobuf.Enum): void => {
    if (found.has(one.name)) return;
    found.set(one.name, one);
    if (!(one instanceof protobuf.Type)) return;
    for (const { resolvedType } of one.fieldsArray) if (resolvedType !== null) visit(resolvedType);
  };
  for (const name of names) visit(root.lookupTypeOrEnum(`osctl.v1alpha1.${name}`));
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function describe(type: protobuf.Type | protobuf.Enum): readonly string[] {
  const about = type.comment === null ? [] : [oneLine(type.comment)];
  if (type instanceof protobuf.Enum) {
    const values = Object.keys(type.values).map((name) => {
      const comment = type.comments[name];
      return `- \`${name}\`${comment ? `: ${oneLine(comment)}` : ''}`;
    });
    return [`### ${type.name}`, ...about, values.join('\n')];
  }
  const fields = type.fieldsArray.map((field) => {
    const comment = field.comment === null ? '' : oneLine(field.comment).replaceAll('|', '\\|');
    return `| \`${field.name}\` | ${typeOf(field)} | ${comment} |`;
  });
  if (fields.length === 0) return [`### ${type.name}`, ...about, 'No fields.'];
  return [`### ${type.name}`, ...about, ['| field | type | |', '| --- | --- | --- |', ...fields].join('\n')];
}

const SCALARS: Readonly<Record<string, string>> = { bool: 'boolean', string: 'string', bytes: 'bytes' };

function typeOf(field: protobuf.Field): string {
  const own = field.resolvedType === null ? (SCALARS[field.type] ?? 'number') : link(field.resolvedType.name);
  if (field instanceof protobuf.MapField) return `map of ${own}`;
  return field.repeated ? `list of ${own}` : own;
}

function link(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
