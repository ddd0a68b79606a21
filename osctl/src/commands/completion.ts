/** Completion of commands and options for the shells, made from the commands themselves. */
import type { Command } from 'commander';
import { EXIT, UsageError } from '../context.ts';
import type { CommandGroup } from './shared.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Every path of words that leads to a command, with the words that may follow it. */
export function completions(
  command: Command,
  path: readonly string[] = [],
): readonly { readonly path: string; readonly words: readonly string[] }[] {
  const options = command.options.flatMap((option) => [option.short, option.long].filter((one) => one !== undefined));
  const words = [...command.commands.map((child) => child.name()), ...options, '--help'];
  return [
    { path: path.join(' '), words },
    ...command.commands.flatMap((child) => completions(child, [...path, child.name()])),
  ];
}

function bash(program: Command): string {
  const cases = completions(program).map(({ path, words }) => `    "${path}") words="${words.join(' ')}" ;;`);
  return `# bash completion of osctl: source <(osctl completion bash)
_osctl() {
  local path="" word words index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
      -n|--nodes|--context|-o|--output|--timeout) ((index++)) ;;
      -*) ;;
      *) path="\${path:+$path }$word" ;;
    esac
  done
  while :; do
    case "$path" in
${cases.join('\n').replaceAll('    "', '      "')}
      *) words="" ;;
    esac
    [ -n "$words" ] || [ -z "$path" ] && break
    case "$path" in *" "*) path="\${path% *}" ;; *) path="" ;; esac
  done
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _osctl osctl
`;
}

function zsh(program: Command): string {
  return `#compdef osctl\nautoload -U +X bashcompinit && bashcompinit\n${bash(program)}`;
}

function fish(program: Command): string {
  const lines = completions(program).flatMap(({ path, words }) => {
    const seen = path === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${path.split(' ').at(-1)}`;
    return words
      .filter((word) => !word.startsWith('-'))
      .map((word) => `complete -c osctl -n '${seen}' -f -a '${word}'`);
  });
  return `# fish completion of osctl: osctl completion fish | source\n${lines.join('\n')}\n`;
}

export function addCompletionCommand({ program, bind }: CommandGroup): void {
  program
    .command('completion <shell>')
    .description('a completion script for bash, zsh or fish')
    .action(
      bind(async (ctx, _options, shell) => {
        const script = { bash, zsh, fish }[shell as (typeof SHELLS)[number]];
        if (script === undefined)
          throw new UsageError(`there is no completion for ${shell}; shells: ${SHELLS.join(', ')}`);
        ctx.stdout.write(script(program));
        return EXIT.ok;
      }),
    );
}
