/** Files that hold keys: YAML, for their owner only. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LineCounter, parse, YAMLParseError } from 'yaml';

/**
 * Guarantees: mode 0600; whole or not at all: a cut or a full disk leaves what was there. A link to the file stays one.
 * A directory that is not there is made for its owner only.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const target = await realpath(path).catch(() => path);
  const temporary = `${target}.${randomUUID()}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Errors: what is wrong and where. The parser's own messages quote the line, which may be one of a key. */
export function parsePrivateYaml(text: string): unknown {
  const lines = new LineCounter();
  try {
    return parse(text, { prettyErrors: false, logLevel: 'error', lineCounter: lines });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw new Error('it is no YAML that can be read');
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Error(`line ${line}, column ${col}: ${error.code.toLowerCase().replaceAll('_', ' ')}`);
  }
}
