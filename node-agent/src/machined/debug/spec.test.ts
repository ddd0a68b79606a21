import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { MountInfo } from '../host/mounts.ts';
import { debugSpec, hostMountPoints, programOf } from './spec.ts';

describe('what runs in a debug container', () => {
  it('is the command, else the program of the image', () => {
    const image = { Entrypoint: ['/init'], Cmd: ['--all'], WorkingDir: '/work', Env: ['PATH=/x', 'A=b=c'] };
    assert.deepEqual(programOf(image, [], undefined), {
      args: ['/init', '--all'],
      env: ['PATH=/x', 'A=b=c'],
      cwd: '/work',
    });
    assert.deepEqual(programOf(image, ['sh', '-c', 'x'], undefined).args, ['sh', '-c', 'x']);
    assert.throws(
      () => programOf({}, [], undefined),
      (e) => e instanceof RpcError && e.reason === 'NO_COMMAND',
    );
  });

  it('has a path, and the type of its terminal where it has one', () => {
    const env = (terminal: string | undefined, own: readonly string[] = []) =>
      programOf({ Env: own }, ['sh'], terminal).env;
    assert.match(env(undefined).join(), /^PATH=[^,]*\/bin$/);
    assert.deepEqual(env('screen', ['PATH=/x', 'TERM=dumb']), ['PATH=/x', 'TERM=screen']);
    assert.deepEqual(env('', ['PATH=/x']), ['PATH=/x', 'TERM=xterm']);
  });

  it('takes nothing from an image that is not what it should be', () => {
    const hostile = {
      Env: ['A', '=b', 7, null, 'X=a\0b', 'GOOD=1'],
      Entrypoint: { length: 1 },
      Cmd: [['nested'], 'a\0b', 'ok'],
      WorkingDir: '../..',
    };
    const { args, env, cwd } = programOf(hostile, [], undefined);
    assert.deepEqual([args, env.slice(1), cwd], [['ok'], ['GOOD=1'], '/']);
    for (const broken of [{ Env: 'PATH=/x' }, { Cmd: 'sh' }, { WorkingDir: '/a\0' }]) {
      assert.equal(programOf(broken, ['sh'], undefined).cwd, '/');
    }
  });
});

describe('what a debug container sees', () => {
  const mount = (mountPoint: string, fsType = 'ext4'): MountInfo => ({
    mountPoint,
    fsType,
    device: '8:1',
    source: '/dev/sda1',
    root: '/',
    options: ['rw'],
    propagation: [],
    superOptions: [],
  });

  it("is the node's own file systems, outer ones first, none of pods', containers' or the kernel's", () => {
    assert.deepEqual(
      hostMountPoints([
        mount('/var/lib'),
        mount('/', 'overlay'),
        mount('/proc', 'proc'),
        mount('/sys/fs/cgroup/cpu', 'cgroup'),
        mount('/dev', 'tmpfs'),
        mount('/dev/shm', 'tmpfs'),
        mount('/var'),
        mount('/var'),
        mount('/run', 'tmpfs'),
        mount('/run/netns/cni-1', 'nsfs'),
        mount('/run/containerd/io.containerd.runtime.v2.task/k8s.io/a/rootfs', 'overlay'),
        mount('/var/lib/kubelet/pods/1/volumes/token', 'tmpfs'),
        mount('/var/lib/kubelet/pods/1/volume-subpaths/x'),
      ]),
      ['/', '/var', '/run', '/var/lib'],
    );
  });

  it('is read-only, with root that may look and not mount, load or open devices', () => {
    const spec = debugSpec({
      id: 'debug-0',
      hostname: 'node-1',
      program: { args: ['sh'], env: [], cwd: '/' },
      terminal: undefined,
      hostMounts: ['/', '/var'],
      files: ['/etc/resolv.conf'],
    }) as {
      readonly process: { readonly capabilities: { readonly bounding: readonly string[] }; readonly terminal: boolean };
      readonly mounts: readonly { readonly destination: string; readonly options: readonly string[] }[];
      readonly linux: {
        readonly namespaces: readonly { readonly type: string }[];
        readonly resources: { readonly memory: { readonly limit: number }; readonly devices: readonly object[] };
      };
    };
    const host = spec.mounts.filter(({ destination }) => destination.startsWith('/host'));
    assert.deepEqual(
      host.map(({ destination }) => destination),
      ['/host', '/host/var'],
    );
    for (const { options } of host) assert.ok(options.includes('ro') && !options.includes('rbind'));
    assert.deepEqual(
      spec.linux.namespaces.map(({ type }) => type),
      ['ipc', 'uts', 'mount'],
    );
    for (const name of ['SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_BOOT', 'SYS_TIME', 'MKNOD', 'BPF']) {
      assert.ok(!spec.process.capabilities.bounding.includes(`CAP_${name}`), name);
    }
    assert.deepEqual(spec.linux.resources.devices, [{ allow: false, access: 'rwm' }]);
    assert.equal(spec.linux.resources.memory.limit, 512 * 1024 * 1024);
    assert.equal(spec.process.terminal, false);
  });
});
