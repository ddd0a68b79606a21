import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planCgroups, setUpCgroups } from './cgroups.ts';
import { parseMountInfo } from './mounts.ts';
import { recordingSyscalls } from './syscalls.ts';

const V1 = `600 590 0:50 / /sys ro,nosuid - sysfs sysfs ro
601 600 0:51 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime - tmpfs tmpfs rw,mode=755
602 601 0:30 /docker/abc /sys/fs/cgroup/memory ro,nosuid,nodev,noexec,relatime master:12 - cgroup memory rw,memory
603 601 0:31 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cpu rw,cpu,cpuacct
604 601 0:32 / /var/with\\040space rw - ext4 /dev/sda rw
`;
const V2 = '602 601 0:30 / /sys/fs/cgroup ro,nosuid,nodev,noexec,relatime - cgroup2 cgroup rw,nsdelegate\n';

describe('cgroups', () => {
  it('on v1 remounts exactly the controllers that are read-only', () => {
    const setup = planCgroups(parseMountInfo(V1));
    assert.deepEqual(setup, { version: 1, remount: ['/sys/fs/cgroup/memory'] });
    const syscalls = recordingSyscalls();
    setUpCgroups(syscalls, setup);
    assert.equal(syscalls.calls.length, 1);
    assert.match(syscalls.calls[0]!, /^mount \/sys\/fs\/cgroup\/memory /);
  });

  it('tells v2 by the unified mount', () => {
    assert.deepEqual(planCgroups(parseMountInfo(V2)), { version: 2, root: '/sys/fs/cgroup', readOnly: true });
  });

  it('says what to change when there is none', () => {
    assert.throws(() => planCgroups([]), /cgroupns=private/);
  });

  it('reads escaped mount points', () => {
    assert.ok(parseMountInfo(V1).some(({ mountPoint }) => mountPoint === '/var/with space'));
  });
});
