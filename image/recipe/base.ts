/** A program of a Debian package and where it goes. */
export interface DebianProgram {
  readonly package: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The userland of the OS. What is not here is not in the image: no shell, no coreutils, no package manager. mount and umount serve the
 * kubelet, nft and ip the network plugins and diagnosis, runc containerd and machined, tcpdump captures of packets.
 */
export const PROGRAMS: readonly DebianProgram[] = [
  { package: 'tini', from: 'usr/bin/tini-static', to: 'usr/sbin/tini' },
  { package: 'mount', from: 'bin/mount', to: 'usr/bin/mount' },
  { package: 'mount', from: 'bin/umount', to: 'usr/bin/umount' },
  { package: 'runc', from: 'usr/sbin/runc', to: 'usr/sbin/runc' },
  { package: 'nftables', from: 'usr/sbin/nft', to: 'usr/sbin/nft' },
  { package: 'iproute2', from: 'bin/ip', to: 'usr/sbin/ip' },
  { package: 'tcpdump', from: 'usr/bin/tcpdump', to: 'usr/bin/tcpdump' },
];

/** Where the libraries that programs ask for (DT_NEEDED) are looked up; only those asked for are taken. */
export const LIBRARY_PACKAGES: readonly string[] = [
  'libc6',
  'libgcc-s1',
  'libstdc++6',
  'libmount1',
  'libblkid1',
  'libselinux1',
  'libpcre2-8-0',
  'libseccomp2',
  'libnftables1',
  'libnftnl11',
  'libmnl0',
  'libxtables12',
  'libjansson4',
  'libgmp10',
  'libedit2',
  'libbsd0',
  'libmd0',
  'libtinfo6',
  'libelf1',
  'libbpf1',
  'libcap2',
  'zlib1g',
  // tcpdump's
  'libpcap0.8',
  'libssl3',
  'libdbus-1-3',
  'libsystemd0',
  'libgcrypt20',
  'libgpg-error0',
  'liblz4-1',
  'liblzma5',
  'libzstd1',
];

/** Loaded by name at run time, so nobody's DT_NEEDED: name service lookups of glibc, and its thread cancellation. */
export const DLOPENED: readonly string[] = ['libnss_files.so.2', 'libnss_dns.so.2', 'libresolv.so.2', 'libgcc_s.so.1'];

/** Their data is used, their programs are not. gcc-12-base carries the licence of libgcc and libstdc++. */
export const CERTIFICATE_PACKAGE = 'ca-certificates';
export const LICENCE_PACKAGES: readonly string[] = ['gcc-12-base'];

export const DEBIAN_PACKAGES: readonly string[] = [
  ...new Set([
    ...PROGRAMS.map((program) => program.package),
    ...LIBRARY_PACKAGES,
    CERTIFICATE_PACKAGE,
    ...LICENCE_PACKAGES,
  ]),
].sort();

/** System users: their numbers are part of the contract with machined, which starts the containers. */
export const USERS: readonly { readonly name: string; readonly id: number; readonly home: string }[] = [
  { name: 'root', id: 0, home: '/' },
  { name: 'apid', id: 50, home: '/' },
  { name: 'balancer', id: 51, home: '/' },
  { name: 'capture', id: 52, home: '/' },
  { name: 'etcd', id: 60, home: '/' },
  { name: 'nobody', id: 65534, home: '/' },
];

/** Mount points and directories that others expect; empty in the image. */
export const EMPTY_DIRECTORIES: readonly (readonly [path: string, mode: number])[] = [
  ['proc', 0o555],
  ['sys', 0o555],
  ['dev', 0o755],
  ['run', 0o755],
  ['tmp', 0o755],
  ['var', 0o755],
  ['root', 0o700],
  ['etc/cni/net.d', 0o755],
  ['etc/kubernetes', 0o755],
  ['etc/containerd', 0o755],
  ['opt/cni/bin', 0o755],
];

/** Files that machined bind-mounts its own over: they must be there, for /etc is read-only. */
export const MOUNT_TARGETS: readonly string[] = ['etc/hostname', 'etc/hosts', 'etc/resolv.conf', 'etc/machine-id'];
