#!/usr/bin/env node
/**
 * osctl as it is, which also leaves a line of what was typed and how it ended in the file that TALOS_E2E_TYPED names: so that the
 * last story can tell which command nobody has run.
 */
import { appendFileSync } from 'node:fs';

const file = process.env['TALOS_E2E_TYPED'];
if (file !== undefined) {
  process.on('exit', (status) => {
    appendFileSync(file, `${JSON.stringify({ argv: process.argv.slice(2), status })}\n`);
  });
}
await import(import.meta.resolve('osctl/bin/osctl.js'));
