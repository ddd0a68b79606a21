/** Makes docs/reference/osctl.md from the program itself. Called by `npm run gen`; drift-checked. */
import type { Command, Option } from 'commander';
import { EXAMPLES, leafCommands } from 'osctl/src/commands/examples.ts';
import { describeProgram } from 'osctl/src/parse.ts';

export async function generateOsctlReference(): Promise<Map<string, string>> {
  const program = await describeProgram();
  const commands = leafCommands(program);
  const parts = [
    '<!-- Generated from osctl/src by `npm run gen`. Do not edit. -->',
    '# osctl',
    sentence(program.description()),
    'Exit codes: 0 everything was done; 1 it failed, on at least one node; 2 the command line or the configuration is wrong and nothing was tried; 130 interrupted.',
    '`OSCTL_CONFIG` names the file of contexts (default `~/.config/osctl/config.yaml`); `KUBECONFIG` is read by `osctl rollout` and `osctl config explain`.',
    'With `-o json` or `-o yaml` an answer of nodes is a list of `{node, address, result}` or `{node, address, error: {code, reason, message}}` in the order of `-n`; a stream is one JSON object a line. [What osctl prints with -o json](osctl-json.md) has every field.',
    '## Options of every command',
    optionTable(program.options),
    '## Commands',
    commands
      .map(({ path, command }) => `- [osctl ${path}](#${anchor(usage(path, command))}): ${command.description()}`)
      .join('\n'),
    ...commands.flatMap(({ path, command }) => [
      `### ${usage(path, command)}`,
      ...(command.aliases().length > 0
        ? [
            `Also: ${command
              .aliases()
              .map((alias) => `\`osctl ${path.replace(/\S+$/, alias)}\``)
              .join(', ')}`,
          ]
        : []),
      sentence(command.description()),
      ...(command.options.length > 0 ? [optionTable(command.options)] : []),
      fence((EXAMPLES[path] ?? []).join('\n')),
    ]),
  ];
  return new Map([['docs/reference/osctl.md', `${parts.join('\n\n')}\n`]]);
}

function usage(path: string, command: Command): string {
  const args = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  return ['osctl', path, ...args].join(' ');
}

/** As GitHub makes them from headings. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map((option) => {
    const initial = option.defaultValueDescription ?? plain(option.defaultValue);
    const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
    const text = `${option.description}${choices}${option.mandatory ? '; required' : ''}`;
    return `| \`${option.flags}\` | ${text.replaceAll('|', '\\|')} | ${initial === '' ? '' : `\`${initial}\``} |`;
  });
  return ['| option | | default |', '| --- | --- | --- |', ...rows].join('\n');
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function fence(text: string): string {
  return `\`\`\`sh example\n${text}\n\`\`\``;
}
