/** The commands that the docs tell people to type: every fenced block of language `sh`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommandLine } from 'osctl/src/parse.ts';
import { projectRoot } from '../run.ts';
import { type Mark, parseMark } from './mark.ts';

export interface Block {
  /** Of its first line of content, from 1. */
  readonly line: number;
  readonly text: string;
  readonly mark: Mark;
}

export interface CommandLine {
  readonly line: number;
  readonly words: readonly string[];
}

export function documents(): readonly string[] {
  return ['README.md', ...globSync('docs/**/*.md', { cwd: projectRoot }).sort()];
}

/** A block inside a list is indented; its lines lose as much as its fence has. Errors: a block without end, an unknown mark. */
export function blocks(markdown: string): readonly Block[] {
  const found: Block[] = [];
  let open: { readonly line: number; readonly indent: string; readonly info: string; lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, indent = '', info] = /^(\s*)```(.*)$/.exec(line) ?? [];
    if (info === undefined) open?.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    else if (open === undefined) open = { line: index + 2, indent, info: info.trim(), lines: [] };
    else {
      const [, mark] = /^sh(?:\s+(.*))?$/.exec(open.info) ?? ['', null];
      if (mark !== null)
        found.push({ line: open.line, text: `${open.lines.join('\n')}\n`, mark: parseMark(mark ?? '') });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`the block at line ${open.line} has no end`);
  return found;
}

/** Commands that prose mentions, whole or by their first words: code spans that begin with `osctl`; `a|b` and `…` stand for many. */
export function mentions(markdown: string): readonly (readonly string[])[] {
  const prose = markdown.replace(/^\s*```.*?^\s*```$/gms, '');
  return [...prose.matchAll(/(?<!`)`(osctl [-a-z][^`\n|…]*)`(?!`)/g)].map(([, code = '']) => code.split(/\s+/));
}

/**
 * The simple commands of a block, in words; comments and here-documents are left out. Knows of the shell's grammar what our
 * docs use: quotes, `$(…)`, redirections, `|`, `&&`, `||`, `;`, continued lines.
 */
export function commandLines(block: Block): readonly CommandLine[] {
  const result: CommandLine[] = [];
  const lines = block.text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const start = index;
    let text = lines[index] ?? '';
    while (text.endsWith('\\') && index + 1 < lines.length)
      text = `${text.slice(0, -1)} ${(lines[++index] ?? '').trim()}`;
    const end = /<<-?\s*'?(\w+)'?/.exec(text)?.[1];
    if (end !== undefined) {
      while (index + 1 < lines.length && lines[++index] !== end);
      text = text.replace(/<<-?\s*'?\w+'?/, '');
    }
    for (const words of simpleCommands(text)) result.push({ line: block.line + start, words });
  }
  return result;
}

const TOKEN =
  /\s+|#.*$|\|\||&&|[|;&]|\d?>>?\s*(?:&\d|\S+)|<\(|\$\((?:[^()']|'[^']*')*\)|"(?:[^"\\]|\\.)*"|'[^']*'|[^\s|;&<>"'$#()]+|[$#<>()]/g;

function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: (readonly string[])[] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (const [token] of line.matchAll(TOKEN)) {
    if (/^\s+$/.test(token)) endWord();
    else if (token.startsWith('#') && word === undefined) break;
    else if (/^(\|\||&&|[|;&()]|<\()$/.test(token)) endCommand();
    else if (/^\d?>/.test(token)) endWord();
    else {
      for (const inner of token.matchAll(/\$\(((?:[^()']|'[^']*')*)\)/g))
        commands.push(...simpleCommands(inner[1] ?? ''));
      const quoted = /^(["'])(.*)\1$/s.exec(token)?.[2];
      word = `${word ?? ''}${quoted ?? token}`;
    }
  }
  endCommand();
  return commands;
}

const KUBECTL = ['apply', 'create', 'get', 'delete', 'describe', 'patch', 'wait', 'logs', 'taint', 'label'] as const;
const HELM: readonly string[] = ['install', 'upgrade', 'test', 'uninstall', 'template', 'show'];
const SHELL = ['export', 'mkdir', 'ln', 'awk', 'source', 'echo', 'cd', 'git'] as const;
/** What a reader may have beside osctl: to look at what it brought, or in its place. */
const OTHERS = ['wireshark', 'grpcurl'] as const;

/** Why a reader could not type that; undefined when it is a command of ours or a known one. */
export async function problemOf(words: readonly string[]): Promise<string | undefined> {
  const [program = '', ...rest] = words;
  switch (program) {
    case 'osctl':
      return checkCommandLine(words);
    case 'npx':
      return rest[0] === 'osctl' ? checkCommandLine(rest) : `npx ${rest[0]}: only osctl is ours`;
    case 'npm':
      return npmProblem(rest);
    case 'node':
      return existsSync(join(projectRoot, rest[0] ?? '')) ? undefined : `there is no ${rest[0]}`;
    case 'kubectl':
      return kubectlProblem(rest);
    case 'helm':
      return HELM.includes(rest[0] ?? '') ? undefined : `helm ${rest[0]}: not a verb that the docs use`;
    default:
      return ([...SHELL, ...OTHERS] as readonly string[]).includes(program)
        ? undefined
        : `"${program}" is no command that the docs may use`;
  }
}

function npmProblem([verb = '', script = '']: readonly string[]): string | undefined {
  if (verb === 'ci' || verb === 'install' || verb === 'pack') return undefined;
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const name = verb === 'run' ? script : verb;
  return scripts[name] === undefined ? `there is no npm script ${name}` : undefined;
}

function kubectlProblem(words: readonly string[]): string | undefined {
  const verb = words[0] === '-n' ? words[2] : words[0];
  if (!(KUBECTL as readonly string[]).includes(verb ?? '')) return `kubectl ${verb}: not a verb that the docs use`;
  const at = words.indexOf('-k');
  const directory = at < 0 ? undefined : words[at + 1];
  return directory === undefined || existsSync(join(projectRoot, directory)) ? undefined : `there is no ${directory}`;
}
