import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { OciLayout } from '@talos/lib/oci/layout.ts';
import { silentProgress } from '@talos/tools/progress.ts';
import { type BuiltImage, buildImage } from './build.ts';
import { buildComponentImages, COMPONENT_IMAGE_NAMES } from './components.ts';
import { imageFiles } from './contents.ts';
import { checkImage } from './policy.ts';
import { BUNDLES } from './recipe/components.ts';

const signal = AbortSignal.timeout(900_000);
const progress = silentProgress();
let out: string;
let built: BuiltImage;

before(async () => {
  out = await mkdtemp(join(tmpdir(), 'talos-image-'));
  built = await buildImage({ version: '0.1.0', out, signal, progress });
});

after(() => rm(out, { recursive: true, force: true }));

test('the OS image holds no shell, interpreter, package manager, set-id file or dangling dependency', async () => {
  const files = await imageFiles(await OciLayout.open(out), built.name, signal);
  assert.ok(files.has('usr/bin/node') && files.has('usr/bin/kubelet') && files.has('usr/sbin/runc'));
  assert.deepEqual(checkImage(files, 'amd64'), []);
});

test('every program of the agent is in it, and every image of the cluster is built', async () => {
  const files = await imageFiles(await OciLayout.open(out), built.name, signal);
  for (const [bundle] of BUNDLES) assert.ok(files.has(`usr/lib/talos/${bundle}.mjs`), `${bundle} is missing`);
  const images = await buildComponentImages({ out, signal, progress });
  assert.deepEqual([...images.keys()].sort(), [...COMPONENT_IMAGE_NAMES].sort());
});

test('the components images hold to the same policy', async () => {
  const images = await buildComponentImages({ out, signal, progress });
  const layout = await OciLayout.open(out);
  for (const { ref } of images.values())
    assert.deepEqual(checkImage(await imageFiles(layout, ref, signal), 'amd64'), [], ref);
});

test('the same input gives the same digest, without a cache too', async (t) => {
  const again = await mkdtemp(join(tmpdir(), 'talos-image-'));
  t.after(() => rm(again, { recursive: true, force: true }));
  const second = await buildImage({
    version: '0.1.0',
    out: join(again, 'layout'),
    cache: join(again, 'cache'),
    signal,
    progress,
  });
  assert.equal(second.digest, built.digest);
});

test('two versions share all layers but the last', async () => {
  const other = await buildImage({ version: '0.2.0', out, signal, progress });
  const layout = await OciLayout.open(out);
  const layers = await Promise.all(
    [built.name, other.name].map(async (name) =>
      (await layout.resolve(name, { signal })).manifest.layers.map((layer) => layer.digest),
    ),
  );
  assert.deepEqual(layers[0]!.slice(0, 2), layers[1]!.slice(0, 2));
  assert.notEqual(layers[0]![2], layers[1]![2]);
});

test('the variants differ from the image in the layer with their fault only', async (t) => {
  const layersOf = async (layout: string) =>
    (await (await OciLayout.open(layout)).resolve('osctl.dev/talos:0.1.0', { signal })).manifest.layers.map(
      (l) => l.digest,
    );
  const [base, components, agent] = await layersOf(out);
  for (const variant of ['crash', 'no-kubelet'] as const) {
    const other = await mkdtemp(join(tmpdir(), 'talos-image-'));
    t.after(() => rm(other, { recursive: true, force: true }));
    await buildImage({ version: '0.1.0', variant, out: other, signal, progress });
    const layers = await layersOf(other);
    assert.equal(layers[0], base);
    assert.equal(layers[1] === components, variant !== 'no-kubelet');
    assert.equal(layers[2] === agent, variant !== 'crash');
  }
});

test('the image stays small', () => {
  // Tracked here: whoever goes beyond says in the commit what it is worth.
  assert.ok(built.sizeBytes < 135e6, `${built.sizeBytes} bytes`);
  assert.ok(built.files < 150, `${built.files} files`);
});
