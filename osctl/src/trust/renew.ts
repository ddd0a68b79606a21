/** A context's certificate made anew by the cluster itself, for the same subject and role; with it comes whom to believe. */
import { X509Certificate } from 'node:crypto';
import { certificatesOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import { Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes } from '../client/nodes.ts';
import type { Context } from '../config/file.ts';
import type { CommandContext } from '../context.ts';

export interface Renewed {
  /** Of the context. */
  readonly name: string;
  readonly context: Context;
}

/** Whom to ask. */
export function renewersOf({ endpoints, members }: Context): readonly string[] {
  return endpoints.length > 0 ? endpoints : Object.values(members);
}

/**
 * Asks control planes one after the other until one signs. Stored whole before it is used; what else the file holds stays.
 *
 * @param controlPlanes names or addresses
 * Errors: what each of them answered; the context is as it was then.
 */
export async function renewContext(ctx: CommandContext, controlPlanes: readonly string[]): Promise<Renewed> {
  const { onDue: _, ...quiet } = ctx; // it is renewed here already
  const { name, context } = await ctx.config.context(ctx.options.context);
  const { createCsr } = await import('@talos/lib/trust/x509.ts');
  const { subject } = new X509Certificate(context.certificate);
  const { csrPem, keyPem } = await createCsr({ subject: { CN: 'osctl' } });
  const failures: string[] = [];
  for (const asked of controlPlanes) {
    const options = { ...ctx.options, nodes: [asked] };
    const [result] = await askNodes(
      { ...quiet, options },
      (node) => node.client(Trust).renewSelf({ csrPem }, node.unary),
      () => {},
    );
    if (result === undefined) continue;
    if (!result.ok) {
      failures.push(explain(result.node, result.error, ctx.options.timeoutMs));
      continue;
    }
    const { certificatePem, caPem } = result.value;
    const certificate = new X509Certificate(certificatePem);
    if (
      certificate.subject !== subject ||
      certificatesOf(caPem).length === 0 ||
      issuerOf(certificatePem, caPem) === ''
    ) {
      failures.push(`node ${result.node.name}: it signed a certificate that is not what was asked for`);
      continue;
    }
    const renewed: Context = { ...context, ca: caPem, certificate: certificatePem, key: keyPem };
    await ctx.config.update((data) => ({ ...data, contexts: { ...data.contexts, [name]: renewed } }));
    return { name, context: renewed };
  }
  throw new Error(
    failures.length === 0
      ? `context ${name} names no control plane that could renew it`
      : `the certificate of context ${name} is not renewed: ${failures.join('; ')}`,
  );
}
