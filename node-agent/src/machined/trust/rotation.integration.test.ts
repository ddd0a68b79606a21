/** The authority of the OS API is replaced on real doors while clients call: nobody is refused before its authority is withdrawn. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EXAMPLE_CONTROL_PLANE, EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { type Clock, systemClock } from '@talos/lib/control/clock.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { Health } from '@talos/lib/rpc/health.ts';
import {
  acceptedAuthorities,
  bundleOf,
  certificatesOf,
  fingerprintOf,
  issuerOf,
} from '@talos/lib/trust/authorities.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { nextStep, type RotationStep } from '@talos/lib/trust/rotation.ts';
import { createOSCA } from '@talos/lib/trust/secrets.ts';
import { type CertAndKey, createCsr, issue } from '@talos/lib/trust/x509.ts';
import { System, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { pino } from 'pino';
import { runApid } from '../../apid/main.ts';
import { startFakeNode } from '../api/fakes.ts';

interface Client {
  ca: string;
  cert: string;
  key: string;
}
interface Node {
  readonly name: string;
  readonly address: string;
  readonly fake: Awaited<ReturnType<typeof startFakeNode>>;
}

/** What an agent does every few seconds it does ten times as often. */
const hasty: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / 10, signal) };
const stop = new AbortController();
const running: Promise<void>[] = [];
let [former, next]: CertAndKey[] = [];
let nodes: readonly Node[] = [];

const clientOf = async (ca: CertAndKey, believed: readonly CertAndKey[], subject: string): Promise<Client> => {
  const { certPem, keyPem } = await issue({ ca, ...osClient({ role: 'os:admin', subject }) });
  return { ca: bundleOf(believed.map(({ cert }) => cert)), cert: certPem, key: keyPem };
};
const open = (node: Node, client: Client) =>
  openChannel({ address: node.address, tls: { ...client, serverName: node.name } });

async function start(documents: NodeDocuments, issuer?: Node): Promise<Node> {
  const { nodeName: name } = documents.system;
  const fake = await startFakeNode(documents, undefined, undefined, async (csrPem, node) => {
    const { trust, call } = issuer!.fake.as('os:join', node, '10.5.0.3');
    return (await trust.issueServer({ csrPem, node }, call)).certificatePem;
  });
  await fake.nodeTrust.ensureApid(stop.signal);
  writeFileSync(join(fake.nodeFiles.apidDir, 'config.json'), '{}');
  const { promise: listening, resolve } = Promise.withResolvers<string>();
  const logger = pino(
    {},
    {
      write(line: string) {
        const { msg, address } = JSON.parse(line) as { readonly msg: string; readonly address: string };
        if (msg === 'listening') resolve(address);
      },
    },
  );
  running.push(
    runApid({
      configPath: join(fake.nodeFiles.apidDir, 'config.json'),
      address: '127.0.0.1:0',
      metricsAddress: '127.0.0.1:0',
      machined: fake.nodeFiles.machinedSocket,
      logger,
      clock: hasty,
      signal: stop.signal,
    }),
  );
  return { name, address: await listening, fake };
}

before(async () => {
  [former, next] = [await createOSCA('demo', Date.now()), await createOSCA('demo', Date.now(), 'next OS CA')];
  const { certPem, keyPem } = await issue({
    ca: former,
    ...osClient({ role: 'os:join', subject: 'example-worker-1' }),
  });
  const control = await start({ ...EXAMPLE_CONTROL_PLANE, trust: { ...EXAMPLE_CONTROL_PLANE.trust, osCA: former } });
  const trust = { ...EXAMPLE_WORKER.trust, osCA: { cert: former.cert }, join: { cert: certPem, key: keyPem } };
  nodes = [control, await start({ ...EXAMPLE_WORKER, trust }, control)];
});
after(async () => {
  stop.abort();
  await Promise.all(running);
  for (const { fake } of nodes) await fake[Symbol.asyncDispose]();
});

async function renew(client: Client): Promise<Client> {
  using channel = open(nodes[0]!, client);
  const { csrPem, keyPem } = await createCsr({ subject: { CN: 'any' } });
  const { certificatePem, caPem } = await createClient(Trust, channel).renewSelf({ csrPem });
  return { ca: caPem, cert: certificatePem, key: keyPem };
}

async function replace(node: Node, self: Client, step: RotationStep): Promise<void> {
  using channel = open(node, self);
  const { trust } = node.fake.config.current();
  const present = acceptedAuthorities(trust);
  const worker = trust.join !== undefined;
  const ordered = [next!.cert, ...present.filter((pem) => fingerprintOf(pem) !== fingerprintOf(next!.cert))];
  const { certPem, keyPem } = await issue({ ca: next!, ...osClient({ role: 'os:join', subject: node.name }) });
  const client = createClient(Trust, channel);
  switch (step.kind) {
    case 'accept':
      return void (await client.replaceAuthorities({ acceptedPem: [...present, next!.cert] }));
    case 'issue':
      return void (await client.replaceAuthorities({
        acceptedPem: ordered,
        ...(worker ? { joinCertificatePem: certPem, joinKeyPem: keyPem } : { issuingKeyPem: next!.key }),
      }));
    case 'serve':
      return void (await client.replaceAuthorities({ acceptedPem: ordered, serve: true }));
    case 'withdraw':
      return void (await client.replaceAuthorities({ acceptedPem: [next!.cert] }));
    default:
      assert.fail(step.kind);
  }
}

/** Calls every node every 50 ms, each time on a new connection, until `until` aborts. Resolves with the number of calls. */
async function keepCalling(client: () => Client, until: AbortSignal): Promise<number> {
  for (let calls = 0; ; ) {
    for (const node of nodes) {
      using channel = open(node, client());
      await createClient(System, channel).version({});
      calls++;
    }
    if (until.aborted) return calls;
    await systemClock.sleep(50, until).catch(() => {});
  }
}

test('clients of either authority are served throughout, those of the former one until it is withdrawn', async () => {
  const target = fingerprintOf(next!.cert);
  let self = await clientOf(former!, [former!], 'ada');
  const old = await clientOf(former!, [former!, next!], 'rita');
  const fresh = await clientOf(next!, [former!, next!], 'nia');
  const [oldUntil, allUntil] = [new AbortController(), new AbortController()];
  const calling: Promise<number>[] = [
    keepCalling(() => self, allUntil.signal),
    keepCalling(() => old, oldUntil.signal),
  ];
  for (const one of calling) one.catch(() => {});

  using oldChannel = open(nodes[0]!, old);
  const watching = createClient(Health, oldChannel).watch({})[Symbol.asyncIterator]();
  await watching.next();
  let lastWord: Promise<unknown> = Promise.resolve();
  let survivor: AsyncIterator<unknown> | undefined;
  const done: string[] = [];
  for (;;) {
    const says = await Promise.all(
      nodes.map(async (node) => {
        using channel = open(node, self);
        return { name: node.name, ...(await createClient(Trust, channel).authorities({})) };
      }),
    );
    const step = nextStep({
      target,
      nodes: says.map(({ name, controlPlane, accepted, server, join: way, current }) => ({
        ...{ name, controlPlane, server, join: way, current },
        accepted: accepted.map(({ fingerprint }) => fingerprint),
      })),
      self: {
        serial: '',
        authority: issuerOf(self.cert, self.ca),
        believes: certificatesOf(self.ca).map((pem) => fingerprintOf(pem)),
      },
      clients: says.flatMap(({ clients }) => clients),
      leaveClients: done.includes('clients') ? ['rita'] : [],
    });
    if (step.kind === 'done') break;
    // A door tells of its callers once a second: at first it has not seen ada with her new certificate.
    const unseen = step.kind === 'clients' && step.clients.some(({ subject }) => subject === 'ada');
    if (step.kind === 'settle' || unseen) {
      await systemClock.sleep(20, stop.signal);
      continue;
    }
    done.push(step.kind);
    if (step.kind === 'learn') {
      calling.push(keepCalling(() => fresh, allUntil.signal));
      self = await renew(self);
    } else if (step.kind === 'renew' || step.kind === 'forget') self = await renew(self);
    else if (step.kind === 'clients') {
      assert.deepEqual(
        step.clients.map(({ subject }) => subject),
        ['rita'],
      );
    } else if ('nodes' in step) {
      if (step.kind === 'withdraw') {
        oldUntil.abort();
        assert.ok((await calling[1]!) > 4);
        const freshChannel = open(nodes[0]!, fresh);
        survivor = createClient(Health, freshChannel).watch({}, { signal: stop.signal })[Symbol.asyncIterator]();
        await survivor.next();
        lastWord = watching.next();
        lastWord.catch(() => {});
      }
      for (const node of nodes) if (step.nodes.includes(node.name)) await replace(node, self, step);
    }
  }
  assert.deepEqual(done, ['accept', 'learn', 'issue', 'issue', 'renew', 'clients', 'serve', 'withdraw', 'forget']);
  await assert.rejects(lastWord, { code: 'UNAUTHENTICATED', reason: 'AUTHORITY_WITHDRAWN' });
  for (const node of nodes) {
    using channel = open(node, old);
    await assert.rejects(createClient(System, channel).version({}), { code: 'UNAVAILABLE' });
  }
  allUntil.abort();
  for (const calls of await Promise.all(calling)) assert.ok(calls > 4);
  assert.equal(self.ca.trim(), next!.cert.trim());
  void survivor?.next().catch(() => {});

  // What is left on the nodes: one authority, no key on the worker, and nothing of a key in what was said or recorded.
  const [control, worker] = nodes.map(({ fake }) => fake.config.current().trust);
  assert.deepEqual([control!.osCA, control!.acceptedOSCAs], [next, undefined]);
  assert.deepEqual(worker!.osCA, { cert: next!.cert });
  assert.equal(issuerOf(worker!.join!.cert, next!.cert), target);
  for (const { fake } of nodes) {
    const told = JSON.stringify([fake.audited(), fake.config.history(), fake.state.events]);
    assert.match(told, /ReplaceAuthorities/);
    for (const key of [next!.key, worker!.join!.key]) assert.ok(!told.includes(key.split('\n')[1]!));
  }
});
