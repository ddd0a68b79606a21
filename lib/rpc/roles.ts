/** Roles of the OS API: the organization (O) of a client certificate. */

export const ROLES = ['os:admin', 'os:operator', 'os:reader', 'os:etcd:backup', 'os:join'] as const;

export type Role = (typeof ROLES)[number];

/** Each of these includes those behind it; the other roles stand beside them. */
const LADDER: readonly Role[] = ['os:admin', 'os:operator', 'os:reader'];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Whether a caller with role `held` may do what `needed` may. */
export function roleIncludes(held: Role | '', needed: Role): boolean {
  if (held === '') return false;
  if (held === needed) return true;
  const heldStep = LADDER.indexOf(held);
  const neededStep = LADDER.indexOf(needed);
  return heldStep >= 0 && neededStep > heldStep;
}

/**
 * The role that a certificate's organizations name; empty when none or more than one does: a certificate that claims
 * two roles was not made by us.
 */
export function roleOf(organizations: readonly string[]): Role | '' {
  const roles = organizations.filter(isRole);
  return roles.length === 1 ? roles[0]! : '';
}
