/** The corpus of good and bad objects, on which ajv and the apiserver must agree. */
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export interface CorpusEntry {
  readonly file: string;
  readonly name: string;
  /** The field that the error names; absent when the object is good. */
  readonly refused?: string;
  /** What is stored before; the object is an update of it. */
  readonly old?: Readonly<Record<string, unknown>>;
  readonly object: Readonly<Record<string, unknown>>;
}

export async function readCorpus(): Promise<readonly CorpusEntry[]> {
  const directory = new URL('./corpus/', import.meta.url);
  const entries: CorpusEntry[] = [];
  for (const file of (await readdir(directory)).toSorted()) {
    const list = parse(await readFile(new URL(file, directory), 'utf8')) as Omit<CorpusEntry, 'file'>[];
    entries.push(...list.map((entry) => ({ ...entry, file })));
  }
  return entries;
}
