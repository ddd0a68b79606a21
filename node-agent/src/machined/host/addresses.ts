/** Addresses as the kernel's texts in /proc/net write them. Pure. */
import { isIPv4 } from 'node:net';

/** Eight hexadecimal digits, each 32 bits in the byte order of the machine (little-endian on x64 and arm64). */
function bytesOfWords(hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  return bytes.swap32();
}

/** `0100007F` → 127.0.0.1; 32 digits in four such words → IPv6. Empty for anything else. */
export function wordAddress(hex: string): string {
  if (!/^([0-9A-Fa-f]{8}|[0-9A-Fa-f]{32})$/.test(hex)) return '';
  const bytes = bytesOfWords(hex);
  return bytes.length === 4 ? bytes.join('.') : ipv6(bytes);
}

/** 32 digits in network order, as /proc/net/if_inet6 and ipv6_route have them. Empty for anything else. */
export function plainIpv6(hex: string): string {
  return /^[0-9A-Fa-f]{32}$/.test(hex) ? ipv6(Buffer.from(hex, 'hex')) : '';
}

/** In the form of RFC 5952; an IPv4 address mapped into IPv6 is shown as what it is. */
function ipv6(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return `::ffff:${bytes.subarray(12).join('.')}`;
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (best.start < 0) return text(groups);
  return `${text(groups.slice(0, best.start))}::${text(groups.slice(best.start + best.length))}`;
}

export const ipv4Number = (address: string): number =>
  isIPv4(address) ? address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) : Number.NaN;

/** `00FFFFFF` → 24. */
export function prefixLength(maskHex: string): number {
  const mask = ipv4Number(wordAddress(maskHex));
  return Number.isNaN(mask) ? 0 : mask.toString(2).replaceAll('0', '').length;
}

/** Whether an IPv4 address is in `network`/`length`. */
export function contains(network: string, length: number, address: string): boolean {
  const size = 2 ** (32 - length);
  return Math.floor(ipv4Number(network) / size) === Math.floor(ipv4Number(address) / size);
}
