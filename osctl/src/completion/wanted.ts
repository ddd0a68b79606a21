/** What may stand at the cursor of a command line: decided from the commands themselves. Pure. */
import type { Argument, Command, Option } from 'commander';

export interface Candidate {
  readonly text: string;
  readonly description?: string;
}

/** A list that is known; or whose values must be looked up; or files, which the shell knows best. */
export type Wanted =
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'nodes' | 'services' | 'operations' | 'contexts' | 'groups' | 'nothing' }
  | { readonly kind: 'files' };

/** What the values of options are, where commander does not know their choices. */
const OPTIONS: Readonly<Record<string, Wanted['kind']>> = {
  '--nodes': 'nodes',
  '--via': 'nodes',
  '--context': 'contexts',
};
/** What arguments are, by the path of the command and the argument's name; `*` stands for any words before. */
const ARGUMENTS: readonly (readonly [path: RegExp, argument: RegExp, kind: Wanted['kind']])[] = [
  [/^(logs|service( .*)?)$/, /^id$/, 'services'],
  [/^(operation .*|confirm)$/, /./, 'operations'],
  [/^context group set$/, /^nodes$/, 'nodes'],
  [/^context group /, /^name$/, 'groups'],
  [/^(context (use|show|remove)|cluster destroy)$/, /^name$/, 'contexts'],
  // Paths on a node are not paths here.
  [/^(ls|cat|cp|du)$/, /./, 'nothing'],
  [/./, /path|file|directory/, 'files'],
];

/** `words` are those after the program's name; the last is the one at the cursor, perhaps empty. */
export function wantedAt(program: Command, words: readonly string[]): Wanted {
  const current = words.at(-1) ?? '';
  let command = program;
  const path: string[] = [];
  let positional = 0;
  let waiting: Option | undefined;
  for (const word of words.slice(0, -1)) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith('-')) waiting = valueOption(program, command, word);
    else {
      const child = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      if (child === undefined) positional++;
      else {
        command = child;
        path.push(child.name());
      }
    }
  }
  if (waiting !== undefined) return ofOption(waiting);
  if (current.startsWith('-')) return known(optionsOf(program, command));
  if (command.commands.length > 0 && positional === 0) {
    const commands = command.commands.map((one) => ({ text: one.name(), description: one.description() }));
    if (command.registeredArguments.length === 0) return known(commands);
  }
  const declared = command.registeredArguments;
  const argument = declared[positional] ?? (declared.at(-1)?.variadic ? declared.at(-1) : undefined);
  return argument === undefined ? { kind: 'nothing' } : ofArgument(path.join(' '), argument);
}

function known(words: readonly Candidate[]): Wanted {
  return { kind: 'words', words };
}

/** The option, when it takes a value that is still to come. */
function valueOption(program: Command, command: Command, word: string): Option | undefined {
  if (word.includes('=')) return undefined;
  const option = [...command.options, ...program.options].find((one) => one.short === word || one.long === word);
  return option?.required || option?.optional ? option : undefined;
}

function ofOption(option: Option): Wanted {
  if (option.argChoices !== undefined) return known(option.argChoices.map((text) => ({ text })));
  const kind = OPTIONS[option.long ?? ''];
  if (kind !== undefined && kind !== 'words') return { kind };
  return { kind: /<(path|file|directory)>/.test(option.flags) ? 'files' : 'nothing' };
}

function ofArgument(path: string, argument: Argument): Wanted {
  if (argument.argChoices !== undefined) return known(argument.argChoices.map((text) => ({ text })));
  const kind = ARGUMENTS.find(([command, name]) => command.test(path) && name.test(argument.name()))?.[2];
  return { kind: kind === undefined || kind === 'words' ? 'nothing' : kind };
}

function optionsOf(program: Command, command: Command): readonly Candidate[] {
  const options = command === program ? program.options : [...command.options, ...program.options];
  const own = options
    .filter((one) => !one.hidden && one.long !== undefined)
    .map((one) => ({ text: one.long ?? '', description: one.description }));
  return [...own, { text: '--help', description: 'what it does, with examples' }];
}
