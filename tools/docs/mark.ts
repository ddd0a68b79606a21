/**
 * What runs a block of commands in the docs: the rest of its info string, after `sh`.
 *
 *     ```sh                    typed on the shared cluster of the scenarios (e2e/scenarios/80-docs.scenario.ts), page by page
 *     ```sh endless            the same; its commands go on until they are interrupted, which is done once they have said something
 *     ```sh tested-by=FILE     not there: that test or program of the tests runs these commands
 *     ```sh untested="WHY"     no test runs them, and why none can
 *     ```sh example            generated reference: how a command is written; held to what osctl takes
 */
export type Mark =
  | { readonly kind: 'run' | 'endless' | 'example' }
  | { readonly kind: 'tested-by'; readonly file: string }
  | { readonly kind: 'untested'; readonly why: string };

/** Takes what follows the language. Errors: it is none of the marks. */
export function parseMark(text: string): Mark {
  if (text === '') return { kind: 'run' };
  if (text === 'endless' || text === 'example') return { kind: text };
  const file = /^tested-by=(\S+)$/.exec(text)?.[1];
  if (file !== undefined) return { kind: 'tested-by', file };
  const why = /^untested="([^"]+)"$/.exec(text)?.[1];
  if (why !== undefined) return { kind: 'untested', why };
  throw new Error(`"${text}" is no mark of a block: endless, example, tested-by=FILE or untested="WHY"`);
}
