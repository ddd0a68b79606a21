import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a Kubernetes node needs of its own network namespace. Only namespaced ones: in a container the rest is the host's. */
export const NODE_SYSCTLS: Readonly<Record<string, string>> = {
  'net.ipv4.ip_forward': '1',
  'net.ipv6.conf.all.forwarding': '1',
  // Answers of services may come in by another way than the questions went out.
  'net.ipv4.conf.all.rp_filter': '0',
};

/** Writes each; returns those that the kernel does not take, with the reason, for none of them is worth a failed boot. */
export function applySysctls(
  values: Readonly<Record<string, string>>,
  root = '/proc/sys',
): readonly { readonly name: string; readonly reason: string }[] {
  const failed: { name: string; reason: string }[] = [];
  for (const [name, value] of Object.entries(values)) {
    // sysctl(8): a slash separates as well, so that a dot can be part of a name (eth0.1).
    const path = name.includes('/') ? name : name.replaceAll('.', '/');
    try {
      if (path.split('/').includes('..')) throw new Error('not the name of a sysctl');
      writeFileSync(join(root, path), value);
    } catch (error) {
      failed.push({ name, reason: (error as Error).message });
    }
  }
  return failed;
}
