#!/usr/bin/env node
// In a checkout the sources run as they are; an installed package carries the bundle.
import { existsSync } from 'node:fs';
const bundle = new URL('../dist/osctl.mjs', import.meta.url);
const { main } = await import(existsSync(bundle) ? bundle.href : '../src/main.ts');
await main();
