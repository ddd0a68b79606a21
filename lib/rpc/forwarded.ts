/** Who a caller is, as one program tells another: in the head of a call of the link, or in request headers of gRPC. */
import type { Peer } from './peer.ts';
import { isRole } from './roles.ts';
import type { Caller } from './service.ts';

/** What a program asks for itself. */
export const NOBODY: Caller = {
  subject: '',
  role: '',
  serial: '',
  authority: '',
  lifetimeMs: 0,
  door: '',
  address: '',
};

/** `door` is what the door has in force, see Caller. */
export function callerOf({ subject, role, serial, authority, lifetimeMs, address }: Peer, door = ''): Caller {
  return { subject, role, serial, authority, lifetimeMs, door, address };
}

/** Errors: TypeError for what is no caller. */
export function callerFromLink(told: Caller): Caller {
  const { subject, role, serial, authority, lifetimeMs, door, address } = told;
  if (![subject, role, serial, authority, door, address].every((one) => typeof one === 'string')) {
    throw new TypeError('no caller');
  }
  return {
    subject,
    role: isRole(role) ? role : '',
    serial,
    authority,
    lifetimeMs: Number(lifetimeMs) || 0,
    door,
    address,
  };
}

/** Percent-encoded: names may hold any character. */
export function forwardedHeaders(peer: Peer, door = ''): Readonly<Record<string, string>> {
  return {
    'talos-subject': encodeURIComponent(peer.subject.toWellFormed()),
    'talos-role': encodeURIComponent(peer.role),
    'talos-serial': peer.serial,
    'talos-authority': peer.authority,
    'talos-lifetime': String(peer.lifetimeMs),
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
    lifetimeMs: Number(header('talos-lifetime')) || 0,
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
