import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { systemClock } from '@talos/lib/control/clock.ts';
import { processes } from './processes.ts';
import { openPty } from './pty.ts';
import { loadSyscalls } from './syscalls.ts';

const never = new AbortController().signal;
const open = (size = { columns: 80, rows: 24 }) => openPty(loadSyscalls(), systemClock, size);
const node = process.execPath;

describe('a pseudo-terminal', { skip: existsSync('/dev/ptmx') ? false : 'there is no /dev/ptmx' }, () => {
  it('is a terminal of its size to the program, and ends with it', async () => {
    const pty = open({ columns: 101, rows: 33 });
    const script = 'console.log(process.stdin.isTTY, process.stdout.getWindowSize().join()); process.exit(3)';
    const program = await processes().attach({ argv: [node, '-e', script], terminal: pty.terminal });
    pty.handedOver();
    let text = '';
    pty.output.on('data', (chunk) => {
      text += chunk;
    });
    await new Promise((resolve) => pty.output.once('close', resolve));
    assert.equal(text, 'true 101,33\r\n');
    assert.equal((await program.exited).code, 3);
    await pty.close();
  });

  it('holds up nobody with what its program does not read', async () => {
    const pty = open();
    const leave = new AbortController();
    const much = Buffer.alloc(4 * 1024 * 1024, 'x\n');
    const typed = pty.type(much, leave.signal);
    const after = pty.type(much, never);
    for (const one of [typed, after]) one.catch(() => {});
    // This turn comes although there is more than the terminal ever takes.
    await new Promise((resolve) => setImmediate(resolve));
    leave.abort(new Error('left'));
    await assert.rejects(typed, /left/);
    await pty.close();
    await assert.rejects(after, /closed/);
  });

  it('says why there is none', () => {
    assert.throws(
      () => openPty(loadSyscalls(), systemClock, { columns: 80, rows: 24 }, '/dev/null'),
      /ioctl fd \d+ 0x40045431: ENOTTY/,
    );
  });
});
