/** Who takes the next connection: pure. */

/** unready: takes connections, but says that it does not want them (an apiserver that starts, stops or has lost its etcd). */
export type Standing = 'ready' | 'unready' | 'dead';

export interface Member {
  /** host:port; an IPv6 host in brackets. */
  readonly address: string;
  readonly standing: Standing;
  readonly connections: number;
}

const ranks = { ready: 1, unready: 2, dead: 3 } as const satisfies Record<Standing, number>;

/**
 * Members in the order in which a new connection tries them: the preferred one if it is ready, the others that are by fewest
 * connections, then the unready, then the dead, since being thought dead is an opinion and refusing everybody a certainty.
 */
export const candidates = (members: readonly Member[], prefer: string | undefined): readonly string[] => {
  const rank = ({ standing, address }: Member): number =>
    standing === 'ready' && address === prefer ? 0 : ranks[standing];
  return members
    .map((member, index) => ({ member, index }))
    .sort((a, b) => rank(a.member) - rank(b.member) || a.member.connections - b.member.connections || a.index - b.index)
    .map(({ member }) => member.address);
};

export const splitAddress = (address: string): { readonly host: string; readonly port: number } => {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(address);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535) throw new Error(`"${address}" is not host:port`);
  return { host: (match[1] ?? match[2]) as string, port };
};

/** One `host:port` a line; empty lines and `#` comments are skipped. Errors: a line that is no address, named. */
export const parseMembers = (text: string): readonly string[] => {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const members = [...new Set(lines.filter((line) => line !== ''))];
  for (const member of members) splitAddress(member);
  return members;
};
