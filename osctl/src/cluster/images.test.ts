import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { componentImages, findImages, pickImage } from './images.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

async function layout(directory: string, images: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifests = Object.entries(images).map(([name, value]) => ({
    digest: value,
    annotations: { 'org.opencontainers.image.ref.name': name },
  }));
  await writeFile(join(directory, 'index.json'), JSON.stringify({ manifests }));
}

test('images are found in layouts at a directory and one level below it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'osctl-images-'));
  try {
    await assert.rejects(findImages(directory), /holds no OCI layout; make the images with `npm run image/);
    await assert.rejects(findImages(join(directory, 'none')), /cannot read the images/);
    await layout(join(directory, 'os'), {
      'osctl.dev/talos:1.0.0': digest('a'),
      'osctl.dev/talos:1.1.0': digest('b'),
    });
    await layout(directory, { 'osctl.dev/operator:0.1.0': digest('c'), 'no-tag': digest('d') });
    const images = await findImages(directory);
    assert.deepEqual(images.map((image) => `${image.repository}:${image.tag}`).sort(), [
      'osctl.dev/operator:0.1.0',
      'osctl.dev/talos:1.0.0',
      'osctl.dev/talos:1.1.0',
    ]);
    assert.equal(pickImage(images, 'osctl.dev/talos:1.1.0').digest, digest('b'));
    assert.throws(() => pickImage(images, 'osctl.dev/talos'), /several images.*1\.0\.0, 1\.1\.0/);
    assert.throws(() => pickImage(images, 'osctl.dev/talos:2'), /no image osctl\.dev\/talos:2; there are: .*operator/);
    assert.deepEqual(componentImages(images), { operator: `osctl.dev/operator@${digest('c')}` });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
