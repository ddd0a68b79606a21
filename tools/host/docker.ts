import { spawn } from 'node:child_process';
import { access, constants, open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { run } from '../assets/run.ts';
import { type DockerFacts, type DockerStep, planDocker } from './docker-plan.ts';

export interface DockerEngine {
  readonly address: string;
  readonly version: string;
}

export interface HostOptions {
  readonly signal?: AbortSignal | undefined;
  readonly log?: (line: string) => void;
}

const daemonLog = '/var/log/dockerd.log';
const startTimeoutMs = 90_000;

/**
 * Finds a Docker Engine that can be used, and as root on Debian or Ubuntu installs and starts one where there is none.
 *
 * Guarantees: does nothing where an engine answers; never replaces or restarts one.
 * Errors: one message that says what is missing and what to do.
 */
export async function ensureDocker(options: HostOptions = {}): Promise<DockerEngine> {
  const done: DockerStep['step'][] = [];
  for (;;) {
    options.signal?.throwIfAborted();
    const facts = await gatherFacts();
    const next = planDocker(facts, done);
    done.push(next.step);
    switch (next.step) {
      case 'use':
        return { address: facts.address, version: next.version };
      case 'give-up':
        throw new Error(`${next.message}${await daemonsLastWords(done)}`);
      case 'install':
        options.log?.('Docker is missing: installing docker.io (apt-get)');
        await install(options);
        break;
      case 'start':
        options.log?.(`starting Docker (${next.by})`);
        await start(next.by, options);
        break;
      default:
        throw new Error(`unknown step ${JSON.stringify(next satisfies never)}`);
    }
  }
}

async function gatherFacts(): Promise<DockerFacts> {
  const chosen = process.env['DOCKER_HOST'] ?? '';
  return {
    address: chosen || 'unix:///var/run/docker.sock',
    engine: await askEngine(),
    chosenByUser: chosen !== '',
    dockerd: await findDockerd(),
    root: process.geteuid?.() === 0,
    systemd: await exists('/run/systemd/system'),
    debian: await isDebian(),
  };
}

async function askEngine(): Promise<DockerFacts['engine']> {
  try {
    // It takes DOCKER_HOST from the environment itself.
    const { Version } = await new Docker({ timeout: 5_000 }).version();
    return { state: 'answers', version: Version };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'EACCES' ? { state: 'forbidden' } : { state: 'silent', reason: code ?? message };
  }
}

async function install(options: HostOptions): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const settings = { env, signal: options.signal };
  // `-o DPkg::Lock::Timeout`: a machine that has just booted may be updating itself.
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-qq'];
  try {
    await run('apt-get', [...wait, 'update'], settings);
    await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'docker.io', 'iptables'], settings);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new Error('Docker is missing and apt-get could not install docker.io; install a Docker Engine by hand', {
      cause,
    });
  }
}

async function start(by: 'systemd' | 'dockerd', options: HostOptions): Promise<void> {
  if (by === 'systemd') {
    await run('systemctl', ['start', 'docker'], { signal: options.signal });
    await untilAnswers(() => false, options);
    return;
  }
  const log = await open(daemonLog, 'a');
  const daemon = spawn((await findDockerd())!, [], { detached: true, stdio: ['ignore', log.fd, log.fd] });
  await log.close();
  let ended = false;
  const end = () => {
    ended = true;
  };
  daemon.once('exit', end).once('error', end);
  // It is to outlive us, as a service would.
  daemon.unref();
  try {
    await untilAnswers(() => ended, options);
  } catch (error) {
    daemon.kill();
    throw error;
  }
}

/** Returns when the engine answers, or when it won't: the next look at the facts tells which. */
async function untilAnswers(ended: () => boolean, options: HostOptions): Promise<void> {
  const deadline = performance.now() + startTimeoutMs;
  while (!ended() && performance.now() < deadline && (await askEngine()).state !== 'answers') {
    await sleep(200, undefined, options.signal ? { signal: options.signal } : {});
  }
}

async function daemonsLastWords(done: readonly DockerStep['step'][]): Promise<string> {
  if (!done.includes('start')) {
    return '';
  }
  const text = await readFile(daemonLog, 'utf8').catch(() => '');
  const lines = text.trimEnd().split('\n').slice(-5).join('\n');
  return lines === '' ? ' See: journalctl -u docker' : `\nThe end of ${daemonLog}:\n${lines}`;
}

async function findDockerd(): Promise<string | null> {
  for (const directory of [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin', '/usr/local/bin']) {
    const path = `${directory}/dockerd`;
    if (directory !== '' && (await exists(path, constants.X_OK))) {
      return path;
    }
  }
  return null;
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && (await exists('/usr/bin/apt-get', constants.X_OK));
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
