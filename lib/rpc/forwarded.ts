/** Request headers in which apid tells machined who the caller is. Percent-encoded: names may hold any character. */
import type { Peer } from './peer.ts';
import { isRole } from './roles.ts';
import type { Caller } from './service.ts';

/** Every inbound header with this prefix is dropped at the door. */
export const FORWARDED_PREFIX = 'talos-';

/** `door` is what the door has in force, see Caller. */
export function forwardedHeaders(peer: Peer, door = ''): Readonly<Record<string, string>> {
  return {
    'talos-subject': encodeURIComponent(peer.subject.toWellFormed()),
    'talos-role': encodeURIComponent(peer.role),
    'talos-serial': peer.serial,
    'talos-authority': peer.authority,
    'talos-not-after': String(peer.notAfterMs),
    'talos-peer': encodeURIComponent(peer.address),
    'talos-door': door,
  };
}

export function callerFromForwarded(header: (name: string) => string | undefined): Caller {
  const role = decode(header('talos-role'));
  return {
    subject: decode(header('talos-subject')),
    role: isRole(role) ? role : '',
    serial: decode(header('talos-serial')),
    authority: decode(header('talos-authority')),
    notAfterMs: Number(header('talos-not-after')) || 0,
    door: decode(header('talos-door')),
    address: decode(header('talos-peer')),
  };
}

function decode(text: string | undefined): string {
  if (text === undefined) return '';
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
