/** Real containers by the computer's own runc, with its own shell inside. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { hostPaths } from '../host/paths.ts';
import { processes } from '../host/processes.ts';
import type { TerminalSize } from '../host/pty.ts';
import { loadSyscalls } from '../host/syscalls.ts';
import { runc } from '../services/container.ts';
import { type DebugContainer, emptyBundle, startDebugContainer } from './container.ts';
import { printed } from './output.ts';
import { debugSpec, programOf } from './spec.ts';

const able = process.getuid?.() === 0 && existsSync(runc) && existsSync('/usr/bin/bash');
const signal = new AbortController().signal;

function lives(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('debug containers', { skip: able ? false : 'needs root, runc and bash', timeout: 60_000 }, () => {
  let directory: string;
  let count = 0;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'debug-'));
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  async function start(
    command: readonly string[],
    terminal?: TerminalSize,
    prepare: (rootfs: string) => void = () => {},
  ): Promise<DebugContainer> {
    const id = `debug-test-${process.pid}-${count++}`;
    const { bundle, rootfs } = emptyBundle(join(directory, 'roots'), id);
    for (const name of ['usr', 'bin', 'lib', 'lib64']) mkdirSync(join(rootfs, name));
    prepare(rootfs);
    const spec = debugSpec({
      id,
      hostname: 'node-1',
      program: programOf({}, command, terminal && 'xterm'),
      terminal,
      hostMounts: ['/'],
      files: ['/etc/hosts'],
    });
    const own = ['usr', 'bin', 'lib', 'lib64'].map((name) => ({
      destination: `/${name}`,
      source: `/${name}`,
      type: 'bind',
      options: ['rbind', 'ro'],
    }));
    const paths = { ...hostPaths(directory), root: '/' };
    return startDebugContainer(
      { paths, processes: processes(), syscalls: loadSyscalls(), clock: systemClock },
      { id, bundle, spec: { ...spec, mounts: [...(spec['mounts'] as object[]), ...own] }, terminal },
    );
  }

  /** Reads until the text is there; what came is left out of the next look. */
  function screen(container: DebugContainer) {
    const pieces = printed(container.streams);
    let text = '';
    return {
      async until(wanted: RegExp): Promise<string> {
        for (;;) {
          const found = wanted.exec(text);
          if (found !== null) {
            text = text.slice(found.index + found[0].length);
            return found[0];
          }
          const { value, done } = await pieces.next();
          if (done) throw new Error(`ended before ${wanted}: ${JSON.stringify(text)}`);
          text += value.data.toString();
        }
      },
      type: (keys: string) => container.type(Buffer.from(keys), signal),
    };
  }

  it('passes on input, output, errors and the exit code; sees the node, and changes none of its files', async () => {
    const script = `read word; echo "got $word" ; echo oops >&2; [ -e /proc/${process.pid}/stat ] && echo host-pids;
      [ -d /host/proc ] && echo host-files; echo x > /host/tmp/x || echo read-only; mount -t tmpfs x /usr 2>/dev/null || echo no-mount; exit 7`;
    const container = await start(['bash', '-c', script]);
    await container.type(Buffer.from('hello\n'), signal);
    container.endInput();
    const said = { stdout: '', stderr: '' };
    for await (const { name, data } of printed(container.streams)) said[name] += data.toString();
    assert.equal(said.stdout, 'got hello\nhost-pids\nhost-files\nread-only\nno-mount\n');
    assert.match(said.stderr, /^oops\n.*Read-only file system/s);
    assert.equal(await container.exited, 7);
    await container.kill();
  });

  it('has a terminal with job control, its size, and Ctrl-C for what runs in it', async () => {
    const container = await start(['bash', '--norc', '-i'], { columns: 101, rows: 33 });
    const { until, type } = screen(container);
    await type('tty; stty size; echo sum-$((40+2))\n');
    await until(/\/dev\/(console|pts\/0)\r\n/);
    await until(/33 101\r\n/);
    await until(/sum-42/);
    container.resize({ columns: 80, rows: 24 });
    // The shell hears of it by a signal, and tells its children.
    await type('trap "stty size" WINCH; until [ "$(stty size)" = "24 80" ]; do :; done; echo res""ized\n');
    await until(/resized/);
    // It says when it is in the foreground: what is typed before is the shell's.
    const job = `bash -c 'trap "echo con""tinued" CONT; echo re""ady; while :; do sleep 0.05; done'`;
    await type(`${job}\n`);
    await until(/ready/);
    await type('\x1a');
    await until(/Stopped/);
    await type('fg\n');
    await until(/continued/);
    await type('\x03');
    await type('echo status-$?\n');
    await until(/status-130/);
    await type('exit 5\n');
    await until(/exit/);
    assert.equal(await container.exited, 5);
    await container.kill();
  });

  it('what is not read is not lost, and holds up nobody', async () => {
    const container = await start(['bash', '-c', 'head -c 3000000 /dev/zero; echo end']);
    let bytes = 0;
    for await (const { data } of printed(container.streams)) bytes += data.length;
    assert.equal(bytes, 3_000_004);
    assert.equal(await container.exited, 0);
    await container.kill();
  });

  it('is killed with all its children, however they hide', async () => {
    const container = await start(['bash', '-c', 'setsid sleep 4242 & echo $!; trap "" TERM HUP; wait']);
    const pid = Number(await screen(container).until(/\d+\n/));
    await container.kill();
    // The kernel takes a moment to end what was killed, and its elder to bury it.
    while (lives(pid)) await systemClock.sleep(5, signal);
    assert.equal(await container.exited, 137);
  });

  it('what an image links to is inside of it', async () => {
    const outside = join(directory, 'outside');
    mkdirSync(join(outside, 'mine'), { recursive: true });
    const container = await start(['bash', '-c', 'read -r line < /etc/hosts; echo "[$line]"'], undefined, (rootfs) => {
      symlinkSync(outside, join(rootfs, 'etc'));
      symlinkSync(join(outside, 'mine'), join(rootfs, 'host'));
    });
    assert.match(await screen(container).until(/\[.*\]/), /\[.+\]/);
    await container.kill();
    assert.deepEqual([readdirSync(outside), readdirSync(join(outside, 'mine'))], [['mine'], []]);
  });

  it("tells runc's own words when it can't start", async () => {
    await assert.rejects(
      start(['no-such-program']),
      (error) => error instanceof RpcError && /exec: "no-such-program": executable file not found/.test(error.message),
    );
    await assert.rejects(start(['/host'], { columns: 80, rows: 24 }), /permission denied|is a directory/);
  });
});
