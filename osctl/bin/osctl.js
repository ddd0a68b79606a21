#!/usr/bin/env node
// In a checkout the sources run as they are, which takes the Node 24 that is among its dependencies: `npx` finds that one by
// itself, an older `node` hands over to it. An installed package has no sources but a bundle, which Node ≥ 22.19 runs.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const sources = new URL('../src/main.ts', import.meta.url);
const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (existsSync(sources)) {
  if (major >= 24) {
    nodeModule.enableCompileCache?.();
    await (await import(sources.href)).main();
  } else {
    const { spawnSync } = await import('node:child_process');
    const { status, signal, error } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    if (error) throw error;
    process.exitCode = status ?? 128 + constants.signals[signal];
  }
} else if (major > 22 || (major === 22 && minor >= 19)) {
  nodeModule.enableCompileCache?.();
  await (await import(new URL('../dist/osctl.mjs', import.meta.url).href)).main();
} else {
  process.stderr.write(`osctl: needs Node 22.19 or later, this is ${process.versions.node}\n`);
  process.exitCode = 2;
}
