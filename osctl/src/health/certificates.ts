/** The check of certificates: osctl's own, and all that nodes hold. Pure. */
import { duration } from '../output/units.ts';
import type { Answered, HealthFacts, HeldCertificate, Lifetime } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

/** A certificate renews itself at half of its life: this close to its end something keeps it from doing so. */
const LIFE_WARNING = 0.2;

export function certificates(facts: HealthFacts, answered: readonly Answered[]): Check {
  const { client, nowMs } = facts;
  const own = ending(client, nowMs);
  const findings: Finding[] = [];
  if (own !== undefined) {
    findings.push({
      ...own,
      evidence: `the certificate of ${client.subject} (${client.role}), by which osctl asks, ${own.evidence}`,
      action: 'the cluster makes a new one as long as this one is good: osctl context renew',
    });
  }
  const ends = [client.notAfterMs];
  for (const { node, certificate, certificates } of answered) {
    const held = certificates.filter(inUse);
    ends.push(...(certificate === undefined ? [] : [certificate.notAfterMs]), ...held.map((one) => one.notAfterMs));
    const serving = certificate && ending(certificate, nowMs);
    if (serving !== undefined) findings.push(renewal(node, 'its serving certificate', 'apid', serving));
    for (const one of held) {
      const end = ending(one, nowMs);
      // apid's is the one that was met, and told of, already.
      if (end === undefined || (isServing(one) && serving !== undefined)) continue;
      findings.push(renewal(node, one.id.replace(/\.(crt|pem)$/, ''), renewedBy(one), end));
    }
  }
  findings.push(...authorities(answered, nowMs));
  return check(
    'certificates',
    'certificates last',
    `the first ends in ${duration(Math.min(...ends) - nowMs)}`,
    findings,
  );
}

/** Nodes hold copies of the same few: each is told once. */
function authorities(answered: readonly Answered[], nowMs: number): readonly Finding[] {
  const all = answered.flatMap(({ certificates }) => certificates.filter(({ isCA }) => isCA));
  const each = new Map(all.map((one) => [one.serial, one]));
  return [...each.values()].flatMap((one): readonly Finding[] => {
    const end = ending(one, nowMs);
    if (end === undefined) return [];
    return [
      {
        ...end,
        evidence: `the authority ${one.subject} ${end.evidence}`,
        action:
          'everything that it has signed ends with it: plan its replacement (docs/reference/certificates.md); the OS CA: osctl rotate-ca --dry-run',
      },
    ];
  });
}

function renewal(node: string, what: string, service: string, end: NonNullable<ReturnType<typeof ending>>): Finding {
  return {
    ...end,
    node,
    evidence: `${what} ${end.evidence}`,
    action: `it should have been renewed long ago; at once: osctl -n ${node} service restart ${service}; why it was not: osctl -n ${node} logs ${service === 'kubelet' ? 'kubelet' : 'machined'} --tail 200`,
  };
}

/** A kubelet keeps those that it had before; a link names the present one. apid reads copies of machined's. */
function inUse({ id, isCA }: HeldCertificate): boolean {
  return !isCA && (id.startsWith('pki/') || /^kubelet\/.*-current\.pem$/.test(id));
}

const isServing = ({ id }: HeldCertificate): boolean => id.startsWith('pki/apid/');

/** Whose start has it made anew. */
function renewedBy({ id }: HeldCertificate): string {
  if (isServing({ id } as HeldCertificate)) return 'apid';
  if (id.startsWith('kubelet/') || id.startsWith('pki/kubelet/')) return 'kubelet';
  return id.startsWith('pki/kubernetes/') ? 'control-plane' : 'etcd';
}

function ending(life: Lifetime, nowMs: number): Pick<Finding, 'state' | 'evidence'> | undefined {
  const left = life.notAfterMs - nowMs;
  if (left <= 0) return { state: 'failed', evidence: `ended ${duration(-left)} ago` };
  if (left > (life.notAfterMs - life.notBeforeMs) * LIFE_WARNING) return undefined;
  return { state: 'warning', evidence: `ends in ${duration(left)}` };
}
