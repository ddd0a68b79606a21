/** osctl.v1alpha1.Trust: certificates of the OS API, made where the OS CA's key is; what was done with them. */
import { isIP } from 'node:net';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import { acceptedAuthorities, bundleOf } from '@talos/lib/trust/authorities.ts';
import { OS_CLIENT_LIFETIME_MS, osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { familyOf } from '@talos/lib/trust/serial.ts';
import type { CertificateProfile } from '@talos/lib/trust/x509.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { AuditLog } from '../audit.ts';
import { authoritiesOf, replacedTrust } from '../trust/authorities.ts';
import { readCertificate } from '../trust/certificate.ts';
import { withDenied } from '../trust/denied.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid } from './input.ts';

type Methods = typeof api.Trust.methods;

const MAX_CSR = 16 * 1024;
/** They are held in memory until the last of them is known. */
const MAX_TAIL = 10_000;
/** At least: a client may be away for days. */
const RENEWED_FOR_MS = 7 * 24 * 3_600_000;

export function trustHandlers(
  {
    config,
    clock,
    signer,
    applier,
    nodeTrust,
    clients,
  }: Pick<ApiDeps, 'config' | 'clock' | 'signer' | 'applier' | 'nodeTrust' | 'clients'>,
  auditLog: AuditLog,
): Handlers<Methods> {
  const sign = async (
    csr: string,
    profile: CertificateProfile & { readonly family?: string },
  ): Promise<api.Init<api.CertificateResponse>> => {
    if (csr === '' || csr.length > MAX_CSR)
      throw invalid('csr_pem must be a certificate request in PEM', 'INVALID_CSR');
    const { cluster, trust } = config.current();
    const { cert, key } = trust.osCA;
    if (key === undefined) {
      const message = `this node is a worker and signs nothing; ask a control plane: ${cluster.controlPlanes.join(', ')}`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'NOT_A_CONTROL_PLANE' });
    }
    let certPem: string;
    try {
      ({ certPem } = await signer.issue({ ca: { cert, key }, csr, ...profile, now: clock.now() }));
    } catch (cause) {
      const message = `csr_pem cannot be used: ${cause instanceof TypeError ? cause.message : 'its key is of a kind that is not supported'}`;
      throw new RpcError('INVALID_ARGUMENT', message, { reason: 'INVALID_CSR', cause });
    }
    return {
      certificatePem: certPem,
      caPem: bundleOf(acceptedAuthorities(trust)),
      notAfterMs: readCertificate(certPem).notAfterMs,
    };
  };

  return {
    async issueServer(request, ctx) {
      const { system, cluster } = config.current();
      const { subject, address } = ctx.caller;
      const refuse = (message: string, reason: string) => new RpcError('PERMISSION_DENIED', message, { reason });
      if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(request.node)) {
        throw invalid('node must be a node name: lower-case letters, digits and hyphens');
      }
      if (isIP(address) === 0) throw refuse('the address of the caller is not known', 'PEER_UNKNOWN');
      // A join certificate is good for its own node's name only: what is stolen from one node cannot speak for another.
      if (subject !== request.node) {
        const message = `the certificate of ${JSON.stringify(subject)} cannot be used for the node ${request.node}`;
        throw refuse(message, 'NODE_NAME_MISMATCH');
      }
      if (request.node === system.nodeName || cluster.controlPlanes.includes(address)) {
        throw refuse('certificates of control planes are made by themselves', 'CONTROL_PLANE_NAME');
      }
      return sign(request.csrPem, osServer({ nodeName: request.node, addresses: [address], controlPlane: false }));
    },

    async renewSelf(request, ctx) {
      const { subject, role, serial, lifetimeMs: former } = ctx.caller;
      if (role === '' || subject === '' || serial === '') {
        throw new RpcError('PERMISSION_DENIED', 'the caller has no role to renew', { reason: 'ROLE_TOO_SMALL' });
      }
      // As long again: nobody loses by renewing, however early.
      const lifetimeMs = Math.min(OS_CLIENT_LIFETIME_MS[role], Math.max(RENEWED_FOR_MS, former));
      // Denying the certificate that was shown denies this one, too, however often it is renewed.
      return sign(request.csrPem, { ...osClient({ role, subject, lifetimeMs }), family: familyOf(serial) });
    },

    async authorities(_request, ctx) {
      const { server, state } = nodeTrust.apidFiles();
      return {
        ...authoritiesOf(config.current(), server),
        current: ctx.caller.door === state,
        clients: clients.list(clock.now()),
        startMs: clients.startMs,
      };
    },

    async replaceAuthorities(request, ctx) {
      const { subject, role, authority } = ctx.caller;
      const changed = await applier.replaceTrust({ subject, role }, (documents) => {
        const { server } = authoritiesOf(documents, nodeTrust.apidFiles().server);
        return replacedTrust(documents, request, { server: server ?? '', caller: authority });
      });
      try {
        await nodeTrust.ensureApid(ctx.signal, { serve: request.serve });
      } catch (cause) {
        ctx.signal.throwIfAborted();
        const message = `the authorities are stored, but the node has no serving certificate of the issuing one yet: ${(cause as Error).message}`;
        throw new RpcError('UNAVAILABLE', message, { reason: 'NOT_ISSUED', cause });
      }
      return { changed };
    },

    async deny(request, ctx) {
      const { subject, role, serial } = ctx.caller;
      await applier.replaceTrust({ subject, role }, ({ trust }) => withDenied(trust, request, serial));
      return { denied: config.current().trust.deniedSerials ?? [] };
    },

    async *audit(request, ctx) {
      const tail = count(request.tail, 'tail');
      if (tail > MAX_TAIL) throw invalid(`tail must be ${MAX_TAIL} at most; with 0 and since_ms there is no limit`);
      const { readAudit } = await import('../audit-read.ts');
      const { follow, refusedOnly, sinceMs } = request;
      for await (const { time, ...line } of readAudit(auditLog, { tail, sinceMs, follow, refusedOnly }, ctx.signal)) {
        yield { ...line, timeMs: Date.parse(time) };
      }
    },
  };
}
