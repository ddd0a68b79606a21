/**
 * A node in a container, as small as it can be and still go through the real launcher: node, glibc, tini, koffi, the bundles, and in
 * place of machined a program that the test chooses. For integration tests only.
 */
import { execFile, execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { hostPaths, nodeFiles } from '../machined/host/paths.ts';
import { copyTree } from './install.ts';
import { bootStore } from './store.ts';

const run = promisify(execFile);
const CAPABILITIES =
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL MKNOD NET_ADMIN SETGID SETUID SYS_ADMIN SYS_CHROOT SYS_PTRACE SYS_BOOT';
// Debian's package, or what Docker's own packages ship: docker-init is tini's static build.
const TINI = ['/usr/bin/tini-static', '/usr/bin/docker-init', '/usr/libexec/docker/docker-init'];

export interface TestImage {
  readonly name: string;
  readonly root: string;
  remove(): Promise<void>;
}

/** A root file system and the Docker image of it. */
export async function buildTestImage(directory: string, name: string): Promise<TestImage> {
  const root = join(directory, 'root');
  const put = (from: string, to: string, mode: number) => {
    fs.mkdirSync(dirname(join(root, to)), { recursive: true });
    fs.copyFileSync(fs.realpathSync(from), join(root, to));
    fs.chmodSync(join(root, to), mode);
  };
  for (const path of ['proc', 'sys', 'dev', 'run', 'tmp', 'var', 'etc'])
    fs.mkdirSync(join(root, path), { recursive: true });
  put(process.execPath, 'usr/bin/node', 0o755);
  for (const [, library = ''] of execFileSync('ldd', [process.execPath], { encoding: 'utf8' }).matchAll(
    /(\/\S+\.so\S*)/g,
  )) {
    put(library, library, 0o755);
  }
  const tini = TINI.find((path) => fs.existsSync(path));
  if (tini === undefined) throw new Error('No static tini on this host: install the package tini');
  put(tini, 'sbin/tini', 0o755);
  const koffi = createRequire(import.meta.url).resolve(`@koromix/koffi-linux-${process.arch}/package.json`);
  put(join(dirname(koffi), `linux_${process.arch}/koffi.node`), 'usr/lib/talos/koffi.node', 0o755);
  await build({
    entryPoints: { boot: join(import.meta.dirname, 'main.ts'), guard: join(import.meta.dirname, 'guard.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: join(root, 'usr/lib/talos'),
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  writeProgram(root, 'v1', IDLE);
  const tar = join(directory, 'root.tar');
  await run('tar', ['-C', root, '-cf', tar, '.']);
  await run('docker', ['import', '-c', 'ENTRYPOINT ["/usr/bin/node","/usr/lib/talos/boot.mjs"]', tar, name]);
  fs.rmSync(tar);
  return { name, root, remove: async () => void (await run('docker', ['rmi', '-f', name])) };
}

/** What takes machined's place, and the version that the slot says it is. */
export function writeProgram(root: string, version: string, program: string): void {
  fs.mkdirSync(join(root, 'usr/share/talos'), { recursive: true });
  fs.writeFileSync(join(root, 'usr/share/talos/release.json'), JSON.stringify({ version }));
  fs.writeFileSync(join(root, 'usr/lib/talos/machined.mjs'), program);
}

/** Lives until it is told to reboot. */
export const IDLE = `import { readFileSync } from 'node:fs';
console.log('up ' + readFileSync('/run/talos/boot.json', 'utf8').trim());
console.log('boot_id ' + readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
try { (await import('node:fs')).writeFileSync('/written', 'x'); } catch (error) { console.log('root ' + error.code); }
process.on('SIGTERM', () => process.exit(64));
setInterval(() => {}, 1000);
`;

export function testNode(image: TestImage, directory: string, digest: string) {
  const name = `${image.name.replace(/[^a-z0-9]/g, '-')}-node`;
  const variable = join(directory, 'var');
  fs.mkdirSync(variable, { recursive: true });
  const files = nodeFiles({ ...hostPaths(directory), state: join(variable, 'lib/talos') });
  const store = bootStore(files);
  const logs = async (): Promise<string> => {
    const { stdout, stderr } = await run('docker', ['logs', name], { maxBuffer: 64 << 20 });
    return stdout + stderr;
  };
  const inspect = async (format: string) => (await run('docker', ['inspect', '-f', format, name])).stdout.trim();

  return {
    files,
    store,
    logs,
    restarts: async () => Number(await inspect('{{.RestartCount}}')),
    running: async () => (await inspect('{{.State.Running}}')) === 'true',
    async start() {
      const security = ['seccomp=unconfined', 'systempaths=unconfined'].flatMap((option) => ['--security-opt', option]);
      const capabilities = CAPABILITIES.split(' ').flatMap((capability) => ['--cap-add', capability]);
      const mounts = ['--tmpfs', '/run:exec', '--tmpfs', '/tmp', '-v', `${variable}:/var`];
      const environment = ['-e', 'TALOS_IMAGE=osctl.dev/talos', '-e', `TALOS_IMAGE_DIGEST=${digest}`];
      const flags = ['--restart', 'on-failure', '--network', 'none', '--cap-drop', 'ALL'];
      await run('docker', [
        'run',
        '-d',
        '--name',
        name,
        ...flags,
        ...capabilities,
        ...security,
        ...mounts,
        ...environment,
        image.name,
      ]);
    },
    /** The container's init, as the host sees it. */
    init: async () => Number(await inspect('{{.State.Pid}}')),
    /** Pulls the plug: from outside, nothing inside gets to say anything. */
    async cutPower() {
      await this.signal('SIGKILL');
    },
    /** What stands in machined's place is killed; its init sees it. */
    async killAgent() {
      const pid = await this.init();
      const [child = ''] = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
      process.kill(Number(child), 'SIGKILL');
    },
    async terminate() {
      await this.signal('SIGTERM');
    },
    async signal(signal: NodeJS.Signals) {
      const pid = await this.init();
      // Docker says 0 between two boots, and kill(2) takes 0 for the caller's own process group.
      if (pid <= 1) throw new Error('the node is not running');
      process.kill(pid, signal);
    },
    /** What an upgrade does before it marks the trial. */
    fill(slot: 'a' | 'b', version: string, newDigest: string, program: string) {
      store.removeRecord(slot);
      fs.rmSync(files.slot(slot), { recursive: true, force: true });
      copyTree(image.root, files.slot(slot), new Set());
      writeProgram(files.slot(slot), version, program);
      store.writeRecord(slot, {
        digest: newDigest,
        version,
        image: `osctl.dev/talos@${newDigest}`,
        completeTime: Date.now(),
      });
    },
    /** Polls the world for something that will come; the test's own limit ends it when it does not. */
    async until<T>(what: () => T | undefined | Promise<T | undefined>, signal: AbortSignal): Promise<T> {
      for (;;) {
        const value = await what();
        if (value !== undefined) return value;
        await delay(100, undefined, { signal });
      }
    },
    async remove() {
      await run('docker', ['rm', '-f', '-v', name]);
    },
  };
}
