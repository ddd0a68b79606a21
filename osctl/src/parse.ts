/** The program without its actions: for the reference, and to hold command lines in texts to what osctl takes. */
import { type Command, CommanderError } from 'commander';
import { buildProgram } from './program.ts';

export function describeProgram(onError: (text: string) => void = () => {}): Command {
  return buildProgram({
    stdout: { write: () => {}, columns: 100 },
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
