/** The program without its actions: for the reference, and to hold command lines in texts to what osctl takes. */
import { type Command, CommanderError } from 'commander';
import { buildProgram } from './program.ts';

const SILENT = { write: () => {}, columns: 100 } as const;

/** All of it, or what `argv` may be about. */
export function describeProgram(
  onError: (text: string) => void = () => {},
  argv?: readonly string[],
): Promise<Command> {
  return buildProgram(
    {
      stdout: SILENT,
      stderr: { write: (data) => onError(String(data)), columns: 100 },
      bind: () => async () => {},
    },
    argv,
  );
}

/** Why osctl would not take a command line (its first word is `osctl`); undefined when it would. Nothing is run. */
export async function checkCommandLine(words: readonly string[]): Promise<string | undefined> {
  const [name, ...argv] = words;
  if (name !== 'osctl') return `"${name}" is not osctl`;
  let told = '';
  try {
    const program = await describeProgram((text) => {
      told += text;
    }, argv);
    program.parse(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    return told.trim() || error.message;
  }
}

/** Which command a command line is of, by its words ("cluster create"); undefined where osctl would run none. Nothing is run. */
export async function commandOf(argv: readonly string[]): Promise<string | undefined> {
  let found: string | undefined;
  const bind =
    () =>
    async (...args: unknown[]) => {
      found = pathOf(args.at(-1) as Command);
    };
  const program = await buildProgram({ stdout: SILENT, stderr: SILENT, bind }, argv);
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
