#!/usr/bin/env node
// An installed package carries a bundle that any Node ≥ 22 runs. In a checkout the sources run as they are, which takes the
// Node 24 that is among its dependencies: `npx` finds that one by itself, an older `node` hands over to it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const bundle = new URL('../dist/osctl.mjs', import.meta.url);
const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
if (existsSync(bundle)) {
  await (await import(bundle.href)).main();
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  await (await import('../src/main.ts')).main();
} else {
  const { status, signal, error } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 128 + constants.signals[signal];
}
