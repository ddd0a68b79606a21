/** The check of how nodes resolve names. Pure. */
import type { NameServerAnswer } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Answered, unseen } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

const SAYS: Readonly<Record<string, string>> = {
  'server-failed': 'answers, but cannot find out',
  refused: 'refuses to answer this node',
  unreachable: 'cannot be reached',
  silent: 'does not answer',
};

/** A server that knows of no such name is a good one. */
const isGood = ({ result }: NameServerAnswer): boolean => SAYS[result] === undefined;

export function names(answered: readonly Answered[]): Check {
  const servers = new Set(
    answered.flatMap(({ nameServers }) => (nameServers.seen ? nameServers.value.map(({ server }) => server) : [])),
  );
  return check(
    'name-servers',
    'names are resolved',
    servers.size === 0 ? 'no name server is configured' : `${servers.size} name server${servers.size === 1 ? '' : 's'}`,
    answered.flatMap(({ node, nameServers }): readonly Finding[] => {
      if (!nameServers.seen) return [unseen(node, nameServers)];
      const bad = nameServers.value.filter((one) => !isGood(one));
      if (bad.length === 0) return [];
      const left = nameServers.value.length - bad.length;
      // One that answers without knowing is there; what it lacks is often the way out, which a closed network has not.
      const none = left === 0 && bad.every(({ result }) => result !== 'server-failed');
      const said = bad.map(({ server, result }) => `name server ${server} ${SAYS[result]}`).join(', ');
      const then = none ? 'it resolves no names' : left === 0 ? '' : `${left} other${left === 1 ? ' does' : 's do'}`;
      return [
        {
          state: none ? 'failed' : 'warning',
          node,
          evidence: then === '' ? said : `${said}; ${then}`,
          action: `see who answers: osctl -n ${node} resolve; name another in NetworkConfig: osctl -n ${node} config edit`,
        },
      ];
    }),
  );
}
