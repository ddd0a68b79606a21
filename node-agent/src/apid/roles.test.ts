import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLE_CONTROL_PLANE } from '@talos/crds/config/example.ts';
import { ROLES, type Role } from '@talos/lib/rpc/roles.ts';
import { methodPath, type ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue } from '@talos/lib/trust/x509.ts';
import * as health from '@talos/proto/gen/grpc/health.ts';
import * as reflection from '@talos/proto/gen/grpc/reflection.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { dial, type Outcome, send } from '../hostile/wire.testing.ts';
import { type FakeNode, fakeEtcd, startFakeNode } from '../machined/api/fakes.ts';
import { Door } from './door.ts';
import { knownMethods, mayCall, rolesFor } from './roles.ts';

const HOUR_MS = 3_600_000;
/** Below what the door allows to one certificate. */
const AT_ONCE = 16;

function methodsOf(module: object): string[] {
  return Object.values(module)
    .filter((value): value is ServiceDescriptor => typeof value === 'object' && value !== null && 'methods' in value)
    .flatMap((service) => Object.values(service.methods).map((method) => methodPath(service, method)));
}

describe('the access table', () => {
  it('has a row for every method that is served, and none for anything else', () => {
    const served = [...methodsOf(api), ...methodsOf(health), ...methodsOf(reflection)];
    assert.ok(served.length > 30);
    assert.deepEqual([...knownMethods()].sort(), served.sort());
  });

  it('lets each role do what it is for', () => {
    const allowed = (role: Role | '') => knownMethods().filter((method) => mayCall(role, method) === 'allowed');
    const open = methodsOf(health).concat(methodsOf(reflection));
    assert.deepEqual(allowed(''), open);
    assert.deepEqual(allowed('os:join'), ['/osctl.v1alpha1.Trust/IssueServer', ...open]);
    assert.deepEqual(allowed('os:etcd:backup'), [
      '/osctl.v1alpha1.Etcd/Status',
      '/osctl.v1alpha1.Etcd/Members',
      '/osctl.v1alpha1.Etcd/Snapshot',
      '/osctl.v1alpha1.Trust/RenewSelf',
      ...open,
    ]);
    const [admin, operator, reader] = (['os:admin', 'os:operator', 'os:reader'] as const).map(
      (role) => new Set(allowed(role)),
    );
    assert.ok(reader!.isSubsetOf(operator!) && operator!.isSubsetOf(admin!));
    assert.deepEqual(
      [...admin!.difference(operator!)],
      [
        '/osctl.v1alpha1.Trace/Debug',
        '/osctl.v1alpha1.Lifecycle/Shutdown',
        '/osctl.v1alpha1.Lifecycle/PlanReset',
        '/osctl.v1alpha1.Lifecycle/Reset',
        '/osctl.v1alpha1.Lifecycle/WipeDisk',
        '/osctl.v1alpha1.Etcd/Bootstrap',
        '/osctl.v1alpha1.Etcd/Snapshot',
        '/osctl.v1alpha1.Kubernetes/Kubeconfig',
        '/osctl.v1alpha1.Trust/ReplaceAuthorities',
        '/osctl.v1alpha1.Trust/Deny',
      ],
    );
    assert.deepEqual(
      [...operator!.difference(reader!)],
      [
        '/osctl.v1alpha1.Services/Start',
        '/osctl.v1alpha1.Services/Stop',
        '/osctl.v1alpha1.Services/Restart',
        '/osctl.v1alpha1.Containers/Restart',
        '/osctl.v1alpha1.Images/Pull',
        '/osctl.v1alpha1.Images/Remove',
        '/osctl.v1alpha1.Images/Collect',
        '/osctl.v1alpha1.Trace/Capture',
        '/osctl.v1alpha1.Trace/Profile',
        '/osctl.v1alpha1.Lifecycle/Prepare',
        '/osctl.v1alpha1.Lifecycle/Upgrade',
        '/osctl.v1alpha1.Lifecycle/Confirm',
        '/osctl.v1alpha1.Lifecycle/Rollback',
        '/osctl.v1alpha1.Lifecycle/Reboot',
        '/osctl.v1alpha1.Config/Apply',
        '/osctl.v1alpha1.Config/Keep',
        '/osctl.v1alpha1.Config/Rollback',
        '/osctl.v1alpha1.Config/Digest',
        '/osctl.v1alpha1.Etcd/SnapshotToDisk',
        '/osctl.v1alpha1.Etcd/MoveLeader',
      ],
    );
  });

  it('denies what it does not know to everybody', () => {
    for (const method of [
      '/osctl.internal.v1.Audit/Record',
      '/osctl.v1alpha1.System/Version/',
      '',
      'constructor',
      '/osctl.v1alpha1.system/Version',
    ]) {
      for (const role of ROLES) assert.equal(mayCall(role, method), 'METHOD_UNKNOWN', method);
    }
  });
});

/** Organizations of certificates that our authority signed; a role of ours is in none of the last, or in one too many. */
const CALLERS: readonly (readonly [role: Role | '', organizations: readonly string[]])[] = [
  ...ROLES.map((role) => [role, [role]] as const),
  ['', []],
  ['', ['os:root', 'system:masters']],
  ['', ['os:reader', 'os:admin']],
];

/** Through a door and a machined with all of its handlers and records, over a machine that is made up. */
describe('every role at every method, over TLS', () => {
  let node: FakeNode;
  let ca: CertAndKey;

  before(async () => {
    node = await startFakeNode(EXAMPLE_CONTROL_PLANE, fakeEtcd(1024));
    ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
  });
  after(() => node[Symbol.asyncDispose]());

  for (const [role, organizations] of CALLERS) {
    const subject = organizations.join(' and ') || 'nobody';
    it(`${subject} is let through or refused as the table says, and each refusal is on record`, async () => {
      const before = node.audited().length;
      const outcomes = await callAll(subject, organizations);
      const refused = knownMethods().filter((method) => mayCall(role, method) !== 'allowed');
      assert.ok(refused.length > 0);
      assert.deepEqual(
        knownMethods().filter((method) => outcomes.get(method)?.reason === 'ROLE_TOO_SMALL'),
        refused,
      );
      for (const method of refused) {
        const { code, message } = outcomes.get(method)!;
        const sentence = `${method} needs role ${rolesFor(method)}; this certificate (${subject}) has ${role || 'none'}`;
        assert.deepEqual([code, message], ['PERMISSION_DENIED', sentence]);
      }
      assert.deepEqual(
        node
          .audited()
          .slice(before)
          .filter(({ reason }) => reason === 'ROLE_TOO_SMALL')
          .map(({ method, role: as, subject: who, result }) => [method, as, who, result])
          .sort(),
        refused.map((method) => [method, role, subject, 'REFUSED']).sort(),
      );
    });
  }

  /** One call of each method of the table, with an empty message; the door has told machined of all refusals then. */
  async function callAll(subject: string, organizations: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
    const own = await issue({ ca, ...osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: true }) });
    const door = new Door({
      tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem },
      config: { members: [], deniedFamilies: [] },
      machined: node.nodeFiles.machinedSocket,
    });
    const profile = { ...osClient({ role: 'os:reader', subject }), subject: { CN: subject, O: [...organizations] } };
    const { certPem, keyPem } = await issue({ ca, ...profile, lifetimeMs: HOUR_MS / 2 });
    const port = Number((await door.listen('127.0.0.1:0')).split(':')[1]);
    const session = dial(port, { ca: ca.cert, cert: certPem, key: keyPem });
    try {
      const outcomes = new Map<string, Outcome>();
      const queue = knownMethods().values();
      const caller = async () => {
        // What is let through and goes on for ever ends by its deadline.
        for (const method of queue)
          outcomes.set(method, await send(session, method, [Buffer.alloc(5)], { 'grpc-timeout': '100m' }));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, caller));
      return outcomes;
    } finally {
      session.destroy();
      await door.close();
    }
  }
});
