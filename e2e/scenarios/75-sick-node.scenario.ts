/**
 * A node is sick: what is wrong is found and mended with osctl alone. Each story is a runbook, whose commands are typed as they
 * stand; what they print has to lead from the symptom to what mends it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Block } from '@talos/tools/docs/commands.ts';
import { eventually, isReady, type NodeStatus, TestCluster } from '../harness/cluster.ts';
import { VERSION } from '../harness/images.ts';
import { type SmallNode, startSmallNode } from '../harness/small-node.ts';
import type { Names } from '../pages/page.ts';
import { namesOf, typeOn } from '../pages/type.ts';

const PAGE_LIMIT_MS = 120_000;
const MiB = 1024 * 1024;

const cluster = TestCluster.shared();
const NODE = `${cluster.name}-worker-1`;
let names: Names;
/** Comes up beside the other stories. */
let small: Promise<SmallNode>;

before(async () => {
  small = startSmallNode(cluster, 1_400);
  small.catch(() => {});
  names = await namesOf(cluster);
});
after(async () => {
  await (await small.catch(() => undefined))?.remove();
});

const typedHere = ({ mark }: Block): boolean =>
  mark.kind === 'tested-by' && mark.file === 'e2e/scenarios/75-sick-node.scenario.ts';

/** What each command of a runbook printed, in the order of the page. */
async function follow(name: string, elsewhere: { readonly names?: Names; readonly configPath?: string } = {}) {
  const signal = AbortSignal.timeout(PAGE_LIMIT_MS);
  const path = `docs/runbooks/${name}.md`;
  const transcript = await typeOn(cluster, { path, takes: typedHere, names, signal, ...elsewhere });
  const commands = transcript.split(/^\++ \d+: /m).slice(1);
  const of = (start: string): readonly string[] => commands.filter((text) => text.startsWith(start));
  return { of, first: (start: string) => of(start)[0] ?? '', last: (start: string) => of(start).at(-1) ?? '' };
}

const GOOD = /^cluster \S+ (is healthy|works, with warnings|is healthy as far as could be seen)/m;

test('a kubelet does not come up: what it complains of is taken out of its configuration, and it runs', async () => {
  const { first, last } = await follow('sick-node');
  const told = first('osctl health');
  assert.match(told, /✗ \S+-worker-1: kubelet .*it said last: .*reserv/i);
  assert.match(first(`osctl -n ${NODE} logs kubelet`), /reserv/i);
  assert.match(first(`osctl -n ${NODE} config apply`), /systemReserved/);
  assert.match(last('osctl health'), GOOD);
  assert.match(last(`osctl -n ${NODE} service kubelet`), /ACTIVE|active/);
});

test('a kubelet ends again and again: its last words say what is missing, and with that it runs', async () => {
  const { first, last } = await follow('service-ends-again');
  const told = first('osctl health');
  assert.match(told, /✗ \S+-worker-1: kubelet ends again and again, restarted \d+ times.*it said last: .*reserved/);
  assert.match(told, /→ osctl -n \S+-worker-1 logs kubelet .* config rollback/);
  assert.match(first('osctl -n'), /ended with exit code/);
  assert.match(last('osctl health'), GOOD);
  assert.match(last(`osctl -n ${NODE} service kubelet`), /ACTIVE|active/);
});

test('the kubelet is back as it was, which is another policy once more', async () => {
  await eventually('the kubelet', 30_000, async () => {
    const { services } = await cluster.status(NODE);
    return services.some(({ id, health }) => id === 'kubelet' && health === 'HEALTHY');
  });
  await eventually('the node to be Ready', 30_000, async () => isReady(await cluster.node(NODE)));
});

test('a name server is gone: the node says which, and goes back to the one that it had', async () => {
  const { first, last } = await follow('names-not-resolved');
  const told = first('osctl health');
  assert.match(told, /✗ \S+-worker-1: name server 192\.0\.2\.53 .*; it resolves no names/);
  assert.match(told, /→ see who answers: osctl -n \S+-worker-1 resolve/);
  assert.match(first(`osctl -n ${NODE} resolve`), /^192\.0\.2\.53 +(silent|unreachable) /m);
  assert.match(first(`osctl -n ${NODE} config rollback --dry-run`), /^-.*192\.0\.2\.53/m);
  assert.doesNotMatch(last(`osctl -n ${NODE} resolve`), /192\.0\.2\.53/);
  assert.match(last('osctl health'), GOOD);
});

test("a certificate ends soon, a person's and a node's: both are told in time, and made anew", async () => {
  const { first, of, last } = await follow('certificate-ends-soon');
  const told = first('osctl health');
  assert.match(told, /! the certificate of ada \(os:admin\), by which osctl asks, ends in (\d+m)?(\d+s)?/);
  assert.match(told, /→ .*: osctl context renew/);
  const node = of('osctl health')[1] ?? '';
  assert.doesNotMatch(node, /of ada/);
  assert.match(
    node,
    /! \S+-worker-1: its serving certificate ends in (\d+m)?(\d+s)?\n.*osctl -n \S+-worker-1 service restart apid/,
  );
  assert.doesNotMatch(last('osctl health'), /certificate ends in/);
  assert.match(last('osctl health'), GOOD);
});

test('a disk is full: of images that nobody needs, which go', async () => {
  const node = await small;
  await eventually('its containerd', 60_000, async () => {
    const { stdout } = await node.tryOsctl(['-o', 'json', 'status']);
    const [answer] = JSON.parse(stdout) as readonly { readonly result: NodeStatus }[];
    return answer?.result.services.some(({ id, health }) => id === 'containerd' && health === 'HEALTHY');
  });
  const pulled = await node.tryOsctl(['image', 'pull', `osctl.dev/talos:${VERSION.second}`]);
  assert.equal(pulled.status, 0, pulled.stderr);
  await node.fill(30 * MiB);
  const elsewhere = { names: { ...names, cluster: node.name.replace(/-cp-1$/, '') }, configPath: node.configPath };
  const { first, last } = await follow('disk-full', elsewhere);
  const told = first('osctl health');
  assert.match(told, /✗ \S+-cp-1: \/var is 9\d % full, .* left; most is in .*\/var\/lib\/containerd \(/);
  assert.match(told, /→ remove 1 image that nothing runs from .*: osctl -n \S+-cp-1 image gc; .* du \/var --depth 3/);
  assert.match(last(`osctl -n ${node.name} image gc`), /osctl\.dev\/talos/);
  const { stdout } = await node.tryOsctl(['-o', 'json', 'health']);
  const { checks } = JSON.parse(stdout) as { checks: readonly { readonly id: string; readonly state: string }[] };
  assert.equal(checks.find(({ id }) => id === 'disks')?.state, 'ok', last(`osctl -n ${node.name} df`));
});
