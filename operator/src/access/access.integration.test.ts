import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type ControlPlane, startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { apply, create, get } from '@talos/lib/kube/apply.ts';
import { createEventRecorder, type EventRecorder } from '@talos/lib/kube/events.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { list } from '@talos/lib/kube/list.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import {
  CERTIFICATE_SIGNING_REQUESTS,
  type CertificateSigningRequest,
  EVENTS,
  NAMESPACES,
  NODES,
  type Node,
  SECRETS,
} from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { watch } from '@talos/lib/kube/watch.ts';
import { BOOTSTRAP_GROUP, bootstrapGroupOf } from '@talos/lib/trust/bootstrap.ts';
import { createCsr } from '@talos/lib/trust/x509.ts';
import pino from 'pino';
import { parseAllDocuments } from 'yaml';
import { FakeAgent, TestTrust } from '../nodes/fake-agent.testing.ts';
import { type Agents, type ClientIdentity, createAgents } from '../nodes/index.ts';
import { CONTROL_PLANE_LABEL, runControlPlaneLabeller } from './control-plane-label.ts';
import { CLIENT_SECRET, loadIdentity, renew } from './identity.ts';
import { runKubeletCsrApprover } from './kubelet-csr.ts';
import { KUBELET_CLIENT_SIGNER } from './kubelet-csr-policy.ts';

const rbac = (kind: string, plural: string, namespaced: boolean) =>
  defineResource({ group: 'rbac.authorization.k8s.io', version: 'v1', kind, plural, namespaced });
const KINDS = [
  rbac('ClusterRole', 'clusterroles', false),
  rbac('ClusterRoleBinding', 'clusterrolebindings', false),
  rbac('Role', 'roles', true),
  rbac('RoleBinding', 'rolebindings', true),
  defineResource({ group: '', version: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts', namespaced: true }),
];

describe('access on a real apiserver, with the rights of deploy/base', () => {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(120_000)]);
  const clock = systemClock;
  const logger = pino({ level: 'silent' });
  let plane: ControlPlane;
  let operator: Transport;
  let events: EventRecorder;
  let agents: Agents;
  let fakes: FakeAgent[];
  let nodes: readonly { name: string; uid: string; address: string }[];
  let running: Promise<unknown>;
  let agentIdentity: ClientIdentity;

  /** As system:masters, on behalf of somebody. */
  async function as(user: string, group: string): Promise<Transport> {
    const access = await kubeconfigAccess({ text: plane.kubeconfig });
    return createTransport({
      userAgent: 'talos-test',
      access: {
        ...access,
        server: access.server,
        namespace: access.namespace,
        async credentials() {
          const { headers, ...rest } = await access.credentials();
          return { ...rest, headers: { ...headers, 'impersonate-user': user, 'impersonate-group': group } };
        },
      },
    });
  }

  /** As whoever shows that bootstrap token. */
  async function withToken(token: string): Promise<Transport> {
    const access = await kubeconfigAccess({ text: plane.kubeconfig });
    return createTransport({
      userAgent: 'talos-test',
      access: {
        ...access,
        server: access.server,
        namespace: access.namespace,
        async credentials() {
          const { ca } = (await access.credentials()).tls;
          return { headers: { authorization: `Bearer ${token}` }, tls: { ...(ca && { ca }) } };
        },
      },
    });
  }

  before(async () => {
    plane = await startControlPlane({ signal, apiserverArgs: ['--enable-bootstrap-token-auth=true'] });
    const options = { signal, fieldManager: 'test' };
    await apply(plane.transport, NAMESPACES, { metadata: { name: 'talos-system' } }, options);
    const manifests = await readFile(new URL('../../../deploy/base/rbac.yaml', import.meta.url), 'utf8');
    for (const document of parseAllDocuments(manifests)) {
      const object = document.toJS() as KubeObject;
      await apply(plane.transport, KINDS.find(({ kind }) => kind === object.kind)!, object, options);
    }
    operator = await as('system:serviceaccount:talos-system:talos-operator', 'system:serviceaccounts:talos-system');
    events = createEventRecorder({
      transport: operator,
      clock,
      logger,
      signal,
      reportingController: 'osctl.dev/talos-operator',
      reportingInstance: 'test',
    });

    const trust = await TestTrust.create();
    agentIdentity = await trust.client();
    const plane1 = await new FakeAgent({ trust, name: 'cp-1', controlPlane: true, listen: '127.0.0.1:0' }).start();
    const worker1 = new FakeAgent({ trust, name: 'worker-1', listen: `127.0.0.2:${plane1.port}` });
    fakes = [plane1, worker1];
    agents = createAgents({ identity: { current: () => agentIdentity }, clock, logger, signal, port: plane1.port });
    const made: { name: string; uid: string; address: string }[] = [];
    for (const [index, name] of ['cp-1', 'worker-1'].entries()) {
      const node = await create(plane.transport, NODES, { metadata: { name } }, { signal });
      made.push({ name, uid: node.metadata.uid!, address: `127.0.0.${index + 1}` });
    }
    nodes = made;
    const store = new Store<Node>({ type: NODES });
    running = Promise.allSettled([
      agents.stopped,
      store.run(operator, { clock, logger, signal }),
      runKubeletCsrApprover({ agents, transport: operator, events, clock, logger }, signal),
      runControlPlaneLabeller({ nodes: store, agents, transport: operator, clock, logger }, signal),
    ]);
  });

  after(async () => {
    stop.abort();
    await running;
    operator?.close();
    await Promise.all((fakes ?? []).map((agent) => agent.stop()));
    await plane?.stop();
  });

  async function ask(
    name: string,
    by: { user: string; group: string } | { token: string },
    overrides: Partial<Parameters<typeof createCsr>[0]> = {},
    signerName = 'kubernetes.io/kubelet-serving',
    usage = 'server auth',
  ): Promise<void> {
    const { csrPem } = await createCsr({
      subject: { CN: 'system:node:worker-1', O: ['system:nodes'] },
      dnsNames: ['worker-1'],
      ipAddresses: ['127.0.0.2'],
      algorithm: 'ecdsa-p256',
      ...overrides,
    });
    const transport = 'token' in by ? await withToken(by.token) : await as(by.user, by.group);
    try {
      await create(
        transport,
        CERTIFICATE_SIGNING_REQUESTS,
        {
          metadata: { name },
          spec: {
            signerName,
            usages: ['digital signature', usage],
            request: Buffer.from(csrPem).toString('base64'),
          },
        },
        { signal },
      );
    } finally {
      transport.close();
    }
  }

  const kubelet = { user: 'system:node:worker-1', group: 'system:nodes' };
  const conditions = async (name: string) =>
    ((await get(plane.transport, CERTIFICATE_SIGNING_REQUESTS, { name }, { signal })).status?.conditions ?? []).map(
      ({ type, reason }) => [type, reason],
    );

  /** Until a watch shows an object of which it is true. */
  async function seen<T extends KubeObject>(
    type: Parameters<typeof watch<T>>[1],
    matches: (object: T) => boolean,
  ): Promise<T> {
    for await (const event of watch<T>(plane.transport, type, { clock, signal })) {
      const objects = event.kind === 'init' ? event.objects : event.kind === 'apply' ? [event.object] : [];
      const found = objects.find(matches);
      if (found !== undefined) return found;
    }
    throw new Error('the watch has ended');
  }

  it('labels the control plane by its certificate, and no other node', async () => {
    await fakes[1]!.start();
    agents.sync(nodes);
    const labelled = await seen<Node>(NODES, ({ metadata }) => metadata.labels?.[CONTROL_PLANE_LABEL] === '');
    assert.equal(labelled.metadata.name, 'cp-1');
    const worker = await get(plane.transport, NODES, { name: 'worker-1' }, { signal });
    assert.equal(worker.metadata.labels?.[CONTROL_PLANE_LABEL], undefined);
    await fakes[1]!.stop();
  });

  it('renews its certificate at a control plane and may store it', async () => {
    const first = agentIdentity;
    const encoded = (text: string) => Buffer.from(text).toString('base64');
    const at = { namespace: 'talos-system', name: CLIENT_SECRET };
    const data = { 'ca.crt': encoded(first.ca), 'tls.crt': encoded(first.cert), 'tls.key': encoded(first.key) };
    await create(plane.transport, SECRETS, { metadata: at, data }, { signal });
    const directory = await mkdtemp(join(tmpdir(), 'access-'));
    try {
      for (const [name, text] of [
        ['ca.crt', first.ca],
        ['tls.crt', first.cert],
        ['tls.key', first.key],
      ] as const) {
        await writeFile(join(directory, name), text);
      }
      const identity = await loadIdentity({ directory, clock, logger, signal });
      await renew({ identity, agents, transport: operator, namespace: 'talos-system', clock, logger }, signal);
      const stored = await get(plane.transport, SECRETS, at, { signal });
      assert.notEqual(identity.current().cert, first.cert);
      assert.deepEqual(stored.data, {
        'ca.crt': encoded(first.ca),
        'tls.crt': encoded(identity.current().cert),
        'tls.key': encoded(identity.current().key),
      });
      agentIdentity = identity.current();
      await agents.moveEtcdLeader({ node: 'cp-1', signal });
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('approves a kubelet’s request once its agent answers, and leaves hostile ones alone', async () => {
    agents.refresh('worker-1');
    while (agents.connection('worker-1')?.reachable !== false) {
      await new Promise<void>((resolve) => {
        const forget = agents.onChange(() => {
          forget();
          resolve();
        });
      });
    }
    await ask('early', kubelet);
    await ask('foreign-address', kubelet, { ipAddresses: ['127.0.0.1'] });
    await ask('foreign-name', kubelet, { dnsNames: ['worker-1', 'kubernetes'] });
    await ask('person', { user: 'ann', group: 'system:masters' });
    await ask('other-node', { user: 'system:node:cp-1', group: 'system:nodes' });
    const told = (name: string, reason: string) =>
      seen(EVENTS, (event) => event.regarding?.name === name && event.reason === reason);
    await told('early', 'AgentNotReached');
    await told('foreign-name', 'ForeignName');
    await told('person', 'NotANode');
    await told('other-node', 'WrongSubject');
    assert.deepEqual(await conditions('early'), []);

    await fakes[1]!.start();
    // the channel's back-off runs meanwhile
    const again = setInterval(() => agents.refresh('worker-1'), 50);
    try {
      await seen<CertificateSigningRequest>(
        CERTIFICATE_SIGNING_REQUESTS,
        ({ metadata, status }) => metadata.name === 'early' && (status?.conditions?.length ?? 0) > 0,
      );
    } finally {
      clearInterval(again);
    }
    assert.deepEqual(await conditions('early'), [['Approved', 'AgentVerified']]);
    await told('foreign-address', 'AddressNotVerified');
    await events.flush();
    for (const name of ['foreign-address', 'foreign-name', 'person', 'other-node']) {
      assert.deepEqual(await conditions(name), [], name);
    }
    assert.equal((await list(plane.transport, CERTIFICATE_SIGNING_REQUESTS, { signal })).length, 5);
  });

  it('lets a kubelet join by the token of its node, under that name and no other', async () => {
    const options = { signal, fieldManager: 'test' };
    await apply(plane.transport, NAMESPACES, { metadata: { name: 'kube-system' } }, options);
    for (const [id, groups] of [
      ['worker', `${BOOTSTRAP_GROUP},${bootstrapGroupOf('worker-2')}`],
      ['shared', BOOTSTRAP_GROUP],
    ] as const) {
      const stringData = {
        'token-id': id,
        'token-secret': '0123456789abcdef',
        'usage-bootstrap-authentication': 'true',
        'auth-extra-groups': groups,
      };
      const metadata = { name: `bootstrap-token-${id}`, namespace: 'kube-system' };
      await create(plane.transport, SECRETS, { metadata, type: 'bootstrap.kubernetes.io/token', stringData }, options);
    }
    await apply(
      plane.transport,
      KINDS.find(({ kind }) => kind === 'ClusterRoleBinding')!,
      {
        metadata: { name: 'bootstrappers' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:node-bootstrapper' },
        subjects: [{ kind: 'Group', name: BOOTSTRAP_GROUP, apiGroup: 'rbac.authorization.k8s.io' }],
      } as KubeObject,
      options,
    );
    const askFirst = (name: string, id: string, node: string) =>
      ask(
        name,
        { token: `${id}.0123456789abcdef` },
        { subject: { CN: `system:node:${node}`, O: ['system:nodes'] }, dnsNames: [], ipAddresses: [] },
        KUBELET_CLIENT_SIGNER,
        'client auth',
      );
    await askFirst('stolen-cp-1', 'worker', 'cp-1');
    await askFirst('stolen-worker-1', 'worker', 'worker-1');
    await askFirst('shared-worker-2', 'shared', 'worker-2');
    await askFirst('own', 'worker', 'worker-2');
    await seen<CertificateSigningRequest>(
      CERTIFICATE_SIGNING_REQUESTS,
      ({ metadata, status }) => metadata.name === 'own' && (status?.conditions?.length ?? 0) > 0,
    );
    assert.deepEqual(await conditions('own'), [['Approved', 'TokenOfNode']]);
    const told = (name: string, reason: string) =>
      seen(EVENTS, (event) => event.regarding?.name === name && event.reason === reason);
    await told('stolen-cp-1', 'WrongSubject');
    await told('stolen-worker-1', 'WrongSubject');
    await told('shared-worker-2', 'NotANode');
    for (const name of ['stolen-cp-1', 'stolen-worker-1', 'shared-worker-2']) {
      assert.deepEqual(await conditions(name), [], name);
    }
  });
});
