/** What osctl is compared with: Debian's sshd on a free port of 127.0.0.1, with a key and a directory that are thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { mustRun, runChild } from './child.ts';
import { until } from './cluster.ts';

const SSHD = '/usr/sbin/sshd';
const POLICY = '/usr/sbin/policy-rc.d';

export interface Sshd {
  /** Arguments of `ssh` that log in; what to run comes behind them. */
  readonly login: readonly string[];
  readonly version: string;
  stop(): Promise<void>;
}

/** Why there can't be one. */
export class NoSshd extends Error {
  override readonly name = 'NoSshd';
}

/** Errors: NoSshd, saying what is missing. */
export async function startSshd(directory: string, signal: AbortSignal, log: (line: string) => void): Promise<Sshd> {
  if (process.geteuid?.() !== 0) throw new NoSshd("only root can start Debian's sshd with its usual settings");
  if (!(await exists(SSHD))) await install(signal, log);
  // Each measurement starts its own.
  const home = await mkdtemp(join(directory, 'ssh-'));
  const [hostKey, key, config] = [join(home, 'host'), join(home, 'id'), join(home, 'sshd_config')];
  for (const path of [hostKey, key]) {
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'bench', '-f', path], { signal });
  }
  const port = await freePort();
  // Debian's sshd_config, and where things are.
  const settings = {
    ListenAddress: `127.0.0.1:${port}`,
    HostKey: hostKey,
    AuthorizedKeysFile: `${key}.pub`,
    // The key is below /tmp, where everyone may write.
    StrictModes: 'no',
    PidFile: 'none',
    PermitRootLogin: 'prohibit-password',
    KbdInteractiveAuthentication: 'no',
    UsePAM: 'yes',
    X11Forwarding: 'yes',
    PrintMotd: 'no',
    AcceptEnv: 'LANG LC_*',
  };
  await writeFile(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  await writeFile(join(home, 'known_hosts'), `[127.0.0.1]:${port} ${await readFile(`${hostKey}.pub`, 'utf8')}`);
  // Where it puts itself before anyone has logged in; Debian's unit makes it.
  await mkdir('/run/sshd', { recursive: true, mode: 0o755 });

  const child = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const login = [
    ...['-F', 'none', '-i', key, '-p', String(port), '-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes'],
    ...['-o', `UserKnownHostsFile=${join(home, 'known_hosts')}`, `${userInfo().username}@127.0.0.1`],
  ];
  try {
    await until('sshd to let us in', 10_000, signal, async () => {
      const { status, stderr } = await runChild('ssh', [...login, 'true'], { signal });
      if (status !== 0) throw new Error(stderr.trim());
      return true;
    });
  } catch (error) {
    await end(child);
    signal.throwIfAborted();
    const lines = Buffer.concat(said).toString().trim().split('\n');
    const why = lines.find((line) => /refused|error|fatal|denied/i.test(line)) ?? lines.at(-1);
    throw new NoSshd(`sshd does not let us in: ${why}`, { cause: error });
  }
  const { stderr } = await runChild('ssh', ['-V'], { signal });
  return { login, version: stderr.split(',')[0]?.trim() ?? '', stop: () => end(child) };
}

/** Installed, but not started by that: the bench needs a program, not a service of this computer. */
async function install(signal: AbortSignal, log: (line: string) => void): Promise<void> {
  if (!(await exists('/usr/bin/apt-get'))) throw new NoSshd(`there is no ${SSHD}, and only on Debian is it installed`);
  log('sshd is missing: installing openssh-server (apt-get), without starting its service');
  const own = !(await exists(POLICY));
  if (own) await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const get = (...args: readonly string[]) =>
      runChild('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=60', ...args], { signal, env });
    await get('update');
    const { status, stderr } = await get('install', '--no-install-recommends', 'openssh-server', 'openssh-client');
    if (status !== 0) throw new NoSshd(`openssh-server can't be installed: ${stderr.trim().split('\n').at(-1)}`);
  } finally {
    if (own) await rm(POLICY, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
