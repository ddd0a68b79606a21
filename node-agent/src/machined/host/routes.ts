/** Routes, from /proc/PID/net/route (IPv4, main table) and ipv6_route (all tables). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainIpv6, prefixLength, wordAddress } from './addresses.ts';
import type { NetworkNamespace } from './network-namespaces.ts';
import { wholeNumber } from './numbers.ts';

export interface RouteInfo {
  readonly family: 'ipv4' | 'ipv6';
  readonly destination: string;
  readonly gateway: string;
  readonly interface: string;
  readonly metric: number;
  readonly type: 'unicast' | 'local' | 'multicast' | 'unreachable';
  readonly source: string;
}

/** From linux/route.h and linux/ipv6_route.h. */
const RTF_GATEWAY = 0x0002;
const RTF_REJECT = 0x0200;
const RTF_LOCAL = 0x80000000;

/** The title line, and lines that are cut short, are left out. Pure. */
export function parseRoutes(text: string): readonly RouteInfo[] {
  return text.split('\n').flatMap((line): RouteInfo[] => {
    const [name = '', destination = '', gateway = '', flags = '', , , metric = '', mask = ''] = line
      .trim()
      .split(/\s+/);
    const address = wordAddress(destination);
    if (!address.includes('.') || !/^[0-9A-F]{8}$/i.test(mask)) return [];
    const bits = Number.parseInt(flags, 16);
    return [
      {
        family: 'ipv4',
        destination: `${address}/${prefixLength(mask)}`,
        gateway: bits & RTF_GATEWAY ? wordAddress(gateway) : '',
        interface: bits & RTF_REJECT ? '' : name,
        metric: wholeNumber(metric),
        type: bits & RTF_REJECT ? 'unreachable' : 'unicast',
        source: '',
      },
    ];
  });
}

/** Lines that are cut short are left out. Pure. */
export function parseIpv6Routes(text: string): readonly RouteInfo[] {
  return text.split('\n').flatMap((line): RouteInfo[] => {
    const [destination = '', length = '', source = '', sourceLength = '', gateway = '', metric = '', , , flags, name] =
      line.trim().split(/\s+/);
    const address = plainIpv6(destination);
    if (address === '' || name === undefined || !/^[0-9a-f]{8}$/i.test(flags ?? '')) return [];
    const bits = Number.parseInt(flags ?? '', 16);
    const hop = plainIpv6(gateway);
    const type =
      bits & RTF_REJECT
        ? 'unreachable'
        : bits & RTF_LOCAL
          ? 'local'
          : address.startsWith('ff')
            ? 'multicast'
            : 'unicast';
    return [
      {
        family: 'ipv6',
        destination: `${address}/${hex(length)}`,
        gateway: hop === '::' ? '' : hop,
        interface: type === 'unreachable' ? '' : name,
        metric: hex(metric),
        type,
        source: hex(sourceLength) === 0 ? '' : `${plainIpv6(source)}/${hex(sourceLength)}`,
      },
    ];
  });
}

const hex = (text: string): number => (/^[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : 0);

/** Guarantees: a network whose processes end meanwhile has no routes, and is no error. */
export async function readRoutes({ pids }: NetworkNamespace, procRoot = '/proc'): Promise<readonly RouteInfo[]> {
  const [ipv4, ipv6] = await Promise.all([readNet(procRoot, pids, 'route'), readNet(procRoot, pids, 'ipv6_route')]);
  return [...parseRoutes(ipv4), ...parseIpv6Routes(ipv6)];
}

/** A file of /proc/PID/net by the first process of a network that is still there. */
export async function readNet(procRoot: string, pids: readonly number[], name: string): Promise<string> {
  for (const pid of pids) {
    try {
      return await readFile(join(procRoot, String(pid), 'net', name), 'utf8');
    } catch (error) {
      // Ended since it was listed: the next one. IPv6 may be switched off: then the file is not there for any of them.
      if (!['ENOENT', 'ESRCH', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return '';
}
