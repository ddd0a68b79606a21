/** Does the steps that lib/trust/rotation.ts decides: each from what the nodes say at that moment, so that a cut costs nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf, shortFingerprint } from '@talos/lib/trust/authorities.ts';
import { nextStep, type RotationStep, type SeenClient } from '@talos/lib/trust/rotation.ts';
import type { CertAndKey } from '@talos/lib/trust/x509.ts';
import { type Init, type ReplaceAuthoritiesRequest, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes } from '../client/nodes.ts';
import type { CommandContext } from '../context.ts';
import { joinClient } from '../gen/trust.ts';
import { clean } from '../output/format.ts';
import type { Steps } from '../output/steps.ts';
import { age, duration } from '../output/units.ts';
import { factsOf, type SeenNode, seeNodes } from './observe.ts';
import { renewContext } from './renew.ts';

export interface RotateOptions {
  /** The authority that is to be the only one. */
  readonly next: CertAndKey;
  /** Subjects or serial numbers. */
  readonly leaveClients: readonly string[];
  /** How long clients are waited for, ms. */
  readonly waitMs: number;
  readonly steps: Steps;
}

/** A door looks at its files every few seconds. */
const SETTLE_MS = 30_000;
const LOOK_EVERY_MS = 500;

/**
 * Resolves with the steps that were done, once nothing is left to do.
 *
 * Errors: what stopped it and what to do; all that was done stays, and the same call goes on from there.
 */
export async function rotate(ctx: CommandContext, options: RotateOptions): Promise<readonly RotationStep[]> {
  const target = fingerprintOf(options.next.cert);
  const done: RotationStep[] = [];
  const look = async () => {
    const nodes = await seeNodes(ctx);
    return { nodes, step: nextStep(await factsOf(ctx, nodes, target, options.leaveClients)) };
  };
  for (;;) {
    const { nodes, step } = await look();
    if (step.kind === 'done') return done;
    await options.steps.step(stepText(step), async (note) => {
      if (step.kind === 'settle') await until(ctx, SETTLE_MS, async () => (await look()).step, 'settle');
      else if (step.kind === 'clients') {
        const still = await until(
          ctx,
          options.waitMs,
          async () => (await look()).step,
          'clients',
          (now) => {
            if (now.kind === 'clients') note(now.clients.map(({ subject }) => subject).join(', '));
          },
        );
        if (still?.kind === 'clients') throw new Error(lateText(still.clients, options.waitMs));
      } else await perform(ctx, step, nodes, options.next);
    });
    if (step.kind !== 'settle') done.push(step);
  }
}

/** The step that is still next when the time is over; undefined: it is another one by now. */
async function until(
  ctx: CommandContext,
  limitMs: number,
  look: () => Promise<RotationStep>,
  kind: RotationStep['kind'],
  tell: (step: RotationStep) => void = () => {},
): Promise<RotationStep | undefined> {
  const start = performance.now();
  for (;;) {
    const step = await look();
    if (step.kind !== kind) return undefined;
    tell(step);
    if (performance.now() - start > limitMs) {
      if (kind === 'settle' && 'nodes' in step) {
        throw new Error(
          `${step.nodes.join(', ')}: the change is stored but not in force after ${duration(limitMs)}; is apid well there? (osctl logs apid)`,
        );
      }
      return step;
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: ctx.signal });
  }
}

async function perform(
  ctx: CommandContext,
  step: Exclude<RotationStep, { readonly kind: 'settle' | 'clients' | 'done' }>,
  nodes: readonly SeenNode[],
  next: CertAndKey,
): Promise<void> {
  switch (step.kind) {
    case 'learn':
    case 'renew':
    case 'forget': {
      const controlPlanes = nodes.filter(({ says }) => says.controlPlane).map(({ address }) => address);
      await renewContext(ctx, controlPlanes);
      return;
    }
    case 'accept':
      return replaceOn(ctx, step.nodes, nodes, async ({ says }) => ({
        acceptedPem: [...says.accepted.map(({ certificatePem }) => certificatePem), next.cert],
      }));
    case 'issue':
      return replaceOn(ctx, step.nodes, nodes, async (node) => {
        const join = node.says.join === '' ? undefined : await joinClient(next, node.name);
        return {
          acceptedPem: [next.cert, ...others(node, next)],
          ...(node.says.controlPlane && { issuingKeyPem: next.key }),
          ...(join !== undefined && { joinCertificatePem: join.cert, joinKeyPem: join.key }),
        };
      });
    case 'serve':
      return replaceOn(ctx, step.nodes, nodes, async (node) => ({
        acceptedPem: [next.cert, ...others(node, next)],
        serve: true,
      }));
    case 'withdraw':
      return replaceOn(ctx, step.nodes, nodes, async () => ({ acceptedPem: [next.cert] }));
  }
}

function others({ says }: SeenNode, next: CertAndKey): readonly string[] {
  const target = fingerprintOf(next.cert);
  return says.accepted.filter(({ fingerprint }) => fingerprint !== target).map(({ certificatePem }) => certificatePem);
}

/** Errors: of each node that did not do it; the others have. */
async function replaceOn(
  ctx: CommandContext,
  names: readonly string[],
  seen: readonly SeenNode[],
  request: (node: SeenNode) => Promise<Init<ReplaceAuthoritiesRequest>>,
): Promise<void> {
  const options = { ...ctx.options, nodes: names };
  const results = await askNodes(
    { ...ctx, options },
    async (connection) => {
      const node = seen.find(({ name }) => name === connection.name);
      if (node === undefined) throw new Error('it was not among the nodes that were asked');
      const expected = node.says.accepted.map(({ fingerprint }) => fingerprint);
      return connection.client(Trust).replaceAuthorities({ ...(await request(node)), expected }, connection.unary);
    },
    () => {},
  );
  const failed = results.flatMap((result) =>
    result.ok ? [] : [explain(result.node, result.error, ctx.options.timeoutMs)],
  );
  if (failed.length > 0) throw new Error(`${failed.join('\n  ')}\nwhen that is mended, the same command goes on`);
}

/** As a line of a plan and as progress. */
export function stepText(step: RotationStep): string {
  switch (step.kind) {
    case 'settle':
      return `the doors of ${step.nodes.join(', ')} take it up`;
    case 'accept':
      return `accept the new authority beside the present one: ${step.nodes.join(', ')}`;
    case 'learn':
      return 'let this context believe the new authority, too';
    case 'issue':
      return `issue certificates with the new authority: ${step.nodes.join(', ')}`;
    case 'renew':
      return 'renew the certificate of this context';
    case 'clients':
      return clean(
        `wait for clients that still use the former authority: ${step.clients.map(({ subject, role }) => `${subject} (${role})`).join(', ')}`,
      );
    case 'serve':
      return `serve with certificates of the new authority: ${step.nodes.join(', ')}`;
    case 'withdraw':
      return `withdraw the former authority, which cannot be taken back: ${step.nodes.join(', ')}`;
    case 'forget':
      return 'let this context forget the former authority';
    case 'done':
      return 'nothing is left to do';
  }
}

function lateText(clients: readonly SeenClient[], waitedMs: number): string {
  const lines = clients.map(
    ({ subject, role, serial, lastSeenMs }) =>
      `  ${subject} (${role}), serial ${serial}, last seen ${age(lastSeenMs, Date.now())} ago`,
  );
  return clean(
    `still with certificates of the former authority after ${duration(waitedMs)}, and refused if it were withdrawn:`,
  )
    .concat('\n', lines.map(clean).join('\n'), '\n')
    .concat(
      'renew them with `osctl context renew` where they are (the operator renews itself); then the same command goes on. --leave-clients NAME or SERIAL goes on without one',
    );
}

/** `3f2a9c01b2de  demo OS CA` */
export function authorityText({
  fingerprint,
  subject,
}: {
  readonly fingerprint: string;
  readonly subject: string;
}): string {
  return clean(`${shortFingerprint(fingerprint)}  ${subject}`);
}
