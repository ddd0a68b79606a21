import type { HostPaths } from '../machine/types.ts';
import { bindGenerated } from './mounts.ts';
import { nodeFiles } from './paths.ts';
import type { Syscalls } from './syscalls.ts';

export interface EtcInput {
  readonly nodeName: string;
  readonly address: string | undefined;
  readonly nameservers: readonly string[];
  readonly searchDomains: readonly string[];
  readonly hosts: readonly { readonly address: string; readonly names: readonly string[] }[];
}

/** The files of /etc that depend on the config; everything else there is the image's. Pure. */
export function renderEtc(input: EtcInput): Readonly<Record<'hostname' | 'hosts' | 'resolv.conf', string>> {
  const hosts = [
    '127.0.0.1 localhost',
    '::1 localhost ip6-localhost ip6-loopback',
    ...(input.address === undefined ? [] : [`${input.address} ${input.nodeName}`]),
    ...input.hosts.map(({ address, names }) => `${address} ${names.join(' ')}`),
  ];
  const resolv = [
    ...(input.searchDomains.length > 0 ? [`search ${input.searchDomains.join(' ')}`] : []),
    // resolv.conf(5): glibc reads three and ignores the rest.
    ...input.nameservers.slice(0, 3).map((address) => `nameserver ${address}`),
  ];
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  return { hostname: `${input.nodeName}\n`, hosts: text(hosts), 'resolv.conf': text(resolv) };
}

/** Writes the files below /run and binds each over its place. May be called again when the config changes: the binds stay, the content moves. */
export function applyEtc(syscalls: Syscalls, paths: HostPaths, input: EtcInput): void {
  const directory = nodeFiles(paths).etcDir;
  for (const [name, content] of Object.entries(renderEtc(input))) {
    bindGenerated(syscalls, `${directory}/${name}`, `/etc/${name}`, content);
  }
  syscalls.setHostname(input.nodeName);
}
