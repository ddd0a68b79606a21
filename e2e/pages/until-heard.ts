/**
 * `node until-heard.ts PROGRAM [ARGUMENT…]`: a program that goes on until it is interrupted, as a reader would use it: it is
 * interrupted once it has said something. Ends with 0 when it then ended as one that was interrupted does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const INTERRUPTED = 130;

const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
let heard = false;
child.stdout.on('data', (chunk: Buffer) => {
  process.stdout.write(chunk);
  if (!heard) child.kill('SIGINT');
  heard = true;
});
const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
process.exitCode = heard && (code === INTERRUPTED || signal === 'SIGINT') ? 0 : (code ?? 1) || 1;
