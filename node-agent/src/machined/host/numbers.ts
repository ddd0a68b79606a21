/** Numbers in texts of the kernel. Whatever is none is 0, so that no half-read text becomes a NaN on the wire. */

export function wholeNumber(text: string): number {
  const value = /^[0-9]{1,20}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(value) ? value : 0;
}

/** Cut off where a signed 32-bit number ends. */
export const int32 = (text: string): number => Math.min(wholeNumber(text), 2 ** 31 - 1);

export const decimal = (text: string): number => (/^[0-9]{1,12}(\.[0-9]{1,6})?$/.test(text) ? Number(text) : 0);
