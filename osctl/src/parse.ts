/** The program without its actions: for the reference, and to hold command lines in texts to what osctl takes. */
import { type Command, CommanderError } from 'commander';
import { buildProgram } from './program.ts';

const SILENT = { write: () => {}, columns: 100 } as const;

export function describeProgram(onError: (text: string) => void = () => {}): Command {
  return buildProgram({
    stdout: SILENT,
    stderr: { write: (data) => onError(String(data)), columns: 100 },
    bind: () => async () => {},
  });
}

/** Why osctl would not take a command line (its first word is `osctl`); undefined when it would. Nothing is run. */
export function checkCommandLine(words: readonly string[]): string | undefined {
  const [name, ...argv] = words;
  if (name !== 'osctl') return `"${name}" is not osctl`;
  let told = '';
  try {
    describeProgram((text) => {
      told += text;
    }).parse(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    return told.trim() || error.message;
  }
}

/** Which command a command line is of, by its words ("cluster create"); undefined where osctl would run none. Nothing is run. */
export function commandOf(argv: readonly string[]): string | undefined {
  let found: string | undefined;
  const program = buildProgram({
    stdout: SILENT,
    stderr: SILENT,
    bind:
      () =>
      async (...args) => {
        found = pathOf(args.at(-1) as Command);
      },
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return found;
}

function pathOf(command: Command): string {
  const { parent } = command;
  return parent === null ? '' : `${pathOf(parent)} ${command.name()}`.trim();
}
