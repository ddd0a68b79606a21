/** A text in the editor of the person at the terminal. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandContext, UsageError } from '../context.ts';

/** Errors: UsageError when the editor says that it failed. */
export async function editText(ctx: CommandContext, text: string): Promise<string> {
  const editor = ctx.env['VISUAL'] ?? ctx.env['EDITOR'] ?? 'vi';
  const directory = await mkdtemp(join(tmpdir(), 'osctl-edit-'));
  const path = join(directory, 'node.yaml');
  try {
    await writeFile(path, text, { mode: 0o600 });
    // By a shell, as everybody does: an editor may be a command with arguments.
    const child = spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('exit', resolve).once('error', reject),
    );
    if (code !== 0) throw new UsageError(`the editor (${editor}) ended with status ${code}: nothing is changed`);
    return await readFile(path, 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
