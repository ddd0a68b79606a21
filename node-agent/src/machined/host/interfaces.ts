/**
 * Network interfaces. Counters of any network are in /proc/PID/net/dev; what sysfs tells besides is of the node's own network
 * only, since a mount of sysfs shows the network of who mounted it (and a pod's own mount is the pod's to change).
 */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { basename, join } from 'node:path';
import { contains, plainIpv6, prefixLength, wordAddress } from './addresses.ts';
import type { NetworkNamespace } from './network-namespaces.ts';
import { int32, wholeNumber } from './numbers.ts';
import { readNet } from './routes.ts';

export interface InterfaceCounters {
  readonly bytes: number;
  readonly packets: number;
  readonly errors: number;
  readonly dropped: number;
}
export interface InterfaceInfo {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly received: InterfaceCounters;
  readonly sent: InterfaceCounters;
  readonly index: number;
  readonly state: string;
  readonly hardwareAddress: string;
  readonly mtu: number;
  readonly speedBps: number;
  readonly kind: string;
  readonly controller: string;
}

/** /proc/net/dev: two title lines, then one for each. Lines that are cut short are left out. Pure. */
export function parseInterfaceCounters(
  text: string,
): ReadonlyMap<string, { readonly received: InterfaceCounters; readonly sent: InterfaceCounters }> {
  const found = new Map<string, { received: InterfaceCounters; sent: InterfaceCounters }>();
  for (const line of text.split('\n')) {
    const colon = line.lastIndexOf(':');
    const fields = line
      .slice(colon + 1)
      .trim()
      .split(/\s+/);
    if (colon < 0 || fields.length < 16) continue;
    const counters = (first: number): InterfaceCounters => {
      const [bytes = 0, packets = 0, errors = 0, dropped = 0] = fields.slice(first, first + 4).map(wholeNumber);
      return { bytes, packets, errors, dropped };
    };
    found.set(line.slice(0, colon).trim(), { received: counters(0), sent: counters(8) });
  }
  return found;
}

/** /proc/net/if_inet6: address, index, length of the prefix, scope, flags, name. Pure. */
export function parseIpv6Addresses(text: string): readonly { readonly name: string; readonly address: string }[] {
  return text.split('\n').flatMap((line) => {
    const [hex = '', , length = '', , , name] = line.trim().split(/\s+/);
    const address = plainIpv6(hex);
    if (address === '' || name === undefined || !/^[0-9a-f]{1,2}$/i.test(length)) return [];
    return [{ name, address: `${address}/${Number.parseInt(length, 16)}` }];
  });
}

/** The node's own IPv4 addresses in /proc/net/fib_trie, each once: leaves `|-- 10.5.0.2` followed by `/32 host LOCAL`. Pure. */
export function parseLocalIpv4(text: string): readonly string[] {
  const found = new Set<string>();
  let leaf = '';
  for (const line of text.split('\n')) {
    leaf = /\|-- ([0-9.]{7,15})$/.exec(line)?.[1] ?? leaf;
    if (leaf !== '' && /^\s+\/32 host LOCAL$/.test(line)) found.add(leaf);
  }
  return [...found];
}

/**
 * Which interface has which of these addresses: the kernel tells without netlink only which network is behind which interface
 * (/proc/net/route). An address in none of them is shown at none. Pure.
 */
export function placeIpv4(
  addresses: readonly string[],
  routeText: string,
): readonly { readonly name: string; readonly address: string }[] {
  const networks = routeText.split('\n').flatMap((line) => {
    const [name = '', destination = '', gateway = '', , , , , mask = ''] = line.trim().split(/\s+/);
    const network = wordAddress(destination);
    const length = prefixLength(mask);
    return network.includes('.') && gateway === '00000000' && length > 0 ? [{ name, network, length }] : [];
  });
  return addresses.flatMap((address) => {
    if (address.startsWith('127.')) return [{ name: 'lo', address: `${address}/8` }];
    const [nearest] = networks
      .filter(({ network, length }) => contains(network, length, address))
      .sort((a, b) => b.length - a.length);
    return nearest === undefined ? [] : [{ name: nearest.name, address: `${address}/${nearest.length}` }];
  });
}

export interface InterfaceRoots {
  readonly procRoot?: string;
  readonly sysRoot?: string;
}

/** Guarantees: a network whose processes end meanwhile has no interfaces, and is no error. */
export async function readInterfaces(
  space: NetworkNamespace,
  { procRoot = '/proc', sysRoot = '/sys' }: InterfaceRoots = {},
): Promise<readonly InterfaceInfo[]> {
  const net = (name: string) => readNet(procRoot, space.pids, name);
  const own = space.pod === '';
  const [counters, addresses] = await Promise.all([
    net('dev').then(parseInterfaceCounters),
    own ? ownAddresses() : podAddresses(net),
  ]);
  return Promise.all(
    [...counters].map(async ([name, counted]) => ({
      name,
      addresses: addresses.filter((one) => one.name === name).map(({ address }) => address),
      ...counted,
      ...(own ? await readSysfs(sysRoot, name) : NOT_SHOWN),
    })),
  );
}

/** From the kernel itself, with exact prefixes; only of interfaces that are up. */
function ownAddresses() {
  return Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
    all.map(({ cidr, address }) => ({ name, address: cidr ?? address })),
  );
}

async function podAddresses(net: (name: string) => Promise<string>) {
  const [trie, route, ipv6] = await Promise.all([net('fib_trie'), net('route'), net('if_inet6')]);
  return [...placeIpv4(parseLocalIpv4(trie), route), ...parseIpv6Addresses(ipv6)];
}

const NOT_SHOWN = { index: 0, state: '', hardwareAddress: '', mtu: 0, speedBps: 0, kind: '', controller: '' };

async function readSysfs(sysRoot: string, name: string): Promise<typeof NOT_SHOWN> {
  const directory = join(sysRoot, 'class/net', name);
  const text = async (attribute: string) => (await readFile(join(directory, attribute), 'utf8').catch(() => '')).trim();
  const [index, state, hardwareAddress, mtu, speed, type, uevent, controller, link, entries] = await Promise.all([
    text('ifindex'),
    text('operstate'),
    text('address'),
    text('mtu'),
    text('speed'),
    text('type'),
    text('uevent'),
    readlink(join(directory, 'master')).catch(() => ''),
    readlink(directory).catch(() => ''),
    readdir(directory).catch((): string[] => []),
  ]);
  return {
    index: int32(index),
    state: state === 'lowerlayerdown' ? 'lower-layer-down' : state,
    hardwareAddress: hardwareAddress === '00:00:00:00:00:00' ? '' : hardwareAddress,
    mtu: int32(mtu),
    speedBps: wholeNumber(speed) * 1_000_000,
    kind: interfaceKind({ type, uevent, link, entries }),
    controller: basename(controller),
  };
}

/** From linux/if_arp.h. */
const ARPHRD_LOOPBACK = '772';

/** What the kernel calls it, where it does; a pair of veth is not called anything, and is what is virtual and has a peer. Pure. */
export function interfaceKind(of: {
  readonly type: string;
  readonly uevent: string;
  readonly link: string;
  readonly entries: readonly string[];
}): string {
  if (of.type === ARPHRD_LOOPBACK) return 'loopback';
  const told = /^DEVTYPE=(\S{1,32})$/m.exec(of.uevent)?.[1];
  if (told !== undefined) return told;
  if (of.entries.includes('bridge')) return 'bridge';
  if (of.entries.includes('bonding')) return 'bond';
  if (of.entries.includes('tun_flags')) return 'tun';
  return of.link.includes('/virtual/') ? 'virtual' : 'physical';
}
