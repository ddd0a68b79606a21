/**
 * A page of the docs as one bash script: its blocks from the first to the last, every line at the page's own line number, so that
 * what bash says of a line is about the page.
 *
 * A comment `<!-- situation: NAME -->` brings about what the reader of the next lines is in (situations.ts).
 */
import { type Block, blocks } from '@talos/tools/docs/commands.ts';

export interface Page {
  /** From the project's root. */
  readonly path: string;
  readonly markdown: string;
}

/** What may go on until it is interrupted. */
const PROGRAMS = ['osctl', 'kubectl'] as const;

const UNTIL_HEARD = '"$TALOS_NODE" "$TALOS_PAGES/until-heard.ts"';

/** The names of the page's situations in the order in which they come. */
export function situationsOf(markdown: string): readonly string[] {
  return [...situationLines(markdown)].map(([, name]) => name);
}

/** `takes` says which blocks are typed. */
export function pageScript(markdown: string, takes: (block: Block) => boolean): string {
  const lines = markdown.split('\n').map(() => '');
  for (const [index, name] of situationLines(markdown)) lines[index] = `situation ${name}`;
  for (const block of blocks(markdown).filter(takes)) {
    const content = block.text.split('\n').slice(0, -1);
    for (const [offset, text] of content.entries()) lines[block.line - 1 + offset] = text;
    if (block.mark.kind === 'endless') {
      // On the lines of the fences.
      lines[block.line - 2] = PROGRAMS.map((name) => `alias ${name}='${UNTIL_HEARD} ${name}'`).join('; ');
      lines[block.line - 1 + content.length] = `unalias ${PROGRAMS.join(' ')}`;
    }
  }
  return `${lines.join('\n')}\n`;
}

function* situationLines(markdown: string): Iterable<readonly [number, string]> {
  for (const [index, line] of markdown.split('\n').entries()) {
    const name = /^\s*<!-- situation: (\S+) -->$/.exec(line)?.[1];
    if (name !== undefined) yield [index, name];
  }
}

/** How the cluster at hand calls what the pages call `demo` (or `first`), and which address and OS it has. */
export interface Names {
  readonly cluster: string;
  /** An address of a node. */
  readonly address: string;
  /** The OS version that the cluster runs, and another good one. */
  readonly version: string;
  readonly next: string;
}

/**
 * Pages are written for a reader's cluster `demo` in 10.5.0.0/24, to be upgraded to 1.1.0. Whatever other version they name is
 * what the cluster runs.
 */
export function localised(text: string, names: Names): string {
  return text
    .replace(/(?<![\w.-])demo(?![\w.])/g, names.cluster)
    .replace(/(?<![\w.-])first(?=-(?:cp|worker)-\d)/g, names.cluster)
    .replace(/(?<=-)demo(?=-(?:cp|worker)-\d)/g, names.cluster)
    .replace(/\b10\.5\.0\.(?=\d)/g, names.address.replace(/\d+$/, ''))
    .replace(/(?<=\bosctl\.dev\/talos:)1\.\d+\.\d+/g, (version) => (version === '1.1.0' ? names.next : names.version));
}
