/**
 * Serial numbers that say which certificates descend from one another: a renewed one keeps the first half of the number, its
 * family. Who stole a certificate may have renewed it, and any number of times, before it is denied; denying one of a family
 * denies all of it, and nothing has to be remembered for that.
 */
import { createHash } from 'node:crypto';

const FAMILY_DIGITS = 20;
const SERIAL_DIGITS = 40;

/** As different programs print serials: colons, lower case, leading zeros. */
export function normalizeSerial(serial: string): string {
  return serial
    .replaceAll(':', '')
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}

/** 20 digits of upper-case hexadecimal. A certificate that is not of our making has a family, too. */
export function familyOf(serial: string): string {
  const digits = normalizeSerial(serial);
  if (digits.length === SERIAL_DIGITS) return digits.slice(0, FAMILY_DIGITS);
  // 20 octets that begin with 0x40: never negative, never one digit short
  return `40${createHash('sha256').update(digits).digest('hex').slice(2, FAMILY_DIGITS)}`.toUpperCase();
}

/** @param random 20 bytes; of a renewed certificate the last ten are used */
export function makeSerial(random: Uint8Array, family?: string): string {
  const digits = Buffer.from(random).toString('hex').toUpperCase();
  const first = ((random[0]! & 0x3f) | 0x40).toString(16);
  return (family ?? `${first}${digits.slice(2, FAMILY_DIGITS)}`.toUpperCase()) + digits.slice(FAMILY_DIGITS);
}
