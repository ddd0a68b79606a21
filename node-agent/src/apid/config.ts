/** What machined tells apid through files of apid's directory: who else is a member, which certificates are denied. */
import { isIP } from 'node:net';
import { familyOf } from '@talos/lib/trust/serial.ts';

export interface ApidConfig {
  /** Of the cluster, this node included: the only targets of a tunnel. */
  readonly members: readonly { readonly name: string; readonly address: string }[];
  /** Of certificates that are no longer let in, nor any that descends from them (lib/trust/serial.ts). */
  readonly deniedFamilies: readonly string[];
}

/** Errors: TypeError saying what is wrong; what was in force before should stay. */
export function parseConfig(text: string): ApidConfig {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new TypeError('the configuration is not an object');
  const { members = [], deniedSerials = [] } = value as {
    readonly members?: unknown;
    readonly deniedSerials?: unknown;
  };
  if (!Array.isArray(members) || !members.every(isMember)) {
    throw new TypeError('members: expected a list of {name, address}, with IP addresses');
  }
  if (!Array.isArray(deniedSerials) || !deniedSerials.every((serial) => typeof serial === 'string')) {
    throw new TypeError('deniedSerials: expected a list of strings');
  }
  return { members, deniedFamilies: (deniedSerials as string[]).map(familyOf) };
}

export function isDenied(config: ApidConfig, serial: string): boolean {
  return config.deniedFamilies.includes(familyOf(serial));
}

function isMember(value: unknown): value is ApidConfig['members'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { name, address } = value as { readonly name?: unknown; readonly address?: unknown };
  return typeof name === 'string' && typeof address === 'string' && isIP(address) !== 0;
}
