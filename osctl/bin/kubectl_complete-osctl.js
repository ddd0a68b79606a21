#!/usr/bin/env node
// kubectl asks a program of this name to complete `kubectl osctl …`: the same answer, in the same form.
process.argv.splice(2, 0, '__complete');
await import('./osctl.js');
