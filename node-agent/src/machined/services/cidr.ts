/** Addresses counted within a network: pure. IPv4, and IPv6 of at least a /96's room. */
import { isIPv4 } from 'node:net';

/** The n-th address of a CIDR: 10.96.0.0/12, 10 → 10.96.0.10. Errors: the network has no such address. */
export const nthAddress = (cidr: string, n: number): string => {
  const [address = '', length = ''] = cidr.split('/');
  if (!isIPv4(address)) {
    if (!address.endsWith('::')) throw new Error(`${cidr}: only networks written with a trailing "::" are understood`);
    return `${address}${n.toString(16)}`;
  }
  const base = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(length));
  if (n >= size) throw new Error(`${cidr} has no address number ${n}`);
  const value = base - (base % size) + n;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
};
