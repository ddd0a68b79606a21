import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { badLayers } from './bad-input.testing.ts';
import { readCorpus } from './corpus.ts';
import { generateCrds, kinds } from './generate.ts';
import { machine } from './machine.ts';
import { nodeConfig } from './nodeconfig.ts';
import { nodePool } from './nodepool.ts';
import { validateObject } from './validate.ts';

const corpus = await readCorpus();

for (const entry of corpus) {
  test(`${entry.file}: ${entry.name} is ${entry.refused === undefined ? 'taken' : `refused for ${entry.refused}`}`, () => {
    const errors = validateObject(entry.object, entry.old);
    if (entry.refused === undefined) assert.deepEqual(errors, []);
    else {
      assert.notEqual(errors.length, 0, 'it was taken');
      const field = entry.refused;
      // the field itself, or what is in it
      const inside = [`${field}.`, `${field}[`];
      assert.ok(
        errors.some(({ path }) => path === field || inside.some((start) => path.startsWith(start))),
        `no error is about ${field}: ${JSON.stringify(errors)}`,
      );
    }
  });
}

test('the corpus has good and bad objects of every kind', () => {
  for (const kind of kinds) {
    const own = corpus.filter((entry) => entry.object['kind'] === kind.kind);
    assert.ok(own.some((entry) => entry.refused === undefined) && own.some((entry) => entry.refused !== undefined));
  }
});

test('every rule refuses something in the corpus', () => {
  const refused = new Set(
    corpus.flatMap((entry) =>
      validateObject(entry.object, entry.old).map((error) => `${error.path}: ${error.message}`),
    ),
  );
  for (const rule of kinds.flatMap((kind) => kind.rules)) {
    const path = [...rule.at.split('/').slice(1), rule.field].join('.');
    assert.ok(refused.has(`${path}: ${rule.message}`), `nothing is refused by ${path}`);
  }
});

test('every field of a layer refuses what it can not be, by its name', () => {
  const taken: string[] = [];
  for (const kind of [machine, nodeConfig, nodePool]) {
    const rows = badLayers(kind.kind as 'Machine' | 'NodeConfig' | 'NodePool', JSON.parse(JSON.stringify(kind.spec)));
    assert.ok(rows.length > 150, `${rows.length} rows`);
    for (const { field, what, object, apiserverOnly } of rows) {
      const errors = validateObject(object);
      if (apiserverOnly === undefined && !errors.some(({ path }) => path === field || path.startsWith(`${field}.`)))
        taken.push(`${kind.kind} ${field}: ${what}: ${JSON.stringify(errors)}`);
    }
  }
  assert.deepEqual(taken, []);
});

test('the examples of the documentation are good objects', () => {
  for (const kind of kinds) assert.deepEqual(validateObject(parse(kind.example)), []);
});

test('an object of no kind of ours, or none at all, is an error and not a crash', () => {
  for (const nonsense of [null, 7, 'text', [], {}, { kind: 'Pod' }, { kind: 'constructor' }, { kind: 'Machine' }]) {
    assert.notEqual(validateObject(nonsense).length, 0);
  }
});

test('generated files are up to date', async () => {
  for (const [path, content] of await generateCrds()) {
    const stored = await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
    assert.equal(stored, content, `${path} differs: run \`npm run gen\``);
  }
});

test('every string and list is bounded, so that the cost of rules is', async () => {
  for (const kind of kinds) {
    const walk = (schema: Record<string, unknown>, path: string): void => {
      if (schema['type'] === 'string') {
        assert.ok(
          schema['maxLength'] !== undefined || schema['enum'] !== undefined,
          `${kind.kind}${path} has no bound`,
        );
      }
      if (schema['type'] === 'array') {
        assert.ok(schema['maxItems'] !== undefined, `${kind.kind}${path} has no bound`);
        walk(schema['items'] as Record<string, unknown>, `${path}[]`);
      }
      for (const [key, child] of Object.entries((schema['properties'] ?? {}) as Record<string, unknown>)) {
        walk(child as Record<string, unknown>, `${path}.${key}`);
      }
    };
    walk(JSON.parse(JSON.stringify(kind.spec)), '.spec');
    walk(JSON.parse(JSON.stringify(kind.status)), '.status');
  }
});
