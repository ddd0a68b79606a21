import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutFacades } from './build.ts';

test("Node's own modules are taken as they are, types left out, others imported as before", () => {
  const source = [
    "import { once } from 'node:events';",
    'import { type Server, connect as dial,',
    '  createServer,',
    "} from 'node:net';",
    "import * as path from 'node:path/posix';",
    "import process from 'node:process';",
    "import type { Readable } from 'node:stream';",
    "import { stringify } from 'yaml';",
    "const late = await import('node:tls');",
    "const text = `import { x } from 'node:x';`;",
  ].join('\n');
  assert.equal(
    withoutFacades(source),
    [
      "const { once } = globalThis.process.getBuiltinModule('events');",
      "const { connect: dial, createServer } = globalThis.process.getBuiltinModule('net');",
      "const path = globalThis.process.getBuiltinModule('path/posix');",
      "const process = globalThis.process.getBuiltinModule('process');",
      "import type { Readable } from 'node:stream';",
      "import { stringify } from 'yaml';",
      "const late = await import('node:tls');",
      "const text = `import { x } from 'node:x';`;",
    ].join('\n'),
  );
});
